"""What stands beside the numbers of one figure, year by year."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from figures.annual_beside import Beside
from figures.models import Target
from figures.periods import Period
from figures.publishing import given_out_in
from figures.registry import Figure
from figures.scopes import Scope
from figures.standing import Mark, standings


@dataclass(frozen=True)
class FigureBeside:
    """Of a part that is a whole year; every other part has nothing beside it."""

    figure: Figure
    beside: Beside = field(default_factory=Beside)
    targets: dict[int, Decimal] = field(default_factory=dict)

    def mark(self, period: Period) -> Mark:
        if not period.is_whole_year:
            return Mark.CLOSED
        return self.beside.mark(self.figure, period)

    def published(self, period: Period) -> Decimal | None:
        return self.beside.published(self.figure, period)

    def target(self, period: Period) -> Decimal | None:
        return self.targets.get(period.year) if period.is_whole_year else None


def beside_figure(
    figure: Figure, scope: Scope, periods: Sequence[Period], by: str
) -> FigureBeside:
    """As of now, and through the years alone; three statements and two more."""
    if by != "year":
        return FigureBeside(figure)
    years = [period.year for period in periods]
    targets = Target.objects.filter(
        figure=figure.slug, centre=scope.centre, year__in=years
    ).values_list("year", "amount")
    if scope.as_known:
        return FigureBeside(figure, targets=dict(targets))
    stands = Beside(standings(years, scope.centre), given_out_in(periods, scope.centre))
    return FigureBeside(figure, stands, dict(targets))
