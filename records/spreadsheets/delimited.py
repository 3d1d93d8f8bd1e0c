"""CSV: text in UTF-8, CP949 as Korean Excel saves it, or UTF-16 as its “Unicode text”.

Parted by comma, semicolon, tab or bar. A quotation mark that nobody closed swallows the
lines below it; they are read as the rows they are, and the row where it opens says so.
"""

import csv
import io
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from django.utils.translation import gettext as _

from records.exports.delimited import restored
from records.spreadsheets.limits import (
    LINE,
    LONGEST_LINE,
    MOST_LINES,
    Room,
    TooMuch,
)
from records.spreadsheets.sheets import Row, Sheet, UnusableFile

MARKS = ((BOM_UTF8, "utf-8-sig"), (BOM_UTF16_LE, "utf-16"), (BOM_UTF16_BE, "utf-16"))
ENCODINGS = ("utf-8", "cp949")
DELIMITERS = ",\t;|"
CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
LOST = "\ufffd"
MOST_LOST = 0.001  # of the characters of a text that may be unreadable
LOOKED_AT = 100  # lines by which columns are told
FEWEST_COLUMNS = 3  # by which a line is told from a line of text
PIECE = 1024 * 1024


def sheet_of(name: str, data: bytes) -> Sheet:
    """The one sheet of a CSV. Every cell is text; rows are numbered as a spreadsheet
    shows them, however many lines a cell has. Raises UnusableFile, TooMuch."""
    encoding = encoding_of(name, data)
    start = "".join(islice(lines(data, encoding), LOOKED_AT))
    sheet, room = Sheet(name), Room()
    records = Records(lines(data, encoding), *layout(start))
    for number, (values, notes) in enumerate(records, start=1):
        found = [restored(value) if value.strip() else None for value in values]
        while found and found[-1] is None:
            found.pop()
        room.take(found)
        if any(value is not None and LOST in value for value in found):
            notes = (*notes, _("It holds characters that cannot be read."))
        sheet.rows.append(Row(number, tuple(found), notes=notes))
    return sheet


def lines(data: bytes, encoding: str) -> Iterator[str]:
    file = io.BytesIO(data)
    for line in io.TextIOWrapper(file, encoding, errors="replace", newline=""):
        if len(line) > LONGEST_LINE:
            raise TooMuch(LINE, LONGEST_LINE)
        yield line


def encoding_of(name: str, data: bytes) -> str:
    """The encoding in which next to nothing of the text is lost."""
    marked = [encoding for mark, encoding in MARKS if data.startswith(mark)]
    lost = {encoding: lost_in(data, encoding) for encoding in marked or ENCODINGS}
    best = min(lost, key=lost.__getitem__)
    if lost[best] > MOST_LOST:
        raise UnusableFile(
            _("“%(name)s” is no text in UTF-8 or CP949 (EUC-KR).") % {"name": name}
        )
    return best


def lost_in(data: bytes, encoding: str) -> float:
    """The share of characters that are not of this encoding or of no text at all."""
    decoder = getincrementaldecoder(encoding)("replace")
    lost = 0
    for start in range(0, len(data), PIECE):
        text = decoder.decode(data[start : start + PIECE])
        lost += text.count(LOST)
        if start == 0:
            lost += len(CONTROL.findall(text)) + max(text.count("\0") - 10, 0)
    return lost / len(data)


def layout(start: str) -> tuple[str, int]:
    """The delimiter by which most lines have the same number of columns, of two the
    one that gives more; and that number."""
    best = (0, 1, ",")
    for delimiter in DELIMITERS:
        reader = csv.reader(io.StringIO(start, newline=""), delimiter=delimiter)
        # A mark within a value tells that the values are parted in the wrong places.
        whole = (row for row in until_error(reader) if '"' not in "".join(row))
        widths = Counter(map(len, whole))
        found = [(count, n, delimiter) for n, count in widths.items() if n > 1]
        best = max([best, *found], key=lambda one: one[:2])
    _count, width, delimiter = best
    return delimiter, width


def until_error(reader) -> Iterator[list[str]]:
    try:
        yield from reader
    except csv.Error:
        return


class Records:
    """The records of a CSV with notes on each, lines of one with an open quotation mark
    taken apart."""

    def __init__(self, source: Iterator[str], delimiter: str, width: int) -> None:
        self.source = iter(source)
        self.delimiter = delimiter
        self.width = width
        self.returned: list[str] = []
        self.taken: list[str] = []

    def lines(self) -> Iterator[str]:
        while True:
            line = self.returned.pop() if self.returned else next(self.source, None)
            if line is None:
                return
            self.taken.append(line)
            if len(self.taken) > MOST_LINES:
                raise csv.Error
            yield line

    def __iter__(self) -> Iterator[tuple[list[str], tuple[str, ...]]]:
        is_open = True
        while is_open:
            is_open = False
            for values in self.records():
                if values is None or self.has_swallowed():
                    yield self.first_line()
                    is_open = True
                    break
                self.taken.clear()
                yield values, ()

    def records(self) -> Iterator[list[str] | None]:
        """Records as they stand; None for one that grows beyond all bounds."""
        try:
            yield from csv.reader(self.lines(), delimiter=self.delimiter)
        except csv.Error:
            yield None

    def has_swallowed(self) -> bool:
        """Whether a line of the record, without a mark of its own, is a whole row."""
        return self.width >= FEWEST_COLUMNS and any(
            '"' not in line and line.count(self.delimiter) >= self.width - 1
            for line in self.taken[1:]
        )

    def first_line(self) -> tuple[list[str], tuple[str, ...]]:
        """The line where the mark opens, read without it; the others are given back."""
        first, *others = self.taken
        self.returned += reversed(others)
        self.taken = []
        values = first.rstrip("\r\n").split(self.delimiter)
        return [value.replace('"', "") for value in values], (
            _("A quotation mark opens here and is not closed; it is left out."),
        )
