"""What was given out about a period, and what a restatement makes of it."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.db.models import F, Max, Q, QuerySet
from django.utils import timezone

from accounts.models import Centre
from figures import registry
from figures.models import Publication, Restatement, YearClose
from figures.periods import Period
from figures.published_beside import beside
from figures.standing import standings
from figures.units import Unit
from records.written_values import NotUnderstood

# A number within a printed phrase, with the units of ten behind it and one word.
NUMBER = re.compile(r"\d[\d,.]*(?:\s*[조억만천백](?:\s*\d[\d,.]*)?)*\s?[^\W\d]*")


def given_out_in(
    periods: Iterable[Period], centre: Centre | None
) -> dict[Period, dict[str, Decimal]]:
    """The last value given out for exactly each period, by the figure's slug; one of
    which the day is not known comes before all others."""
    exactly = Q(pk__in=())
    for period in periods:
        exactly |= Q(starts_on=period.start, ends_on=period.end)
    standing = Publication.objects.standing()
    given = standing.filter(exactly, centre=centre, narrowed={})
    found: dict[Period, dict[str, Decimal]] = {}
    for one in given.order_by(F("published_on").asc(nulls_first=True), "pk"):
        found.setdefault(one.period, {})[one.figure] = one.amount
    return found


def published_amounts(period: Period, centre: Centre | None) -> dict[str, Decimal]:
    """What is known outside, by the figure's slug: the last value given out, or else
    what a closed year said when it was closed first."""
    given = given_out_in([period], centre).get(period, {})
    if not period.is_whole_year:
        return given
    return standings([period.year], centre)[period.year].first | given


def outdated_by(restatement: Restatement) -> QuerySet[Publication]:
    """The values, of the centre and of all together, that touch what a restatement
    moves and are not what is counted now."""
    close = restatement.close
    touching = (
        Publication.objects.standing()
        .filter(
            Q(centre=close.centre) | Q(centre=None),
            figure__in=figures_moved(restatement),
            starts_on__lte=close.period.end,
            ends_on__gte=close.period.start,
        )
        .filter(Q(revision__lt=restatement.number) | Q(centre=None))
    )
    wrong = [
        one.publication.pk
        for one in beside(touching.select_related("centre"))
        if one.difference
    ]
    return Publication.objects.filter(pk__in=wrong)


def figures_moved(restatement: Restatement) -> set[str]:
    """What is moved so far, or what the approved restatement sealed otherwise."""
    if restatement.state != Restatement.State.APPROVED:
        return set(restatement.records.values_list("figure", flat=True))
    digests: dict[str, list[str]] = {}
    seals = restatement.close.seals.filter(revision__lte=restatement.number)
    for seal in seals.order_by("revision"):
        digests.setdefault(seal.figure, []).append(seal.digest)
    return {
        figure
        for figure, (*_earlier, before, after) in digests.items()
        if before != after
    }


def revision_on(centre: Centre | None, year: int, day: date) -> int:
    """The revision that stood at the end of a day; 0 before any restatement."""
    approved = Restatement.objects.filter(
        close__centre=centre,
        close__year=year,
        close__state=YearClose.State.CLOSED,
        state=Restatement.State.APPROVED,
        approved_at__date__lte=day,
    )
    return approved.aggregate(last=Max("number"))["last"] or 0


def fill_in(one: Publication) -> None:
    """The version of the definition and the revision that the value was given out by:
    those of its day, or of the day it was entered."""
    entered = timezone.localdate(one.entered_at) if one.pk else timezone.localdate()
    figure = registry.get(one.figure)
    one.definition = figure.definition_of(one.period).version
    one.revision = revision_on(
        one.centre, one.ends_on.year, one.published_on or entered
    )


def read_printed(unit: Unit, printed: str) -> Decimal | None:
    """The one number in the unit that a phrase names: 22 of "8월까지 22건". None where
    it names none, or several."""
    found = [read_part(unit, part.group()) for part in NUMBER.finditer(printed)]
    named = {amount for amount in found if amount is not None}
    return named.pop() if len(named) == 1 else None


def read_part(unit: Unit, text: str) -> Decimal | None:
    try:
        return unit.read(text)
    except NotUnderstood:
        return None
