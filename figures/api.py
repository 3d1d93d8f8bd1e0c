"""The figures as JSON: all of a period, one divided, and the records it counts."""

from decimal import Decimal

from django.urls import path
from django.utils.decorators import method_decorator
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.models import Centre
from figures.breakdowns import breakdown
from figures.drill_down import filter_parameters
from figures.known import shown_as_known
from figures.measuring import Question, totals
from figures.periods import PARAMETERS
from figures.publishing import published_amounts
from figures.registry import Figure, all_figures
from figures.scopes import Scope, read_figure, read_scope
from figures.targets import targets_for
from records.api import serializer_class
from records.api_pages import PAGE_PARAMETERS, Pages, read_size
from records.filters import filterset_class
from records.paging import Listing
from records.refusals import refuse_unknown

SCOPE = (*PARAMETERS, "centre", "as_known")
DOCUMENTED = [OpenApiParameter(name, OpenApiTypes.STR) for name in SCOPE]


def figures_of(scope: Scope) -> list[dict]:
    """All figures of a scope, beside the same period a year before, the year's target
    and what is known outside."""
    figures = list(all_figures())
    periods = (scope.period, scope.period.years_before(1))
    questions = [Question(f, p, scope.centre) for p in periods for f in figures]
    answers = totals(questions, as_known=scope.as_known)
    targets = targets_for(scope.period, scope.centre)
    published = published_amounts(scope.period, scope.centre)
    return [
        {
            "slug": figure.slug,
            "label": str(figure.label),
            "unit": figure.unit.code,
            "total": figure.unit.number(now),
            "previous": figure.unit.number(before),
            "target": known_number(figure, targets),
            "published": known_number(figure, published),
        }
        for figure, now, before in zip(
            figures, answers[: len(figures)], answers[len(figures) :], strict=True
        )
    ]


def known_number(figure: Figure, amounts: dict[str, Decimal]) -> int | float | None:
    amount = amounts.get(figure.slug)
    return None if amount is None else figure.unit.number(amount)


def scope_head(scope: Scope) -> dict:
    return {
        "period": {
            "from": scope.period.start.isoformat(),
            "to": scope.period.end.isoformat(),
        },
        "centre": scope.centre.code if scope.centre else None,
    }


def rows_of(figure: Figure, by: str, scope: Scope, centres) -> list[dict]:
    parts = breakdown(
        figure,
        by,
        scope.period,
        centre=scope.centre,
        centres=centres,
        as_known=scope.as_known,
    )
    return [
        {"key": part.key, "label": part.label, "total": figure.unit.number(part.total)}
        for part in parts
    ]


class Figures(APIView):
    @extend_schema(parameters=DOCUMENTED, responses=OpenApiTypes.OBJECT)
    def get(self, request):
        refuse_unknown(request.query_params, SCOPE)
        scope = read_scope(request.query_params, request.user)
        return Response(scope_head(scope) | {"figures": figures_of(scope)})


class FigureParts(APIView):
    @extend_schema(
        parameters=[*DOCUMENTED, OpenApiParameter("by", OpenApiTypes.STR)],
        responses=OpenApiTypes.OBJECT,
    )
    def get(self, request, slug: str):
        figure = read_figure(slug)
        refuse_unknown(request.query_params, (*SCOPE, "by"))
        scope = read_scope(request.query_params, request.user)
        by = request.query_params.get("by") or "year"
        centres = Centre.objects.visible_to(request.user)
        rows = rows_of(figure, by, scope, centres)
        return Response({"slug": figure.slug, "by": by, "rows": rows})


class FigureRecords(APIView):
    @extend_schema(
        parameters=[
            *DOCUMENTED,
            OpenApiParameter("definition", OpenApiTypes.INT),
            *(
                OpenApiParameter(name, OpenApiTypes.STR, description=str(help_text))
                for name, help_text in PAGE_PARAMETERS.items()
            ),
        ],
        responses=OpenApiTypes.OBJECT,
    )
    @method_decorator(shown_as_known)
    def get(self, request, slug: str):
        figure = read_figure(slug, request.query_params.get("definition"))
        scope = read_scope(request.query_params, request.user)
        filterset = filterset_class(figure.record_type)(
            filter_parameters(request.query_params),
            figure.counted(scope.period, scope.centre),
            user=request.user,
            also=(*PAGE_PARAMETERS, "format"),
        )
        chosen = filterset.chosen
        listing = Listing(
            figure.record_type,
            chosen,
            request.query_params,
            size=read_size(request.query_params.get("page_size")),
            count=chosen.order_by().count(),
        )
        page = figure.record_type.rows(figure.with_measured(listing.page.of(chosen)))
        serializer = serializer_class(figure.record_type)
        results = [serializer(one).data | measured(figure, one) for one in page]
        return Pages().answer(request, listing, results)


def measured(figure: Figure, record) -> dict:
    """What the record adds; null where it does not say."""
    amount = record.measured
    return {"measured": None if amount is None else figure.unit.number(amount)}


urlpatterns = [
    path("", Figures.as_view()),
    path("<slug:slug>/", FigureParts.as_view()),
    path("<slug:slug>/records/", FigureRecords.as_view()),
]
