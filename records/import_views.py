"""The pages of `/imports/`: upload, look at what would happen, save or give up."""

from io import BytesIO
from itertools import groupby
from pathlib import PurePath

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import HttpResponseClientRedirect

from records import record_types
from records.import_forms import ImportForm, types_for
from records.import_lists import ImportList
from records.import_name_forms import NamesForm
from records.import_row_pages import (
    PARAMETERS,
    Rows,
    outcome_label,
    outcomes_of,
)
from records.import_row_tables import Table
from records.import_steps import steps_of
from records.imports import Import
from records.refusals import Refusal, refuse_unknown
from records.spreadsheets import effects
from records.spreadsheets.options import options_of
from records.spreadsheets.reading import LARGEST_FILE, MEGABYTE
from records.spreadsheets.report import ADDED, CHANGED, REJECTED
from records.spreadsheets.returning import workbook
from records.spreadsheets.undoing import may_undo
from records.tasks import save_import, try_import


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
    refuse_unknown(request.GET, ("after", "before"))
    listing = ImportList(Import.objects.visible_to(request.user), request.GET)
    context = {
        "form": form,
        "listing": listing,
        "steps": steps_of(None, request.user),
        "most": LARGEST_FILE // MEGABYTE,
        "types": types_for(request.user),
    }
    return render(
        request, "imports/list.html", context, status=400 if form.errors else 200
    )


@may_import
@require_safe
@vary_on_headers("HX-Request")
def import_page(request, pk):
    """What would become, or became, of each row. The answer to htmx is the part that
    changes while the worker is at it."""
    refuse_unknown(request.GET, PARAMETERS)
    one = get_object_or_404(of_user(request), pk=pk)
    is_waiting = one.state == Import.State.READY
    if is_waiting and not one.is_recognised and one.is_decided_by(request.user):
        return redirect_wholly(request, reverse("import-columns", args=(one.pk,)))
    template = "imports/_import.html" if request.htmx else "imports/import.html"
    return render(request, template, context_of(request, one))


def redirect_wholly(request, address: str):
    """Also where htmx asked for a part, the whole page goes there."""
    return HttpResponseClientRedirect(address) if request.htmx else redirect(address)


def context_of(request, one: Import) -> dict:
    context = {
        "one": one,
        "may_undo": may_undo(one, request.user),
        "may_decide": one.is_decided_by(request.user),
        "steps": steps_of(one, request.user),
        "here": one.get_absolute_url(),
    }
    if one.report is None or one.is_under_way or not one.is_recognised:
        return context
    rows = Rows(one, request.GET)
    return context | {
        "type": type_labels().get(one.report["type"], ""),
        "outcomes": outcomes_of(one),
        "rows": rows,
        "listing": rows,
        "table": Table(rows.page.rows, one),
        "names": NamesForm(one=one),
        "effects": effects.shown(one.effects, one.centre),
        "since": since_trial(one),
        "sheets": [
            sheet | {"pairs": pairs_of(one, sheet)} for sheet in one.report["sheets"]
        ],
        "right": one.counts.get(ADDED, 0) + one.counts.get(CHANGED, 0),
    }


def pairs_of(one: Import, sheet: dict) -> list[tuple[str, str]]:
    """The titles that come in, each with what it is read as."""
    if not sheet["read"] or one.report["type"] not in type_labels():
        return []
    labels = {name: label for name, label, _needed in options_of(one.report["type"])}
    return [
        (title["title"], labels.get(title["field"], title["field"]))
        for title in sheet["titles"]
        if title["field"]
    ]


def since_trial(one: Import) -> list[tuple[str, int, int]]:
    told = one.report.get("since_trial", {})
    return [(outcome_label(code), *numbers) for code, numbers in told.items()]


@may_import
@require_POST
@transaction.atomic
def confirm(request, pk):
    """Save the rows: all of them, or those that are right (`with_rejected`)."""
    one = decided(request, pk)
    one.with_rejected = "with_rejected" in request.POST
    if not one.is_recognised:
        raise Refusal(_("Say first what the columns of the file are."))
    if one.counts.get(REJECTED) and not one.with_rejected:
        raise Refusal(_("Some rows are rejected: correct the file or save the others."))
    one.saved_by = request.user
    one.begin(Import.State.SAVING)
    save_import.defer(pk=one.pk)
    return redirect(one)


@may_import
@require_POST
@transaction.atomic
def discard(request, pk):
    one = decided(request, pk)
    one.give_up()
    return redirect("imports")


@may_import
@require_POST
def stop(request, pk):
    """Ask the worker to leave it; it does so between two rows."""
    mine = Import.objects.decided_by(request.user)
    one = get_object_or_404(mine.defer("content"), pk=pk)
    asked = mine.filter(pk=pk, state__in=Import.STOPPABLE).update(is_stopped=True)
    if not asked:
        raise Refusal(
            _("“%(file)s” is not under way any more: it is %(state)s.")
            % {"file": one, "state": one.get_state_display()}
        )
    return redirect(one)


@may_import
@require_safe
def rejected(request, pk):
    """The rejected rows as a workbook, to be put right and uploaded again."""
    one = get_object_or_404(of_user(request), pk=pk)
    if not one.counts.get(REJECTED):
        raise Http404(_("No row of this file was rejected."))
    told = {sheet["name"]: sheet for sheet in one.report["sheets"]}
    rows = one.rows.filter(outcome=REJECTED).order_by("pk").iterator()
    by_sheet = (
        (told[name], part) for name, part in groupby(rows, lambda row: row.sheet)
    )
    name = PurePath(one.file_name).stem
    return FileResponse(
        BytesIO(workbook(by_sheet)),
        as_attachment=True,
        filename=_("rejected rows - %s.xlsx") % name,
    )


def of_user(request):
    seen = Import.objects.visible_to(request.user).defer("content")
    return seen.select_related("user", "centre")


def decided(request, pk) -> Import:
    """An import that waits for the user's word; locked, so that it is given once."""
    mine = Import.objects.select_for_update().decided_by(request.user)
    one = get_object_or_404(mine.defer("content"), pk=pk)
    if one.state != Import.State.READY:
        raise Refusal(
            _("“%(file)s” does not wait for a decision: it is %(state)s.")
            % {"file": one, "state": one.get_state_display()}
        )
    return one


def type_labels() -> dict[str, str]:
    return {t.slug: capfirst(t.label_plural) for t in record_types.all_types()}
