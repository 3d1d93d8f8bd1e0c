"""Targets and how far they are reached."""

from decimal import Decimal

from accounts.models import Centre
from figures.models import Target


def targets_of(year: int, centre: Centre | None) -> dict[str, Decimal]:
    """Each figure's target of a centre, or of all together, by the figure's slug."""
    return dict(
        Target.objects.filter(year=year, centre=centre).values_list("figure", "amount")
    )
