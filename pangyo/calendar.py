"""The pages of deadlines: a list by urgency and a month's calendar.

Both read `records.deadlines.due`, and their filters stand in the address.
"""

from calendar import SUNDAY, Calendar
from dataclasses import dataclass
from datetime import date, timedelta

from django import forms
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from pangyo.models import CalendarFeed
from records.deadlines import MOST, Deadline, Due, due, sources_for
from records.forms import dress
from records.refusals import Refusal, refuse_unknown
from records.working_days import holiday_name, is_working_day, months_after
from records.written_fields import DayField

SHOWN_AHEAD = 6  # months
FARTHEST = 20 * 12  # months, back and ahead
ONE_DAY = timedelta(days=1)
CENTRE, MINE = "centre", "mine"
WHOSE = (
    (CENTRE, gettext_lazy("All that I may see")),
    (MINE, gettext_lazy("Mine, and those that are nobody's")),
)


class Choice(forms.Form):
    """Whose deadlines, of which kind, from when to when."""

    who = forms.ChoiceField(label=gettext_lazy("Whose"), choices=WHOSE, required=False)
    source = forms.ChoiceField(label=gettext_lazy("Kind"), required=False)

    def __init__(self, request, *, is_month: bool = False) -> None:
        super().__init__(request.GET)
        self.user, self.today = request.user, timezone.localdate()
        kinds = [(one.slug, one.label) for one in sources_for(self.user)]
        self.fields["source"].choices = [("", gettext_lazy("All kinds")), *kinds]
        if not is_month:
            for name, label in (("from", _("From")), ("to", _("To"))):
                self.fields[name] = DayField(label=label, required=False)
        refuse_unknown(request.GET, self.fields)
        dress(self)
        if not self.is_valid():
            name, errors = next(iter(self.errors.items()))
            raise Refusal(f"{self.fields[name].label}: {errors[0]}")
        self.refuse_wrong_span()

    def refuse_wrong_span(self) -> None:
        first, last = (months_after(self.today, n) for n in (-FARTHEST, FARTHEST))
        for day in (self.start, self.end):
            if day is not None and not first <= day <= last:
                raise Refusal(
                    _("%(day)s is too far away: give a day from %(first)s to %(last)s.")
                    % {"day": day, "first": first, "last": last}
                )
        if self.start is not None and self.start > self.end:
            raise Refusal(_("The first day comes after the last one."))

    @property
    def start(self) -> date | None:
        return self.cleaned_data.get("from")

    @property
    def end(self) -> date:
        ahead = months_after(self.today, SHOWN_AHEAD)
        start = self.start or self.today
        return self.cleaned_data.get("to") or max(ahead, start)

    def due(self, start: date | None, end: date) -> Due:
        if start is not None and start > end:
            return Due([])
        source = self.cleaned_data["source"]
        return due(
            self.user,
            start,
            end,
            today=self.today,
            is_mine=self.cleaned_data["who"] == MINE,
            slugs=[source] if source else (),
        )


@dataclass(frozen=True)
class Section:
    """`urgency` is how the section looks: overdue, soon, later."""

    label: str
    urgency: str
    deadlines: list[Deadline]


@require_safe
def deadline_list(request):
    """What is due and not met: the overdue first, then by how soon it is."""
    choice = Choice(request)
    today = choice.today
    overdue = choice.due(choice.start, min(choice.end, today - ONE_DAY))
    coming = choice.due(max(choice.start or today, today), choice.end)
    return render(
        request,
        "deadlines/list.html",
        {
            "choice": choice,
            "today": today,
            "sections": sections(overdue, coming, today),
            "is_cut": overdue.is_cut or coming.is_cut,
            "most": MOST,
            "feed": CalendarFeed.objects.filter(user=request.user).first(),
        },
    )


def sections(overdue: Due, coming: Due, today: date) -> list[Section]:
    """The overdue latest first. This week ends on Sunday, and this month's section has
    what is left of it."""
    sunday = today + timedelta(days=6 - today.weekday())
    next_month = months_after(today.replace(day=1), 1)
    week = [one for one in coming if one.due_on <= sunday]
    month = [one for one in coming if sunday < one.due_on < next_month]
    later = [one for one in coming if one.due_on >= max(next_month, sunday + ONE_DAY)]
    parts = (
        Section(_("Overdue"), "overdue", list(overdue)[::-1]),
        Section(_("This week"), "soon", week),
        Section(_("This month"), "later", month),
        Section(_("Later"), "later", later),
    )
    return [part for part in parts if part.deadlines]


@dataclass(frozen=True)
class Day:
    day: date
    holiday: str
    is_closed: bool
    is_today: bool
    is_outside: bool
    deadlines: list[Deadline]


@require_safe
def month(request, year: int, month: int):
    """A month as a calendar from Sunday to Saturday, Korean holidays marked."""
    choice = Choice(request, is_month=True)
    first = first_of(year, month, choice.today)
    weeks = Calendar(SUNDAY).monthdatescalendar(first.year, first.month)
    found = choice.due(weeks[0][0], weeks[-1][-1])
    by_day: dict[date, list[Deadline]] = {}
    for one in found:
        by_day.setdefault(one.due_on, []).append(one)
    return render(
        request,
        "deadlines/month.html",
        {
            "choice": choice,
            "first": first,
            "today": choice.today,
            "previous": months_after(first, -1),
            "next": months_after(first, 1),
            "weekdays": weeks[0],
            "weeks": [
                [day_of(day, first, choice.today, by_day.get(day, [])) for day in week]
                for week in weeks
            ],
            "count": sum(one.due_on.month == month for one in found),
            "is_cut": found.is_cut,
            "most": MOST,
        },
    )


def first_of(year: int, month: int, today: date) -> date:
    """The month's first day. Raises Http404 for none, or one too far away."""
    away = year * 12 + month - (today.year * 12 + today.month)
    if not 1 <= month <= 12 or abs(away) > FARTHEST:
        raise Http404
    return date(year, month, 1)


def day_of(day: date, first: date, today: date, deadlines: list[Deadline]) -> Day:
    return Day(
        day=day,
        holiday=holiday_name(day),
        is_closed=not is_working_day(day),
        is_today=day == today,
        is_outside=day.month != first.month,
        deadlines=deadlines,
    )
