"""The targets of a year: seen by all, set by those who may, each with its history."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.forms import BoundField
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from accounts.models import Centre
from figures.achievement import Achievement, achievement, usual_shares
from figures.cells import drill_down_url
from figures.changes import changes_of
from figures.measuring import Question, totals
from figures.models import Target
from figures.periods import Period, read_year
from figures.registry import Figure, all_figures
from figures.scopes import Scope, read_centre, read_figure
from figures.target_forms import TargetsForm
from figures.targets import set_targets, targets_of
from records.refusals import refuse_unknown

PARAMETERS = ("year", "centre")
YEARS_AHEAD, FIRST_SHOWN = 2, 2010
may_view = permission_required("figures.view_target", raise_exception=True)


@dataclass(frozen=True)
class Line:
    """A figure with its target, last year's, and what was counted."""

    figure: Figure
    field: BoundField
    held: Decimal | None
    before: Decimal | None
    counted_before: Decimal
    address_before: str
    counted: Decimal
    address: str
    achievement: Achievement | None

    def text(self, amount: Decimal | None) -> str:
        return "" if amount is None else self.figure.unit.text(amount)

    @property
    def held_text(self) -> str:
        return self.text(self.held)

    @property
    def before_text(self) -> str:
        return self.text(self.before)

    @property
    def counted_text(self) -> str:
        return self.text(self.counted)

    @property
    def counted_before_text(self) -> str:
        return self.text(self.counted_before)


def may_set(user) -> bool:
    return user.has_perms(("figures.add_target", "figures.change_target"))


@may_view
@require_http_methods(["GET", "HEAD", "POST"])
def targets(request):
    refuse_unknown(request.GET, PARAMETERS)
    today = timezone.localdate()
    year = read_year(request.GET.get("year") or today.year)
    centre = read_centre(request.GET.get("centre"), request.user)
    if request.method == "POST" and not may_set(request.user):
        raise PermissionDenied
    held = targets_of(year, centre)
    form = TargetsForm(request.POST or None, held=held)
    if form.is_valid():
        tell_changed(request, save(form, year, centre, request.user))
        return redirect(request.get_full_path())
    context = {
        "year": year,
        "centre": centre,
        "form": form,
        "lines": lines_of(form, year, centre, today),
        "may_set": may_set(request.user),
        "is_begun": year <= today.year,
        "is_over": year < today.year,
        "centres": Centre.objects.visible_to(request.user),
        "years": range(max(year, today.year + YEARS_AHEAD), FIRST_SHOWN - 1, -1),
    }
    status = 400 if form.is_bound else 200
    return render(request, "figures/targets.html", context, status=status)


def save(form: TargetsForm, year: int, centre: Centre | None, user) -> int:
    reason = form.cleaned_data["reason"]
    return set_targets(year, centre, form.amounts(), by=user, reason=reason)


def tell_changed(request, changed: int) -> None:
    told = ngettext(
        "One target was saved.", "%(count)s targets were saved.", changed
    ) % {"count": changed}
    messages.success(request, told if changed else _("No target has changed."))


def lines_of(
    form: TargetsForm, year: int, centre: Centre | None, today: date
) -> list[Line]:
    figures = list(all_figures())
    before, whole = Period.of_year(year - 1), Period.of_year(year)
    now = whole.until(today) if whole.start <= today else whole
    questions = [
        Question(f, period, centre) for f in figures for period in (before, now)
    ]
    answers = iter(totals(questions))
    shares = usual_shares(figures, now, centre, today=today)
    held_before = targets_of(year - 1, centre)
    return [
        line_of(
            figure,
            form,
            held_before.get(figure.slug),
            [(period, next(answers)) for period in (before, now)],
            (centre, today, shares),
        )
        for figure in figures
    ]


def line_of(figure: Figure, form: TargetsForm, held_before, counts, scope) -> Line:
    (before, counted_before), (now, counted) = counts
    centre, today, shares = scope
    held = form.held.get(figure.slug)
    return Line(
        figure=figure,
        field=form[figure.slug],
        held=held,
        before=held_before,
        counted_before=counted_before,
        address_before=drill_down_url(figure, Scope(before, centre)),
        counted=counted,
        address=drill_down_url(figure, Scope(now, centre)),
        achievement=achievement(
            figure, held, counted, now, today=today, share=shares.get(figure.slug)
        ),
    )


@may_view
@require_safe
def target_history(request, slug: str, year: int):
    """What a target was: from, to, who, when and why; also of one taken back."""
    refuse_unknown(request.GET, ("centre",))
    figure = read_figure(slug)
    centre = read_centre(request.GET.get("centre"), request.user)
    events = Target.pgh_event_model.objects.filter(
        figure=slug, year=read_year(year), centre=centre
    )
    changes = changes_of(
        events, ("amount",), lambda event, _field: figure.unit.text(event.amount)
    )
    return render(
        request,
        "figures/target_history.html",
        {"figure": figure, "year": year, "centre": centre, "changes": changes},
    )
