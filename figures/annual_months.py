"""Month by month of the period, each beside the same days of the year before."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import IntegerField
from django.utils.translation import gettext as _

from figures import registry
from figures.annual import answers_of
from figures.cells import Cell, cell_of
from figures.charts import Bar, Columns, Group
from figures.periods import Period
from figures.registry import Figure
from figures.scopes import Scope
from records.refusals import Refusal

MOST_MONTHS = 12


@dataclass(frozen=True)
class Pair:
    """The same days of two years."""

    before: Cell
    now: Cell


@dataclass(frozen=True)
class MonthLine:
    """A figure's months and, last, the whole period; `values` are (before, now)."""

    figure: Figure
    pairs: list[Pair]
    values: list[tuple[Decimal, Decimal]]

    @property
    def months(self) -> list[Pair]:
        return self.pairs[:-1]

    @property
    def whole(self) -> Pair:
        return self.pairs[-1]

    @property
    def is_counted(self) -> bool:
        return any(before or now for before, now in self.values)


def months_of(period: Period) -> list[Period]:
    """Raises Refusal for more months than a year has."""
    months = period.months()
    if len(months) > MOST_MONTHS:
        raise Refusal(
            _("That is %(found)s parts; at most %(longest)s are shown at once.")
            % {"found": len(months), "longest": MOST_MONTHS}
        )
    return months


def figures_with_months() -> list[Figure]:
    """What records tell once a year would be the same in each month."""
    return [figure for figure in registry.all_figures() if not is_of_a_year(figure)]


def is_of_a_year(figure: Figure) -> bool:
    record_type = figure.record_type
    return isinstance(record_type.field(record_type.day), IntegerField)


def month_lines(scope: Scope, months: Sequence[Period]) -> list[MonthLine]:
    """A figure's months need not add up to its whole: who comes twice counts once."""
    figures = figures_with_months()
    parts = [*months, scope.period]
    earlier = [part.years_before(1) for part in parts]
    answers = answers_of(figures, [*parts, *earlier], scope)
    return [
        month_line(
            figure,
            scope,
            [
                ((before, answers[before][index]), (part, answers[part][index]))
                for before, part in zip(earlier, parts, strict=True)
            ],
        )
        for index, figure in enumerate(figures)
    ]


def month_line(figure: Figure, scope: Scope, found) -> MonthLine:
    def cell(period: Period, total: Decimal) -> Cell:
        return cell_of(figure, Scope(period, scope.centre, scope.as_known), total)

    return MonthLine(
        figure,
        [Pair(cell(*before), cell(*now)) for before, now in found],
        [(before, now) for (_before, before), (_part, now) in found],
    )


def month_chart(line: MonthLine, months: Sequence[Period]) -> Columns:
    """The months as pairs of columns, this year's in front."""
    groups = []
    pairs = zip(months, line.months, line.values, strict=False)
    for month, pair, (before, now) in pairs:
        groups.append(
            Group(
                str(month.start.month),
                [
                    Bar.of(f"{month.year - 1}-{month.start:%m}", before, pair.before),
                    Bar.of(f"{month.start:%Y-%m}", now, pair.now),
                ],
            )
        )
    return Columns(
        str(line.figure.label),
        _("Each month of %(year)s beside that of the year before.")
        % {"year": months[-1].year},
        groups,
    )
