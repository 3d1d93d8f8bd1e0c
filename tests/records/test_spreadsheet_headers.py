import pytest
from django.utils.translation import override

from records import record_types
from records.spreadsheets.headers import Titles
from records.spreadsheets.planning import titles_of
from records.spreadsheets.reading import Row, Sheet
from records.spreadsheets.sorting import not_data, year_of

LOG = ("연번", "접수일", "기업명", "상담분야", "상담내용", "담당자", "처리결과", "비고")


def sheet_of(*rows: tuple, name: str = "상담") -> Sheet:
    return Sheet(name, [Row(number, cells) for number, cells in enumerate(rows, 1)])


@pytest.fixture
def titles() -> Titles:
    return titles_of(record_types.get("cases"))


def test_the_header_is_found_below_titles_and_group_titles(titles):
    sheet = sheet_of(
        ("2018년 상담일지",),
        ("(단위: 분)",),
        ("접수", None, "기업정보", None, "상담정보"),
        LOG,
        (1, "2018-01-03", "가온"),
    )
    header = titles.header_of(sheet)
    assert header.number == 4
    assert header.columns == {
        1: "opened_on",
        2: "startup",
        3: "fields",
        4: "request",
        5: "officers",
        6: "status",
        7: "notes",
    }
    assert header.ignored == {0: "연번"}


@pytest.mark.parametrize(
    "title",
    [
        "상담\n방법",
        " 상담방법 ",
        "상담 방법",
        "channel",
        "Channel",
        "방법",
        "상담방법*",
    ],
)
def test_a_title_is_met_however_it_is_written(titles, title):
    header = titles.read(Row(1, ("접수일", "기업명", title)))
    assert header.columns[2] == "channel"


def test_a_column_may_say_more_about_a_linked_record(titles):
    header = titles.read(Row(1, ("사업자\n등록번호",)))
    assert header.columns == {0: "startup__biz_reg_no"}


def test_a_word_for_two_fields_means_the_one_that_has_no_other_column(titles):
    assert titles.read(Row(1, ("결과",))).columns == {0: "status"}
    both = titles.read(Row(1, ("status", "결과")))
    assert both.columns[0] == "status"


def test_one_field_is_taken_from_one_column(titles):
    header = titles.read(Row(1, ("접수일", "상담일자", "기업명")))
    assert list(header.columns.values()).count("opened_on") == 1
    assert header.ignored == {1: "상담일자"}


def test_a_sheet_without_the_columns_no_record_can_lack_is_not_of_the_type(titles):
    assert titles.header_of(sheet_of(("상담분야", "비고"), ("법률", None))) is None
    assert titles.header_of(sheet_of()) is None


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ((), "blank"),
        ((None, "-"), "blank"),
        (LOG, "header"),
        (("1월 소계", None, None, 29), "total"),
        (("합   계", None, None, "109건"), "total"),
        (("계", None, "3개사"), "total"),
        ((301,), "nothing"),
        (("※ 상담시간은 분 단위",), "note"),
        ((None, "작성: 김도윤 (2018.12.31)"), "note"),
    ],
)
def test_rows_that_are_no_data_are_told_from_data(titles, cells, reason):
    header = titles.header_of(sheet_of(LOG))
    with override("en"):
        assert reason in not_data(header, Row(9, cells), titles.required)


@pytest.mark.parametrize(
    "cells",
    [
        (1, "2018-01-03", "가온"),
        (None, "2018-01-03", "합계"),
        (1, None, "가온"),
        (None, "미정"),
    ],
)
def test_rows_that_may_be_data_stay_data(titles, cells):
    header = titles.header_of(sheet_of(LOG))
    assert not_data(header, Row(9, cells), titles.required) == ""


def test_a_title_gives_the_year_then_the_sheet_then_the_file(titles):
    header = titles.header_of(sheet_of(("2018년 상담일지",), LOG))
    assert (
        year_of(sheet_of(("2018년 상담일지 (2019.1.2 출력)",), LOG), header, "") == 2018
    )
    assert year_of(sheet_of(("상담일지",), LOG, name="2017년"), header, "") == 2017
    assert year_of(sheet_of(("상담일지",), LOG), header, "log_2016.xlsx") == 2016
    assert year_of(sheet_of(("상담일지",), LOG), header, "log.xlsx") is None


def test_a_title_with_two_years_gives_none(titles):
    header = titles.header_of(sheet_of(("2017년~2018년 상담일지",), LOG))
    sheet = sheet_of(("2017년~2018년 상담일지",), LOG)
    assert year_of(sheet, header, "log_2016.xlsx") is None
