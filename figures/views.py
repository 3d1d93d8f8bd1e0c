"""The figures' pages: the annual page, one figure through the years, the records."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from accounts.models import Centre
from figures import registry
from figures.beside import of_figure
from figures.breakdowns import THROUGH_TIME, breakdown, ways
from figures.bridging import bridges_of
from figures.exports import annual_table, parts_table, records_table
from figures.measuring import Question, total, totals
from figures.periods import PARAMETERS, Period, read_year
from figures.registry import Figure
from figures.scopes import Scope, read_figure, read_scope
from records.exports.responses import PARAMETERS as FILE_PARAMETERS
from records.exports.responses import file_response, wanted_format
from records.filter_addresses import chips, kept_parameters, without_filters
from records.filters import filterset_class
from records.paging import PARAMETERS as PAGE_PARAMETERS
from records.paging import Listing
from records.reading import Table
from records.refusals import refuse_unknown

YEARS_SHOWN = 5
YEARS_SEARCHED = 15
YEARS_DIVIDED = 12
SCOPE_PARAMETERS = (*PARAMETERS, "centre", "as_known")
RECORDS_PARAMETERS = (*SCOPE_PARAMETERS, "definition")


@dataclass(frozen=True)
class Cell:
    text: str
    exact: str
    url: str


@dataclass(frozen=True)
class Line:
    """A figure's line on the annual page."""

    figure: Figure
    cells: list[Cell]
    change: Decimal
    change_percent: float | None
    is_counted: bool

    @property
    def change_text(self) -> str:
        return self.sign + self.figure.unit.text(abs(self.change))

    @property
    def change_exact(self) -> str:
        return self.sign + self.figure.unit.exact(abs(self.change))

    @property
    def percent_text(self) -> str:
        """Empty where there was nothing before to compare with."""
        if self.change_percent is None or not self.change:
            return ""
        return f"{self.sign}{abs(self.change_percent):,.1f}%"

    @property
    def sign(self) -> str:
        if not self.change:
            return ""
        return "+" if self.change > 0 else "−"


@require_safe
def annual(request):
    refuse_unknown(request.GET, (*SCOPE_PARAMETERS, "format"))
    scope = read_scope(request.GET, request.user)
    if not request.GET.get("year") and scope.period.is_whole_year:
        scope = latest(scope)
    columns = [scope.period.years_before(n) for n in reversed(range(YEARS_SHOWN))]
    if wanted := wanted_format(request.GET):
        figures = list(registry.all_figures())
        answers = answers_of(figures, columns, scope)
        table = annual_table(scope, columns, answers, figures, request.user)
        return file_response(table, wanted)
    lines = annual_lines(scope, columns)
    return render(
        request,
        "figures/annual.html",
        {
            "scope": scope,
            "columns": columns,
            "lines": lines,
            "has_records": any(line.is_counted for line in lines),
            "centres": Centre.objects.visible_to(request.user),
            "years": range(timezone.localdate().year, 2009, -1),
        },
    )


def latest(scope: Scope) -> Scope:
    """This year so far; while it has no record, the last year that has one."""
    today = timezone.localdate()
    running = Period.of_year(today.year).until(today)
    years = [Period.of_year(today.year - n) for n in range(1, YEARS_SEARCHED)]
    for period in (running, *years):
        found = Scope(period, scope.centre, scope.as_known)
        flows = [f for f in registry.all_figures() if not f.is_stock]
        if any(answers_of(flows, [period], found)[period]):
            return found
    return Scope(running, scope.centre, scope.as_known)


def answers_of(figures, periods, scope: Scope) -> dict[Period, list[Decimal]]:
    """The totals of the figures, in their order, for each period: one statement."""
    questions = [Question(f, p, scope.centre) for p in periods for f in figures]
    answers = iter(totals(questions, as_known=scope.as_known))
    return {period: [next(answers) for _figure in figures] for period in periods}


def annual_lines(scope: Scope, columns: list[Period]) -> list[Line]:
    figures = list(registry.all_figures())
    answers = answers_of(figures, columns, scope)
    return [
        annual_line(figure, scope, {p: answers[p][index] for p in columns})
        for index, figure in enumerate(figures)
    ]


def annual_line(figure: Figure, scope: Scope, by_period) -> Line:
    *_earlier, before, now = by_period.values()
    cells = [
        Cell(
            figure.unit.text(answer),
            figure.unit.exact(answer),
            ""
            if scope.as_known
            else drill_down_url(figure, Scope(period, scope.centre)),
        )
        for period, answer in by_period.items()
    ]
    percent = float((now - before) / before * 100) if before else None
    return Line(figure, cells, now - before, percent, any(by_period.values()))


def drill_down_url(figure: Figure, scope: Scope, **narrowed) -> str:
    address = reverse("figure-records", args=(figure.slug, scope.period.year))
    query = Scope(scope.period, scope.centre).parameters | narrowed
    return with_query(address, query)


def with_query(address: str, parameters: dict) -> str:
    return f"{address}?{urlencode(parameters)}" if parameters else address


@require_safe
def figure_page(request, slug):
    """One figure through the years and divided."""
    figure = read_figure(slug)
    refuse_unknown(request.GET, (*SCOPE_PARAMETERS, "by", "format"))
    this_year = timezone.localdate().year
    params = request.GET.dict()
    if not any(params.get(name) for name in PARAMETERS):
        params |= {"from": str(this_year - YEARS_DIVIDED + 1), "to": str(this_year)}
    scope = read_scope(params, request.user)
    by = request.GET.get("by") or "year"
    parts = breakdown(
        figure,
        by,
        scope.period,
        centre=scope.centre,
        centres=Centre.objects.visible_to(request.user),
        as_known=scope.as_known,
    )
    question = Question(figure, scope.period, scope.centre)
    whole = total(question, as_known=scope.as_known)
    by_label = ways(figure)[by]
    if wanted := wanted_format(request.GET):
        table = parts_table(figure, scope, by_label, parts, whole, request.user)
        return file_response(table, wanted)
    return render(
        request,
        "figures/figure.html",
        {
            "figure": figure,
            "scope": scope,
            "by": by,
            "by_label": by_label,
            "ways": ways(figure),
            "is_through_time": by in THROUGH_TIME,
            "lines": part_lines(figure, scope, parts),
            "total_text": figure.unit.text(whole),
            "total_exact": figure.unit.exact(whole),
            "bridges": bridges_of(figure, scope.centre),
            "published": of_figure(figure, scope.centre, request.user),
            "centres": Centre.objects.visible_to(request.user),
        },
    )


@dataclass(frozen=True)
class PartLine:
    label: str
    cell: Cell
    share: float


def part_lines(figure: Figure, scope: Scope, parts) -> list[PartLine]:
    largest = max((part.total for part in parts), default=0)
    return [
        PartLine(
            part.label,
            Cell(
                figure.unit.text(part.total),
                figure.unit.exact(part.total),
                ""
                if scope.as_known
                else drill_down_url(
                    figure, Scope(part.period, scope.centre), **part.narrowed
                ),
            ),
            float(part.total / largest * 100) if largest else 0,
        )
        for part in parts
    ]


@require_safe
def figure_records(request, slug, year):
    """The drill-down: the very records that the figure counts."""
    figure = read_figure(slug, request.GET.get("definition"))
    scope = read_scope(request.GET, request.user, year=read_year(str(year)))
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
    return render(
        request,
        "figures/records.html",
        records_context(request, figure, scope, filterset, chosen),
    )


def filter_parameters(params):
    """The type's own filters: the scope has taken its parameters already."""
    params = params.copy()
    for name in (*PARAMETERS, "centre", "definition"):
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
    return {
        "figure": figure,
        "scope": scope,
        "filterset": filterset,
        "listing": listing,
        "table": Table(figure.record_type, page, columns, listing.headings),
        "summary": summary,
        "records_text": f"{summary['records']:,}",
        "missing_text": f"{summary['missing']:,}",
        "total_text": figure.unit.text(summary["total"] or 0),
        "total_exact": figure.unit.exact(summary["total"] or 0),
        "chips": chips(filterset, request.GET, but=RECORDS_PARAMETERS),
        "cleared": without_filters(filterset, request.GET, but=RECORDS_PARAMETERS),
        "kept": kept_parameters(
            request.GET, (*PARAMETERS, "centre", "definition", "sort")
        ),
    }


def missing_of(figure: Figure) -> Count:
    """How many of the records do not say what they add."""
    if figure.measured is None:
        return Count("pk", filter=Q(pk__isnull=True))
    return Count("pk", filter=Q(measured__isnull=True))
