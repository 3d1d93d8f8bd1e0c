"""Sheets and columns put right by a person, and remembered for the next file."""

import openpyxl
import pytest

from records import tasks
from records.import_profiles import ImportProfile
from records.imports import Import
from support.models import ConsultingCase, Startup
from tests import makers
from tests.records.import_road import GOOD, form_of, put_right, saved, shown, tried
from tests.records.samples import client_of
from tests.records.spreadsheet_files import make_xlsx

pytestmark = pytest.mark.django_db

STRANGE = "업체,언제,무슨 일,적바림\n한빛소프트,2018-03-05,계약서 검토,급함\n"
CASES = "기업명,접수일,상담내용,적바림\n한빛소프트,2018-03-05,계약서 검토,급함\n"
NOTE = "sheet-0-column-3"


@pytest.fixture
def officer():
    return makers.make_user()


def with_notes(user) -> Import:
    one = tried(user, CASES, type_slug="cases")
    return put_right(user, one, **{NOTE: "notes"})


def page(user, one) -> str:
    return shown(client_of(user).get(f"/imports/{one.pk}/columns/"))


def told(one, number: int = 0) -> dict:
    return one.report["sheets"][number]


def test_each_title_is_shown_with_its_first_values_and_what_it_is_read_as(officer):
    one = tried(officer, CASES, type_slug="cases")

    text = page(officer, one)

    assert "적바림" in text
    assert "급함" in text
    assert told(one)["titles"][1]["field"] == "opened_on"


def test_a_column_put_right_is_read_as_it_was_told(officer):
    one = put_right(
        officer, tried(officer, CASES, type_slug="cases"), **{NOTE: "notes"}
    )
    assert told(one)["told_by"] == "corrected"

    saved(officer, one)

    assert ConsultingCase.objects.get().notes == "급함"


def test_a_column_told_to_stay_out_stays_out(officer):
    content = "기업명,접수일,비고\n한빛소프트,2018-03-05,급함\n"
    one = tried(officer, content, type_slug="cases")

    one = put_right(officer, one, **{"sheet-0-column-2": ""})
    saved(officer, one)

    assert ConsultingCase.objects.get().notes == ""


def test_one_field_is_given_by_one_column(officer):
    one = tried(officer, CASES, type_slug="cases")
    data = form_of(one) | {NOTE: "opened_on"}

    response = client_of(officer).post(f"/imports/{one.pk}/columns/", data)

    assert response.status_code == 400
    assert "이미 “접수일” 열에서 가져옵니다" in response.content.decode()


def test_a_field_that_every_record_needs_is_missed_aloud(officer):
    one = tried(officer, CASES, type_slug="cases")

    one = put_right(officer, one, **{"sheet-0-column-1": ""})

    assert "반드시 있어야 하는데 맞춘 열이 없는 항목: 접수일" in " ".join(
        page(officer, one).split()
    )
    assert one.counts["rejected"] == 1


def test_a_file_whose_type_cannot_be_told_asks_for_it(officer):
    one = tried(officer, STRANGE, type_slug="auto")
    client = client_of(officer)
    assert one.state == "ready"

    response = client.get(f"/imports/{one.pk}/")

    assert response["Location"] == f"/imports/{one.pk}/columns/"
    assert one.report["question"] in page(officer, one)
    assert client.post(f"/imports/{one.pk}/save/").status_code == 400


def test_strange_titles_are_put_right_in_two_looks(officer):
    one = tried(officer, STRANGE, type_slug="cases")
    assert "question" in one.report

    one = put_right(officer, one)
    assert [title["title"] for title in told(one)["titles"]][:2] == ["업체", "언제"]
    fields = {"sheet-0-column-0": "startup", "sheet-0-column-1": "opened_on"}
    one = put_right(officer, one, **fields)
    saved(officer, one)

    assert ConsultingCase.objects.get().startup.name == "한빛소프트"


def test_another_type_is_recognised_anew(officer):
    one = tried(officer, GOOD, type_slug="cases")
    assert "question" in one.report

    one = put_right(officer, one, type_slug="startups")

    assert one.report["type"] == "startups"
    assert one.counts["added"] == 2


def test_a_type_one_may_not_enter_is_refused(officer):
    one = tried(officer)
    data = form_of(one) | {"type_slug": "fields"}

    response = client_of(officer).post(f"/imports/{one.pk}/columns/", data)

    assert response.status_code == 400


def test_a_sheet_is_left_out_and_the_row_of_titles_moved(officer, tmp_path):
    rows = [["기업명", "영문명"], ["이름", "English"], ["한빛소프트", "Hanbit"]]
    path = make_xlsx(tmp_path / "a.xlsx", rows, [["기업명"], ["별하우주"]])
    one = tried(officer, path.read_bytes(), name="a.xlsx")
    assert one.counts["added"] == 3

    data = form_of(one) | {"sheet-0-header": "2"}
    del data["sheet-1-is_read"]
    client_of(officer).post(f"/imports/{one.pk}/columns/", data)
    tasks.try_import(pk=one.pk)
    one.refresh_from_db()
    one = put_right(officer, one, **{"sheet-0-column-0": "name"})
    saved(officer, one)

    assert [startup.name for startup in Startup.objects.all()] == ["한빛소프트"]
    assert told(one, 1)["reason"] == "사람이 뺀 시트"


def test_a_hidden_sheet_is_brought_in_where_a_person_says_so(officer, tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["기업명"])
    book.active.append(["한빛소프트"])
    hidden = book.create_sheet("숨은 시트")
    hidden.sheet_state = "hidden"
    hidden.append(["기업명"])
    hidden.append(["별하우주"])
    book.save(tmp_path / "a.xlsx")
    one = tried(officer, (tmp_path / "a.xlsx").read_bytes(), name="a.xlsx")
    assert one.counts["added"] == 1

    one = put_right(officer, one, **{"sheet-1-is_read": "on"})

    assert one.counts["added"] == 2


def test_what_was_put_right_is_remembered_for_the_same_titles(officer):
    one = put_right(
        officer, tried(officer, CASES, type_slug="cases"), **{NOTE: "notes"}
    )
    assert not ImportProfile.objects.exists()
    saved(officer, one)

    turned = "적바림,접수일,기업명,상담내용\n천천히,2018-03-06,별하우주,번역\n"
    another = tried(officer, turned, type_slug="auto")

    assert told(another)["told_by"] == "remembered"
    assert "지난번에 맞춘 열을 썼습니다" in page(officer, another)
    saved(officer, another)
    assert ConsultingCase.objects.get(startup__name="별하우주").notes == "천천히"


def test_titles_that_say_no_type_are_told_by_what_is_remembered(officer):
    one = put_right(officer, tried(officer, STRANGE, type_slug="cases"))
    fields = {"sheet-0-column-0": "startup", "sheet-0-column-1": "opened_on"}
    saved(officer, put_right(officer, one, **fields))

    another = tried(officer, STRANGE.replace("급함", "또"), type_slug="auto")

    assert another.report["type"] == "cases"
    assert another.counts["unchanged"] == 1


def test_what_is_remembered_can_be_forgotten(officer):
    one = put_right(
        officer, tried(officer, CASES, type_slug="cases"), **{NOTE: "notes"}
    )
    saved(officer, one)
    another = tried(officer, CASES, type_slug="cases")

    address = f"/imports/{another.pk}/columns/forget/"
    client_of(officer).post(address, {"sheet": told(another)["name"]})
    tasks.try_import(pk=another.pk)

    another.refresh_from_db()
    assert told(another)["told_by"] == "recognised"
    assert client_of(officer).post(address, {"sheet": "기업"}).status_code == 400


def test_another_centre_remembers_nothing_of_it(officer):
    one = put_right(
        officer, tried(officer, CASES, type_slug="cases"), **{NOTE: "notes"}
    )
    saved(officer, one)
    stranger = makers.make_user(centre=makers.make_centre("gccei"))

    another = tried(stranger, CASES, type_slug="cases")

    assert told(another)["told_by"] == "recognised"


def test_a_colleague_puts_nothing_right(officer):
    one = tried(officer, CASES, type_slug="cases")
    colleague = client_of(makers.make_user())
    address = f"/imports/{one.pk}/columns/"

    assert colleague.get(address).status_code == 404
    assert colleague.post(address, form_of(one)).status_code == 404
    assert colleague.post(f"{address}forget/", {"sheet": "기업"}).status_code == 404


def test_nothing_is_put_right_once_it_is_saved(officer):
    one = saved(officer, tried(officer))
    client = client_of(officer)

    assert (
        client.get(f"/imports/{one.pk}/columns/")["Location"] == f"/imports/{one.pk}/"
    )
    response = client.post(f"/imports/{one.pk}/columns/", form_of(one))
    assert response.status_code == 400


def test_the_page_waits_while_the_file_is_read_again(officer):
    one = tried(officer, CASES, type_slug="cases")
    client, address = client_of(officer), f"/imports/{one.pk}/columns/"
    client.post(address, form_of(one) | {NOTE: "notes"})

    assert "every 1s" in shown(client.get(address))
    htmx = {"HX-Request": "true"}
    assert "<html" not in shown(client.get(address, headers=htmx))
    tasks.try_import(pk=one.pk)

    assert client.get(address, headers=htmx)["HX-Redirect"] == address
