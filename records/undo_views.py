"""Taking an import back: a page that says what would happen, and the word for it."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from records import tasks
from records.imports import Import
from records.refusals import Refusal
from records.spreadsheets.undo_plans import UndoPlan
from records.spreadsheets.undoing import may_undo

SHOWN = 200  # records that stay, named on the page


@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def undo_import(request, pk):
    """What would be withdrawn, put back and left (GET); have it done (POST)."""
    visible = Import.objects.visible_to(request.user).defer("content")
    if request.method == "POST":
        visible = visible.select_for_update()
    one = get_object_or_404(visible, pk=pk)
    if not may_undo(one, request.user):
        raise PermissionDenied
    if one.state != Import.State.DONE:
        raise Refusal(
            _("“%(file)s” cannot be undone: it is %(state)s.")
            % {"file": one, "state": one.get_state_display()}
        )
    if request.method == "POST":
        one.state = Import.State.UNDOING
        one.save(update_fields=("state",))
        tasks.undo_import.defer(pk=one.pk, user_pk=request.user.pk)
        return redirect(one)
    plan = UndoPlan(one)
    context = {
        "one": one,
        "plan": plan,
        "kept": plan.kept[:SHOWN],
        "more": max(len(plan.kept) - SHOWN, 0),
    }
    return render(request, "imports/undo.html", context)
