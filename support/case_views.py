"""The page of a case, its verbs, and its sessions entered in place."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRedirect

from records.history import changes_of
from records.refusals import refused_in
from records.views import RecordDetail
from support.case_forms import VERBS, QuickSessionForm, verb_of
from support.forms import SessionForm
from support.models import ConsultingCase, Session

CHANGES_SHOWN = 5

may_change = permission_required("support.change_consultingcase", raise_exception=True)
may_add_session = permission_required("support.add_session", raise_exception=True)


class CaseDetail(RecordDetail):
    """A case as a case: what can be done now, its sessions, what changed last."""

    template_name = "support/case.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        case, user = self.object, self.request.user
        tables = {kind.slug: table for kind, table, _link in context["related"]}
        stale = ConsultingCase.objects.stale(timezone.localdate()).filter(pk=case.pk)
        return context | {
            "related": [one for one in context["related"] if one[0].slug != "sessions"],
            "sessions": tables.get("sessions"),
            "session_form": session_form(case, user)
            if user.has_perm("support.add_session")
            else None,
            "verbs": [verb for verb in VERBS if case.may(verb.name)]
            if context["may"]["change"]
            else [],
            "is_stale": stale.exists(),
            "stale_days": settings.STALE_AFTER_DAYS,
            "changes": changes_of(self.record_type, case)[:CHANGES_SHOWN],
        }


def session_form(case: ConsultingCase, user, data=None) -> SessionForm:
    """Of a new session of this case, held today unless said otherwise."""
    session = Session(centre=case.centre, case=case, held_on=timezone.localdate())
    return QuickSessionForm(data, user=user, instance=session, prefix="session")


def case_of(request, pk: int) -> ConsultingCase:
    """The case that this user may see, held until the transaction ends."""
    visible = ConsultingCase.objects.visible_to(request.user)
    return get_object_or_404(visible.select_for_update(), pk=pk)


@may_change
@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def do_verb(request, pk: int, slug: str):
    """Ask what the verb needs, in the dialog or on a page of its own; do it by POST."""
    case, verb = case_of(request, pk), verb_of(slug)
    if verb is None:
        raise Http404
    form = verb.form(request.POST or None, case=case, user=request.user)
    if request.method == "POST" and form.do(verb.name):
        messages.success(request, _("Done: %s") % verb.label)
        return to_page(request, case)
    template = "support/_verb.html" if request.htmx else "support/verb.html"
    return render(request, template, {"case": case, "verb": verb, "form": form})


@may_add_session
@require_POST
@transaction.atomic
def add_session(request, pk: int):
    case = case_of(request, pk)
    form = session_form(case, request.user, request.POST)
    if form.is_valid():
        with refused_in(form):
            messages.success(request, _("Saved: %s") % form.save())
            return to_page(request, case)
    template = "support/_session_form.html" if request.htmx else "support/session.html"
    return render(request, template, {"object": case, "session_form": form})


def to_page(request, case: ConsultingCase):
    address = case.get_absolute_url()
    return HttpResponseClientRedirect(address) if request.htmx else redirect(address)
