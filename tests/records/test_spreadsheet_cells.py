from datetime import date, datetime, time, timedelta

import pytest

from records.spreadsheets import cells
from records.spreadsheets.cells import NotUnderstood

THE_DAY = date(2018, 3, 5)


@pytest.mark.parametrize(
    "written",
    [
        datetime(2018, 3, 5),  # noqa: DTZ001  (as a workbook gives it)
        datetime(2018, 3, 5, 14, 30),  # noqa: DTZ001
        date(2018, 3, 5),
        "2018-03-05",
        "2018.3.5",
        "2018. 3. 5.",
        "2018/3/5",
        "18-03-05",
        "18.3.5",
        "'18.3.5",
        "2018년 3월 5일",
        "20180305",
        20180305,
        20180305.0,
        43164,
        43164.6,
        "43164",
        "2018.3.5(월)",
        "2018. 3. 5.(월요일)",
        "2018.3.5 (Mon)",
        "2018-03-05 14:30",
        "２０１８．３．５",
        " 2018.3.5  ",
    ],
)
def test_a_day_is_read_however_it_is_written(written):
    assert cells.day(written) == THE_DAY


@pytest.mark.parametrize("written", ["3월 5일", "3/5", "3.5", "3월5일(월)"])
def test_a_day_without_a_year_takes_the_title_s(written):
    assert cells.day(written, year=2018) == THE_DAY
    with pytest.raises(NotUnderstood):
        cells.day(written)


def test_a_day_written_last_first_is_read_where_it_can_only_be_one():
    assert cells.day("25.3.2018") == date(2018, 3, 25)
    assert cells.day("3/25/2018") == date(2018, 3, 25)
    with pytest.raises(NotUnderstood):
        cells.day("5.3.2018")


def test_a_two_digit_year_that_may_stand_last_is_not_guessed():
    assert cells.day("05-03-18") == date(2005, 3, 18)
    assert cells.day("17-12-29", year=2018) == date(2017, 12, 29)
    with pytest.raises(NotUnderstood):
        cells.day("05-03-18", year=2018)


def test_two_digit_years_reach_into_the_last_century():
    assert cells.day("98-03-05") == date(1998, 3, 5)


@pytest.mark.parametrize(
    "written",
    [
        "2018-02-30",
        "2018.13.5",
        "2018.6",
        "7월중",
        "미정",
        "2108-03-05",
        "1700-01-01",
        "60",
        7,
        True,
        "",
        "2018-03-05~2018-03-07",
    ],
)
def test_what_is_no_day_is_refused(written):
    with pytest.raises(NotUnderstood):
        cells.day(written, year=2018)


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        (60, 60),
        (60.0, 60),
        ("60", 60),
        ("60분", 60),
        ("30 분", 30),
        ("약 60분", 60),
        ("30min", 30),
        ("1.5h", 90),
        ("2h", 120),
        ("1시간", 60),
        ("1시간 30분", 90),
        ("1시간반", 90),
        ("1:30", 90),
        ("６０", 60),
        (time(1, 0), 60),
        (timedelta(hours=1, minutes=30), 90),
    ],
)
def test_a_duration_is_read_in_minutes(written, minutes):
    assert cells.minutes(written) == minutes


@pytest.mark.parametrize("written", ["종일", "몰라", "-30", 1.5, "1.555h", "오전"])
def test_what_is_no_duration_is_refused(written):
    with pytest.raises(NotUnderstood):
        cells.minutes(written)


@pytest.mark.parametrize(
    ("written", "number"),
    [(3, 3), (3.0, 3), ("1,234,567", 1234567), ("３", 3), ("12명", 12), ("-5", -5)],
)
def test_a_whole_number_is_read_with_commas_and_counting_words(written, number):
    assert cells.whole_number(written) == number


@pytest.mark.parametrize("written", ["열", "1,23", "3.5", "", True, time(1, 0), "1e5"])
def test_what_is_no_whole_number_is_refused(written):
    with pytest.raises(NotUnderstood):
        cells.whole_number(written)


def test_yes_and_no_are_read_as_people_mark_them():
    assert cells.yes_or_no("O") is True
    assert cells.yes_or_no("아니오") is False
    with pytest.raises(NotUnderstood):
        cells.yes_or_no("글쎄")


def test_a_number_in_a_text_column_has_no_decimal_point_added():
    assert cells.text(9998698765.0) == "9998698765"


def test_a_nul_byte_and_markup_stay_text():
    assert cells.text("a\x00b <script>") == "ab <script>"
