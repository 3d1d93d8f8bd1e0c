"""Pages that belong to no one app: my work, search, language, health."""

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import JsonResponse
from django.shortcuts import render
from django.views.i18n import set_language

from records import record_types
from records.filters import filterset_class
from records.refusals import refuse_unknown

FOUND_SHOWN = 5

__all__ = ("health", "home", "search", "set_language")


def home(request):
    """My work: quick actions and the records of one's own work, newest first."""
    actions = [
        record_type
        for record_type in record_types.all_types()
        if request.user.has_perm(record_type.permission("add"))
        and not record_type.is_code_list
    ]
    cases = record_types.get("cases")
    mine = cases.rows(cases.visible_to(request.user)).filter(
        officers=request.user, status__in=("open", "waiting")
    )
    return render(
        request, "home.html", {"actions": actions, "cases": mine.order_by("opened_on")}
    )


def search(request):
    """A few records of every type that the text stands in."""
    refuse_unknown(request.GET, ("q",))
    text = request.GET.get("q", "").strip()
    found = []
    if text:
        found = [
            (record_type, records)
            for record_type in record_types.all_types()
            if request.user.has_perm(record_type.permission("view"))
            and (records := found_in(record_type, text, request.user))
        ]
    return render(request, "search.html", {"q": text, "found": found})


def found_in(record_type, text: str, user) -> list:
    filterset = filterset_class(record_type)(
        {"q": text}, record_type.visible_to(user), user=user
    )
    return list(filterset.chosen[:FOUND_SHOWN])


@login_not_required
def health(request):
    """Whether the application and its database answer."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})
