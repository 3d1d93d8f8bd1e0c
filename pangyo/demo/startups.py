"""About 400 invented start-ups of the first years, some pre-founders, two of one name;
then a few new ones a year."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from random import Random

from pangyo.demo.chance import drawn, lots
from pangyo.demo.names import company_stems, person
from pangyo.demo.trades import TRADES, Trade
from pangyo.demo.world import Company, World
from pangyo.demo.years import later_years, pace
from support.models import Startup
from support.registration import BUSINESS_WEIGHTS

COMPANIES = 408
PRE_FOUNDERS = 14
FIRST_KNOWN = (2016, 2019)
# In a later year, of a pace of 1.
NEW_COMPANIES = 17

FOUNDED = {
    2008: 14, 2009: 18, 2010: 26, 2011: 34, 2012: 44, 2013: 56, 2014: 64,
    2015: 50, 2016: 36, 2017: 32, 2018: 24, 2019: 10,
}  # fmt: skip
OWNERS = {"b2g": 45, "gccei": 27, "gbsa": 28}
# Of companies that are old enough to have grown.
SIZES = {"sme": 85, "mid": 11, "large": 4}
GROWN_BEFORE = 2013
ZONES = {"pangyo-1": 60, "pangyo-2": 12, "other": 28}
FORMS = {"{}": 55, "㈜{}": 16, "(주){}": 16, "{} 주식회사": 7, "주식회사 {}": 6}
CORPORATE_KINDS = ("81", "86", "87", "88")
SOLE_KINDS = ("12", "24", "37")


def make_startups(world: World) -> None:
    lot = lots("start-ups")
    stems = company_stems(lot)
    trades = {trade: trade.weight for trade in TRADES}
    for serial in range(1, COMPANIES + 1):
        stem = stems[serial - 1]
        trade = drawn(lot, trades)
        founded = founding_day(lot, drawn(lot, FOUNDED))
        add_company(world, lot, stem, trade, serial=serial, founded=founded)
    add_namesake(world, lot)
    for number in range(PRE_FOUNDERS):
        stem = stems[COMPANIES + number]
        add_pre_founder(world, lot, stem, drawn(lot, trades), years=FIRST_KNOWN)
    add_new(world, iter(stems[COMPANIES + PRE_FOUNDERS :]), trades)


def add_new(world: World, stems: Iterator, trades: dict[Trade, float]) -> None:
    """Founded since, for as long as there are names; and in each year that is over a
    team that has not founded yet."""
    serial = COMPANIES + 1
    for year in later_years(world.today):
        lot = lots(f"start-ups {year}")
        for stem in islice(stems, round(NEW_COMPANIES * pace(year))):
            serial += 1
            trade, founded = drawn(lot, trades), founding_day(lot, year)
            if founded <= world.today:
                add_company(world, lot, stem, trade, serial=serial, founded=founded)
        if year < world.today.year:
            for stem in islice(stems, 1):
                trade = drawn(lot, trades)
                add_pre_founder(world, lot, stem, trade, years=(year, year))


def founding_day(lot: Random, year: int) -> date:
    return date(year, lot.randint(1, 12), lot.randint(1, 28))


def add_company(
    world, lot: Random, stem, trade: Trade, *, serial: int, founded: date
) -> None:
    size = drawn(lot, SIZES) if founded.year < GROWN_BEFORE else "sme"
    is_sole = size == "sme" and lot.random() < 0.06
    kind = lot.choice(SOLE_KINDS if is_sole else CORPORATE_KINDS)
    form = "{}" if is_sole else drawn(lot, FORMS)
    zone = drawn(lot, ZONES)
    startup = world.add(
        Startup,
        centre=drawn(lot, OWNERS),
        name=form.format(stem[0] + trade.name),
        name_en=f"{stem[1]} {trade.name_en}{'' if is_sole else ' Co., Ltd.'}",
        biz_reg_no=synthetic_number(kind, serial),
        corp_reg_no="" if is_sole else f"999911-{serial:07}",
        ceo_name=person(lot),
        founded_on=founded,
        sector=trade.sector,
        size=size,
        zone=zone,
        address=address(lot, zone),
        website=f"https://{stem[1].lower()}.example.com/" if serial % 5 else "",
        tags=tags_of(lot, trade, zone),
    )
    remember(world, lot, startup, trade, known_from=founded)


def add_namesake(world: World, lot: Random) -> None:
    """A second company of a name already there, under another number."""
    first = world.companies[0]
    trade = next(t for t in TRADES if t.sector != first.startup.sector)
    startup = world.add(
        Startup,
        centre="gbsa",
        name=first.startup.name,
        biz_reg_no=synthetic_number("86", COMPANIES + 1),
        ceo_name=person(lot),
        founded_on=date(2014, 5, 12),
        sector=trade.sector,
        size="sme",
        zone="other",
        address=address(lot, "other"),
        tags=list(trade.tags),
    )
    remember(world, lot, startup, trade, known_from=startup.founded_on)


def add_pre_founder(
    world: World, lot: Random, stem, trade: Trade, *, years: tuple[int, int]
) -> None:
    startup = world.add(
        Startup,
        centre=drawn(lot, OWNERS),
        name=f"예비창업팀 {stem[0]}",
        ceo_name=person(lot),
        sector=trade.sector,
        size="sme",
        tags=["예비창업", *trade.tags],
    )
    known = date(lot.randint(*years), lot.randint(1, 9), 1)
    remember(world, lot, startup, trade, known_from=known)


def remember(world: World, lot: Random, startup, trade: Trade, *, known_from) -> None:
    company = Company(
        startup=startup,
        product=lot.choice(trade.products),
        intensity=lot.lognormvariate(0, 0.8) * (1 if startup.size == "sme" else 0.2),
        known_from=known_from,
    )
    world.companies.append(company)


def address(lot: Random, zone: str) -> str:
    """On streets that do not exist."""
    town = {
        "pangyo-1": "경기도 성남시 분당구 가상판교로",
        "pangyo-2": "경기도 성남시 수정구 가상시흥로",
        "other": lot.choice(("경기도 수원시 가상로", "서울특별시 가상대로")),
    }[zone]
    return f"{town} {lot.randint(10, 400)}, {lot.randint(2, 11)}층"


def tags_of(lot: Random, trade: Trade, zone: str) -> list[str]:
    tags = list(trade.tags)
    if lot.random() < 0.12 and "ai" not in tags:
        tags.append("ai")
    if zone == "pangyo-2" and lot.random() < 0.4:
        tags.append("자율주행")
    return tags


def synthetic_number(kind: str, serial: int) -> str:
    """A business number of the office 999, which does not exist, with the check digit
    that the tax service's rule gives."""
    digits = f"999{kind}{serial:04}"
    products = [int(d) * w for d, w in zip(digits, BUSINESS_WEIGHTS, strict=True)]
    check = -(sum(products) + products[-1] // 10) % 10
    return f"999-{kind}-{serial:04}{check}"
