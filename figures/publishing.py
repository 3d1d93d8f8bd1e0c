"""What was given out about a period."""

from decimal import Decimal

from accounts.models import Centre
from figures.models import Publication
from figures.periods import Period


def published_in(period: Period, centre: Centre | None) -> dict[str, Publication]:
    """The last value given out for exactly this period, by the figure's slug."""
    given = Publication.objects.filter(
        centre=centre, starts_on=period.start, ends_on=period.end, narrowed={}
    ).order_by("published_on", "pk")
    return {one.figure: one for one in given}


def published_amounts(period: Period, centre: Centre | None) -> dict[str, Decimal]:
    return {slug: one.amount for slug, one in published_in(period, centre).items()}
