"""Workbooks (.xlsx), read row by row with what a person sees: hidden, struck, merged.

openpyxl's read-only mode leaves these out and its full mode holds every cell as an
object; its streaming sheet parser, which both are built on, gives them within bounds.
"""

import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
from django.utils.translation import gettext as _
from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser

from records.spreadsheets.cells import NO_VALUE
from records.spreadsheets.reading import (
    LARGEST_UNPACKED,
    MEGABYTE,
    MOST_ROWS,
    Row,
    Sheet,
    UnusableFile,
    refuse_large,
    too_large,
)

MOST_MEMBERS = 10_000
LARGEST_HELD = 100 * MEGABYTE  # of the parts that openpyxl holds as a whole
HELD = ("xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml")


def sheets_of(path: Path) -> list[Sheet]:
    """Raises UnusableFile for what is no workbook, is broken or unpacks to too much."""
    refuse_bomb(path)
    try:
        # Warnings are on styles and extensions that nobody reads here.
        with path.open("rb") as file, warnings.catch_warnings(action="ignore"):
            book = openpyxl.load_workbook(file, read_only=True, data_only=True)
            return [sheet_of(book, sheet) for sheet in book.worksheets]
    except UnusableFile:
        raise
    except Exception as error:  # a broken file breaks the parser in many ways
        raise UnusableFile(
            _("“%(file)s” is broken and cannot be read as a workbook.")
            % {"file": path.name}
        ) from error


def refuse_bomb(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError) as error:
        raise UnusableFile(
            _("“%(file)s” is broken: its archive cannot be opened.")
            % {"file": path.name}
        ) from error
    names = {member.filename for member in members}
    if "[Content_Types].xml" not in names:
        raise UnusableFile(
            _("“%(file)s” is an archive, but no .xlsx workbook.") % {"file": path.name}
        )
    if any(member.flag_bits & 1 for member in members):
        raise UnusableFile(
            _("“%(file)s” is protected with a password.") % {"file": path.name}
        )
    unpacked = sum(member.file_size for member in members)
    held = sum(member.file_size for member in members if member.filename in HELD)
    is_bomb = unpacked > LARGEST_UNPACKED or held > LARGEST_HELD
    if is_bomb or len(members) > MOST_MEMBERS:
        raise UnusableFile(
            _("“%(file)s” unpacks to %(size)d MB; at most %(most)d MB are read.")
            % {
                "file": path.name,
                "size": unpacked // MEGABYTE,
                "most": LARGEST_UNPACKED // MEGABYTE,
            }
        )


class Parser(WorkSheetParser):
    """A formula whose value was never stored is an error, not a blank."""

    def parse_cell(self, element) -> dict:
        cell = super().parse_cell(element)
        if cell["value"] is None and element.find(FORMULA_TAG) is not None:
            cell["value"] = NO_VALUE
        return cell


def sheet_of(book, worksheet) -> Sheet:
    with worksheet._get_source() as source:
        parser = Parser(
            source,
            worksheet._shared_strings,
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )
        rows = list(rows_of(worksheet.title, parser, struck_styles(book)))
    return Sheet(
        worksheet.title,
        with_merged(rows, parser.merged_cells),
        is_hidden=worksheet.sheet_state != "visible",
        is_filtered=getattr(parser, "auto_filter", None) is not None
        and bool(parser.auto_filter.ref),
        epoch=book.epoch,
    )


def rows_of(name: str, parser: Parser, struck: set[int]) -> Iterator[Row]:
    count = cells = 0
    for number, found in parser.parse():
        dimensions = parser.row_dimensions.pop(str(number), {})
        found = [cell for cell in found if has_value(cell)]
        count += 1
        cells += len(found)
        if count > MOST_ROWS:
            raise too_large(name, _("rows"), MOST_ROWS)
        if not found:
            continue
        width = max(cell["column"] for cell in found)
        refuse_large(name, rows=count, columns=width, cells=cells)
        values = [None] * width
        for cell in found:
            values[cell["column"] - 1] = cell["value"]
        yield Row(
            number,
            tuple(values),
            is_hidden=dimensions.get("hidden") in ("1", "true"),
            is_struck=all(cell["style_id"] in struck for cell in found),
        )


def has_value(cell: dict) -> bool:
    value = cell["value"]
    return value is not None and not (isinstance(value, str) and not value.strip())


def struck_styles(book) -> set[int]:
    """The numbers of the cell styles whose font is struck through."""
    fonts = {number for number, font in enumerate(book._fonts) if font.strike}
    return {
        number
        for number, style in enumerate(book._cell_styles)
        if style.fontId in fonts
    }


def with_merged(rows: list[Row], merged) -> list[Row]:
    """The rows, with the value of a cell merged downwards in every row it covers."""
    ranges = [
        area for area in (merged.mergeCell if merged else ()) if is_downward(area)
    ]
    if not ranges:
        return rows
    by_number = {row.number: row for row in rows}
    for area in ranges:
        column, first, _column, last = area.bounds
        start = by_number.get(first)
        value = start.cell(column - 1) if start else None
        if value is None:
            continue
        for number in [n for n in by_number if first < n <= last]:
            by_number[number] = filled(by_number[number], column - 1, value)
    return list(by_number.values())


def is_downward(area) -> bool:
    left, top, right, bottom = area.bounds
    return left == right and bottom > top


def filled(row: Row, column: int, value) -> Row:
    cells = [*row.cells, *[None] * (column + 1 - len(row.cells))]
    cells[column] = value
    return Row(
        row.number,
        tuple(cells),
        row.is_hidden,
        row.is_struck,
        row.copied | {column},
    )
