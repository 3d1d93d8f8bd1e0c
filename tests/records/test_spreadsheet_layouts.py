"""Headers as people make them, and what stands around the rows below them."""

import pytest
from django.utils.translation import override

from records import record_types
from records.spreadsheets.headers import Titles
from records.spreadsheets.planning import titles_of
from records.spreadsheets.sheets import Row, Sheet, with_merged
from records.spreadsheets.sorting import Sorted, sorted_rows

LOG = ("연번", "접수일", "기업명", "상담분야", "비고")


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
        yield


@pytest.fixture
def cases() -> Titles:
    return titles_of(record_types.get("cases"))


@pytest.fixture
def investments() -> Titles:
    return titles_of(record_types.get("investments"))


def sheet_of(*rows: tuple, merged=()) -> Sheet:
    """A sheet of these rows; `merged` as a sheet has it."""
    found = [Row(number, cells) for number, cells in enumerate(rows, 1) if any(cells)]
    return Sheet("s", with_merged(found, list(merged)), merged=list(merged))


def sorted_of(titles: Titles, sheet: Sheet) -> dict[int, Sorted]:
    header = titles.header_of(sheet)
    entries = sorted_rows(sheet, header, titles.required, "f.xlsx")
    return {entry.row.number: entry for entry in entries}


GROUPED = (
    ("투자유치 현황",),
    ("연번", "기업명", "투자", None, "비고"),
    (None, None, "일자", "금액", None),
    (1, "가온", "2018-3-1", 100),
)
GROUPED_COLUMNS = {1: "startup", 2: "paid_on", 3: "amount", 4: "notes"}


def test_a_header_of_two_rows_names_columns_by_both(investments):
    merged = [(2, 0, 3, 0), (2, 1, 3, 1), (2, 2, 2, 3), (2, 4, 3, 4)]
    header = investments.header_of(sheet_of(*GROUPED, merged=merged))
    assert (header.number, header.depth) == (3, 2)
    assert header.columns == GROUPED_COLUMNS
    assert header.titles[2] == "투자 일자"


def test_a_header_of_two_rows_is_met_without_merged_cells_too(investments):
    header = investments.header_of(sheet_of(*GROUPED))
    assert header.columns == GROUPED_COLUMNS


def test_two_columns_of_one_title_are_told_by_their_groups(investments):
    header = investments.header_of(
        sheet_of(
            ("기업명", "소개", None, "투자", None),
            ("기업명", "일자", "기관", "일자", "금액"),
            ("가온", "3/1", "x", "4/1", 100),
            merged=[(1, 1, 1, 2), (1, 3, 1, 4)],
        )
    )
    assert header.columns[3] == "paid_on"


def test_the_first_row_of_data_is_no_second_row_of_the_header(cases):
    header = cases.header_of(sheet_of(LOG, (1, None, "국가", None, None)))
    assert (header.number, header.depth) == (1, 1)


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("투자금액(백만원)", "백만원"),
        ("투자금액\n(단위 : 천원)", "천원"),
        ("금액 [천 USD]", "천USD"),
        ("금액(만불)", "만불"),
        ("투자금액(확정)", None),
        ("투자금액", None),
    ],
)
def test_the_unit_in_a_title_is_its_column_s(investments, title, unit):
    header = investments.header_of(sheet_of(("기업명", title)))
    assert header.columns[1] == "amount"
    assert header.units.get(1) == unit


def test_a_unit_above_the_table_is_of_the_columns_it_fits(investments):
    sheet = sheet_of(
        ("(단위: 억원, 건)",), ("기업명", "투자금액", "건수", "투자일"), ("가온", 3)
    )
    assert investments.header_of(sheet).units == {1: "억원"}


def test_the_unit_of_a_title_goes_before_that_of_the_table(investments):
    sheet = sheet_of(("단위: 억원",), ("기업명", "투자금액(천원)"))
    assert investments.header_of(sheet).units == {1: "천원"}


def test_a_header_further_down_begins_another_layout(cases):
    sheet = sheet_of(
        LOG,
        (1, "3/1", "가온", "법률"),
        LOG,
        (2, "3/2", "나래", "법률"),
        (),
        ("2019년 상담일지",),
        ("기업명", "담당자", "상담일자", "상담내용"),
        ("다라", "홍길동", "4/1", "내용"),
    )
    rows = sorted_of(cases, sheet)
    reasons = {number: entry.reason for number, entry in rows.items()}
    assert reasons == {
        1: "header",
        2: "",
        3: "header",
        4: "",
        5: "blank row",
        6: "above the header",
        7: "header",
        8: "",
    }
    assert rows[8].header.columns == {
        0: "startup",
        1: "officers",
        2: "opened_on",
        3: "request",
    }
    assert (rows[4].dated.year, rows[8].dated.year) == (None, 2019)


def test_rows_of_years_and_months_date_the_rows_below_them(cases):
    sheet = sheet_of(
        ("2017년 상담일지",),
        LOG,
        ("▶ 3월",),
        (1, "5일", "가온"),
        ("2018년 3월 (2건)",),
        (2, "6일", "나래"),
        ("[ 4월 ]",),
        (3, "7일", "다라"),
        ("2019년도",),
        (4, "8/1", "마바"),
    )
    rows = sorted_of(cases, sheet)
    dates = {n: (e.dated.year, e.dated.month) for n, e in rows.items() if not e.reason}
    assert dates == {4: (2017, 3), 6: (2018, 3), 8: (2018, 4), 10: (2019, None)}
    assert rows[3].reason == "heading of a month or year"


def test_columns_of_year_and_month_date_their_rows(cases):
    sheet = sheet_of(("연도", "월", "접수일", "기업명"), (2018, "3월", "5일", "가온"))
    dated = sorted_of(cases, sheet)[2].dated
    assert (dated.year, dated.month) == (2018, 3)


def test_a_list_of_codes_below_the_data_is_told_from_it(cases):
    sheet = sheet_of(
        LOG,
        (1, "3/1", "가온", "법률"),
        (),
        ("분류표",),
        ("코드", "분류명", "설명"),
        ("L", "법률", "계약"),
        (),
        ("구분", "항목"),
        ("I", "특허"),
    )
    rows = sorted_of(cases, sheet)
    listed = [n for n, entry in rows.items() if entry.reason == "code list"]
    assert listed == [4, 5, 6, 8, 9]


def test_a_list_of_codes_beside_the_data_gives_no_column(cases):
    titles = ("접수일", "기업명", None, "코드", "분야")
    sheet = sheet_of(
        titles, ("3/1", "가온", None, "L", "법률"), (None, None, None, "I", "특허")
    )
    header = cases.header_of(sheet)
    assert header.columns == {0: "opened_on", 1: "startup"}
    assert header.ignored == {3: "코드", 4: "분야"}
    assert sorted_of(cases, sheet)[3].reason == "nothing in the columns of the type"


def test_a_blank_column_between_the_columns_parts_nothing(cases):
    header = cases.header_of(sheet_of(("접수일", None, "기업명", "분야"), ("3/1",)))
    assert header.columns == {0: "opened_on", 2: "startup", 3: "fields"}


@pytest.mark.parametrize(
    "cells",
    [
        (None, "1~3월 소계", None, "29"),
        ("총 계", None, "29건"),
        ("합계 29건",),
        (None, "이하 여백"),
        ("- 끝 -",),
    ],
)
def test_totals_and_ends_are_no_data(cases, cells):
    sheet = sheet_of(LOG, (1, "3/1", "가온", "법률"), cells)
    assert sorted_of(cases, sheet)[3].reason


def test_a_total_beside_a_merged_cell_is_a_total(cases):
    titles = ("접수일", "구분", "기업명", "상담시간")
    sheet = sheet_of(
        titles,
        ("3/1", "a", "가온", 30),
        (None, "소계", None, 30),
        merged=[(2, 0, 3, 0)],
    )
    assert sorted_of(cases, sheet)[3].reason == "subtotal or total"


@pytest.mark.parametrize(
    "mark", ["〃", "″", '"', "상동", "〃 〃", "(상동)", "위와 같음"]
)
def test_a_ditto_mark_alone_in_its_cell_means_the_cell_above(cases, mark):
    sheet = sheet_of(LOG, (1, "3/1", "가온", "법률"), (2, mark, "나래", mark))
    row = sorted_of(cases, sheet)[3].row
    assert row.cells[:4] == (2, "3/1", "나래", "법률")
    assert row.copied == {1, 3}


def test_a_ditto_mark_reaches_no_further_than_its_header(cases):
    sheet = sheet_of(
        LOG, (1, "3/1", "가온"), ("기업명", "접수일", "비고"), ("〃", "3/2", None)
    )
    assert sorted_of(cases, sheet)[4].row.cells[0] == "〃"


def test_a_cell_struck_through_in_part_is_noted(cases):
    sheet = sheet_of(LOG, (1, "3/1", "가온"))
    sheet.rows[1] = Row(2, (1, "3/1", "가온"), struck=frozenset((0, 2)))
    assert sorted_of(cases, sheet)[2].notes == ("Struck through in part: 기업명.",)


def test_hidden_rows_are_named_and_left_out(cases):
    sheet = sheet_of(LOG, (1, "3/1", "가온"))
    sheet.rows[1] = Row(2, (1, "3/1", "가온"), is_hidden=True)
    entry = sorted_of(cases, sheet)[2]
    assert (entry.reason, entry.is_hidden) == ("hidden row", True)
    sheet.is_filtered = True
    assert sorted_of(cases, sheet)[2].reason == ""
