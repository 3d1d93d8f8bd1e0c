"""What a person wrote into a cell, as a day, a number of minutes, a number or text.

Each function answers a value or raises NotUnderstood with what was found and what would
be accepted; nothing is guessed where two readings are possible.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from openpyxl.utils.datetime import WINDOWS_EPOCH, from_excel

from records.text import tidy

FIRST_YEAR = 1800
YEARS_AHEAD = 50
SERIALS = range(
    15_000, 80_000
)  # days since 1900 (or 1904) that Excel stores: 1941–2119

NO_VALUE = "#FORMULA!"  # a formula that was stored without its value
ERRORS = frozenset(
    ("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", NO_VALUE)
)
NOTHING = frozenset(("", "-", "--", "–", "—", "―"))

SEPARATOR = r"\s*[.\-/년월]\s*"
CLOCK = re.compile(r"\s+(?:오전|오후|am|pm)?\s*\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]m)?$")
WEEKDAY = re.compile(r"\s*\((?:[월화수목금토일](?:요일)?|[a-z]{3,9})\)\s*$")
YEAR_FIRST = re.compile(rf"(\d{{4}}){SEPARATOR}(\d{{1,2}}){SEPARATOR}(\d{{1,2}})")
YEAR_LAST = re.compile(r"(\d{1,2})\s*[.\-/]\s*(\d{1,2})\s*[.\-/]\s*(\d{4})")
SHORT = re.compile(rf"(\d{{2}}){SEPARATOR}(\d{{1,2}}){SEPARATOR}(\d{{1,2}})")
MONTH_DAY = re.compile(r"(\d{1,2})(?:\s*월\s*|\s*[./]\s*)(\d{1,2})")

ONLY_MINUTES = re.compile(r"(\d+(?:\.\d+)?)\s*(?:분|minutes?|mins?|m|')?")
HOURS = re.compile(
    r"(\d+(?:\.\d+)?)\s*(?:시간|hours?|hrs?|h)\s*(?:(\d+)\s*(?:분|minutes?|mins?|m)?|(반))?"
)
HOURS_MINUTES = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?")
ABOUT = re.compile(r"^(?:약|대략|about|ca\.?|~)\s*")
NUMBER = re.compile(
    r"(-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?)\s*(?:명|건|회|개사?|인|원)?"
)

UNSURE = re.compile(
    r"[?？]+|(?:확인|조사)\s*(?:필요|요망|중|예정)|미정|미상|불명|모름|tbd|unknown",
    re.IGNORECASE,
)
YES = frozenset(("y", "yes", "true", "1", "o", "○", "●", "✓", "v", "예", "네"))
NO = frozenset(("n", "no", "false", "0", "x", "×", "아니오", "아니요"))


class NotUnderstood(ValueError):
    """What was found in a cell, and what would be accepted, in a sentence."""


@dataclass
class Reading:
    """What a cell means; `problems`: what in it is not understood; `notes`: what is,
    but a person should look at."""

    value: Any = None
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def text(value) -> str:
    """A cell as text; a number without the ".0" that spreadsheets add."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return (
            f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
        )
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return tidy(str(value))


def plain(value) -> str:
    """Text for reading numbers and days: full-width digits made ordinary, small."""
    return unicodedata.normalize("NFKC", text(value)).strip().lower()


def is_nothing(value) -> bool:
    """Whether the cell is blank or holds only a dash."""
    return value is None or text(value) in NOTHING


def is_unsure(value) -> bool:
    """Whether somebody wrote that it was not known: 확인필요, 미정, ?"""
    return isinstance(value, str) and bool(UNSURE.fullmatch(text(value)))


def day(value, *, year: int | None = None, epoch: datetime = WINDOWS_EPOCH) -> date:
    """The day of a cell. `year` is the year a title gives to days without one."""
    if isinstance(value, datetime):
        return possible(value, value.year, value.month, value.day)
    if isinstance(value, date):
        return value
    written = plain(value)
    if re.fullmatch(r"\d{5}", written) and int(written) in SERIALS:
        return from_excel(int(written), epoch).date()
    if isinstance(value, float) and int(value) in SERIALS:
        return from_excel(value, epoch).date()
    if re.fullmatch(r"\d{8}", written):
        return possible(value, int(written[:4]), int(written[4:6]), int(written[6:]))
    written = WEEKDAY.sub("", CLOCK.sub("", written)).strip("'’‘` ")
    written = WEEKDAY.sub("", written).rstrip(". 일")
    if match := YEAR_FIRST.fullmatch(written):
        return possible(value, *map(int, match.groups()))
    if match := YEAR_LAST.fullmatch(written):
        return year_last(value, *map(int, match.groups()))
    if match := SHORT.fullmatch(written):
        return short_year(value, year, *map(int, match.groups()))
    if match := MONTH_DAY.fullmatch(written):
        if year is None:
            raise NotUnderstood(
                _("“%(found)s” has no year, and no title gives one.")
                % {"found": text(value)}
            )
        return possible(value, year, *map(int, match.groups()))
    raise no_day(value)


def is_year_last(value) -> bool:
    """Whether a day is written in an order that a person should confirm."""
    written = isinstance(value, str) and plain(value).strip(". ")
    return bool(written and YEAR_LAST.fullmatch(written))


def no_day(value) -> NotUnderstood:
    return NotUnderstood(
        _("“%(found)s” is no day; accepted are 2018-03-05, 2018.3.5 or 20180305.")
        % {"found": text(value)}
    )


def possible(value, year: int, month: int, day_of_month: int) -> date:
    """The day if there is such a day, not before 1800 and not far in the future."""
    last = timezone.localdate().year + YEARS_AHEAD
    try:
        found = date(year, month, day_of_month)
    except ValueError:
        raise NotUnderstood(
            _("“%(found)s” is a day that does not exist.") % {"found": text(value)}
        ) from None
    if not FIRST_YEAR <= year <= last:
        raise NotUnderstood(
            _("“%(found)s” is too far away to be meant; years go from %(a)d to %(b)d.")
            % {"found": text(value), "a": FIRST_YEAR, "b": last}
        )
    return found


def year_last(value, first: int, second: int, year: int) -> date:
    """Day, month, year or month, day, year: only where one of them is possible."""
    if first > 12 or first == second:
        return possible(value, year, second, first)
    if second > 12:
        return possible(value, year, first, second)
    raise NotUnderstood(
        _("“%(found)s” can be two days; write the year first: 2018-03-05.")
        % {"found": text(value)}
    )


def short_year(
    value, title_year: int | None, first: int, second: int, third: int
) -> date:
    """Two-digit years stand first, as Koreans write them; where a title's year stands
    last instead, nobody can tell."""
    if title_year is not None and third == title_year % 100 != first:
        raise NotUnderstood(
            _("“%(found)s” can be two days; write the year first: 2018-03-05.")
            % {"found": text(value)}
        )
    soon = timezone.localdate().year % 100 + 10
    century = 2000 if first <= soon else 1900
    return possible(value, century + first, second, third)


def minutes(value) -> int:
    """A duration in whole minutes."""
    if isinstance(value, timedelta):
        return whole(Decimal(value.total_seconds()) / 60, value)
    if isinstance(value, time):
        return value.hour * 60 + value.minute
    if isinstance(value, datetime):
        raise no_duration(value)
    written = ABOUT.sub("", plain(value))
    if match := HOURS_MINUTES.fullmatch(written):
        return int(match[1]) * 60 + int(match[2])
    if match := HOURS.fullmatch(written):
        rest = 30 if match[3] else int(match[2] or 0)
        return whole(Decimal(match[1]) * 60 + rest, value)
    if match := ONLY_MINUTES.fullmatch(written):
        return whole(Decimal(match[1]), value)
    raise no_duration(value)


def no_duration(value) -> NotUnderstood:
    return NotUnderstood(
        _("“%(found)s” is no duration; accepted are 60, 60분, 1.5h or 1시간 30분.")
        % {"found": text(value)}
    )


def whole(number: Decimal, value) -> int:
    if number != number.to_integral_value():
        raise no_duration(value)
    return int(number)


def number(value) -> Decimal:
    """A number, with or without thousands commas and a counting word."""
    if isinstance(value, bool | datetime | date | time):
        raise no_number(value)
    match = NUMBER.fullmatch(plain(value))
    if not match:
        raise no_number(value)
    try:
        return Decimal(match[1].replace(",", ""))
    except InvalidOperation:
        raise no_number(value) from None


def whole_number(value) -> int:
    found = number(value)
    if found != found.to_integral_value():
        raise no_number(value)
    return int(found)


def no_number(value) -> NotUnderstood:
    return NotUnderstood(_("“%(found)s” is no number.") % {"found": text(value)})


def yes_or_no(value) -> bool:
    if isinstance(value, bool):
        return value
    written = plain(value)
    if written in YES or written in NO:
        return written in YES
    raise NotUnderstood(
        _("“%(found)s” is neither yes nor no.") % {"found": text(value)}
    )
