"""The page of a restatement: what it moves, and the word of a second person."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from figures import closing, registry
from figures.models import Publication, Restatement, YearClose
from figures.publishing import outdated_by
from figures.registry import Figure
from figures.sealed import MovedLine, lines_of
from records.refusals import refuse_unknown

RECORDS_SHOWN = 200  # of a figure

may_see = permission_required("figures.view_restatement", raise_exception=True)
may_decide = permission_required("figures.change_restatement", raise_exception=True)


@dataclass(frozen=True)
class FigureMoved:
    """A figure before and after; `more` records beside the lines were moved too."""

    figure: Figure
    before: Decimal
    after: Decimal
    lines: list[MovedLine]
    more: int

    @property
    def before_text(self) -> str:
        return self.figure.unit.exact(self.before)

    @property
    def after_text(self) -> str:
        return self.figure.unit.exact(self.after)

    @property
    def change_text(self) -> str:
        change = self.after - self.before
        sign = "+" if change > 0 else "−" if change else "±"
        return sign + self.figure.unit.exact(abs(change))


@may_see
@require_safe
def restatement_page(request, pk):
    refuse_unknown(request.GET, ())
    restatement = visible_or_404(request.user, pk)
    figures = list(figures_moved(restatement))
    context = {
        "restatement": restatement,
        "close": restatement.close,
        "figures": figures,
        "is_open": restatement.state == Restatement.State.OPEN,
        "is_own": restatement.opened_by_id == request.user.pk,
        "publications": published(restatement),
    }
    return render(request, "figures/restatement.html", context)


def visible_or_404(user, pk: int) -> Restatement:
    restatements = Restatement.objects.select_related(
        "close__centre", "opened_by", "approved_by"
    )
    visible = YearClose.objects.visible_to(user)
    return get_object_or_404(restatements, pk=pk, close__in=visible)


def figures_moved(restatement: Restatement) -> Iterator[FigureMoved]:
    """The figures of which the restatement moved a record, in their order."""
    records = restatement.records.order_by("record_pk")
    counted = records.order_by().values_list("figure").annotate(Count("pk"))
    numbers = dict(counted)
    for figure in registry.all_figures():
        if number := numbers.get(figure.slug):
            before, after = before_and_after(restatement, figure)
            moved = records.filter(figure=figure.slug)[:RECORDS_SHOWN]
            shown = lines_of(figure, moved)
            yield FigureMoved(figure, before, after, shown, number - len(shown))


def before_and_after(restatement: Restatement, figure: Figure):
    """The totals sealed before it and by it; what is counted now while it is open."""
    seals = restatement.close.seals.filter(figure=figure.slug)
    before = seals.filter(revision__lt=restatement.number).last()
    after = seals.filter(revision=restatement.number).first()
    if after is None:
        _count, now, _digest = closing.counted(restatement.close, figure)
        return before.total, now
    return before.total, after.total


def published(restatement: Restatement) -> list[tuple[Publication, str]]:
    """The values that are out of date by it, each with the label of its figure."""
    given = outdated_by(restatement).select_related("centre")
    return [(one, registry.get(one.figure).label) for one in given]


@may_decide
@require_POST
def approve(request, pk):
    restatement = visible_or_404(request.user, pk)
    closing.approve(restatement, by=request.user)
    messages.success(request, _("Approved; the year is sealed anew."))
    return redirect(restatement)


@may_decide
@require_POST
def withdraw(request, pk):
    restatement = visible_or_404(request.user, pk)
    closing.withdraw_restatement(restatement)
    messages.success(request, _("The restatement is withdrawn."))
    return redirect(restatement)
