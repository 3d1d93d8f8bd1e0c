"""`figures 2018 …` on the terminal."""

import csv
import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command, execute_from_command_line

from tests import makers
from tests.figures.examples import FIGURES

pytestmark = pytest.mark.django_db


def figures(*arguments) -> str:
    out = StringIO()
    call_command("figures", *arguments, stdout=out)
    return out.getvalue()


def as_json(*arguments) -> dict:
    return json.loads(figures(*arguments, "--format", "json"))


def as_csv(*arguments) -> list[dict]:
    return list(csv.DictReader(StringIO(figures(*arguments, "--format", "csv"))))


def total_in(report: dict, slug: str):
    [found] = [figure for figure in report["figures"] if figure["slug"] == slug]
    return found["total"]


def refusal(*arguments) -> str:
    with pytest.raises(CommandError) as refused:
        figures(*arguments)
    return str(refused.value)


def test_the_table_has_a_line_for_every_figure():
    lines = figures("2018").splitlines()

    assert len(lines) == 1 + len(FIGURES)


def test_the_table_begins_with_the_period_and_the_centre():
    makers.make_centre("b2g")

    first = figures("2018", "--centre", "b2g", "--until", "2018-08-31").splitlines()[0]

    assert first == "2018-01-01 ~ 2018-08-31  b2g"


def test_the_table_has_the_totals_with_thousands():
    makers.make_visit(headcount=12_345)

    [line] = [
        line for line in figures("2018").splitlines() if "overseas-visitors" in line
    ]

    assert line.split()[-1] == "12,345"


def test_json_is_what_the_api_says():
    makers.make_visit(headcount=684)

    report = as_json("2018")

    assert report["period"] == {"from": "2018-01-01", "to": "2018-12-31"}
    assert report["centre"] is None
    assert [figure["slug"] for figure in report["figures"]] == [
        figure.slug for figure in FIGURES
    ]
    assert total_in(report, "overseas-visitors") == 684


def test_csv_has_a_row_for_every_figure():
    makers.make_visit(headcount=684)

    rows = as_csv("2018")

    assert rows[0].keys() == {"slug", "label", "total", "previous", "unit"}
    assert {row["slug"]: row["total"] for row in rows}["overseas-visitors"] == "684"
    assert len(rows) == len(FIGURES)


def test_one_centre_is_asked_for_by_its_code():
    makers.make_visit(centre=makers.make_centre("b2g"))
    makers.make_visit(centre=makers.make_centre("gbsa"))

    assert total_in(as_json("2018", "--centre", "gbsa"), "visits") == 1
    assert total_in(as_json("2018"), "visits") == 2


def test_until_leaves_later_days_out():
    makers.make_visit(starts_on=date(2018, 8, 31))
    makers.make_visit(starts_on=date(2018, 9, 1))

    assert total_in(as_json("2018", "--until", "2018-08-31"), "visits") == 1


def test_as_known_before_the_records_were_entered_is_nothing():
    makers.make_visit()

    assert total_in(as_json("2018", "--as-known", "2019-01-15"), "visits") == 0


def test_by_month_has_every_month():
    makers.make_visit(starts_on=date(2018, 2, 3))

    report = as_json("2018", "--by", "month")

    [visits] = [one for one in report["figures"] if one["slug"] == "visits"]
    assert [row["key"] for row in visits["rows"]] == [
        f"2018-{month:02}" for month in range(1, 13)
    ]
    assert [row["total"] for row in visits["rows"]] == [0, 1] + 10 * [0]


def test_by_country_leaves_out_the_figures_that_know_none():
    makers.make_visit(countries=["EE"])

    divided = {one["slug"] for one in as_json("2018", "--by", "country")["figures"]}

    assert "visits" in divided
    assert "tenants" not in divided


def test_a_divided_figure_is_a_csv_too():
    makers.make_visit(countries=["EE"])

    rows = [row for row in as_csv("2018", "--by", "country") if row["slug"] == "visits"]

    assert [(row["country"], row["total"]) for row in rows] == [("EE", "1")]


@pytest.mark.parametrize("form", ["table", "csv", "json"])
@pytest.mark.parametrize(
    "by", ["year", "month", "quarter", "centre", "country", "region", "channel"]
)
def test_every_way_is_written_in_every_form(by, form):
    makers.make_visit(countries=["EE", "VN"])
    makers.make_session(minutes=50)

    assert figures("2018", "--by", by, "--format", form)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("twenty",), "twenty"),
        (("1700",), "1700"),
        (("2018", "--centre", "nowhere"), "nowhere"),
        (("2018", "--until", "2019-08-31"), "2019-08-31"),
        (("2018", "--until", "yesterday"), "yesterday"),
        (("2018", "--as-known", "2019-02-30"), "2019-02-30"),
        (("2018", "--by", "shoe-size"), "shoe-size"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_one_sentence(arguments, said):
    sentence = refusal(*arguments)

    assert said in sentence
    assert "\n" not in sentence


def test_an_unknown_centre_is_told_those_that_there_are():
    makers.make_centre("b2g")

    assert "b2g" in refusal("2018", "--centre", "nowhere")


@pytest.mark.django_db(transaction=True)
def test_a_refusal_is_a_failure_of_the_command(capsys):
    with pytest.raises(SystemExit) as ended:
        execute_from_command_line(["manage.py", "figures", "twenty"])

    written = capsys.readouterr()
    assert ended.value.code == 1
    assert written.out == ""
    assert len(written.err.splitlines()) == 1
