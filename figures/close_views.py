"""The pages of closed years: which are closed, what is open, what was sealed."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.models import Centre
from figures import closing
from figures.close_lines import (
    Place,
    readiness_lines,
    restatements_of,
    seal_lines,
    standing_closes,
)
from figures.models import YearClose
from figures.periods import Period, read_year
from figures.readiness import readiness
from records.refusals import refuse_unknown

YEARS_SHOWN = 10

may_see = permission_required("figures.view_yearclose", raise_exception=True)
may_propose = permission_required("figures.add_yearclose", raise_exception=True)
may_close = permission_required("figures.change_yearclose", raise_exception=True)
may_restate = permission_required("figures.add_restatement", raise_exception=True)


@may_see
@require_safe
def close_list(request):
    """The years that are over, by centre."""
    refuse_unknown(request.GET, ())
    centres = list(Centre.objects.visible_to(request.user))
    closes = {(c.centre_id, c.year): c for c in standing_closes(centres)}
    this_year = timezone.localdate().year
    years = {*range(this_year - YEARS_SHOWN, this_year), *(y for _c, y in closes)}
    years = sorted(years, reverse=True)
    rows = [
        (year, [Place(one, year, closes.get((one.pk, year))) for one in centres])
        for year in years
    ]
    context = {"centres": centres, "rows": rows}
    return render(request, "figures/closes.html", context)


@may_see
@require_safe
def close_page(request, year, code):
    """One centre's year: what is open in it, or what was sealed."""
    refuse_unknown(request.GET, ())
    centre, year = read_place(request.user, year, code)
    close = standing_closes([centre]).filter(year=year).first()
    period = Period.of_year(year)
    context = {"centre": centre, "year": year, "period": period, "close": close}
    if close and close.state == YearClose.State.CLOSED:
        context |= {
            "lines": seal_lines(close),
            "restatements": restatements_of(close),
            "kept": [line for line in close.readiness if line["count"]],
        }
        return render(request, "figures/close.html", context)
    lines = readiness_lines(centre, year, close)
    is_blocked = any(one.point.is_blocking and one.count for one in lines)
    context |= {
        "lines": lines,
        "is_over": year < timezone.localdate().year,
        "is_blocked": is_blocked,
        "may_confirm": close and not is_blocked and close.proposed_by != request.user,
    }
    return render(request, "figures/close_readiness.html", context)


def read_place(user, year, code) -> tuple[Centre, int]:
    return (
        get_object_or_404(Centre.objects.visible_to(user), code=code),
        read_year(year),
    )


@may_propose
@require_POST
def propose(request, year, code):
    centre, year = read_place(request.user, year, code)
    closing.propose(centre, year, by=request.user, readiness=readiness(centre, year))
    messages.success(request, _("Proposed; a second person closes the year."))
    return redirect("close", year, code)


@may_close
@require_POST
def confirm(request, year, code):
    close = standing_or_404(request.user, year, code)
    closing.confirm(close, by=request.user)
    messages.success(request, _("The year is closed and its figures are sealed."))
    return redirect("close", year, code)


@may_close
@require_POST
def withdraw(request, year, code):
    closing.withdraw(standing_or_404(request.user, year, code))
    messages.success(request, _("The proposal is withdrawn."))
    return redirect("close", year, code)


@may_restate
@require_POST
def restate(request, year, code):
    close = standing_or_404(request.user, year, code)
    restatement = closing.restate(
        close, by=request.user, reason=request.POST.get("reason", "")
    )
    return redirect(restatement)


def standing_or_404(user, year, code) -> YearClose:
    """The year that is proposed or closed by now; its verb says what it must be."""
    centre, year = read_place(user, year, code)
    standing = YearClose.objects.exclude(state=YearClose.State.WITHDRAWN)
    return get_object_or_404(standing, centre=centre, year=year)
