"""The timeline of a record: all that belongs to it, newest first, page by page."""

from datetime import date, timedelta

import pytest
from django.core.checks import run_checks

from records import record_types
from records.links import links_to, quick_entries, ways_to
from records.refusals import Refusal
from records.timelines import PAGE_SIZE, Timeline
from support.models import Partner, Startup
from tests import makers
from tests.records.samples import RECORD_TYPES, make_one, slug_of

pytestmark = pytest.mark.django_db

TIMED = [kind for kind in ways_to(Startup) if kind.day]
each_timed_type = pytest.mark.parametrize("kind", TIMED, ids=slug_of)


@pytest.fixture
def startup():
    return makers.make_startup("한빛소프트")


@pytest.fixture
def officer():
    return makers.make_user("officer")


def of_startup(kind, startup, **fields):
    """A record of the type that belongs to the start-up."""
    first, *further = ways_to(Startup)[kind].split("__")
    if further:
        fields[first] = makers.make_case(
            startup=startup, centre=fields.get("centre") or makers.make_centre()
        )
    elif kind.field(first).many_to_one:
        fields[first] = startup
    record = make_one(kind, **fields)
    if kind.field(first).many_to_many:
        getattr(record, first).add(startup)
    return record


def shown(timeline) -> list:
    return [entry.record for year in timeline.years for entry in year.entries]


def pages_of(startup, user, **options) -> list[list]:
    pages, before = [], ""
    while True:
        timeline = Timeline(startup, user, before=before, **options)
        pages.append(shown(timeline))
        before = timeline.next_place
        if not before:
            return pages


# What belongs to a record


def test_every_type_with_a_link_belongs_to_what_it_links_to():
    linked = {
        kind.slug
        for kind in RECORD_TYPES
        for field in (*kind.model._meta.fields, *kind.model._meta.many_to_many)
        if field.related_model is Startup
    }

    assert linked
    assert linked == {kind.slug for kind in links_to(Startup)}
    assert linked <= {kind.slug for kind in ways_to(Startup)}


def test_what_cannot_be_without_a_record_belongs_to_what_that_one_belongs_to():
    ways = {kind.slug: way for kind, way in ways_to(Startup).items()}

    assert ways["sessions"] == "case__startup"


def test_what_may_be_without_a_record_does_not_belong_through_it():
    assert "mous" not in {kind.slug for kind in ways_to(Startup)}


def test_only_people_stand_outside_of_time():
    assert {kind.slug for kind in ways_to(Startup) if not kind.day} == {"contacts"}


def test_a_day_that_is_none_is_an_error_of_the_system_check(monkeypatch):
    kind = record_types.get("cases")
    monkeypatch.setitem(kind.__dict__, "day", "title")

    assert "records.E008" in {error.id for error in run_checks(tags=["records"])}


# Every type


@each_timed_type
def test_a_record_stands_on_the_timeline_of_its_start_up(kind, startup, officer):
    record = of_startup(kind, startup)

    assert record in shown(Timeline(startup, officer))


@each_timed_type
def test_a_record_stands_on_no_other_timeline(kind, startup, officer):
    of_startup(kind, makers.make_startup())

    assert shown(Timeline(startup, officer)) == []


@each_timed_type
def test_another_centres_record_is_not_shown(kind, startup, officer):
    of_startup(kind, startup, centre=makers.make_centre("gccei"))

    timeline = Timeline(startup, officer)

    assert shown(timeline) == []
    assert timeline.numbers == {}


@each_timed_type
def test_national_staff_see_every_centres_records(kind, startup):
    record = of_startup(kind, startup, centre=makers.make_centre("gccei"))
    national = makers.make_user("manager", all_centres=True)

    assert record in shown(Timeline(startup, national))


@each_timed_type
def test_a_deleted_record_is_not_shown(kind, startup, officer):
    record = of_startup(kind, startup)
    record.remove(reason="시험")

    assert record not in shown(Timeline(startup, officer))


@each_timed_type
def test_a_type_can_be_chosen(kind, startup, officer):
    records = [of_startup(other, startup) for other in TIMED]

    chosen = shown(Timeline(startup, officer, chosen=[kind.slug]))

    # A session has brought its case.
    assert {type(record) for record in chosen} == {kind.model}
    assert {r for r in records if type(r) is kind.model} <= set(chosen)


def test_a_partners_timeline_has_what_links_to_it(officer):
    partner = makers.make_partner()
    investment = makers.make_investment()
    investment.partners.add(partner)
    mou = makers.make_mou(partner=partner)

    assert set(shown(Timeline(partner, officer))) == {investment, mou}
    assert {kind.slug for kind in ways_to(Partner)} == {
        "contracts",
        "investments",
        "mous",
        "agencies",
    }


# Order and pages


def test_the_newest_stands_first_whatever_its_type(startup, officer):
    old = makers.make_case(startup=startup, opened_on=date(2017, 5, 1))
    new = makers.make_filing(startup=startup, filed_on=date(2018, 5, 1))
    middle = makers.make_contract(startup=startup, signed_on=date(2018, 1, 1))

    assert shown(Timeline(startup, officer)) == [new, middle, old]


def test_what_has_no_day_yet_stands_before_everything(startup, officer):
    makers.make_case(startup=startup)
    promised = makers.make_investment(startup=startup, paid_on=None)

    first, second = Timeline(startup, officer).years

    assert (first.year, [e.record for e in first.entries]) == (None, [promised])
    assert second.year == 2018


def test_what_knows_its_year_only_stands_at_the_years_end(startup, officer):
    case = makers.make_case(startup=startup, opened_on=date(2018, 12, 30))
    tenant = makers.make_tenant_return(startup=startup, year=2018)

    assert shown(Timeline(startup, officer)) == [tenant, case]


def test_years_say_how_many_there_are_also_beyond_the_page(startup, officer):
    for number in range(PAGE_SIZE + 5):
        makers.make_case(startup=startup, title=str(number))

    [year] = Timeline(startup, officer).years

    assert (year.year, year.number, len(year.entries)) == (2018, 35, PAGE_SIZE)


def test_pages_show_everything_once_in_one_order(startup, officer):
    """Days shared by many, records without a day, and types that end in mid-day."""
    monday = date(2018, 3, 5)
    for number in range(25):
        day = monday - timedelta(days=number // 10)
        makers.make_case(startup=startup, opened_on=day)
        makers.make_filing(startup=startup, filed_on=day)
        makers.make_investment(startup=startup, paid_on=None if number % 3 else day)

    pages = pages_of(startup, officer)

    everything = [record for page in pages for record in page]
    assert [len(page) for page in pages] == [30, 30, 15]
    assert len({(type(r), r.pk) for r in everything}) == 75


def test_a_page_of_one_type_goes_on_where_it_ended(startup, officer):
    for _time in range(PAGE_SIZE + 1):
        makers.make_case(startup=startup)
        makers.make_filing(startup=startup)

    pages = pages_of(startup, officer, chosen=["filings"])

    assert [len(page) for page in pages] == [PAGE_SIZE, 1]


@pytest.mark.parametrize(
    "place",
    ["x", "2018-03-05", "2018-13-05.cases.1", "2018-03-05.nothing.1", ".cases.x"],
)
def test_what_is_no_place_is_refused(startup, officer, place):
    with pytest.raises(Refusal):
        Timeline(startup, officer, before=place)


def test_what_is_no_type_of_it_is_refused(startup, officer):
    with pytest.raises(Refusal):
        Timeline(startup, officer, chosen=["partners"])


def test_a_page_takes_as_many_statements_for_many_records(startup, officer, statements):
    def look():
        shown(Timeline(startup, officer))

    for kind in TIMED:
        of_startup(kind, startup)
    look()
    few = statements(look)
    for number in range(100):
        makers.make_case(startup=startup, opened_on=date(2010, 1, 1 + number % 28))

    assert statements(look) == few


# What a line says


def line_of(record, startup, officer):
    [entry] = [
        entry
        for year in Timeline(startup, officer).years
        for entry in year.entries
        if entry.record == record
    ]
    return entry


def test_a_line_does_not_repeat_the_name_of_the_page(startup, officer):
    membership = makers.make_membership(startup=startup, kind="member")

    assert line_of(membership, startup, officer).title == "멤버"


def test_a_line_does_not_repeat_its_day(startup, officer):
    case = makers.make_case(startup=startup, title="베트남 상담")
    session = makers.make_session(case=case)

    assert line_of(session, startup, officer).title == "베트남 상담"


def test_a_return_is_called_by_its_year(startup, officer):
    tenant = makers.make_tenant_return(startup=startup, year=2018)

    assert line_of(tenant, startup, officer).title == "2018"


def test_a_title_that_begins_with_the_name_stays_whole(startup, officer):
    case = makers.make_case(startup=startup, title="한빛소프트 베트남 상담")

    assert line_of(case, startup, officer).title == "한빛소프트 베트남 상담"


def test_a_line_says_state_and_amount(startup, officer):
    case = makers.make_case(startup=startup, status="waiting")
    investment = makers.make_investment(startup=startup, amount=250_000_000)

    assert line_of(case, startup, officer).state == "대기"
    amount = line_of(investment, startup, officer).amount
    assert (amount.text, amount.title) == ("2.5억", "250,000,000")


def test_an_amount_without_a_rate_stands_in_its_own_currency(startup, officer):
    investment = makers.make_investment(startup=startup, amount=1500, currency="USD")

    assert line_of(investment, startup, officer).amount.text == "USD 1,500.00"


# Quick entry


def test_quick_entries_lead_to_every_type_that_links_to_it(startup, officer):
    slugs = [kind.slug for kind, _address in quick_entries(startup, officer)]

    assert set(slugs) == {kind.slug for kind in links_to(Startup)}


def test_who_may_not_write_is_offered_no_quick_entry(startup):
    assert quick_entries(startup, makers.make_user("auditor")) == []
