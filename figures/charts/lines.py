"""Lines through time."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from figures.charts.shapes import Bar, Shape, share


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
                self.HEIGHT - self.EDGE - share(value, largest) * room,
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

    TOP, FOOT, SIDE = 18, 20, 28

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
                self.base - share(bar.value, largest) * room,
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
