"""The readiness list: how many records each open point has in a centre's year.

Beside the points of the apps (`points.py`) stand two of the house itself: imports that
wait for a word, and outcomes that may be claimed twice.
"""

from dataclasses import asdict, dataclass

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Centre
from figures import claims, points, registry
from figures.models import Claim
from figures.periods import Period
from figures.points import Point
from records.imports import Import
from records.refusals import Refusal

UNSETTLED = (Import.State.READING, Import.State.READY, Import.State.SAVING)


@dataclass(frozen=True)
class Line:
    """One point of the list, as it is kept with the close."""

    slug: str
    label: str
    count: int
    is_blocking: bool


def readiness(centre: Centre, year: int) -> list[dict]:
    """Every point in the order of declaration, also those without a record."""
    period = Period.of_year(year)
    return [
        asdict(
            Line(
                slug=point.slug,
                label=str(point.label),
                count=point.count(period, centre),
                is_blocking=point.is_blocking,
            )
        )
        for point in points.all_points()
    ]


def refuse_blocked(lines: list[dict]) -> None:
    """Raise Refusal while a blocking point has records."""
    blocked = [
        f"{line['label']} ({line['count']:,})"
        for line in lines
        if line["is_blocking"] and line["count"]
    ]
    if blocked:
        raise Refusal(
            _("The year cannot be closed before these are put right: %(points)s.")
            % {"points": ", ".join(blocked)}
        )


def open_imports(period: Period, centre: Centre | None) -> QuerySet:
    """Files tried and not saved; of which year their rows are is known once they
    are."""
    unsettled = Import.objects.filter(state__in=UNSETTLED)
    if centre is None:
        return unsettled
    return unsettled.filter(Q(centre=centre) | Q(centre=None))


def undecided_claims(period: Period, centre: Centre | None) -> QuerySet:
    """Open claims of which one side is counted in the period."""
    touched = Q(pk__in=())
    for figure in registry.all_figures():
        slug = figure.record_type.slug
        if claims.has(slug):
            pks = figure.claimed(period, centre).order_by().values("pk")
            touched |= Q(record_type=slug) & (Q(one_pk__in=pks) | Q(other_pk__in=pks))
    return Claim.objects.filter(touched, state=Claim.State.OPEN)


def imports_page(period: Period, centre: Centre | None) -> str:
    return reverse("imports")


def claims_page(period: Period, centre: Centre | None) -> str:
    return reverse("claims")


points.register(
    Point(
        slug="open-imports",
        label=gettext_lazy("Imports that were tried and not saved"),
        why=gettext_lazy(
            "Their rows count nowhere yet; once the year is closed, those of that year "
            "are refused."
        ),
        records=open_imports,
        page=imports_page,
    )
)
points.register(
    Point(
        slug="open-claims",
        label=gettext_lazy("Outcomes that may be claimed twice"),
        why=gettext_lazy(
            "Until both sides have decided, each claim counts by itself in the total "
            "over all centres."
        ),
        records=undecided_claims,
        page=claims_page,
    )
)
