"""Visits: state visits, official ones, study tours; the named ones of the press.

Each span of `visit_counts` holds so many visits of each class, by so many people in
all.
"""

from datetime import date, timedelta
from random import Random

from delegations.models import Visit
from pangyo.demo.chance import drawn, lots, parts_of, some
from pangyo.demo.days import working_day
from pangyo.demo.marks import (
    FITTED_TO_2018,
    FITTED_TO_AUGUST_2019,
    INVENTED,
    reported,
)
from pangyo.demo.members import CENTRES_OPENED
from pangyo.demo.places import PLACES, VISITORS
from pangyo.demo.visit_counts import CLASSES, COUNTS, counts_through, days_of
from pangyo.demo.visitors import KINDS, LEADERS, ORGANISATIONS, PURPOSES, TITLES
from pangyo.demo.world import World

SMALLEST, LARGEST = 3, 48

PUBLISHED = {
    ("gccei", "2018", "state"): FITTED_TO_2018,
    ("gccei", "2019-08", "state"): FITTED_TO_AUGUST_2019,
    **{("gbsa", "2018", name): FITTED_TO_2018 for name in CLASSES},
    **{("gbsa", "2019-08", name): FITTED_TO_AUGUST_2019 for name in CLASSES},
}

# Visits that the press named, among those counted. Of the day, only the month
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

TWO_DAYS = 0.12
# How many of the heads are named, and how many there are of a country.
HEADS_NAMED = 0.8
HEADS = 30
STARTUPS_MET = {"state": 5, "official": 4, "working": 3, "private": 1, "study": 2}


def make_visits(world: World) -> None:
    for centre in COUNTS:
        spans = counts_through(centre, world.today)
        for span, (*counts, people) in spans.items():
            make_span(world, centre, span, counts, people)
        come_to_nothing(world, centre)


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
    name_heads(lots(f"heads of visits {centre} {span}"), visits)


def name_heads(lot: Random, visits: list[Visit]) -> None:
    """Invented names for most heads, some of whom come again; nobody in a report is
    named."""
    for visit in visits:
        is_reported = visit.notes == reported(REPORTED.get(visit.centre.code, ""))
        if not is_reported and lot.random() < HEADS_NAMED:
            country = PLACES[visit.countries[0]].name
            visit.lead_name = f"{country} 단장 {lot.randint(1, HEADS)}(가상)"


def receive(
    world: World,
    lot: Random,
    centre: str,
    visit_class: str,
    *,
    start: date,
    end: date,
    is_ahead: bool = False,
) -> Visit:
    country = drawn(lot, VISITORS)
    kind = drawn(lot, KINDS[visit_class])
    name = PLACES[country].name
    leader = LEADERS.get((visit_class, kind)) or LEADERS.get(kind, ("단장",))
    visit = world.add(
        Visit,
        centre=centre,
        is_ahead=is_ahead,
        title=lot.choice(TITLES[visit_class]).format(
            country=name, who=ORGANISATIONS[kind][0].format(name)
        ),
        countries=[country],
        kind=kind,
        visit_class=visit_class,
        lead_title=f"{name} {lot.choice(leader)}",
        starts_on=working_day(lot, start, end),
        status=Visit.Status.PLANNED if is_ahead else Visit.Status.DONE,
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
    if lot.random() < TWO_DAYS and visit.starts_on != world.today:
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
        visit = receive(world, lot, centre, visit_class, start=start, end=end)
        visit.status, visit.planned = Visit.Status.CANCELLED, lot.randint(5, 25)
    for visit_class in ("working", "study"):
        start, end = (world.today + timedelta(days=days) for days in COMING)
        visit = receive(
            world, lot, centre, visit_class, start=start, end=end, is_ahead=True
        )
        visit.planned = lot.randint(5, 25)
