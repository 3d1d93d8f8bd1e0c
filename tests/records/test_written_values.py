"""Days, durations and amounts as people write them: read as meant, or refused."""

import contextlib
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.money import WON, Currency, amount_text
from records.written_values import NotUnderstood, amounts, days, durations

TODAY = date(2026, 11, 22)

some_day = st.dates(date(1950, 1, 1), date(2070, 12, 31))
near_day = st.dates(date(1990, 1, 1), date(2030, 12, 31))


# Days


@pytest.mark.parametrize(
    "form",
    [
        "{0:%Y-%m-%d}",
        "{0.year}-{0.month}-{0.day}",
        "{0.year}.{0.month}.{0.day}",
        "{0.year}. {0.month}. {0.day}.",
        "{0.year}/{0.month}/{0.day}",
        "{0:%Y%m%d}",
        "{0.year}년 {0.month}월 {0.day}일",
        "{0.year}년{0.month}월{0.day}일",
        "{0.year}.{0.month}.{0.day}(월)",
    ],
)
@given(day=some_day)
def test_every_written_form_of_a_day_reads_back(form, day):
    assert days.read(form.format(day), today=TODAY) == day


@pytest.mark.parametrize("form", ["{0:%y}-{0.month}-{0.day}", "{0:%y.%m.%d}"])
@given(day=near_day)
def test_a_two_digit_year_stands_first(form, day):
    assert days.read(form.format(day), today=TODAY) == day


@pytest.mark.parametrize(
    "form", ["{0.month}/{0.day}", "{0.month}.{0.day}", "{0.month}월 {0.day}일"]
)
@given(today=near_day, ago=st.integers(0, 364))
def test_a_day_without_its_year_is_the_last_one_until_today(form, today, ago):
    day = today - timedelta(days=ago)

    assert days.read(form.format(day), today=today) == day


@given(today=near_day, other=near_day)
def test_a_day_without_its_year_is_never_a_future_one(today, other):
    assert days.read(f"{other.month}/{other.day}", today=today) <= today


@pytest.mark.parametrize(
    ("written", "ago"),
    [("오늘", 0), ("today", 0), ("Today ", 0), ("어제", 1), ("yesterday", 1)],
)
def test_a_day_may_be_said_from_today(written, ago):
    assert days.read(written, today=TODAY) == TODAY - timedelta(days=ago)


@pytest.mark.parametrize("written", ["오늘", "어제", "3/5"])
def test_a_file_cannot_say_a_day_from_today(written):
    with pytest.raises(NotUnderstood):
        days.read(written)


@pytest.mark.parametrize("written", ["2/30", "13/1", "0/5", "5.3.2018", "곧", "2018"])
def test_what_is_no_day_is_refused_with_what_was_found(written):
    with pytest.raises(NotUnderstood, match=written):
        days.read(written, today=TODAY)


@given(text=st.text(max_size=12))
def test_any_text_is_a_day_or_refused(text):
    with contextlib.suppress(NotUnderstood):
        days.read(text, today=TODAY)


# Durations


@given(minutes=st.integers(1, 1440))
def test_a_duration_reads_back_as_it_is_told(minutes):
    assert durations.read(durations.text(minutes)) == minutes


# Amounts


@pytest.mark.parametrize(
    ("written", "number", "currency"),
    [
        ("1,113억", 111_300_000_000, ""),
        ("3천만", 30_000_000, ""),
        ("1억 2천", 120_000_000, ""),
        ("1억2천만원", 120_000_000, "KRW"),
        ("1억 2천3백", 123_000_000, ""),
        ("1조 2,000억", 1_200_000_000_000, ""),
        ("1조 2천", 1_200_000_000_000, ""),
        ("69조3,822억원", 69_382_200_000_000, "KRW"),
        ("7만8,872", 78_872, ""),
        ("500만원", 5_000_000, "KRW"),
        ("천만원", 10_000_000, "KRW"),
        ("1.5억", 150_000_000, ""),
        ("1,000천원", 1_000_000, "KRW"),
        ("20백만원", 20_000_000, "KRW"),
        ("₩1,234", 1234, "KRW"),
        ("금1,234원", 1234, "KRW"),
        ("2.5m", 2_500_000, ""),
        ("USD 2.5m", 2_500_000, "USD"),
        ("$2.5M", 2_500_000, "USD"),
        ("US$ 2.5 million", 2_500_000, "USD"),
        ("3만불", 30_000, "USD"),
        ("5백만 달러", 5_000_000, "USD"),
        ("EUR 100k", 100_000, "EUR"),
        ("1,500.50유로", Decimal("1500.50"), "EUR"),
        ("HK$3m", 3_000_000, "HKD"),
        ("￦１，０００", 1000, "KRW"),
        ("△20", -20, ""),
        ("(1,234)", -1234, ""),
    ],
)
def test_an_amount_is_read_as_it_is_meant(written, number, currency):
    amount = amounts.read(written)

    assert (amount, amount.currency) == (number, currency)


@pytest.mark.parametrize("written", ["1억 2천원", "1억 500", "1조 500", "1억 2천 500"])
def test_what_can_be_two_amounts_is_not_guessed(written):
    with pytest.raises(NotUnderstood, match=written):
        amounts.read(written)


@pytest.mark.parametrize(
    "written",
    [
        "비공개",
        "미정",
        "억",
        "원",
        "일억",
        "약 3억",
        "1,23",
        "1e9",
        "USD 3유로",
        "3억 2조",
    ],
)
def test_what_is_no_amount_is_refused_with_what_was_found(written):
    with pytest.raises(NotUnderstood, match=written):
        amounts.read(written)


@given(won=st.integers(0, 10**15))
def test_the_exact_amount_told_reads_back(won):
    exact = amount_text(won, WON).partition(" (")[0]

    assert amounts.read(exact) == won


@pytest.mark.parametrize("form", ["{} {:,}", "{}{:,}"])
@given(code=st.sampled_from(Currency.values), number=st.integers(0, 10**12))
def test_an_amount_may_be_written_with_any_currencys_code(form, code, number):
    amount = amounts.read(form.format(code, number))

    assert (amount, amount.currency) == (number, code)


@given(number=st.integers(1, 9999), unit=st.sampled_from("만억조"))
def test_large_units_multiply(number, unit):
    assert amounts.read(f"{number:,}{unit}원") == number * amounts.BIG[unit]


@given(text=st.text(max_size=12))
def test_any_text_is_an_amount_or_refused(text):
    with contextlib.suppress(NotUnderstood):
        amounts.read(text)
