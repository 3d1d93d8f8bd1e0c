"""How far a target is reached, and whether that is enough by now.

By now a flow should have reached the share of its target that the same days had of the
three years before, where each of them counted anything; else the share of the year's
days that are over. A stock is held against its whole target on every day, and so is a
year that is over.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from django.conf import settings
from django.utils.translation import gettext as _

from accounts.models import Centre
from figures.measuring import Question, totals
from figures.periods import Period
from figures.registry import Figure

YEARS_BEFORE = 3


class Code(StrEnum):
    GREEN, AMBER, RED = "green", "amber", "red"


@dataclass(frozen=True)
class Status:
    """A colour and what it says in words."""

    code: Code
    text: str


@dataclass(frozen=True)
class Achievement:
    """`expected` is what should be counted by now, `basis` says in a sentence how that
    was told; all amounts in the figure's unit."""

    figure: Figure
    target: Decimal
    total: Decimal
    expected: Decimal
    basis: str
    status: Status

    @property
    def percent(self) -> float:
        return float(self.total / self.target * 100)

    @property
    def percent_text(self) -> str:
        return f"{self.percent:,.0f}%"

    @property
    def target_text(self) -> str:
        return self.figure.unit.text(self.target)

    @property
    def target_exact(self) -> str:
        return self.figure.unit.exact(self.target)

    @property
    def total_exact(self) -> str:
        return self.figure.unit.exact(self.total)

    @property
    def expected_text(self) -> str:
        return self.figure.unit.text(self.expected)

    @property
    def reached(self) -> str:
        """How much of a bar of 100 is filled."""
        return f"{min(self.percent, 100):.1f}"

    @property
    def due(self) -> str:
        """Where on a bar of 100 one should be by now."""
        return f"{min(float(self.expected / self.target * 100), 100):.1f}"


def achievement(
    figure: Figure,
    target: Decimal | None,
    total: Decimal,
    period: Period,
    *,
    today: date,
    share: Fraction | None = None,
) -> Achievement | None:
    """None without a target. `share` is the figure's of `usual_shares`."""
    if not target:
        return None
    days_over = share_of_days(period, today)
    if figure.is_stock or days_over >= 1:
        expected = Decimal(target)
        basis = _("the whole target")
    elif share is not None:
        expected = part_of(target, share)
        basis = _("as much of it as the same days had in the three years before")
    else:
        expected = part_of(target, days_over)
        basis = _("as much of it as of the year's days are over")
    return Achievement(
        figure=figure,
        target=Decimal(target),
        total=Decimal(total),
        expected=expected,
        basis=basis,
        status=status_of(Decimal(total), expected, is_over=days_over >= 1),
    )


def status_of(total: Decimal, expected: Decimal, *, is_over: bool) -> Status:
    """By the thresholds of the settings, in percent of what is expected."""
    if total * 100 >= expected * settings.TARGET_GREEN_FROM:
        return Status(Code.GREEN, _("reached") if is_over else _("on course"))
    if total * 100 >= expected * settings.TARGET_AMBER_FROM:
        return Status(Code.AMBER, _("nearly reached") if is_over else _("a bit behind"))
    return Status(Code.RED, _("missed") if is_over else _("behind"))


def share_of_days(period: Period, today: date) -> Fraction:
    """Of the year that the period ends in: the share of its days that are counted and
    over."""
    year = Period.of_year(period.year)
    over = (min(period.end, today) - year.start).days + 1
    return Fraction(max(over, 0), (year.end - year.start).days + 1)


def part_of(target: Decimal, share: Fraction) -> Decimal:
    return Decimal(target) * share.numerator / share.denominator


def usual_shares(
    figures: Sequence[Figure], period: Period, centre: Centre | None, *, today: date
) -> dict[str, Fraction]:
    """The share of the whole year that the same days had in the three years before, by
    the figure's slug; without stocks, and without figures of which one of those years
    counted nothing; as few statements for many as for one."""
    flows = [figure for figure in figures if not figure.is_stock]
    days_over = share_of_days(period, today)
    if not 0 < days_over < 1:
        return {}
    same_days = Period.of_year(period.year).until(min(period.end, today))
    years = [same_days.years_before(n) for n in range(1, YEARS_BEFORE + 1)]
    asked = [
        Question(figure, part, centre)
        for figure in flows
        for days in years
        for part in (days, Period.of_year(days.year))
    ]
    answers = iter(totals(asked))
    shares = {}
    for figure in flows:
        pairs = [(next(answers), next(answers)) for _year in years]
        if all(whole for _part, whole in pairs):
            parts, wholes = zip(*pairs, strict=True)
            shares[figure.slug] = Fraction(sum(parts)) / Fraction(sum(wholes))
    return shares
