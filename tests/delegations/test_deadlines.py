"""Deadlines of follow-ups, agreements and bases."""

from datetime import date

import pytest

from records.deadlines import due
from tests import makers

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 5)


def found(slug, today=TODAY):
    start, end = date(2000, 1, 1), date(2040, 1, 1)
    return list(due(makers.make_user(), start, end, today=today, slugs=[slug]))


def test_a_follow_up_is_due_until_it_is_done():
    makers.make_follow_up(title="답신", due_on=date(2016, 3, 7))
    makers.make_follow_up(due_on=date(2016, 3, 7), done_on=date(2016, 3, 4))
    makers.make_follow_up(due_on=None)

    assert [one.title for one in found("follow-ups")] == ["답신"]


def test_an_agreement_expires_on_a_working_day():
    makers.make_mou(expires_on=date(2026, 3, 1))

    [deadline] = found("mous")

    assert deadline.computed_on == date(2026, 3, 1)
    assert deadline.due_on == date(2026, 3, 3)
    assert not deadline.needs_attorney


@pytest.mark.parametrize(
    "over",
    [
        {"expires_on": None},
        {"status": "talks", "signed_on": None},
        {"status": "terminated", "terminated_on": date(2025, 1, 1)},
    ],
    ids=["no end", "not signed", "terminated"],
)
def test_an_agreement_that_does_not_run_does_not_expire(over):
    makers.make_mou(**{"expires_on": date(2026, 4, 1)} | over)

    assert found("mous") == []


@pytest.mark.parametrize(("centre", "is_renewed"), [("b2g", True), ("gccei", False)])
def test_a_later_agreement_with_the_partner_is_a_renewal(centre, is_renewed):
    mou = makers.make_mou(expires_on=date(2026, 4, 1))
    makers.make_mou(
        partner=mou.partner,
        signed_on=date(2025, 4, 1),
        centre=makers.make_centre(centre),
    )

    assert bool(found("mous")) != is_renewed


def test_an_agreement_long_expired_is_not_overdue_for_ever():
    makers.make_mou(expires_on=date(2020, 4, 1))

    assert found("mous") == []
    assert len(found("mous", today=date(2020, 6, 30))) == 1


@pytest.mark.parametrize(
    ("fields", "is_due"),
    [
        ({"stage": "talks", "opened_on": None}, True),
        ({"stage": "confirmed", "opened_on": None}, True),
        ({"stage": "withdrawn", "opened_on": None}, False),
        ({"stage": "open"}, False),
    ],
    ids=["talks", "confirmed", "withdrawn", "open"],
)
def test_a_base_is_due_until_it_opens_or_is_given_up(fields, is_due):
    makers.make_agency(target_on=date(2019, 12, 31), **fields)

    assert bool(found("agencies")) == is_due
