"""A sheet's header as a person put it right, now or for an earlier file."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from hashlib import sha256

from django.utils.translation import gettext, gettext_noop, override

from records.record_types import AUTO
from records.spreadsheets.corrections import Corrections, Remembered, SheetCorrection
from records.spreadsheets.headers import DEEPEST, Header, Titles, folded
from records.spreadsheets.reading import Row, Sheet
from records.words import LANGUAGES

RECOGNISED, REMEMBERED, CORRECTED = "recognised", "remembered", "corrected"
# The columns that a workbook of rejected rows begins with say nothing of the record.
OF_RETURNED = (gettext_noop("Why it was rejected"), gettext_noop("Original row"))


def header_of(
    slug: str, titles: Titles, sheet: Sheet, corrections: Corrections
) -> tuple[Header | None, str]:
    """The sheet's header, and what told it: a person, an earlier file, or its words."""
    correction = corrections.sheets.get(sheet.name)
    if correction and (header := put_right(titles, sheet, correction)):
        return header, CORRECTED
    if header := remembered(slug, titles, sheet, corrections.remembered):
        return header, REMEMBERED
    return titles.header_of(sheet), RECOGNISED


def put_right(titles: Titles, sheet: Sheet, told: SheetCorrection) -> Header | None:
    """None where a person left the header as it was recognised."""
    if told.header is None:
        header = titles.header_of(sheet) if told.columns is not None else None
    else:
        row = next((row for row in sheet.rows if row.number == told.header), None)
        header = titles.read(row) if row else None
    if header is None or told.columns is None:
        return header
    return with_columns(header, told.columns)


def remembered(
    slug: str, titles: Titles, sheet: Sheet, known: Remembered
) -> Header | None:
    for row in sheet.rows[:DEEPEST] if known else ():
        if columns := known.get((slug, signature(titles_in(row)))):
            header = titles.read(row)
            return with_columns(header, by_column(header, columns))
    return None


def remembered_type(sheets: Iterable[Sheet], known: Remembered) -> str:
    """The type for which titles of these sheets were put right last, or ""."""
    types = {met: slug for slug, met in known if slug != AUTO}
    for sheet in sheets if known else ():
        for row in sheet.rows[:DEEPEST]:
            if slug := types.get(signature(titles_in(row))):
                return slug
    return ""


def by_column(header: Header, columns: list[tuple[str, str]]) -> dict[int, str]:
    """The field of each column; of several with one title, in their order."""
    left = list(columns)
    fields = {}
    for column, title in header.titles.items():
        met = next((pair for pair in left if pair[0] == folded(title)), None)
        if met:
            left.remove(met)
            fields[column] = met[1]
    return fields


def with_columns(header: Header, fields: dict[int, str]) -> Header:
    """The header with the fields given; each field is taken once."""
    columns: dict[int, str] = {}
    for column in header.titles:
        name = fields.get(column, "")
        if name and name not in columns.values():
            columns[column] = name
    ignored = {c: title for c, title in header.titles.items() if c not in columns}
    return replace(header, columns=columns, ignored=ignored)


def signature(titles: Iterable[str]) -> str:
    """What files with the same columns have in common, in whatever order they stand."""
    counted = Counter(map(folded, titles))
    known = sorted(title for title in counted.elements() if title not in returned())
    return sha256("\n".join(known).encode()).hexdigest()


@cache
def returned() -> frozenset[str]:
    """The titles of those columns in every language, as titles are compared."""
    found = {""}
    for language in LANGUAGES:
        with override(language):
            found.update(folded(gettext(title)) for title in OF_RETURNED)
    return frozenset(found)


def titles_in(row: Row) -> list[str]:
    return [str(cell) for cell in row.cells if cell]
