"""Figures divided: the parts belong to the total, and each opens its own records."""

from datetime import date

import pytest
from django.db import transaction
from django.http import QueryDict
from django.utils.http import urlencode
from hypothesis import given, settings
from hypothesis import strategies as st

from accounts.models import Centre
from figures.breakdowns import THROUGH_TIME, breakdown, ways
from figures.measuring import Question, total
from figures.periods import Period
from figures.registry import get
from records.filters import filterset_class
from records.refusals import Refusal
from tests import makers
from tests.figures.examples import (
    FIGURES,
    adds,
    country_field,
    divides,
    make_counted,
    slug_of,
)

pytestmark = pytest.mark.django_db

YEAR = Period.of_year(2018)

each_figure = pytest.mark.parametrize("figure", FIGURES, ids=slug_of)
# A start-up supported in two months or by two centres counts once in the total.
ADDITIVE = [
    figure for figure in FIGURES if not figure.is_stock and not figure.is_shared
]
each_additive = pytest.mark.parametrize("figure", ADDITIVE, ids=slug_of)
each_stock = pytest.mark.parametrize(
    "figure", [figure for figure in FIGURES if figure.is_stock], ids=slug_of
)
each_single_split = pytest.mark.parametrize(
    ("figure", "split"),
    [
        pytest.param(figure, split, id=f"{figure.slug}-{split}")
        for figure in FIGURES
        for split in figure.splits
        if divides(figure, split) == "one"
    ],
)
each_somewhere = pytest.mark.parametrize(
    "figure", [figure for figure in FIGURES if country_field(figure)], ids=slug_of
)

COUNTRIES = {
    "consulting-cases": lambda codes, **fields: makers.make_case(
        countries=codes, **fields
    ),
    "consulting-sessions": lambda codes, **fields: makers.make_session(
        case=makers.make_case(countries=codes), **fields
    ),
    "consulting-hours": lambda codes, **fields: makers.make_session(
        case=makers.make_case(countries=codes), minutes=60, **fields
    ),
    "visits": lambda codes, **fields: makers.make_visit(countries=codes, **fields),
    "state-visits": lambda codes, **fields: makers.make_visit(
        countries=codes, visit_class="state", **fields
    ),
    "overseas-visitors": lambda codes, **fields: makers.make_visit(
        countries=codes, headcount=1, **fields
    ),
    "visiting-organisations": lambda codes, **fields: makers.make_visit(
        countries=codes, organisations=[f"기관 {next(makers.numbers)}"], **fields
    ),
    "visiting-leads": lambda codes, **fields: makers.make_visit(
        countries=codes, lead_name="단장", **fields
    ),
}
each_with_countries = pytest.mark.parametrize("slug", COUNTRIES)


def total_of(figure, period=YEAR, centre=None):
    return total(Question(figure, period, centre))


def parts_of(figure, by, period=YEAR, **options):
    return breakdown(figure, by, period, centres=Centre.objects.all(), **options)


def totals_by_key(figure, by, period=YEAR, **options):
    return {part.key: part.total for part in parts_of(figure, by, period, **options)}


def scatter(figure):
    """Records of several years, months, centres and amounts, some of them deleted."""
    b2g, gccei = makers.make_centre("b2g"), makers.make_centre("gccei")
    make_counted(figure, date(2017, 12, 31), amount=2, centre=b2g)
    make_counted(figure, date(2018, 1, 1), amount=3, centre=gccei)
    make_counted(figure, date(2018, 3, 31), amount=1, centre=b2g)
    make_counted(figure, date(2018, 4, 1), amount=4, centre=b2g)
    make_counted(figure, date(2018, 12, 31), amount=5, centre=gccei)
    make_counted(figure, date(2019, 1, 1), amount=6, centre=b2g)
    make_counted(figure, date(2018, 7, 7), amount=7).remove(reason="시험")


@each_additive
@pytest.mark.parametrize("by", [*THROUGH_TIME, "centre"])
def test_parts_through_time_and_by_centre_add_up_to_the_total(figure, by):
    scatter(figure)
    period = Period(date(2017, 1, 1), date(2019, 6, 30))

    assert sum(part.total for part in parts_of(figure, by, period)) == total_of(
        figure, period
    )


@each_single_split
def test_the_parts_of_a_split_add_up_to_the_total(figure, split):
    scatter(figure)

    assert sum(part.total for part in parts_of(figure, split)) == total_of(figure)


@each_stock
def test_each_part_of_a_stock_through_time_answers_for_its_last_day(figure):
    make_counted(figure, date(2018, 3, 5), amount=1)
    quarters = parts_of(figure, "quarter")

    assert [part.total for part in quarters] == [
        total_of(figure, part.period) for part in quarters
    ]


@each_figure
def test_the_records_behind_every_part_add_up_to_it(figure):
    scatter(figure)
    viewer = makers.make_user("viewer", all_centres=True)

    for by in ways(figure):
        for part in parts_of(figure, by):
            measured = measured_behind(figure, part, viewer)
            assert (by, part.key, sum(measured)) == (by, part.key, part.total)


def measured_behind(figure, part, viewer):
    """What the records add that the part's link leads to."""
    centre = Centre.objects.filter(code=part.narrowed.get("centre")).first()
    records = filterset_class(figure.record_type)(
        QueryDict(urlencode(part.narrowed)),
        figure.counted(part.period, centre),
        user=viewer,
    ).chosen
    return figure.with_measured(records).values_list("measured", flat=True)


@each_figure
def test_parts_are_found_in_as_many_statements_for_many_records(figure, statements):
    def needed():
        return {
            by: statements(lambda by=by: parts_of(figure, by)) for by in ways(figure)
        }

    make_counted(figure)
    make_counted(figure)
    few = needed()
    for _time in range(10):
        make_counted(figure)

    assert needed() == few


@each_figure
def test_a_centres_parts_are_its_own(figure):
    ours, theirs = makers.make_centre("b2g"), makers.make_centre("gccei")
    make_counted(figure, amount=2, centre=ours)
    make_counted(figure, amount=3, centre=theirs)

    assert totals_by_key(figure, "centre", centre=ours) == {"b2g": adds(figure, 2)}


@each_figure
def test_a_centre_without_records_has_its_zero(figure):
    makers.make_centre("gbsa")
    make_counted(figure, centre=makers.make_centre("b2g"))

    assert totals_by_key(figure, "centre") == {"b2g": 1, "gbsa": 0}


@each_figure
def test_a_way_the_figure_does_not_have_is_refused(figure):
    with pytest.raises(Refusal, match="shoe-size"):
        parts_of(figure, "shoe-size")


def test_a_figure_without_countries_is_not_divided_by_them():
    with pytest.raises(Refusal):
        parts_of(get("tenants"), "country")


def test_too_many_parts_are_refused():
    century = Period(date(1900, 1, 1), date(2018, 12, 31))

    with pytest.raises(Refusal, match="1428"):
        parts_of(get("visits"), "month", century)


def test_parts_through_time_are_named_for_their_time():
    figure = get("visits")

    assert [part.key for part in parts_of(figure, "year")] == ["2018"]
    assert [part.key for part in parts_of(figure, "quarter")][:2] == [
        "2018-Q1",
        "2018-Q2",
    ]
    assert [part.key for part in parts_of(figure, "month")][-1] == "2018-12"


def test_every_figure_over_several_countries_has_an_example():
    several = {
        figure.slug
        for figure in FIGURES
        if country_field(figure)
        and divides(figure, figure.record_type.country_filter) == "several"
    }

    assert COUNTRIES.keys() == several


@each_with_countries
def test_a_record_with_several_countries_counts_once_in_the_total(slug):
    COUNTRIES[slug](["VN", "TH", "US"])

    assert total_of(get(slug)) == 1


@each_with_countries
def test_a_record_with_several_countries_counts_under_each(slug):
    COUNTRIES[slug](["VN", "TH", "US"])

    assert totals_by_key(get(slug), "country") == {"VN": 1, "TH": 1, "US": 1}


@each_with_countries
def test_a_record_with_several_countries_counts_once_a_region(slug):
    COUNTRIES[slug](["VN", "TH", "US"])

    assert totals_by_key(get(slug), "region") == {"asean": 1, "north-america": 1}


@each_with_countries
def test_a_record_of_no_known_country_has_its_own_row(slug):
    COUNTRIES[slug]([])
    COUNTRIES[slug](["US"])

    assert totals_by_key(get(slug), "country") == {"": 1, "US": 1}


def test_an_outcome_of_no_known_country_has_its_own_row():
    makers.make_contract(country="")
    makers.make_contract(country="VN")

    assert totals_by_key(get("overseas-contracts"), "country") == {"": 1, "VN": 1}


def test_a_filing_at_an_international_office_belongs_to_no_continent():
    makers.make_filing(office="WO")
    makers.make_filing(office="EP")

    by_region = totals_by_key(get("overseas-filings"), "region")

    assert by_region == {"international": 1, "europe": 1}


@each_somewhere
@settings(max_examples=3)
@given(codes=st.lists(st.sampled_from(["VN", "TH", "US", "EE", ""]), max_size=4))
def test_no_region_counts_more_than_its_countries_together(figure, codes):
    name = figure.record_type.country_filter
    if "__" in name:
        return
    several = divides(figure, name) == "several"
    with transaction.atomic():
        for code in codes:
            given_codes = [code, "SG"] if several and code else [code] * bool(code)
            make_counted(figure, **{name: given_codes if several else code})
        by_country = totals_by_key(figure, "country")
        by_region = totals_by_key(figure, "region")
        assert sum(by_region.values()) <= sum(
            amount for code, amount in by_country.items() if code
        )
        transaction.set_rollback(True)


def test_a_case_of_two_fields_counts_under_each():
    makers.make_field("legal")
    makers.make_field("ip", "특허·상표")
    makers.make_case(fields=["legal", "ip"])
    makers.make_case(fields=[])

    by_field = totals_by_key(get("consulting-cases"), "fields")

    assert by_field == {"legal": 1, "ip": 1, "": 1}


def test_an_officer_who_has_left_still_opens_the_cases_counted():
    officer = makers.make_user(is_active=False, centre=makers.make_centre("gccei"))
    makers.make_case().officers.set([officer])
    figure = get("consulting-cases")
    [part] = parts_of(figure, "officers")

    records = filterset_class(figure.record_type)(
        QueryDict(urlencode(part.narrowed)),
        figure.counted(YEAR),
        user=makers.make_user("viewer"),
    ).chosen

    assert records.count() == part.total == 1


def test_a_case_of_two_officers_counts_under_each():
    one, other = makers.make_user(), makers.make_user()
    makers.make_case().officers.set([one, other])
    makers.make_case().officers.set([one])
    makers.make_case()

    by_officer = totals_by_key(get("consulting-cases"), "officers")

    assert by_officer == {str(one.pk): 2, str(other.pk): 1, "": 1}


def test_a_part_bears_the_word_people_use():
    makers.make_field("legal", "법률")
    makers.make_case(fields=["legal"], channel="video")
    figure = get("consulting-cases")

    [field] = parts_of(figure, "fields")
    [centre] = parts_of(figure, "centre")

    assert (field.label, centre.label) == ("법률", "센터 b2g")


def test_three_sessions_of_twenty_minutes_are_an_hour():
    for _time in range(3):
        makers.make_session(minutes=20)
    figure = get("consulting-hours")

    [part] = parts_of(figure, "year")

    assert figure.unit.number(part.total) == 1
