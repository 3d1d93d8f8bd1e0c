"""What a reader asks the figures for: which period, whose centre, known when.

Page, API and command read their parameters here, and refuse in the same sentences.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time
from urllib.parse import urlencode

from django.http import Http404
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from accounts.models import Centre, User
from figures import registry
from figures.periods import Period, read_day, read_period
from figures.registry import Figure
from records.refusals import Refusal
from records.text import tidy

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
OFFSET = re.compile(r" (?=\d{2}:?\d{2}$)")


@dataclass(frozen=True)
class Scope:
    period: Period
    centre: Centre | None = None
    as_known: datetime | None = None

    @property
    def parameters(self) -> dict[str, str]:
        """The parameters that ask for this scope within its year's address."""
        given = {}
        period = self.period
        if period.start.year != period.end.year or period.start.timetuple().tm_yday > 1:
            given |= {"from": f"{period.start}", "to": f"{period.end}"}
        elif not period.is_whole_year:
            given["until"] = f"{period.end}"
        if self.centre:
            given["centre"] = self.centre.code
        if self.as_known:
            given["as_known"] = written(self.as_known)
        return given

    @property
    def now(self) -> "Scope":
        """The same as the records are now."""
        return replace(self, as_known=None)

    @property
    def known_text(self) -> str:
        """The day, or the moment in Seoul, that it is asked as known at."""
        if self.as_known is None:
            return ""
        day, _t, time_of_day = written(self.as_known).partition("T")
        return f"{day} {time_of_day[:8]}".rstrip()

    @property
    def query(self) -> str:
        return urlencode(self.parameters)


def read_scope(params: Mapping, user: User, *, year: int | None = None) -> Scope:
    """Raises Refusal for what cannot be meant, Http404 for what may not be seen."""
    return Scope(
        period=read_period(params, year=year),
        centre=read_centre(params.get("centre"), user),
        as_known=read_moment(params.get("as_known")),
    )


def read_centre(code: str | None, user: User) -> Centre | None:
    """The centre asked for; without one, the user's own, or all for national staff."""
    visible = Centre.objects.visible_to(user)
    if code:
        centre = visible.filter(code=tidy(code)).first()
        if centre is None:
            raise Http404(
                _("There is no centre “%(code)s” here; there are: %(known)s.")
                % {"code": code, "known": ", ".join(c.code for c in visible)}
            )
        return centre
    if user.sees_all_centres:
        return None
    if user.centre is None:
        raise Http404(_("Your account has no centre yet; ask your administrator."))
    return user.centre


def written(moment: datetime) -> str:
    """As `read_moment` reads it: a day where it is the end of one."""
    moment = timezone.localtime(moment)
    return f"{moment:%Y-%m-%d}" if moment.time() == time.max else moment.isoformat()


def read_moment(text: str | None) -> datetime | None:
    """A day means its end in Seoul, a moment without an offset is one in Seoul. What is
    still to come says what is known now. Raises Refusal."""
    if not text:
        return None
    if DAY.fullmatch(text):
        return timezone.make_aware(datetime.combine(read_day(text), time.max))
    try:
        # A plus sign reads as a blank in an address.
        moment = parse_datetime(OFFSET.sub("+", text))
    except ValueError:
        moment = None
    if moment is None or "T" not in text:
        raise Refusal(
            _(
                "“%s” is neither a day such as 2018-08-31 nor a moment such as "
                "2018-08-31T14:03, in Seoul unless it says +00:00."
            )
            % text
        )
    return moment if timezone.is_aware(moment) else timezone.make_aware(moment)


def read_figure(slug: str, version: str | None = None) -> Figure:
    """The figure; with a version, as if that definition had always been in force.
    Raises Http404."""
    try:
        figure = registry.get(slug)
    except registry.UnknownFigure as error:
        raise Http404(str(error)) from error
    if not version:
        return figure
    found = figure.of_version(int(version)) if version.isdecimal() else None
    if found is None:
        raise Http404(
            _("“%(version)s” is no version of this figure; there are: %(known)s.")
            % {
                "version": version,
                "known": ", ".join(str(one.version) for one in figure.definitions),
            }
        )
    return found
