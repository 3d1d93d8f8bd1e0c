"""Fair comparison: the same days of two years, each as known then and as known now.

What is entered late grows the year before after the fact; set beside a running year
that is not yet complete, it reads as a fall, and the other way round as growth. So each
number stands as the records said it when its period ended, and as they say it now.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils import timezone

from figures import registry
from figures.annual import answers_of, percent_text, signed
from figures.cells import Cell, cell_of, end_of
from figures.periods import Period
from figures.registry import Figure
from figures.scopes import Scope


@dataclass(frozen=True)
class Known:
    """One period: as known then, as known now, and what was entered late."""

    then: Cell
    now: Cell
    late: str
    late_exact: str
    before: Decimal
    after: Decimal


@dataclass(frozen=True)
class FairLine:
    """`before` is the year before; the changes compare like with like."""

    figure: Figure
    before: Known
    now: Known

    @property
    def periods(self) -> tuple[Known, Known]:
        return self.before, self.now

    @property
    def is_counted(self) -> bool:
        return any(one.before or one.after for one in self.periods)

    @property
    def changes(self) -> list[tuple[str, str]]:
        """(change, per cent) as known then, and as known now."""
        pairs = (
            (self.before.before, self.now.before),
            (self.before.after, self.now.after),
        )
        text = self.figure.unit.text
        return [
            (signed(now - before, text), percent_text(before, now))
            for before, now in pairs
        ]


def known_then(period: Period, scope: Scope) -> datetime | None:
    """The end of the period's last day, unless that is still to come; None is now."""
    now = scope.as_known or timezone.now()
    then = end_of(period.end)
    return then if then < now else scope.as_known


def fair_lines(scope: Scope) -> list[FairLine]:
    """Four columns of numbers in three statements."""
    figures = list(registry.all_figures())
    periods = (scope.period.years_before(1), scope.period)
    now = answers_of(figures, periods, scope)
    moments = {period: known_then(period, scope) for period in periods}
    then = {
        period: now[period]
        if moments[period] == scope.as_known
        else answers_of(
            figures, [period], Scope(period, scope.centre, moments[period])
        )[period]
        for period in periods
    }
    return [
        FairLine(
            figure,
            *(
                known_of(
                    figure,
                    Scope(period, scope.centre, scope.as_known),
                    Scope(period, scope.centre, moments[period]),
                    then[period][index],
                    now[period][index],
                )
                for period in periods
            ),
        )
        for index, figure in enumerate(figures)
    ]


def known_of(figure: Figure, now: Scope, then: Scope, before, after) -> Known:
    late = after - before
    return Known(
        cell_of(figure, then, before),
        cell_of(figure, now, after),
        signed(late, figure.unit.text),
        signed(late, figure.unit.exact),
        before,
        after,
    )
