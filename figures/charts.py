"""Charts as shapes: what stands where, in the units of the drawing's own box.

Every chart stands beside the table of its numbers; its bars lead to the same records.
Templates draw them (`figures/templatetags/charts.py`), style sheets colour them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from figures.cells import Cell


@dataclass(frozen=True)
class Bar:
    """`value` gives the length, of which less than nothing has none; a line across it
    shows how far it was to reach."""

    label: str
    value: Decimal
    text: str = ""
    exact: str = ""
    url: str = ""
    target: Decimal | None = None

    @classmethod
    def of(
        cls, label: str, value: Decimal, cell: Cell, *, target: Decimal | None = None
    ) -> "Bar":
        return cls(label, value, cell.text, cell.exact, cell.url, target)


@dataclass(frozen=True)
class Group:
    """Bars that stand at one place, side by side or upon another."""

    label: str
    bars: Sequence[Bar]


@dataclass(frozen=True)
class Shape:
    """A rectangle of a bar; `place` is which of its group it is, from the last."""

    bar: Bar
    x: float
    y: float
    width: float
    height: float
    place: int = 0
    is_named: bool = False

    @property
    def middle(self) -> float:
        return self.x + self.width / 2

    @property
    def above(self) -> float:
        return self.y - 5

    @property
    def end(self) -> float:
        return self.x + self.width

    @property
    def baseline(self) -> float:
        return self.y + self.height / 2


@dataclass(frozen=True)
class Columns:
    """Columns over a base line.

    Every column is named by its number while there is room, else the tallest alone.
    """

    title: str
    description: str
    groups: Sequence[Group]
    is_stacked: bool = False
    width: int = 360
    height: int = 150

    TOP, FOOT, GAP = 18, 18, 0.22
    ROOM = 52  # that a number takes

    @property
    def base(self) -> int:
        return self.height - self.FOOT

    @property
    def step(self) -> float:
        return self.width / max(len(self.groups), 1)

    @property
    def highest(self) -> Decimal:
        targets = [bar.target or Decimal(0) for one in self.groups for bar in one.bars]
        heights = [self.height_of(group) for group in self.groups]
        return max([*heights, *targets], default=Decimal(0))

    def height_of(self, group: Group) -> Decimal:
        values = [max(bar.value, Decimal(0)) for bar in group.bars]
        return sum(values, Decimal(0)) if self.is_stacked else max(values, default=0)

    def scaled(self, value: Decimal) -> float:
        if not self.highest or value <= 0:
            return 0.0
        return float(value / self.highest) * (self.base - self.TOP)

    @property
    def shapes(self) -> list[Shape]:
        found = []
        for index, group in enumerate(self.groups):
            found += self.stacked(index, group) or self.side_by_side(index, group)
        return found

    def side_by_side(self, index: int, group: Group) -> list[Shape]:
        room = self.step * (1 - self.GAP)
        width = room / len(group.bars)
        left = index * self.step + (self.step - room) / 2
        return [
            Shape(
                bar,
                left + place * width,
                self.base - self.scaled(bar.value),
                width,
                self.scaled(bar.value),
                len(group.bars) - 1 - place,
                self.names_bar(bar, group),
            )
            for place, bar in enumerate(group.bars)
        ]

    def stacked(self, index: int, group: Group) -> list[Shape]:
        if not self.is_stacked:
            return []
        width = self.step * (1 - self.GAP)
        left, top, found = index * self.step + (self.step - width) / 2, self.base, []
        for place, bar in enumerate(group.bars):
            height = self.scaled(bar.value)
            top -= height
            found.append(Shape(bar, left, top, width, height, place))
        return found

    def names_bar(self, bar: Bar, group: Group) -> bool:
        if bar is not group.bars[-1] or not bar.value:
            return False
        tallest = max(one.bars[-1].value for one in self.groups)
        return self.step >= self.ROOM or bar.value == tallest

    @property
    def labels(self) -> list[tuple[float, str]]:
        """(where, what) beneath the columns; only some where they would touch."""
        longest = max((len(group.label) for group in self.groups), default=0)
        every = max(1, -(-int(longest * 8 + 6) // max(int(self.step), 1)))
        last = len(self.groups) - 1
        return [
            ((index + 0.5) * self.step, group.label)
            for index, group in enumerate(self.groups)
            if (last - index) % every == 0
        ]

    @property
    def targets(self) -> list[tuple[float, float, float]]:
        """(from, to, how high) of the lines across columns that were to reach them."""
        return [
            (shape.x - 3, shape.end + 3, self.base - self.scaled(shape.bar.target))
            for shape in self.shapes
            if shape.bar.target
        ]


@dataclass(frozen=True)
class Rows:
    """Bars that lie beneath each other, each under its label, its number after it."""

    title: str
    description: str
    bars: Sequence[Bar]
    width: int = 360

    LINE, LABEL, NUMBER = 34, 16, 76

    @property
    def height(self) -> int:
        return max(len(self.bars), 1) * self.LINE

    @property
    def shapes(self) -> list[Shape]:
        longest = max((bar.value for bar in self.bars), default=Decimal(0))
        room = self.width - self.NUMBER
        return [
            Shape(
                bar,
                0,
                index * self.LINE + self.LABEL,
                float(max(bar.value, 0) / longest) * room if longest else 0.0,
                self.LINE - self.LABEL - 6,
                is_named=True,
            )
            for index, bar in enumerate(self.bars)
        ]


@dataclass(frozen=True)
class Spark:
    """A line so small that it needs no numbers; they stand beside it."""

    values: Sequence[Decimal]
    width: int = 72

    HEIGHT, EDGE = 22, 3

    @property
    def points(self) -> list[tuple[float, float]]:
        """From the base line, which is nothing, to the largest value."""
        largest = max(self.values, default=Decimal(0))
        step = (self.width - 2 * self.EDGE) / max(len(self.values) - 1, 1)
        room = self.HEIGHT - 2 * self.EDGE
        return [
            (
                self.EDGE + index * step,
                self.HEIGHT
                - self.EDGE
                - (float(max(value, 0) / largest) * room if largest else 0),
            )
            for index, value in enumerate(self.values)
        ]

    @property
    def path(self) -> str:
        return " ".join(f"{x:.1f},{y:.1f}" for x, y in self.points)

    @property
    def last(self) -> tuple[float, float]:
        return self.points[-1]


@dataclass(frozen=True)
class Line:
    """One number through so many times that columns would not do."""

    title: str
    description: str
    bars: Sequence[Bar]
    width: int = 960
    height: int = 200

    TOP, FOOT, SIDE = 18, 20, 12

    @property
    def base(self) -> int:
        return self.height - self.FOOT

    @property
    def dots(self) -> list[Shape]:
        largest = max((bar.value for bar in self.bars), default=Decimal(0))
        step = (self.width - 2 * self.SIDE) / max(len(self.bars) - 1, 1)
        room = self.base - self.TOP
        return [
            Shape(
                bar,
                self.SIDE + index * step,
                self.base
                - (float(max(bar.value, 0) / largest) * room if largest else 0),
                0,
                0,
                is_named=bool(largest) and bar.value == largest,
            )
            for index, bar in enumerate(self.bars)
        ]

    @property
    def path(self) -> str:
        return " ".join(f"{dot.x:.1f},{dot.y:.1f}" for dot in self.dots)

    @property
    def labels(self) -> list[tuple[float, str]]:
        every = max(1, len(self.bars) // 8)
        return [(dot.x, dot.bar.label) for dot in self.dots[::every]]
