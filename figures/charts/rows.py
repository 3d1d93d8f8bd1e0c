"""Bars that lie."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from figures.charts.shapes import Bar, Shape, share


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
                share(bar.value, longest) * room,
                self.LINE - self.LABEL - 6,
            )
            for index, bar in enumerate(self.bars)
        ]
