"""Files brought in through the pages: tried first, saved on a word, own centre only."""

from hashlib import sha256

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from records import tasks
from records.imports import Import
from support.models import Incorporation, Startup
from tests import makers
from tests.records.import_road import GOOD, MIXED, saved, shown, tried, upload
from tests.records.samples import client_of, sign_in

pytestmark = pytest.mark.django_db

OF_CASES = "기업명,상담분야,상담내용,접수일\n한빛소프트,법률,계약서 검토,2018-03-05\n"


@pytest.fixture
def officer():
    return makers.make_user()


def test_an_upload_is_a_job_and_saves_nothing(officer):
    response = upload(officer)

    one = Import.objects.get()
    assert response["Location"] == f"/imports/{one.pk}/"
    assert one.state == "reading"
    assert ProcrastinateJob.objects.get().args == {"pk": one.pk}
    assert "파일을 읽고 있습니다" in shown(
        client_of(officer).get(f"/imports/{one.pk}/")
    )


def test_a_trial_says_what_would_become_of_each_row_and_saves_nothing(officer):
    one = tried(officer)

    assert one.state == "ready"
    assert one.counts["added"] == 2
    assert not Startup.objects.exists()
    assert "한빛소프트" in shown(client_of(officer).get(f"/imports/{one.pk}/"))


def test_a_word_saves_the_rows_with_their_person_in_the_history(officer):
    one = saved(officer, tried(officer))

    assert one.state == "done"
    assert bytes(one.content) == b""
    startup = Startup.objects.get(name="한빛소프트")
    history = shown(client_of(officer).get(f"/startups/{startup.pk}/history/"))
    assert officer.name in history


def test_the_type_can_be_told_from_the_column_titles(officer):
    one = tried(officer, OF_CASES, type_slug="auto")

    assert one.report["type"] == "cases"


def test_rows_that_are_right_can_be_saved_without_the_others(officer):
    one = tried(officer, MIXED, type_slug="incorporations")
    assert one.counts["rejected"] == 1

    saved(officer, one, with_rejected="1")

    assert [i.startup.name for i in Incorporation.objects.all()] == ["별하우주"]


def test_rejected_rows_are_not_passed_over_in_silence(officer):
    one = tried(officer, MIXED, type_slug="incorporations")

    response = client_of(officer).post(f"/imports/{one.pk}/save/")

    assert response.status_code == 400
    assert "거부된 행" in response.content.decode()


def test_a_rejected_row_is_shown_with_its_sentence(officer):
    one = tried(officer, MIXED, type_slug="incorporations")

    text = shown(client_of(officer).get(f"/imports/{one.pk}/"))

    assert "2018-13-45" in text
    assert "별하우주" not in text
    others = shown(client_of(officer).get(f"/imports/{one.pk}/?outcome=added"))
    assert "별하우주" in others


def test_a_file_that_cannot_be_used_says_why(officer):
    one = tried(officer, b"\x89PNG\r\n")

    assert one.state == "failed"
    assert one.message in shown(client_of(officer).get(f"/imports/{one.pk}/"))


def test_a_reason_is_in_the_language_of_who_uploaded_it(officer):
    client = client_of(officer)
    client.cookies["django_language"] = "en"
    file = SimpleUploadedFile("empty.csv", b"no,such,titles\n1,2,3\n")
    client.post("/imports/", {"file": file, "type_slug": "startups"})
    one = Import.objects.get()

    tasks.try_import(pk=one.pk)

    one.refresh_from_db()
    assert one.report["question"].startswith("No header was recognised.")


def test_what_was_given_up_is_forgotten_and_cannot_be_saved(officer):
    one = tried(officer)
    client = client_of(officer)

    client.post(f"/imports/{one.pk}/discard/")

    one.refresh_from_db()
    assert bytes(one.content) == b""
    assert not one.rows.exists()
    assert "한빛소프트" not in str(one.report)
    assert "그만두었습니다" in shown(client.get(f"/imports/{one.pk}/"))
    assert client.post(f"/imports/{one.pk}/save/").status_code == 400


def test_a_file_is_saved_once(officer):
    one = saved(officer, tried(officer))

    response = client_of(officer).post(f"/imports/{one.pk}/save/")

    assert response.status_code == 400


def test_a_colleague_sees_an_import_but_cannot_decide(officer):
    one = tried(officer)
    colleague = client_of(makers.make_user())

    assert "모든 행 저장" not in shown(colleague.get(f"/imports/{one.pk}/"))
    assert colleague.post(f"/imports/{one.pk}/save/").status_code == 404


def test_another_centre_sees_nothing_of_an_import(officer):
    one = tried(officer)
    stranger = client_of(makers.make_user(centre=makers.make_centre("gccei")))

    assert stranger.get(f"/imports/{one.pk}/").status_code == 404
    assert "기업.csv" not in shown(stranger.get("/imports/"))


@pytest.mark.parametrize("role", ["viewer", "auditor"])
def test_readers_bring_nothing_in(role):
    client = sign_in(role)

    assert client.get("/imports/").status_code == 403
    assert "/imports/" not in shown(client.get("/"))


def test_a_code_list_is_brought_in_by_those_who_keep_it(officer):
    one = tried(officer, "코드,이름\nlaw,법률2\n", type_slug="auto")
    assert one.state == "failed"

    response = upload(officer, "코드,이름\nlaw,법률2\n", type_slug="fields")
    assert response.status_code == 400


@pytest.mark.parametrize("address", ["save", "discard"])
def test_looking_at_an_address_decides_nothing(officer, address):
    one = tried(officer)

    assert client_of(officer).get(f"/imports/{one.pk}/{address}/").status_code == 405


def test_the_page_asks_again_only_while_the_worker_is_at_it(officer):
    upload(officer)
    one = Import.objects.get()
    client = client_of(officer)
    htmx = {"HX-Request": "true"}
    assert "every 1s" in shown(client.get(f"/imports/{one.pk}/", headers=htmx))

    tasks.try_import(pk=one.pk)

    answer = shown(client.get(f"/imports/{one.pk}/", headers=htmx))
    assert "every 1s" not in answer
    assert "<html" not in answer


def test_an_unknown_outcome_is_refused(officer):
    one = tried(officer)

    response = client_of(officer).get(f"/imports/{one.pk}/?outcome=<b>")

    assert response.status_code == 400


def test_an_admin_of_the_centre_decides_too_and_is_the_one_who_saved(officer):
    one = tried(officer)
    admin = makers.make_user("admin")

    one = saved(admin, one)

    assert one.saved_by == admin
    startup = Startup.objects.get(name="한빛소프트")
    history = shown(client_of(officer).get(f"/startups/{startup.pk}/history/"))
    assert admin.name in history


def test_an_admin_of_another_centre_decides_nothing(officer):
    one = tried(officer)
    admin = client_of(makers.make_user("admin", makers.make_centre("gccei")))

    assert admin.post(f"/imports/{one.pk}/save/").status_code == 404


def test_what_changed_since_the_trial_is_said(officer):
    one = tried(officer)
    makers.make_startup("한빛소프트", biz_reg_no="124-81-00998")

    one = saved(officer, one)

    assert one.state == "done"
    assert one.report["since_trial"] == {"added": [2, 1], "unchanged": [0, 1]}
    text = shown(client_of(officer).get(f"/imports/{one.pk}/"))
    assert "달라진 것이 있습니다" in text
    assert "등록 2 → 1" in text


def test_what_is_rejected_since_the_trial_saves_nothing_and_asks_again(officer):
    content = "기업명,국가,설립일\n한빛소프트,VN,2018-03-05\n"
    one = tried(officer, content, type_slug="incorporations")
    officer.role = officer.Role.VIEWER
    officer.save()

    client = client_of(officer)
    assert client.post(f"/imports/{one.pk}/save/").status_code == 403
    one.begin(Import.State.SAVING)
    tasks.save_import(pk=one.pk)

    one.refresh_from_db()
    assert one.state == "failed"
    assert not Incorporation.objects.exists()


def test_files_are_listed_with_their_numbers_page_by_page(officer):
    for _number in range(21):
        upload(officer)
    saved(officer, tried(officer))
    client = client_of(officer)

    first = client.get("/imports/")
    page = first.context["listing"].page
    second = client.get(f"/imports/?after={page.next['after']}")

    assert "저장됨" in shown(first)
    assert page.rows[0].counted["added"] == 2
    assert len(page.rows) == 20
    assert len(second.context["listing"].page.rows) == 2
    assert page.rows[0].pk > second.context["listing"].page.rows[0].pk


def test_a_file_that_was_undone_says_so(officer):
    one = saved(officer, tried(officer))
    Import.objects.filter(pk=one.pk).update(
        state="undone", undone_at=timezone.now(), undone_by=officer
    )

    client = client_of(officer)

    assert "취소됨" in shown(client.get("/imports/"))
    assert f"{officer} 취소" in shown(client.get(f"/imports/{one.pk}/"))


def test_the_file_is_known_by_its_content(officer):
    one = tried(officer)

    assert one.sha256 == sha256(GOOD.encode()).hexdigest()
