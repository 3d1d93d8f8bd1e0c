"""Targets: what is set for a year, and setting it."""

from decimal import Decimal

import pghistory
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Centre, User
from figures.models import Target
from figures.periods import Period
from figures.registry import Figure
from records import refusals


def targets_of(year: int, centre: Centre | None) -> dict[str, Decimal]:
    """Each figure's target of a centre, or of all together, by the figure's slug."""
    return dict(
        Target.objects.filter(year=year, centre=centre).values_list("figure", "amount")
    )


def targets_for(period: Period, centre: Centre | None) -> dict[str, Decimal]:
    """The year's targets for a period that begins with the year and ends in it; a
    quarter, a month or several years have none."""
    begins = period.start == Period.of_year(period.year).start
    return targets_of(period.year, centre) if begins else {}


@transaction.atomic
def set_targets(
    year: int,
    centre: Centre | None,
    amounts: dict[Figure, Decimal | None],
    *,
    by: User,
    reason: str,
) -> int:
    """Set each figure's target, or take it back where the amount is None; answers how
    many changed. The reason stands in the history of each."""
    held = {
        target.figure: target
        for target in Target.objects.select_for_update()
        .filter(year=year, centre=centre)
        .order_by("pk")
    }
    changed = 0
    with pghistory.context(reason=reason):
        for figure, amount in amounts.items():
            target = held.get(figure.slug)
            if amount == (target.amount if target else None):
                continue
            changed += 1
            if amount is None:
                target.delete()
                continue
            target = target or Target(figure=figure.slug, year=year, centre=centre)
            target.amount, target.reason, target.set_by = amount, reason, by
            target.save()
    return changed


def set_meanwhile(_error) -> str:
    """Two people set a target for the first time at once; the first one's stands."""
    return _("Somebody else has just set this target; open the page again to see it.")


refusals.tell_rule("figures_target_is_set_once", set_meanwhile)
