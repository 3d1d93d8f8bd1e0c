"""Open points: what somebody should look at before a year is closed.

Declared in each app's `points.py`, discovered at start-up. The readiness list counts
them, the annual page shows those of its figures, each opens its records.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db import models
from django.urls import reverse

from accounts.models import Centre
from figures.periods import Period


class UnknownPoint(LookupError):
    """No open point has this slug."""


@dataclass(frozen=True, kw_only=True)
class Point:
    """Records that leave something open.

    `records` takes a Period and a centre (or None for all) and answers a query set of a
    declared record type; of another model where `page` takes the same and answers the
    address that lists them. `label` names them, `why` says in a sentence what they do
    to the year's figures. `figure` is the slug of the figure on whose line their number
    stands. While a blocking point has records, the year is not closed.
    """

    slug: str
    label: str
    why: str
    records: Callable[[Period, Centre | None], models.QuerySet]
    page: Callable[[Period, Centre | None], str] | None = None
    figure: str = ""
    is_blocking: bool = False

    def count(self, period: Period, centre: Centre | None) -> int:
        return self.records(period, centre).order_by().count()

    def address(self, period: Period, centre: Centre | None) -> str:
        """The page that lists the records, of a whole year."""
        if self.page:
            return self.page(period, centre)
        address = reverse("point-records", args=(self.slug, period.year))
        return f"{address}?centre={centre.code}" if centre else address


_points: dict[str, Point] = {}


def register(point: Point) -> Point:
    if point.slug in _points:
        raise ValueError(f"two open points are called {point.slug!r}")
    _points[point.slug] = point
    return point


def all_points() -> Iterator[Point]:
    return iter(_points.values())


def of_figure(slug: str) -> list[Point]:
    return [point for point in _points.values() if point.figure == slug]


def get(slug: str) -> Point:
    if slug not in _points:
        raise UnknownPoint(slug)
    return _points[slug]
