"""Open points: each finds the records it is about, of its centre and year alone."""

from datetime import date

import pytest

from figures import closing, points
from figures.models import Claim
from figures.periods import Period
from figures.readiness import readiness
from records.attachments import Attachment
from records.imports import Import
from records.refusals import Refusal
from tests import makers
from tests.records.samples import client_of

pytestmark = pytest.mark.django_db

YEAR = Period.of_year(2018)
DAY = date(2018, 6, 15)


def among_usual(make, column: str, **fields):
    """One far above five usual ones."""
    for _time in range(5):
        make(**{column: 10} | fields)
    return make(**{column: 201} | fields)


EXAMPLES = {
    "investments-without-rate": lambda **of: makers.make_investment(
        paid_on=DAY, amount=100, currency="USD", **of
    ),
    "investments-without-amount": lambda **of: makers.make_investment(
        paid_on=DAY, amount=None, **of
    ),
    "investments-far-above": lambda **of: among_usual(
        makers.make_investment, "amount", paid_on=DAY, **of
    ),
    "investments-without-date": lambda **of: makers.make_investment(
        paid_on=None, introduced_on=DAY, **of
    ),
    "filings-without-date": lambda **of: makers.make_filing(
        filed_on=None, status="preparing", priority_on=DAY, **of
    ),
    "cases-open": lambda **of: makers.make_case(opened_on=DAY, **of),
    "sessions-without-minutes": lambda **of: makers.make_session(
        held_on=DAY, minutes=None, **of
    ),
    "tenants-without-employees": lambda **of: makers.make_tenant_return(
        employees=None, **of
    ),
    "tenants-without-revenue": lambda **of: makers.make_tenant_return(
        revenue_krw=None, **of
    ),
    "filings-without-evidence": lambda **of: makers.make_filing(filed_on=DAY, **of),
    "contracts-without-evidence": lambda **of: makers.make_contract(
        signed_on=DAY, **of
    ),
    "incorporations-without-evidence": lambda **of: makers.make_incorporation(
        established_on=DAY, **of
    ),
    "investments-without-evidence": lambda **of: makers.make_investment(
        paid_on=DAY, **of
    ),
    "visits-undecided": lambda **of: makers.make_visit(
        starts_on=DAY, status="planned", **of
    ),
    "visits-without-headcount": lambda **of: makers.make_visit(
        starts_on=DAY, headcount=None, **of
    ),
    "visits-far-above": lambda **of: among_usual(
        makers.make_visit, "headcount", starts_on=DAY, **of
    ),
    "mous-without-date": lambda **of: makers.make_mou(
        signed_on=None,
        status="talks",
        visit=makers.make_visit(starts_on=DAY, **of),
        **of,
    ),
    "mous-without-evidence": lambda **of: makers.make_mou(signed_on=DAY, **of),
}
each_point = pytest.mark.parametrize("slug", EXAMPLES)


@pytest.fixture
def centre():
    return makers.make_centre("b2g")


@each_point
def test_a_point_finds_its_records_in_their_year_and_centre(slug, centre):
    record = EXAMPLES[slug](centre=centre)
    EXAMPLES[slug](centre=makers.make_centre("gccei"))
    point = points.get(slug)

    assert record in point.records(YEAR, centre)
    of_all = point.count(YEAR, centre) + point.count(YEAR, makers.make_centre("gccei"))
    assert point.count(YEAR, None) == of_all
    assert not point.count(Period.of_year(2016), centre)


@each_point
def test_the_records_of_a_point_are_one_click_from_its_number(slug, centre):
    record = EXAMPLES[slug](centre=centre)
    client = client_of(makers.make_user("viewer", centre))

    page = client.get(f"/closes/2018/{centre.code}/")
    [line] = [x for x in page.context["lines"] if x.point.slug == slug]
    listed = client.get(line.url).context["table"]

    assert line.count == len(listed.rows)
    assert record.pk in [row.record.pk for row in listed.rows]


@pytest.mark.parametrize("make", [makers.make_investment, makers.make_visit])
def test_the_usual_is_no_outlier(make, centre):
    for _time in range(5):
        make(centre=centre)
    assert not points.get("investments-far-above").count(YEAR, centre)
    assert not points.get("visits-far-above").count(YEAR, centre)


def test_what_is_usual_is_asked_of_each_centre_by_itself(centre):
    other = makers.make_centre("gccei")
    for _time in range(5):
        makers.make_visit(starts_on=DAY, headcount=1, centre=centre)
        makers.make_visit(starts_on=DAY, headcount=100, centre=other)

    assert not points.get("visits-far-above").count(YEAR, None)


def test_evidence_settles_the_point(centre):
    filing = makers.make_filing(filed_on=DAY, centre=centre)
    Attachment.objects.create(
        slug="filings",
        record_pk=filing.pk,
        name="출원서.pdf",
        kind="pdf",
        size=1,
        sha256="0" * 64,
        uploaded_by=makers.make_user(),
    )

    assert not points.get("filings-without-evidence").count(YEAR, centre)


def test_imports_that_wait_for_a_word_are_told(centre):
    for state in ("ready", "done", "discarded"):
        Import.objects.create(centre=centre, state=state, type_slug="cases")
    Import.objects.create(
        centre=makers.make_centre("gccei"), state="ready", type_slug="cases"
    )

    assert points.get("open-imports").count(YEAR, centre) == 1


def test_blocking_points_keep_a_year_open(centre):
    makers.make_visit(starts_on=DAY, status="planned", centre=centre)
    user = makers.make_user("manager", centre)
    lines = readiness(centre, 2018)

    with pytest.raises(Refusal, match="실시도 취소도 아닌 방문"):
        closing.propose(centre, 2018, by=user, readiness=lines)


def test_what_became_blocking_since_the_proposal_keeps_a_year_open(centre):
    one, other = (makers.make_user("manager", centre) for _ in range(2))
    lines = readiness(centre, 2018)
    close = closing.propose(centre, 2018, by=one, readiness=lines)
    makers.make_visit(starts_on=DAY, status="planned", centre=centre)

    with pytest.raises(Refusal, match="실시도 취소도 아닌 방문"):
        closing.confirm(close, by=other)


def test_what_only_warns_does_not(centre):
    makers.make_filing(filed_on=DAY, centre=centre)
    user = makers.make_user("manager", centre)

    close = closing.propose(centre, 2018, by=user, readiness=readiness(centre, 2018))

    kept = {line["slug"]: line["count"] for line in close.readiness}
    assert kept["filings-without-evidence"] == 1


def test_claims_to_be_decided_are_told(centre):
    one, other = (makers.make_visit(starts_on=DAY, centre=centre) for _ in range(2))
    Claim.objects.create(
        record_type="visits",
        one_pk=one.pk,
        other_pk=other.pk,
        one_centre=centre,
        other_centre=centre,
        score=90,
    )

    point = points.get("open-claims")
    assert point.count(YEAR, centre) == 1
    assert not point.count(Period.of_year(2017), centre)
    assert not point.count(YEAR, makers.make_centre("gccei"))
