"""What counts in the figures of visits and agreements, where their definitions say
more than a day."""

from datetime import date

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from figures.measuring import Question, total
from figures.models import Claim
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
    "visiting-leads",
)
DAYS = st.dates(date(2017, 12, 1), date(2018, 3, 1))


def total_of(slug, period=YEAR):
    return total(Question(get(slug), period))


def until(*day):
    return YEAR.until(date(*day))


@pytest.mark.parametrize("slug", VISIT_FIGURES)
@pytest.mark.parametrize("status", ["planned", "cancelled"])
def test_a_visit_that_was_not_made_does_not_count(slug, status):
    makers.make_visit(status=status, visit_class="state", lead_name="단장")

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


# Four counts of people: visits, heads, organisations, leads.

LEAD = {"lead_name": "Somsak Chai", "countries": ["TH"]}


def parts_of(slug, period=YEAR, centre=None, **narrowed):
    figure = get(slug)
    records = figure.counted(period, centre).filter(**narrowed)
    return [one.measured for one in figure.with_measured(records).order_by("pk")]


def test_an_organisation_counts_once_however_often_it_comes():
    makers.make_visit(organisations=["KOTRA", "DEPA"])
    makers.make_visit(organisations=["DEPA"])
    makers.make_visit(organisations=[])

    assert total_of("visiting-organisations") == 2
    assert parts_of("visiting-organisations") == [2, 0, 0]


def test_an_organisation_counts_at_its_first_visit_by_day():
    makers.make_visit(organisations=["DEPA"], starts_on=date(2018, 5, 2))
    makers.make_visit(organisations=["DEPA"], starts_on=date(2018, 5, 1))

    assert parts_of("visiting-organisations") == [0, 1]


def test_an_organisation_counts_anew_in_another_year_and_at_another_centre():
    ours, theirs = makers.make_centre("b2g"), makers.make_centre("gccei")
    makers.make_visit(organisations=["DEPA"], starts_on=date(2017, 5, 1), centre=ours)
    makers.make_visit(organisations=["DEPA"], centre=ours)
    makers.make_visit(organisations=["DEPA"], centre=theirs)

    asked = (
        (YEAR, ours),
        (YEAR, theirs),
        (YEAR, None),
        (Period(date(2017, 1, 1), date(2018, 12, 31)), None),
    )
    figure = get("visiting-organisations")
    assert [total(Question(figure, *one)) for one in asked] == [1, 1, 1, 1]


@pytest.mark.parametrize("written", ["(주)가온", "가온 주식회사", "㈜ 가 온"])
def test_an_organisation_is_one_however_it_is_written(written):
    makers.make_visit(organisations=["가온", written, written])

    assert total_of("visiting-organisations") == 1


def test_what_is_no_name_is_no_organisation():
    makers.make_visit(organisations=["-", " · "])

    assert total_of("visiting-organisations") == 0


def test_narrowed_parts_add_up_to_the_organisations():
    makers.make_visit(organisations=["DEPA", "KOTRA"], kind="agency")
    makers.make_visit(organisations=["DEPA", "KISED"], kind="government")

    parts = [
        parts_of("visiting-organisations", kind=k) for k in ("agency", "government")
    ]
    assert parts == [[2], [1]]


def test_a_lead_counts_once():
    makers.make_visit(**LEAD, starts_on=date(2018, 5, 2))
    makers.make_visit(**LEAD | {"lead_name": "SOMSAK  CHAI"})
    makers.make_visit(lead_name="")

    assert total_of("visiting-leads") == 1


def test_a_namesake_from_another_country_is_another_lead():
    makers.make_visit(**LEAD)
    makers.make_visit(**LEAD | {"countries": ["VN"]})

    assert total_of("visiting-leads") == 2


def test_a_visit_of_many_days_and_countries_counts_once_in_every_count():
    makers.make_visit(
        **LEAD | {"countries": ["TH", "VN", "LA"]},
        starts_on=date(2018, 3, 5),
        ends_on=date(2018, 3, 9),
        headcount=12,
        organisations=["DEPA"],
    )

    counts = [
        total_of(slug)
        for slug in (
            "visits",
            "overseas-visitors",
            "visiting-organisations",
            "visiting-leads",
        )
    ]
    assert counts == [1, 12, 1, 1]


def test_a_visit_claimed_by_two_centres_counts_as_its_lead():
    ours = makers.make_visit(organisations=["DEPA"], lead_name="Chai")
    theirs = makers.make_visit(
        organisations=["디지털경제진흥원"],
        lead_name="Somsak Chai",
        centre=makers.make_centre("gccei"),
    )
    Claim.objects.create(
        record_type="visits",
        one_pk=ours.pk,
        other_pk=theirs.pk,
        one_centre=ours.centre,
        other_centre=theirs.centre,
        score=90,
        state=Claim.State.SAME,
        lead_pk=theirs.pk,
        follower_pk=ours.pk,
    )

    for slug in ("visits", "visiting-organisations", "visiting-leads"):
        claimed = [
            total(Question(get(slug), YEAR, one.centre)) for one in (ours, theirs)
        ]
        assert (total_of(slug), claimed) == (1, [1, 1])


visits_made = st.lists(
    st.tuples(
        st.dates(date(2017, 12, 1), date(2018, 3, 1)),
        st.lists(st.sampled_from(["A", "(주)A", "b", "B ", "C", "-"]), max_size=3),
        st.sampled_from(["Kim", "KIM", "Lee", ""]),
        st.sampled_from(["b2g", "gccei"]),
    ),
    max_size=6,
)


@settings(max_examples=15)
@given(made=visits_made, ends=st.tuples(DAYS, DAYS).map(sorted))
def test_distinct_counts_are_what_sets_say(made, ends):
    period = Period(*ends)
    with transaction.atomic():
        for day, organisations, lead, code in made:
            makers.make_visit(
                starts_on=day,
                organisations=organisations,
                lead_name=lead,
                centre=makers.make_centre(code),
            )
        for code in ("b2g", "gccei", None):
            centre = code and makers.make_centre(code)
            seen = [
                one
                for one in made
                if code in (None, one[3]) and period.start <= one[0] <= period.end
            ]
            names = {
                name.replace("(주)", "").strip().casefold()
                for one in seen
                for name in one[1]
            }
            leads = {one[2].casefold() for one in seen}
            for slug, expected in (
                ("visiting-organisations", names - {"-"}),
                ("visiting-leads", leads - {""}),
            ):
                answer = total(Question(get(slug), period, centre))
                assert answer == len(expected)
                assert sum(parts_of(slug, period, centre)) == answer
        transaction.set_rollback(True)


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
