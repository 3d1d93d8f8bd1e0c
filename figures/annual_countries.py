"""One figure by country and by region, the largest first, the rest together."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from accounts.models import Centre
from figures import registry
from figures.breakdowns import Part, breakdown
from figures.cells import Cell, cell_of
from figures.charts import Bar
from figures.registry import Figure
from figures.scopes import Scope
from records.fields import CountriesField
from records.refusals import Refusal

MOST_COUNTRIES = 15


@dataclass(frozen=True)
class Places:
    """Lines of places; `rest` is what the smaller ones say together, of `others`."""

    label: str
    bars: list[Bar]
    rest: str = ""
    others: int = 0


def figures_with_countries() -> list[Figure]:
    return [f for f in registry.all_figures() if f.record_type.country_filter]


def read_country_figure(slug: str | None) -> Figure:
    """The first headline that has countries, unless another is asked for; Refusal for
    one that has none."""
    known = figures_with_countries()
    if not slug:
        return next((f for f in known if f.is_headline), known[0])
    for figure in known:
        if figure.slug == slug:
            return figure
    raise Refusal(
        _("“%(slug)s” is no figure with a country; there are: %(known)s.")
        % {"slug": slug, "known": ", ".join(f.slug for f in known)}
    )


def has_several_countries(figure: Figure) -> bool:
    """Whether a record may have several, and counts under each of them."""
    name = figure.record_type.country_filter
    return name is not None and isinstance(
        figure.record_type.field(name), CountriesField
    )


def places_of(
    figure: Figure, by: str, scope: Scope, centres: Iterable[Centre]
) -> list[Part]:
    return breakdown(
        figure,
        by,
        scope.period,
        centres=centres,
        centre=scope.centre,
        as_known=scope.as_known,
    )


def shown_places(label: str, figure: Figure, parts: list[Part], scope: Scope):
    first, others = parts[:MOST_COUNTRIES], parts[MOST_COUNTRIES:]
    rest = sum((part.total for part in others), Decimal(0))
    bars = [Bar.of(p.label, p.total, part_cell(figure, p, scope)) for p in first]
    return Places(label, bars, figure.unit.text(rest) if others else "", len(others))


def part_cell(figure: Figure, part: Part, scope: Scope) -> Cell:
    within = Scope(part.period, scope.centre, scope.as_known)
    return cell_of(figure, within, part.total, narrowed=part.narrowed)
