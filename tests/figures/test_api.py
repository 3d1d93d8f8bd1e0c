"""The figures as JSON, under /api/v1/figures/."""

from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from figures.breakdowns import ways
from figures.measuring import Question, total
from figures.periods import Period
from figures.registry import get
from records.fields import CodesField
from tests import makers
from tests.figures.examples import FIGURES, make_counted, slug_of

pytestmark = pytest.mark.django_db

FIGURES_URL = "/api/v1/figures/"
YEAR = Period.of_year(2018)

each_figure = pytest.mark.parametrize("figure", FIGURES, ids=slug_of)


def client_of(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def viewer(db):
    """Signed in, of centre b2g."""
    return client_of(makers.make_user("viewer", makers.make_centre("b2g")))


@pytest.fixture
def national(db):
    return client_of(makers.make_user("viewer", all_centres=True))


def answer(client, address="", **params):
    response = client.get(f"{FIGURES_URL}{address}", params)
    assert response.status_code == 200, response.json()
    return response.json()


def figure_in(report: dict, slug: str) -> dict:
    [found] = [figure for figure in report["figures"] if figure["slug"] == slug]
    return found


def all_records(client, slug, **params) -> list[dict]:
    """The records of all pages."""
    page = answer(client, f"{slug}/records/", **params)
    found = page["results"]
    while page["next"]:
        page = client.get(page["next"]).json()
        found += page["results"]
    return found


# The year's figures


def test_a_years_figures_have_exactly_this_shape(viewer):
    makers.make_visit(headcount=42)

    report = answer(viewer, year=2018, until="2018-08-31")

    assert report.keys() == {"period", "centre", "figures"}
    assert report["period"] == {"from": "2018-01-01", "to": "2018-08-31"}
    assert report["centre"] == "b2g"
    assert [figure["slug"] for figure in report["figures"]] == [
        figure.slug for figure in FIGURES
    ]
    assert figure_in(report, "overseas-visitors") == {
        "slug": "overseas-visitors",
        "label": str(get("overseas-visitors").label),
        "unit": "people",
        "total": 42,
        "previous": 0,
        "target": None,
        "published": None,
    }


def test_previous_is_the_same_period_a_year_before(viewer):
    makers.make_visit(starts_on=date(2017, 8, 31))
    makers.make_visit(starts_on=date(2017, 9, 1))
    makers.make_visit(starts_on=date(2018, 8, 31))

    report = answer(viewer, year=2018, until="2018-08-31")

    assert figure_in(report, "visits")["previous"] == 1


@each_figure
def test_every_total_is_the_figures_own(national, figure):
    make_counted(figure, amount=3)
    report = answer(national, year=2018)

    assert figure_in(report, figure.slug)["total"] == total(Question(figure, YEAR))


def test_without_a_centre_the_own_one_is_meant(viewer):
    makers.make_visit(centre=makers.make_centre("gccei"))

    report = answer(viewer, year=2018)

    assert report["centre"] == "b2g"
    assert figure_in(report, "visits")["total"] == 0


def test_the_own_centre_may_be_named(viewer):
    assert answer(viewer, year=2018, centre="b2g")["centre"] == "b2g"


def test_another_centre_is_not_found(viewer):
    makers.make_centre("gccei")

    response = viewer.get(FIGURES_URL, {"year": 2018, "centre": "gccei"})

    assert response.status_code == 404


def test_national_staff_mean_all_centres_when_they_name_none(national):
    makers.make_visit(centre=makers.make_centre("b2g"))
    makers.make_visit(centre=makers.make_centre("gccei"))

    report = answer(national, year=2018)

    assert report["centre"] is None
    assert figure_in(report, "visits")["total"] == 2


def test_national_staff_may_name_any_centre(national):
    makers.make_visit(centre=makers.make_centre("gccei"))

    report = answer(national, year=2018, centre="gccei")

    assert report["centre"] == "gccei"
    assert figure_in(report, "visits")["total"] == 1


def test_a_person_without_a_centre_is_told_so():
    user = makers.make_user("viewer")
    user.centre = None
    user.save()

    assert client_of(user).get(FIGURES_URL).status_code == 404


def test_as_known_before_the_records_were_entered_is_nothing(viewer):
    makers.make_visit()
    yesterday = timezone.localdate() - timedelta(days=1)

    report = answer(viewer, year=2018, as_known=f"{yesterday}")

    assert figure_in(report, "visits")["total"] == 0


def test_as_known_today_is_what_is_known_now(viewer):
    makers.make_visit()

    report = answer(viewer, year=2018, as_known=f"{timezone.localdate()}")

    assert figure_in(report, "visits")["total"] == 1


@pytest.mark.parametrize(
    "params",
    [
        {"yaer": "2018"},
        {"year": "2018", "by": "month"},
        {"year": "twenty"},
        {"year": "2018", "until": "2019-01-01"},
        {"year": "2018", "as_known": "2019-02-30"},
        {"year": "2018", "as_known": "0001-01-01"},
        {"year": "2018", "quarter": "5"},
        {"from": "2019", "to": "2018"},
    ],
)
def test_what_cannot_be_meant_is_refused_in_a_sentence(viewer, params):
    response = viewer.get(FIGURES_URL, params)

    assert response.status_code == 400
    assert isinstance(response.json()["detail"], str)


# One figure, divided


def test_a_divided_figure_has_exactly_this_shape(viewer):
    makers.make_visit(starts_on=date(2017, 1, 2))
    makers.make_visit(starts_on=date(2018, 1, 2))

    report = answer(viewer, "visits/", **{"from": "2017", "to": "2018", "by": "year"})

    assert report == {
        "slug": "visits",
        "by": "year",
        "rows": [
            {"key": "2017", "label": "2017", "total": 1},
            {"key": "2018", "label": "2018", "total": 1},
        ],
    }


def test_a_figure_is_divided_by_year_unless_asked_otherwise(viewer):
    assert answer(viewer, "visits/", **{"from": "2015", "to": "2019"})["by"] == "year"


@each_figure
def test_a_figure_is_divided_by_each_of_its_ways(national, figure):
    make_counted(figure)

    for by in ways(figure):
        report = answer(national, f"{figure.slug}/", year=2018, by=by)
        assert report["by"] == by
        assert all(row.keys() == {"key", "label", "total"} for row in report["rows"])


def test_by_centre_shows_only_the_own_one(viewer):
    makers.make_visit(centre=makers.make_centre("gccei"))

    rows = answer(viewer, "visits/", year=2018, by="centre")["rows"]

    assert [row["key"] for row in rows] == ["b2g"]


def test_by_centre_shows_all_to_national_staff(national):
    makers.make_visit(centre=makers.make_centre("gccei"))
    makers.make_centre("b2g")

    rows = answer(national, "visits/", year=2018, by="centre")["rows"]

    assert {row["key"]: row["total"] for row in rows} == {"b2g": 0, "gccei": 1}


@pytest.mark.parametrize("params", [{"by": "shoe-size"}, {"colour": "red"}])
def test_what_does_not_divide_a_figure_is_refused(viewer, params):
    response = viewer.get(f"{FIGURES_URL}visits/", params)

    assert response.status_code == 400
    assert isinstance(response.json()["detail"], str)


# The records counted


def test_the_records_have_exactly_this_shape(viewer):
    visit = makers.make_visit(headcount=42)

    page = answer(viewer, "overseas-visitors/records/", year=2018, centre="b2g")

    assert page.keys() == {"count", "next", "previous", "results"}
    assert (page["count"], page["next"], page["previous"]) == (1, None, None)
    [record] = page["results"]
    assert (record["id"], record["reference"]) == (visit.pk, visit_reference(visit))
    assert record["measured"] == 42


def visit_reference(visit):
    visit.refresh_from_db()
    return visit.reference


@each_figure
def test_over_all_pages_the_records_add_up_to_the_total(national, figure):
    for amount in (1, 2, 3):
        make_counted(figure, amount=amount)

    records = all_records(national, figure.slug, year=2018, page_size=2)

    assert len(records) == 3
    assert sum(record["measured"] for record in records) == total(
        Question(figure, YEAR)
    )


@each_figure
def test_no_record_stands_on_two_pages(national, figure):
    for _time in range(5):
        make_counted(figure)

    records = all_records(national, figure.slug, year=2018, page_size=2)

    assert len({record["id"] for record in records}) == 5


def test_a_record_that_does_not_say_what_it_adds_is_listed_with_nothing(viewer):
    makers.make_investment(amount=1000, currency="USD")

    [record] = all_records(viewer, "investment-linked", year=2018)

    assert record["measured"] is None


def test_another_centres_records_are_not_listed(viewer):
    makers.make_visit(centre=makers.make_centre("gccei"))

    assert all_records(viewer, "visits", year=2018) == []


def test_the_records_of_another_centre_are_not_found(viewer):
    makers.make_centre("gccei")

    response = viewer.get(f"{FIGURES_URL}visits/records/", {"centre": "gccei"})

    assert response.status_code == 404


def test_the_records_are_narrowed_by_the_types_own_filters(viewer):
    makers.make_visit(visit_class="state")
    makers.make_visit(visit_class="study")

    records = all_records(viewer, "visits", year=2018, visit_class="state")

    assert len(records) == 1


def test_the_records_of_a_region_are_those_it_counts(viewer):
    makers.make_visit(countries=["VN", "TH"])
    makers.make_visit(countries=["US"])

    assert len(all_records(viewer, "visits", year=2018, region="asean")) == 1


def test_an_unknown_filter_is_refused(viewer):
    response = viewer.get(f"{FIGURES_URL}visits/records/", {"colour": "red"})

    assert response.status_code == 400


# Who may ask

ADDRESSES = (FIGURES_URL, f"{FIGURES_URL}visits/", f"{FIGURES_URL}visits/records/")
each_address = pytest.mark.parametrize("address", ADDRESSES)


@each_address
def test_nobody_is_told_without_signing_in(client, address):
    assert client.get(address).status_code == 401


@each_address
@pytest.mark.parametrize("role", ["viewer", "officer", "manager", "admin", "auditor"])
def test_every_role_may_read_the_figures(role, address):
    assert client_of(makers.make_user(role)).get(address).status_code == 200


@each_address
def test_a_token_lets_its_holder_in(client, address):
    user = makers.make_user("viewer")
    out = StringIO()
    call_command("create_token", user.username, stdout=out)
    token = out.getvalue().strip()

    response = client.get(address, headers={"Authorization": f"Token {token}"})

    assert response.status_code == 200


@each_address
def test_a_token_nobody_was_given_lets_nobody_in(client, address):
    response = client.get(address, headers={"Authorization": f"Token {'a' * 64}"})

    assert response.status_code == 401


@each_address
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_figures_are_only_read(viewer, address, method):
    assert getattr(viewer, method)(address).status_code == 405


@pytest.mark.parametrize("address", ["nothing/", "nothing/records/"])
def test_an_unknown_figure_is_not_found(viewer, address):
    assert viewer.get(f"{FIGURES_URL}{address}").status_code == 404


# What it costs


def test_the_years_figures_take_as_many_statements_for_many_records(
    national, statements
):
    def ask():
        answer(national, year=2018)

    for figure in FIGURES:
        make_counted(figure)
        make_counted(figure)
    ask()
    few = statements(ask)
    for figure in FIGURES:
        for _time in range(10):
            make_counted(figure)

    assert statements(ask) == few


@each_figure
def test_the_records_take_as_many_statements_for_many(national, figure, statements):
    def ask():
        answer(national, f"{figure.slug}/records/", year=2018)

    make_rich(figure)
    make_rich(figure)
    ask()
    few = statements(ask)
    for _time in range(10):
        make_rich(figure)

    assert statements(ask) == few


def make_rich(figure):
    """A counted record with a link to everything it may be linked to."""
    record = make_counted(figure)
    for field in record._meta.many_to_many:
        maker = {"User": makers.make_user, "Partner": makers.make_partner}.get(
            field.related_model.__name__, makers.make_startup
        )
        getattr(record, field.name).add(maker())
    for field in record._meta.fields:
        if isinstance(field, CodesField) and field.code_list:
            setattr(record, field.name, [makers.make_field().code])
            record.save()
