"""How far a target is reached, and whether that is enough by now."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st

from figures.achievement import Code, achievement, usual_shares
from figures.periods import Period
from figures.registry import get
from tests import makers

YEAR = Period.of_year(2023)
FLOW, STOCK = "consulting-cases", "mous-in-force"


def reached(total, *, target=100, today=date(2023, 12, 31), slug=FLOW, **more):
    period = more.pop("period", YEAR)
    return achievement(
        get(slug), Decimal(target), Decimal(total), period, today=today, **more
    )


def test_without_a_target_there_is_no_achievement():
    assert achievement(get(FLOW), None, Decimal(5), YEAR, today=YEAR.end) is None


@pytest.mark.parametrize(
    ("total", "code"), [(100, "green"), (99, "amber"), (80, "amber"), (79, "red")]
)
def test_a_year_that_is_over_is_held_against_the_whole_target(total, code):
    found = reached(total)

    assert (found.expected, found.status.code) == (100, code)


def test_a_running_year_expects_as_much_as_of_its_days_are_over():
    found = reached(50, target=365, today=date(2023, 3, 11))

    assert found.expected == 70
    assert found.status.code == Code.RED


def test_a_period_of_the_year_expects_no_more_than_its_days():
    period = YEAR.until(date(2023, 3, 11))

    assert reached(70, target=365, period=period).expected == 70


def test_the_usual_share_is_expected_where_it_is_known():
    found = reached(30, today=date(2023, 6, 30), share=Fraction(3, 10))

    assert (found.expected, found.status.code) == (30, Code.GREEN)


def test_a_stock_is_expected_whole_on_every_day():
    found = reached(80, today=date(2023, 1, 2), slug=STOCK, share=Fraction(1, 10))

    assert (found.expected, found.status.code) == (100, Code.AMBER)


def test_before_the_year_begins_nothing_is_expected():
    assert reached(0, today=date(2022, 11, 1)).expected == 0


def test_the_words_say_whether_the_year_is_over():
    running = reached(1, today=date(2023, 6, 30)).status
    over = reached(1).status

    assert running.code == over.code == Code.RED
    assert running.text != over.text


@override_settings(TARGET_GREEN_FROM=90, TARGET_AMBER_FROM=50)
@pytest.mark.parametrize(("total", "code"), [(90, "green"), (50, "amber"), (49, "red")])
def test_the_thresholds_are_a_setting(total, code):
    assert reached(total).status.code == code


@given(
    target=st.integers(1, 10**13),
    totals=st.tuples(st.integers(0, 10**13), st.integers(0, 10**13)).map(sorted),
    days=st.tuples(
        st.dates(date(2022, 1, 1), date(2024, 12, 31)),
        st.dates(date(2022, 1, 1), date(2024, 12, 31)),
    ).map(sorted),
)
def test_more_is_never_worse_and_later_never_expects_less(target, totals, days):
    order = [Code.RED, Code.AMBER, Code.GREEN]
    less, more = (reached(total, target=target, today=days[0]) for total in totals)
    early, late = (reached(totals[0], target=target, today=day) for day in days)

    assert order.index(less.status.code) <= order.index(more.status.code)
    assert 0 <= early.expected <= late.expected <= target
    assert 0 <= float(less.reached) <= 100


def make_cases(counts: dict[date, int], centre) -> None:
    for day, number in counts.items():
        for _time in range(number):
            makers.make_case(opened_on=day, centre=centre)


@pytest.mark.django_db
def test_the_usual_share_is_that_of_the_same_days_of_three_years():
    centre = makers.make_centre("b2g")
    for year, early, late in ((2020, 1, 1), (2021, 2, 0), (2022, 0, 4)):
        make_cases({date(year, 3, 1): early, date(year, 9, 1): late}, centre)

    shares = usual_shares([get(FLOW)], YEAR, centre, today=date(2023, 6, 30))

    assert shares == {FLOW: Fraction(3, 8)}


@pytest.mark.django_db
def test_a_year_that_counted_nothing_leaves_it_to_the_days():
    centre = makers.make_centre("b2g")
    make_cases({date(2021, 3, 1): 1, date(2022, 3, 1): 1}, centre)

    assert usual_shares([get(FLOW)], YEAR, centre, today=date(2023, 6, 30)) == {}


@pytest.mark.django_db
def test_the_shares_of_many_figures_are_one_statement(statements):
    def ask(*figures):
        usual_shares(figures, YEAR, None, today=date(2023, 6, 30))

    of_many = statements(lambda: ask(get(FLOW), get("visits"), get(STOCK)))
    assert of_many == statements(lambda: ask(get(FLOW)))


@pytest.mark.django_db
def test_a_year_that_is_over_needs_no_statement(statements):
    asked = statements(lambda: usual_shares([get(FLOW)], YEAR, None, today=YEAR.end))

    assert asked == 0
