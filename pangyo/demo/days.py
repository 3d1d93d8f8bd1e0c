"""The days that centres work on, busier in spring and autumn."""

from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from itertools import accumulate
from random import Random

FIRST, LAST = date(2008, 1, 1), date(2020, 3, 31)
DATA_ENDS = date(2019, 12, 31)

YEARS = range(2015, 2020)

FIXED_HOLIDAYS = {
    (1, 1), (3, 1), (5, 1), (5, 5), (6, 6), (8, 15), (10, 3), (10, 9), (12, 25),
}  # fmt: skip

# Lunar holidays, days given in lieu, elections (the government's almanac).
MOVING_HOLIDAYS = {
    date(year, month, day)
    for year, days in {
        2015: "2/18 2/19 2/20 5/25 8/14 9/28 9/29",
        2016: "2/8 2/9 2/10 4/13 5/6 9/14 9/15 9/16",
        2017: "1/27 1/30 5/3 5/9 10/2 10/4 10/5 10/6",
        2018: "2/15 2/16 5/7 5/22 6/13 9/24 9/25 9/26",
        2019: "2/4 2/5 2/6 5/6 9/12 9/13",
        2020: "1/24 1/27",
    }.items()
    for month, day in (map(int, text.split("/")) for text in days.split())
}

# How busy a month is beside an ordinary one.
BUSY = (0.78, 0.72, 1.08, 1.12, 1.02, 1.10, 0.98, 0.80, 1.02, 1.15, 1.28, 0.95)


def is_working(day: date) -> bool:
    return (
        day.weekday() < 5
        and (day.month, day.day) not in FIXED_HOLIDAYS
        and day not in MOVING_HOLIDAYS
    )


WORKING_DAYS = [
    day
    for day in (FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1))
    if is_working(day)
]
BUSYNESS = [0.0, *accumulate(BUSY[day.month - 1] for day in WORKING_DAYS)]


def working_day(lot: Random, start: date, end: date) -> date:
    """One of the working days from start to end, both included."""
    first, after = bisect_left(WORKING_DAYS, start), bisect_right(WORKING_DAYS, end)
    if first == after:
        raise ValueError(f"no working day from {start} to {end}")
    at = lot.uniform(BUSYNESS[first], BUSYNESS[after])
    place = bisect_right(BUSYNESS, at) - 1
    return WORKING_DAYS[min(max(place, first), after - 1)]


def working_days_later(day: date, count: int) -> date:
    """The working day so many working days on; 0 is the day or the next that works."""
    return WORKING_DAYS[bisect_left(WORKING_DAYS, day) + count]


def year_of(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)
