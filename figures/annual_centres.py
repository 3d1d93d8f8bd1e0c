"""The centres side by side, and all together, in which nothing counts twice."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from accounts.models import Centre
from figures import registry
from figures.cells import Cell, cell_of
from figures.charts import Bar, Rows
from figures.measuring import Question, totals
from figures.registry import Figure
from figures.scopes import Scope


@dataclass(frozen=True)
class CentreLine:
    """A figure of each centre; `whole` is that of all, None where the reader sees only
    one centre. `values` are the centres' totals."""

    figure: Figure
    cells: list[Cell]
    values: list[Decimal]
    whole: Cell | None = None
    total: Decimal = Decimal(0)

    @property
    def is_counted(self) -> bool:
        return any(self.values)

    @property
    def sum_text(self) -> str:
        """What the centres say together, where that is more than counts once."""
        if self.whole is None or sum(self.values) == self.total:
            return ""
        return self.figure.unit.text(sum(self.values))


def centre_lines(
    scope: Scope, centres: Sequence[Centre], *, sees_all: bool
) -> list[CentreLine]:
    """Every figure of every centre and of all: one statement."""
    figures = list(registry.all_figures())
    asked = [*centres, None] if sees_all else [*centres]
    questions = [Question(f, scope.period, c) for f in figures for c in asked]
    answers = iter(totals(questions, as_known=scope.as_known))
    return [
        centre_line(figure, scope, [(centre, next(answers)) for centre in asked])
        for figure in figures
    ]


def centre_line(figure: Figure, scope: Scope, found) -> CentreLine:
    cells = {
        centre: cell_of(figure, Scope(scope.period, centre, scope.as_known), total)
        for centre, total in found
    }
    values = dict(found)
    whole, total = cells.pop(None, None), values.pop(None, Decimal(0))
    return CentreLine(figure, [*cells.values()], [*values.values()], whole, total)


def centre_chart(line: CentreLine, centres: Sequence[Centre]) -> Rows:
    found = zip(centres, line.values, line.cells, strict=True)
    bars = [Bar.of(str(centre), value, cell) for centre, value, cell in found]
    return Rows(str(line.figure.label), _("The centres, each with its total."), bars)
