"""Yearly support programmes and the start-ups selected for them."""

from datetime import date, timedelta

from pangyo.demo.chance import lots
from pangyo.demo.days import working_day
from pangyo.demo.members import busy_span
from pangyo.demo.world import World
from pangyo.demo.years import FIRST, TABLED, pace, years_to
from support.models import Participation, Programme

# Name, months from and to, start-ups selected in the first year, won for each.
PROGRAMMES = {
    "b2g": (
        ("글로벌 멤버사 선발", 2, 12, 24, None),
        ("해외 현지화 지원", 3, 11, 12, 20_000_000),
        ("해외 특허·상표출원 비용 지원", 4, 12, 14, 8_000_000),
        ("해외 데모데이 참가 지원", 5, 10, 8, 6_000_000),
        ("현지 시범사업 바우처", 6, 12, 6, 35_000_000),
    ),
    "gccei": (
        ("스타트업 보육공간 입주", 4, 12, 12, None),
        ("시제품 제작 지원", 4, 10, 10, 15_000_000),
        ("대기업 협력 사업화 지원", 5, 12, 8, 30_000_000),
        ("해외 진출 집중 과정", 6, 11, 8, 10_000_000),
    ),
    "gbsa": (
        ("판교 창업기업 성장 지원", 3, 11, 10, 25_000_000),
        ("해외 전시회 공동관", 4, 11, 9, 7_000_000),
        ("수출 인증 취득 지원", 3, 10, 8, 9_000_000),
        ("기업 애로 현장 자문", 2, 12, 12, 3_000_000),
    ),
}
GROWTH = 1.1


def make_programmes(world: World) -> None:
    for centre, programmes in PROGRAMMES.items():
        for year in years_to(world.today):
            for terms in programmes:
                run(world, centre, year, *terms)


def run(world, centre, year: int, name, from_month, to_month, places, grant) -> None:
    lot = lots(f"programmes {centre} {year} {name}")
    first, last = busy_span(centre, year)
    starts = max(first, date(year, from_month, 1))
    ends = min(last, date(year, to_month, 28))
    # Selected in the first six weeks, the members that there are then.
    selection_ends = starts + timedelta(days=45)
    members = world.members(centre, selection_ends)
    growth = GROWTH ** (min(year, TABLED) - FIRST) * pace(year)
    count = min(round(places * growth), len(members))
    budget = round((grant or 4_000_000) * count * 1.15, -6)
    programme = world.add(
        Programme,
        centre=centre,
        name=name,
        year=year,
        starts_on=starts,
        ends_on=ends,
        budget_krw=budget,
    )
    for company in lot.sample(members, count):
        joined, _left = company.memberships[centre]
        world.add(
            Participation,
            centre=centre,
            programme=programme,
            startup=company.startup,
            selected_on=working_day(lot, max(starts, joined), selection_ends),
            grant_krw=grant and round(grant * lot.uniform(0.7, 1.1), -5),
        )
