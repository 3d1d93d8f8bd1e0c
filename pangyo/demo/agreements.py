"""Agreements, foreign agencies' bases, and the follow-ups of visits and agreements."""

from datetime import date, timedelta
from random import Random

from accounts.models import User
from delegations.models import MOU, Agency, FollowUp, Visit
from pangyo.demo.chance import drawn, lots
from pangyo.demo.days import working_day, working_days_later
from pangyo.demo.marks import INVENTED, reported
from pangyo.demo.members import busy_span
from pangyo.demo.partners import DEPA, PLANNED
from pangyo.demo.people import ACCOUNT_SPECIALTIES
from pangyo.demo.places import PLACES
from pangyo.demo.world import World
from pangyo.demo.years import continued, later_years
from support.models import Partner

SIGNED = {
    "b2g": {2015: 5, 2016: 6, 2017: 8, 2018: 10, 2019: 11},
    "gccei": {2015: 4, 2016: 6, 2017: 8, 2018: 11, 2019: 12},
    "gbsa": {2015: 3, 2016: 3, 2017: 4, 2018: 6, 2019: 6},
}
PARTIES = {"accelerator", "agency", "government", "local-government", "university"}
KINDS = {"mou": 74, "loi": 18, "moa": 8}
TITLES = (
    "스타트업 교류 업무협약",
    "공동 보육 협약",
    "현지 진출 지원 협약",
    "창업 생태계 협력 협약",
)

# Centre → how the partner's place among its agencies stands: stage, planned for,
# opened, closed.
BASES = {
    "b2g": (
        ("open", date(2017, 6, 30), date(2017, 9, 1), None),
        ("withdrawn", date(2016, 3, 31), date(2016, 5, 2), date(2018, 4, 30)),
        ("withdrawn", date(2019, 12, 31), None, None),
    ),
    "gccei": (
        ("open", date(2018, 9, 30), date(2018, 10, 15), None),
        ("withdrawn", date(2017, 12, 31), None, None),
    ),
    "gbsa": (
        ("open", date(2018, 3, 31), date(2018, 5, 8), None),
        ("open", date(2019, 12, 31), date(2020, 1, 14), None),
    ),
}

# What came of those that the press named for 2019: invented.
CAME = {"VN": ("open", date(2020, 6, 15)), "ID": ("withdrawn", None)}

PROMISES = (
    "소개 자료와 참가 스타트업 목록 보내기",
    "감사 서한 보내기",
    "화상회의로 다음 단계 협의",
    "교류 프로그램 일정안 작성",
    "답방 일정 조율",
    "협약 초안 검토 의견 회신",
)
FOLLOWED = {"state": 0.7, "official": 0.6, "working": 0.5, "private": 0, "study": 0.12}
FOLLOWED_AGREEMENTS = 0.4
# The others are done three weeks late.
IN_TIME = 0.94
STILL_TO_DO = 2


def make_agreements(world: World) -> None:
    for centre, years in SIGNED.items():
        lot = lots(f"agreements {centre}")
        for year, count in continued(years, world.today).items():
            for _agreement in range(count):
                sign(world, lot, centre, year)
        talk(world, lot, centre)


def sign(world: World, lot: Random, centre: str, year: int) -> MOU:
    partner = party(world, lot, centre)
    signed = working_day(lot, *busy_span(centre, year))
    visit = visit_of(world, centre, partner.country, year)
    if visit is not None:
        signed = visit.starts_on
    kind = drawn(lot, KINDS)
    years = drawn(lot, {None: 15, 1: 15, 2: 40, 3: 30})
    mou = world.add(
        MOU,
        centre=centre,
        partner=partner,
        country=partner.country,
        kind=kind,
        title=f"{partner.name} {lot.choice(TITLES)}",
        signed_on=signed,
        expires_on=signed + timedelta(days=365 * years) if years else None,
        visit=visit,
    )
    ended = signed + timedelta(days=lot.randint(200, 600))
    if lot.random() < 0.06 and ended <= world.today:
        mou.status, mou.terminated_on = MOU.Status.TERMINATED, ended
    return mou


def visit_of(world: World, centre: str, country: str, year: int) -> Visit | None:
    """A visit at which it may have been signed: not yet one of another agreement."""
    taken = {id(mou.visit) for mou in world.records[MOU]}
    for visit in world.of(Visit, centre):
        is_fit = visit.visit_class in ("state", "official", "working")
        is_named = visit.countries in (["EE"], ["SK"])
        is_then = visit.status == "done" and visit.starts_on.year == year
        is_theirs = country in visit.countries and id(visit) not in taken
        if is_fit and is_then and is_theirs and not is_named:
            return visit
    return None


def party(world: World, lot: Random, centre: str) -> Partner:
    named = {DEPA, *PLANNED.values()}
    known = world.of(Partner, centre)
    return lot.choice([p for p in known if p.kind in PARTIES and p.name not in named])


def talk(world: World, lot: Random, centre: str) -> None:
    for _agreement in range(2):
        partner = party(world, lot, centre)
        world.add(
            MOU,
            centre=centre,
            partner=partner,
            country=partner.country,
            title=f"{partner.name} {lot.choice(TITLES)}",
            status=MOU.Status.TALKS,
        )


def make_agencies(world: World) -> None:
    for centre, bases in BASES.items():
        known = hosts(world, centre)
        for partner, (stage, target, opened, closed) in zip(known, bases, strict=False):
            add_agency(
                world, partner, stage, target=target, opened=opened, closed=closed
            )
    named = {partner.name: partner for partner in world.of(Partner, "gccei")}
    add_agency(
        world,
        named[DEPA],
        "open",
        target=date(2019, 6, 30),
        opened=date(2019, 7, 1),
        notes=reported("기관과 개소한 해"),
    )
    for country, (stage, opened) in CAME.items():
        add_agency(
            world,
            named[PLANNED[country]],
            stage,
            target=date(2019, 12, 31),
            opened=opened,
            notes=reported("2019년 안에 유치 예정"),
        )
    for year in later_years(world.today):
        plan_base(world, year)


def hosts(world: World, centre: str) -> list[Partner]:
    """Who may open a base there; none that the press named."""
    return [
        partner
        for partner in world.of(Partner, centre)
        if partner.kind in ("agency", "government") and partner.notes == INVENTED
    ]


def plan_base(world: World, year: int) -> None:
    """One a year, at each centre in turn: confirmed until its day has come."""
    lot = lots(f"agencies {year}")
    centre = list(BASES)[year % len(BASES)]
    known = hosts(world, centre)
    place = len(BASES[centre]) + year // len(BASES)
    opened = working_day(lot, date(year, 3, 2), date(year, 11, 30))
    is_open = opened <= world.today
    add_agency(
        world,
        known[place % len(known)],
        "open" if is_open else "confirmed",
        target=opened + timedelta(days=lot.randint(0, 30)),
        opened=opened if is_open else None,
    )


def add_agency(
    world, partner: Partner, stage, *, target, opened=None, closed=None, notes=INVENTED
) -> None:
    world.add(
        Agency,
        centre=partner.centre.code,
        notes=notes,
        partner=partner,
        country=partner.country,
        stage=stage,
        target_on=target,
        opened_on=opened,
        closed_on=closed,
    )


def make_follow_ups(world: World) -> None:
    for centre in world.centres:
        lot = lots(f"follow-ups {centre}")
        visits = [v for v in world.of(Visit, centre) if v.status == "done"]
        for visit in visits:
            if lot.random() < FOLLOWED[visit.visit_class]:
                follow(world, lot, visit.starts_on, visit=visit)
        for mou in world.of(MOU, centre):
            if mou.signed_on and lot.random() < FOLLOWED_AGREEMENTS:
                follow(world, lot, mou.signed_on, mou=mou)
        visits.sort(key=lambda visit: visit.starts_on)
        for user in world.staff[centre]:
            if user.username in ACCOUNT_SPECIALTIES:
                leave_undone(world, lot, visits[-STILL_TO_DO:], user)


def leave_undone(world: World, lot: Random, visits: list[Visit], user: User) -> None:
    """What of the last visits is still due of those who can sign in."""
    for visit in visits:
        follow_up = follow(world, lot, visit.starts_on, visit=visit)
        follow_up.owner, follow_up.done_on = user, None


def follow(world: World, lot: Random, promised: date, *, visit=None, mou=None):
    country = mou.country if visit is None else visit.countries[0]
    centre = (visit or mou).centre.code
    due = working_days_later(promised, lot.choice((5, 10, 10, 20, 40)))
    done = working_days_later(promised, lot.randint(2, 45))
    if lot.random() >= IN_TIME:
        done = working_days_later(due, 15)
    return world.add(
        FollowUp,
        centre=centre,
        title=f"{PLACES[country].name}: {lot.choice(PROMISES)}",
        visit=visit,
        mou=mou,
        owner=owner(world, lot, centre),
        due_on=due,
        done_on=done if done <= world.today else None,
    )


def owner(world: World, lot: Random, centre: str) -> User:
    """Those who can sign in own more, so that somebody meets them."""
    staff = world.staff[centre]
    weights = [1 if ".staff" in user.username else 4 for user in staff]
    return lot.choices(staff, weights)[0]
