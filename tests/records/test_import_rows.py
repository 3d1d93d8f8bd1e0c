"""The rows of an import as they are kept and read: page by page, narrowed, returned."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest

from records.imports import ImportRow
from support.models import ConsultingCase, Incorporation, Startup
from tests import makers
from tests.records.import_road import GOOD, MIXED, saved, shown, tried
from tests.records.samples import client_of
from tests.records.spreadsheet_files import make_xlsx

pytestmark = pytest.mark.django_db

MANY = "기업명\n" + "".join(f"기업 {number:03}\n" for number in range(120))
TWICE = "기업명\n한빛소프트\n한빛소프트\n"
TITLES = ["기업명", "접수일", "상담내용", "소요시간"]


@pytest.fixture
def officer():
    return makers.make_user()


def page(user, one, query: str = "") -> str:
    return shown(client_of(user).get(f"/imports/{one.pk}/?{query}"))


def test_every_row_of_a_file_is_kept_with_what_became_of_it(officer):
    one = tried(officer, MIXED, type_slug="incorporations")

    assert [(row.row, row.outcome) for row in one.rows.all()] == [
        (1, "not-data"),
        (2, "rejected"),
        (3, "added"),
    ]
    assert "rows" not in one.report


def test_a_later_run_takes_the_place_of_the_rows_of_the_trial(officer):
    one = saved(officer, tried(officer))

    assert one.rows.count() == 3
    assert set(
        one.rows.filter(outcome="added").values_list("record_pk", flat=True)
    ) == set(Startup.objects.values_list("pk", flat=True))


def test_all_rows_are_reached_page_by_page(officer):
    one = tried(officer, MANY)
    client, address = client_of(officer), f"/imports/{one.pk}/"
    seen = []
    while address:
        listing = client.get(address).context["listing"]
        seen += [row.row for row in listing.page.rows]
        further = listing.page.next
        address = f"/imports/{one.pk}/?after={further['after']}" if further else ""

    assert seen == list(range(2, 122))


def test_pages_are_turned_back_and_to_the_end(officer):
    one = tried(officer, MANY)
    client = client_of(officer)

    last = client.get(f"/imports/{one.pk}/?before=end").context["listing"].page
    before = last.previous["before"]
    middle = client.get(f"/imports/{one.pk}/?before={before}").context["listing"].page

    assert [row.row for row in last.rows] == list(range(72, 122))
    assert [row.row for row in middle.rows] == list(range(22, 72))
    assert not last.next
    assert middle.next


def test_a_row_is_found_by_its_number(officer):
    one = tried(officer, MANY)

    text = page(officer, one, "row=7&outcome=rejected")

    assert "기업 005" in text
    assert "기업 006" not in text


def test_rows_of_one_sheet_are_shown_alone(officer, tmp_path):
    path = make_xlsx(
        tmp_path / "a.xlsx",
        [["기업명"], ["한빛소프트"]],
        [["기업명"], ["별하우주"]],
        names=("상반기", "하반기"),
    )
    one = tried(officer, path.read_bytes(), name="a.xlsx")

    text = page(officer, one, "sheet=하반기&outcome=added")

    assert "별하우주" in text
    assert "한빛소프트" not in text


@pytest.mark.parametrize(
    "query", ["row=x", "row=99999999", "after=x", "before=-1", "page=2", "after=1e3"]
)
def test_what_cannot_be_meant_is_refused_in_a_sentence(officer, query):
    one = tried(officer)

    assert client_of(officer).get(f"/imports/{one.pk}/?{query}").status_code == 400


def test_a_page_sends_no_more_statements_for_more_rows(officer, statements):
    few, many = tried(officer), tried(officer, MANY)
    client = client_of(officer)
    client.get(f"/imports/{few.pk}/")

    asked = [
        statements(lambda one=one: client.get(f"/imports/{one.pk}/"))
        for one in (few, many)
    ]

    assert asked[0] == asked[1]


def test_a_duplicate_leads_to_the_row_it_repeats(officer):
    one = tried(officer, TWICE)

    text = page(officer, one, "outcome=duplicate")

    assert f"/imports/{one.pk}/?sheet=" in text
    assert "row=2" in text


def test_values_are_read_by_their_labels(officer):
    one = tried(officer, MIXED, type_slug="incorporations")

    text = page(officer, one, "outcome=added")

    assert "싱가포르" in text


def test_a_saved_row_leads_to_its_record(officer):
    one = saved(officer, tried(officer))
    startup = Startup.objects.get(name="한빛소프트")

    text = page(officer, one, "outcome=added")

    assert f'href="/startups/{startup.pk}/"' in text


def test_markup_in_a_cell_is_shown_as_text(officer):
    one = tried(officer, "기업명\nXSS<img src=x onerror=alert(1)>\n")

    text = page(officer, one)

    assert "<img" not in text
    assert "&lt;img" in text


def returned(user, one) -> bytes:
    response = client_of(user).get(f"/imports/{one.pk}/rejected/")
    assert response.status_code == 200
    return response.getvalue()


def test_rejected_rows_come_back_with_their_reason_and_can_be_put_right(officer):
    one = saved(
        officer, tried(officer, MIXED, type_slug="incorporations"), with_rejected="1"
    )

    book = openpyxl.load_workbook(BytesIO(returned(officer, one)))
    sheet = book["기업"]
    titles, row = sheet[1], sheet[2]
    assert [cell.value for cell in titles] == [
        "사유",
        "원본 행",
        "기업명",
        "국가",
        "설립일",
    ]
    assert "2018-13-45" in row[0].value
    assert [cell.value for cell in row[1:]] == [2, "한빛소프트", "VN", "2018-13-45"]
    assert sheet.max_row == 2

    row[4].value = "2018-03-04"
    content = BytesIO()
    book.save(content)
    again = tried(officer, content.getvalue(), name="again.xlsx", type_slug="auto")
    assert again.counts["added"] == 1
    saved(officer, again)
    assert Incorporation.objects.count() == 2


def test_returned_cells_keep_their_kinds_and_what_gave_them_their_year(
    officer, tmp_path
):
    rows = [
        ["2018년 상담일지"],
        [],
        TITLES,
        ["", date(2018, 3, 5), "번역", 1.5],
        ["한빛소프트", "3/35", "검토", 30],
    ]
    path = make_xlsx(tmp_path / "a.xlsx", rows)
    one = tried(officer, path.read_bytes(), name="a.xlsx", type_slug="cases")
    assert one.counts["rejected"] == 2

    again = openpyxl.load_workbook(BytesIO(returned(officer, one)))
    sheet = again.active
    assert sheet["C1"].value == "2018년 상담일지"
    assert sheet["D4"].value.date() == date(2018, 3, 5)
    assert sheet["D4"].is_date
    assert sheet["F4"].value == 1.5

    sheet["C4"].value, sheet["D5"].value = "별하우주", "3/25"
    content = BytesIO()
    again.save(content)
    another = tried(officer, content.getvalue(), name="b.xlsx", type_slug="cases")
    assert another.counts["added"] == 2
    saved(officer, another)
    days = ConsultingCase.objects.values_list("opened_on", flat=True)
    assert set(days) == {date(2018, 3, 5), date(2018, 3, 25)}


def test_text_that_begins_with_an_equals_sign_is_no_formula(officer):
    content = "기업명,국가,설립일\n=HYPERLINK(A1),VN,2018-13-45\n"
    one = tried(officer, content, type_slug="incorporations")

    sheet = openpyxl.load_workbook(BytesIO(returned(officer, one))).active

    assert sheet["C2"].value == "=HYPERLINK(A1)"
    assert sheet["C2"].data_type == "s"


def test_where_nothing_was_rejected_nothing_comes_back(officer):
    one = tried(officer, GOOD)
    address = f"/imports/{one.pk}/rejected/"

    assert client_of(officer).get(address).status_code == 404


def test_another_centre_gets_no_rows_back(officer):
    one = tried(officer, MIXED, type_slug="incorporations")
    stranger = client_of(makers.make_user(centre=makers.make_centre("gccei")))

    assert stranger.get(f"/imports/{one.pk}/rejected/").status_code == 404


def test_rows_go_with_their_import(officer):
    one = tried(officer)

    one.delete()

    assert not ImportRow.objects.exists()
