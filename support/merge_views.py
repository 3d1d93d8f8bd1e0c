"""The pages of a merge: choose the other, see what would happen, confirm; undo."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from records import record_types
from records.form_fields import RelatedField, named
from records.forms import dress
from records.text import tidy
from support import merging
from support.merge_plans import BOTH, KEPT, MERGED, FieldChoice, Move, Plan
from support.models import Merge, Startup

may_merge = permission_required("support.merge_startup", raise_exception=True)
WAYS = frozenset({KEPT, MERGED, BOTH})
CHANGES_SHOWN = 50


class OtherForm(forms.Form):
    """Which start-up is the same company."""

    def __init__(self, data, *, kept: Startup) -> None:
        super().__init__(data)
        self.kept = kept
        self.fields["other"] = RelatedField(
            candidates=Startup.objects.all(), label=_("The same company, entered again")
        )
        dress(self)

    def clean_other(self) -> Startup:
        other = self.cleaned_data["other"]
        if other == self.kept:
            raise ValidationError(_("A start-up cannot be merged with itself."))
        return other


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=200,
        help_text=gettext_lazy("Stands in the history of everything that moves."),
    )

    def __init__(self, data=None) -> None:
        super().__init__(data)
        dress(self)

    def clean_reason(self) -> str:
        return tidy(self.cleaned_data["reason"])


@may_merge
@require_http_methods(["GET", "HEAD", "POST"])
def merge_page(request, pk):
    """Nothing is done but by a POST that saw the plan as it still is."""
    kept = get_object_or_404(Startup, pk=pk)
    given = request.POST if request.method == "POST" else request.GET
    other = OtherForm(given if "other" in given else None, kept=kept)
    if not other.is_valid():
        return render(request, "support/merge.html", {"kept": kept, "form": other})
    plan = Plan(kept, other.cleaned_data["other"])
    if request.method != "POST":
        return plan_page(request, plan, ReasonForm())
    return confirmed(request, plan)


def confirmed(request, plan: Plan):
    reason = ReasonForm(request.POST)
    if not reason.is_valid():
        return plan_page(request, plan, reason, status=400)
    try:
        merge = merging.merge(
            plan.kept,
            plan.merged,
            by=request.user,
            reason=reason.cleaned_data["reason"],
            chosen=chosen_in(request.POST),
            seen=request.POST.get("seen", ""),
        )
    except merging.PlanIsStale:
        return plan_page(request, plan, reason, is_stale=True, status=409)
    messages.success(request, _("Merged: %s") % merge)
    return redirect(merge.kept)


def chosen_in(given) -> dict[str, str]:
    return {
        name.removeprefix("use-"): way
        for name, way in given.items()
        if name.startswith("use-") and way in WAYS
    }


@dataclass(frozen=True)
class Option:
    way: str
    text: str
    is_chosen: bool


def plan_page(request, plan: Plan, reason: ReasonForm, *, is_stale=False, status=200):
    chosen = chosen_in(request.POST)
    return render(
        request,
        "support/merge_plan.html",
        {
            "plan": plan,
            "reason": reason,
            "is_stale": is_stale,
            "other": named(plan.merged),
            "swapped": named(plan.kept),
            "fields": [
                (choice, options_of(choice, chosen.get(choice.name)))
                for choice in plan.choices
            ],
            "moves": [(move, list_url(move, plan.merged)) for move in plan.moves],
            "collisions": [
                (pair, pair.is_visible_to(request.user)) for pair in plan.collisions
            ],
            "lookalikes": [
                (pair, pair.is_visible_to(request.user)) for pair in plan.lookalikes
            ],
        },
        status=status,
    )


def options_of(choice: FieldChoice, chosen: str | None) -> list[Option]:
    texts = {KEPT: choice.kept, MERGED: choice.merged, BOTH: _("Both")}
    wanted = chosen if chosen in choice.ways else choice.proposed
    return [Option(way, texts[way], way == wanted) for way in choice.ways]


def list_url(move: Move, startup: Startup) -> str:
    """The list of what moves, as far as the user sees it; "" where none narrows so."""
    record_type = move.record_type
    if move.link.name not in record_type.filters:
        return ""
    address = reverse("record-list", args=(record_type.slug,))
    return f"{address}?{move.link.name}={startup.pk}"


@dataclass(frozen=True)
class ChangedLine:
    label: str
    text: str
    url: str


@permission_required("support.view_startup", raise_exception=True)
@require_http_methods(["GET", "HEAD", "POST"])
def merged_page(request, pk):
    """What a merge did; for those who may, its undoing."""
    merges = Merge.objects.select_related("kept", "merged", "merged_by", "undone_by")
    merge = get_object_or_404(merges, pk=pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST":
        if not request.user.has_perm("support.merge_startup"):
            raise PermissionDenied
        if form.is_valid():
            merging.undo(merge, by=request.user, reason=form.cleaned_data["reason"])
            messages.success(request, _("Undone: %s") % merge)
            return redirect(merge.merged)
    changed = [] if merge.is_undone else merging.changed_since(merge)
    return render(
        request,
        "support/merged.html",
        {
            "merge": merge,
            "form": form,
            "moved": [
                (
                    merging.link_of(entry).model._meta.verbose_name_plural,
                    len(entry["pks"]),
                )
                for entry in merge.moved
            ],
            "changed": changed_lines(changed, request.user),
            "changed_number": len(changed),
            "may_undo": request.user.has_perm("support.merge_startup"),
        },
    )


def changed_lines(changed: list[merging.Changed], user) -> list[ChangedLine]:
    """The first few; of what the user does not see only its type."""
    return [changed_line(one, user) for one in changed[:CHANGES_SHOWN]]


def changed_line(one: merging.Changed, user) -> ChangedLine:
    record_type = record_types.of_model(one.model)
    label = capfirst(record_type.label)
    if record_type.visible_to(user).filter(pk=one.pk).exists():
        history = reverse("record-history", args=(record_type.slug, one.pk))
        return ChangedLine(label, str(one.record), history)
    return ChangedLine(label, _("of another centre, or deleted"), "")
