"""The pages of `/imports/`: upload, look at what would happen, save or give up."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from records import record_types
from records.import_forms import ImportForm, types_for
from records.import_name_forms import NamesForm
from records.imports import Import
from records.refusals import Refusal, refuse_unknown
from records.spreadsheets.report import (
    ADDED,
    CHANGED,
    DUPLICATE,
    LABELS,
    NOT_DATA,
    REJECTED,
    UNCHANGED,
)
from records.tasks import save_import, try_import

SHOWN = 50
ROWS_SHOWN = 200
VALUES_SHOWN = 6
FLAGGED = "flagged"
# What needs a person's eye comes first.
ORDER = (REJECTED, FLAGGED, CHANGED, ADDED, DUPLICATE, UNCHANGED, NOT_DATA)


def may_import(view):
    """Only for those who may enter records of some type."""

    def guarded(request, *args, **kwargs):
        if not types_for(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


@may_import
def imports(request):
    """The files brought in, and the form for the next one."""
    form = ImportForm(request.POST or None, request.FILES or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            one = form.save()
            try_import.defer(pk=one.pk)
        return redirect(one)
    refuse_unknown(request.GET, ())
    earlier = Import.objects.visible_to(request.user).defer("content", "report")
    return render(
        request,
        "imports/list.html",
        {
            "form": form,
            "imports": earlier.select_related("user", "centre")[:SHOWN],
            "types": type_labels(),
        },
        status=200 if not form.errors else 400,
    )


@may_import
@require_safe
def import_page(request, pk):
    """What would become, or became, of each row. The answer to htmx is the part that
    changes while the worker is at it."""
    refuse_unknown(request.GET, ("outcome",))
    one = get_object_or_404(of_user(request), pk=pk)
    outcome = request.GET.get("outcome") or first_outcome(one)
    if outcome not in ("", *ORDER):
        raise Refusal(
            _("“%(outcome)s” is no outcome; there are: %(known)s.")
            % {"outcome": outcome, "known": ", ".join(ORDER)}
        )
    rows = rows_of(one, outcome)
    context = {
        "one": one,
        "type": type_labels().get(one.report["type"]) if one.report else "",
        "outcomes": outcomes_of(one),
        "outcome": outcome,
        "names": NamesForm(one=one),
        "rows": [as_read(row) for row in rows[:ROWS_SHOWN]],
        "more": max(len(rows) - ROWS_SHOWN, 0),
        "has_rows_to_save": one.counts.get(ADDED, 0) + one.counts.get(CHANGED, 0) > 0,
    }
    template = "imports/_import.html" if request.htmx else "imports/import.html"
    return render(request, template, context)


@may_import
@require_POST
@transaction.atomic
def confirm(request, pk):
    """Save the rows: all of them, or those that are right (`with_rejected`)."""
    one = owned(request, pk)
    one.with_rejected = "with_rejected" in request.POST
    if one.counts.get(REJECTED) and not one.with_rejected:
        raise Refusal(_("Some rows are rejected: correct the file or save the others."))
    one.state = Import.State.SAVING
    one.save(update_fields=("state", "with_rejected"))
    save_import.defer(pk=one.pk)
    return redirect(one)


@may_import
@require_POST
@transaction.atomic
def discard(request, pk):
    one = owned(request, pk)
    one.state, one.content = Import.State.DISCARDED, b""
    one.save(update_fields=("state", "content"))
    return redirect("imports")


def of_user(request):
    return Import.objects.visible_to(request.user).select_related("user", "centre")


def owned(request, pk) -> Import:
    """The user's own import that waits for a word; locked, so that it is given once."""
    mine = Import.objects.select_for_update().filter(user=request.user)
    one = get_object_or_404(mine, pk=pk)
    if one.state != Import.State.READY:
        raise Refusal(
            _("“%(file)s” does not wait for a decision: it is %(state)s.")
            % {"file": one, "state": one.get_state_display()}
        )
    return one


def type_labels() -> dict[str, str]:
    return {t.slug: capfirst(t.label_plural) for t in record_types.all_types()}


@dataclass(frozen=True)
class Outcome:
    code: str
    label: str
    number: str


def outcomes_of(one: Import) -> list[Outcome]:
    labels = {**LABELS, FLAGGED: _("to be looked at")}
    return [
        Outcome(code, str(labels[code]), f"{one.counts[code]:,}")
        for code in ORDER
        if one.counts.get(code)
    ]


def first_outcome(one: Import) -> str:
    return next((code for code in ORDER if one.counts.get(code)), "")


def rows_of(one: Import, outcome: str) -> list[dict]:
    if not one.report:
        return []
    rows = one.report["rows"]
    if outcome == FLAGGED:
        return [row for row in rows if row["flags"]]
    return [row for row in rows if row["outcome"] == outcome]


def as_read(row: dict) -> dict:
    """A row of the report with the first of its values as text."""
    values = [value for value in row["values"].values() if value not in (None, "", [])]
    texts = [
        "; ".join(map(str, value)) if isinstance(value, list) else str(value)
        for value in values[:VALUES_SHOWN]
    ]
    return row | {"texts": texts}
