"""What stands on the annual page: each figure by year, and what stands beside it.

Numbers come from one statement; what stands beside them takes as many statements
however many figures, years and records there are.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby

from django.utils import timezone

from figures import registry
from figures.achievement import Achievement
from figures.annual_beside import Beside, given_out_by
from figures.bridging import Bridge, bridges_of
from figures.cells import Cell, cell_of
from figures.measuring import Question, run, totals
from figures.periods import Period
from figures.registry import Figure
from figures.scopes import Scope
from figures.targets import targets_of

YEARS_SEARCHED = 15
MOST_HEADLINES = 6


@dataclass(frozen=True)
class Line:
    """A figure's line; `values` are its totals, the last of them the scope's own."""

    figure: Figure
    cells: list[Cell]
    values: list[Decimal]
    achievement: Achievement | None = None
    claimed: Decimal | None = None
    bridges: list[Bridge] = field(default_factory=list)

    @property
    def now(self) -> Cell:
        return self.cells[-1]

    @property
    def is_counted(self) -> bool:
        return any(self.values)

    @property
    def change(self) -> Decimal:
        """On the year before; nothing where none is asked for."""
        return self.values[-1] - self.values[-2] if len(self.values) > 1 else Decimal(0)

    @property
    def change_text(self) -> str:
        return signed(self.change, self.figure.unit.text)

    @property
    def change_exact(self) -> str:
        return signed(self.change, self.figure.unit.exact)

    @property
    def percent_text(self) -> str:
        return percent_text(*self.values[-2:]) if len(self.values) > 1 else ""

    @property
    def claimed_text(self) -> str:
        """What the centres claim together, where that is more than counts."""
        return self.figure.unit.text(self.claimed) if self.claimed else ""


def signed(change: Decimal, text) -> str:
    sign = "" if not change else "+" if change > 0 else "−"
    return sign + text(abs(change))


def percent_text(before: Decimal, now: Decimal) -> str:
    """Empty where nothing changed, or nothing was there before to compare with."""
    if not before or now == before:
        return ""
    return signed((now - before) / before * 100, "{:,.1f}%".format)


def annual_lines(scope: Scope, columns: Sequence[Period], stands: Beside) -> list[Line]:
    figures = list(registry.all_figures())
    answers = answers_of(figures, columns, scope)
    return [
        annual_line(figure, scope, {p: answers[p][index] for p in columns}, stands)
        for index, figure in enumerate(figures)
    ]


def annual_line(
    figure: Figure, scope: Scope, by_period: dict[Period, Decimal], stands: Beside
) -> Line:
    cells = [
        cell_of(
            figure,
            Scope(period, scope.centre, scope.as_known),
            total,
            mark=stands.mark(figure, period),
            published=stands.published(figure, period),
        )
        for period, total in by_period.items()
    ]
    values = list(by_period.values())
    repeated = stands.repeated.get(figure.slug)
    return Line(
        figure,
        cells,
        values,
        stands.achievement(figure, values[-1], scope.period),
        values[-1] + repeated if repeated else None,
        bridges_in(figure, scope, by_period),
    )


def bridges_in(figure: Figure, scope: Scope, periods: Iterable[Period]) -> list[Bridge]:
    """Both numbers of those of the years in which the definition changed."""
    if not figure.former or scope.as_known:
        return []
    years = {period.year for period in periods if period.is_whole_year}
    return [one for one in bridges_of(figure, scope.centre) if one.year in years]


def grouped(lines: Iterable) -> list[tuple[str, list]]:
    """The lines by what they are about, in the order in which that comes up first."""
    lines = list(lines)
    order = list(dict.fromkeys(str(line.figure.group) for line in lines))
    lines.sort(key=lambda line: order.index(str(line.figure.group)))
    return [
        (group, list(found))
        for group, found in groupby(lines, key=lambda line: str(line.figure.group))
    ]


def headlines(lines: Iterable, scope: Scope) -> list:
    """The lines that stand first: of the declared headlines that count anything those
    that the centre has given out or set itself a target for, then the others."""
    declared = [line for line in lines if line.figure.is_headline and line.is_counted]
    vouched = {*given_out_by(scope.centre)}
    vouched |= targets_of(scope.period.year, scope.centre).keys()
    chosen = sorted(declared, key=lambda line: line.figure.slug not in vouched)
    return [line for line in declared if line in chosen[:MOST_HEADLINES]]


def answers_of(figures, periods, scope: Scope) -> dict[Period, list[Decimal]]:
    """The totals of the figures, in their order, for each period: one statement."""
    questions = [Question(f, p, scope.centre) for p in periods for f in figures]
    answers = iter(totals(questions, as_known=scope.as_known))
    return {period: [next(answers) for _figure in figures] for period in periods}


def latest(scope: Scope) -> Scope:
    """This year so far; while it has no record, the last year that has one."""
    today = timezone.localdate()
    running = Period.of_year(today.year).until(today)
    years = [Period.of_year(today.year - n) for n in range(1, YEARS_SEARCHED)]
    for period in (running, *years):
        found = Scope(period, scope.centre, scope.as_known)
        if has_records(found):
            return found
    return Scope(running, scope.centre, scope.as_known)


def has_records(scope: Scope) -> bool:
    """Whether anything happened: the first record found answers it."""
    parts, params = [], []
    for figure in registry.all_figures():
        if not figure.is_stock:
            claimed = figure.claimed(scope.period, scope.centre).order_by()
            sql, sql_params = claimed.values("pk").query.sql_with_params()
            parts.append(f"EXISTS ({sql})")
            params += sql_params
    if not parts:
        return False
    [[found]] = run(f"SELECT {' OR '.join(parts)}", params, as_known=scope.as_known)
    return found
