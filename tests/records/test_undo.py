"""An import taken back: what it added goes, what it changed is as before, and what
was touched since stays."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pghistory
import pytest
from django.urls import reverse
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from accounts.models import User
from records import tasks
from records.imports import Import
from records.refusals import Refusal
from records.spreadsheets.importing import import_file
from records.spreadsheets.undoing import undo
from support.models import ConsultingCase, Session, Startup
from tests import makers
from tests.records.samples import client_of
from tests.records.spreadsheet_files import make_csv

pytestmark = pytest.mark.django_db

HEADER = ["원본번호", "접수일", "기업명", "상담내용", "담당자", "상담시간(분)"]


@pytest.fixture(autouse=True)
def in_korean():
    with override("ko"):
        yield


@pytest.fixture
def officer() -> User:
    return makers.make_user(name="김도윤")


def imported(folder, user: User, *rows, slug="cases", header=HEADER) -> Import:
    one = Import(
        user=user, centre=user.centre, language="ko", state="done", type_slug=slug
    )
    path = make_csv(folder / "상담.csv", [header, *rows])
    report = import_file(path, slug, centre=user.centre, user=user, one=one)
    assert report.is_saved, report.rejected
    return one


def row(number: int, text: str = "문의", startup: str = "한빛") -> list:
    return [number, "2018-03-05", startup, text, "김도윤", 60]


def test_what_was_added_is_withdrawn_with_what_came_with_it(tmp_path, officer):
    one = imported(tmp_path, officer, row(1), row(2))
    assert (ConsultingCase.objects.count(), Session.objects.count()) == (2, 2)

    done = undo(one, officer)

    assert (done.withdrawn, done.restored, done.kept) == (5, 0, [])
    for model in (ConsultingCase, Session, Startup):
        assert not model.objects.exists()
    case = ConsultingCase.with_deleted.first()
    assert case.deleted_reason == "가져오기 취소: 상담.csv"


def test_what_was_changed_is_as_before_with_its_links(tmp_path, officer):
    other = makers.make_user(name="박지후")
    case = makers.make_case(
        external_id="1", request="전", startup=makers.make_startup("한빛")
    )
    case.officers.set([other])
    one = imported(tmp_path, officer, row(1, "후"))
    case.refresh_from_db()
    assert (case.request, list(case.officers.all())) == ("후", [officer])

    done = undo(one, officer)

    case.refresh_from_db()
    assert (done.withdrawn, done.restored) == (0, 1)
    assert (case.request, list(case.officers.all())) == ("전", [other])


def test_what_was_edited_since_stays_and_is_named(tmp_path, officer):
    one = imported(tmp_path, officer, row(1), row(2))
    with pghistory.context(user=officer.pk):
        ConsultingCase.objects.get(external_id="1").cancel(reason="철회")

    done = undo(one, officer)

    assert [case.external_id for case in ConsultingCase.objects.all()] == ["1"]
    assert [kept.by for kept in done.kept if kept.by] == ["김도윤"]
    assert Startup.objects.exists(), "the case that stays is of it"


def test_a_company_that_others_use_by_now_stays(tmp_path, officer):
    one = imported(tmp_path, officer, row(1))
    with pghistory.context(command="by hand"):
        makers.make_case(startup=Startup.objects.get(), external_id="by hand")

    done = undo(one, officer)

    assert [case.external_id for case in ConsultingCase.objects.all()] == ["by hand"]
    assert [kept.label for kept in done.kept] == ["한빛"]


def test_an_undone_file_comes_in_again(tmp_path, officer):
    undo(imported(tmp_path, officer, row(1)), officer)

    again = imported(tmp_path, officer, row(1))

    assert again.report["counts"]["added"] == 1
    assert ConsultingCase.objects.count() == 1


def test_an_import_is_undone_once(tmp_path, officer):
    one = imported(tmp_path, officer, row(1))
    undo(one, officer)

    with pytest.raises(Refusal):
        undo(one, officer)


def test_who_deletes_nothing_undoes_nothing(tmp_path, officer):
    one = imported(tmp_path, officer, row(1))
    viewer = makers.make_user("viewer")

    with pytest.raises(Refusal):
        undo(one, viewer)

    address = f"/imports/{one.pk}/undo/"
    assert client_of(viewer).get(address).status_code == 403
    assert client_of(makers.make_user()).post(address).status_code == 403
    stranger = makers.make_user("manager", centre=makers.make_centre("gbsa"))
    assert client_of(stranger).post(address).status_code == 404
    assert ConsultingCase.objects.exists()


def test_a_manager_undoes_what_an_officer_brought_in(tmp_path, officer):
    one = imported(tmp_path, officer, row(1))

    assert undo(one, makers.make_user("manager")).withdrawn == 3


def test_the_page_says_what_would_happen_and_the_word_makes_it_a_job(tmp_path, officer):
    one = imported(tmp_path, officer, row(1))
    client = client_of(officer)
    page = client.get(reverse("import-undo", args=(one.pk,))).content.decode()
    assert "<dd>3</dd>" in page
    assert ConsultingCase.objects.exists()

    client.post(reverse("import-undo", args=(one.pk,)))
    one.refresh_from_db()
    assert one.state == "undoing"
    tasks.undo_import(pk=one.pk, user_pk=officer.pk)

    one.refresh_from_db()
    assert (one.state, one.undone_by) == ("undone", officer)
    assert one.report["undone"]["withdrawn"] == 3


def test_what_waits_for_a_word_cannot_be_undone(tmp_path, officer):
    one = imported(tmp_path, officer, row(1))
    Import.objects.update(state="ready")

    assert client_of(officer).post(f"/imports/{one.pk}/undo/").status_code == 400


# A later event belongs to the import's context unless it has its own: a test is one
# transaction, and people's edits are not.
EDITS = st.dictionaries(st.integers(1, 8), st.sampled_from(["edit", "remove", "link"]))


class UndoTest(TestCase):
    """Whatever people do in between, everything else is as before the import."""

    @given(there=st.sets(st.integers(1, 8)), edits=EDITS)
    def test_all_that_nobody_touched_is_as_before(self, there, edits):
        officer, other = makers.make_user(name="김도윤"), makers.make_user()
        startup = makers.make_startup("한빛")
        for number in there:
            case = makers.make_case(
                external_id=str(number), request=f"전 {number}", startup=startup
            )
            case.officers.set([other])
        before = state()
        rows = [row(number, f"후 {number}") for number in range(1, 9)]
        with TemporaryDirectory() as folder:
            one = imported(Path(folder), officer, *rows)
        for number, edit in edits.items():
            with pghistory.context(user=other.pk):
                touch(ConsultingCase.objects.get(external_id=str(number)), edit, other)
        touched = {str(number) for number in edits}
        left = {key: value for key, value in state().items() if key in touched}

        undo(one, officer)

        kept = {key: value for key, value in before.items() if key not in touched}
        assert state() == kept | left


def state() -> dict:
    """What is kept of each case, by its number."""
    cases = ConsultingCase.objects.prefetch_related("officers", "sessions")
    return {
        case.external_id: (
            case.request,
            case.notes,
            {user.pk for user in case.officers.all()},
            [session.minutes for session in case.sessions.all()],
        )
        for case in cases
    }


def touch(case: ConsultingCase, edit: str, other: User) -> None:
    if edit == "edit":
        case.notes = "손으로"
        case.save()
    elif edit == "remove":
        case.remove(reason="잘못")
    else:
        case.officers.add(other, makers.make_user())
