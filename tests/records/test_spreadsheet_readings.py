"""Cells as the values of fields: with what is about them, and what is said of them."""

import contextlib
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import WINDOWS_EPOCH

from delegations.models import Visit
from records.form_fields import CodesField
from records.spreadsheets import readings
from records.spreadsheets.readings import Context
from records.words import Words
from records.written_values import NotUnderstood, is_unsure


def context(**fields) -> Context:
    return Context(**{"year": 2018, "epoch": WINDOWS_EPOCH} | fields)


# Days


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2017.8.31 ~ 9.2", date(2017, 8, 31), date(2017, 9, 2)),
        ("9.3~9.5", date(2018, 9, 3), date(2018, 9, 5)),
        ("2018.9.3~5", date(2018, 9, 3), date(2018, 9, 5)),
        ("2018.9.3(월) ~ 9.5(수)", date(2018, 9, 3), date(2018, 9, 5)),
        ("9월 3일 ~ 5일", date(2018, 9, 3), date(2018, 9, 5)),
        ("9/3-9/5", date(2018, 9, 3), date(2018, 9, 5)),
        ("2018.9.3부터 9.5까지", date(2018, 9, 3), date(2018, 9, 5)),
        ("12.30 ~ 1.3", date(2018, 12, 30), date(2019, 1, 3)),
    ],
)
def test_two_days_in_one_cell_are_a_beginning_and_an_end(written, first, last):
    reading = readings.day(written, context())

    assert (reading.value, reading.until) == (first, last)


@pytest.mark.parametrize(
    "written", ["9.5 ~ 9.3", "9.3 ~ 2.30", "~9.3", "9.3~", "3.1~?"]
)
def test_days_that_are_no_range_are_refused(written):
    with pytest.raises(NotUnderstood):
        readings.day(written, context())


@pytest.mark.parametrize(
    "written",
    [
        "2018.9.3 오후 2시",
        "2018.9.3(월) 14:00~16:00",
        "9.3(월)14:00",
        "2018-09-03T14:30:00",
        "Sep 3, 2018",
        "3 September 2018",
        "3-Sep-2018",
    ],
)
def test_the_hour_of_a_day_is_left_out(written):
    assert readings.day(written, context()).value == date(2018, 9, 3)


def test_a_day_alone_takes_the_month_and_year_of_the_title():
    assert readings.day("5일", context(month=3)).value == date(2018, 3, 5)
    with pytest.raises(NotUnderstood):
        readings.day("5일", context())


def test_a_wrong_day_of_the_week_is_said_and_the_day_taken():
    reading = readings.day("2018.9.3(화)", context())

    assert reading.value == date(2018, 9, 3)
    assert len(reading.notes) == 1
    assert readings.day("2018.9.3(Mon)", context()).notes == []


def test_a_number_that_may_have_lost_its_zero_is_no_day():
    with pytest.raises(NotUnderstood):
        readings.day(3.1, context())
    assert readings.day("3.1", context()).value == date(2018, 3, 1)


# Numbers


@pytest.mark.parametrize(
    ("written", "count", "is_said"),
    [
        ("단장 외 8명", 9, False),
        ("홍길동 외 3인", 4, False),
        ("장관 등 12명", 12, False),
        ("총 12명", 12, False),
        ("12명(통역 1명 포함)", 12, False),
        ("약 20명", 20, True),
        ("20명 내외", 20, True),
        ("10여 명", 10, True),
        ("남 3, 여 2", 5, True),
        ("국내 3명 해외 5명", 8, True),
        ("★★★★☆", 4, False),
        ("5점", 5, False),
    ],
)
def test_people_are_counted_as_a_list_tells_them(written, count, is_said):
    reading = readings.whole_number(written, context())

    assert (reading.value, bool(reading.notes)) == (count, is_said)


@pytest.mark.parametrize(
    "written", ["5~6명", "외 8명", "20명 이상", "8명, 12명", "수십 명", "남 3, 남 2"]
)
def test_a_number_of_people_that_is_not_told_is_no_number(written):
    with pytest.raises(NotUnderstood):
        readings.whole_number(written, context())


@pytest.mark.parametrize(
    ("written", "unit", "minutes"),
    [
        (1.5, "시간", 90),
        ("2", "시간", 120),
        ("90분", "시간", 90),
        (90, "분", 90),
        ("14:00~15:30", "", 90),
        ("0:90", "", 90),
        ("60분 정도", "", 60),
    ],
)
def test_a_duration_is_in_the_unit_of_its_column(written, unit, minutes):
    assert readings.minutes(written, context(unit=unit)).value == minutes


# Amounts


@pytest.mark.parametrize(
    ("written", "unit", "amount", "currency"),
    [
        ("1,500", "백만원", 1_500_000_000, "KRW"),
        (20, "천원", 20_000, "KRW"),
        ("2.5", "(단위: 억원)", 250_000_000, "KRW"),
        ("100", "천불", 100_000, "USD"),
        ("3억", "백만원", 300_000_000, ""),
        ("$500", "천원", 500, "USD"),
        ("30", "명", 30, ""),
    ],
)
def test_a_cell_s_own_unit_beats_the_column_s(written, unit, amount, currency):
    reading = readings.amount(written, context(unit=unit))

    assert (reading.value, reading.value.currency) == (amount, currency)


@pytest.mark.parametrize("written", ["약 10억", "10여억", "10억 내외"])
def test_an_amount_that_is_about_right_is_taken_and_said(written):
    reading = readings.amount(written, context())

    assert reading.value == Decimal(1_000_000_000)
    assert len(reading.notes) == 1


@pytest.mark.parametrize(
    "written",
    [
        "10억 이상",
        "5억~6억",
        "$1.5m (17억원)",
        "USD 100 + EUR 50",
        "3억원 2만불",
        "△20",
    ],
)
def test_an_amount_that_is_not_one_amount_is_unknown(written):
    with pytest.raises(NotUnderstood):
        readings.amount(written, context(unit="백만원"))


@pytest.mark.parametrize(
    "written", ["비공개", "미정", "협의중", "협의 중", "N/A", "없음"]
)
def test_what_says_that_it_is_not_known_is_so(written):
    assert is_unsure(written)


@given(number=st.integers(1, 10**6), unit=st.sampled_from(["천원", "백만원", "억원"]))
def test_a_number_is_multiplied_by_its_column_s_unit(number, unit):
    times = {"천원": 10**3, "백만원": 10**6, "억원": 10**8}[unit]

    assert readings.amount(number, context(unit=unit)).value == number * times


@pytest.mark.parametrize(
    "reader",
    [readings.day, readings.minutes, readings.amount, readings.whole_number],
    ids=lambda reader: reader.__name__,
)
@given(
    text=st.text(
        alphabet="0123456789.,~-()월일년약여외명억만천원불$ 시간분:", max_size=10
    )
)
def test_any_text_is_read_or_refused_and_none_becomes_zero(reader, text):
    with contextlib.suppress(NotUnderstood):
        value = reader(text, context(unit="백만원")).value
        assert value != 0 or "0" in text


# Codes


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("美/日/中", ["US", "JP", "CN"]),
        ("미·일·중", ["US", "JP", "CN"]),
        ("미국 일본", ["US", "JP"]),
        ("미국과 일본", ["US", "JP"]),
        ("미국(CA, NY), 독일", ["US", "DE"]),
        ("베트남(하노이/호치민)", ["VN"]),
        ("호치민", ["VN"]),
        ("인도네시아\n말레이지아", ["ID", "MY"]),
        ("Vietnam & Thailand", ["VN", "TH"]),
        ("Trinidad & Tobago", ["TT"]),
    ],
)
def test_several_countries_are_read_however_they_are_parted(written, codes):
    field = CodesField(words=Words(Visit._meta.get_field("countries")))

    reading = readings.several_codes(field, written)

    assert (reading.value, reading.problems) == (codes, [])


def test_a_country_that_stands_for_others_too_is_said():
    field = CodesField(words=Words(Visit._meta.get_field("countries")))

    reading = readings.several_codes(field, "미국 외 3개국")

    assert reading.value == ["US"]
    assert len(reading.notes) == 1


@pytest.mark.parametrize(
    "written", ["아세안", "유럽", "중동", "동남아", "EU", "Global"]
)
def test_a_region_is_no_country(written):
    field = CodesField(words=Words(Visit._meta.get_field("countries")))

    reading = readings.several_codes(field, written)

    assert reading.value == []
    assert len(reading.problems) == 1
