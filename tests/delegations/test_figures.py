"""What counts in the figures of visits and agreements, where their definitions say
more than a day."""

from datetime import date

import pytest

from figures.measuring import Question, total
from figures.periods import Period
from figures.registry import get
from tests import makers

pytestmark = pytest.mark.django_db

YEAR = Period.of_year(2018)
VISIT_FIGURES = (
    "visits",
    "state-visits",
    "overseas-visitors",
    "visiting-organisations",
)


def total_of(slug, period=YEAR):
    return total(Question(get(slug), period))


def until(*day):
    return YEAR.until(date(*day))


@pytest.mark.parametrize("slug", VISIT_FIGURES)
@pytest.mark.parametrize("status", ["planned", "cancelled"])
def test_a_visit_that_was_not_made_does_not_count(slug, status):
    makers.make_visit(status=status, visit_class="state")

    assert total_of(slug) == 0


def test_a_visit_over_new_year_counts_once_on_its_first_day():
    makers.make_visit(starts_on=date(2018, 12, 30), ends_on=date(2019, 1, 2))

    assert total_of("visits", Period.of_year(2018)) == 1
    assert total_of("visits", Period.of_year(2019)) == 0


@pytest.mark.parametrize("protocol", ["official", "working", "private", "study", ""])
def test_only_the_class_state_is_a_state_visit(protocol):
    makers.make_visit(visit_class=protocol)

    assert total_of("state-visits") == 0


def test_planned_heads_are_no_visitors():
    makers.make_visit(planned=40, headcount=None)
    makers.make_visit(planned=40, headcount=12)

    assert total_of("overseas-visitors") == 12


def test_an_organisation_counts_at_each_of_its_visits():
    makers.make_visit(organisations=["KOTRA", "DEPA"])
    makers.make_visit(organisations=["DEPA"])
    makers.make_visit(organisations=[])

    assert total_of("visiting-organisations") == 3


def test_an_agreement_in_talks_is_not_signed():
    makers.make_mou(status="talks", signed_on=None)

    assert total_of("mous-signed") == total_of("mous-in-force") == 0


def test_an_agreement_is_in_force_on_its_last_day():
    makers.make_mou(signed_on=date(2017, 1, 1), expires_on=date(2018, 6, 30))

    assert total_of("mous-in-force", until(2018, 6, 30)) == 1


def test_an_agreement_is_not_in_force_after_its_last_day():
    makers.make_mou(signed_on=date(2017, 1, 1), expires_on=date(2018, 6, 30))

    assert total_of("mous-in-force", until(2018, 7, 1)) == 0


def test_a_terminated_agreement_is_not_in_force_on_the_day_it_ends():
    makers.make_mou(
        signed_on=date(2017, 1, 1), terminated_on=date(2018, 6, 30), status="terminated"
    )

    assert total_of("mous-in-force", until(2018, 6, 29)) == 1
    assert total_of("mous-in-force", until(2018, 6, 30)) == 0


def test_a_terminated_agreement_was_signed():
    makers.make_mou(terminated_on=date(2018, 6, 30), status="terminated")

    assert total_of("mous-signed") == 1


@pytest.mark.parametrize("stage", ["talks", "confirmed", "withdrawn"])
def test_an_agency_that_never_opened_does_not_count(stage):
    makers.make_agency(stage=stage, opened_on=None)

    assert total_of("agencies-opened") == total_of("agencies-open") == 0


def test_an_agency_is_open_until_the_day_it_closes():
    makers.make_agency(
        opened_on=date(2017, 1, 1), closed_on=date(2018, 6, 30), stage="withdrawn"
    )

    assert total_of("agencies-open", until(2018, 6, 29)) == 1
    assert total_of("agencies-open", until(2018, 6, 30)) == 0


def test_an_agency_that_closed_did_open():
    makers.make_agency(closed_on=date(2018, 6, 30), stage="withdrawn")

    assert total_of("agencies-opened") == 1
