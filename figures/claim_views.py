"""The pages of double claims: the list, one pair side by side, and what is decided."""

from contextlib import suppress
from itertools import chain

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from procrastinate.exceptions import AlreadyEnqueued

from figures import claiming, tasks
from figures.claim_forms import AnewForm, ClaimFilter, DecisionForm
from figures.claim_pages import Pair, pairs_of, steps_of
from figures.models import Claim
from records.refusals import Refusal, refuse_unknown

ON_A_PAGE = 50

may_view = permission_required("figures.view_claim", raise_exception=True)
may_decide = permission_required("figures.change_claim", raise_exception=True)


@may_view
@require_safe
def claim_list(request):
    form = ClaimFilter(request.GET, user=request.user)
    refuse_unknown(request.GET, (*form.fields, "page"))
    found = Claim.objects.visible_to(request.user)
    undecided = found.undecided().count()
    if not form.is_valid():
        raise Refusal(" ".join(chain.from_iterable(form.errors.values())))
    chosen = form.among(found).to_do_first()
    related = ("one_centre", "other_centre", "proposed_by", "agreed_by")
    page = Paginator(chosen.select_related(*related), ON_A_PAGE).get_page(
        request.GET.get("page")
    )
    return render(
        request,
        "figures/claims.html",
        {
            "form": form,
            "is_narrowed": any(form.cleaned_data.values()),
            "page": page,
            "pairs": pairs_of(page, request.user),
            "undecided": undecided,
            "may_find": request.user.has_perm("figures.add_claim"),
        },
    )


@may_view
@require_safe
def claim_page(request, pk: int):
    return show(request, pair_of(request, pk))


@may_decide
@require_POST
def propose(request, pk: int):
    """The same or different; for a claim that is decided, to decide it anew."""
    pair = pair_of(request, pk)
    is_decided = pair.claim.state != Claim.State.OPEN
    form = (
        AnewForm(request.POST) if is_decided else DecisionForm(request.POST, pair=pair)
    )
    if not form.is_valid():
        return show(request, pair, form, status=400)
    if is_decided:
        notes = form.cleaned_data["notes"]
        decision = claiming.Decision(state=Claim.State.OPEN, notes=notes)
    else:
        decision = form.proposed
    claiming.propose(pair.claim, decision, by=request.user)
    messages.success(request, _("Proposed; a second person decides."))
    return redirect(pair.claim)


@may_decide
@require_POST
def agree(request, pk: int):
    claim = pair_of(request, pk).claim
    claiming.agree(claim, by=request.user)
    messages.success(request, _("Decided as proposed."))
    return redirect(claim)


@may_decide
@require_POST
def withdraw(request, pk: int):
    claim = pair_of(request, pk).claim
    claiming.withdraw(claim, by=request.user)
    messages.success(request, _("The proposal is withdrawn."))
    return redirect(claim)


@permission_required("figures.add_claim", raise_exception=True)
@require_POST
def find(request):
    """Look for double claims now, in the worker."""
    # Already enqueued: it is about to look, which is all that was asked.
    with suppress(AlreadyEnqueued), transaction.atomic():
        tasks.find_claims.defer(timestamp=0)
    messages.success(
        request, _("The search has begun; what it finds stands here in a moment.")
    )
    return redirect("claims")


def pair_of(request, pk: int) -> Pair:
    visible = Claim.objects.visible_to(request.user)
    related = ("one_centre", "other_centre", "proposed_by", "agreed_by")
    claim = get_object_or_404(visible.select_related(*related), pk=pk)
    pairs = pairs_of([claim], request.user)
    if not pairs:
        raise Http404(_("One of the two records was erased."))
    return pairs[0]


def show(request, pair: Pair, form=None, *, status: int = 200):
    claim, user = pair.claim, request.user
    is_decided = claim.state != Claim.State.OPEN
    may = claim.may_be_decided_by(user)
    if form is None:
        form = AnewForm() if is_decided else DecisionForm(pair=pair)
    context = {
        "pair": pair,
        "claim": claim,
        "lines": pair.lines,
        "steps": steps_of(claim),
        "is_decided": is_decided,
        "may_agree": claim.may_be_agreed_by(user),
        "may_withdraw": claim.is_proposed and user == claim.proposed_by,
        "form": form if may and not (is_decided and claim.is_proposed) else None,
    }
    return render(request, "figures/claim.html", context, status=status)
