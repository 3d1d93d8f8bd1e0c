"""Tenant returns: what the companies of the valley say about a year.

The promotion agency surveys the valley; the residents of the other two centres' own
rooms return through their centre. A company makes one return a year, in its first
quarter.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from pangyo.demo.chance import lots
from pangyo.demo.world import Company, World
from pangyo.demo.years import years_to
from support.models import Membership, Startup, TenantReturn

SURVEYOR = "gbsa"
# Of the small companies; the larger ones all do.
RETURNED = 0.94
MISSING_CELL = 0.03
ZONE_2_OPENS = 2017

# Size → employees at first, of the middle company, and how far they spread.
STAFF = {"sme": (14, 0.75), "mid": (210, 0.45), "large": (1800, 0.4)}
# Sector → won of revenue for one employee.
REVENUE = {
    "IT": 190_000_000, "BT": 160_000_000, "CT": 170_000_000, "NT": 220_000_000,
    "OTHER": 240_000_000,
}  # fmt: skip
GROWTH = {2016: 1.05, 2017: 1.04, 2018: 1.06, 2019: 1.07, 2020: 0.97, 2021: 0.99}
LATER_GROWTH = 1.02


@dataclass
class Business:
    """How a company stands in a year."""

    employees: int
    revenue_each: float
    female: float
    rnd: float


def make_tenant_returns(world: World) -> None:
    lot = lots("tenant returns")
    owners = resident_owners(world)
    businesses: dict[int, Business] = {}
    for year in years_to(world.today):
        for place, company in enumerate(world.companies):
            startup = company.startup
            if startup.founded_on is None or startup.founded_on > date(year, 9, 30):
                continue
            if place not in businesses:
                hired = found(lot, businesses, place, company)
            else:
                hired = grow(lot, businesses[place], year)
            is_small = startup.size == Startup.Size.SME
            is_made = not is_small or lot.random() < RETURNED
            if is_made and return_day(year, place) <= world.today:
                owner = owners.get(place, SURVEYOR)
                add_return(world, lot, owner, startup, year, businesses[place], hired)


def return_day(year: int, place: int) -> date:
    return date(year, 1, 2) + timedelta(days=place * 37 % 88)


def resident_owners(world: World) -> dict[int, str]:
    """The companies that return through the centre in whose rooms they are."""
    residents = {
        id(m.startup): m.centre.code
        for m in world.records[Membership]
        if m.kind == Membership.Kind.RESIDENT and m.centre.code != SURVEYOR
    }
    return {
        place: residents[id(company.startup)]
        for place, company in enumerate(world.companies)
        if id(company.startup) in residents and place % 3
    }


def found(lot: Random, businesses: dict, place: int, company: Company) -> int:
    middle, spread = STAFF[company.startup.size]
    businesses[place] = Business(
        employees=max(2, round(middle * lot.lognormvariate(0, spread))),
        revenue_each=REVENUE[company.startup.sector] * lot.lognormvariate(-0.3, 0.5),
        female=lot.uniform(0.18, 0.48),
        rnd=lot.uniform(0.15, 0.6),
    )
    return round(businesses[place].employees * lot.uniform(0.05, 0.3))


def grow(lot: Random, business: Business, year: int) -> int:
    """A year on; answers how many were hired."""
    before = business.employees
    business.employees = max(
        2, round(before * GROWTH.get(year, LATER_GROWTH) * lot.gauss(1, 0.12))
    )
    business.revenue_each *= lot.gauss(1.03, 0.08)
    left = round(before * lot.uniform(0.03, 0.15))
    return max(0, business.employees - before + left)


def add_return(world, lot, owner, startup: Startup, year, business, hired) -> None:
    zone = startup.zone
    if zone == Startup.Zone.PANGYO_2 and year < ZONE_2_OPENS:
        zone = Startup.Zone.OTHER
    cells = {
        "revenue_krw": round(business.employees * business.revenue_each, -6),
        "employees": business.employees,
        "female": round(business.employees * business.female),
        "rnd": round(business.employees * business.rnd),
        "hired": hired,
    }
    for name in ("revenue_krw", "female", "rnd", "hired"):
        if lot.random() < MISSING_CELL:
            cells[name] = None
    world.add(
        TenantReturn,
        centre=owner,
        startup=startup,
        year=year,
        zone=zone,
        sector=startup.sector,
        size=startup.size,
        **{n: v if v is None else int(v) for n, v in cells.items()},
    )
