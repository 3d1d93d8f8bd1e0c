"""What the figures say of one subject: of a company's own records, of a partner's."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import models
from django.db.models import Q
from django.utils import timezone

from figures import registry
from figures.cells import Cell, drill_down_url
from figures.measuring import Question, totals
from figures.periods import Period
from figures.registry import Figure
from figures.scopes import Scope
from records.links import ways_to
from records.timelines import Timeline

YEARS_SHOWN = 20


@dataclass(frozen=True)
class SubjectLine:
    """A figure year by year; None where nothing counts."""

    figure: Figure
    cells: list[Cell | None]


@dataclass(frozen=True)
class SubjectTable:
    years: list[int] = field(default_factory=list)
    lines: list[SubjectLine] = field(default_factory=list)


def figures_of(subject: models.Model, user, timeline: Timeline) -> SubjectTable:
    """The figures over the subject's records, of the user's centre or, for those who
    see them, of all; without years and figures in which nothing counts.

    Asked in the years in which anything of it happened; a stock stands in those between
    and after them as well. One statement beside the timeline's own. Each number opens
    the drill-down, narrowed to the subject by the look-up that narrows the total.
    """
    if user.centre is None and not user.sees_all_centres:
        return SubjectTable()
    centre = None if user.sees_all_centres else user.centre
    recorded, types = timeline.recorded_years, timeline.numbers
    asked = [
        (figure, way, Scope(Period.of_year(year), centre))
        for figure, way in narrowed_to(type(subject))
        if figure.record_type in types
        for year in (years_since(recorded) if figure.is_stock else recorded)
    ]
    answers = totals(
        [
            Question(figure, scope.period, centre, Q(**{way: subject}))
            for figure, way, scope in asked
        ]
    )
    cells = {
        (figure, scope.period.year): Cell(
            figure.unit.text(answer),
            figure.unit.exact(answer),
            drill_down_url(figure, scope, **{way: subject.pk}),
        )
        for (figure, way, scope), answer in zip(asked, answers, strict=True)
        if answer
    }
    counted = sorted({year for _figure, year in cells}, reverse=True)[:YEARS_SHOWN]
    return SubjectTable(
        counted,
        [
            SubjectLine(figure, [cells.get((figure, year)) for year in counted])
            for figure in dict.fromkeys(figure for figure, _year in cells)
        ],
    )


def years_since(recorded: Sequence[int]) -> list[int]:
    """These years and those since the first, the last of them first."""
    this_year = timezone.localdate().year
    since_then = range(min(recorded, default=this_year), this_year + 1)
    return sorted({*recorded, *since_then}, reverse=True)[:YEARS_SHOWN]


def narrowed_to(model: type[models.Model]) -> list[tuple[Figure, str]]:
    """The figures whose drill-down has a filter for the model, and that filter."""
    ways = ways_to(model)
    return [
        (figure, way)
        for figure in registry.all_figures()
        if (way := ways.get(figure.record_type)) in figure.record_type.filters
    ]
