"""What an import does to the figures, told to the wizard that tries it."""

from decimal import Decimal

from django.utils import timezone

from accounts.models import Centre
from figures import registry
from figures.cells import drill_down_url
from figures.measuring import Question, totals
from figures.periods import Period
from figures.registry import Figure
from figures.scopes import Scope
from records import links, record_types
from records.spreadsheets import effects
from records.spreadsheets.effects import Effect, Measured, Touched


class FiguresMoved:
    """The figures over the type's own records, over those that belong to them and over
    those that they belong to; a stock moves in the years since as well."""

    def measured(self, touched: Touched) -> Measured:
        asked = [
            (figure, year)
            for figure in concerned(touched)
            for year in years_of(figure, touched)
        ]
        answers = totals(
            [
                Question(figure, Period.of_year(year), touched.centre)
                for figure, year in asked
            ]
        )
        return {
            (figure.slug, year): answer
            for (figure, year), answer in zip(asked, answers, strict=True)
        }

    def shown(self, moved: dict, centre: Centre | None) -> Effect | None:
        try:
            figure = registry.get(moved["figure"])
        except registry.UnknownFigure:
            return None
        before, after = Decimal(moved["before"]), Decimal(moved["after"])
        change = after - before
        unit = figure.unit
        return Effect(
            label=str(figure.label),
            year=moved["year"],
            before=unit.text(before),
            after=f"{unit.text(after)} {unit.label}",
            change=("+" if change > 0 else "−") + unit.text(abs(change)),
            is_more=change > 0,
            url=drill_down_url(figure, Scope(Period.of_year(moved["year"]), centre)),
        )


def concerned(touched: Touched) -> list[Figure]:
    own = touched.record_type
    above = [field.related_model for field in links.links_of(own.model)]
    types = {own, *links.ways_to(own.model), *map(record_types.of_model, above)}
    return [f for f in registry.all_figures() if f.record_type in types]


def years_of(figure: Figure, touched: Touched) -> range | tuple[int, ...]:
    if not figure.is_stock:
        return touched.years
    last = max(timezone.localdate().year, touched.years[-1])
    return range(touched.years[0], last + 1)[-effects.MOST_YEARS :]


effects.register(FiguresMoved())
