"""Targets of the demonstration: a twentieth more than the year before had."""

from decimal import ROUND_CEILING, Decimal

from figures.measuring import Question, totals
from figures.periods import Period
from figures.registry import all_figures
from figures.targets import set_targets
from pangyo.demo.marks import INVENTED
from pangyo.demo.world import World

GROWTH = Decimal("1.05")
DIGITS = 2  # of which a target is written
FIRST_YEAR = 2016
SETTER = "national"


def enter_targets(world: World) -> None:
    """For every year with a year before it, once the records are saved."""
    figures = [figure for figure in all_figures() if figure.is_headline]
    for year in range(FIRST_YEAR, world.today.year + 1):
        before = Period.of_year(year - 1)
        for centre in world.centres.values():
            asked = [Question(figure, before, centre) for figure in figures]
            amounts = {
                figure: rounded_up(total * GROWTH)
                for figure, total in zip(figures, totals(asked), strict=True)
                if total
            }
            by = world.users[SETTER]
            set_targets(year, centre, amounts, by=by, reason=INVENTED)


def rounded_up(amount: Decimal) -> Decimal:
    step = Decimal(10) ** max(amount.adjusted() - DIGITS + 1, 0)
    return (amount / step).to_integral_value(ROUND_CEILING) * step
