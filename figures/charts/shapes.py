"""What charts are made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from figures.cells import Cell


@dataclass(frozen=True)
class Bar:
    """`value` gives the length; what is less than nothing has none."""

    label: str
    value: Decimal
    text: str = ""
    exact: str = ""
    url: str = ""

    @classmethod
    def of(cls, label: str, value: Decimal, cell: Cell) -> "Bar":
        return cls(label, value, cell.text, cell.exact, cell.url)


@dataclass(frozen=True)
class Group:
    """Bars that stand at one place, side by side or upon another; `text` is what they
    say together, `target` how far they were to reach."""

    label: str
    bars: Sequence[Bar]
    text: str = ""
    target: Decimal | None = None


@dataclass(frozen=True)
class Shape:
    """A rectangle of a bar, or a point; `place` is its colour in its group."""

    bar: Bar
    x: float
    y: float
    width: float = 0
    height: float = 0
    place: int = 0
    is_named: bool = False

    @property
    def above(self) -> float:
        return self.y - 5

    @property
    def end(self) -> float:
        return self.x + self.width

    @property
    def baseline(self) -> float:
        return self.y + self.height / 2


def share(value: Decimal, largest: Decimal) -> float:
    """How far a value reaches, from 0 to 1."""
    return float(value / largest) if largest and value > 0 else 0.0
