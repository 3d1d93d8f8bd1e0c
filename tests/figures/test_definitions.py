"""Definitions: every figure says its own; a former one goes on holding its years."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.utils.html import escape
from django.utils.translation import override

from delegations.models import Visit
from figures import closing, registry, rules
from figures.bridging import bridges_of
from figures.checks import check_figure
from figures.compiling import function_name, function_of
from figures.measuring import Question, total, totals
from figures.periods import Period
from figures.registry import FormerDefinition, get
from support.models import ConsultingCase
from tests import makers
from tests.figures.examples import FIGURES
from tests.figures.test_closing import close_year, refused
from tests.records.samples import client_of, sign_in

pytestmark = pytest.mark.django_db

LAST, BRIDGE = 2017, 2018
FORMER = FormerDefinition(
    version=1,
    until=LAST,
    counts="국빈 방문만",
    records=Visit.objects.of_state_in,
)


def changed(**fields):
    """The visits, of which only state visits counted until 2017."""
    return replace(get("visits"), **{"version": 2, "former": (FORMER,)} | fields)


@pytest.fixture
def figure(monkeypatch):
    figure = changed()
    monkeypatch.setitem(registry._figures, figure.slug, figure)
    return figure


@pytest.fixture
def centre():
    return makers.make_centre("b2g")


def make_visits(*years: int, centre=None) -> None:
    """Of each year one of state and two others."""
    for year in years:
        for visit_class in ("state", "working", "study"):
            makers.make_visit(
                starts_on=date(year, 6, 15), visit_class=visit_class, centre=centre
            )


def total_of(figure, period, centre=None):
    return total(Question(figure, period, centre))


def test_each_year_counts_by_the_definition_in_force(figure):
    make_visits(2016, 2017, 2018)

    years = [Period.of_year(year) for year in (2016, 2017, 2018)]

    assert totals([Question(figure, year) for year in years]) == [1, 1, 3]


def test_a_period_over_the_change_adds_up_its_years(figure):
    make_visits(2016, 2017, 2018, 2019)
    period = Period(date(2016, 1, 1), date(2019, 12, 31))

    assert total_of(figure, period) == 1 + 1 + 3 + 3
    assert figure.counted(period).count() == 8


def test_a_stock_counts_by_the_definition_of_its_last_day():
    figure = replace(
        get("mous-in-force"),
        version=2,
        former=(replace_records(get("mous-in-force"), kind="mou"),),
    )
    for kind in ("mou", "loi"):
        makers.make_mou(signed_on=date(2016, 3, 1), kind=kind)
    makers.make_mou(signed_on=date(2016, 3, 1), expires_on=date(2018, 6, 30))

    assert total_of(figure, Period(date(2016, 1, 1), date(2018, 12, 31))) == 2
    assert total_of(figure, Period.of_year(2017)) == 2


def replace_records(figure, **narrowed) -> FormerDefinition:
    return FormerDefinition(
        version=1,
        until=LAST,
        counts="협약만",
        records=lambda period: figure.records(period).filter(**narrowed),
    )


def test_of_three_definitions_each_holds_its_years():
    first = replace_records(get("visits"), visit_class="study")
    figure = changed(version=3, former=(replace(FORMER, version=2), first_until(first)))
    make_visits(2015, 2016, 2017, 2018)
    makers.make_visit(starts_on=date(2015, 7, 1), visit_class="study")

    found = [total_of(figure, Period.of_year(year)) for year in range(2015, 2019)]

    assert found == [2, 1, 1, 3]
    assert total_of(figure, Period(date(2015, 1, 1), date(2018, 12, 31))) == 7


def first_until(former: FormerDefinition) -> FormerDefinition:
    return replace(former, until=2015)


def test_one_centre_counts_its_own_over_the_change(figure, centre):
    make_visits(2017, 2018, centre=centre)
    make_visits(2017, 2018, centre=makers.make_centre("gbsa"))

    assert total_of(figure, Period(date(2017, 1, 1), date(2018, 12, 31)), centre) == 4


def test_the_database_counts_each_year_by_its_definition(figure, centre):
    make_visits(2017, 2018, centre=centre)

    with connection.cursor() as cursor:
        cursor.execute(function_of(figure))
        found = {}
        for year in (2017, 2018):
            cursor.execute(
                f"SELECT count(*) FROM {function_name(figure)}(%s, %s)",
                (year, centre.pk),
            )
            [found[year]] = cursor.fetchone()

    assert found == {2017: 1, 2018: 3}


def test_a_seal_says_the_version_of_its_year_and_holds_by_it(figure, centre):
    make_visits(2017, 2018, centre=centre)
    rules.write()

    closes = [close_year(centre, year) for year in (2017, 2018)]

    seals = [close.seals.get(figure=figure.slug) for close in closes]
    assert [(one.definition, one.total) for one in seals] == [(1, 1), (2, 3)]
    other = Visit.objects.filter(starts_on__year=2017, visit_class="study")
    assert refused(lambda: other.update(visit_class="state"))
    assert not any(closing.is_moved(close, figure) for close in closes)


def test_the_bridging_year_has_both_numbers(figure, centre):
    make_visits(2017, 2018, centre=centre)

    [bridge] = bridges_of(figure, centre)

    assert (bridge.year, bridge.former, bridge.now) == (BRIDGE, 1, 3)


def test_only_the_bridging_year_is_counted_by_the_former_definition(figure):
    assert figure.before(Period.of_year(2017)) is None
    assert figure.before(Period.of_year(2018)).version == 1
    assert figure.before(Period.of_year(2019)) is None


def test_the_page_of_the_figure_opens_both_numbers(figure, centre):
    make_visits(2017, 2018, centre=centre)
    client = client_of(makers.make_user("viewer", centre))

    page = client.get("/figures/visits/").content.decode()

    assert "국빈 방문만" in page
    for query, count in (("?definition=1", 1), ("", 3)):
        address = f"/figures/visits/2018/{query}"
        assert address in page
        assert len(client.get(address).context["table"].rows) == count


def test_the_api_lists_the_records_of_a_former_definition(figure, centre):
    make_visits(2018, centre=centre)
    client = client_of(makers.make_user("viewer", centre))

    answer = client.get("/api/v1/figures/visits/records/?year=2018&definition=1")

    assert answer.json()["count"] == 1


@pytest.mark.parametrize("version", ["3", "0", "x", "²"])
def test_a_version_that_is_not_there_is_not_found(version, figure):
    page = sign_in("viewer").get(f"/figures/visits/2018/?definition={version}")

    assert page.status_code == 404


def test_versions_say_since_when_they_hold(figure):
    told = [(one.version, one.since, one.until) for one in figure.definitions]

    assert told == [(2, 2018, None), (1, None, 2017)]


def errors_of(figure) -> list[str]:
    return [error.id for error in check_figure(figure)]


def test_a_definition_that_is_whole_passes_the_checks():
    assert errors_of(changed()) == []


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"evidence": ""}, "figures.E004"),
        ({"once": ""}, "figures.E004"),
        ({"version": 3}, "figures.E005"),
        ({"former": ()}, "figures.E005"),
        ({"former": (FORMER, replace(FORMER, version=0))}, "figures.E006"),
    ],
)
def test_a_definition_that_cannot_work_is_an_error(fields, error):
    assert error in errors_of(changed(**fields))


def test_what_is_measured_is_in_the_former_records_too():
    former = replace(FORMER, records=ConsultingCase.objects.opened_in)
    figure = replace(get("overseas-visitors"), version=2, former=(former,))

    assert "figures.E003" in errors_of(figure)


@pytest.mark.parametrize("name", ["counts", "evidence", "once"])
def test_the_page_of_definitions_has_every_text_in_both_languages(name):
    page = sign_in("viewer").get("/definitions/").content.decode()

    for language in ("ko", "en"):
        with override(language):
            texts = {escape(str(getattr(figure, name))) for figure in FIGURES}
        assert [text for text in texts if text not in page] == []


def test_definitions_know_no_parameters():
    assert sign_in("viewer").get("/definitions/?year=2018").status_code == 400
