"""Visits: state visits, official ones, study tours; the named ones of the press.

Each span of PLANNED holds so many visits of each class, by so many people in all; a
later year has a part of 2019.
"""

from datetime import date, timedelta
from random import Random

from delegations.models import Visit
from pangyo.demo.chance import drawn, lots, parts_of, some
from pangyo.demo.days import working_day, year_of
from pangyo.demo.marks import (
    FITTED_TO_2018,
    FITTED_TO_AUGUST_2019,
    INVENTED,
    reported,
)
from pangyo.demo.members import CENTRES_OPENED
from pangyo.demo.places import PLACES, VISITORS
from pangyo.demo.visitors import KINDS, LEADERS, ORGANISATIONS, PURPOSES, TITLES
from pangyo.demo.world import World
from pangyo.demo.years import later_years, pace, part

SPANS = {
    "2015": (date(2015, 1, 1), date(2015, 12, 31)),
    "2016": (date(2016, 1, 1), date(2016, 12, 31)),
    "2017": (date(2017, 1, 1), date(2017, 12, 31)),
    "2018": (date(2018, 1, 1), date(2018, 12, 31)),
    "2019-08": (date(2019, 1, 1), date(2019, 8, 31)),
    "2019-12": (date(2019, 9, 1), date(2019, 12, 31)),
}
# Visits of each class (state, official, working, private, study) and people in all.
PLANNED = {
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
# Borders were closed to visitors.
CLOSED = {2020: 0.28, 2021: 0.16, 2022: 0.55}
CLASSES = ("state", "official", "working", "private", "study")
SMALLEST, LARGEST = 3, 48

PUBLISHED = {
    ("gccei", "2018", "state"): FITTED_TO_2018,
    ("gccei", "2019-08", "state"): FITTED_TO_AUGUST_2019,
    **{("gbsa", "2018", name): FITTED_TO_2018 for name in CLASSES},
    **{("gbsa", "2019-08", name): FITTED_TO_AUGUST_2019 for name in CLASSES},
}

# Visits that the press named, among those of PLANNED. Of the day, only the month
# (Estonia, Slovakia) or the year was reported.
NAMED = {
    ("gccei", "2018"): (
        ("state", "government", "EE", date(2018, 2, 7)),
        ("state", "government", "SK", date(2018, 4, 18)),
    ),
    ("gbsa", "2018"): (
        ("study", "government", "CN", date(2018, 3, 21)),
        ("study", "local-government", "CN", date(2018, 6, 20)),
        ("study", "government", "TH", date(2018, 5, 16)),
        ("study", "local-government", "TH", date(2018, 10, 17)),
        ("study", "government", "CA", date(2018, 9, 5)),
        ("study", "local-government", "CA", date(2018, 11, 14)),
    ),
}
NAMED_TITLES = {
    "EE": ("에스토니아 대통령 및 대표단 국빈 방문", "에스토니아 대통령"),
    "SK": ("슬로바키아 대통령 및 경제사절단 국빈 방문", "슬로바키아 대통령"),
    "government": ("{} 정부 시찰단 견학", ""),
    "local-government": ("{} 지방정부 시찰단 견학", ""),
}
REPORTED = {
    "gccei": "방문한 달과 방문자",
    "gbsa": "2018년에 이 나라 정부·지방정부가 견학 온 것",
}

CANCELLED = (
    *("2016", "2017", "2018", "2019-08") * 2,
    *("2020", "2020", "2020", "2021", "2023", "2025"),
)
# Days from today in which visits are planned.
COMING = (6, 50)

STARTUPS_MET = {"state": 5, "official": 4, "working": 3, "private": 1, "study": 2}


def make_visits(world: World) -> None:
    for centre, spans in PLANNED.items():
        for span, (*counts, people) in continued(spans, world).items():
            make_span(world, centre, span, counts, people)
        come_to_nothing(world, centre)


def continued(spans: dict[str, tuple], world: World) -> dict[str, tuple]:
    whole = tuple(map(sum, zip(spans["2019-08"], spans["2019-12"], strict=True)))
    later = {
        str(year): part(whole, CLOSED.get(year, pace(year)))
        for year in later_years(world.today)
    }
    return {**spans, **later}


def days_of(span: str) -> tuple[date, date]:
    return SPANS.get(span) or year_of(int(span))


def make_span(world: World, centre: str, span: str, counts, people: int) -> None:
    lot = lots(f"visits {centre} {span}")
    start, end = days_of(span)
    start = max(start, CENTRES_OPENED[centre])
    left = dict(zip(CLASSES, counts, strict=True))
    visits = []
    for visit_class, kind, country, day in NAMED.get((centre, span), ()):
        left[visit_class] -= 1
        visits.append(
            receive_named(world, lot, centre, visit_class, kind, country, day)
        )
    for visit_class, count in left.items():
        for _visit in range(count):
            visit = receive(world, lot, centre, visit_class, start=start, end=end)
            visit.notes = PUBLISHED.get((centre, span, visit_class), INVENTED)
            visits.append(visit)
    give_headcounts(lot, visits, people)


def receive(
    world: World,
    lot: Random,
    centre: str,
    visit_class: str,
    *,
    start: date,
    end: date,
    status: Visit.Status = Visit.Status.DONE,
) -> Visit:
    country = drawn(lot, VISITORS)
    kind = drawn(lot, KINDS[visit_class])
    name = PLACES[country].name
    leader = LEADERS.get((visit_class, kind)) or LEADERS.get(kind, ("단장",))
    visit = world.add(
        Visit,
        centre=centre,
        is_ahead=status == Visit.Status.PLANNED,
        title=lot.choice(TITLES[visit_class]).format(
            country=name, who=ORGANISATIONS[kind][0].format(name)
        ),
        countries=[country],
        kind=kind,
        visit_class=visit_class,
        lead_title=f"{name} {lot.choice(leader)}",
        starts_on=working_day(lot, start, end),
        status=status,
        purpose=lot.choice(PURPOSES[visit_class]),
    )
    complete(world, lot, visit)
    return visit


def receive_named(world, lot, centre, visit_class, kind, country, day) -> Visit:
    title, leader = NAMED_TITLES.get(country) or NAMED_TITLES[kind]
    visit = world.add(
        Visit,
        centre=centre,
        notes=reported(REPORTED[centre]),
        title=title.format(PLACES[country].name),
        countries=[country],
        kind=kind,
        visit_class=visit_class,
        lead_title=leader,
        starts_on=day,
        status=Visit.Status.DONE,
        purpose=PURPOSES[visit_class][0],
    )
    complete(world, lot, visit)
    return visit


def complete(world: World, lot: Random, visit: Visit) -> None:
    """What any visit has: organisations, its last day, the start-ups met."""
    name = PLACES[visit.countries[0]].name
    known = [text.format(name) for text in ORGANISATIONS[visit.kind]]
    visit.organisations = some(lot, known, len(known))
    if visit.kind in ("international", "investor") and lot.random() < 0.5:
        other = drawn(lot, VISITORS)
        visit.countries = list(dict.fromkeys([*visit.countries, other]))
    if lot.random() < 0.12:
        visit.ends_on = visit.starts_on + timedelta(days=1)
    most = STARTUPS_MET[visit.visit_class]
    members = world.members(visit.centre.code, visit.starts_on)
    met = min(lot.randint(0, most), len(members))
    startups = [company.startup for company in lot.sample(members, met)]
    world.link(visit, "startups", startups)


def give_headcounts(lot: Random, visits: list[Visit], people: int) -> None:
    headcounts = parts_of(
        lot, people, count=len(visits), smallest=SMALLEST, largest=LARGEST
    )
    for visit, headcount in zip(visits, headcounts, strict=True):
        visit.headcount = headcount
        if lot.random() < 0.8:
            visit.planned = max(1, headcount + lot.randint(-3, 5))


def come_to_nothing(world: World, centre: str) -> None:
    """Visits cancelled, most of them when borders closed, and visits planned for the
    coming weeks: they do not count."""
    lot = lots(f"visits {centre} not done")
    for number, span in enumerate(CANCELLED):
        start, end = days_of(span)
        visit_class = ("working", "study", "official")[number % 3]
        visit = receive(
            world, lot, centre, visit_class, start=start, end=end, status="cancelled"
        )
        visit.planned = lot.randint(5, 25)
    for visit_class in ("working", "study"):
        start, end = (world.today + timedelta(days=days) for days in COMING)
        visit = receive(
            world, lot, centre, visit_class, start=start, end=end, status="planned"
        )
        visit.planned = lot.randint(5, 25)
