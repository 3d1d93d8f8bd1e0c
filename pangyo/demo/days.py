"""The days that centres work on, busier in spring and autumn."""

from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from random import Random

from records.working_days import is_working_day

FIRST, LAST = date(2008, 1, 1), date(2049, 12, 31)

# On Labour Day offices rest, though it is not among the public holidays.
LABOUR_DAY = (5, 1)

# How busy a month is beside an ordinary one.
BUSY = (0.78, 0.72, 1.08, 1.12, 1.02, 1.10, 0.98, 0.80, 1.02, 1.15, 1.28, 0.95)


def is_working(day: date) -> bool:
    return (day.month, day.day) != LABOUR_DAY and is_working_day(day)


@cache
def working_days() -> list[date]:
    days = (FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1))
    return [day for day in days if is_working(day)]


@cache
def busyness() -> list[float]:
    """Before each working day, and after the last."""
    return [0.0, *accumulate(BUSY[day.month - 1] for day in working_days())]


def working_day(lot: Random, start: date, end: date) -> date:
    """One of the working days from start to end, both included."""
    days, busy = working_days(), busyness()
    first, after = bisect_left(days, start), bisect_right(days, end)
    if first == after:
        raise ValueError(f"no working day from {start} to {end}")
    place = bisect_right(busy, lot.uniform(busy[first], busy[after])) - 1
    return days[min(max(place, first), after - 1)]


def working_days_later(day: date, count: int) -> date:
    """The working day so many working days on; 0 is the day or the next that works."""
    return working_days()[bisect_left(working_days(), day) + count]


def last_working_day(day: date) -> date:
    """The day itself, or the last working day before it."""
    return working_days()[bisect_right(working_days(), day) - 1]


def year_of(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)
