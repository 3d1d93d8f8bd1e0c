"""Deadlines as an iCalendar feed, opened by a secret in its address.

It says no more than a calendar may show on a wall: what is due, of which organisation
and record; no names of people, nothing somebody typed.
"""

from datetime import UTC, datetime, timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from icalendar import Calendar, Event

from accounts.models import User
from pangyo.models import CalendarFeed
from records.deadlines import Deadline, due
from records.refusals import refuse_unknown
from records.working_days import months_after

BACK, AHEAD = 3, 12  # months


@never_cache
@require_POST
def issue(request):
    """A new secret address, shown on this page alone."""
    token = CalendarFeed.objects.issue(request.user, language=get_language())
    address = request.build_absolute_uri(f"{reverse('feed')}?token={token}")
    return render(request, "deadlines/feed.html", {"address": address})


@require_POST
def revoke(request):
    CalendarFeed.objects.filter(user=request.user).delete()
    messages.success(request, _("The calendar address opens nothing any more."))
    return redirect("deadlines")


@login_not_required
@never_cache
@require_safe
def feed(request):
    """The own deadlines, and nobody's, of the last months and the coming year."""
    refuse_unknown(request.GET, ("token",))
    found = CalendarFeed.objects.opened_by(request.GET.get("token", ""))
    opened = found.select_related("user__centre").first()
    if opened is None:
        sentence = _("This calendar address is not valid; make a new one.")
        return HttpResponse(sentence, "text/plain; charset=utf-8", status=403)
    with override(opened.language):
        calendar = calendar_of(opened.user, request.build_absolute_uri)
    return HttpResponse(calendar.to_ical(), "text/calendar; charset=utf-8")


def calendar_of(user: User, absolute) -> Calendar:
    today = timezone.localdate()
    calendar = Calendar()
    calendar.add("prodid", "-//Pangyo//Deadlines//KO")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _("Pangyo: deadlines"))
    start, end = months_after(today, -BACK), months_after(today, AHEAD)
    for deadline in due(user, start, end, today=today, is_mine=True):
        calendar.add_component(event_of(deadline, absolute))
    return calendar


def event_of(deadline: Deadline, absolute) -> Event:
    record = deadline.record
    event = Event()
    event.add("uid", f"{deadline.uid}@pangyo")
    event.add("dtstamp", stamp_of(deadline))
    event.add("dtstart", deadline.due_on)
    event.add("dtend", deadline.due_on + timedelta(days=1))
    event.add("summary", summary_of(deadline))
    event.add("description", description_of(deadline))
    event.add("url", absolute(record.get_absolute_url()))
    event.add("transp", "TRANSPARENT")
    return event


def stamp_of(deadline: Deadline) -> datetime:
    """Of the base date: the feed is the same as long as nothing in it has changed."""
    day = deadline.base_on
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def summary_of(deadline: Deadline) -> str:
    about = " · ".join(filter(None, [deadline.party, deadline.record.reference]))
    return f"{deadline.what}: {about}"


def description_of(deadline: Deadline) -> str:
    lines = [
        _("Rule: %s") % deadline.rule,
        f"{deadline.base}: {deadline.base_on}",
    ]
    if deadline.authority:
        lines.append(_("Source: %s") % deadline.authority)
    if deadline.is_moved:
        lines.append(
            _("Moved from %(day)s, no working day in Korea")
            % {"day": deadline.computed_on}
        )
    if deadline.needs_attorney:
        lines.append(_("To be confirmed by the patent attorney"))
    return "\n".join(lines)
