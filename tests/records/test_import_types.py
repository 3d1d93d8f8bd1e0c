"""Every type takes a row by its labels, in both languages, and by field names."""

import pytest
from django.core.management import call_command
from django.utils.translation import override

from records import record_types
from tests.makers import (
    make_case,
    make_centre,
    make_partner,
    make_programme,
    make_startup,
    make_visit,
)
from tests.records.spreadsheet_files import make_csv, make_xlsx

pytestmark = pytest.mark.django_db

# The least that a row of each type says; what it names is made below.
OF_STARTUP = {"startup": "가온"}
OF_PARTNER = {"partner": "DEPA"}
ROWS = {
    "startups": {"name": "새기업"},
    "memberships": OF_STARTUP | {"kind": "member", "joined_on": "2018-03-05"},
    "contacts": OF_STARTUP | {"name": "홍길동"},
    "partners": {"name": "NIA"},
    "fields": {"code": "visa", "name": "비자·체류"},
    "cases": OF_STARTUP | {"opened_on": "2018-03-05"},
    "sessions": {"case": "case-1", "held_on": "2018-03-05"},
    "filings": OF_STARTUP | {"kind": "patent", "filed_on": "2018-03-05"},
    "deadline-rules": {
        "code": "pct-tw",
        "name": "국내단계(TW)",
        "event": "national-phase",
        "office": "TW",
        "months": "30",
        "as_of": "2026-01-01",
        "source": "관청의 안내",
    },
    "contracts": OF_STARTUP | {"signed_on": "2018-03-05"},
    "incorporations": OF_STARTUP | {"established_on": "2018-03-05"},
    "investments": OF_STARTUP | {"paid_on": "2018-03-05"},
    "programmes": {"name": "가속", "year": "2018"},
    "participations": OF_STARTUP | {"programme": "도약", "selected_on": "2018-03-05"},
    "tenant-returns": OF_STARTUP | {"year": "2018"},
    "visits": {"starts_on": "2018-03-05"},
    "mous": OF_PARTNER | {"signed_on": "2018-03-05"},
    "agencies": OF_PARTNER | {"country": "TH"},
    "follow-ups": {"title": "답신", "visit": "visit-1"},
}


@pytest.fixture(autouse=True)
def what_rows_name():
    make_centre()
    make_startup("가온")
    make_partner("DEPA")
    make_programme(name="도약")
    make_case(external_id="case-1", startup=make_startup("나래"))
    make_visit(external_id="visit-1")


def slugs() -> list[str]:
    return [record_type.slug for record_type in record_types.all_types()]


def titles(slug: str, language: str | None) -> list[str]:
    """The columns of the type's least row, by label or by field name."""
    record_type = record_types.get(slug)
    if language is None:
        return list(ROWS[slug])
    with override(language):
        return [str(record_type.field(name).verbose_name) for name in ROWS[slug]]


@pytest.mark.parametrize("language", ["ko", "en", None])
@pytest.mark.parametrize("slug", slugs())
def test_every_type_takes_a_row_by_its_titles(slug, language, tmp_path):
    model = record_types.get(slug).model
    before = model.objects.count()
    rows = [titles(slug, language), list(ROWS[slug].values())]
    path = make_csv(tmp_path / "a.csv", rows)
    call_command("import_records", slug, path)
    assert model.objects.count() == before + 1


@pytest.mark.parametrize("slug", slugs())
def test_every_type_takes_the_same_file_twice_and_adds_nothing(slug, tmp_path, capsys):
    model = record_types.get(slug).model
    rows = [list(ROWS[slug]), list(ROWS[slug].values())]
    path = make_xlsx(tmp_path / "a.xlsx", rows)
    call_command("import_records", slug, path)
    before = model.objects.count()
    with override("en"):
        call_command("import_records", slug, path)
    assert model.objects.count() == before
    assert "unchanged 1" in capsys.readouterr().out
