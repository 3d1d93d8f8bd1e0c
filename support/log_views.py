"""The log: one dialog from anywhere, and the same as a page of its own."""

import pghistory
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db import IntegrityError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import reselect, reswap, retarget, trigger_client_event

from records.refusals import Refusal, broken_rule, refuse_unknown
from support.log_forms import LogForm
from support.models import Logged

may_log = permission_required(
    ("support.add_consultingcase", "support.add_session"), raise_exception=True
)
may_undo = permission_required(
    ("support.delete_consultingcase", "support.delete_session"), raise_exception=True
)


@vary_on_headers("HX-Request")
@require_http_methods(("GET", "HEAD", "POST"))
@may_log
def log(request):
    """A new entry, empty or about the start-up that the address names."""
    if request.method == "POST":
        form = LogForm(request.POST, user=request.user)
        logged = form.logged()
        return saved(request, logged) if logged else shown(request, form)
    refuse_unknown(request.GET, ("startup",))
    startups = request.GET.get("startup", "")
    return shown(request, LogForm(user=request.user, startups=startups))


@vary_on_headers("HX-Request")
@require_safe
@may_log
def log_after(request, key):
    """The next entry after one that was saved."""
    return next_after(request, get_object_or_404(Logged, pk=key, by=request.user))


@require_safe
@may_log
def log_startups(request):
    """What the start-ups typed so far mean: a part of the form."""
    form = LogForm(request.GET, user=request.user)
    return render(request, "support/_log_startups.html", {"form": form})


@require_POST
@may_undo
def log_undo(request, key):
    logged = get_object_or_404(Logged, pk=key, by=request.user)
    refused = why_not_undone(logged)
    if refused and not request.htmx:
        raise Refusal(refused)
    sentence = refused or _("What you had logged is deleted.")
    if request.htmx:
        return render(request, "support/_logged.html", {"sentence": sentence})
    messages.success(request, sentence)
    return redirect("log")


def why_not_undone(logged: Logged) -> str:
    """Undo it, or say in a sentence why that cannot be; "" once it is done."""
    if not logged.is_reversible():
        return _(
            "Others have gone on from this; change or delete the records themselves."
        )
    reason = _("taken back right after logging")
    try:
        with pghistory.context(reason=reason):
            logged.undo(reason=reason)
    except IntegrityError as error:
        if not (sentence := broken_rule(error)):
            raise
        return sentence
    return ""


def saved(request, logged: Logged):
    """The answer to one who saved: the next entry, or back to where the log was opened.

    In the dialog nothing is left to show, which closes it; the page stays open.
    """
    if request.POST.get("then") == "next":
        response = next_after(request, logged)
    elif not request.htmx:
        told = logged.told()
        messages.success(request, _("Saved: %s") % ", ".join(map(str, told)))
        response = redirect(told[0] if told else "log")
    elif is_on_its_page(request):
        response = shown(request, LogForm(user=request.user), logged)
    else:
        response = render(request, "support/_logged.html", context_of(logged))
        response = reswap(retarget(response, "#said"), "innerHTML")
        response = reselect(response, ".logged")
    return trigger_client_event(response, "logged") if request.htmx else response


def next_after(request, logged: Logged):
    if request.method == "POST" and not request.htmx:
        return redirect(logged)
    return shown(request, LogForm(user=request.user, after=logged), logged)


def shown(request, form: LogForm, logged: Logged | None = None):
    template = "support/_log.html" if request.htmx else "support/log.html"
    context = {"form": form} | context_of(logged or form.earlier)
    return render(request, template, context)


def context_of(logged: Logged | None) -> dict:
    if logged is None:
        return {}
    return {
        "logged": logged,
        "told": logged.told(),
        "is_reversible": logged.is_reversible(),
    }


def is_on_its_page(request) -> bool:
    return (request.htmx.current_url_abs_path or "").startswith(reverse("log"))
