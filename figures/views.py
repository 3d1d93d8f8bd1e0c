"""One figure's pages: through the years and divided; the records it counts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.models import Centre
from figures.breakdowns import THROUGH_TIME, Part, breakdown, ways
from figures.bridging import bridges_of
from figures.cells import Cell, cell_of
from figures.charts import Bar
from figures.exports import parts_table
from figures.figure_beside import FigureBeside, beside_figure
from figures.figure_charts import centres_of, time_chart
from figures.measuring import Question, total
from figures.periods import PARAMETERS
from figures.published_beside import of_figure
from figures.registry import Figure
from figures.scopes import Scope, read_figure, read_scope
from records.exports.responses import file_response, wanted_format
from records.refusals import refuse_unknown

YEARS_DIVIDED = 12
SCOPE_PARAMETERS = (*PARAMETERS, "centre", "as_known")
RECORDS_PARAMETERS = (*SCOPE_PARAMETERS, "definition")


@require_safe
def figure_page(request, slug):
    """One figure through the years and divided."""
    figure = read_figure(slug)
    refuse_unknown(request.GET, (*SCOPE_PARAMETERS, "by", "format"))
    scope = read_figure_scope(request.GET, request.user)
    by = request.GET.get("by") or "year"
    centres = Centre.objects.visible_to(request.user)
    parts = breakdown(
        figure,
        by,
        scope.period,
        centre=scope.centre,
        centres=centres,
        as_known=scope.as_known,
    )
    question = Question(figure, scope.period, scope.centre)
    whole = total(question, as_known=scope.as_known)
    if wanted := wanted_format(request.GET):
        by_label = ways(figure)[by]
        table = parts_table(figure, scope, by_label, parts, whole, request.user)
        return file_response(table, wanted)
    context = figure_context(figure, scope, by, parts, list(centres))
    context |= {
        "centres": centres,
        "bridges": bridges_of(figure, scope.centre),
        "published": of_figure(figure, scope.centre, request.user),
        "total_text": figure.unit.text(whole),
        "total_exact": figure.unit.exact(whole),
    }
    return render(request, "figures/figure.html", context)


def read_figure_scope(params, user) -> Scope:
    """The last years, unless a period is asked for."""
    params = params.dict()
    if not any(params.get(name) for name in PARAMETERS):
        this_year = timezone.localdate().year
        params |= {"from": str(this_year - YEARS_DIVIDED + 1), "to": str(this_year)}
    return read_scope(params, user)


def figure_context(
    figure: Figure, scope: Scope, by: str, parts: list[Part], centres: list[Centre]
) -> dict:
    stands = beside_figure(figure, scope, [part.period for part in parts], by)
    divided = centres_of(figure, scope, by, parts, centres)
    lines = part_lines(figure, scope, parts, stands)
    if divided:
        pairs = zip(lines, divided.parts, strict=True)
        lines = [replace(line, centres=bars) for line, bars in pairs]
    return {
        "figure": figure,
        "scope": scope,
        "by": by,
        "by_label": ways(figure)[by],
        "ways": ways(figure),
        "is_through_time": by in THROUGH_TIME,
        "knows_moments": True,
        "lines": lines,
        "bars": [line.bar for line in lines],
        "divided": divided,
        "has_targets": any(line.target_text for line in lines),
        "has_given": any(line.given_text for line in lines),
        "chart": time_chart(figure, by, lines, divided),
    }


@dataclass(frozen=True)
class PartLine:
    """`bar` is its part of a chart; target and published value are of a year, and so
    are the bars of the centres."""

    label: str
    cell: Cell
    bar: Bar
    target: Decimal | None = None
    target_text: str = ""
    given_text: str = ""
    centres: Sequence[Bar] = ()


def part_lines(
    figure: Figure, scope: Scope, parts: list[Part], stands: FigureBeside
) -> list[PartLine]:
    lines, text = [], figure.unit.text
    for part in parts:
        within = Scope(part.period, scope.centre, scope.as_known)
        target, given = stands.target(part.period), stands.published(part.period)
        mark, narrowed = stands.mark(part.period), part.narrowed
        cell = cell_of(figure, within, part.total, mark=mark, narrowed=narrowed)
        lines.append(
            PartLine(
                part.label,
                cell,
                Bar.of(part.label, part.total, cell),
                target,
                "" if target is None else text(target),
                "" if given is None else text(given),
            )
        )
    return lines
