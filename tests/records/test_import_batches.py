"""Rows saved many at once become what they would become alone."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pghistory.models
import pytest
from django.db import transaction
from django.forms.models import model_to_dict
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from accounts.models import Centre
from records import record_types
from records.imports import Import, ImportRow
from records.spreadsheets import batches
from records.spreadsheets.bulk_saving import is_plain
from records.spreadsheets.importing import Stopped, import_file
from support.forms import ConsultingCaseForm
from support.models import ConsultingCase, Session, Startup
from tests import makers
from tests.records.samples import RECORD_TYPES, SAMPLES, slug_of
from tests.records.spreadsheet_files import make_csv

HEADER = [
    "원본번호",
    "접수일",
    "기업명",
    "상담내용",
    "담당자",
    "상담시간(분)",
    "완료일",
]
CELLS = (
    st.sampled_from(["", "1", "2", "3"]),
    st.sampled_from(["2018-03-05", "2018-03-06", "2018-02-30", ""]),
    st.sampled_from(["한빛", "새기업", "(주)새기업", "Unknown Inc."]),
    st.sampled_from(["하나", "둘", ""]),
    st.sampled_from(["김도윤", "모름", ""]),
    st.sampled_from(["60", "종일", ""]),
    st.sampled_from(["", "2018-04-01", "2018-01-01"]),
)


class Back(Exception):
    """Takes back what a run did, so that the other begins with the same."""


def outcome(path: Path, slug: str, centre: Centre, monkeypatch, *, largest: int):
    """The report and the records of a run in batches of at most so many rows."""
    monkeypatch.setattr(batches, "LARGEST", largest)
    told = {}
    try:
        with transaction.atomic():
            report = import_file(path, slug, centre=centre, valid_rows=True)
            told["rows"] = [
                row.as_json() | {"record": bool(row.record)} for row in report.rows
            ]
            for record_type in record_types.all_types():
                told[record_type.slug] = [
                    readable(record) for record in record_type.model.objects.all()
                ]
            raise Back
    except Back:
        return told


def readable(record) -> dict:
    """The record's values, without the keys and names that are given at random."""
    values = model_to_dict(record)
    return {
        name: [str(one) for one in value] if isinstance(value, list) else value
        for name, value in values.items()
        if name not in ("id", "startup", "case")
    } | {"is of": str(getattr(record, "startup", ""))}


class BatchesTest(TestCase):
    @given(st.lists(st.tuples(*CELLS), min_size=1, max_size=12))
    def test_messy_rows_of_cases(self, rows):
        centre = makers.make_centre()
        makers.make_user(name="김도윤", centre=centre)
        makers.make_case(
            external_id="3", startup=makers.make_startup("한빛"), request="셋"
        )
        with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
            path = make_csv(Path(folder) / "c.csv", [HEADER, *rows])
            alone = outcome(path, "cases", centre, patch, largest=1)
            together = outcome(path, "cases", centre, patch, largest=500)
        assert together == alone


@pytest.mark.django_db
@pytest.mark.parametrize("kind", RECORD_TYPES, ids=slug_of)
def test_rows_of_every_type(kind, tmp_path, monkeypatch):
    centre = makers.make_centre()
    entry = SAMPLES[kind.slug].entry(centre)
    cells = {name: written(kind, name, value) for name, value in entry.items()}
    cells = {name: cell for name, cell in cells.items() if cell != ""}
    rows = [
        [number, *cells.values()] for number in ("first", "second", "third", "first")
    ]
    path = make_csv(tmp_path / "a.csv", [["external_id", *cells], *rows])

    alone = outcome(path, kind.slug, centre, monkeypatch, largest=1)
    together = outcome(path, kind.slug, centre, monkeypatch, largest=500)

    assert together == alone
    assert "added" in {row["outcome"] for row in together["rows"]}


def written(kind, name: str, value) -> str:
    """A value as a file has it: records by their reference, lists with semicolons."""
    field = kind.field(name)
    if field is not None and (field.many_to_one or field.many_to_many):
        values = value if isinstance(value, list) else [value]
        linked = field.related_model._base_manager.in_bulk(values).values()
        return "; ".join(
            getattr(one, "reference", "") or getattr(one, "username", "")
            for one in linked
        )
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return value.isoformat() if isinstance(value, date) else str(value)


@pytest.fixture
def centre() -> Centre:
    return makers.make_centre()


def make_file(folder: Path, number: int, startup: str = "한빛") -> Path:
    rows = [[n, "2018-03-05", startup, "문의", "", 60, ""] for n in range(number)]
    return make_csv(folder / "c.csv", [HEADER, *rows])


@pytest.mark.django_db
def test_a_row_more_costs_no_question_more(tmp_path, centre, statements):
    makers.make_startup("한빛")
    few, many = (make_file(tmp_path / str(n), n) for n in made(tmp_path, 20, 60))

    first = statements(lambda: import_file(few, "cases", centre=centre))
    second = statements(lambda: import_file(many, "cases", centre=centre))

    assert ConsultingCase.objects.count() == 60
    assert second <= first + 5


def made(folder: Path, *numbers: int):
    for number in numbers:
        (folder / str(number)).mkdir()
    return numbers


@pytest.mark.django_db
def test_history_has_every_row_with_its_file(tmp_path, centre):
    one = Import(centre=centre, language="ko", state="done")
    import_file(make_file(tmp_path, 3), "cases", centre=centre, one=one)

    events = [
        *ConsultingCase.pgh_event_model.objects.all(),
        *Session.pgh_event_model.objects.all(),
        *Startup.pgh_event_model.objects.all(),
    ]
    assert len(events) == 7
    assert {event.pgh_context.metadata["import"] for event in events} == {one.pk}
    assert pghistory.models.Context.objects.get().metadata["file"] == "c.csv"


@pytest.mark.django_db
def test_an_import_keeps_what_became_of_every_row(tmp_path, centre):
    one = Import(centre=centre, language="ko", state="done")
    import_file(make_file(tmp_path, 3), "cases", centre=centre, one=one)

    header, *rows = ImportRow.objects.filter(one=one)
    assert header.outcome == "not-data"
    assert {row.outcome for row in rows} == {"added"}
    assert {row.record_pk for row in rows} == {
        c.pk for c in ConsultingCase.objects.all()
    }
    assert "한빛" in rows[0].values.values()
    assert one.report["counts"]["added"] == 3
    assert "rows" not in one.report


@pytest.mark.django_db
def test_a_trial_keeps_its_rows_without_records(tmp_path, centre):
    one = Import.objects.create(centre=centre, language="ko", state="reading")
    path = make_file(tmp_path, 3)
    for _run in range(2):
        import_file(path, "cases", centre=centre, dry_run=True, one=one)

    assert one.rows.filter(outcome="added", record_pk=None).count() == 3
    assert not ConsultingCase.objects.exists()


@pytest.mark.django_db
def test_a_changed_row_says_what_was_and_what_is(tmp_path, centre):
    startup = makers.make_startup("한빛")
    makers.make_case(external_id="0", startup=startup, request="전")

    report = import_file(make_file(tmp_path, 1), "cases", centre=centre)

    [told] = [row for row in report.rows if row.outcome == "changed"]
    assert {
        "label": told.changes["request"]["label"],
        "before": "전",
        "after": "문의",
    } == (told.changes["request"])
    assert set(told.changes) == {"request"}


@pytest.mark.django_db
def test_minutes_that_differ_from_the_record_s_are_said(tmp_path, centre):
    import_file(make_file(tmp_path, 1), "cases", centre=centre)
    Session.objects.update(minutes=30)

    report = import_file(make_file(tmp_path, 1), "cases", centre=centre)

    [told] = [row for row in report.rows if row.outcome == "unchanged"]
    assert any("30" in flag and "60" in flag for flag in told.flags)
    assert Session.objects.get().minutes == 30


@pytest.mark.django_db
def test_a_deleted_record_does_not_come_back_in_silence(tmp_path, centre):
    import_file(make_file(tmp_path, 2), "cases", centre=centre)
    ConsultingCase.objects.get(external_id="1").remove(reason="잘못 들어옴")

    report = import_file(make_file(tmp_path, 2), "cases", centre=centre)

    [told] = [row for row in report.rows if row.outcome == "duplicate"]
    assert "잘못 들어옴" in told.reason
    assert ConsultingCase.objects.count() == 1


@pytest.mark.django_db
def test_the_same_file_says_when_it_came_in_before(tmp_path, centre):
    path = make_file(tmp_path, 1)
    for _run in range(2):
        one = Import(centre=centre, language="ko", state="done")
        report = import_file(path, "cases", centre=centre, one=one)

    assert "c.csv" in report.earlier


@pytest.mark.django_db
@pytest.mark.parametrize("after", [0, 350])
def test_who_follows_the_progress_may_stop_it_and_nothing_is_saved(
    tmp_path, centre, after
):
    seen = []

    def progress(done: int, total: int) -> None:
        seen.append((done, total))
        if done > after:
            raise Stopped

    path = make_file(tmp_path, 500)
    with pytest.raises(Stopped):
        import_file(path, "cases", centre=centre, progress=progress)

    assert seen == sorted(seen)
    assert {total for _done, total in seen} == {501}
    assert not ConsultingCase.objects.exists()


def test_a_form_with_a_rule_of_its_own_takes_row_by_row():
    class Strict(ConsultingCaseForm):
        def clean(self):
            return super().clean()

    assert is_plain(ConsultingCaseForm)
    assert not is_plain(Strict)
