"""What a person put right about a file before it is saved, as kept with its import."""

from dataclasses import dataclass, field
from typing import Any

NEW = "new"  # in place of a record's key: a name that is of none that is there
SAME_AS = "="  # in front of another name of the file, in place of a record's key


# What was once put right for a type under titles of one signature: the folded titles in
# order with the field of each, "" for none.
Remembered = dict[tuple[str, str], list[tuple[str, str]]]


@dataclass(frozen=True)
class SheetCorrection:
    """How one sheet is read: `header` is the number of its (last) header row and
    `columns` the field of each column, "" for one that stays out; None where what was
    recognised holds."""

    is_left_out: bool = False
    header: int | None = None
    columns: dict[int, str] | None = None


@dataclass(frozen=True)
class Corrections:
    """`sheets` by their name; `names` by the field that links: what each name, as its
    query set compares names, is of: a record's key, NEW or SAME_AS and another name;
    `remembered` what was put right for earlier files, by type and signature of the
    titles."""

    sheets: dict[str, SheetCorrection] = field(default_factory=dict)
    names: dict[str, dict[str, int | str]] = field(default_factory=dict)
    remembered: Remembered = field(default_factory=dict)

    @classmethod
    def from_json(
        cls, kept: dict[str, Any], remembered: Remembered | None = None
    ) -> "Corrections":
        sheets = {
            name: SheetCorrection(
                is_left_out=told.get("is_left_out", False),
                header=told.get("header"),
                columns=by_number(told.get("columns")),
            )
            for name, told in kept.get("sheets", {}).items()
        }
        return cls(sheets, kept.get("names", {}), remembered or {})


def by_number(columns: dict[str, str] | None) -> dict[int, str] | None:
    """Columns by their number, which JSON keeps as text."""
    if columns is None:
        return None
    return {int(number): name for number, name in columns.items()}
