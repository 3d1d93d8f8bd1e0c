"""The road of an import as a test walks it: up, tried, put right, saved."""

from django.core.files.uploadedfile import SimpleUploadedFile

from records import tasks
from records.imports import Import
from tests.records.samples import client_of

GOOD = "기업명,사업자등록번호\n한빛소프트,124-81-00998\n별하우주,\n"
MIXED = "기업명,국가,설립일\n한빛소프트,VN,2018-13-45\n별하우주,SG,2018-03-05\n"


def upload(user, content: str | bytes = GOOD, *, name="기업.csv", **fields):
    content = content.encode() if isinstance(content, str) else content
    data = {"file": SimpleUploadedFile(name, content), "type_slug": "startups"}
    return client_of(user).post("/imports/", data | fields)


def tried(user, content: str | bytes = GOOD, **fields) -> Import:
    assert upload(user, content, **fields).status_code == 302
    one = Import.objects.first()
    tasks.try_import(pk=one.pk)
    one.refresh_from_db()
    return one


def put_right(user, one: Import, **changed) -> Import:
    """Through the step of the columns: as the page has them, but for what changes."""
    response = client_of(user).post(
        f"/imports/{one.pk}/columns/", form_of(one) | changed
    )
    assert response.status_code == 302, response.content.decode()
    tasks.try_import(pk=one.pk)
    one.refresh_from_db()
    return one


def form_of(one: Import) -> dict:
    """What the page of the columns sends when nothing is changed."""
    told = one.report
    data = {"type_slug": told["type"]}
    for number, sheet in enumerate(told["sheets"]):
        if sheet["read"] or sheet.get("is_likely"):
            data[f"sheet-{number}-is_read"] = "on"
        header = sheet.get("header") or sheet["likely_header"]
        data[f"sheet-{number}-header"] = str(header)
        for title in sheet.get("titles", []):
            data[f"sheet-{number}-column-{title['column']}"] = title["field"]
    return data


def saved(user, one: Import, **fields) -> Import:
    response = client_of(user).post(f"/imports/{one.pk}/save/", fields)
    assert response.status_code == 302
    tasks.save_import(pk=one.pk)
    one.refresh_from_db()
    return one


def shown(response) -> str:
    assert response.status_code == 200
    return response.content.decode()
