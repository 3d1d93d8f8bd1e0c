"""The annual page: figures by year, month, centre and country, and compared fairly."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from accounts.models import Centre, User
from figures import registry
from figures.annual import annual_lines, answers_of, grouped, headlines, latest
from figures.annual_beside import beside
from figures.annual_centres import centre_chart, centre_lines
from figures.annual_countries import (
    MOST_COUNTRIES,
    figures_with_countries,
    has_several_countries,
    places_of,
    read_country_figure,
    shown_places,
)
from figures.annual_fair import fair_lines
from figures.annual_files import annual_workbook
from figures.annual_months import month_chart, month_lines, months_of
from figures.exports import annual_table
from figures.periods import Period
from figures.scopes import Scope, read_scope
from figures.views import SCOPE_PARAMETERS
from records.exports.responses import XLSX, file_response, wanted_format
from records.refusals import Refusal, refuse_unknown

YEARS_SHOWN, MOST_YEARS = 5, 10
FIRST_YEAR_OFFERED = 2010


@dataclass(frozen=True)
class View:
    """One way to look at the figures; `context` is what its template shows."""

    slug: str
    label: str
    context: Callable[[QueryDict, Scope, User], dict]

    @property
    def template(self) -> str:
        return f"figures/_annual_{self.slug}.html"


@require_safe
def annual(request):
    refuse_unknown(
        request.GET, (*SCOPE_PARAMETERS, "view", "years", "figure", "format")
    )
    view = read_view(request.GET.get("view"))
    scope = read_annual_scope(request.GET, request.user)
    if wanted := wanted_format(request.GET):
        return annual_file(request, scope, wanted)
    return render(
        request,
        "figures/annual.html",
        {
            "view": view,
            "views": [one for one in VIEWS if is_offered(one, request.user)],
            "scope": scope,
            "centres": Centre.objects.visible_to(request.user),
            "years": range(timezone.localdate().year, FIRST_YEAR_OFFERED - 1, -1),
            "knows_moments": True,
        }
        | view.context(request.GET, scope, request.user),
    )


def read_view(slug: str | None) -> View:
    """The years, unless another view is asked for. Raises Refusal."""
    for view in VIEWS:
        if view.slug == (slug or VIEWS[0].slug):
            return view
    raise Refusal(
        _("“%(view)s” is no view of the figures; there are: %(known)s.")
        % {"view": slug, "known": ", ".join(view.slug for view in VIEWS)}
    )


def is_offered(view: View, user: User) -> bool:
    """One centre alone does not stand side by side with itself."""
    return view.slug != "centres" or user.sees_all_centres


def read_annual_scope(params: QueryDict, user: User) -> Scope:
    """Without a year, the last one with records."""
    scope = read_scope(params, user)
    is_chosen = params.get("year") or not scope.period.is_whole_year
    return scope if is_chosen else latest(scope)


def read_columns(params: QueryDict, scope: Scope) -> list[Period]:
    """The period and the same days of the years before it. Raises Refusal."""
    text = params.get("years") or str(YEARS_SHOWN)
    if not text.isdecimal() or not 2 <= int(text) <= MOST_YEARS:
        raise Refusal(
            _("“%(text)s” years cannot be shown; from 2 to %(most)s can.")
            % {"text": text, "most": MOST_YEARS}
        )
    return [scope.period.years_before(n) for n in reversed(range(int(text)))]


def annual_file(request, scope: Scope, wanted: str):
    """A workbook has a sheet for every view, CSV the years alone."""
    columns = read_columns(request.GET, scope)
    if wanted == XLSX:
        centres = list(Centre.objects.visible_to(request.user))
        return annual_workbook(scope, columns, centres, request.user)
    figures = list(registry.all_figures())
    answers = answers_of(figures, columns, scope)
    table = annual_table(scope, columns, answers, figures, request.user)
    return file_response(table, wanted)


def years_context(params: QueryDict, scope: Scope, user: User) -> dict:
    columns = read_columns(params, scope)
    stands = beside(list(registry.all_figures()), columns, scope)
    lines = annual_lines(scope, columns, stands)
    return {
        "columns": [(period, stands.year_mark(period)) for period in columns],
        "years_choices": (YEARS_SHOWN, MOST_YEARS),
        "has_targets": any(line.achievement for line in lines),
        "lines": lines,
        "groups": grouped(lines),
        "headlines": headlines(lines, scope),
        "has_records": any(line.is_counted for line in lines),
    }


def months_context(params: QueryDict, scope: Scope, user: User) -> dict:
    months = months_of(scope.period)
    lines = month_lines(scope, months)
    shown = [line for line in lines if line.is_counted]
    return {
        "months": months,
        "before": scope.period.years_before(1),
        "lines": lines,
        "groups": grouped(shown),
        "charts": [month_chart(line, months) for line in headlines(shown, scope)],
        "has_records": bool(shown),
    }


def centres_context(params: QueryDict, scope: Scope, user: User) -> dict:
    """The centre that is asked for by name, or all that the reader may see."""
    chosen = scope.centre if params.get("centre") else None
    centres = [chosen] if chosen else list(Centre.objects.visible_to(user))
    sees_all = user.sees_all_centres and not chosen
    lines = centre_lines(scope, centres, sees_all=sees_all)
    shown = [line for line in lines if line.is_counted]
    return {
        "columns": centres,
        "sees_all": sees_all,
        "lines": lines,
        "groups": grouped(shown),
        "charts": [centre_chart(line, centres) for line in headlines(shown, scope)],
        "has_records": bool(shown),
    }


def countries_context(params: QueryDict, scope: Scope, user: User) -> dict:
    figure = read_country_figure(params.get("figure"))
    centres = Centre.objects.visible_to(user)
    countries = places_of(figure, "country", scope, centres)
    regions = places_of(figure, "region", scope, centres)
    return {
        "figure": figure,
        "figures": figures_with_countries(),
        "places": (
            shown_places(_("Regions"), figure, regions, scope),
            shown_places(_("Countries"), figure, countries, scope),
        ),
        "most": MOST_COUNTRIES,
        "has_several": has_several_countries(figure),
        "has_records": bool(countries),
    }


def fair_context(params: QueryDict, scope: Scope, user: User) -> dict:
    lines = fair_lines(scope)
    shown = [line for line in lines if line.is_counted]
    return {
        "before": scope.period.years_before(1),
        "lines": lines,
        "groups": grouped(shown),
        "has_records": bool(shown),
    }


VIEWS = (
    View("years", gettext_lazy("By year"), years_context),
    View("months", gettext_lazy("By month"), months_context),
    View("centres", gettext_lazy("By centre"), centres_context),
    View("countries", gettext_lazy("By country"), countries_context),
    View("fair", gettext_lazy("Fair comparison"), fair_context),
)
