"""Bars that stand: side by side, or upon another."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from figures.charts.shapes import Bar, Group, Shape, share

NOTHING = Decimal(0)


@dataclass(frozen=True)
class Columns:
    """Groups of columns over a base line, the last of each group in front.

    Each group says its number while there is room, else the highest alone.
    """

    title: str
    description: str
    groups: Sequence[Group]
    width: int = 360
    height: int = 150

    TOP, FOOT, GAP = 18, 18, 0.22
    NUMBER, LETTER = 52, 8  # how wide a number is, and a letter of a label

    @property
    def base(self) -> int:
        return self.height - self.FOOT

    @property
    def step(self) -> float:
        return self.width / max(len(self.groups), 1)

    @property
    def room(self) -> float:
        return self.step * (1 - self.GAP)

    @property
    def highest(self) -> Decimal:
        targets = [group.target or NOTHING for group in self.groups]
        return max([*map(self.height_of, self.groups), *targets], default=NOTHING)

    def height_of(self, group: Group) -> Decimal:
        return max((bar.value for bar in group.bars), default=NOTHING)

    def scaled(self, value: Decimal) -> float:
        return share(value, self.highest) * (self.base - self.TOP)

    def left_of(self, index: int) -> float:
        return index * self.step + (self.step - self.room) / 2

    @property
    def shapes(self) -> list[Shape]:
        groups = enumerate(self.groups)
        return [shape for index, group in groups for shape in self.drawn(index, group)]

    def drawn(self, index: int, group: Group) -> list[Shape]:
        width = self.room / len(group.bars)
        return [
            Shape(
                bar,
                self.left_of(index) + place * width,
                self.base - self.scaled(bar.value),
                width,
                self.scaled(bar.value),
                len(group.bars) - 1 - place,
            )
            for place, bar in enumerate(group.bars)
        ]

    @property
    def numbers(self) -> list[tuple[float, float, str]]:
        """(where, how high, what) above the columns."""
        said = [self.said(group) for group in self.groups]
        largest = max((value for value, _text in said), default=NOTHING)
        return [
            (
                (index + 0.5) * self.step + self.aside(group),
                self.base - self.scaled(value) - 5,
                text,
            )
            for index, (group, (value, text)) in enumerate(
                zip(self.groups, said, strict=True)
            )
            if value and (self.step >= self.NUMBER or value == largest)
        ]

    def said(self, group: Group) -> tuple[Decimal, str]:
        """The value that the group's number stands above, and the number."""
        return group.bars[-1].value, group.bars[-1].text

    def aside(self, group: Group) -> float:
        """From the group's middle to that of its last column."""
        return self.room / 2 * (1 - 1 / len(group.bars))

    @property
    def labels(self) -> list[tuple[float, str]]:
        """(where, what) beneath the columns; only some where they would touch."""
        longest = max((len(group.label) for group in self.groups), default=0)
        every = 1 + int((longest * self.LETTER + 4) // max(self.step, 1))
        last = len(self.groups) - 1
        return [
            ((index + 0.5) * self.step, group.label)
            for index, group in enumerate(self.groups)
            if (last - index) % every == 0
        ]

    @property
    def targets(self) -> list[tuple[float, float, float]]:
        """(from, to, how high) of the lines across groups that were to reach them."""
        return [
            (
                self.left_of(index) - 3,
                self.left_of(index) + self.room + 3,
                self.base - self.scaled(group.target),
            )
            for index, group in enumerate(self.groups)
            if group.target
        ]


class Stacks(Columns):
    """Columns upon another, which together are what the group says."""

    def height_of(self, group: Group) -> Decimal:
        return sum((max(bar.value, NOTHING) for bar in group.bars), NOTHING)

    def drawn(self, index: int, group: Group) -> list[Shape]:
        found, top = [], float(self.base)
        for place, bar in enumerate(group.bars):
            height = self.scaled(bar.value)
            top -= height
            found.append(Shape(bar, self.left_of(index), top, self.room, height, place))
        return found

    def said(self, group: Group) -> tuple[Decimal, str]:
        return self.height_of(group), group.text

    def aside(self, group: Group) -> float:
        return 0.0


def single(bar: Bar, target: Decimal | None = None) -> Group:
    return Group(bar.label, [bar], target=target)
