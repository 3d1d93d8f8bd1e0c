"""A number as pages show it: short and exact, its mark, and the way to its records."""

from dataclasses import dataclass
from datetime import datetime, time
from decimal import Decimal

from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from figures.registry import Figure
from figures.scopes import Scope
from figures.standing import Mark


@dataclass(frozen=True)
class Cell:
    """`published` is what was given out, where it is not what the records say now."""

    text: str
    exact: str
    url: str
    mark: Mark = Mark.CLOSED
    published: str = ""


def cell_of(
    figure: Figure,
    scope: Scope,
    total: Decimal,
    *,
    mark: Mark = Mark.CLOSED,
    published: Decimal | None = None,
    narrowed: dict[str, str] | None = None,
) -> Cell:
    """The figure's total in the scope; `narrowed` are filters of its drill-down."""
    unit = figure.unit
    differs = published is not None and unit.exact(published) != unit.exact(total)
    return Cell(
        unit.text(total),
        unit.exact(total),
        drill_down_url(figure, scope, **(narrowed or {})),
        mark,
        unit.text(published) if differs else "",
    )


def drill_down_url(figure: Figure, scope: Scope, **narrowed) -> str:
    """Where the records of the scope are listed, as known now or at its moment."""
    address = reverse("figure-records", args=(figure.slug, scope.period.year))
    return with_query(address, scope.parameters | narrowed)


def end_of(day) -> datetime:
    """The last moment of a day in Seoul."""
    return timezone.make_aware(datetime.combine(day, time.max))


def with_query(address: str, parameters: dict) -> str:
    return f"{address}?{urlencode(parameters)}" if parameters else address
