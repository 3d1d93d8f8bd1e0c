"""How many visits each span of time has: what was published, and what is invented."""

from datetime import date

from pangyo.demo.days import year_of
from pangyo.demo.years import later_years, pace, part

CLASSES = ("state", "official", "working", "private", "study")

SPANS = {
    "2015": (date(2015, 1, 1), date(2015, 12, 31)),
    "2016": (date(2016, 1, 1), date(2016, 12, 31)),
    "2017": (date(2017, 1, 1), date(2017, 12, 31)),
    "2018": (date(2018, 1, 1), date(2018, 12, 31)),
    "2019-08": (date(2019, 1, 1), date(2019, 8, 31)),
    "2019-12": (date(2019, 9, 1), date(2019, 12, 31)),
}
# Visits of each class (state, official, working, private, study) and people in all.
COUNTS = {
    "b2g": {
        "2015": (0, 1, 6, 0, 9, 172),
        "2016": (1, 2, 8, 1, 11, 247),
        "2017": (1, 2, 10, 0, 14, 288),
        "2018": (2, 3, 12, 1, 17, 381),
        "2019-08": (1, 2, 9, 0, 12, 266),
        "2019-12": (1, 1, 5, 1, 6, 148),
    },
    "gccei": {
        "2015": (9, 4, 7, 0, 18, 438),
        "2016": (19, 6, 10, 1, 26, 702),
        "2017": (30, 8, 13, 1, 33, 981),
        "2018": (42, 9, 15, 2, 38, 1247),
        "2019-08": (22, 6, 11, 1, 27, 783),
        "2019-12": (12, 4, 6, 0, 14, 417),
    },
    "gbsa": {
        "2015": (0, 1, 4, 0, 17, 352),
        "2016": (1, 1, 5, 0, 21, 447),
        "2017": (1, 2, 6, 1, 25, 561),
        "2018": (2, 3, 7, 1, 28, 684),
        "2019-08": (1, 2, 5, 0, 20, 484),
        "2019-12": (0, 1, 3, 0, 10, 221),
    },
}
# Of 2019: borders were closed to visitors.
CLOSED = {2020: 0.28, 2021: 0.16, 2022: 0.55}


def counts_through(centre: str, today: date) -> dict[str, tuple]:
    """The spans of a centre; every later year is one and has a part of 2019."""
    spans = COUNTS[centre]
    whole = tuple(map(sum, zip(spans["2019-08"], spans["2019-12"], strict=True)))
    later = {
        str(year): part(whole, CLOSED.get(year, pace(year)))
        for year in later_years(today)
    }
    return {**spans, **later}


def days_of(span: str) -> tuple[date, date]:
    return SPANS.get(span) or year_of(int(span))
