"""What is going on now: a few cases, filings and agreements around the day of loading.

The records of the years are as they come; these are chosen: they have something due,
wait, lie still, or have just been acted on.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

import pghistory

from accounts.models import User
from delegations.models import MOU, Agency, FollowUp
from pangyo.demo.agreements import TITLES, party
from pangyo.demo.chance import lots
from pangyo.demo.days import last_working_day
from pangyo.demo.filings import MATTERS
from pangyo.demo.people import ACCOUNT_SPECIALTIES
from pangyo.demo.topics import EXPERTS, OPENINGS, SESSION_NOTES, TOPICS
from pangyo.demo.world import World
from records.working_days import months_after, next_working_day
from support.models import ConsultingCase, Contract, OverseasFiling, Partner, Session

Act = Callable[[ConsultingCase, date, User], None]


def close(case: ConsultingCase, today: date, colleague: User) -> None:
    case.close(on=today, result="검토 의견서를 보내고 종결함", satisfaction=5)


def wait(case: ConsultingCase, today: date, colleague: User) -> None:
    case.wait(reason="기업의 자료 회신을 기다림")


def cancel(case: ConsultingCase, today: date, colleague: User) -> None:
    case.cancel(reason="다른 건과 중복 접수됨")


def reopen(case: ConsultingCase, today: date, colleague: User) -> None:
    case.reopen(reason="현지 관청이 보완을 요구하여 다시 진행함")


def hand_over(case: ConsultingCase, today: date, colleague: User) -> None:
    case.hand_over(to=colleague, reason="업무 분장 변경")


@dataclass(frozen=True)
class Plan:
    """A case by days before (or, for the next step, after) today."""

    opened: int
    subject: str
    sessions: tuple[int, ...] = ()
    next_in: int | None = None
    acts: tuple[Act, ...] = field(default=())


CASES = (
    Plan(2, "contract", next_in=3),
    Plan(6, "legal", sessions=(4,), next_in=-1),
    Plan(9, "marketing", sessions=(8, 5), next_in=9),
    Plan(12, "incorporation", sessions=(10,), acts=(wait,)),
    Plan(16, "ip", sessions=(13, 6), acts=(close,)),
    Plan(18, "contract", acts=(cancel,)),
    Plan(23, "accounting", sessions=(20,), acts=(close, reopen), next_in=16),
    Plan(24, "certification", sessions=(21,), acts=(hand_over,), next_in=24),
    Plan(29, "investment", sessions=(27,)),
    Plan(41, "tech", sessions=(33,), next_in=-12),
)
STEPS = ("검토 의견 회신", "현지 자문사와 화상회의", "계약서 수정안 송부")

# Kind, route, office, months of the rule, days until it is due.
TO_BE_FILED = (
    ("patent", "paris", "US", 12, 20),
    ("trademark", "paris", "JP", 6, 45),
    ("design", "paris", "EM", 6, -6),
    ("patent", "pct", "US", 30, 70),
)
NATIONAL_PHASE, DEPENDENCE = 30, 60
EXPIRING = (12, 80)
PROMISED = (-4, 4, 18)


def make_present(world: World) -> None:
    for centre in world.centres:
        staff = world.staff[centre]
        own = [user for user in staff if user.username in ACCOUNT_SPECIALTIES]
        others = [user for user in staff if user not in own]
        make_cases(world, centre, own[0], others[0])
        prepare_filings(world, centre)
        pursue_filings(world, centre)
        make_agreements(world, centre, own[0])


def in_days(world: World, days: int) -> date:
    return next_working_day(world.today + timedelta(days=days))


def days_ago(world: World, days: int) -> date:
    """That day, or the last working day before it."""
    return last_working_day(world.today - timedelta(days=days))


def make_cases(world: World, centre: str, officer: User, colleague: User) -> None:
    lot = lots(f"present cases {centre}")
    for plan in CASES:
        company = lot.choice(world.companies)
        title, asked = lot.choice(TOPICS[plan.subject])
        words = {"country": "베트남", "product": company.product}
        opened = days_ago(world, plan.opened)
        has_step = plan.next_in is not None
        case = world.add(
            ConsultingCase,
            centre=centre,
            startup=company.startup,
            fields=[plan.subject],
            title=title.format(**words),
            request=f"{lot.choice(OPENINGS)} {asked}".format(**words),
            countries=["VN"],
            channel="email",
            opened_on=opened,
            next_step=lot.choice(STEPS) if has_step else "",
            next_on=in_days(world, plan.next_in) if has_step else None,
        )
        world.link(case, "officers", [officer])
        world.acts += [(case, act, officer, colleague) for act in plan.acts]
        for ago in plan.sessions:
            world.add(
                Session,
                centre=centre,
                case=case,
                held_on=days_ago(world, ago),
                minutes=60,
                channel="video",
                expert=lot.choice(EXPERTS[plan.subject]),
                note=lot.choice(SESSION_NOTES),
            )


def add_filing(world: World, centre: str, number: int, **fields) -> OverseasFiling:
    company = lots(f"present filings {centre} {number}").choice(world.companies)
    return world.add(
        OverseasFiling,
        centre=centre,
        startup=company.startup,
        title=MATTERS[fields["kind"]].format(company.product),
        **fields,
    )


def prepare_filings(world: World, centre: str) -> None:
    for number, (kind, route, office, months, days) in enumerate(TO_BE_FILED):
        first = months_after(in_days(world, days), -months)
        add_filing(
            world,
            centre,
            number,
            kind=kind,
            route=route,
            office=office,
            status="preparing",
            priority_on=first,
            priority_no=f"DEMO-KR-{first.year}-{centre}-{number}",
        )


def pursue_filings(world: World, centre: str) -> None:
    """An international application before its national phases, and an international
    mark that will soon depend on its base no longer."""
    first = months_after(in_days(world, 100), -NATIONAL_PHASE)
    add_filing(
        world,
        centre,
        10,
        kind="patent",
        route="pct",
        office="WO",
        application_no=f"DEMO-WO-{centre}-1",
        filed_on=months_after(first, 11),
        published_on=months_after(first, 18),
        status="published",
        priority_on=first,
        priority_no=f"DEMO-KR-{first.year}-{centre}-10",
    )
    registered = months_after(in_days(world, 60), -DEPENDENCE)
    add_filing(
        world,
        centre,
        11,
        kind="trademark",
        route="madrid",
        office="WO",
        application_no=f"DEMO-WO-{centre}-2",
        filed_on=registered,
        registered_on=registered,
        status="registered",
    )


def make_agreements(world: World, centre: str, officer: User) -> None:
    lot = lots(f"present agreements {centre}")
    for days in EXPIRING:
        partner = party(world, lot, centre)
        expires = world.today + timedelta(days=days)
        mou = world.add(
            MOU,
            centre=centre,
            partner=partner,
            country=partner.country,
            title=f"{partner.name} {lot.choice(TITLES)}",
            signed_on=months_after(expires, -24),
            expires_on=expires,
        )
    for days, title in zip(
        PROMISED,
        ("협약 이행 점검표 보내기", "교류 일정안 작성", "답방 일정 조율"),
        strict=True,
    ):
        world.add(
            FollowUp,
            centre=centre,
            title=title,
            mou=mou,
            owner=officer,
            due_on=in_days(world, days),
        )
    partner = lot.choice(world.of(Partner, centre))
    ends = in_days(world, 33)
    world.add(
        Contract,
        centre=centre,
        startup=lot.choice(world.companies).startup,
        partner=partner,
        country=partner.country,
        title="현지 총판 계약",
        signed_on=months_after(ends, -24),
        ends_on=ends,
    )
    agency = party(world, lot, centre)
    world.add(
        Agency,
        centre=centre,
        partner=agency,
        country=agency.country,
        stage=Agency.Stage.CONFIRMED,
        target_on=in_days(world, 50),
    )


def act(world: World) -> None:
    """Do to the saved cases what their officers did today, each with its reason."""
    for case, verb, officer, colleague in world.acts:
        with pghistory.context(command="demo", user=officer.pk):
            verb(case, world.today, colleague)
