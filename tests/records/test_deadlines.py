"""What is common to all sources of deadlines: sight, owners, order, cost."""

from datetime import date, timedelta

import pytest

from records import deadlines
from records.deadlines import all_sources, due
from tests import makers

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 10)
TODAY = date(2026, 3, 5)

# Source → a record that is due on DAY, a working day.
MAKERS = {
    "next-steps": lambda **f: makers.make_case(next_step="회신", next_on=DAY, **f),
    "filings": lambda **f: makers.make_filing(
        status="preparing",
        filed_on=None,
        route="paris",
        priority_on=date(2025, 3, 10),
        **f,
    ),
    "international-filings": lambda **f: makers.make_filing(
        kind="trademark",
        route="madrid",
        office="WO",
        status="registered",
        registered_on=date(2021, 3, 10),
        **f,
    ),
    "contracts": lambda **f: makers.make_contract(ends_on=DAY, **f),
    "follow-ups": lambda **f: makers.make_follow_up(due_on=DAY, **f),
    "mous": lambda **f: makers.make_mou(expires_on=DAY, **f),
    "agencies": lambda **f: makers.make_agency(
        stage="talks", opened_on=None, target_on=DAY, **f
    ),
}
each_source = pytest.mark.parametrize("slug", MAKERS)


def ask(user, start=DAY, end=DAY, **options):
    return due(user, start, end, today=TODAY, **options)


def test_every_source_is_tested():
    assert {source.slug for source in all_sources()} == MAKERS.keys()


@each_source
def test_what_is_due_says_of_which_record_by_which_rule_and_date(slug):
    record = MAKERS[slug]()

    [deadline] = ask(makers.make_user())

    assert deadline.record == record
    assert deadline.source.slug == slug
    assert deadline.due_on == DAY
    assert deadline.what
    assert deadline.rule
    assert deadline.base
    assert deadline.base_on


@each_source
def test_a_window_takes_in_its_first_and_last_day_alone(slug):
    MAKERS[slug]()
    user, day = makers.make_user(), timedelta(days=1)

    assert len(ask(user, DAY - day, DAY)) == len(ask(user, DAY, DAY + day)) == 1
    assert len(ask(user, DAY - day, DAY - day)) == 0
    assert len(ask(user, DAY + day, DAY + day)) == 0


@each_source
def test_a_deleted_record_is_not_due(slug):
    MAKERS[slug]().remove(reason="중복")

    assert len(ask(makers.make_user())) == 0


@each_source
def test_another_centres_deadline_is_not_seen(slug):
    MAKERS[slug](centre=makers.make_centre("gccei"))

    assert len(ask(makers.make_user(centre=makers.make_centre("b2g")))) == 0
    assert len(ask(makers.make_user("manager", all_centres=True))) == 1


@each_source
def test_a_source_can_be_asked_alone(slug):
    for make in MAKERS.values():
        make()

    found = ask(makers.make_user(), slugs=[slug])

    assert [one.source.slug for one in found] == [slug]


def test_mine_is_what_i_own_and_what_nobody_owns():
    user = makers.make_user()
    mine, others, nobodys = (MAKERS["follow-ups"](owner=o) for o in (user, None, None))
    others.owner = makers.make_user()
    others.save()

    found = ask(user, is_mine=True)

    assert {one.record for one in found} == {mine, nobodys}


def test_a_case_of_several_officers_is_each_ones():
    user, case = makers.make_user(), MAKERS["next-steps"]()
    case.officers.set([user, makers.make_user()])

    [deadline] = ask(user, is_mine=True)

    assert user in deadline.owners


def test_nobodys_of_another_centre_is_not_mine():
    MAKERS["mous"](centre=makers.make_centre("gccei"))
    national = makers.make_user(
        "manager", all_centres=True, centre=makers.make_centre("b2g")
    )

    assert len(ask(national, is_mine=True)) == 0
    assert len(ask(national)) == 1


def test_the_earliest_comes_first():
    for days in (3, 1, 2):
        makers.make_follow_up(due_on=DAY + timedelta(days=days))

    found = ask(makers.make_user(), DAY, DAY + timedelta(days=9))

    assert [(one.due_on - DAY).days for one in found] == [1, 2, 3]


@pytest.mark.parametrize(("start", "kept"), [(DAY, [0, 1]), (None, [1, 2])])
def test_of_too_many_the_first_are_kept_or_without_a_start_the_last(
    monkeypatch, start, kept
):
    monkeypatch.setattr(deadlines, "MOST", 2)
    for days in (0, 1, 2):
        makers.make_follow_up(due_on=DAY + timedelta(days=days))

    found = ask(makers.make_user(), start, DAY + timedelta(days=9))

    assert found.is_cut
    assert [(one.due_on - DAY).days for one in found] == kept


def test_as_many_statements_for_many_records(statements):
    user = makers.make_user()
    ask(user)
    make_all(user, 1)
    few = statements(lambda: list(ask(user, is_mine=True)))
    make_all(user, 5)

    assert statements(lambda: list(ask(user, is_mine=True))) == few
    assert len(ask(user)) == 6 * len(MAKERS)


def make_all(user, times: int) -> None:
    for _time in range(times):
        for slug, make in MAKERS.items():
            record = make()
            if slug == "next-steps":
                record.officers.set([user, makers.make_user()])
