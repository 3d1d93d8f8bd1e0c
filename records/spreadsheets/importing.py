"""A file's rows into records, each through its type's own form: all or nothing.

A trial run is the same transaction, rolled back.
"""

from pathlib import Path

import pghistory
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Centre, User
from records.record_types import RecordType
from records.spreadsheets import report as outcomes
from records.spreadsheets.cells import text
from records.spreadsheets.corrections import Corrections
from records.spreadsheets.desks import Desk, required_of
from records.spreadsheets.headers import Header
from records.spreadsheets.planning import Plan, chosen, plans_of, type_of
from records.spreadsheets.reading import Book, Row, Sheet, UnusableFile, read
from records.spreadsheets.report import Report, RowReport
from records.spreadsheets.sorting import as_above, not_data, numbered, year_of
from records.spreadsheets.understanding import Understood


def import_file(
    path: Path,
    type_slug: str,
    *,
    centre: Centre | None = None,
    sheet: str = "",
    dry_run: bool = False,
    valid_rows: bool = False,
    command: str = "import_records",
    user: User | None = None,
    corrections: Corrections | None = None,
) -> Report:
    """Bring a file's rows in. Nothing is saved on a dry run, nor when a row is rejected
    unless `valid_rows`. `user` is who brings it in, where that is a person. Raises
    UnusableFile, UnknownType."""
    book = read(path)
    sheets = chosen(book, sheet)
    running = Import(
        type_of(type_slug, sheets), book, centre, corrections or Corrections()
    )
    source = {"command": command, "file": book.name, "sha256": book.sha256}
    if user is not None:
        refuse_unless_allowed(running.record_type, user)
        source["user"] = user.pk
    with (
        pghistory.context(**source),
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


def refuse_unless_allowed(record_type: RecordType, user: User) -> None:
    if not user.has_perm(record_type.permission("add")):
        raise UnusableFile(
            _("Your role does not allow to enter %(type)s.")
            % {"type": record_type.label_plural}
        )


def forget_added(report: Report) -> None:
    for row in report.rows:
        if row.outcome == outcomes.ADDED:
            row.record = None


class Import:
    """One run over the sheets of a file for one type."""

    def __init__(
        self,
        record_type: RecordType,
        book: Book,
        centre: Centre | None,
        corrections: Corrections,
    ) -> None:
        self.record_type = record_type
        self.book = book
        self.centre = centre
        self.corrections = corrections
        self.report = Report(book.name, record_type.slug)
        self.desks: dict[Centre | None, Desk] = {}
        self.seen: dict[tuple, Understood] = {}

    def run(self, sheets: list[Sheet]) -> None:
        plans = plans_of(self.record_type, sheets, self.corrections)
        headers = [plan.header for plan in plans if plan.header]
        self.refuse_without_centre(headers)
        self.report.sheets = [plan.as_json() for plan in plans]
        ignored = [title for header in headers for title in header.ignored.values()]
        self.report.ignored_columns = list(dict.fromkeys(ignored))
        rows = [entry for plan in plans for entry in self.sorted(plan)]
        data = [(desk, row) for row, desk in rows if isinstance(row, Understood)]
        for desk in self.desks.values():
            desk.prepare([row for d, row in data if d is desk])
        for row, desk in rows:
            if isinstance(row, Understood):
                row = self.outcome(desk, row)
            self.report.rows.append(row)
        for desk in self.desks.values():
            desk.remember_names()
            self.report.proposals += desk.proposals

    def refuse_without_centre(self, headers: list[Header]) -> None:
        is_named = all("centre" in header.columns.values() for header in headers)
        if self.centre is None and not is_named and not self.record_type.is_code_list:
            codes = ", ".join(Centre.objects.values_list("code", flat=True)) or "-"
            raise UnusableFile(
                _("Name the centre that the records are of; there are: %s.") % codes
            )

    def sorted(self, plan: Plan):
        """Each row of a sheet: understood, with its desk, or the report of a row that
        is no data or says no centre."""
        sheet, header = plan.sheet, plan.header
        if header is None:
            for row in numbered(sheet):
                yield not_taken(sheet, row, plan.reason), None
            return
        required = required_of(Desk.of_nobody(self.record_type).fields)
        year = year_of(sheet, header, self.book.name)
        above = Row(0, ())
        for row in numbered(sheet):
            if reason := not_data(header, row, required):
                yield not_taken(sheet, row, reason), None
                continue
            if row.is_hidden and not sheet.is_filtered:
                yield not_taken(sheet, row, _("hidden row"), is_hidden=True), None
                continue
            row = above = as_above(row, above, header)
            desk = self.desk_for(header, row)
            if isinstance(desk, str):
                told = RowReport(sheet.name, row.number, outcomes.REJECTED, desk)
                yield told, None
                continue
            yield desk.reader.understand(sheet, header, row, year), desk

    def desk_for(self, header: Header, row: Row) -> Desk | str:
        """The desk of the row's centre, or a sentence why it has none."""
        centre: Centre | str | None = self.centre
        for column, name in header.columns.items():
            if name == "centre" and row.cell(column) is not None:
                centre = self.centre_named(text(row.cell(column)))
        if isinstance(centre, str):
            return centre
        if centre is None and not self.record_type.is_code_list:
            return _("The row names no centre.")
        if centre not in self.desks:
            self.desks[centre] = Desk(
                self.record_type, centre, names=self.corrections.names
            )
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


def not_taken(sheet: Sheet, row: Row, reason: str, *, is_hidden=False) -> RowReport:
    told = RowReport(sheet.name, row.number, outcomes.NOT_DATA, reason)
    told.is_hidden = is_hidden
    return told
