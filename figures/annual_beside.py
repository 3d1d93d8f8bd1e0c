"""What stands beside the numbers of the annual page: how a year stands, what was given
out, what was to be reached, what is claimed twice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from django.utils import timezone

from accounts.models import Centre
from figures import claims
from figures.achievement import Achievement, achievement, usual_shares
from figures.models import Publication
from figures.periods import Period
from figures.publishing import given_out_in
from figures.registry import Figure
from figures.scopes import Scope
from figures.standing import Mark, Standing, standings
from figures.targets import targets_for


@dataclass(frozen=True)
class Beside:
    """`given_out` by period and figure's slug, the rest by the slug, of the year that
    is looked at. `shares` are those of `achievement.usual_shares`, of figures with a
    target; `repeated` is what is claimed more than once and counts once."""

    standings: dict[int, Standing] = field(default_factory=dict)
    given_out: dict[Period, dict[str, Decimal]] = field(default_factory=dict)
    targets: dict[str, Decimal] = field(default_factory=dict)
    shares: dict[str, Fraction] = field(default_factory=dict)
    repeated: dict[str, Decimal] = field(default_factory=dict)

    def mark(self, figure: Figure, period: Period) -> Mark:
        standing = self.standings.get(period.year)
        return standing.mark(figure.slug) if standing else Mark.CLOSED

    def year_mark(self, period: Period) -> Mark:
        """Of the year as a whole: revised is only a figure by itself."""
        standing = self.standings.get(period.year)
        return standing.mark("") if standing else Mark.CLOSED

    def achievement(
        self, figure: Figure, total: Decimal, period: Period
    ) -> Achievement | None:
        return achievement(
            figure,
            self.targets.get(figure.slug),
            total,
            period,
            today=timezone.localdate(),
            share=self.shares.get(figure.slug),
        )

    def published(self, figure: Figure, period: Period) -> Decimal | None:
        """What was last given out; else what a year said when it was first closed."""
        given = self.given_out.get(period, {}).get(figure.slug)
        standing = self.standings.get(period.year)
        if given is not None or standing is None or not period.is_whole_year:
            return given
        return standing.first.get(figure.slug)


def beside(
    figures: Sequence[Figure], columns: Sequence[Period], scope: Scope
) -> Beside:
    """How a year stands is known as of now only: a view of the past is without it."""
    targets = targets_for(scope.period, scope.centre)
    shares = shares_of([f for f in figures if f.slug in targets], scope)
    if scope.as_known:
        return Beside(targets=targets, shares=shares)
    return Beside(
        standings([period.year for period in columns], scope.centre),
        given_out_in(columns, scope.centre),
        targets,
        shares,
        repeated_in(figures, scope),
    )


def shares_of(figures: Sequence[Figure], scope: Scope) -> dict[str, Fraction]:
    today = timezone.localdate()
    return usual_shares(figures, scope.period, scope.centre, today=today)


def given_out_by(centre: Centre | None) -> set[str]:
    """The slugs of the figures of which a number was ever given out."""
    given = Publication.objects.standing().filter(centre=centre).order_by()
    return set(given.values_list("figure", flat=True).distinct())


def repeated_in(figures: Iterable[Figure], scope: Scope) -> dict[str, Decimal]:
    """How much centres claim beyond what counts once, by the figure's slug."""
    if scope.centre is not None:
        return {}
    pairs = claims.claimed_and_once(figures, scope.period)
    return {slug: claimed - once for slug, (claimed, once) in pairs.items()}
