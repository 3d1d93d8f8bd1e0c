"""The published register: what was given out, beside what is counted and sealed."""

import pghistory
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from figures.changes import changes_of
from figures.models import Publication
from figures.narrowing import words_for
from figures.periods import Period
from figures.publication_forms import (
    ListForm,
    PublicationForm,
    WithdrawalForm,
    figure_choices,
)
from figures.publication_tables import register_table
from figures.published_beside import Beside, beside
from figures.publishing import read_printed
from figures.registry import Figure, get
from figures.scopes import read_figure
from records.exports.responses import file_response, wanted_format
from records.refusals import refuse_unknown

FILTERS = ("figure", "year", "centre", "audience")
PAGE_SIZE = 50
ORDER = ("-ends_on", "-starts_on", "figure", "pk")
# What its history shows; the rest follows from these.
SHOWN = (
    *("figure", "centre", "starts_on", "ends_on", "narrowed", "printed", "amount"),
    *("basis", "audience", "outlet", "published_on", "source", "notes"),
    *("definition", "revision", "is_withdrawn"),
)
may_view = permission_required("figures.view_publication", raise_exception=True)
may_add = permission_required("figures.add_publication", raise_exception=True)
may_change = permission_required("figures.change_publication", raise_exception=True)


@may_view
@require_safe
def publications(request):
    refuse_unknown(request.GET, (*FILTERS, "page", "format", "only"))
    form = ListForm(request.GET, user=request.user)
    chosen = form.chosen().select_related("centre").order_by(*ORDER)
    if wanted := wanted_format(request.GET):
        return file_response(register_table(chosen, request.user), wanted)
    page = Paginator(chosen, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "entries": beside(page.object_list),
        "is_filtered": any(request.GET.get(name) for name in FILTERS),
        "may_add": request.user.has_perm("figures.add_publication"),
    }
    return render(request, "figures/publications.html", context)


@may_add
@require_http_methods(["GET", "HEAD", "POST"])
def new_publication(request):
    """Which figure first: its unit and its parts make the form."""
    refuse_unknown(request.GET, ("figure",))
    if not request.GET.get("figure"):
        context = {"figures": figure_choices()}
        return render(request, "figures/publication_figure.html", context)
    figure = read_figure(request.GET["figure"])
    last_year = Period.of_year(timezone.localdate().year - 1)
    one = Publication(
        figure=figure.slug, starts_on=last_year.start, ends_on=last_year.end
    )
    return entered(request, one, figure)


@may_add
@require_safe
def read_what_is_printed(request):
    """What the value would be, while one types what was printed."""
    refuse_unknown(request.GET, ("figure", "printed"))
    unit = read_figure(request.GET.get("figure", "")).unit
    amount = read_printed(unit, request.GET.get("printed", ""))
    context = {
        "unit": unit,
        "amount_text": "" if amount is None else unit.exact(amount),
    }
    return render(request, "figures/_publication_reading.html", context)


@may_change
@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def edit_publication(request, pk: int):
    refuse_unknown(request.GET, ())
    visible = Publication.objects.visible_to(request.user)
    one = get_object_or_404(visible.select_for_update(of=("self",)), pk=pk)
    return entered(request, one, read_figure(one.figure))


def entered(request, one: Publication, figure: Figure):
    """The form of an entry or a correction, and what comes of it."""
    form = PublicationForm(request.POST or None, instance=one, user=request.user)
    if form.is_valid():
        reason = form.cleaned_data.get("reason")
        with pghistory.context(**({"reason": reason} if reason else {})):
            one = form.save()
        messages.success(request, saved_sentence(figure, one))
        return redirect(one)
    context = {"form": form, "figure": figure, "object": one if one.pk else None}
    status = 400 if form.is_bound else 200
    return render(request, "figures/publication_form.html", context, status=status)


def saved_sentence(figure: Figure, one: Publication) -> str:
    return _("Saved: “%(printed)s” is kept as %(amount)s %(unit)s.") % {
        "printed": one.printed,
        "amount": figure.unit.exact(one.amount),
        "unit": figure.unit.label,
    }


@may_view
@require_safe
def publication(request, pk: int):
    refuse_unknown(request.GET, ())
    visible = Publication.objects.visible_to(request.user)
    one = get_object_or_404(visible.select_related("centre", "entered_by"), pk=pk)
    [entry] = beside([one])
    events = Publication.pgh_event_model.objects.filter(pgh_obj_id=one.pk)
    context = {
        "entry": entry,
        "object": one,
        "changes": changes_of(events, SHOWN, reader(entry)),
        "withdrawal": WithdrawalForm(),
        "may_change": request.user.has_perm("figures.change_publication"),
    }
    return render(request, "figures/publication.html", context)


def reader(entry: Beside):
    """Reads an event's field as the page does."""

    def text(event, field) -> str:
        value = getattr(event, field.attname)
        if field.name == "amount":
            return entry.exact(value)
        if field.name == "narrowed":
            return words_for(entry.figure, value) if entry.figure else str(value)
        if field.name == "centre":
            return str(event.centre or _("All centres"))
        if field.name == "figure":
            return str(get(value).label) if entry.figure else value
        if field.name == "is_withdrawn":
            return _("yes") if value else _("no")
        if field.choices:
            return str(dict(field.flatchoices)[value])
        return "" if value is None else str(value)

    return text


@may_change
@require_POST
@transaction.atomic
def withdraw_publication(request, pk: int):
    """Take an entry that should not be there out of the register, or back into it."""
    visible = Publication.objects.visible_to(request.user)
    one = get_object_or_404(visible.select_for_update(of=("self",)), pk=pk)
    form = WithdrawalForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say why: the reason is missing."))
        return redirect(one)
    one.is_withdrawn = not one.is_withdrawn
    with pghistory.context(reason=form.cleaned_data["reason"]):
        one.save(update_fields=("is_withdrawn",))
    told = _("The entry is withdrawn.") if one.is_withdrawn else _("It stands again.")
    messages.success(request, told)
    return redirect(one)
