"""Days as people write them: 2018.3.5, 18-3-5, 3월 5일, 2018.8.31 ~ 9.2, 어제."""

import re
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from records.written_values import NotUnderstood, is_unsure, not_known, plain

FIRST_YEAR = 1800
YEARS_AHEAD = 50
LEAP_YEARS = 8  # the longest time from one 29 February to the next

SEPARATOR = r"\s*[.\-/년월]\s*"
HOUR = r"(?:오전|오후|am|pm)?\s*\d{1,2}(?::\d{2}(?::\d{2})?|시(?:\s*(?:\d{1,2}분|반))?)"
CLOCK = re.compile(
    rf"(?:\s+|(?<=\d)t|(?<=\)))(?:{HOUR}(?:\s*[ap]m)?(?:\s*[~\-–]\s*{HOUR})?|오전|오후)$"
)
WEEKDAYS = "월화수목금토일"
ENGLISH_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAY = re.compile(r"\s*\(([월화수목금토일](?:요일)?|[a-z]{3,9})\)\s*$")
YEAR_FIRST = re.compile(rf"(\d{{4}}){SEPARATOR}(\d{{1,2}}){SEPARATOR}(\d{{1,2}})")
YEAR_LAST = re.compile(r"(\d{1,2})\s*[.\-/]\s*(\d{1,2})\s*[.\-/]\s*(\d{4})")
SHORT = re.compile(rf"(\d{{2}}){SEPARATOR}(\d{{1,2}}){SEPARATOR}(\d{{1,2}})")
MONTH_DAY = re.compile(r"(\d{1,2})(?:\s*월\s*|\s*[./\-]\s*)(\d{1,2})")
DAY_ONLY = re.compile(r"(\d{1,2})\s*일")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun")
MONTHS += ("jul", "aug", "sep", "oct", "nov", "dec")
NAMED_MONTH = rf"({'|'.join(MONTHS)})[a-z]*\.?"
MONTH_FIRST = re.compile(
    rf"{NAMED_MONTH}\s*(\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s*(\d{{4}})"
)
MONTH_SECOND = re.compile(rf"(\d{{1,2}})[\s\-]*{NAMED_MONTH}[\s\-,]*(\d{{4}})")
UNTIL = re.compile(r"\s*(?:[~∼〜～]|부터|\s[\-–—]\s|–|—|(?<=/\d)-|(?<=/\d\d)-)\s*")

DAYS_FROM_TODAY = {
    "오늘": 0,
    "금일": 0,
    "today": 0,
    "어제": -1,
    "yesterday": -1,
    "그제": -2,
    "그저께": -2,
    "내일": 1,
    "tomorrow": 1,
}


def read(
    found: str,
    *,
    year: int | None = None,
    month: int | None = None,
    today: date | None = None,
) -> date:
    """The day that a text means. Without a year or a month in it, `year` and `month`
    are those a title gives; `today` lets a person leave the year out: then it is the
    last such day, never a future one. With neither, a day needs its year."""
    written = plain(found)
    if today and written in DAYS_FROM_TODAY:
        return today + timedelta(days=DAYS_FROM_TODAY[written])
    if re.fullmatch(r"\d{8}", written):
        return possible(found, int(written[:4]), int(written[4:6]), int(written[6:]))
    written = bare(written)
    if match := DAY_ONLY.fullmatch(written):
        return day_of_month(found, year, month, int(match[1]))
    written = written.rstrip(". 일")
    if match := YEAR_FIRST.fullmatch(written):
        return possible(found, *map(int, match.groups()))
    if match := YEAR_LAST.fullmatch(written):
        return year_last(found, *map(int, match.groups()))
    if match := SHORT.fullmatch(written):
        return short_year(found, year, *map(int, match.groups()))
    if match := MONTH_DAY.fullmatch(written):
        return without_year(found, year, today, *map(int, match.groups()))
    if match := MONTH_FIRST.fullmatch(written):
        return possible(found, int(match[3]), named_month(match[1]), int(match[2]))
    if match := MONTH_SECOND.fullmatch(written):
        return possible(found, int(match[3]), named_month(match[2]), int(match[1]))
    raise not_known(found) if is_unsure(found) else no_day(found)


def bare(written: str) -> str:
    """The day alone: without its hour and its day of the week."""
    written = WEEKDAY.sub("", CLOCK.sub("", written)).strip("'’‘` ")
    return WEEKDAY.sub("", written).removesuffix("자")


def read_range(
    found: str, *, year: int | None = None, month: int | None = None
) -> tuple[date, date] | None:
    """First and last day of "2017.8.31 ~ 9.2" or "2018.9.3~5"; None for a text that
    names no two days. The last day has the year and month of the first where it names
    none, and the next year after a turn of it. Raises NotUnderstood."""
    halves = UNTIL.split(bare(plain(found)).removesuffix("까지"))
    if len(halves) != 2 or not all(halves):
        return None
    first = read(halves[0], year=year, month=month)
    written = bare(halves[1]).rstrip(". 일")
    if written.isdecimal() and len(written) <= 2:
        last = possible(found, first.year, first.month, int(written))
    else:
        last = read(halves[1], year=first.year)
    if last < first and has_no_year(halves[1]) and (first.month, last.month) == (12, 1):
        last = possible(found, first.year + 1, last.month, last.day)
    if last < first:
        raise NotUnderstood(_("“%(found)s” ends before it begins.") % {"found": found})
    return first, last


def is_other_weekday(text: str, day: date) -> bool:
    """Whether the text names a day of the week that this day is not."""
    match = WEEKDAY.search(CLOCK.sub("", plain(text)))
    if not match:
        return False
    named = match[1]
    if named[0] in WEEKDAYS:
        return WEEKDAYS.index(named[0]) != day.weekday()
    known = named[:3] in ENGLISH_WEEKDAYS
    return known and ENGLISH_WEEKDAYS.index(named[:3]) != day.weekday()


def is_year_last(text: str) -> bool:
    """Whether a day is written in an order that a person should confirm."""
    return bool(YEAR_LAST.fullmatch(plain(text).strip(". ")))


def has_no_year(text: str) -> bool:
    """Whether the year was left to be understood."""
    written = WEEKDAY.sub("", plain(text)).rstrip(". 일")
    return bool(MONTH_DAY.fullmatch(written))


def no_day(found: str) -> NotUnderstood:
    return NotUnderstood(
        _("“%(found)s” is no day; accepted are 2018-03-05, 2018.3.5 or 20180305.")
        % {"found": found}
    )


def possible(found: str, year: int, month: int, day_of_month: int) -> date:
    """The day if there is such a day, not before 1800 and not far in the future."""
    last = timezone.localdate().year + YEARS_AHEAD
    try:
        day = date(year, month, day_of_month)
    except ValueError:
        raise NotUnderstood(
            _("“%(found)s” is a day that does not exist.") % {"found": found}
        ) from None
    if not FIRST_YEAR <= year <= last:
        raise NotUnderstood(
            _("“%(found)s” is too far away to be meant; years go from %(a)d to %(b)d.")
            % {"found": found, "a": FIRST_YEAR, "b": last}
        )
    return day


def year_last(found: str, first: int, second: int, year: int) -> date:
    """Day, month, year or month, day, year: only where one of them is possible."""
    if first > 12 or first == second:
        return possible(found, year, second, first)
    if second > 12:
        return possible(found, year, first, second)
    raise two_days(found)


def short_year(
    found: str, title_year: int | None, first: int, second: int, third: int
) -> date:
    """Two-digit years stand first, as Koreans write them; where a title's year stands
    last instead, nobody can tell."""
    if title_year is not None and third == title_year % 100 != first:
        raise two_days(found)
    soon = timezone.localdate().year % 100 + 10
    century = 2000 if first <= soon else 1900
    return possible(found, century + first, second, third)


def named_month(word: str) -> int:
    return MONTHS.index(word) + 1


def day_of_month(found: str, year: int | None, month: int | None, day: int) -> date:
    if year is None or month is None:
        raise NotUnderstood(
            _("“%(found)s” has no month, and no title gives one.") % {"found": found}
        )
    return possible(found, year, month, day)


def without_year(
    found: str, year: int | None, today: date | None, month: int, day_of_month: int
) -> date:
    if year is not None:
        return possible(found, year, month, day_of_month)
    if today is None:
        raise NotUnderstood(
            _("“%(found)s” has no year, and no title gives one.") % {"found": found}
        )
    for past in range(today.year, today.year - LEAP_YEARS, -1):
        try:
            day = date(past, month, day_of_month)
        except ValueError:
            continue
        if day <= today:
            return day
    return possible(found, today.year, month, day_of_month)


def two_days(found: str) -> NotUnderstood:
    return NotUnderstood(
        _("“%(found)s” can be two days; write the year first: 2018-03-05.")
        % {"found": found}
    )
