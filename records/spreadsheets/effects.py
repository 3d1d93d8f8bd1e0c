"""What an import does to the figures: each as it was before and as it is after.

What figures there are is not known here: the app that has them registers a gauge.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol, Self

from accounts.models import Centre
from records.record_types import RecordType
from records.spreadsheets.understanding import Understood

MOST_YEARS = 20  # that are measured, the latest of those in the file

# A figure's slug and a year → its total.
Measured = dict[tuple[str, int], Decimal]


@dataclass(frozen=True)
class Touched:
    """Records of a type, of a centre or of several (None), in these years."""

    record_type: RecordType
    centre: Centre | None
    years: tuple[int, ...]

    @classmethod
    def by(
        cls, record_type: RecordType, centre: Centre | None, rows: Iterable[Understood]
    ) -> Self:
        """By what is understood of the rows of a file."""
        years = {year_of(record_type, row) for row in rows} - {None}
        return cls(record_type, centre, tuple(sorted(years)[-MOST_YEARS:]))


@dataclass(frozen=True)
class Effect:
    """A figure that moves, in words and numbers as pages show them."""

    label: str
    year: int
    before: str
    after: str
    change: str
    is_more: bool
    url: str


class Gauge(Protocol):
    def measured(self, touched: Touched) -> Measured: ...

    def shown(self, moved: dict, centre: Centre | None) -> Effect | None:
        """What `moved` kept of a figure; None for a figure that is no more."""
        ...


_gauges: list[Gauge] = []


def register(gauge: Gauge) -> None:
    _gauges.append(gauge)


def measured(touched: Iterable[Touched]) -> Measured:
    """The figures as they stand, within the transaction that this is asked in."""
    found: Measured = {}
    for each in touched:
        for gauge in _gauges if each.years else ():
            found |= gauge.measured(each)
    return found


def moved(before: Measured, after: Measured) -> list[dict]:
    """As JSON what is no longer as it was, by year; totals as text, exact."""
    return [
        {
            "figure": slug,
            "year": year,
            "before": str(before[slug, year]),
            "after": str(total),
        }
        for (slug, year), total in sorted(after.items(), key=lambda item: item[0][1])
        if total != before[slug, year]
    ]


def shown(kept: Collection[dict], centre: Centre | None) -> list[Effect]:
    effects = (gauge.shown(each, centre) for each in kept for gauge in _gauges)
    return [effect for effect in effects if effect]


def year_of(record_type: RecordType, row: Understood) -> int | None:
    """The year of the row's day, which may be a year itself."""
    value = row.values.get(record_type.day)
    return getattr(value, "year", value) if value else None
