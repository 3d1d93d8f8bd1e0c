"""Which sheets of a file are read, for which type, under which header."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from records import record_types
from records.columns import CONVERTED
from records.exports.workbooks import NOT_READ
from records.reading import CALCULATED_LABELS
from records.record_types import AUTO, RecordType
from records.spreadsheets.cells import text
from records.spreadsheets.corrected import RECOGNISED, header_of, remembered_type
from records.spreadsheets.corrections import Corrections
from records.spreadsheets.desks import Desk, required_of
from records.spreadsheets.headers import DEEPEST, Header, Titles, labels
from records.spreadsheets.reading import Book, Row, Sheet, UnusableFile
from records.words import LANGUAGES

if TYPE_CHECKING:
    from records.spreadsheets.ledgers import Ledger

MOST_NAMED = 20  # titles that a sentence names


class NotRecognised(UnusableFile):
    """The file can be read, but a person has to say what it holds."""


@dataclass
class Plan:
    """A sheet and its header; no header where it is left out, and why. `told_by` is
    what told the header (`records.spreadsheets.corrected`)."""

    sheet: Sheet
    header: Header | None
    reason: str = ""
    told_by: str = RECOGNISED
    ledger: "Ledger | None" = None

    def as_json(self) -> dict:
        told = {
            "name": self.sheet.name,
            "rows": len(self.sheet.rows),
            "read": self.header is not None,
        }
        if self.header is None:
            return told | {"reason": self.reason}
        titles, columns = self.header.titles, self.header.columns
        return told | {
            "header": self.header.number,
            "columns": {titles[column]: name for column, name in columns.items()},
            "ignored_columns": list(self.header.ignored.values()),
            "hidden_columns": [
                titles[column]
                for column in columns
                if column in self.sheet.hidden_columns
            ],
        }


def plans_of(
    record_type: RecordType, sheets: list[Sheet], corrections: Corrections
) -> list[Plan]:
    """What is read of each sheet. Raises NotRecognised where none is of the type."""
    titles = titles_of(record_type)
    plans = [plan_of(record_type, titles, sheet, corrections) for sheet in sheets]
    if not any(plan.header for plan in plans):
        raise NotRecognised(no_header(record_type, titles, sheets))
    return plans


def plan_of(
    record_type: RecordType, titles: Titles, sheet: Sheet, corrections: Corrections
) -> Plan:
    correction = corrections.sheets.get(sheet.name)
    if correction and correction.is_left_out:
        return Plan(sheet, None, _("left out by a person"))
    if sheet.is_hidden and not correction:
        return Plan(sheet, None, _("hidden sheet"))
    if explains_itself(sheet):
        return Plan(sheet, None, _("explains the file"))
    header, told_by = header_of(record_type.slug, titles, sheet, corrections)
    return Plan(sheet, header, "" if header else _("no header"), told_by)


def explains_itself(sheet: Sheet) -> bool:
    """Whether the sheet is one that goes out of here beside the data."""
    first = sheet.rows[0].cell(0) if sheet.rows else None
    return text(first) in in_all_languages(NOT_READ)


def in_all_languages(words) -> set[str]:
    found = set()
    for language in LANGUAGES:
        with override(language):
            found.add(str(words))
    return found


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


def type_of(slug: str, sheets: list[Sheet], corrections: Corrections) -> RecordType:
    """The type of this slug, or the one told from the headers. Raises UnknownType,
    NotRecognised."""
    if slug == AUTO:
        slug = remembered_type(sheets, corrections.remembered)
    return record_types.get(slug) if slug else told_from_headers(sheets)


def titles_of(record_type: RecordType) -> Titles:
    fields = Desk.of_nobody(record_type).fields
    others = unread(record_type)
    titles = Titles(record_type, {**others, **fields}, required_of(fields))
    for name, other in others.items():
        # A form may call what it enters otherwise than lists call what they show.
        titles.add(name, *labels(record_type, name, other))
    return titles


def unread(record_type: RecordType) -> dict[str, forms.Field]:
    """What files that went out of here have beside the fields: known, never read."""
    calculated = (*record_type.calculated, "measured", CONVERTED)
    called = {name: CALCULATED_LABELS.get(name, name) for name in calculated}
    if not record_type.is_code_list:
        called = {"centre": gettext_lazy("centre"), **called}
        called["reference"] = CALCULATED_LABELS["reference"]
    return {name: forms.CharField(label=label) for name, label in called.items()}


def told_from_headers(sheets: list[Sheet]) -> RecordType:
    """The type whose columns the sheets have most of. Raises NotRecognised."""
    scores = {}
    for record_type in record_types.all_types():
        titles = titles_of(record_type)
        headers = [
            titles.header_of(sheet)
            for sheet in sheets
            if not sheet.is_hidden and not explains_itself(sheet)
        ]
        scores[record_type.slug] = max(
            (len(header.columns) for header in headers if header), default=0
        )
    most = max(scores.values())
    best = [slug for slug, score in scores.items() if score == most]
    if most < 2:
        raise NotRecognised(
            _("No sheet has a header by which its type can be told. Name the type.")
        )
    if len(best) > 1:
        raise NotRecognised(
            _("The header fits several types: %(types)s. Name the type.")
            % {"types": ", ".join(best)}
        )
    return record_types.get(best[0])


def no_header(record_type: RecordType, titles: Titles, sheets: list[Sheet]) -> str:
    """What was found where a header was looked for, and what the type has."""
    rows = [row for sheet in sheets for row in sheet.rows[:DEEPEST]]
    likest = max(
        rows,
        key=lambda row: (len(titles.read(row).columns), len(row.cells)),
        default=Row(0, ()),
    )
    found = [text(cell) for cell in likest.cells[:MOST_NAMED] if cell is not None]
    needed = [n for n in record_type.all_fields if n in titles.required]
    others = [n for n in record_type.all_fields if n not in titles.required]
    return _(
        "No header was recognised. Found: %(found)s. %(type)s needs the columns: "
        "%(needed)s; and has also: %(others)s."
    ) % {
        "found": ", ".join(found) or "-",
        "type": record_type.label_plural,
        "needed": column_names(record_type, needed),
        "others": column_names(record_type, others),
    }


def column_names(record_type: RecordType, names: list[str]) -> str:
    """Fields as a file may call them: the label and the field's own name."""
    fields = Desk.of_nobody(record_type).fields
    return ", ".join(f"{fields[name].label} ({name})" for name in names) or "-"
