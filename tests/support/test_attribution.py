"""An outcome without a service of the centre before it is flagged."""

from datetime import date, timedelta

import pytest
from django.test import override_settings

from figures import points
from figures.periods import Period
from tests import makers
from tests.records.samples import client_of

pytestmark = pytest.mark.django_db

DAY = date(2018, 6, 15)
YEAR = Period.of_year(2018)
WINDOW = 100

OUTCOMES = {
    "overseas-filings": lambda **f: makers.make_filing(filed_on=DAY, **f),
    "overseas-contracts": lambda **f: makers.make_contract(signed_on=DAY, **f),
    "overseas-incorporations": lambda **f: makers.make_incorporation(
        established_on=DAY, **f
    ),
    "investment-linked": lambda **f: makers.make_investment(paid_on=DAY, **f),
}
each_outcome = pytest.mark.parametrize("slug", OUTCOMES)


@pytest.fixture(autouse=True)
def window():
    with override_settings(ATTRIBUTION_WINDOW_DAYS=WINDOW):
        yield


@pytest.fixture
def startup():
    return makers.make_startup()


def before(days):
    return DAY - timedelta(days=days)


def flagged(slug="overseas-filings", centre=None, period=YEAR):
    point = points.get(f"{slug}-without-service")
    return list(point.records(period, centre).values_list("pk", flat=True))


def case_on(startup, day, **fields):
    return makers.make_case(startup=startup, opened_on=day, **fields)


def session_on(startup, day, **fields):
    case = makers.make_case(startup=startup, opened_on=before(5000), **fields)
    return makers.make_session(case=case, held_on=day)


def place_on(startup, day):
    return makers.make_participation(startup=startup, selected_on=day)


SERVICES = [case_on, session_on, place_on]


@each_outcome
def test_without_any_service_an_outcome_is_flagged(slug, startup):
    outcome = OUTCOMES[slug](startup=startup)

    assert flagged(slug) == [outcome.pk]


@each_outcome
@pytest.mark.parametrize("serve", SERVICES)
def test_a_service_before_it_clears_an_outcome(slug, serve, startup):
    OUTCOMES[slug](startup=startup)
    serve(startup, before(1))

    assert flagged(slug) == []


@pytest.mark.parametrize("serve", SERVICES)
@pytest.mark.parametrize(
    ("days", "is_flagged"),
    [(0, False), (WINDOW, False), (WINDOW + 1, True), (-1, True)],
)
def test_the_window_has_its_first_and_last_day(serve, days, is_flagged, startup):
    makers.make_filing(startup=startup, filed_on=DAY)
    serve(startup, before(days))

    assert bool(flagged()) == is_flagged


def test_only_services_to_the_same_startup_count(startup):
    makers.make_filing(startup=startup, filed_on=DAY)
    case_on(makers.make_startup(), before(1))

    assert flagged()


def test_only_services_of_the_same_centre_count(startup):
    makers.make_filing(startup=startup, filed_on=DAY)
    case_on(startup, before(1), centre=makers.make_centre("gccei"))

    assert flagged()


def test_a_cancelled_case_is_no_service(startup):
    makers.make_filing(startup=startup, filed_on=DAY)
    case_on(startup, before(1), status="cancelled")

    assert flagged()


@pytest.mark.parametrize("serve", SERVICES)
def test_a_deleted_service_is_none(serve, startup):
    makers.make_filing(startup=startup, filed_on=DAY)
    serve(startup, before(1)).remove(reason="시험")

    assert flagged()


def test_what_no_figure_counts_is_not_flagged(startup):
    makers.make_investment(startup=startup, paid_on=None)
    makers.make_filing(startup=startup, filed_on=date(2017, 1, 1))

    assert flagged() == flagged("investment-linked") == []


def test_a_point_is_of_one_centre(startup):
    outcome = makers.make_filing(startup=startup, filed_on=DAY)
    other = makers.make_filing(
        startup=startup, filed_on=DAY, centre=makers.make_centre("gccei")
    )

    assert flagged(centre=outcome.centre) == [outcome.pk]
    assert flagged(centre=other.centre) == [other.pk]
    assert len(flagged()) == 2


@each_outcome
def test_a_figure_has_its_point(slug):
    assert f"{slug}-without-service" in {one.slug for one in points.of_figure(slug)}


def page_of(outcome):
    client = client_of(makers.make_user("officer"))
    return client.get(outcome.get_absolute_url())


@each_outcome
def test_the_page_of_an_outcome_says_that_no_service_came_before(slug, startup):
    answer = page_of(OUTCOMES[slug](startup=startup))

    assert answer.context["attribution"].last_on is None
    assert "먼저 제공한 지원이 없습니다" in answer.content.decode()


def test_the_page_says_which_service_came_last_and_how_long_before(startup):
    outcome = makers.make_filing(startup=startup, filed_on=DAY)
    case_on(startup, before(40))
    session_on(startup, before(30))
    place_on(startup, before(-10))

    attribution = page_of(outcome).context["attribution"]

    assert (attribution.last_on, attribution.days) == (before(30), 30)
    assert attribution.is_in_window


def test_the_page_says_where_the_last_service_is_too_old(startup):
    outcome = makers.make_filing(startup=startup, filed_on=DAY)
    case_on(startup, before(WINDOW + 1))

    assert f"{WINDOW}일" in page_of(outcome).content.decode()


def test_the_page_of_an_outcome_to_come_says_nothing(startup):
    outcome = makers.make_investment(startup=startup, paid_on=None)

    assert page_of(outcome).context["attribution"] is None
