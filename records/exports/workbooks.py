"""Workbooks (.xlsx), written row by row: typed cells, a header that stays, a sheet that
says what the file holds."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import date
from decimal import Decimal
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO

import xlsxwriter
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from records.exports.tables import DAY, NUMBER, TEXT, YEAR, Column, Table, Value

MOST_ROWS = 1_048_576  # of a sheet, its header among them
LONGEST_TEXT = 32_767  # characters of a cell
MOST_DIGITS = 15  # of a number; further ones would be lost
NARROWEST, WIDEST = 8, 48
MEASURED = 200  # rows whose texts say how wide a column is

OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "use_zip64": True,
}
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

# Begins a sheet that is for people alone: no row of it is read back.
NOT_READ = gettext_lazy("This sheet explains the file and is not read.")


def file_of(*tables: Table, title: str = "") -> IO[bytes]:
    """The whole workbook, in a file that is gone when closed. What the first of several
    tables says of itself is said of all, under a title of their own."""
    with ExitStack() as stack:
        file = stack.enter_context(TemporaryFile())
        with (
            TemporaryDirectory() as folder,
            xlsxwriter.Workbook(file, OPTIONS | {"tmpdir": folder}) as book,
        ):
            write(book, tables, title or tables[0].title)
        file.seek(0)
        stack.pop_all()
        return file


def write(book: xlsxwriter.Workbook, tables: Sequence[Table], title: str) -> None:
    formats = Formats(book)
    counted = [fact for table in tables for fact in write_rows(book, table, formats)]
    told = counted if len(tables) == 1 else ()
    explain(book, formats, (_("About this file"), title), (*tables[0].facts, *told))


def write_rows(book, table: Table, formats: "Formats") -> list[tuple[str, Value]]:
    """On as many sheets as the rows need. Answers how many they are, and their sums."""
    totals = [Decimal(0)] * len(table.columns)
    number, count = 1, 0
    sheet = DataSheet(book, table, formats, number)
    for row in table.rows:
        if sheet.is_full:
            sheet.finish()
            number += 1
            sheet = DataSheet(book, table, formats, number)
        sheet.add(row)
        count += 1
        for place, column in enumerate(table.columns):
            if column.total:
                totals[place] += row[place] or 0
    sheet.finish()
    summed = zip(table.columns, totals, strict=True)
    sums = [(column.total, total) for column, total in summed if column.total]
    return [(_("Rows"), count), *sums]


class Formats:
    """The looks of cells in one workbook."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        top = {"valign": "top"}
        self.header = book.add_format(
            {
                "bold": True,
                "bg_color": "#E8EEF7",
                "border": 1,
                "border_color": "#C3CEDD",
            }
        )
        self.required = book.add_format(
            {
                "bold": True,
                "bg_color": "#FCE9D4",
                "border": 1,
                "border_color": "#E0BC94",
            }
        )
        self.strong = book.add_format(top | {"bold": True})
        self.text = book.add_format(top)
        self.wrapped = book.add_format(top | {"text_wrap": True})
        self.as_text = book.add_format(top | {"num_format": "@"})
        self.day = book.add_format(top | {"num_format": "yyyy-mm-dd", "align": "left"})
        self.year = book.add_format(top | {"num_format": "0"})
        self.whole = book.add_format(top | {"num_format": "#,##0"})
        self.broken = book.add_format(top | {"num_format": "#,##0.00####"})

    def of(self, kind: str, value: Value):
        if isinstance(value, date):
            return self.day
        if isinstance(value, str):
            return self.text
        if kind == YEAR:
            return self.year
        return self.whole if value == int(value) else self.broken


class DataSheet:
    """A sheet under the table's header."""

    def __init__(self, book, table: Table, formats: Formats, number: int) -> None:
        self.sheet = book.add_worksheet(sheet_name(table.title, number))
        self.columns, self.formats = table.columns, formats
        self.widths = [width_of(column) for column in table.columns]
        self.row = 0
        self.sheet.freeze_panes(1, 0)
        for place, column in enumerate(table.columns):
            self.sheet.write_string(0, place, column.title, formats.header)

    @property
    def is_full(self) -> bool:
        return self.row + 1 >= MOST_ROWS

    def add(self, row: list[Value]) -> None:
        self.row += 1
        for place, value in enumerate(row):
            if value is None or value == "":
                continue
            look = self.formats.of(self.columns[place].kind, value)
            put(self.sheet, self.row, place, value, look)
            if self.row <= MEASURED and isinstance(value, str):
                self.widths[place] = max(self.widths[place], width(value))

    def finish(self) -> None:
        for place, wide in enumerate(self.widths):
            self.sheet.set_column(place, place, min(wide + 2, WIDEST))
        self.sheet.autofilter(0, 0, self.row, max(len(self.columns) - 1, 0))


def put(sheet, row: int, column: int, value: Value, look) -> None:
    """One cell; a number with more digits than a spreadsheet keeps as text."""
    if isinstance(value, date):
        sheet.write_datetime(row, column, value, look)
    elif isinstance(value, str):
        sheet.write_string(row, column, writable(value), look)
    elif digits(value) > MOST_DIGITS and value == int(value):
        sheet.write_string(row, column, str(int(value)), look)
    else:
        sheet.write_number(row, column, value, look)


def digits(value: int | Decimal) -> int:
    return len(str(abs(int(value))))


def writable(text: str) -> str:
    """Text as a cell can hold it: without what no workbook stores, line breaks as a
    spreadsheet writes them, not longer than a cell."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return UNWRITABLE.sub("", lines)[:LONGEST_TEXT]


def explain(book, formats: Formats, titles: tuple[str, str], facts) -> None:
    """The sheet about the others: what is told of them, line by line."""
    name, title = titles
    sheet = book.add_worksheet(sheet_name(name, 1))
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 90)
    sheet.write_string(0, 0, str(NOT_READ), formats.text)
    sheet.write_string(2, 0, writable(title), formats.strong)
    for row, (label, value) in enumerate(facts, start=3):
        sheet.write_string(row, 0, writable(str(label)), formats.strong)
        if isinstance(value, str):
            sheet.write_string(row, 1, writable(value), formats.wrapped)
        elif value is not None:
            put(sheet, row, 1, value, formats.of(NUMBER, value))


def sheet_name(title: str, number: int) -> str:
    """A name that a spreadsheet takes: at most 31 characters, some of them never."""
    ending = f" {number}" if number > 1 else ""
    return NOT_IN_NAMES.sub(" ", title).strip("' ")[: 31 - len(ending)] + ending


def width_of(column: Column) -> int:
    least = {DAY: 10, YEAR: 6, NUMBER: 10, TEXT: NARROWEST}[column.kind]
    return max(least, width(column.title) + 2)  # beside it stands the filter's button


def width(text: str) -> int:
    """How many digits wide the longest line of a text is; a Korean letter is two."""
    return max((sum(letter_widths(line)) for line in text.splitlines()), default=0)


def letter_widths(line: str) -> Iterator[int]:
    for letter in line[:WIDEST]:
        yield 2 if unicodedata.east_asian_width(letter) in "WF" else 1
