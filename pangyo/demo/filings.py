"""Overseas filings: patents, trademarks, designs; a few still in preparation."""

from datetime import date, timedelta
from random import Random

from pangyo.demo.chance import drawn, lots, with_one_of
from pangyo.demo.days import working_day
from pangyo.demo.marks import FITTED_TO_2018, INVENTED
from pangyo.demo.members import busy_span
from pangyo.demo.world import World
from pangyo.demo.years import continued
from support.models import OverseasFiling

COUNTED = {
    "b2g": {2015: 51, 2016: 62, 2017: 73, 2018: 88, 2019: 97},
    "gccei": {2015: 5, 2016: 8, 2017: 11, 2018: 14, 2019: 15},
    "gbsa": {2015: 9, 2016: 12, 2017: 13, 2018: 17, 2019: 19},
}
PUBLISHED = ("b2g", 2018)
PREPARING = 3

KINDS = {"patent": 56, "trademark": 35, "design": 7, "utility-model": 2}
ROUTES = {
    "patent": {"paris": 42, "pct": 46, "direct": 12},
    "utility-model": {"paris": 60, "direct": 40},
    "trademark": {"direct": 52, "madrid": 38, "paris": 10},
    "design": {"direct": 50, "hague": 30, "paris": 20},
}
# International offices take part only on the route that leads to them.
OFFICES = {
    "US": 30, "CN": 20, "JP": 17, "EP": 8, "VN": 7, "SG": 4, "ID": 4, "TH": 4,
    "GB": 2, "DE": 2, "IN": 2, "TW": 2,
}  # fmt: skip
INTERNATIONAL = {"pct": ("WO", 0.45), "madrid": ("WO", 0.5), "hague": ("WO", 0.6)}

# Months from the first filing to the one abroad (Paris Convention, art. 4 C; national
# phase of the PCT, art. 22).
PRIORITY_MONTHS = {"patent": 12, "utility-model": 12, "design": 6, "trademark": 6}
NATIONAL_PHASE_MONTHS = 30

MATTERS = {
    "patent": "{}의 제어 방법 및 장치",
    "utility-model": "{}용 결합 구조",
    "design": "{} 외관 디자인",
    "trademark": "{} 상표",
}
AGENTS = (
    "가온별특허법인(가상)",
    "누리결특허법률사무소(가상)",
    "해솔국제특허법인(가상)",
    "",
)


def make_filings(world: World) -> None:
    for centre, years in COUNTED.items():
        for year, count in continued(years, world.today).items():
            lot = lots(f"filings {centre} {year}")
            several = (3, 2) if (centre, year) == PUBLISHED else ()
            mark = FITTED_TO_2018 if (centre, year) == PUBLISHED else INVENTED
            for quantity in with_one_of(count, *several):
                filed = working_day(lot, *busy_span(centre, year))
                filing = file(world, lot, centre, filed)
                filing.quantity = quantity
                filing.notes = mark
                if quantity > 1:
                    filing.notes += f" (옛 대장의 한 줄에 {quantity}건)"
        prepare(world, centre)


def prepare(world: World, centre: str) -> None:
    """Filings not yet made: they do not count."""
    lot = lots(f"filings {centre} in preparation")
    for _filing in range(PREPARING):
        filing = file(world, lot, centre, world.today)
        filing.status = "preparing"
        filing.filed_on = filing.priority_on = None
        filing.published_on = filing.registered_on = None
        filing.application_no = filing.priority_no = ""


def file(world: World, lot: Random, centre: str, filed: date) -> OverseasFiling:
    company = lot.choice(world.members(centre, filed))
    kind = drawn(lot, KINDS)
    route = drawn(lot, ROUTES[kind])
    office = drawn(lot, OFFICES)
    if office == "EP" and kind != "patent":
        office = "EM"
    elif route in INTERNATIONAL and lot.random() < INTERNATIONAL[route][1]:
        office = INTERNATIONAL[route][0]
    serial = len(world.records[OverseasFiling]) + 1
    brand = company.startup.name_en.split(" ")[0] or company.startup.name
    filing = world.add(
        OverseasFiling,
        centre=centre,
        startup=company.startup,
        kind=kind,
        title=MATTERS[kind].format(brand if kind == "trademark" else company.product),
        office=office,
        route=route,
        application_no=f"DEMO-{office}-{filed.year}-{serial:04}",
        filed_on=filed,
        agent=lot.choice(AGENTS),
    )
    first = filed
    if route != "direct":
        first = claim_priority(lot, filing, filed, serial=serial)
    if kind == "patent":
        publish(world, filing, filed=filed, first=first)
    decide(world, lot, filing, filed)
    return filing


def claim_priority(
    lot: Random, filing: OverseasFiling, filed: date, *, serial: int
) -> date:
    """The day of the first filing, at home."""
    months = PRIORITY_MONTHS[filing.kind]
    if filing.route == "pct" and filing.office != "WO":
        months = NATIONAL_PHASE_MONTHS
    first = filed - timedelta(days=lot.randint(months * 30 // 2, months * 30))
    filing.priority_on = first
    filing.priority_no = f"DEMO-KR-{first.year}-{serial:04}"
    return first


def publish(world: World, filing: OverseasFiling, *, filed: date, first: date) -> None:
    """Eighteen months after the first filing, if they are over."""
    published = max(first + timedelta(days=548), filed + timedelta(days=90))
    if published <= world.today:
        filing.published_on, filing.status = published, "published"


def decide(world: World, lot: Random, filing: OverseasFiling, filed: date) -> None:
    """Registered, refused or abandoned in time; an international application for a
    patent never is."""
    is_patent = filing.kind == "patent"
    waits = lot.randint(620, 1300) if is_patent else lot.randint(200, 480)
    decided = filed + timedelta(days=waits)
    if decided > world.today or (is_patent and filing.office == "WO"):
        return
    filing.status = drawn(lot, {"registered": 78, "refused": 14, "abandoned": 8})
    if filing.status == "registered":
        filing.registered_on = decided
