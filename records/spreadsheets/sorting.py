"""Which rows of a sheet are data: not titles, subtotals, notes, copies of the header
or rows that only bear a number."""

import re
from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from records.spreadsheets.cells import is_nothing, text
from records.spreadsheets.headers import Header
from records.spreadsheets.reading import Row, Sheet
from records.text import fold

TOTAL = re.compile(
    r"(?:\d{1,2}월|\d분기|상반기|하반기|\w{0,10}별)?"
    r"(?:소계|합계|총계|누계|계|총합계|subtotal|total|grandtotal|sum)"
)
NOTE = re.compile(r"\s*(?:※|\*|☞|주\)|주:|작성|출처|단위|\(단위|참고)")
DITTO = frozenset(("〃", "″", '"', "''", "상동", "위와같음", "위와동일", "ditto"))
YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)(\s*년)?")


def not_data(header: Header, row: Row, required: frozenset[str]) -> str:
    """Why the row is no data, in a word or two; "" for data. A total lacks something
    that every record has."""
    filled = [column for column, cell in enumerate(row.cells) if not is_nothing(cell)]
    known = [column for column in filled if column in header.columns]
    if not filled:
        return _("blank row")
    if row.number == header.number or header.is_repeated_in(row):
        return _("header")
    if row.number < header.number:
        return _("above the header")
    first = text(row.cells[filled[0]])
    given = {header.columns[column] for column in known if column != filled[0]}
    if TOTAL.fullmatch(fold(first)) and not required <= given:
        return _("subtotal or total")
    if len(filled) == 1 and NOTE.match(first):
        return pgettext("row", "note")
    if not known or set(known) <= row.copied:
        return _("nothing in the columns of the type")
    return ""


def numbered(sheet: Sheet) -> Iterator[Row]:
    """The sheet's rows with the blank ones between them that its file leaves out."""
    expected = 1
    for row in sheet.rows:
        if row.number - expected <= 100:
            for number in range(expected, row.number):
                yield Row(number, ())
        yield row
        expected = row.number + 1


def as_above(row: Row, above: Row, header: Header) -> Row:
    """The row with what its ditto marks stand for. A name that is as above is so with
    all that other columns say about it."""
    marked = [column for column in header.columns if is_ditto(row.cell(column))]
    if not marked:
        return row
    names = {header.columns[column] for column in marked}
    about = [
        column
        for column, name in header.columns.items()
        if name.partition("__")[0] in names and is_nothing(row.cell(column))
    ]
    cells = list(row.cells) + [None] * (len(above.cells) - len(row.cells))
    for column in (*marked, *about):
        cells[column] = above.cell(column)
    return replace(row, cells=tuple(cells), copied=row.copied | set(marked))


def is_ditto(cell) -> bool:
    return isinstance(cell, str) and cell.replace(" ", "").strip() in DITTO


def year_of(sheet: Sheet, header: Header, file_name: str) -> int | None:
    """The one year that the titles above the header give, else the sheet's name, else
    the file's; None where they give none or several."""
    titles = " ".join(
        text(cell)
        for row in sheet.rows
        if row.number < header.number
        for cell in row.cells
        if cell is not None
    )
    for place in (titles, sheet.name, file_name):
        found = YEAR.findall(place.replace("_", " "))
        years = {year for year, mark in found if mark} or {year for year, _m in found}
        if years:
            return int(years.pop()) if len(years) == 1 else None
    return None
