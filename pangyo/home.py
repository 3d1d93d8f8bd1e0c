"""My work: what waits for me, what moved around my start-ups, this year's figures."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q, QuerySet
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.models import User
from delegations.models import FollowUp
from figures import registry
from figures.annual import Line, annual_line, answers_of, latest
from figures.annual_beside import Beside
from figures.periods import Period
from figures.scopes import Scope, read_centre
from pangyo.digests import stale_for
from records import record_types
from records.deadlines import due
from records.links import links_to
from records.reading import Table
from records.recent import RecentChange, recent_changes
from support.models import ConsultingCase, Startup

SHOWN = 10
DUE_WITHIN = timedelta(days=30)
RECENT = timedelta(days=14)
MINE_FOR = timedelta(days=365)
MOST_STARTUPS = 200
FIGURES = (
    "consulting-cases",
    "consulting-hours",
    "startups-supported",
    "overseas-filings",
    "overseas-contracts",
    "overseas-incorporations",
    "investment-linked",
    "visits",
    "mous-signed",
)


@dataclass(frozen=True)
class WorkList:
    """Work of one kind: its first records and the address of the whole list."""

    title: str
    address: str
    table: Table


@dataclass(frozen=True)
class YearSoFar:
    """The centre's figures beside the same days of the year before."""

    scope: Scope
    before: Period
    lines: list[Line]


@require_safe
def home(request):
    """What waits comes first; then what moved, and how the year stands."""
    user = request.user
    today = timezone.localdate()
    columns = ("title", "startup", "opened_on", "status")
    still = ConsultingCase.objects.stale(today).filter(officers=user)
    open_cases = ConsultingCase.objects.open().visible_to(user).filter(officers=user)
    open_cases = open_cases.exclude(pk__in=still.values("pk"))
    promised = FollowUp.objects.open().visible_to(user).filter(owner=user, due_on=None)
    deadlines = due(user, None, today + DUE_WITHIN, today=today, is_mine=True)
    return render(
        request,
        "home.html",
        {
            "today": today,
            "deadlines": list(deadlines)[:SHOWN],
            "more_deadlines": max(len(deadlines) - SHOWN, 0),
            "actions": [t for t in record_types.all_types() if may_enter(t, user)],
            "work": [
                work_list(
                    _("My open cases"),
                    open_cases.order_by("opened_on"),
                    {"officers": user.pk, "status": ("open", "waiting")},
                    columns,
                ),
                work_list(
                    _("Long without activity"),
                    stale_for(user, today).order_by("opened_on"),
                    {"stale": "true"} | whose(user),
                    columns,
                ),
                work_list(
                    _("My follow-ups without a day"),
                    promised.order_by("pk"),
                    {"owner": user.pk},
                    ("title", "visit", "mou"),
                ),
            ],
            "changes": changes_around(user),
            "year": year_so_far(user),
        },
    )


def whose(user: User) -> dict:
    """The filter by which a list shows what `stale_for` asks for."""
    is_managing = user.role == User.Role.MANAGER and user.centre_id
    return {"centre": user.centre.code} if is_managing else {"officers": user.pk}


def may_enter(record_type: record_types.RecordType, user: User) -> bool:
    may_add = user.has_perm(record_type.permission("add"))
    return may_add and not record_type.is_code_list


def work_list(title: str, records: QuerySet, filters: dict, columns) -> WorkList:
    record_type = record_types.of_model(records.model)
    address = reverse("record-list", args=(record_type.slug,))
    # In two steps: asked for in order, the database may walk through everybody's work.
    [day] = records.query.order_by
    own = sorted(
        records.order_by().values_list(day, "pk"),
        key=lambda row: (row[0] is None, row[0] or 0, row[1]),
    )
    pks = [pk for _day, pk in own[:SHOWN]]
    first = record_type.rows(records.model.objects.filter(pk__in=pks))
    first = first.order_by(day, "pk")
    query = urlencode(filters, doseq=True)
    return WorkList(title, f"{address}?{query}", Table(record_type, first, columns))


def changes_around(user: User) -> list[RecentChange]:
    """What others changed lately on start-ups whose cases I have or had in a year."""
    today = timezone.localdate()
    still = Q(status__in=("open", "waiting")) | Q(opened_on__gte=today - MINE_FOR)
    mine = ConsultingCase.objects.visible_to(user).filter(still, officers=user)
    startups = list(
        mine.order_by().values_list("startup", flat=True).distinct()[:MOST_STARTUPS]
    )
    if not startups:
        return []
    kinds = [
        kind
        for kind, link in links_to(Startup).items()
        if link.many_to_one and user.has_perm(kind.permission("view"))
    ]
    since = timezone.now() - RECENT
    return recent_changes(kinds, user, since=since, limit=SHOWN, startup__in=startups)


def year_so_far(user: User) -> YearSoFar | None:
    """None for an account without a centre: there is nothing to count for it."""
    if user.centre is None and not user.sees_all_centres:
        return None
    today = timezone.localdate()
    centre = read_centre(None, user)
    scope = latest(Scope(Period.of_year(today.year), centre))
    before = scope.period.years_before(1)
    shown = [registry.get(slug) for slug in FIGURES]
    answers = answers_of(shown, [before, scope.period], scope)
    lines = [
        annual_line(figure, scope, {p: answers[p][index] for p in answers}, Beside())
        for index, figure in enumerate(shown)
    ]
    return YearSoFar(scope, before, lines)
