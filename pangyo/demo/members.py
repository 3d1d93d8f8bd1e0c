"""Who was a resident or member of which centre when, and whom to call there."""

from datetime import date, timedelta
from random import Random

from pangyo.demo.chance import drawn, lots
from pangyo.demo.days import working_day, year_of
from pangyo.demo.names import TITLES, person
from pangyo.demo.world import Company, World
from pangyo.demo.years import TABLE_ENDS
from support.models import Contact, Membership

CENTRES_OPENED = {
    "b2g": date(2013, 9, 2),
    "gccei": date(2015, 3, 30),
    "gbsa": date(2011, 3, 2),
}
RESIDENTS = {"b2g": 0.22, "gccei": 0.45, "gbsa": 0.3}
SECOND_CENTRE = 0.18
LEAVES = 0.42
GRADUATES = 0.55
# Days after the tables within which all of their members have left.
STAY_ON = 4500


def make_memberships(world: World) -> None:
    early = lots("memberships")
    for company in world.companies:
        is_early = company.known_from <= TABLE_ENDS
        lot = early if is_early else lots(f"memberships of {company.startup.name}")
        home = company.startup.centre.code
        join(world, lot, company, home)
        if lot.random() < SECOND_CENTRE:
            others = [code for code in world.centres if code != home]
            join(world, lot, company, lot.choice(others))
    leave_later(world)


def join(world: World, lot: Random, company: Company, centre: str) -> None:
    earliest = max(company.known_from, CENTRES_OPENED[centre])
    latest, until = earliest + timedelta(days=500), world.today
    if earliest <= TABLE_ENDS:
        latest, until = min(latest, TABLE_ENDS), TABLE_ENDS
    joined = working_day(lot, earliest, latest)
    if joined > world.today:
        return
    left = leaving_day(lot, joined, until)
    kind = "resident" if lot.random() < RESIDENTS[centre] else "member"
    world.add(
        Membership,
        centre=centre,
        startup=company.startup,
        kind=kind,
        joined_on=joined,
        left_on=left,
        graduated=left is not None and lot.random() < GRADUATES,
    )
    company.memberships[centre] = (joined, left)


def leaving_day(lot: Random, joined: date, until: date) -> date | None:
    if lot.random() > LEAVES:
        return None
    left = joined + timedelta(days=lot.choice((730, 1095, 1095, 1460)))
    return left if left <= until else None


def leave_later(world: World) -> None:
    """Of those who stayed beyond the years of the tables, many have left since."""
    lot = lots("memberships that end later")
    companies = {id(company.startup): company for company in world.companies}
    for membership in world.records[Membership]:
        if membership.left_on or membership.joined_on > TABLE_ENDS:
            continue
        left = TABLE_ENDS + timedelta(days=lot.randint(30, STAY_ON))
        is_graduate = lot.random() < GRADUATES
        if left <= world.today:
            membership.left_on, membership.graduated = left, is_graduate
            company = companies[id(membership.startup)]
            centre = membership.centre.code
            company.memberships[centre] = (membership.joined_on, left)


def busy_span(centre: str, year: int) -> tuple[date, date]:
    """The days of the year on which the centre already has members."""
    first, last = year_of(year)
    return max(first, CENTRES_OPENED[centre] + timedelta(days=60)), last


def make_contacts(world: World) -> None:
    """Kept by the start-up's own centre; numbers that nobody has."""
    lot = lots("contacts")
    serial = 0
    for company in world.companies:
        for _person in range(drawn(lot, {0: 50, 1: 38, 2: 12})):
            serial += 1
            world.add(
                Contact,
                centre=company.startup.centre.code,
                startup=company.startup,
                name=person(lot),
                title=drawn(lot, TITLES),
                email=f"contact{serial:03}@example.{lot.choice(('com', 'kr'))}",
                phone=f"010-0000-{serial:04}" if lot.random() < 0.9 else "",
            )
