"""Durations as people write them, in whole minutes: 90, 1.5h, 1시간 30분, 1:30."""

import re
from decimal import Decimal

from django.utils.translation import gettext as _

from records.written_values import NotUnderstood, is_unsure, not_known, plain
from records.written_values.approximations import AFTER

ONLY_MINUTES = re.compile(r"(\d+(?:\.\d+)?)\s*(?:분|minutes?|mins?|m|')?")
HOURS = re.compile(
    r"(\d+(?:\.\d+)?)\s*(?:시간|hours?|hrs?|h)\s*(?:(\d+)\s*(?:분|minutes?|mins?|m)?|(반))?"
)
HOURS_MINUTES = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?")
FROM_TO = re.compile(r"(\d{1,2}):(\d{2})\s*[~\-–]\s*(\d{1,2}):(\d{2})")
HOURS_UNIT = re.compile(r"(?:시간|hours?|hrs?|h)")
BARE = re.compile(r"\d+(?:\.\d+)?")
ABOUT = re.compile(r"^(?:약|대략|about|ca\.?|~)\s*")


def read(found: str, *, unit: str = "") -> int:
    """Minutes; a number alone is in the `unit` of its column, minutes where that says
    nothing of hours. From one hour of the day to another is the time between."""
    written = AFTER.sub("", ABOUT.sub("", plain(found)))
    if BARE.fullmatch(written) and HOURS_UNIT.fullmatch(plain(unit)):
        return whole(Decimal(written) * 60, found)
    if match := FROM_TO.fullmatch(written):
        return between(found, *map(int, match.groups()))
    if match := HOURS_MINUTES.fullmatch(written):
        return int(match[1]) * 60 + int(match[2])
    if match := HOURS.fullmatch(written):
        rest = 30 if match[3] else int(match[2] or 0)
        return whole(Decimal(match[1]) * 60 + rest, found)
    if match := ONLY_MINUTES.fullmatch(written):
        return whole(Decimal(match[1]), found)
    raise not_known(found) if is_unsure(found) else no_duration(found)


def between(found: str, hour: int, minute: int, to_hour: int, to_minute: int) -> int:
    minutes = (to_hour - hour) * 60 + to_minute - minute
    if minutes <= 0 or max(hour, to_hour) > 24 or max(minute, to_minute) > 59:
        raise no_duration(found)
    return minutes


def whole(minutes: Decimal, found: str) -> int:
    if minutes != minutes.to_integral_value():
        raise no_duration(found)
    return int(minutes)


def no_duration(found: str) -> NotUnderstood:
    return NotUnderstood(
        _("“%(found)s” is no duration; accepted are 60, 60분, 1.5h or 1시간 30분.")
        % {"found": found}
    )


def text(minutes: int) -> str:
    """A duration in hours and minutes, as it is said."""
    hours, rest = divmod(minutes, 60)
    told = {"hours": hours, "minutes": rest}
    if hours and rest:
        return _("%(hours)d h %(minutes)d min") % told
    return _("%(hours)d h") % told if hours else _("%(minutes)d min") % told
