"""Investment links in several currencies, whose won amounts add up year by year.

Foreign amounts are round in their own currency; the largest in won takes what is left,
so the sum that the database calculates is exact.
"""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from pangyo.demo.chance import drawn, lots, some, with_one_of
from pangyo.demo.days import last_working_day, working_day
from pangyo.demo.exchange import middle_rate, money, unit_of
from pangyo.demo.marks import FITTED_TO_2018, INVENTED
from pangyo.demo.members import busy_span
from pangyo.demo.places import PLACES
from pangyo.demo.world import World
from pangyo.demo.years import continued
from support.models import InvestmentLink, Partner

# How many investments were paid, and what they come to in hundred millions of won.
PAID = {
    "b2g": {
        2015: (16, 384), 2016: (20, 529), 2017: (25, 817), 2018: (31, 1113),
        2019: (35, 1296),
    },
    "gccei": {
        2015: (6, 62), 2016: (8, 95), 2017: (9, 121), 2018: (11, 158), 2019: (12, 184),
    },
    "gbsa": {
        2015: (3, 18), 2016: (4, 27), 2017: (5, 39), 2018: (6, 52), 2019: (7, 66),
    },
}  # fmt: skip
PUBLISHED = ("b2g", 2018)
PROMISED = (date(2018, 9, 12), date(2018, 11, 21), date(2019, 10, 16))
EOK = 100_000_000

# Round → (how often, how large beside the others).
ROUNDS = {
    "seed": (14, 0.5),
    "pre-a": (18, 1.2),
    "a": (34, 4),
    "b": (16, 9),
    "c": (5, 18),
    "strategic": (10, 3),
    "pre-ipo": (3, 14),
}
CURRENCIES = {"KRW": 60, "USD": 22, "CNY": 7, "JPY": 6, "SGD": 3, "EUR": 2}
HOMES = {"KRW": "KR", "USD": "US", "CNY": "CN", "JPY": "JP", "SGD": "SG"}


def make_investments(world: World) -> None:
    for centre, years in PAID.items():
        for year, (count, eok) in continued(years, world.today).items():
            make_year(world, centre, year, count=count, total=eok * EOK)
        promise(world, centre)


def make_year(world: World, centre: str, year: int, *, count: int, total: int) -> None:
    lot = lots(f"investments {centre} {year}")
    is_published = (centre, year) == PUBLISHED
    quantities = with_one_of(count, *((2,) if is_published else ()))
    rounds = [drawn(lot, {r: often for r, (often, _size) in ROUNDS.items()})
              for _investment in quantities]  # fmt: skip
    sizes = [ROUNDS[name][1] * lot.uniform(0.6, 1.6) for name in rounds]
    made = []
    for name, size, quantity in zip(rounds, sizes, quantities, strict=True):
        worth = total * size / sum(sizes)
        paid = working_day(lot, *busy_span(centre, year))
        currency = drawn(lot, CURRENCIES)
        if size == max(sizes):
            currency = "KRW"
        investment = invest(world, lot, centre, paid, currency=currency, worth=worth)
        investment.round = name
        investment.quantity = quantity
        investment.notes = FITTED_TO_2018 if is_published else INVENTED
        made.append(investment)
    take_what_is_left(made, total)


def invest(world: World, lot: Random, centre: str, paid: date, *, currency, worth):
    company = lot.choice(world.members(centre, paid))
    investment = world.add(
        InvestmentLink,
        centre=centre,
        startup=company.startup,
        introduced_on=paid - timedelta(days=lot.randint(40, 320)),
        paid_on=paid,
        **money(lot, currency, round_amount(currency, worth, paid.year), paid),
    )
    world.link(investment, "partners", investors(world, lot, centre, currency))
    return investment


def round_amount(currency: str, worth: float, year: int) -> Decimal:
    """About so many won, in an amount people agree on."""
    if currency == "KRW":
        unit = 50_000_000 if worth > 5 * EOK else 10_000_000
        return Decimal(max(1, round(worth / unit)) * unit)
    unit = unit_of(currency, dear=50_000, cheap=5_000_000)
    units = max(1, round(worth / middle_rate(currency, year) / unit))
    return Decimal(units * unit)


def investors(world: World, lot: Random, centre: str, currency: str) -> list[Partner]:
    """Investors of the currency's country; of any where the centre knows none."""
    known = [p for p in world.of(Partner, centre) if p.kind == "investor"]
    near = [p for p in known if p.country == HOMES.get(currency)]
    return some(lot, near or [p for p in known if p.country in PLACES], 3)


def take_what_is_left(made: list[InvestmentLink], total: int) -> None:
    largest = max((i for i in made if i.currency == "KRW"), key=in_won)
    left = total - sum(in_won(i) for i in made if i is not largest)
    if left <= 0:
        raise ValueError(f"the investments of {largest.paid_on:%Y} exceed their sum")
    largest.amount = Decimal(left)


def in_won(investment: InvestmentLink) -> int:
    """As the database will calculate it."""
    won = (investment.amount or Decimal(0)) * (investment.fx_rate or Decimal(1))
    return int(won.quantize(Decimal(1), ROUND_HALF_UP))


def promise(world: World, centre: str) -> None:
    """Promised and not paid: they do not count. One was paid lately in dollars whose
    rate nobody has looked up yet."""
    lot = lots(f"investments {centre} promised")
    lately = last_working_day(world.today - timedelta(days=60))
    for introduced in (*PROMISED, lately):
        worth = lot.uniform(5, 30) * EOK
        promised = invest(world, lot, centre, introduced, currency="KRW", worth=worth)
        promised.introduced_on, promised.paid_on = introduced, None
        promised.round = "a"
        promised.notes = f"{INVENTED} – 약정만 하고 납입 전"
    paid = last_working_day(world.today - timedelta(days=24))
    unrated = invest(world, lot, centre, paid, currency="USD", worth=9 * EOK)
    unrated.round = "seed"
    unrated.fx_rate = unrated.fx_on = None
    unrated.fx_source = ""
    unrated.notes = f"{INVENTED} – 적용 환율 확인 중"
