"""A record says which file, sheet and row it came from."""

import pytest
from django.utils.translation import override

from records.imports import Import
from records.spreadsheets.importing import import_file
from support.models import ConsultingCase
from tests import makers
from tests.records.samples import client_of
from tests.records.spreadsheet_files import make_csv

pytestmark = pytest.mark.django_db

ROWS = [["접수일", "기업명", "상담내용"], ["2018-03-05", "한빛", "문의"]]


@pytest.fixture
def brought_in(tmp_path) -> ConsultingCase:
    centre = makers.make_centre()
    one = Import(centre=centre, language="ko", state="done")
    import_file(make_csv(tmp_path / "상담.csv", ROWS), "cases", centre=centre, one=one)
    return ConsultingCase.objects.get()


def shown(role: str, address: str) -> str:
    with override("ko"):
        response = client_of(makers.make_user(role)).get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("page", ["", "history/"])
def test_file_sheet_and_row_with_a_link_to_the_import(brought_in, page):
    text = shown("officer", f"/cases/{brought_in.pk}/{page}")

    one = Import.objects.get()
    assert f'<a href="/imports/{one.pk}/">상담.csv · 상담 · 2행</a>' in text


def test_who_brings_nothing_in_sees_no_link(brought_in):
    text = shown("viewer", f"/cases/{brought_in.pk}/")

    assert "상담.csv · 상담 · 2행" in text
    assert f"/imports/{Import.objects.get().pk}/" not in text


def test_the_history_of_what_a_row_named_leads_to_the_import_too(brought_in):
    text = shown("officer", f"/startups/{brought_in.startup_id}/history/")

    assert "import_records · 상담.csv</a>" in text
