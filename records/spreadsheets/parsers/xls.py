"""Workbooks of Excel 97–2003 (.xls), by xlrd, which sees hidden, struck and merged."""

import os
from collections.abc import Iterator
from datetime import timedelta

import olefile
import xlrd
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

from records.spreadsheets.limits import MOST_SHEETS, SHEETS, Room, TooMuch
from records.spreadsheets.parsers.refusals import LOCKED, NO_WORKBOOK, Refused

BATCH = 1000
DOCUMENTS = (
    ("WordDocument", "Word"),
    ("PowerPoint Document", "PowerPoint"),
    ("FileHeader", "Hangul (HWP)"),
)
DURATIONS = ("[h", "[m", "[s")


def messages(path: str) -> Iterator[tuple]:
    refuse_other_documents(path)
    with open(os.devnull, "w") as nowhere:
        try:
            book = xlrd.open_workbook(
                path, logfile=nowhere, formatting_info=True, on_demand=True
            )
        except xlrd.XLRDError as error:
            if "encrypted" in str(error):
                raise Refused(LOCKED) from error
            raise
        if book.nsheets > MOST_SHEETS:
            raise TooMuch(SHEETS, MOST_SHEETS)
        for number in range(book.nsheets):
            yield from sheet_messages(book, number)
            book.unload_sheet(number)


def refuse_other_documents(path: str) -> None:
    with olefile.OleFileIO(path) as file:
        if file.exists("EncryptedPackage"):
            raise Refused(LOCKED)
        for stream, kind in DOCUMENTS:
            if file.exists(stream):
                raise Refused(NO_WORKBOOK, kind=kind)


def sheet_messages(book: xlrd.Book, number: int) -> Iterator[tuple]:
    sheet = book.sheet_by_index(number)
    epoch = MAC_EPOCH if book.datemode else WINDOWS_EPOCH
    yield (
        "sheet",
        {
            "name": sheet.name,
            "is_hidden": sheet.visibility != 0,
            "epoch": epoch,
        },
    )
    room, rows = Room(), []
    for index in range(sheet.nrows):
        if row := row_of(book, sheet, index):
            room.take(row[1])
            rows.append(row)
        if len(rows) == BATCH:
            yield "rows", rows
            rows = []
    yield "rows", rows
    yield (
        "seen",
        {
            "is_filtered": bool(getattr(sheet, "has_autofilter", False)),
            "merged": [
                (top + 1, left, bottom, right - 1)
                for top, bottom, left, right in sheet.merged_cells
            ],
            "hidden_columns": [
                (column, column)
                for column, info in sheet.colinfo_map.items()
                if info.hidden
            ],
        },
    )


def row_of(book: xlrd.Book, sheet, index: int) -> tuple | None:
    """(number, cells, is_hidden, struck columns), or None for a blank row."""
    cells = sheet.row(index)
    values = [value_of(book, cell) for cell in cells]
    while values and values[-1] is None:
        values.pop()
    if not values:
        return None
    info = sheet.rowinfo_map.get(index)
    struck = tuple(
        column
        for column, value in enumerate(values)
        if value is not None and is_struck(book, sheet, index, column)
    )
    return index + 1, tuple(values), bool(info and info.hidden), struck


def value_of(book: xlrd.Book, cell):
    if cell.ctype == xlrd.XL_CELL_TEXT:
        return cell.value.replace("\r\n", "\n") if cell.value.strip() else None
    if cell.ctype == xlrd.XL_CELL_NUMBER:
        return int(cell.value) if cell.value.is_integer() else cell.value
    if cell.ctype == xlrd.XL_CELL_DATE:
        return day_of(book, cell)
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return xlrd.error_text_from_code.get(cell.value, "#VALUE!")
    return None


def day_of(book: xlrd.Book, cell):
    """A day, a time, or a duration where the format counts hours on."""
    style = book.format_map[book.xf_list[cell.xf_index].format_key].format_str
    if style.casefold().startswith(DURATIONS):
        return timedelta(days=cell.value)
    epoch = MAC_EPOCH if book.datemode else WINDOWS_EPOCH
    try:
        return from_excel(cell.value, epoch)
    except (OverflowError, ValueError):
        return "#VALUE!"


def is_struck(book: xlrd.Book, sheet, row: int, column: int) -> bool:
    """Whether the cell's font, or that of a part of its text, is struck through."""
    style = book.xf_list[sheet.cell_xf_index(row, column)]
    runs = sheet.rich_text_runlist_map.get((row, column), ())
    fonts = {style.font_index, *(font for _start, font in runs)}
    return any(book.font_list[font].struck_out for font in fonts)
