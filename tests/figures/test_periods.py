"""Periods: whole days in Seoul, cut, moved back by years, and read from parameters."""

from calendar import isleap
from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from figures.periods import FIRST_YEAR, LAST_YEAR, Period, read_period
from records.refusals import Refusal

ONE_DAY = timedelta(days=1)

days = st.dates(date(1990, 1, 1), date(2050, 12, 31))
periods = st.lists(days, min_size=2, max_size=2).map(lambda two: Period(*sorted(two)))
years = st.integers(1990, 2050)


def are_one_after_another(parts: list[Period]) -> bool:
    return all(
        earlier.end + ONE_DAY == later.start for earlier, later in pairwise(parts)
    )


@pytest.mark.parametrize("cut", [Period.years, Period.quarters, Period.months])
@given(period=periods)
def test_parts_leave_no_day_out_and_take_none_twice(cut, period):
    parts = cut(period)

    assert (parts[0].start, parts[-1].end) == (period.start, period.end)
    assert are_one_after_another(parts)


@given(year=years)
def test_a_year_has_four_quarters_of_three_months(year):
    months = Period.of_year(year).months()
    quarters = Period.of_year(year).quarters()

    assert [len(quarter.months()) for quarter in quarters] == [3, 3, 3, 3]
    assert [month for quarter in quarters for month in quarter.months()] == months


@given(year=years)
def test_a_month_never_reaches_into_the_next(year):
    assert [
        (month.start.month, month.end.month) for month in Period.of_year(year).months()
    ] == [(month, month) for month in range(1, 13)]


@given(period=periods)
def test_no_years_before_is_the_period_itself(period):
    assert period.years_before(0) == period


@given(year=years, back=st.integers(1, 30))
def test_a_whole_year_before_is_a_whole_year(year, back):
    assert Period.of_year(year).years_before(back) == Period.of_year(year - back)


@given(year=years, back=st.integers(1, 30), month=st.integers(1, 12))
def test_a_whole_month_before_is_a_whole_month(year, back, month):
    before = Period.of_month(year, month).years_before(back)

    assert before == Period.of_month(year - back, month)


@given(period=periods, back=st.integers(1, 30))
def test_the_same_period_before_starts_and_ends_in_the_same_months(period, back):
    before = period.years_before(back)

    assert (
        before.start.year,
        before.start.month,
        before.end.year,
        before.end.month,
    ) == (
        period.start.year - back,
        period.start.month,
        period.end.year - back,
        period.end.month,
    )


@given(year=years, until=days)
def test_until_a_day_ends_on_it_in_the_year_before_too(year, until):
    until = until.replace(year=year, day=min(until.day, 27))
    period = Period.of_year(year).until(until)

    assert period.years_before(1).end == until.replace(year=year - 1)


def test_the_29th_of_february_is_the_28th_a_year_before():
    period = Period(date(2020, 1, 1), date(2020, 2, 29))

    assert period.years_before(1).end == date(2019, 2, 28)


def test_the_end_of_february_is_the_29th_in_a_leap_year_before():
    period = Period(date(2021, 1, 1), date(2021, 2, 28))

    assert period.years_before(1).end == date(2020, 2, 29)


def test_a_period_that_starts_on_the_29th_of_february_had_a_beginning_before():
    period = Period(date(2020, 2, 29), date(2020, 3, 10))

    assert period.years_before(1).start == date(2019, 2, 28)


@given(year=years)
def test_a_year_has_365_days_or_366(year):
    period = Period.of_year(year)

    assert (period.end - period.start).days + 1 == 365 + isleap(year)


def test_until_a_later_day_changes_nothing():
    assert Period.of_year(2018).until(date(2019, 5, 1)) == Period.of_year(2018)


def test_a_period_cannot_end_before_it_starts():
    with pytest.raises(Refusal, match=r"2018-01-31.*2018-02-01"):
        Period(date(2018, 2, 1), date(2018, 1, 31))


def test_a_period_may_be_one_day():
    assert Period(date(2018, 2, 1), date(2018, 2, 1)).months() == [
        Period(date(2018, 2, 1), date(2018, 2, 1))
    ]


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (Period.of_year(2018), "2018년"),
        (Period.of_month(2018, 2), "2018-02-01 ~ 2018-02-28"),
    ],
)
def test_a_period_says_its_days_unless_it_is_a_year(period, text):
    with override("ko"):
        assert str(period) == text


@pytest.mark.parametrize(
    ("params", "start", "end"),
    [
        ({"year": "2018"}, "2018-01-01", "2018-12-31"),
        ({"year": " 2018 "}, "2018-01-01", "2018-12-31"),
        ({"year": "2018", "until": "2018-08-31"}, "2018-01-01", "2018-08-31"),
        ({"year": "2020", "until": "2020-02-29"}, "2020-01-01", "2020-02-29"),
        ({"year": "2018", "until": ""}, "2018-01-01", "2018-12-31"),
        ({"year": "2018", "quarter": "3"}, "2018-07-01", "2018-09-30"),
        ({"year": "2020", "month": "2"}, "2020-02-01", "2020-02-29"),
        ({"from": "2015", "to": "2019"}, "2015-01-01", "2019-12-31"),
        ({"from": "2018-02", "to": "2018-02"}, "2018-02-01", "2018-02-28"),
        ({"from": "2018-02-03", "to": "2019"}, "2018-02-03", "2019-12-31"),
        ({"year": "2018", "from": "2018-02"}, "2018-02-01", "2018-12-31"),
        ({"year": "2018", "to": "2018-06-30"}, "2018-01-01", "2018-06-30"),
    ],
)
def test_a_period_is_read_from_parameters(params, start, end):
    period = read_period(params)

    assert (period.start.isoformat(), period.end.isoformat()) == (start, end)


@given(period=periods)
def test_a_period_is_read_back_from_its_days(period):
    params = {"from": period.start.isoformat(), "to": period.end.isoformat()}

    assert read_period(params) == period


@pytest.mark.parametrize(
    "params",
    [
        {"year": "twenty"},
        {"year": "-2018"},
        {"year": "2018.5"},
        {"year": str(FIRST_YEAR - 1)},
        {"year": str(LAST_YEAR + 1)},
        {"year": "99999999999999999999"},
        {"year": "2018", "until": "31.8.2018"},
        {"year": "2018", "until": "20180831"},
        {"year": "2018", "until": "2018-02-30"},
        {"year": "2018", "until": "2019-02-29"},
        {"year": "2018", "until": "2019-01-01"},
        {"year": "2018", "until": "2017-12-31"},
        {"year": "2018", "quarter": "0"},
        {"year": "2018", "quarter": "5"},
        {"year": "2018", "quarter": "first"},
        {"year": "2018", "month": "13"},
        {"year": "2018", "month": "-1"},
        {"from": "2019", "to": "2018"},
        {"from": "2018-02-02", "to": "2018-02-01"},
        {"from": "2018-13"},
        {"from": "2018-00", "to": "2018"},
        {"from": "2018-1", "to": "2018"},
        {"from": "0001-01-01"},
        {"from": "2018", "to": "9999-12-31"},
        {"from": "2018-01-01\n", "to": "2018"},
    ],
)
def test_what_is_no_period_is_refused(params):
    with pytest.raises(Refusal):
        read_period(params)


@pytest.mark.parametrize(
    "params",
    [
        {"year": "2018", "quarter": "1", "until": "2018-08-31"},
        {"year": "2018", "quarter": "1", "month": "3"},
        {"year": "2018", "month": "3", "until": "2018-03-10"},
        {"from": "2018", "to": "2019", "quarter": "1"},
        {"from": "2018", "until": "2018-08-31"},
    ],
)
def test_two_ways_to_say_a_period_at_once_are_refused(params):
    with pytest.raises(Refusal):
        read_period(params)


@given(text=st.text(max_size=12))
def test_whatever_stands_in_a_parameter_is_read_or_refused(text):
    for params in ({"year": text}, {"from": text}, {"year": "2018", "until": text}):
        try:
            period = read_period(params)
        except Refusal:
            continue
        period.years_before(1)
