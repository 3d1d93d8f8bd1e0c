"""Consulting cases and sessions, most of the demonstration.

A year has exactly the counted cases that COUNTED says, cancelled ones come on top; the
first and the last of a year are opened on its first and last day, by e-mail. Later
years have a smaller share than elsewhere, so that loading stays short.
"""

from datetime import date, timedelta
from itertools import accumulate
from random import Random

from pangyo.demo.chance import drawn, lots, some
from pangyo.demo.days import working_day, working_days_later, year_of
from pangyo.demo.marks import FITTED_TO_2018, INVENTED
from pangyo.demo.members import CENTRES_OPENED
from pangyo.demo.places import MARKETS, names_of
from pangyo.demo.topics import (
    EXPERTS,
    OPENINGS,
    RESULTS,
    SESSION_NOTES,
    TOPICS,
    UNANSWERED,
)
from pangyo.demo.world import Company, World
from pangyo.demo.years import continued
from support.models import ConsultingCase, Session

COUNTED = {
    "b2g": {2015: 1184, 2016: 1367, 2017: 1549, 2018: 1708, 2019: 1836},
    "gccei": {2015: 142, 2016: 231, 2017: 268, 2018: 304, 2019: 327},
    "gbsa": {2015: 173, 2016: 198, 2017: 224, 2018: 247, 2019: 265},
}
LATER_SHARE = 0.58
CANCELLED = 0.035
PUBLISHED = ("b2g", 2018)

FIELDS = {
    "legal": 21, "ip": 15, "contract": 14, "marketing": 13, "accounting": 11,
    "investment": 9, "incorporation": 6, "certification": 4, "tech": 4, "hr": 2,
    "other": 1.5,
}  # fmt: skip
SECOND_FIELD = 0.13
CHANNELS = {"visit": 38, "video": 14, "phone": 18, "email": 24, "event": 6}
HOW_MANY_COUNTRIES = {0: 8, 1: 80, 2: 10, 3: 2}
NOT_A_MEMBER = 0.05
ANSWERED = 0.995
WAITS = 0.3
SATISFACTION = {None: 44, 5: 25, 4: 21, 3: 7, 2: 2, 1: 1}
DAYS_TO_CLOSE = {3: 14, 7: 22, 14: 26, 30: 22, 60: 12, 120: 4}
SESSIONS = {1: 56, 2: 30, 3: 14}
MINUTES = {30: 22, 40: 14, 50: 12, 60: 28, 90: 12, 120: 6, None: 6}


def make_consulting(world: World) -> None:
    for centre, years in COUNTED.items():
        later = continued(years, world.today, share=LATER_SHARE)
        for year, count in later.items():
            make_year(world, centre, year, count)


def make_year(world: World, centre: str, year: int, count: int) -> None:
    lot = lots(f"consulting {centre} {year}")
    days = opening_days(lot, centre, year, count)
    comers = Comers(world, centre)
    mark = FITTED_TO_2018 if (centre, year) == PUBLISHED else INVENTED
    for number, day in enumerate(days, 1):
        company = comers.one(lot, day)
        case = open_case(world, lot, company, centre=centre, day=day)
        case.notes = mark
        if year < 2018:
            case.external_id = f"상담-{year}-{number:04}"
        follow(world, lot, case)
    for _cancelled in range(round(count * CANCELLED)):
        day = working_day(lot, days[0], days[-1])
        case = open_case(world, lot, comers.one(lot, day), centre=centre, day=day)
        case.status = "cancelled"
        case.result = lot.choice(("신청 취소", "중복 접수", "자료 미제출로 취소"))


def opening_days(lot: Random, centre: str, year: int, count: int) -> list[date]:
    first, last = year_of(year)
    first = max(first, CENTRES_OPENED[centre])
    middle = [working_day(lot, first, last) for _case in range(count - 2)]
    return [first, *sorted(middle), last]


class Comers:
    """Draws who comes to a centre: its members mostly, as often as they ever come."""

    def __init__(self, world: World, centre: str) -> None:
        self.world = world
        self.centre = centre
        self.months = {}

    def one(self, lot: Random, day: date) -> Company:
        month = day.replace(day=1)
        if month not in self.months:
            self.months[month] = self.companies_in(month)
        companies, weights = self.months[month]
        return lot.choices(companies, cum_weights=weights)[0]

    def companies_in(self, month: date):
        companies = self.world.known_on(month)
        weights = [
            company.intensity
            * (1 if company.is_member(self.centre, month) else NOT_A_MEMBER)
            for company in companies
        ]
        return companies, list(accumulate(weights))


def open_case(world: World, lot: Random, company: Company, *, centre, day: date):
    fields = [drawn(lot, FIELDS)]
    if lot.random() < SECOND_FIELD and (other := drawn(lot, FIELDS)) not in fields:
        fields.append(other)
    countries = drawn_countries(lot)
    title, asked = lot.choice(TOPICS[fields[0]])
    words = {"country": names_of(countries) or "해외", "product": company.product}
    is_working_day = working_days_later(day, 0) == day
    case = world.add(
        ConsultingCase,
        centre=centre,
        startup=company.startup,
        fields=fields,
        title=title.format(**words),
        request=f"{lot.choice(OPENINGS)} {asked}".format(**words),
        countries=countries,
        channel=drawn(lot, CHANNELS) if is_working_day else "email",
        opened_on=day,
    )
    world.link(case, "officers", officers_for(world, lot, centre, fields))
    return case


def drawn_countries(lot: Random) -> list[str]:
    countries = []
    for _country in range(drawn(lot, HOW_MANY_COUNTRIES)):
        if (country := drawn(lot, MARKETS)) not in countries:
            countries.append(country)
    return countries


def officers_for(world: World, lot: Random, centre: str, fields: list[str]) -> list:
    """Whoever is specialised in the case's fields; now and then somebody else."""
    staff = world.staff[centre]
    able = [u for u in staff if set(world.specialties[u.username]) & set(fields)]
    if not able or lot.random() < 0.08:
        able = staff
    return some(lot, able, 2 if lot.random() < 0.2 else 1)


def follow(world: World, lot: Random, case: ConsultingCase) -> None:
    """Its sessions, and its end if that has come. Now and then a start-up answers no
    more, and the case lies for months before somebody closes it."""
    closes = case.opened_on + timedelta(days=lot.randint(1, drawn(lot, DAYS_TO_CLOSE)))
    for number in range(drawn(lot, SESSIONS)):
        held = working_days_later(case.opened_on, number * 3 + lot.randint(0, 3))
        closes = max(closes, held)
        hold_session(world, lot, case, held)
    is_answered = lot.random() < ANSWERED
    if not is_answered:
        closes += timedelta(days=60 + round(120 * lot.random()))
    if closes > world.today:
        case.status = "waiting" if lot.random() < WAITS else "open"
        return
    case.status, case.closed_on, case.result = "closed", closes, UNANSWERED
    if is_answered:
        case.result = lot.choice(RESULTS[case.fields[0]])
        case.satisfaction = drawn(lot, SATISFACTION)


def hold_session(world: World, lot: Random, case, held: date) -> None:
    world.add(
        Session,
        centre=case.centre.code,
        case=case,
        held_on=held,
        minutes=drawn(lot, MINUTES),
        channel=case.channel if lot.random() < 0.7 else drawn(lot, CHANNELS),
        expert=lot.choice(EXPERTS[case.fields[0]]),
        note=lot.choice(SESSION_NOTES),
    )
