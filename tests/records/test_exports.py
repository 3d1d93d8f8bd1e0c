"""Files that go out: typed cells, the page's own order and columns, no formula run."""

import csv
import io
from datetime import date

import openpyxl
import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from records.exports import delimited, workbooks
from records.exports.tables import DAY, NUMBER, YEAR, Column, Table
from tests import makers
from tests.records.samples import each_type, make_one, sign_in, sign_in_national

pytestmark = pytest.mark.django_db
DAY_SIGNED = date(2018, 3, 5)


def workbook(client, address, **params):
    answer = client.get(address, {"format": "xlsx", **params})
    assert answer.status_code == 200
    assert answer["Content-Type"].endswith("spreadsheetml.sheet")
    return openpyxl.load_workbook(io.BytesIO(b"".join(answer)))


def lines(client, address, **params) -> list[dict]:
    answer = client.get(address, {"format": "csv", **params})
    text = b"".join(answer).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def column(sheet, title: str) -> list:
    [place] = [cell.column for cell in sheet[1] if cell.value == title]
    return [row[place - 1] for row in sheet.iter_rows(min_row=2)]


def written_to(table: Table):
    with workbooks.file_of(table) as file:
        return openpyxl.load_workbook(io.BytesIO(file.read()))


def table(*rows, columns: tuple[Column, ...] = ()) -> Table:
    made = [list(row) for row in rows]
    return Table("x", "목록", columns or (Column("가"),), made)


@each_type
def test_a_workbook_has_a_header_that_stays_and_filters(kind):
    make_one(kind)

    sheet = workbook(sign_in_national(), f"/{kind.slug}/").worksheets[0]

    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref.startswith("A1:")
    assert sheet.max_row == kind.model.objects.count() + 1


def test_days_and_amounts_are_no_texts():
    makers.make_contract(
        signed_on=DAY_SIGNED, amount="1500000", currency="KRW", title="007"
    )

    sheet = workbook(sign_in(), "/contracts/").worksheets[0]

    [day], [amount] = column(sheet, "체결일"), column(sheet, "금액")
    assert (day.value.date(), day.number_format) == (DAY_SIGNED, "yyyy-mm-dd")
    assert (amount.value, amount.number_format) == (1_500_000, "#,##0")
    assert [cell.value for cell in column(sheet, "계약명")] == ["007"]


def test_a_year_has_no_thousands_and_many_digits_are_kept():
    book = written_to(
        table(
            (2018, 9_007_199_254_740_993, date(2018, 3, 5)),
            columns=(Column("연도", YEAR), Column("원", NUMBER), Column("날", DAY)),
        )
    )

    year, amount, _day = next(book.worksheets[0].iter_rows(min_row=2))
    assert (year.value, year.number_format) == (2018, "0")
    assert amount.value == "9007199254740993"


@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=50))
def test_text_in_a_workbook_is_text(text):
    [[cell]] = written_to(table((text,))).worksheets[0].iter_rows(min_row=2, max_row=2)

    assert cell.data_type != "f"
    assert cell.value is None or isinstance(cell.value, str)


def test_a_cell_holds_no_more_than_a_spreadsheet_takes():
    [[cell]] = (
        written_to(table(("가" * 40_000,)))
        .worksheets[0]
        .iter_rows(min_row=2, max_row=2)
    )

    assert len(cell.value) == workbooks.LONGEST_TEXT


def test_a_second_sheet_says_what_the_file_holds():
    makers.make_startup("가", sector="IT")
    makers.make_startup("나", sector="BT")

    book = workbook(sign_in(), "/startups/", sector="BT", sort="-name")

    data, told = book.worksheets
    facts = {row[0]: row[1] for row in told.iter_rows(min_row=4, values_only=True)}
    assert (data.title, told.title) == ("기업", "설명")
    assert facts["조건"] == "업종: BT"
    assert facts["정렬"] == "기업명, 내림차순"
    assert facts["행"] == 1
    assert "서울" in facts["내려받은 때"]


def test_a_file_has_the_order_of_the_page():
    for name in ("나", "다", "가"):
        makers.make_startup(name)

    for sort, names in (("name", ["가", "나", "다"]), ("-name", ["다", "나", "가"])):
        found = lines(sign_in(), "/startups/", sort=sort)
        assert [line["기업명"] for line in found] == names


def test_a_file_may_have_the_columns_of_the_page_alone():
    makers.make_startup("가")

    [line] = lines(sign_in(), "/startups/", only="shown", columns="name,sector")

    assert list(line) == ["기록번호", "기업명", "업종"]


def test_headers_and_labels_follow_the_language_of_the_page():
    makers.make_startup("가", sector="OTHER")
    client = sign_in()
    client.cookies["django_language"] = "en"

    with override("en"):
        [line] = lines(client, "/startups/")

    assert line["Sector"] == "Other"


@pytest.mark.parametrize(
    "params", [{"format": "xml"}, {"only": "some", "format": "csv"}]
)
def test_what_no_file_can_be_is_refused(params):
    answer = sign_in().get("/startups/", params)

    assert answer.status_code == 400
    assert answer.context["sentence"]


def test_a_sort_that_cannot_be_is_refused_for_a_file_too():
    answer = sign_in().get("/startups/", {"format": "xlsx", "sort": "tags"})

    assert answer.status_code == 400


def broken():
    yield ["가"]
    raise OSError("the disk is gone")


def test_a_csv_that_breaks_off_says_so_in_its_last_line():
    found = []
    with override("ko"), pytest.raises(OSError, match="disk"):
        found.extend(delimited.lines_of(Table("x", "x", (Column("a"),), broken())))

    assert "완전하지 않습니다" in found[-1]


def test_a_workbook_that_breaks_off_never_leaves():
    with pytest.raises(OSError, match="disk"):
        workbooks.file_of(Table("x", "x", (Column("a"),), broken()))


def test_files_take_as_many_statements_for_many_records(statements):
    client = sign_in()

    def take_out():
        workbook(client, "/cases/")

    makers.make_case().officers.add(makers.make_user())
    take_out()
    few = statements(take_out)
    for _time in range(5):
        makers.make_case().officers.add(makers.make_user())

    assert statements(take_out) == few


def test_a_viewer_takes_out_but_only_the_own_centre():
    makers.make_visit(centre=makers.make_centre("gccei"))

    assert lines(sign_in("viewer"), "/visits/") == []
