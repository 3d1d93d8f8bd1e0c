"""A file's rows into records, each through its type's own form: all or nothing.

A trial run is the same transaction, rolled back.
"""

from pathlib import Path

import pghistory
from django import forms
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Centre
from records import record_types
from records.record_types import RecordType
from records.spreadsheets import report as outcomes
from records.spreadsheets.cells import text
from records.spreadsheets.desks import Desk, required_of
from records.spreadsheets.headers import DEEPEST, Header, Titles
from records.spreadsheets.reading import Book, Row, Sheet, UnusableFile, read
from records.spreadsheets.report import Report, RowReport
from records.spreadsheets.sorting import as_above, not_data, numbered, year_of
from records.spreadsheets.understanding import Understood

AUTO = "auto"
MOST_NAMED = 20  # titles that a sentence names


def import_file(
    path: Path,
    type_slug: str,
    *,
    centre: Centre | None = None,
    sheet: str = "",
    dry_run: bool = False,
    valid_rows: bool = False,
    command: str = "import_records",
) -> Report:
    """Bring a file's rows in. Nothing is saved on a dry run, nor when a row is rejected
    unless `valid_rows`. Raises UnusableFile, UnknownType."""
    book = read(path)
    sheets = chosen(book, sheet)
    record_type = (
        told_from_headers(sheets) if type_slug == AUTO else record_types.get(type_slug)
    )
    running = Import(record_type, book, centre)
    with (
        pghistory.context(command=command, file=book.name, sha256=book.sha256),
        transaction.atomic(),
    ):
        running.run(sheets)
        report = running.report
        report.is_saved = not dry_run and (valid_rows or not report.rejected)
        if not report.is_saved:
            transaction.set_rollback(True)
    if not report.is_saved:
        forget_added(report)
    return report


def chosen(book: Book, name: str) -> list[Sheet]:
    """The sheet of this name, or all of them."""
    if not name:
        return book.sheets
    named = [sheet for sheet in book.sheets if sheet.name == name]
    if not named:
        raise UnusableFile(
            _("“%(file)s” has no sheet “%(name)s”; there are: %(names)s.")
            % {
                "file": book.name,
                "name": name,
                "names": ", ".join(sheet.name for sheet in book.sheets),
            }
        )
    named[0].is_hidden = False  # asked for by name
    return named


def forget_added(report: Report) -> None:
    for row in report.rows:
        if row.outcome == outcomes.ADDED:
            row.record = None


def titles_of(record_type: RecordType) -> Titles:
    fields = Desk.of_nobody(record_type).fields
    if record_type.is_code_list:
        return Titles(record_type, fields, required_of(fields))
    owner = {"centre": forms.CharField(label=gettext_lazy("centre"))}
    return Titles(record_type, {**owner, **fields}, required_of(fields))


def told_from_headers(sheets: list[Sheet]) -> RecordType:
    """The type whose columns the sheets have most of. Raises UnusableFile."""
    scores = {}
    for record_type in record_types.all_types():
        titles = titles_of(record_type)
        headers = [titles.header_of(sheet) for sheet in sheets if not sheet.is_hidden]
        scores[record_type.slug] = max(
            (len(header.columns) for header in headers if header), default=0
        )
    most = max(scores.values())
    best = [slug for slug, score in scores.items() if score == most]
    if most < 2:
        raise UnusableFile(
            _("No sheet has a header by which its type can be told. Name the type.")
        )
    if len(best) > 1:
        raise UnusableFile(
            _("The header fits several types: %(types)s. Name the type.")
            % {"types": ", ".join(best)}
        )
    return record_types.get(best[0])


class Import:
    """One run over the sheets of a file for one type."""

    def __init__(
        self, record_type: RecordType, book: Book, centre: Centre | None
    ) -> None:
        self.record_type = record_type
        self.book = book
        self.centre = centre
        self.titles = titles_of(record_type)
        self.report = Report(book.name, record_type.slug)
        self.desks: dict[Centre | None, Desk] = {}
        self.seen: dict[tuple, Understood] = {}

    def run(self, sheets: list[Sheet]) -> None:
        plans = [(sheet, self.header_of(sheet)) for sheet in sheets]
        if not any(header for _sheet, header in plans):
            raise UnusableFile(self.no_header(sheets))
        self.refuse_without_centre([header for _s, header in plans if header])
        rows = [
            entry for sheet, header in plans for entry in self.sorted(sheet, header)
        ]
        data = [(desk, row) for row, desk in rows if isinstance(row, Understood)]
        for desk in self.desks.values():
            desk.prepare([row for d, row in data if d is desk])
        for row, desk in rows:
            if isinstance(row, Understood):
                row = self.outcome(desk, row)
            self.report.rows.append(row)

    def refuse_without_centre(self, headers: list[Header]) -> None:
        is_named = all("centre" in header.columns.values() for header in headers)
        if self.centre is None and not is_named and not self.record_type.is_code_list:
            codes = ", ".join(Centre.objects.values_list("code", flat=True)) or "-"
            raise UnusableFile(
                _("Name the centre that the records are of; there are: %s.") % codes
            )

    def header_of(self, sheet: Sheet) -> Header | None:
        """The header of a sheet that is read; every sheet is named in the report."""
        header = None if sheet.is_hidden else self.titles.header_of(sheet)
        told = {"name": sheet.name, "rows": len(sheet.rows), "read": header is not None}
        if header is not None:
            told["header"] = header.number
            told["columns"] = {header.titles[c]: n for c, n in header.columns.items()}
            told["ignored_columns"] = list(header.ignored.values())
            known = self.report.ignored_columns
            known += [t for t in header.ignored.values() if t not in known]
        else:
            told["reason"] = _("hidden sheet") if sheet.is_hidden else _("no header")
        self.report.sheets.append(told)
        return header

    def no_header(self, sheets: list[Sheet]) -> str:
        rows = [row for sheet in sheets for row in sheet.rows[:DEEPEST]]
        likest = max(
            rows, key=lambda row: (len(self.titles.read(row).columns), len(row.cells))
        )
        found = [text(cell) for cell in likest.cells[:MOST_NAMED] if cell is not None]
        needed = self.titles.required
        return _(
            "No header was recognised. Found: %(found)s. %(type)s needs the columns: "
            "%(needed)s; and has also: %(others)s."
        ) % {
            "found": ", ".join(found) or "-",
            "type": self.record_type.label_plural,
            "needed": ", ".join(self.column_names(needed)) or "-",
            "others": ", ".join(
                self.column_names(
                    n for n in self.record_type.all_fields if n not in needed
                )
            ),
        }

    def column_names(self, names) -> list[str]:
        """Fields as a file may call them: the label and the field's own name."""
        fields = Desk.of_nobody(self.record_type).fields
        return [f"{fields[n].label} ({n})" if n in fields else n for n in names]

    def sorted(self, sheet: Sheet, header: Header | None):
        """Each row of a sheet: understood, with its desk, or the report of a row that
        is no data or says no centre."""
        year = year_of(sheet, header, self.book.name) if header else None
        above = None
        for row in numbered(sheet):
            reason = self.reason_against(sheet, header, row)
            if reason:
                told = RowReport(sheet.name, row.number, outcomes.NOT_DATA, reason)
                told.is_hidden = reason == _("hidden row")
                yield told, None
                continue
            row = above = as_above(row, above, header)
            desk = self.desk_for(header, row)
            if isinstance(desk, str):
                yield (
                    RowReport(sheet.name, row.number, outcomes.REJECTED, desk),
                    None,
                )
                continue
            yield desk.reader.understand(sheet, header, row, year), desk

    def reason_against(self, sheet: Sheet, header: Header | None, row: Row) -> str:
        if header is None:
            return _("hidden sheet") if sheet.is_hidden else _("no header")
        reason = not_data(header, row, self.titles.required)
        if not reason and row.is_hidden and not sheet.is_filtered:
            reason = _("hidden row")
        return reason

    def desk_for(self, header: Header, row: Row) -> "Desk | str":
        """The desk of the row's centre, or a sentence why it has none."""
        centre = self.centre
        for column, name in header.columns.items():
            if name == "centre" and row.cell(column) is not None:
                centre = self.centre_named(text(row.cell(column)))
        if isinstance(centre, str):
            return centre
        if centre is None and not self.record_type.is_code_list:
            return _("The row names no centre.")
        if centre not in self.desks:
            self.desks[centre] = Desk(self.record_type, centre)
        return self.desks[centre]

    def centre_named(self, name: str) -> Centre | str:
        for centre in Centre.objects.all():
            if name in (centre.code, centre.name, centre.name_en):
                if self.centre in (None, centre):
                    return centre
                return _("The row is of %(centre)s, the import of %(other)s.") % {
                    "centre": centre,
                    "other": self.centre,
                }
        return _("There is no centre “%(name)s”.") % {"name": name}

    def outcome(self, desk: Desk, row: Understood) -> RowReport:
        told = RowReport(row.sheet, row.row.number, outcomes.REJECTED)
        told.flags, told.values = row.flags, row.values
        if row.row.is_struck:
            told.reason = row.located(_("it is struck through."))
            return told
        key = (desk.centre, *row.fingerprint)
        if key in self.seen:
            earlier = self.seen[key]
            told.outcome = outcomes.DUPLICATE
            told.reason = _("Exact copy of sheet “%(sheet)s”, row %(row)d.") % {
                "sheet": earlier.sheet,
                "row": earlier.row.number,
            }
            return told
        told.outcome, told.reason, told.record = desk.place(row)
        if told.outcome != outcomes.REJECTED:
            self.seen[key] = row
        return told
