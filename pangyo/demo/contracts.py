"""Contracts and partnerships with parties abroad, and companies set up there."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from pangyo.demo.chance import drawn, lots, with_one_of
from pangyo.demo.days import working_day
from pangyo.demo.exchange import middle_rate, money, unit_of
from pangyo.demo.marks import FITTED_TO_2018, INVENTED
from pangyo.demo.members import busy_span
from pangyo.demo.places import MARKETS, PLACES
from pangyo.demo.world import World
from pangyo.demo.years import continued
from support.models import Contract, Incorporation, Partner

CONTRACTS = {
    "b2g": {2015: 11, 2016: 13, 2017: 17, 2018: 20, 2019: 23},
    "gccei": {2015: 2, 2016: 4, 2017: 5, 2018: 6, 2019: 7},
    "gbsa": {2015: 3, 2016: 4, 2017: 6, 2018: 7, 2019: 9},
}
INCORPORATIONS = {
    "b2g": {2015: 5, 2016: 7, 2017: 9, 2018: 11, 2019: 13},
    "gccei": {2015: 1, 2016: 1, 2017: 2, 2018: 3, 2019: 3},
    "gbsa": {2015: 1, 2016: 2, 2017: 2, 2018: 3, 2019: 4},
}
PUBLISHED = ("b2g", 2018)

KINDS = {"contract": 62, "partnership": 38}
TITLES = {
    "contract": ("{} 공급계약", "{} 총판계약", "{} 라이선스 계약", "{} 시범구축 계약"),
    "partnership": ("{} 공동사업 제휴", "{} 판매 제휴", "{} 기술 제휴"),
}
# Of contracts with an amount: won for the whole, in hundred millions.
SIZES = {0.5: 20, 1: 24, 2: 22, 4: 16, 8: 10, 15: 5, 30: 3}
AMOUNT_UNKNOWN = 0.12
RATE_UNKNOWN = 0.06

FORMS = {"subsidiary": 66, "branch": 12, "liaison": 10, "joint-venture": 12}
SUFFIXES = {"branch": "Branch", "liaison": "Liaison Office"}


def make_contracts(world: World) -> None:
    for centre, years in CONTRACTS.items():
        for year, count in continued(years, world.today).items():
            lot = lots(f"contracts {centre} {year}")
            several = (2,) if (centre, year) == PUBLISHED else ()
            for quantity in with_one_of(count, *several):
                signed = working_day(lot, *busy_span(centre, year))
                sign(world, lot, centre, signed, quantity=quantity)


def sign(world: World, lot: Random, centre: str, signed: date, *, quantity) -> None:
    partners = [p for p in world.of(Partner, centre) if p.kind == "company"]
    partner = lot.choice(partners)
    company = lot.choice(world.members(centre, signed))
    kind = drawn(lot, KINDS)
    years = drawn(lot, {None: 25, 1: 35, 2: 25, 3: 15})
    world.add(
        Contract,
        centre=centre,
        notes=mark(centre, signed, quantity),
        startup=company.startup,
        kind=kind,
        partner=partner,
        country=partner.country,
        title=lot.choice(TITLES[kind]).format(company.product),
        signed_on=signed,
        ends_on=signed + timedelta(days=365 * years - 1) if years else None,
        quantity=quantity,
        **amount_of(lot, kind, partner.country, signed),
    )


def amount_of(lot: Random, kind: str, country: str, signed: date) -> dict:
    """Partnerships name no amount; a few contracts lack it, or their rate."""
    if kind == "partnership" or lot.random() < AMOUNT_UNKNOWN:
        return {}
    currency = PLACES[country].currency
    worth = drawn(lot, SIZES) * 100_000_000 * lot.uniform(0.8, 1.3)
    unit = unit_of(currency, dear=10_000, cheap=1_000_000)
    units = max(1, round(worth / middle_rate(currency, signed.year) / unit))
    fields = money(lot, currency, Decimal(units * unit), signed)
    if lot.random() < RATE_UNKNOWN:
        fields = {"amount": fields["amount"], "currency": currency}
    return fields


def make_incorporations(world: World) -> None:
    for centre, years in INCORPORATIONS.items():
        for year, count in continued(years, world.today).items():
            lot = lots(f"incorporations {centre} {year}")
            several = (2,) if (centre, year) == PUBLISHED else ()
            for quantity in with_one_of(count, *several):
                day = working_day(lot, *busy_span(centre, year))
                set_up(world, lot, centre, day, quantity=quantity)


def set_up(world: World, lot: Random, centre: str, day: date, *, quantity) -> None:
    company = lot.choice(world.members(centre, day))
    place = PLACES[drawn(lot, MARKETS)]
    kind = drawn(lot, FORMS)
    brand = company.startup.name_en.removesuffix(" Co., Ltd.") or company.startup.name
    world.add(
        Incorporation,
        centre=centre,
        notes=mark(centre, day, quantity),
        startup=company.startup,
        kind=kind,
        name=f"{brand} {SUFFIXES.get(kind, place.form)}",
        country=place.code,
        city=place.city,
        established_on=day,
        quantity=quantity,
    )


def mark(centre: str, day: date, quantity: int) -> str:
    text = FITTED_TO_2018 if (centre, day.year) == PUBLISHED else INVENTED
    return f"{text} (옛 대장의 한 줄에 {quantity}건)" if quantity > 1 else text
