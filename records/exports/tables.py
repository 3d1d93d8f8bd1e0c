"""What goes out as a file: titled columns, rows of plain values, and what is said about
them. Each format writes the same table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

TEXT, DAY, NUMBER, YEAR = "text", "day", "number", "year"

Value = str | int | Decimal | date | None


@dataclass(frozen=True)
class Column:
    """`kind` says how its cells look and where they stand. A `total` is the title that
    the sum of the column has among the facts."""

    title: str
    kind: str = TEXT
    total: str = ""


@dataclass(frozen=True)
class Table:
    """`name` is of the file, without its ending; `title` of the sheet; `facts` are
    (title, value) of what a reader of the file should know. Rows are read once."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Iterable[list[Value]]
    facts: tuple[tuple[str, Value], ...] = ()
