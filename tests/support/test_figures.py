"""What counts in the figures of start-up support, where their definitions say more
than a day."""

from datetime import date
from decimal import Decimal

import pytest

from figures.measuring import Question, total
from figures.periods import Period
from figures.registry import get
from tests import makers

pytestmark = pytest.mark.django_db

YEAR = Period.of_year(2018)


def total_of(slug, period=YEAR, centre=None):
    return total(Question(get(slug), period, centre))


def test_a_cancelled_case_does_not_count():
    makers.make_case(status="cancelled")

    assert total_of("consulting-cases") == 0


@pytest.mark.parametrize("status", ["open", "waiting", "closed"])
def test_a_case_counts_whatever_became_of_it(status):
    makers.make_case(status=status)

    assert total_of("consulting-cases") == 1


def test_a_case_counts_when_it_opens_not_when_it_closes():
    makers.make_case(
        opened_on=date(2017, 12, 30), closed_on=date(2018, 1, 4), status="closed"
    )

    assert total_of("consulting-cases") == 0


def test_a_case_counts_once_however_many_sessions_it_takes():
    case = makers.make_case()
    makers.make_session(case=case)
    makers.make_session(case=case)

    assert total_of("consulting-cases") == 1
    assert total_of("consulting-sessions") == 2


@pytest.mark.parametrize("slug", ["consulting-sessions", "consulting-hours"])
def test_the_sessions_of_a_cancelled_case_do_not_count(slug):
    makers.make_session(case=makers.make_case(status="cancelled"))

    assert total_of(slug) == 0


@pytest.mark.parametrize("slug", ["consulting-sessions", "consulting-hours"])
def test_the_sessions_of_a_deleted_case_do_not_count(slug):
    session = makers.make_session()
    session.case.remove(reason="중복")

    assert total_of(slug) == 0


def test_a_session_of_unknown_length_counts_and_adds_no_hours():
    makers.make_session(minutes=None)
    makers.make_session(minutes=90)

    assert total_of("consulting-sessions") == 2
    assert total_of("consulting-hours") == Decimal("1.5")


def test_a_start_up_with_two_cases_is_supported_once():
    startup = makers.make_startup()
    makers.make_case(startup=startup, opened_on=date(2018, 1, 1))
    makers.make_case(startup=startup, opened_on=date(2018, 12, 31))

    assert total_of("startups-supported") == 1


def test_a_start_up_supported_by_two_centres_counts_once_over_all():
    startup = makers.make_startup()
    b2g, gccei = makers.make_centre("b2g"), makers.make_centre("gccei")
    makers.make_case(startup=startup, centre=b2g)
    makers.make_case(startup=startup, centre=gccei)

    assert total_of("startups-supported", centre=b2g) == 1
    assert total_of("startups-supported", centre=gccei) == 1
    assert total_of("startups-supported") == 1


def test_a_start_up_counts_for_the_centre_that_supports_it_not_that_registered_it():
    b2g, gccei = makers.make_centre("b2g"), makers.make_centre("gccei")
    makers.make_case(startup=makers.make_startup(centre=b2g), centre=gccei)

    assert total_of("startups-supported", centre=b2g) == 0
    assert total_of("startups-supported", centre=gccei) == 1


@pytest.mark.parametrize("fields", [{"status": "cancelled"}, {"deleted": True}])
def test_a_start_up_without_a_counting_case_is_not_supported(fields):
    case = makers.make_case(status=fields.get("status", "open"))
    if fields.get("deleted"):
        case.remove(reason="중복")

    assert total_of("startups-supported") == 0


def test_a_filing_in_preparation_does_not_count():
    makers.make_filing(status="preparing", filed_on=None)

    assert total_of("overseas-filings") == 0


def test_a_refused_filing_counts_on_its_day():
    makers.make_filing(status="refused")

    assert total_of("overseas-filings") == 1


def test_promised_money_does_not_count():
    makers.make_investment(paid_on=None)

    assert total_of("investment-linked") == 0
    assert total_of("investments-made") == 0


def test_money_of_unknown_rate_is_listed_and_not_added():
    unknown = makers.make_investment(amount=5_000_000, currency="USD")
    makers.make_investment(amount=300_000_000, currency="KRW")
    figure = get("investment-linked")

    listed = figure.with_measured(figure.counted(YEAR))

    assert total_of("investment-linked") == 300_000_000
    assert {one.pk: one.measured for one in listed}[unknown.pk] is None


def test_an_investment_without_an_amount_is_an_investment_made():
    makers.make_investment(amount=None, currency="")

    assert total_of("investments-made") == 1


def test_money_counts_in_won_at_its_own_rate():
    makers.make_investment(
        amount=1_000_000, currency="USD", fx_rate="1113.5", fx_on=date(2018, 3, 5)
    )

    assert total_of("investment-linked") == 1_113_500_000


def test_several_in_one_row_of_an_old_ledger_count_as_so_many():
    makers.make_filing(quantity=3)
    makers.make_filing()

    assert total_of("overseas-filings") == 4


def test_a_tenants_return_counts_for_its_year_whenever_one_asks_in_it():
    makers.make_tenant_return(year=2018)

    assert total_of("tenants", Period.of_month(2018, 1)) == 1
    assert total_of("tenants", Period.of_year(2019)) == 0


def test_returns_of_unknown_revenue_add_nothing_and_count_as_tenants():
    makers.make_tenant_return(revenue_krw=None, employees=None)

    assert total_of("tenants") == 1
    assert total_of("tenant-revenue") == 0
    assert total_of("tenant-employees") == 0
