"""How much of a file is read, so that memory stays bounded whatever it holds.

Knows nothing of Django: the parsers' own process reads it too.
"""

from collections.abc import Sequence
from dataclasses import dataclass

MEGABYTE = 1024 * 1024
LARGEST_FILE = 50 * MEGABYTE
LARGEST_UNPACKED = 500 * MEGABYTE
LARGEST_HELD = 100 * MEGABYTE  # of the parts of an archive that are held as a whole
MOST_MEMBERS = 10_000
MOST_SHEETS = 200
MOST_COLUMNS = 300
MOST_ROWS = 200_000
MOST_MERGED = 100_000
MOST_CELLS = 2_500_000  # what is held in memory, whatever rows and columns allow
MOST_CHARACTERS = 60_000_000
LONGEST_TEXT = 100_000  # of one cell; Excel itself allows 32,767
LONGEST_LINE = 1_000_000  # characters of one line of a CSV
MOST_LINES = 2_000  # of one record of a CSV

ROWS, COLUMNS, CELLS = "rows", "columns", "cells"
CHARACTERS, LINE, SHEETS = "characters", "line", "sheets"
PARTS, MERGED = "parts", "merged"


class TooMuch(Exception):
    """A sheet or file has more than `most` of `what` (ROWS, COLUMNS, …)."""

    def __init__(self, what: str, most: int) -> None:
        super().__init__(what, most)
        self.what = what
        self.most = most


@dataclass
class Room:
    """What the rows read of one file have taken so far."""

    rows: int = 0
    cells: int = 0
    characters: int = 0

    def take(self, cells: Sequence) -> None:
        """Count one row that is kept. Raises TooMuch."""
        texts = [cell for cell in cells if isinstance(cell, str)]
        self.rows += 1
        self.cells += len(cells) - cells.count(None)
        self.characters += sum(map(len, texts))
        for what, found, most in (
            (ROWS, self.rows, MOST_ROWS),
            (COLUMNS, len(cells), MOST_COLUMNS),
            (CELLS, self.cells, MOST_CELLS),
            (CHARACTERS, self.characters, MOST_CHARACTERS),
        ):
            if found > most:
                raise TooMuch(what, most)
