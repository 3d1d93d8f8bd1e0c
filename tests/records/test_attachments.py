"""Evidence: attached by who may change a record, served to who may see it, kept."""

import hashlib
import io
import json
import unicodedata
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import DatabaseError, IntegrityError, transaction

from records.attachments import Attachment
from records.files.attaching import RefusedFiles, attach, safe_name
from tests import makers
from tests.records import evidence_files as files
from tests.records.samples import (
    READERS,
    client_of,
    each_record_type,
    make_one,
    sign_in,
    sign_in_national,
)

pytestmark = pytest.mark.django_db

MEGABYTE = 1024 * 1024


@pytest.fixture(autouse=True)
def root(settings, tmp_path) -> Path:
    settings.FILES_ROOT = tmp_path / "files"
    return settings.FILES_ROOT


@pytest.fixture
def case():
    return makers.make_case(title="베트남 상담")


def upload(name: str = "견적서.pdf", data: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, files.pdf(name) if data is None else data)


def make_attachment(record, *uploads, **fields) -> Attachment:
    fields = {"user": makers.make_user(), "description": ""} | fields
    return attach(record, list(uploads) or [upload()], **fields)[0]


def post(client, record, *uploads, follow=True, **data):
    address = f"/{record.record_type.slug}/{record.pk}/files/"
    return client.post(address, {"files": uploads, **data}, follow=follow)


def page_of(client, record) -> str:
    response = client.get(record.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


def served(client, address: str):
    """The answer, its file read to the end, which closes it."""
    response = client.get(address)
    response.body = response.getvalue()
    return response


def kept(root: Path) -> list[Path]:
    return [path for path in root.rglob("*") if path.is_file()]


# Attaching


@each_record_type
def test_every_record_takes_evidence_and_shows_it(kind):
    record = make_one(kind)
    client = sign_in()

    response = post(client, record, upload("계약서.pdf"))

    assert response.redirect_chain == [(f"{record.get_absolute_url()}#files", 302)]
    assert "계약서.pdf" in page_of(client, record)


def test_a_code_list_has_no_evidence():
    entry = makers.make_field()

    assert sign_in("admin").get(f"/fields/{entry.pk}/files/").status_code == 404
    assert "증빙자료" not in page_of(sign_in("admin"), entry)


def test_what_is_kept_is_what_was_sent(case):
    user = makers.make_user()
    data = files.office("xlsx", "견적")

    post(client_of(user), case, upload("견적.xlsx", data), description="1차 견적")

    [file] = Attachment.objects.of(case)
    assert (file.kind, file.size, file.uploaded_by) == ("xlsx", len(data), user)
    assert file.sha256 == hashlib.sha256(data).hexdigest()
    assert file.description == "1차 견적"
    assert served(client_of(user), f"/files/{file.pk}/").body == data


def test_several_files_are_attached_at_once(case):
    post(sign_in(), case, upload("하나.pdf"), upload("둘.png", files.png()))

    assert [file.name for file in Attachment.objects.of(case)] == ["하나.pdf", "둘.png"]


def test_one_wrong_file_and_nothing_is_saved(case, root):
    web_page = upload("가짜.jpg", b"<html><script>alert(1)</script></html>")
    empty = upload("빈.pdf", b"")

    text = post(sign_in(), case, upload("계약서.pdf"), web_page, empty).content.decode()

    assert "저장되지 않았습니다" in text
    assert "“가짜.jpg”" in text
    assert "“빈.pdf”" in text
    assert not Attachment.objects.exists()
    assert kept(root) == []


def test_no_file_is_said(case):
    text = sign_in().post(f"/cases/{case.pk}/files/", {}).content.decode()

    assert "선택한 파일이 없습니다" in text


def test_a_long_description_is_refused(case):
    text = post(sign_in(), case, upload(), description="가" * 201).content.decode()

    assert "200자" in text
    assert not Attachment.objects.exists()


def test_the_same_file_twice_is_said(case):
    post(sign_in(), case, upload("원본.pdf", files.pdf()))

    text = post(sign_in(), case, upload("사본.pdf", files.pdf())).content.decode()

    assert "내용이 같은 파일이 이미" in text
    assert Attachment.objects.of(case).count() == 1


def test_the_same_file_chosen_twice_is_said(case):
    one, again = upload("하나.pdf", files.pdf()), upload("둘.pdf", files.pdf())

    text = post(sign_in(), case, one, again).content.decode()

    assert "두 번" in text
    assert not Attachment.objects.exists()


def test_two_records_share_the_bytes_of_one_file(case, root):
    make_attachment(case, upload("하나.pdf", files.pdf()))
    make_attachment(makers.make_case(), upload("둘.pdf", files.pdf()))

    assert Attachment.objects.count() == 2
    assert len(kept(root)) == 1


def test_a_file_that_is_too_large_is_refused(case, settings):
    settings.LARGEST_FILE = MEGABYTE
    data = files.pdf("x" * MEGABYTE)

    text = post(sign_in(), case, upload("큰.pdf", data)).content.decode()

    assert "1.0 MB입니다. 한 파일은 1 MB까지" in text


def test_a_request_that_is_too_large_is_not_kept(case, settings):
    settings.LARGEST_UPLOAD = MEGABYTE
    data = files.pdf("x" * (3 * MEGABYTE))

    text = post(sign_in(), case, upload("큰.pdf", data)).content.decode()

    assert "한 번에 3 MB는 너무 큽니다" in text
    assert not Attachment.objects.exists()


def test_a_file_of_many_megabytes_passes_in_pieces(case, settings):
    settings.LARGEST_FILE = 20 * MEGABYTE
    data = files.pdf("x" * (8 * MEGABYTE))

    post(sign_in(), case, upload("큰.pdf", data))

    [file] = Attachment.objects.of(case)
    assert file.sha256 == hashlib.sha256(data).hexdigest()


def test_a_failure_on_the_disk_leaves_nothing(case, root, monkeypatch):
    def full(number):
        raise OSError("no space left on device")

    monkeypatch.setattr("os.fsync", full)

    with pytest.raises(OSError, match="no space"):
        make_attachment(case)

    assert not Attachment.objects.exists()
    assert kept(root) == []


# Names


@pytest.mark.parametrize(
    ("given", "kept_as"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\문서\\견적.pdf", "견적.pdf"),
        (unicodedata.normalize("NFD", "한글견적.pdf"), "한글견적.pdf"),
        ("\u202efdp.exe.pdf", "fdp.exe.pdf"),
        ("a\x00b\n.pdf", "ab.pdf"),
        ('a<b>"c|d?.pdf', "a_b__c_d_.pdf"),
        ("...pdf", "pdf"),
        (".htaccess", "htaccess"),
        ("", "파일"),
        ("가" * 300 + ".pdf", "가" * 196 + ".pdf"),
    ],
)
def test_a_name_is_made_safe(given, kept_as):
    assert safe_name(given) == kept_as


def test_no_name_is_part_of_a_path(case, root):
    make_attachment(case, upload("../../밖으로.pdf"))

    [path] = kept(root)
    [file] = Attachment.objects.of(case)
    assert path == root / file.sha256[:2] / file.sha256[2:4] / file.sha256


# Serving


def test_a_document_is_saved_by_the_browser_under_its_korean_name(case):
    file = make_attachment(case, upload("견적서 1.pdf"))

    response = served(sign_in(), f"/files/{file.pk}/")

    assert response["Content-Disposition"] == (
        "attachment; filename*=utf-8''%EA%B2%AC%EC%A0%81%EC%84%9C%201.pdf"
    )
    assert response["Content-Type"] == "application/pdf"


@pytest.mark.parametrize("code", ["png", "pdf"])
def test_what_is_served_can_do_nothing(case, code):
    file = make_attachment(case, upload(f"증빙.{code}", files.GOOD[code]()))

    response = served(sign_in(), f"/files/{file.pk}/")

    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert response["Cache-Control"] == "private, no-store"


def test_a_picture_is_shown(case):
    file = make_attachment(case, upload("사진.png", files.png()))

    response = served(sign_in(), f"/files/{file.pk}/")

    assert response["Content-Disposition"].startswith("inline")
    assert response["Content-Type"] == "image/png"


@pytest.mark.parametrize("role", ["viewer", "officer", "manager", "admin", "auditor"])
def test_whoever_may_see_the_record_may_open_its_file(case, role):
    file = make_attachment(case)

    assert served(sign_in(role), f"/files/{file.pk}/").status_code == 200


def test_another_centre_finds_no_file(case):
    file = make_attachment(case)
    stranger = sign_in("manager", "gccei")

    assert stranger.get(f"/files/{file.pk}/").status_code == 404
    assert stranger.get(f"/cases/{case.pk}/files/").status_code == 404
    assert stranger.get(f"/api/v1/files/{file.pk}/").status_code == 404
    assert stranger.get(f"/api/v1/cases/{case.pk}/files/").status_code == 404


def test_national_staff_open_the_files_of_every_centre(case):
    file = make_attachment(case)

    assert served(sign_in_national(), f"/files/{file.pk}/").status_code == 200


def test_who_is_not_signed_in_is_asked_to(case, client):
    file = make_attachment(case)

    response = client.get(f"/files/{file.pk}/")

    assert response.status_code == 302
    assert response["Location"].startswith("/sign-in/")


def test_a_role_without_the_right_to_the_type_finds_no_file(case):
    user = makers.make_user("viewer")
    file = make_attachment(case)
    type(user).objects.filter(pk=user.pk).update(role="none")
    user.refresh_from_db()

    assert served(client_of(user), f"/files/{file.pk}/").status_code == 404


def test_the_file_of_a_deleted_record_is_not_served_until_it_is_restored(case):
    file = make_attachment(case)
    client = sign_in()

    case.remove(reason="실수")
    assert served(client, f"/files/{file.pk}/").status_code == 404

    case.restore()
    assert served(client, f"/files/{file.pk}/").status_code == 200


def test_a_file_that_is_gone_from_the_disk_is_said(case, root):
    file = make_attachment(case)
    [path] = kept(root)
    path.unlink()

    response = served(sign_in(), f"/files/{file.pk}/")

    assert response.status_code == 400
    assert "제자리에 없습니다" in response.content.decode()


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_a_file_is_only_read_at_its_address(case, method):
    file = make_attachment(case)

    assert getattr(sign_in(), method)(f"/files/{file.pk}/").status_code == 405


# Who may


@pytest.mark.parametrize("role", READERS)
def test_readers_attach_nothing(case, role):
    client = sign_in(role)

    assert post(client, case, upload()).status_code == 403
    assert 'type="file"' not in page_of(client, case)
    assert not Attachment.objects.exists()


@pytest.mark.parametrize("role", READERS)
@pytest.mark.parametrize("action", ["withdraw", "restore"])
def test_readers_withdraw_and_restore_nothing(case, role, action):
    file = make_attachment(case)

    response = sign_in(role).post(f"/files/{file.pk}/{action}/", {"reason": "왜"})

    assert response.status_code == 403
    assert Attachment.objects.filter(pk=file.pk).exists()


def test_another_centre_attaches_and_withdraws_nothing(case):
    file = make_attachment(case)
    stranger = sign_in("officer", "gccei")

    assert post(stranger, case, upload("남.pdf")).status_code == 404
    withdrawn = stranger.post(f"/files/{file.pk}/withdraw/", {"reason": "왜"})
    assert withdrawn.status_code == 404
    assert [one.pk for one in Attachment.objects.of(case)] == [file.pk]


@pytest.mark.parametrize("action", ["withdraw", "restore"])
def test_withdrawing_and_restoring_are_posted(case, action):
    file = make_attachment(case)

    assert sign_in().get(f"/files/{file.pk}/{action}/").status_code == 405


# Withdrawing


def test_a_withdrawn_file_is_kept_and_not_served(case, root):
    file = make_attachment(case)
    client = sign_in()

    client.post(f"/files/{file.pk}/withdraw/", {"reason": "다른 기업의 서류"})

    assert served(client, f"/files/{file.pk}/").status_code == 404
    assert len(kept(root)) == 1
    assert "다른 기업의 서류" in page_of(client, case)


def test_a_file_is_withdrawn_with_a_reason_only(case):
    file = make_attachment(case)

    response = sign_in().post(f"/files/{file.pk}/withdraw/", {"reason": " "})

    assert response.status_code == 400
    assert "사유" in response.content.decode()
    assert not Attachment.objects.get(pk=file.pk).is_deleted


def test_a_withdrawn_file_is_restored(case):
    file = make_attachment(case)
    file.remove(reason="실수")

    sign_in().post(f"/files/{file.pk}/restore/")

    assert Attachment.objects.filter(pk=file.pk).exists()


def test_a_withdrawn_file_may_be_attached_anew_and_is_then_not_restored(case):
    file = make_attachment(case, upload("하나.pdf", files.pdf()))
    file.remove(reason="실수")
    make_attachment(case, upload("하나.pdf", files.pdf()))

    response = sign_in().post(f"/files/{file.pk}/restore/")

    assert response.status_code == 400
    assert "내용이 같은 파일이 이미" in response.content.decode()


# The page


def test_the_section_names_file_kind_size_person_and_digest(case):
    user = makers.make_user(name="이담당")
    file = make_attachment(case, upload("견적서.pdf"), user=user, description="1차")

    text = page_of(sign_in("viewer"), case)

    for word in ("견적서.pdf", "PDF", "이담당", "1차", file.sha256, file.sha256[:12]):
        assert word in text


def test_a_record_without_evidence_says_so(case):
    assert "첨부된 증빙자료가 없습니다" in page_of(sign_in(), case)


def test_htmx_gets_the_section_alone(case):
    answer = sign_in().post(
        f"/cases/{case.pk}/files/",
        {"files": [upload("계약서.pdf")]},
        headers={"HX-Request": "true"},
    )

    assert answer.templates[0].name == "records/_files.html"
    assert "파일 1개를 첨부했습니다" in answer.content.decode()
    assert "<html" not in answer.content.decode()


def test_htmx_gets_the_refusals_in_the_section(case):
    answer = sign_in().post(
        f"/cases/{case.pk}/files/",
        {"files": [upload("빈.pdf", b"")]},
        headers={"HX-Request": "true"},
    )

    assert "“빈.pdf”" in answer.content.decode()
    assert "<html" not in answer.content.decode()


def test_the_statements_of_a_page_do_not_grow_with_the_files(case, statements):
    client = sign_in()
    make_attachment(case)
    few = statements(lambda: page_of(client, case))

    for number in range(9):
        make_attachment(case, upload(f"{number}.pdf"))

    assert statements(lambda: page_of(client, case)) == few


# History


def test_the_history_of_the_record_shows_what_came_and_went(case):
    client = sign_in()
    post(client, case, upload("계약서.pdf"))
    file = Attachment.objects.of(case).get()
    client.post(f"/files/{file.pk}/withdraw/", {"reason": "다른 기업의 서류"})
    client.post(f"/files/{file.pk}/restore/")

    changes = client.get(f"/cases/{case.pk}/history/").context["changes"]

    restored, withdrawn, attached = [c for c in changes if "증빙자료" in c.kind]
    assert restored.kind == "증빙자료 복원"
    assert withdrawn.kind == "증빙자료 철회"
    assert withdrawn.fields == [("증빙자료", "계약서.pdf", "")]
    assert withdrawn.reason == "다른 기업의 서류"
    assert attached.fields == [("증빙자료", "", "계약서.pdf")]


def test_the_history_of_one_record_shows_no_file_of_another(case):
    make_attachment(makers.make_case())
    make_attachment(makers.make_visit())

    changes = sign_in().get(f"/cases/{case.pk}/history/").context["changes"]

    assert len(changes) == 1


# The database


def attributes(case, **changed) -> dict:
    return {
        "slug": "cases",
        "record_pk": case.pk,
        "name": "a.pdf",
        "kind": "pdf",
        "size": 1,
        "sha256": "0" * 64,
        "uploaded_by": makers.make_user(),
    } | changed


@pytest.mark.parametrize(
    "changed",
    [
        {"size": 0},
        {"sha256": "A" * 64},
        {"sha256": ""},
        {"deleted_reason": "왜"},
    ],
)
def test_the_database_refuses_what_is_not_whole(case, changed):
    with pytest.raises(IntegrityError), transaction.atomic():
        Attachment.objects.create(**attributes(case, **changed))


def test_the_database_refuses_the_same_file_twice(case):
    Attachment.objects.create(**attributes(case))

    with pytest.raises(IntegrityError), transaction.atomic():
        Attachment.objects.create(**attributes(case))


def test_two_who_attach_the_same_file_at_once_get_a_sentence(case, monkeypatch):
    make_attachment(case, upload("하나.pdf", files.pdf()))
    monkeypatch.setattr(Attachment, "validate_constraints", lambda self: None)

    with pytest.raises(RefusedFiles, match="방금"), transaction.atomic():
        make_attachment(case, upload("둘.pdf", files.pdf()))


def test_the_history_of_a_file_cannot_be_changed(case):
    make_attachment(case)
    events = Attachment.pgh_event_model.objects

    with pytest.raises(DatabaseError), transaction.atomic():
        events.update(name="다른 것.pdf")


# The API


def api_post(client, record, *uploads, **data):
    address = f"/api/v1/{record.record_type.slug}/{record.pk}/files/"
    return client.post(address, {"files": uploads, **data})


def test_the_api_attaches_lists_and_serves(case):
    client = sign_in()

    made = api_post(client, case, upload("계약서.pdf"), description="본계약")

    assert made.status_code == 201, made.content
    [file] = client.get(f"/api/v1/cases/{case.pk}/files/").json()
    assert made.json() == [file]
    assert (file["name"], file["kind"], file["description"]) == (
        "계약서.pdf",
        "pdf",
        "본계약",
    )
    data = served(client, file["url"]).body
    assert hashlib.sha256(data).hexdigest() == file["sha256"]


def test_the_api_refuses_as_the_page_does(case):
    response = api_post(sign_in(), case, upload(), upload("가짜.jpg", b"<html>"))

    assert response.status_code == 400
    [sentence] = response.json()["files"]
    assert "“가짜.jpg”" in sentence
    assert not Attachment.objects.exists()


@pytest.mark.parametrize("role", READERS)
def test_readers_attach_nothing_through_the_api(case, role):
    assert api_post(sign_in(role), case, upload()).status_code == 403


def test_another_centre_attaches_nothing_through_the_api(case):
    assert api_post(sign_in("officer", "gccei"), case, upload()).status_code == 404


def test_the_api_wants_files_not_json(case):
    address = f"/api/v1/cases/{case.pk}/files/"

    response = sign_in().post(address, {}, content_type="application/json")

    assert response.status_code == 415


def test_a_code_list_has_no_evidence_in_the_api():
    entry = makers.make_field()

    assert sign_in().get(f"/api/v1/fields/{entry.pk}/files/").status_code == 404


def test_the_schema_describes_how_files_are_sent():
    schema = sign_in().get("/api/v1/schema/?format=json").content
    paths = json.loads(schema)["paths"]

    sent = paths["/api/v1/cases/{id}/files/"]["post"]["requestBody"]["content"]
    assert list(sent) == ["multipart/form-data"]
    assert "/api/v1/files/{id}/" in paths or "/api/v1/files/{pk}/" in paths


# The administration


def test_the_administration_shows_evidence_and_changes_nothing(case):
    file = make_attachment(case)
    admin = client_of(makers.make_user("admin", is_staff=True))

    assert "견적서.pdf" in admin.get("/admin/records/attachment/").content.decode()
    page = f"/admin/records/attachment/{file.pk}"
    assert admin.get(f"{page}/change/").status_code == 200
    assert admin.post(f"{page}/delete/").status_code == 403
    assert admin.get("/admin/records/attachment/add/").status_code == 403


def test_the_administration_shows_no_evidence_of_another_centre(case):
    make_attachment(case)
    centre = makers.make_centre("gccei")
    admin = client_of(makers.make_user("admin", centre, is_staff=True))

    text = admin.get("/admin/records/attachment/").content.decode()

    assert "견적서.pdf" not in text


# check_files


def checked() -> str:
    out = io.StringIO()
    call_command("check_files", stdout=out)
    return out.getvalue()


def test_files_in_their_place_are_said_to_be_so(case):
    make_attachment(case)
    make_attachment(case, upload("둘.pdf")).remove(reason="실수")

    assert "2개" in checked()


def test_no_files_at_all_are_right():
    assert "0개" in checked()


def faults() -> str:
    with pytest.raises(CommandError) as error:
        checked()
    assert error.value.returncode == 1
    return str(error.value)


def test_a_missing_file_is_named_with_its_record(case, root):
    make_attachment(case)
    kept(root)[0].unlink()

    assert f"(cases/{case.pk} 견적서.pdf)" in faults()
    assert faults().startswith("없음")


def test_a_changed_file_is_named(case, root):
    make_attachment(case)
    with kept(root)[0].open("ab") as file:
        file.write(b"more")

    assert faults().startswith("수정")


def test_what_belongs_to_no_record_is_named(root):
    root.mkdir()
    (root / "stranger").write_bytes(b"x")

    assert f"속하지 않음: {root / 'stranger'}" in faults()
