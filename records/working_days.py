"""Months and working days: when a period ends, and what it moves to.

Holidays are Korea's, with the days given in lieu, as the `holidays` package knows them;
the days on which an office abroad is closed are known to nobody here.
"""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import cache

import holidays
from django.utils.translation import get_language

ONE_DAY = timedelta(days=1)


def months_after(day: date, months: int) -> date:
    """The day of that number so many months on, or the last of a month that has none
    (as PCT rule 80.2 and the Korean Civil Act, art. 160, count). Negative counts back;
    the calendar's ends are not passed."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    if year < MINYEAR:
        return date.min
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def is_working_day(day: date) -> bool:
    return day.weekday() < 5 and day not in holidays_of(day.year, "ko")


def next_working_day(day: date) -> date:
    """The day itself, or the first working day after it."""
    while not is_working_day(day):
        day += ONE_DAY
    return day


def holiday_name(day: date) -> str:
    """What the public holiday is called, in the reader's language; "" if it is none."""
    is_english = (get_language() or "ko").startswith("en")
    return holidays_of(day.year, "en_US" if is_english else "ko").get(day, "")


@cache
def holidays_of(year: int, language: str) -> dict[date, str]:
    return dict(holidays.country_holidays("KR", years=year, language=language))
