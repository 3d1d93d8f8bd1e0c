"""The step at which a person puts right what was recognised of sheets and columns."""

from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from records.import_column_forms import ColumnsForm
from records.import_profiles import forget
from records.import_steps import COLUMNS, steps_of
from records.import_views import decided, may_import, redirect_wholly
from records.imports import Import
from records.refusals import Refusal, refuse_unknown
from records.tasks import try_import


@may_import
@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def columns(request, pk):
    """What was recognised, and its correction, after which the file is tried again."""
    refuse_unknown(request.GET, ())
    if request.method != "POST":
        return columns_page(request, pk)
    one = decided(request, pk)
    form = ColumnsForm(request.POST, one=one, user=request.user)
    if not form.is_valid():
        return page_of(request, one, form, status=400)
    if form.is_to_be_tried(one):
        form.correct(one)
        one.begin(Import.State.READING)
        try_import.defer(pk=one.pk)
    # Other titles are looked at before their rows.
    return redirect("import-columns", one.pk) if form.is_anew else redirect(one)


def columns_page(request, pk):
    """While the file is read again, htmx asks until this page can be shown anew."""
    mine = Import.objects.decided_by(request.user).defer("content")
    one = get_object_or_404(mine.select_related("user", "centre"), pk=pk)
    if one.state == Import.State.READING:
        return page_of(request, one, None)
    if one.state != Import.State.READY:
        return redirect_wholly(request, one.get_absolute_url())
    if request.htmx:
        return redirect_wholly(request, request.path)
    return page_of(request, one, ColumnsForm(one=one, user=request.user))


def page_of(request, one: Import, form: ColumnsForm | None, *, status: int = 200):
    context = {
        "one": one,
        "form": form,
        "steps": steps_of(one, request.user, current=COLUMNS),
        "here": reverse("import-columns", args=(one.pk,)),
        "may_decide": True,
    }
    template = "_waiting" if request.htmx else "columns"
    return render(request, f"imports/{template}.html", context, status=status)


@may_import
@require_POST
@transaction.atomic
def forget_columns(request, pk):
    """What an earlier file taught about these titles is no longer wanted."""
    one = decided(request, pk)
    sheets = [s for s in one.report["sheets"] if s["name"] == request.POST.get("sheet")]
    if not sheets or sheets[0].get("told_by") != "remembered":
        raise Refusal(_("Nothing is remembered for this sheet."))
    forget(one, sheets[0])
    one.begin(Import.State.READING)
    try_import.defer(pk=one.pk)
    return redirect(one)
