"""HTML tables that web systems save as .xls: each table a sheet, every cell text.

Nothing in them is run or fetched: tags are taken for where cells begin and end.
"""

import re
from html.parser import HTMLParser
from pathlib import Path

from django.utils.translation import gettext as _

from records.spreadsheets.delimited import MARKS, encoding_of
from records.spreadsheets.limits import MOST_COLUMNS, MOST_SHEETS, SHEETS, Room, TooMuch
from records.spreadsheets.sheets import Row, Sheet, UnusableFile, with_merged

BEGINS = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|meta|table)", re.I
)
CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w-]+)", re.I)
KOREAN = frozenset(("euc-kr", "ks_c_5601-1987", "cp949", "ms949", "x-windows-949"))
UNSHOWN = frozenset(("script", "style"))
BLANKS = re.compile(r"[ \t\r\n]+")  # a page shows as one
LINE_ENDS = re.compile(r" *\n *")
STRUCK = frozenset(("s", "strike", "del"))
MOST_SPANNED = 10_000  # rows that one cell may cover


def is_hypertext(data: bytes) -> bool:
    start = data[:100_000].replace(b"\0", b"")
    for mark, _encoding in MARKS:
        start = start.removeprefix(mark)
    return bool(BEGINS.match(start))


def sheets_of(path: Path, data: bytes) -> list[Sheet]:
    """Raises UnusableFile, TooMuch."""
    reader = Tables()
    reader.feed(data.decode(charset_of(path.name, data), errors="replace"))
    reader.close()
    reader.end_table()
    if not reader.tables:
        raise UnusableFile(
            _("“%(file)s” is a web page without a table.") % {"file": path.name}
        )
    several = len(reader.tables) > 1
    return [
        Sheet(
            f"{path.stem} {number}" if several else path.stem,
            with_merged(table.rows, table.merged),
            merged=table.merged,
        )
        for number, table in enumerate(reader.tables, start=1)
    ]


def charset_of(name: str, data: bytes) -> str:
    """As the page says it is written, if it is one that is known; else as it is."""
    told = CHARSET.search(data[:5000])
    charset = told[1].decode("ascii").casefold() if told else ""
    if charset in KOREAN:
        return "cp949"
    return "utf-8" if charset == "utf-8" else encoding_of(name, data)


class Table:
    """Rows as they come; cells that span rows or columns leave their places."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.merged: list[tuple[int, int, int, int]] = []
        self.number = 0
        self.taken: dict[int, int] = {}  # column → last row that a cell above covers
        self.start_row(is_hidden=False)

    def start_row(self, *, is_hidden: bool) -> None:
        self.number += 1
        self.values: dict[int, str] = {}
        self.struck: set[int] = set()
        self.column = 0
        self.is_hidden = is_hidden

    def add(self, text: str, columns: int, rows: int, *, is_struck: bool) -> None:
        while self.taken.get(self.column, 0) >= self.number:
            self.column += 1
        last, bottom = self.column + columns - 1, self.number + rows - 1
        if text:
            self.values[self.column] = text
            if is_struck:
                self.struck.add(self.column)
        if columns > 1 or rows > 1:
            self.merged.append((self.number, self.column, bottom, last))
        if rows > 1:
            self.taken |= dict.fromkeys(range(self.column, last + 1), bottom)
        self.column = last + 1

    def end_row(self, room: Room) -> None:
        if self.values:
            cells = tuple(self.values.get(n) for n in range(max(self.values) + 1))
            room.take(cells)
            is_struck = len(self.struck) == len(self.values)
            struck = frozenset(() if is_struck else self.struck)
            row = Row(self.number, cells, self.is_hidden, is_struck, struck=struck)
            self.rows.append(row)


class Tables(HTMLParser):
    """The tables of a page. A table within a cell is read as the cell's text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[Table] = []
        self.room = Room()
        self.table: Table | None = None
        self.depth = 0
        self.unshown = 0
        self.cell: dict[str, str | None] | None = None
        self.text: list[str] = []
        self.is_struck = self.is_in_row = False

    def handle_starttag(self, tag: str, attrs) -> None:
        told = dict(attrs)
        if tag in UNSHOWN:
            self.unshown += 1
        elif tag == "table":
            self.depth += 1
            self.table = self.table or Table()
        elif tag == "br" and self.cell is not None:
            self.text.append("\n")
        elif self.table and self.depth == 1:
            self.start(tag, told)
        if tag in STRUCK or "line-through" in (told.get("style") or ""):
            self.is_struck = self.cell is not None

    def start(self, tag: str, told: dict[str, str | None]) -> None:
        if tag == "tr":
            self.end_row()
            style = (told.get("style") or "").replace(" ", "")
            self.is_in_row = True
            self.table.is_hidden = "display:none" in style or "hidden" in told
        elif tag in ("td", "th"):
            self.end_cell()
            self.cell, self.text = told, []

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSHOWN:
            self.unshown = max(self.unshown - 1, 0)
        elif tag == "table":
            self.depth = max(self.depth - 1, 0)
            if self.depth == 0:
                self.end_table()
        elif self.depth == 1 and tag == "tr":
            self.end_row()
        elif self.depth == 1 and tag in ("td", "th"):
            self.end_cell()

    def handle_data(self, data: str) -> None:
        if self.cell is not None and not self.unshown:
            self.text.append(BLANKS.sub(" ", data))

    def end_cell(self) -> None:
        if self.cell is None:
            return
        text = LINE_ENDS.sub("\n", "".join(self.text)).strip()
        columns = spanned(self.cell.get("colspan"), MOST_COLUMNS)
        rows = spanned(self.cell.get("rowspan"), MOST_SPANNED)
        self.table.add(text, columns, rows, is_struck=self.is_struck)
        self.cell, self.is_struck = None, False

    def end_row(self) -> None:
        if self.table and self.is_in_row:
            self.end_cell()
            self.table.end_row(self.room)
            self.table.start_row(is_hidden=False)
            self.is_in_row = False

    def end_table(self) -> None:
        if self.table is None:
            return
        self.end_row()
        if self.table.rows:
            self.tables.append(self.table)
        if len(self.tables) > MOST_SHEETS:
            raise TooMuch(SHEETS, MOST_SHEETS)
        self.table = None


def spanned(told: str | None, most: int) -> int:
    return min(max(int(told), 1), most) if told and told.isdecimal() else 1
