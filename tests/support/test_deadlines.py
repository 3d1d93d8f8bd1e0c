"""Deadlines of cases, filings and contracts: which day, by which rule, until when."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.deadlines import all_sources, due
from records.working_days import is_working_day, months_after
from support import filing_rules
from support.models import FilingRule, OverseasFiling, Startup
from tests import makers

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 5)
START, END = date(2000, 1, 1), date(2040, 1, 1)


def found(*slugs, start=START, end=END, today=TODAY, user=None):
    user = user or makers.make_user()
    return list(due(user, start, end, today=today, slugs=slugs))


def make_preparing(**fields):
    defaults = {"status": "preparing", "filed_on": None, "route": "paris"}
    return makers.make_filing(**defaults | fields)


def make_international(**fields):
    defaults = {"route": "pct", "office": "WO", "priority_on": date(2025, 1, 15)}
    return makers.make_filing(**defaults | {"filed_on": date(2025, 12, 1)} | fields)


@pytest.mark.parametrize(
    ("kind", "months"),
    [("patent", 12), ("utility-model", 12), ("design", 6), ("trademark", 6)],
)
def test_the_priority_of_the_paris_convention_by_kind(kind, months):
    priority = date(2025, 9, 10)
    make_preparing(kind=kind, priority_on=priority)

    [deadline] = found("filings")

    assert deadline.computed_on == months_after(priority, months)
    assert deadline.base_on == priority
    assert "파리협약" in deadline.authority


@pytest.mark.parametrize(("office", "months"), [("JP", 30), ("KR", 31), ("TW", 30)])
def test_the_national_phase_by_the_offices_rule_or_the_general_one(office, months):
    priority = date(2024, 5, 10)
    make_preparing(route="pct", office=office, priority_on=priority)

    [deadline] = found("filings")

    assert deadline.computed_on == months_after(priority, months)


def test_an_international_application_in_preparation_claims_its_priority():
    make_preparing(route="pct", office="WO", priority_on=date(2025, 5, 12))

    [deadline] = found("filings")

    assert deadline.computed_on == date(2026, 5, 12)


def test_a_deadline_of_a_filing_asks_for_the_attorney_and_says_its_rule():
    make_preparing(priority_on=date(2025, 5, 12))

    [deadline] = found("filings")

    assert deadline.needs_attorney
    assert not deadline.is_verified
    assert "12" in deadline.rule
    assert deadline.base == "우선일"


def test_a_day_on_a_holiday_moves_and_says_from_where():
    make_preparing(kind="design", priority_on=date(2025, 9, 1))

    [deadline] = found("filings")

    assert deadline.is_moved
    assert deadline.computed_on == date(2026, 3, 1)
    assert deadline.due_on == date(2026, 3, 3)


@given(st.dates(date(2015, 1, 1), date(2035, 12, 31)))
def test_a_filing_is_due_on_a_working_day_never_before_the_rules_own(priority):
    startup = Startup(name="가온")
    filing = OverseasFiling(title="장치", startup=startup, priority_on=priority)
    filing.base_on = priority
    rule = FilingRule(months=12, as_of=TODAY, event="priority")
    source = next(one for one in all_sources() if one.slug == "filings")

    deadline = source.read(source.clocks[0], filing, rule)

    assert deadline.computed_on == months_after(priority, 12) <= deadline.due_on
    assert is_working_day(deadline.due_on)


@pytest.mark.parametrize("status", ["filed", "abandoned"])
def test_what_is_filed_or_given_up_is_no_longer_due(status):
    makers.make_filing(route="paris", status=status, priority_on=date(2025, 5, 12))

    assert found("filings") == []


def test_without_a_priority_date_nothing_is_claimed_to_be_due():
    make_preparing(priority_on=None)

    assert found("filings") == []


@pytest.mark.parametrize(("on", "is_found"), [(-1, False), (0, True), (1, False)])
def test_a_window_holds_the_day_moved_to(on, is_found):
    make_preparing(kind="design", priority_on=date(2025, 9, 1))
    day = date(2026, 3, 3) + timedelta(days=on)

    assert bool(found("filings", start=day, end=day)) == is_found


@pytest.mark.parametrize("day", [28, 29, 30, 31])
def test_no_end_of_a_month_falls_out_of_its_window(day):
    priority = date(2025, 8, day)
    make_preparing(kind="design", priority_on=priority)
    moved = date(2026, 3, 3)

    assert len(found("filings", start=moved, end=moved)) == 1


def test_an_international_application_waits_for_its_national_phases():
    make_international()

    [deadline] = found("international-filings")

    assert deadline.computed_on == date(2027, 7, 15)
    assert deadline.base == "우선일"


def test_without_a_priority_the_time_runs_from_the_filing():
    make_international(priority_on=None)

    [deadline] = found("international-filings")

    assert deadline.computed_on == date(2028, 6, 1)
    assert deadline.base == "출원일"


@pytest.mark.parametrize(
    ("changed", "is_due"),
    [
        ({}, False),
        ({"status": "preparing", "filed_on": None}, False),
        ({"priority_on": date(2025, 1, 16)}, True),
        ({"priority_no": "다른 번호"}, True),
        ({"route": "paris"}, True),
    ],
    ids=["entered", "in preparation", "other day", "other number", "not by PCT"],
)
def test_a_known_national_phase_of_the_same_priority_meets_it(changed, is_due):
    application = make_international()
    national = {
        "startup": application.startup,
        "route": "pct",
        "office": "US",
        "priority_on": application.priority_on,
    }
    makers.make_filing(**national | changed)

    assert bool(found("international-filings")) == is_due


@pytest.mark.parametrize("status", ["refused", "abandoned"])
def test_an_international_application_that_is_over_waits_for_nothing(status):
    make_international(status=status)

    assert found("international-filings") == []


def test_a_registered_international_mark_depends_and_expires():
    makers.make_filing(
        kind="trademark",
        route="madrid",
        office="WO",
        status="registered",
        registered_on=date(2022, 6, 1),
    )

    deadlines = found("international-filings")

    assert [one.computed_on for one in deadlines] == [
        date(2027, 6, 1),
        date(2032, 6, 1),
    ]
    assert len({one.uid for one in deadlines}) == 2


def test_what_passes_by_itself_is_overdue_for_ninety_days():
    make_international()
    over = date(2027, 7, 15)
    seen = [over + timedelta(days=days) for days in (90, 91)]

    shown = [found("international-filings", today=today) for today in seen]

    assert [len(some) for some in shown] == [1, 0]


def test_a_changed_rule_moves_the_day():
    make_preparing(route="pct", office="JP", priority_on=date(2024, 5, 10))
    FilingRule.objects.filter(code="pct-jp").update(months=32)

    [deadline] = found("filings")

    assert deadline.computed_on == date(2027, 1, 10)


def test_of_two_rules_for_the_same_the_later_holds():
    make_preparing(route="pct", office="JP", priority_on=date(2024, 5, 10))
    makers.make_filing_rule(office="JP", months=33, as_of=date(2030, 1, 1))

    [deadline] = found("filings")

    assert deadline.computed_on == date(2027, 2, 10)


def test_without_a_rule_nothing_is_due():
    make_preparing(priority_on=date(2025, 5, 12))
    FilingRule.objects.filter(code="paris-patent").update(office="TW")

    assert found("filings") == []


def test_the_rules_are_loaded_once_and_keep_what_people_changed():
    FilingRule.objects.filter(code="pct-jp").update(months=32)
    count = FilingRule.objects.count()

    filing_rules.load()

    assert FilingRule.objects.count() == count
    assert FilingRule.objects.get(code="pct-jp").months == 32


@pytest.mark.parametrize(
    ("status", "is_due"),
    [("open", True), ("waiting", True), ("closed", False), ("cancelled", False)],
)
def test_the_next_step_of_an_open_case_is_due(status, is_due):
    makers.make_case(status=status, next_step="회신", next_on=date(2026, 3, 8))

    deadlines = found("next-steps")

    assert [one.due_on for one in deadlines] == [date(2026, 3, 8)] * is_due


def test_a_contract_ends_on_its_own_day():
    makers.make_contract(ends_on=date(2026, 3, 8))
    makers.make_contract(ends_on=None)

    [deadline] = found("contracts")

    assert (deadline.due_on, deadline.is_moved) == (date(2026, 3, 8), False)
