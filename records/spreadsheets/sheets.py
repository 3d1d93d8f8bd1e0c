"""A file as sheets of rows of cells, each row under the number people see it by."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext as _
from openpyxl.utils.datetime import WINDOWS_EPOCH

from records.refusals import Refusal
from records.spreadsheets import limits


class UnusableFile(Refusal):
    """The whole file cannot be read; the message says why and what would do."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `cells` from the first column on. `copied` are the columns whose value
    stands in a merged cell that begins in a row above, `struck` those that are struck
    through where others of the row are not. `notes` say what was odd in reading it."""

    number: int
    cells: tuple
    is_hidden: bool = False
    is_struck: bool = False
    copied: frozenset[int] = frozenset()
    struck: frozenset[int] = frozenset()
    notes: tuple[str, ...] = ()

    def cell(self, column: int):
        return self.cells[column] if column < len(self.cells) else None

    @property
    def is_blank(self) -> bool:
        return all(cell is None for cell in self.cells)


@dataclass
class Sheet:
    """A sheet's rows in order. `is_filtered`: rows may be hidden by a filter. `merged`
    are areas as (first row, first column, last row, last column)."""

    name: str
    rows: list[Row] = field(default_factory=list)
    is_hidden: bool = False
    is_filtered: bool = False
    epoch: datetime = WINDOWS_EPOCH
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_columns: frozenset[int] = frozenset()


@dataclass
class Book:
    name: str
    sheets: list[Sheet]
    sha256: str


def too_large(name: str, what: str, most: int) -> UnusableFile:
    """The refusal of a file that has more than `most` of `what` (`limits.ROWS`, …)."""
    words = {
        limits.ROWS: _("rows"),
        limits.COLUMNS: _("columns"),
        limits.CELLS: _("cells"),
        limits.CHARACTERS: _("characters"),
        limits.LINE: _("characters in one line"),
        limits.SHEETS: _("sheets"),
        limits.PARTS: _("parts"),
        limits.MERGED: _("merged areas"),
    }
    return UnusableFile(
        _("“%(name)s” has more than %(most)s %(what)s.")
        % {"name": name, "most": f"{most:,}", "what": words[what]}
    )


def with_merged(rows: list[Row], merged: list[tuple[int, int, int, int]]) -> list[Row]:
    """The rows, with the value of a cell merged downwards in every row it covers.
    Raises TooMuch."""
    numbers = [row.number for row in rows]
    taken = 0
    for top, left, bottom, _right in merged:
        first = bisect_left(numbers, top)
        if bottom == top or first == len(rows) or numbers[first] != top:
            continue
        value = rows[first].cell(left)
        last = bisect_right(numbers, bottom)
        taken += last - first
        if taken > limits.MOST_CELLS:
            raise limits.TooMuch(limits.CELLS, limits.MOST_CELLS)
        for place in range(first + 1, last if value is not None else 0):
            rows[place] = filled(rows[place], left, value)
    return rows


def filled(row: Row, column: int, value) -> Row:
    cells = [*row.cells, *[None] * (column + 1 - len(row.cells))]
    cells[column] = value
    return Row(
        row.number,
        tuple(cells),
        row.is_hidden,
        row.is_struck,
        row.copied | {column},
        row.struck,
        row.notes,
    )
