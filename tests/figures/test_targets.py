"""Targets: who sets them, in which words, and what they were before."""

import pytest
from django.utils import timezone

from figures import registry
from figures.models import Target
from figures.periods import Period
from figures.targets import targets_for
from tests import makers
from tests.figures.examples import FIGURES
from tests.figures.test_command import as_csv, as_json, figures
from tests.records.samples import client_of

pytestmark = pytest.mark.django_db

YEAR = 2018
ADDRESS = f"/targets/?year={YEAR}"


@pytest.fixture
def centre():
    return makers.make_centre("b2g")


@pytest.fixture
def manager(centre):
    return makers.make_user("manager", centre)


@pytest.fixture
def client(manager):
    return client_of(manager)


@pytest.fixture
def national():
    return client_of(makers.make_user("manager", all_centres=True))


def amounts(centre, year=YEAR) -> dict:
    found = Target.objects.filter(centre=centre, year=year)
    return {target.figure: int(target.amount) for target in found}


def errors(response) -> dict:
    assert response.status_code == 400
    return dict(response.context["form"].errors)


def test_a_manager_sets_targets_in_the_figures_own_words(client, manager, centre):
    posted = {
        "consulting-cases": "1,900건",
        "investment-linked": "1,200억",
        "overseas-visitors": "7만8,872명",
    }

    response = client.post(ADDRESS, posted)

    assert response.status_code == 302
    assert amounts(centre) == {
        "consulting-cases": 1900,
        "investment-linked": 120_000_000_000,
        "overseas-visitors": 78_872,
    }
    assert Target.objects.get(figure="consulting-cases").set_by == manager


def test_what_is_shown_can_be_sent_again_unchanged(client, centre):
    client.post(ADDRESS, {"investment-linked": "111,312,345,678", "visits": "40"})
    form = client.get(ADDRESS).context["form"]
    shown = {field.name: field.value() or "" for field in form}
    prepared = {
        name: form.fields[name].prepare_value(value) if value else ""
        for name, value in shown.items()
    }

    response = client.post(ADDRESS, prepared)

    assert response.status_code == 302
    assert amounts(centre) == {"investment-linked": 111_312_345_678, "visits": 40}
    assert Target.pgh_event_model.objects.count() == 2


@pytest.mark.parametrize(
    ("slug", "typed"),
    [
        ("consulting-cases", "많이"),
        ("consulting-cases", "0"),
        ("consulting-cases", "-5"),
        ("consulting-cases", "1.5"),
        ("consulting-cases", "9" * 30),
        ("investment-linked", "USD 5m"),
        ("overseas-visitors", "5만불"),
    ],
)
def test_what_is_no_target_is_refused_and_nothing_is_saved(slug, typed, client, centre):
    response = client.post(ADDRESS, {slug: typed, "visits": "40"})

    assert list(errors(response)) == [slug]
    assert amounts(centre) == {}


def test_a_target_that_is_there_changes_only_with_a_reason(client, centre):
    client.post(ADDRESS, {"visits": "40"})

    refused = client.post(ADDRESS, {"visits": "50"})

    assert list(errors(refused)) == ["reason"]
    assert amounts(centre) == {"visits": 40}


def test_the_history_says_from_to_who_and_why(client, manager, centre):
    client.post(ADDRESS, {"visits": "40"})
    client.post(ADDRESS, {"visits": "50", "reason": "예산이 늘어남"})
    client.post(ADDRESS, {"visits": "", "reason": "사업 종료"})

    changes = client.get(f"/targets/visits/{YEAR}/history/").context["changes"]

    assert [change.fields[0][1:] for change in changes] == [
        ("50", ""),
        ("40", "50"),
        ("", "40"),
    ]
    assert [change.reason for change in changes] == ["사업 종료", "예산이 늘어남", ""]
    assert {change.by for change in changes} == {str(manager)}
    assert amounts(centre) == {}


def test_a_target_set_anew_begins_anew_in_the_history(client):
    for amount, reason in (("40", ""), ("", "잘못 정함"), ("60", "")):
        client.post(ADDRESS, {"visits": amount, "reason": reason})

    changes = client.get(f"/targets/visits/{YEAR}/history/").context["changes"]

    assert changes[0].fields[0][1:] == ("", "60")


def test_last_years_target_and_result_stand_beside(client, centre):
    makers.make_visit(centre=centre)
    client.post("/targets/?year=2018", {"visits": "40"})

    lines = client.get("/targets/?year=2019").context["lines"]

    [line] = [line for line in lines if line.figure.slug == "visits"]
    assert (line.before_text, line.counted_before) == ("40", 1)
    assert line.held is None


def test_every_figure_has_a_line(client):
    lines = client.get(ADDRESS).context["lines"]

    assert [line.figure for line in lines] == list(FIGURES)


@pytest.mark.parametrize("role", ["viewer", "officer", "auditor"])
def test_who_may_not_set_them_sees_them(role, centre):
    Target.objects.create(centre=centre, figure="visits", year=YEAR, amount=4321)
    client = client_of(makers.make_user(role, centre))

    page = client.get(ADDRESS)

    assert "4,321" in page.content.decode()
    assert 'name="visits"' not in page.content.decode()
    assert client.post(ADDRESS, {"visits": "5"}).status_code == 403
    assert amounts(centre) == {"visits": 4321}


def test_a_centre_sets_and_sees_no_target_of_another(client):
    other = makers.make_centre("gbsa")

    assert client.get(f"{ADDRESS}&centre=gbsa").status_code == 404
    assert client.post(f"{ADDRESS}&centre=gbsa", {"visits": "5"}).status_code == 404
    assert amounts(other) == {}


def test_only_national_staff_set_the_target_of_all_centres(client, national, centre):
    national.post(ADDRESS, {"visits": "500"})
    client.post(ADDRESS, {"visits": "40"})

    assert amounts(None) == {"visits": 500}
    assert amounts(centre) == {"visits": 40}


def test_the_history_of_another_centre_is_not_shown(client, national):
    makers.make_centre("gbsa")
    national.post(f"{ADDRESS}&centre=gbsa", {"visits": "5"})

    history = f"/targets/visits/{YEAR}/history/"
    assert client.get(f"{history}?centre=gbsa").status_code == 404
    assert client.get(history).context["changes"] == []


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/targets/?year=x", 400),
        ("/targets/?month=3", 400),
        ("/targets/nothing/2018/history/", 404),
    ],
)
def test_what_cannot_be_meant_is_refused(address, status, client):
    assert client.get(address).status_code == status


def test_this_years_page_tells_how_far_each_is(client, centre):
    today = timezone.localdate()
    makers.make_visit(starts_on=today, centre=centre)
    client.post("/targets/", {"visits": "1"})

    page = client.get("/targets/")

    [line] = [line for line in page.context["lines"] if line.figure.slug == "visits"]
    assert line.achievement.percent == 100
    assert line.achievement.status.text in page.content.decode()


def test_the_api_has_the_years_target(client, centre):
    Target.objects.create(centre=centre, figure="visits", year=YEAR, amount=40)
    Target.objects.create(centre=None, figure="visits", year=YEAR, amount=500)

    def target(query):
        answer = client.get(f"/api/v1/figures/?centre=b2g&{query}").json()
        return {one["slug"]: one["target"] for one in answer["figures"]}

    assert target(f"year={YEAR}")["visits"] == 40
    assert target(f"year={YEAR}")["state-visits"] is None
    assert target(f"year={YEAR}&until={YEAR}-08-31")["visits"] == 40
    assert target(f"year={YEAR}&quarter=2")["visits"] is None
    assert target("year=2019")["visits"] is None


def test_several_years_have_no_target(centre):
    Target.objects.create(centre=centre, figure="visits", year=YEAR, amount=40)
    years = Period(Period.of_year(YEAR - 1).start, Period.of_year(YEAR).end)

    assert targets_for(years, centre) == {}


def test_the_command_shows_targets_where_there_are_any(centre):
    assert "target" not in as_csv(str(YEAR), "--centre", "b2g")[0]

    Target.objects.create(centre=centre, figure="visits", year=YEAR, amount=1234)

    rows = {row["slug"]: row for row in as_csv(str(YEAR), "--centre", "b2g")}
    assert rows["visits"]["target"] == "1234"
    assert "1,234" in figures(str(YEAR), "--centre", "b2g")
    report = as_json(str(YEAR), "--centre", "b2g")
    told = {one["slug"]: one["target"] for one in report["figures"]}
    assert told["visits"] == 1234


def test_the_page_asks_as_often_for_many_targets(client, centre, statements):
    few = statements(lambda: client.get(ADDRESS))
    for figure in registry.all_figures():
        Target.objects.create(centre=centre, figure=figure.slug, year=YEAR, amount=5)

    assert statements(lambda: client.get(ADDRESS)) <= few
