"""One sheet of an .xlsx: its rows as they come, then what frames them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from openpyxl.utils import column_index_from_string
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.datetime import from_excel, from_ISO8601

from records.spreadsheets.limits import (
    CELLS,
    COLUMNS,
    MERGED,
    MOST_COLUMNS,
    MOST_MERGED,
    Room,
    TooMuch,
)
from records.spreadsheets.parsers import expat
from records.spreadsheets.parsers.xlsx_texts import is_on, plain

if TYPE_CHECKING:
    from records.spreadsheets.parsers.xlsx import Book

NO_VALUE = "#FORMULA!"  # a formula that was stored without its value
MOST_MET = 8_000_000  # cells, blank ones included
DIGITS = "0123456789"


class SheetParser(expat.Handler):
    """Reads what a person sees of a sheet: values, and which rows are hidden, which
    cells struck through or merged."""

    def __init__(self, book: "Book", source: BinaryIO) -> None:
        super().__init__()
        self.texts = book.texts.texts
        self.struck_texts = book.texts.struck
        self.dates, self.durations = book.date_styles, book.duration_styles
        self.struck_styles = book.struck_styles
        self.epoch = book.epoch
        self.source = source
        self.room = Room()
        self.ready: list[tuple] = []
        self.merged: list[tuple[int, int, int, int]] = []
        self.hidden_columns: list[tuple[int, int]] = []
        self.is_filtered = False
        self.number = self.column = self.met = 0
        self.is_hidden = self.is_phonetic = False
        self.values: dict[int, object] = {}
        self.struck: list[int] = []
        self.columns: dict[str, int] = {}

    def rows(self) -> Iterator[tuple]:
        """(number, cells, is_hidden, struck columns) of each row that holds anything.
        Raises TooMuch."""
        for _turn in expat.parse(self.source, self):
            yield from self.ready
            self.ready.clear()

    def seen(self) -> dict:
        return {
            "is_filtered": self.is_filtered,
            "merged": self.merged,
            "hidden_columns": self.hidden_columns,
        }

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self.start_cell(attributes)
        elif name == "v" or (name == "t" and not self.is_phonetic):
            self.has_value = True
            self.collect()
        elif name == "f":
            self.is_formula = True
        elif name == "row":
            self.number = int(float(attributes.get("r", self.number + 1)))
            self.is_hidden = attributes.get("hidden") in ("1", "true")
            self.column = 0
        else:
            self.frame(name, attributes)

    def frame(self, name: str, attributes: dict[str, str]) -> None:
        if name == "mergeCell":
            if len(self.merged) == MOST_MERGED:
                raise TooMuch(MERGED, MOST_MERGED)
            left, top, right, bottom = range_boundaries(attributes["ref"])
            self.merged.append((top, left - 1, bottom, right - 1))
        elif name == "autoFilter":
            self.is_filtered = bool(attributes.get("ref"))
        elif name == "rPh":
            self.is_phonetic = True
        elif name == "strike" and is_on(attributes):
            self.is_struck = True
        elif name == "col" and attributes.get("hidden") in ("1", "true"):
            first, last = int(attributes["min"]), int(attributes["max"])
            self.hidden_columns.append((first - 1, last - 1))

    def start_cell(self, attributes: dict[str, str]) -> None:
        self.kind = attributes.get("t", "n")
        self.style = attributes.get("s", "")
        self.is_formula = self.has_value = self.is_struck = False
        self.inline: list[str] = []
        self.value = ""
        place = attributes.get("r")
        self.column = self.column_of(place) if place else self.column + 1
        self.met += 1
        if self.met > MOST_MET:
            raise TooMuch(CELLS, MOST_MET)

    def column_of(self, place: str) -> int:
        letters = place.rstrip(DIGITS)
        if letters not in self.columns:
            self.columns[letters] = column_index_from_string(letters)
        return self.columns[letters]

    def end(self, name: str) -> None:
        if name == "v":
            self.value = self.collected()
        elif name == "t" and not self.is_phonetic:
            self.inline.append(self.collected())
        elif name == "rPh":
            self.is_phonetic = False
        elif name == "c":
            self.end_cell()
        elif name == "row":
            self.end_row()

    def end_cell(self) -> None:
        value = self.cell_value()
        if value is None or (isinstance(value, str) and not value.strip()):
            return
        if self.column > MOST_COLUMNS:
            raise TooMuch(COLUMNS, MOST_COLUMNS)
        self.values[self.column - 1] = value
        if self.is_struck or self.style in self.struck_styles:
            self.struck.append(self.column - 1)

    def cell_value(self):
        value = self.value
        if self.kind == "inlineStr":
            return plain("".join(self.inline))
        if not value:
            is_lost = self.is_formula and self.kind != "str"
            return NO_VALUE if is_lost else None
        if self.kind == "s":
            number = int(value)
            self.is_struck = number in self.struck_texts
            return self.texts[number]
        if self.kind == "n":
            return self.number_or_day(value)
        if self.kind == "b":
            return value not in ("0", "false")
        return from_ISO8601(value) if self.kind == "d" else plain(value)

    def number_or_day(self, value: str):
        found = int(value) if value.lstrip("-").isdigit() else float(value)
        if self.style not in self.dates:
            return found
        try:
            is_duration = self.style in self.durations
            return from_excel(found, self.epoch, timedelta=is_duration)
        except (OverflowError, ValueError):
            return "#VALUE!"

    def end_row(self) -> None:
        if not self.values:
            return
        cells = [None] * (max(self.values) + 1)
        for column, value in self.values.items():
            cells[column] = value
        self.room.take(cells)
        row = (self.number, tuple(cells), self.is_hidden, tuple(self.struck))
        self.ready.append(row)
        self.values.clear()
        self.struck.clear()
