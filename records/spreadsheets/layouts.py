"""Where the headers of a sheet are, and how many rows they have.

Titles and notes above a header, and sheets without one, are told from data by the
columns the type cannot do without. A header further down begins another layout.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from records.spreadsheets.sheets import Row, Sheet
from records.spreadsheets.units import units_of, without_brackets
from records.text import fold, tidy

if TYPE_CHECKING:
    from records.spreadsheets.headers import Header, Titles

DEEPEST = 50  # rows that may stand above the first header
FEWEST = 2  # columns by which a row is a header where another may be
TITLE_ROWS = 5  # between two layouts
WIDEST_LIST = 4  # columns of a code list
OF_CODE_LISTS = frozenset(
    ("코드", "코드명", "분류", "분류명", "분류코드", "구분", "구분코드", "항목")
) | frozenset(("설명", "정의", "의미", "약어", "code", "description", "meaning"))


def header_of(titles: "Titles", sheet: Sheet) -> "Header | None":
    """The first header of the sheet with those further down, or None."""
    found = list(headers_in(titles, sheet, FEWEST)) or first_of(titles, sheet)
    if not found:
        return None
    above = 0
    for place, header in enumerate(found):
        header = without_list_beside(titles, header, sheet)
        found[place] = with_units(titles, header, sheet, above)
        above = header.number
    return replace(found[0], later=tuple(found[1:]))


def first_of(titles: "Titles", sheet: Sheet) -> list["Header"]:
    return list(islice(headers_in(titles, sheet, 1), 1))


def headers_in(titles: "Titles", sheet: Sheet, fewest: int) -> Iterator["Header"]:
    rows, place, is_first = sheet.rows, 0, True
    while place < (min(DEEPEST, len(rows)) if is_first else len(rows)):
        header = header_at(titles, sheet, place, fewest)
        if header:
            yield header
            is_first = False
            while place < len(rows) and rows[place].number <= header.number:
                place += 1
        else:
            place += 1


def header_at(
    titles: "Titles", sheet: Sheet, place: int, fewest: int
) -> "Header | None":
    """The header that begins in this row: of one row, of two, or the next row where
    this one only names its groups."""
    row = sheet.rows[place]
    below = sheet.rows[place + 1] if place + 1 < len(sheet.rows) else None
    if below is not None and below.number != row.number + 1:
        below = None
    if not any(titles.knows(near) for near in (row, below) if near is not None):
        return None
    one = titles.read(row)
    found = [one] if is_header(titles, one, row, fewest) else []
    if below is not None:
        lower = titles.read(below)
        two = titles.read_two(groups_over(sheet, row, below), below)
        if is_header(titles, lower, below, fewest) and found:
            found.append(lower)
        if is_header(titles, two, below, fewest) and says_more(two, one, lower):
            found.append(two)
    return max(
        found, key=lambda header: (len(header.columns), header.depth), default=None
    )


def is_header(titles: "Titles", header: "Header", row: Row, fewest: int) -> bool:
    """Whether a row names what no record lacks, and enough besides: `fewest` columns
    of the type, or nothing but words."""
    fields = set(header.columns.values())
    filled = [cell for cell in row.cells if cell is not None]
    is_wordy = len(filled) >= FEWEST and not any(map(has_digit, filled))
    is_enough = len(fields) * 4 >= len(filled) or (is_wordy and len(fields) >= FEWEST)
    return titles.suffice(fields) and (len(fields) >= fewest or is_wordy) and is_enough


def has_digit(cell) -> bool:
    """Whether a cell has a digit, but for what stands in brackets after a title."""
    return not isinstance(cell, str) or any(map(str.isdigit, without_brackets(cell)))


def says_more(two: "Header", upper: "Header", lower: "Header") -> bool:
    """Whether two rows together name columns that neither names alone."""
    most = max(len(upper.columns), len(lower.columns))
    is_joined = any(
        column in lower.titles and two.titles[column] != lower.titles[column]
        for column in two.columns
    )
    return len(two.columns) > most or (is_joined and len(two.columns) == most)


def groups_over(sheet: Sheet, row: Row, below: Row) -> dict[int, str]:
    """The titles of a row, each over all columns it is merged over; without merged
    cells, over those that have a title of their own and none above."""
    groups = {
        column: tidy(cell)
        for column, cell in enumerate(row.cells)
        if isinstance(cell, str) and without_brackets(cell).strip()
    }
    for top, left, bottom, right in sheet.merged:
        if top <= row.number <= bottom and left in groups:
            groups |= dict.fromkeys(range(left, right + 1), groups[left])
    if not sheet.merged:
        last = ""
        for column in range(len(below.cells)):
            last = groups.get(column, last)
            if column not in groups and below.cell(column) is not None and last:
                groups[column] = last
    return {c: t for c, t in groups.items() if tidy(str(below.cell(c) or "")) != t}


def with_units(
    titles: "Titles", header: "Header", sheet: Sheet, above: int
) -> "Header":
    """With the units that notes between the layout above and this header give."""
    notes = [
        cell
        for row in sheet.rows
        if above < row.number < header.first and row.number >= header.first - DEEPEST
        for cell in row.cells
        if isinstance(cell, str)
    ]
    units = dict(header.units)
    for unit in units_of(notes):
        for column, name in header.columns.items():
            if titles.takes_unit(name, unit):
                units.setdefault(column, unit)
    return replace(header, units=units)


def without_list_beside(titles: "Titles", header: "Header", sheet: Sheet) -> "Header":
    """Without the columns of a code list that stands beside the data, behind a column
    in which there is nothing."""
    for gap in gaps_in(header, sheet):
        beside = {c: title for c, title in header.titles.items() if c > gap}
        columns = {c: name for c, name in header.columns.items() if c < gap}
        is_list = any(fold(title) in OF_CODE_LISTS for title in beside.values())
        is_whole = titles.suffice(set(columns.values()))
        if is_list and is_whole and len(beside) <= WIDEST_LIST:
            ignored = {**header.ignored, **beside}
            return replace(header, columns=columns, ignored=ignored)
    return header


def gaps_in(header: "Header", sheet: Sheet) -> list[int]:
    """The columns between titles that have neither a title nor a value."""
    gaps = set(range(max(header.titles))) - set(header.titles)
    for row in sheet.rows if gaps else ():
        if row.number > header.number:
            gaps = {column for column in gaps if row.cell(column) is None}
    return sorted(gaps)


def titles_between(header: "Header", sheet: Sheet) -> list[Row]:
    """The rows of one cell directly above a header: its own titles and notes."""
    found: list[Row] = []
    for row in reversed([r for r in sheet.rows if r.number < header.first]):
        if header.first - row.number > TITLE_ROWS:
            break
        filled = [cell for cell in row.cells if cell is not None]
        if len(filled) > 1:
            break
        if filled and isinstance(filled[0], str):
            found.append(row)
    return found
