"""Whatever way a change of a closed year comes in by, it is refused in a sentence."""

from datetime import date
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from records import tasks
from support.models import ConsultingCase, Logged, Session
from tests import makers
from tests.figures.closes import close_year
from tests.records.evidence_files import pdf
from tests.records.import_road import saved, shown, tried
from tests.records.samples import client_of
from tests.support.test_log import entry

pytestmark = pytest.mark.django_db

YEAR = 2018
DAY = date(YEAR, 6, 15)
RESTATE = "먼저 그 연도의 정정을 여십시오."
CASES = """기업명,접수일,상담내용
한빛소프트,2018-03-05,검토
별하우주,2019-03-05,번역
가온테크,2018-04-05,자문
"""


@pytest.fixture
def centre():
    return makers.make_centre("b2g")


@pytest.fixture
def admin(centre):
    return makers.make_user("admin", centre, is_staff=True, is_superuser=True)


@pytest.fixture
def case(centre):
    return makers.make_case(opened_on=DAY, centre=centre)


# Imports


def row_of(case: ConsultingCase, day: str) -> str:
    return f"원본번호,기업명,접수일\nA-1,{case.startup.name},{day}\n"


def test_the_rows_of_a_closed_year_are_refused_and_the_others_come_in(admin, centre):
    close_year(centre, YEAR)

    one = tried(admin, CASES, type_slug="cases")
    _header, first, other, last = one.rows.order_by("row")

    outcomes = [row.outcome for row in (first, other, last)]
    assert outcomes == ["rejected", "added", "rejected"]
    assert RESTATE in first.reason
    assert RESTATE in last.reason
    one = saved(admin, one, with_rejected="on")
    assert [str(c.opened_on) for c in ConsultingCase.objects.all()] == ["2019-03-05"]


def test_a_row_that_moves_a_sealed_record_is_refused(admin, case, centre):
    case.external_id = "A-1"
    case.save()
    close_year(centre, YEAR)

    one = tried(admin, row_of(case, "2019-03-05"), type_slug="cases")

    row = one.rows.order_by("row").last()
    assert row.outcome == "rejected"
    assert RESTATE in row.reason


def test_an_import_of_a_closed_year_is_not_undone(admin, centre):
    one = saved(admin, tried(admin, CASES, type_slug="cases"))
    close_year(centre, YEAR)

    client_of(admin).post(f"/imports/{one.pk}/undo/")
    tasks.undo_import(pk=one.pk, user_pk=admin.pk)

    one.refresh_from_db()
    assert one.state == "done"
    assert ConsultingCase.objects.count() == 3
    assert RESTATE in shown(client_of(admin).get(f"/imports/{one.pk}/"))


def test_an_import_that_changed_a_record_of_a_closed_year_is_not_undone(
    admin, case, centre
):
    ConsultingCase.objects.update(external_id="A-1", opened_on=date(2017, 5, 1))
    content = row_of(case, "2018-03-05")
    one = saved(admin, tried(admin, content, type_slug="cases"))
    close_year(centre, YEAR)

    client_of(admin).post(f"/imports/{one.pk}/undo/")
    tasks.undo_import(pk=one.pk, user_pk=admin.pk)

    one.refresh_from_db()
    case.refresh_from_db()
    assert RESTATE in one.report["not_undone"]
    assert str(case.opened_on) == "2018-03-05"


# What is entered in a dialog


IN_DIALOG = {"HX-Request": "true"}


def test_a_consultation_is_not_logged_into_a_closed_year(admin, case, centre):
    close_year(centre, YEAR)
    typed = entry(
        case.startup,
        held_on="2018-07-01",
        author=admin.username,
        officers="",
        centre="b2g",
    )

    answer = shown(client_of(admin).post("/log/", typed, headers=IN_DIALOG))

    assert RESTATE in answer
    assert not Session.objects.exists()


def test_what_was_logged_before_its_year_was_closed_is_not_taken_back(
    admin, case, centre
):
    one = Logged.objects.create(key=uuid4(), by=admin, content="x")
    one.cases.add(case)
    close_year(centre, YEAR)

    answer = client_of(admin).post(f"/log/{one.key}/undo/", headers=IN_DIALOG)

    assert RESTATE in shown(answer)
    assert ConsultingCase.objects.exists()


def test_a_case_of_a_closed_year_is_not_cancelled(admin, case, centre):
    close_year(centre, YEAR)

    answer = client_of(admin).post(
        f"/cases/{case.pk}/do/cancel/", {"reason": "중복"}, headers=IN_DIALOG
    )

    assert RESTATE in shown(answer)
    case.refresh_from_db()
    assert case.status == "open"


def test_a_session_is_not_added_to_a_closed_year(admin, case, centre):
    close_year(centre, YEAR)

    answer = client_of(admin).post(
        f"/cases/{case.pk}/sessions/", {"session-held_on": "2018-07-01"}
    )

    assert RESTATE in shown(answer)
    assert not Session.objects.exists()


# The administration


def test_the_administration_says_why_it_deletes_none_of_several(admin, case, centre):
    other = makers.make_case(opened_on=date(2019, 1, 2), centre=centre)
    close_year(centre, YEAR)

    response = client_of(admin).post(
        "/admin/support/consultingcase/",
        {
            "action": "delete_selected",
            "_selected_action": [other.pk, case.pk],
            "post": "yes",
        },
    )

    assert response.status_code == 400
    assert RESTATE in response.content.decode()
    assert ConsultingCase.objects.count() == 2


def test_the_administration_says_why_it_does_not_save(admin, case, centre):
    close_year(centre, YEAR)
    client = client_of(admin)
    address = f"/admin/support/consultingcase/{case.pk}/change/"
    form = client.get(address).context["adminform"].form
    values = {name: form[name].value() for name in form.fields}
    typed = {name: value for name, value in values.items() if value not in (None, [])}

    response = client.post(address, typed | {"opened_on": "2019-01-02"})

    assert response.status_code == 400
    assert RESTATE in response.content.decode()
    case.refresh_from_db()
    assert case.opened_on == DAY


# Bulk, restoring, merging


def test_several_records_of_which_one_is_sealed_are_not_deleted(admin, case, centre):
    other = makers.make_case(opened_on=date(2019, 1, 2), centre=centre)
    close_year(centre, YEAR)
    client = client_of(admin)
    page = f"/cases/bulk/delete/?pk={case.pk}&pk={other.pk}"
    versions = client.get(page).context["versions"]

    response = client.post(page, {"reason": "중복", "versions": versions})

    assert response.status_code == 400
    assert RESTATE in response.content.decode()
    assert ConsultingCase.objects.count() == 2


def test_a_deleted_record_of_a_closed_year_is_not_restored(admin, case, centre):
    case.remove(reason="중복")
    close_year(centre, YEAR)

    response = client_of(admin).post(f"/cases/{case.pk}/restore/")

    assert response.status_code == 400
    assert RESTATE in response.content.decode()
    assert not ConsultingCase.objects.exists()


def test_start_ups_of_a_closed_year_are_not_merged(admin, case, centre):
    other = makers.make_case(opened_on=DAY, centre=centre).startup
    close_year(centre, YEAR)
    client = client_of(admin)
    address = f"/startups/{case.startup_id}/merge/"
    plan = client.get(address, {"other": other.pk}).context["plan"]

    response = client.post(
        address,
        {"other": other.pk, "seen": plan.fingerprint, "reason": "같은 회사"},
    )

    assert response.status_code == 400
    assert RESTATE in response.content.decode()
    other.refresh_from_db()
    assert not other.is_deleted


def test_evidence_is_attached_to_a_record_of_a_closed_year(admin, case, centre):
    close_year(centre, YEAR)

    response = client_of(admin).post(
        f"/cases/{case.pk}/files/", {"files": SimpleUploadedFile("근거.pdf", pdf())}
    )

    assert response.status_code == 302
