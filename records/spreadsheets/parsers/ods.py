"""OpenDocument sheets (.ods), by calamine: values, and which sheets are hidden.

Which rows are hidden, cells struck through or merged, calamine does not see in them.
"""

from collections.abc import Iterator
from zipfile import ZipFile

import python_calamine
from openpyxl.utils.datetime import WINDOWS_EPOCH

from records.spreadsheets.limits import MOST_SHEETS, SHEETS, Room, TooMuch
from records.spreadsheets.parsers.refusals import LOCKED, Refused

BATCH = 1000
VISIBLE = python_calamine.SheetVisibleEnum.Visible


def messages(archive: ZipFile) -> Iterator[tuple]:
    archive.fp.seek(0)
    try:
        book = python_calamine.load_workbook(archive.fp)
    except python_calamine.PasswordError as error:
        raise Refused(LOCKED) from error
    if len(book.sheet_names) > MOST_SHEETS:
        raise TooMuch(SHEETS, MOST_SHEETS)
    for sheet in book.sheets_metadata:
        yield (
            "sheet",
            {
                "name": sheet.name,
                "is_hidden": sheet.visible != VISIBLE,
                "epoch": WINDOWS_EPOCH,
            },
        )
        yield from row_messages(book.get_sheet_by_name(sheet.name))
        yield "seen", {}


def row_messages(sheet: python_calamine.CalamineSheet) -> Iterator[tuple]:
    room, rows = Room(), []
    # Rows come from the first of the sheet on, columns only from the first filled one.
    left = [None] * (sheet.start[1] if sheet.start else 0)
    for number, found in enumerate(sheet.iter_rows(), start=1):
        values = [value_of(cell) for cell in found]
        while values and values[-1] is None:
            values.pop()
        if not values:
            continue
        cells = (*left, *values)
        room.take(cells)
        rows.append((number, cells, False, ()))
        if len(rows) == BATCH:
            yield "rows", rows
            rows = []
    yield "rows", rows


def value_of(cell):
    """Whole numbers as such: calamine gives every number as a float."""
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return None if isinstance(cell, str) and not cell.strip() else cell
