"""The records that an open point is about."""

from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from figures import points
from figures.flags import flags_in
from figures.periods import read_year
from figures.scopes import read_scope
from records import record_types
from records.paging import PARAMETERS, Listing
from records.reading import Table
from records.refusals import refuse_unknown


@permission_required("figures.view_yearclose", raise_exception=True)
@require_safe
def point_records(request, slug, year):
    refuse_unknown(request.GET, ("centre", *PARAMETERS))
    point = read_point(slug)
    scope = read_scope(
        {"centre": request.GET.get("centre")}, request.user, year=read_year(year)
    )
    if point.page:
        return redirect(point.page(scope.period, scope.centre))
    records = point.records(scope.period, scope.centre)
    record_type = record_types.of_model(records.model)
    listing = Listing(record_type, records, request.GET)
    page = record_type.rows(listing.page.of(records))
    table = Table(record_type, page, record_type.columns, listing.headings)
    context = {"point": point, "scope": scope, "listing": listing, "table": table}
    return render(request, "figures/point.html", context)


@permission_required("figures.view_yearclose", raise_exception=True)
@require_safe
def flags(request, year):
    """What the annual page puts beneath its figures once it is there."""
    refuse_unknown(request.GET, ("centre",))
    scope = read_scope(request.GET, request.user, year=read_year(year))
    return render(request, "figures/_flags.html", {"figures": flags_in(scope).items()})


def read_point(slug: str) -> points.Point:
    try:
        return points.get(slug)
    except points.UnknownPoint as error:
        raise Http404(_("There is no open point “%s”.") % slug) from error
