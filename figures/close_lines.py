"""What the pages of closed years show: places in the list, open points, seals."""

from dataclasses import dataclass

from django.db.models import Count, Prefetch
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Centre
from figures import points, registry
from figures.models import Restatement, Seal, YearClose
from figures.periods import Period
from figures.readiness import readiness
from figures.registry import Figure

SHORT_DIGEST = 12
STATES = {
    "settled": gettext_lazy("nothing open"),
    "warning": gettext_lazy("to be looked at"),
    "blocking": gettext_lazy("to be put right first"),
}


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


def standing_closes(centres):
    """Proposed and closed years, each with the restatements that are open."""
    open_ones = Restatement.objects.filter(state=Restatement.State.OPEN)
    return (
        YearClose.objects.filter(centre__in=centres)
        .exclude(state=YearClose.State.WITHDRAWN)
        .select_related("centre", "proposed_by", "closed_by")
        .prefetch_related(Prefetch("restatements", open_ones, to_attr="restating"))
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
