"""How a year's figures stand: provisional, closed, being restated or revised."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.models import Centre
from figures.models import Restatement, Seal, YearClose


class Mark(models.TextChoices):
    """Stands beside a number; a closed one that never moved has none."""

    PROVISIONAL = "p", pgettext_lazy("figure", "provisional")
    CLOSED = "", pgettext_lazy("figure", "closed")
    RESTATING = "c", _("being restated")
    REVISED = "r", pgettext_lazy("figure", "revised")


@dataclass(frozen=True)
class Standing:
    """Of one year, of a centre or of all (then closed once every centre is).

    `first` is what each figure said when the year was closed first, by slug; only a
    single centre's. `revised` are the figures that a restatement moved since.
    """

    year: int
    is_closed: bool = False
    is_restating: bool = False
    revised: frozenset[str] = frozenset()
    first: dict[str, Decimal] = field(default_factory=dict)
    close: YearClose | None = None

    def mark(self, figure: str) -> Mark:
        if not self.is_closed:
            return Mark.PROVISIONAL
        if self.is_restating:
            return Mark.RESTATING
        return Mark.REVISED if figure in self.revised else Mark.CLOSED


def standings(years: Iterable[int], centre: Centre | None) -> dict[int, Standing]:
    """Each year's standing; three statements whatever the number of years."""
    years = sorted(set(years))
    closes = YearClose.objects.closed().filter(year__in=years)
    wanted = closes if centre is None else closes.filter(centre=centre)
    wanted = list(wanted.select_related("centre"))
    centres = Centre.objects.count() if centre is None else 1
    open_ = set(
        Restatement.objects.filter(
            close__in=wanted, state=Restatement.State.OPEN
        ).values_list("close_id", flat=True)
    )
    seals = Seal.objects.filter(close__in=wanted).order_by("revision")
    by_close: dict[int, dict[str, list[Seal]]] = {}
    for seal in seals:
        by_close.setdefault(seal.close_id, {}).setdefault(seal.figure, []).append(seal)
    return {
        year: standing_of(
            year, [c for c in wanted if c.year == year], centres, open_, by_close
        )
        for year in years
    }


def standing_of(year, closes, centres: int, restating, by_close) -> Standing:
    if len(closes) < centres or not closes:
        return Standing(year)
    revised = {
        figure
        for close in closes
        for figure, seals in by_close.get(close.pk, {}).items()
        if seals[0].digest != seals[-1].digest
    }
    one = closes[0] if len(closes) == 1 else None
    first = by_close.get(one.pk, {}) if one else {}
    return Standing(
        year,
        is_closed=True,
        is_restating=any(close.pk in restating for close in closes),
        revised=frozenset(revised),
        first={figure: seals[0].total for figure, seals in first.items()},
        close=one,
    )
