"""Months and working days: how a period ends."""

from datetime import date, timedelta

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from records.working_days import (
    holiday_name,
    is_working_day,
    months_after,
    next_working_day,
)

days = st.dates(date(1990, 1, 1), date(2060, 12, 31))
months = st.integers(1, 600)


@given(days, months)
def test_a_period_ends_in_the_month_so_many_months_on(day, count):
    end = months_after(day, count)

    assert (end.year * 12 + end.month) - (day.year * 12 + day.month) == count


@given(days, months)
def test_a_period_ends_on_the_same_number_or_on_the_months_last_day(day, count):
    end = months_after(day, count)

    is_last = (end + timedelta(days=1)).day == 1
    assert end.day == day.day or (is_last and end.day < day.day)


@given(days, months)
def test_counting_on_and_back_differs_by_the_ends_of_months_alone(day, count):
    back = months_after(months_after(day, count), -count)

    assert timedelta(0) <= day - back <= timedelta(days=3)


@pytest.mark.parametrize(
    ("day", "count", "end"),
    [
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2025, 2, 28), 12, date(2026, 2, 28)),
        (date(2025, 12, 15), 1, date(2026, 1, 15)),
        (date(2024, 1, 31), 30, date(2026, 7, 31)),
    ],
)
def test_months_are_counted_as_treaties_count_them(day, count, end):
    assert months_after(day, count) == end


def test_the_calendars_ends_are_not_passed():
    assert months_after(date(9999, 12, 1), 5) == date.max
    assert months_after(date(1, 1, 1), -5) == date.min


@given(days)
def test_a_day_moves_to_a_working_day_and_never_back(day):
    moved = next_working_day(day)

    assert is_working_day(moved)
    assert day <= moved


@given(days)
def test_a_day_moves_over_closed_days_alone(day):
    moved = next_working_day(day)

    between = [day + timedelta(days=n) for n in range((moved - day).days)]
    assert not any(map(is_working_day, between))


@pytest.mark.parametrize(
    ("day", "moved"),
    [
        (date(2026, 3, 1), date(2026, 3, 3)),  # a Sunday, and the day in lieu
        (date(2026, 2, 14), date(2026, 2, 19)),  # a Saturday before Seollal
        (date(2025, 10, 3), date(2025, 10, 10)),  # Chuseok
        (date(2026, 3, 4), date(2026, 3, 4)),
    ],
)
def test_korean_holidays_and_days_in_lieu_are_closed(day, moved):
    assert next_working_day(day) == moved


def test_a_holiday_has_a_name_in_both_languages():
    with override("ko"):
        assert holiday_name(date(2026, 3, 1)) == "삼일절"
    with override("en"):
        assert "Independence" in holiday_name(date(2026, 3, 1))
    assert holiday_name(date(2026, 3, 4)) == ""
