"""The drill-down: the very records that the figure counts."""

from django.db.models import Count, Q
from django.shortcuts import render
from django.views.decorators.http import require_safe

from figures.exports import records_table
from figures.known import shown_as_known
from figures.periods import read_year
from figures.registry import Figure
from figures.scopes import read_figure, read_scope
from figures.sealed_views import other_view, round_the_seals
from figures.then import TableThen
from figures.views import RECORDS_PARAMETERS
from records.exports.responses import PARAMETERS as FILE_PARAMETERS
from records.exports.responses import file_response, wanted_format
from records.filter_addresses import chips, kept_parameters, without_filters
from records.filters import filterset_class
from records.paging import PARAMETERS as PAGE_PARAMETERS
from records.paging import Listing
from records.reading import Table


@require_safe
@shown_as_known
def figure_records(request, slug, year):
    """The records as they are; with `as_known` as they stood at a moment, with
    `as=sealed` and `as=moved` the other views of a closed year."""
    figure = read_figure(slug, request.GET.get("definition"))
    scope = read_scope(request.GET, request.user, year=read_year(str(year)))
    if request.GET.get("as"):
        return other_view(request, figure, scope)
    record_type = figure.record_type
    filterset = filterset_class(record_type)(
        filter_parameters(request.GET),
        figure.counted(scope.period, scope.centre),
        user=request.user,
        also=(*PAGE_PARAMETERS, *FILE_PARAMETERS),
    )
    chosen = filterset.chosen
    if wanted := wanted_format(request.GET):
        table = records_table(figure, scope, filterset, request.GET, request.user)
        return file_response(table, wanted)
    context = records_context(request, figure, scope, filterset, chosen)
    return render(request, "figures/records.html", context)


def filter_parameters(params):
    """The type's own filters: the scope has taken its parameters already."""
    params = params.copy()
    for name in RECORDS_PARAMETERS:
        params.pop(name, None)
    return params


def records_context(request, figure, scope, filterset, chosen) -> dict:
    # The scope has the centre already: a second one would contradict it.
    filterset.form.fields.pop("centre", None)
    summary = (
        figure.with_measured(chosen)
        .order_by()
        .aggregate(
            total=figure.measure, records=Count("pk"), missing=missing_of(figure)
        )
    )
    listing = Listing(figure.record_type, chosen, request.GET, count=summary["records"])
    page = figure.record_type.rows(figure.with_measured(listing.page.of(chosen)))
    columns = (*figure.record_type.columns, "measured")
    table = TableThen if scope.as_known else Table
    return round_the_seals(figure, scope, request.GET) | {
        "filterset": filterset,
        "listing": listing,
        "table": table(figure.record_type, page, columns, listing.headings),
        "summary": summary,
        "records_text": f"{summary['records']:,}",
        "missing_text": f"{summary['missing']:,}",
        "total_text": figure.unit.text(summary["total"] or 0),
        "total_exact": figure.unit.exact(summary["total"] or 0),
        "chips": chips(filterset, request.GET, but=RECORDS_PARAMETERS),
        "cleared": without_filters(filterset, request.GET, but=RECORDS_PARAMETERS),
        "kept": kept_parameters(request.GET, (*RECORDS_PARAMETERS, "sort")),
    }


def missing_of(figure: Figure) -> Count:
    """How many of the records do not say what they add."""
    if figure.measured is None:
        return Count("pk", filter=Q(pk__isnull=True))
    return Count("pk", filter=Q(measured__isnull=True))
