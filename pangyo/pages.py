"""Pages that belong to no one app: my work, search, language, health."""

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.i18n import set_language

from delegations.models import FollowUp
from records import record_types
from records.reading import Table
from records.refusals import refuse_unknown
from records.search import Search, Sought
from support.models import ConsultingCase

FOUND_SHOWN = 5
WORK_SHOWN = 20

__all__ = ("health", "home", "search", "set_language")


@require_safe
def home(request):
    """My work: quick entry, my open cases, my follow-ups; the oldest first."""
    user = request.user
    actions = [
        record_type
        for record_type in record_types.all_types()
        if user.has_perm(record_type.permission("add")) and not record_type.is_code_list
    ]
    cases = ConsultingCase.objects.open().visible_to(user).filter(officers=user)
    follow_ups = FollowUp.objects.open().visible_to(user).filter(owner=user)
    work = [
        (_("My open cases"), cases.order_by("opened_on"), {"officers": user.pk}),
        (_("My open follow-ups"), follow_ups.order_by("due_on"), {"owner": user.pk}),
    ]
    return render(
        request,
        "home.html",
        {"actions": actions, "work": [work_list(*part) for part in work]},
    )


def work_list(title: str, records, filters: dict) -> tuple:
    """(title, address of the whole list, table of the first few)."""
    record_type = record_types.of_model(records.model)
    address = reverse("record-list", args=(record_type.slug,))
    # In two steps: asked for in order, the database may walk through everybody's work.
    [date] = records.query.order_by
    own = sorted(
        records.order_by().values_list(date, "pk"),
        key=lambda row: (row[0] is None, row[0] or 0, row[1]),
    )
    pks = [pk for _date, pk in own[:WORK_SHOWN]]
    first = record_type.rows(records.model.objects.filter(pk__in=pks))
    first = first.order_by(date, "pk")
    table = Table(record_type, first, record_type.columns)
    return title, f"{address}?{urlencode(filters)}", table


@require_safe
def search(request):
    """A few records of every type that the text stands in."""
    refuse_unknown(request.GET, ("q",))
    text = request.GET.get("q", "").strip()
    sought = Sought(text)
    found = []
    if sought.words:
        found = [
            (record_type, records)
            for record_type in record_types.all_types()
            if request.user.has_perm(record_type.permission("view"))
            and (records := found_in(record_type, sought, request.user))
        ]
    return render(request, "search.html", {"q": text, "found": found})


def found_in(record_type, sought: Sought, user) -> list:
    return Search(record_type, sought).first(
        record_type.visible_to(user), wanted=FOUND_SHOWN
    )


@login_not_required
@require_safe
def health(request):
    """Whether the application and its database answer."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})
