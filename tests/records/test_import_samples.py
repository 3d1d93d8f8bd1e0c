"""Two real files, kept outside the project: PANGYO_SAMPLES names their folder."""

import json
import os
from collections import Counter
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from delegations.models import Visit
from figures.periods import Period
from support.models import ConsultingCase, ConsultingField
from tests.makers import make_centre, make_field, make_user

pytestmark = pytest.mark.django_db
VISITS = "state_visits_us.csv"
LOG = "consulting_2018_상담일지.xlsx"
OUTCOMES = {
    "accept": "added",
    "accept_flag": "added",
    "reject": "rejected",
    "not_data": "not-data",
}


@pytest.fixture
def samples() -> Path:
    folder = os.environ.get("PANGYO_SAMPLES")
    if not folder:
        pytest.skip("PANGYO_SAMPLES does not name the folder of the sample files.")
    return Path(folder)


def run(slug: str, path: Path, out: Path, *options) -> dict:
    try:
        call_command("import_records", slug, path, "--report", out, *options)
    except CommandError as error:
        assert error.returncode == 1  # noqa: PT017  (rows rejected, not the file)
    return json.loads(out.read_text())


def test_the_yearly_totals_of_the_state_visits(samples, tmp_path):
    make_centre("test")
    expected = json.loads((samples / "state_visits_us.expected.json").read_text())
    told = run("visits", samples / VISITS, tmp_path / "r.json", "--centre", "test")
    assert told["saved"]
    assert told["counts"]["added"] == expected["accepted"]
    assert told["ignored_columns"] == ["연번", "국가코드"]
    counted = {
        year: Visit.objects.done_in(Period.of_year(int(year))).count()
        for year in expected["per_year"]
    }
    assert counted == expected["per_year"]
    assert Visit.objects.filter(countries__contains=["KR"]).count() == 45
    again = run("visits", samples / VISITS, tmp_path / "r.json", "--centre", "test")
    assert again["counts"]["unchanged"] == expected["accepted"]


def test_the_consulting_log_row_by_row(samples, tmp_path):
    path = samples / "consulting_2018.expected.json"
    expected = {(r["sheet"], r["row"]): r for r in json.loads(path.read_text())["rows"]}
    centre = make_centre("test")
    make_fields_of(expected.values())
    names = {
        name for r in expected.values() for name in r.get("values", {}).get("staff", ())
    }
    for name in names:
        make_user(name=name, centre=centre)
    told = run(
        "cases", samples / LOG, tmp_path / "r.json", "--centre", "test", "--valid-rows"
    )
    wrong = []
    for row in told["rows"]:
        key = (row["sheet"], row["row"])
        if key not in expected:
            assert row["outcome"] == "not-data"
        else:
            wrong += [(key, said) for said in differences(row, expected[key])]
    assert wrong == []
    assert ConsultingCase.objects.count() == 279
    again = run(
        "cases", samples / LOG, tmp_path / "r.json", "--centre", "test", "--valid-rows"
    )
    assert (again["counts"]["added"], again["counts"]["changed"]) == (0, 0)


def differences(row: dict, wanted: dict):
    """Where a row of the report is not what a careful person expects."""
    outcome = "rejected" if row["outcome"] == "duplicate" else row["outcome"]
    if outcome != OUTCOMES[wanted["expect"]]:
        yield (row["outcome"], wanted["expect"], row["reason"])
        return
    if outcome != "added":
        return
    got, values = row["values"], wanted["values"]
    pairs = {
        "opened_on": (got.get("opened_on"), values["date"]),
        "closed_on": (got.get("closed_on"), values["closed_date"]),
        "minutes": (got.get("minutes"), values["minutes"]),
        "countries": (Counter(got.get("countries", ())), Counter(values["countries"])),
        "fields": (labels(got.get("fields", ())), set(values["categories"])),
        "officers": (got.get("officers", []), values["staff"]),
        "request": (got.get("request", ""), values["content"] or ""),
    }
    for name, (found, expected) in pairs.items():
        if found != expected:
            yield name, found, expected
    if wanted["expect"] == "accept_flag" and not row["flags"]:
        yield "no flag", wanted["flags"]


def labels(codes) -> set[str]:
    entries = dict(ConsultingField.objects.values_list("code", "name"))
    return {entries[code] for code in codes}


def make_fields_of(rows) -> None:
    """The fields the log knows, with the words that mean one of them alone."""
    words: dict[str, set] = {}
    for row in rows:
        names = row.get("values", {}).get("categories", ())
        if len(names) == 1:
            words.setdefault(names[0], set()).add(row["raw"]["상담분야"].strip())
    ConsultingField.objects.all().delete()
    for number, (name, aliases) in enumerate(words.items()):
        make_field(f"field-{number}", name, aliases=sorted(aliases - {name}))
