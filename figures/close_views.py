"""The pages of closed years: which are closed, what is open, what was sealed."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db.models import Count, Prefetch
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from accounts.models import Centre
from figures import closing, points, registry
from figures.models import Restatement, Seal, YearClose
from figures.periods import Period, read_year
from figures.readiness import readiness
from figures.registry import Figure
from records.refusals import refuse_unknown

YEARS_SHOWN = 10
SHORT_DIGEST = 12

STATES = {
    "settled": gettext_lazy("nothing open"),
    "warning": gettext_lazy("to be looked at"),
    "blocking": gettext_lazy("to be put right first"),
}

may_see = permission_required("figures.view_yearclose", raise_exception=True)
may_propose = permission_required("figures.add_yearclose", raise_exception=True)
may_close = permission_required("figures.change_yearclose", raise_exception=True)
may_restate = permission_required("figures.add_restatement", raise_exception=True)


@dataclass(frozen=True)
class Place:
    """One centre's year on the list; `close` is None while nobody proposed it."""

    centre: Centre
    year: int
    close: YearClose | None

    @property
    def url(self) -> str:
        return reverse("close", args=(self.year, self.centre.code))

    @property
    def state(self) -> str:
        return self.close.state if self.close else ""

    @property
    def label(self) -> str:
        return self.close.get_state_display() if self.close else _("not closed")

    @property
    def told(self) -> str:
        """By whom and when it came to its state."""
        if self.close is None:
            return ""
        by = self.close.closed_by or self.close.proposed_by
        at = timezone.localtime(self.close.closed_at or self.close.proposed_at)
        return f"{by} · {at:%Y-%m-%d}"


@may_see
@require_safe
def close_list(request):
    """The years that are over, by centre."""
    refuse_unknown(request.GET, ())
    centres = list(Centre.objects.visible_to(request.user))
    closes = {(c.centre_id, c.year): c for c in standing_closes(centres)}
    this_year = timezone.localdate().year
    years = {*range(this_year - YEARS_SHOWN, this_year), *(y for _c, y in closes)}
    years = sorted(years, reverse=True)
    rows = [
        (year, [Place(one, year, closes.get((one.pk, year))) for one in centres])
        for year in years
    ]
    context = {"centres": centres, "rows": rows}
    return render(request, "figures/closes.html", context)


def standing_closes(centres):
    """Proposed and closed years, each with the restatements that are open."""
    open_ones = Restatement.objects.filter(state=Restatement.State.OPEN)
    return (
        YearClose.objects.filter(centre__in=centres)
        .exclude(state=YearClose.State.WITHDRAWN)
        .select_related("centre", "proposed_by", "closed_by")
        .prefetch_related(Prefetch("restatements", open_ones, to_attr="restating"))
    )


@may_see
@require_safe
def close_page(request, year, code):
    """One centre's year: what is open in it, or what was sealed."""
    refuse_unknown(request.GET, ())
    centre, year = read_place(request.user, year, code)
    close = standing_closes([centre]).filter(year=year).first()
    period = Period.of_year(year)
    context = {"centre": centre, "year": year, "period": period, "close": close}
    if close and close.state == YearClose.State.CLOSED:
        context |= {
            "lines": seal_lines(close),
            "restatements": restatements_of(close),
            "kept": [line for line in close.readiness if line["count"]],
        }
        return render(request, "figures/close.html", context)
    lines = readiness_lines(centre, year, close)
    is_blocked = any(one.point.is_blocking and one.count for one in lines)
    context |= {
        "lines": lines,
        "is_over": year < timezone.localdate().year,
        "is_blocked": is_blocked,
        "may_confirm": close and not is_blocked and close.proposed_by != request.user,
    }
    return render(request, "figures/close_readiness.html", context)


def read_place(user, year, code) -> tuple[Centre, int]:
    return (
        get_object_or_404(Centre.objects.visible_to(user), code=code),
        read_year(year),
    )


@dataclass(frozen=True)
class ReadinessLine:
    """A point of the list; `then` is its number when the year was proposed."""

    point: points.Point
    count: int
    url: str
    then: int | None

    @property
    def state(self) -> str:
        if not self.count:
            return "settled"
        return "blocking" if self.point.is_blocking else "warning"

    @property
    def label(self) -> str:
        return STATES[self.state]


def readiness_lines(centre, year, close) -> list[ReadinessLine]:
    """What is open first, what blocks before it."""
    period = Period.of_year(year)
    then = {kept["slug"]: kept["count"] for kept in close.readiness} if close else {}
    counts = {line["slug"]: line["count"] for line in readiness(centre, year)}
    lines = [
        ReadinessLine(
            point,
            counts[point.slug],
            point.address(period, centre),
            then.get(point.slug),
        )
        for point in points.all_points()
    ]
    return sorted(lines, key=lambda one: (not one.count, not one.point.is_blocking))


@dataclass(frozen=True)
class SealLine:
    """A figure as first sealed and as sealed last; None for one declared since."""

    figure: Figure
    first: Seal | None
    last: Seal | None
    url: str

    @property
    def first_text(self) -> str:
        return self.figure.unit.text(self.first.total)

    @property
    def first_exact(self) -> str:
        return self.figure.unit.exact(self.first.total)

    @property
    def last_text(self) -> str:
        return self.figure.unit.text(self.last.total)

    @property
    def last_exact(self) -> str:
        return self.figure.unit.exact(self.last.total)

    @property
    def short_digest(self) -> str:
        return self.last.digest[:SHORT_DIGEST]

    @property
    def is_revised(self) -> bool:
        return self.first.digest != self.last.digest


def seal_lines(close: YearClose) -> list[SealLine]:
    by_figure: dict[str, list[Seal]] = {}
    for seal in close.seals.order_by("revision"):
        by_figure.setdefault(seal.figure, []).append(seal)
    return [
        SealLine(
            figure,
            sealed[0] if sealed else None,
            sealed[-1] if sealed else None,
            f"{reverse('figure-records', args=(figure.slug, close.year))}"
            f"?centre={close.centre.code}",
        )
        for figure in registry.all_figures()
        for sealed in [by_figure.get(figure.slug, [])]
    ]


def restatements_of(close: YearClose):
    """The last first, each with how many figures it moved."""
    return (
        close.restatements.select_related("opened_by", "approved_by")
        .annotate(figures=Count("records__figure", distinct=True))
        .order_by("-number")
    )


@may_propose
@require_POST
def propose(request, year, code):
    centre, year = read_place(request.user, year, code)
    closing.propose(centre, year, by=request.user, readiness=readiness(centre, year))
    messages.success(request, _("Proposed; a second person closes the year."))
    return redirect("close", year, code)


@may_close
@require_POST
def confirm(request, year, code):
    close = standing_or_404(request.user, year, code)
    closing.confirm(close, by=request.user)
    messages.success(request, _("The year is closed and its figures are sealed."))
    return redirect("close", year, code)


@may_close
@require_POST
def withdraw(request, year, code):
    closing.withdraw(standing_or_404(request.user, year, code))
    messages.success(request, _("The proposal is withdrawn."))
    return redirect("close", year, code)


@may_restate
@require_POST
def restate(request, year, code):
    close = standing_or_404(request.user, year, code)
    restatement = closing.restate(
        close, by=request.user, reason=request.POST.get("reason", "")
    )
    return redirect(restatement)


def standing_or_404(user, year, code) -> YearClose:
    """The year that is proposed or closed by now; its verb says what it must be."""
    centre, year = read_place(user, year, code)
    standing = YearClose.objects.exclude(state=YearClose.State.WITHDRAWN)
    return get_object_or_404(standing, centre=centre, year=year)
