"""An outcome claimed twice is found, decided by two persons, and counted once."""

from datetime import date, timedelta
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from figures import claim_finding, claiming, claims, closing
from figures.claim_checks import check_claimed
from figures.claiming import Decision
from figures.measuring import Question, total, totals_claimed
from figures.models import Claim
from figures.periods import Period
from figures.registry import all_figures, get
from records.refusals import Refusal
from support.models import OverseasFiling
from tests import makers
from tests.records.samples import client_of

pytestmark = pytest.mark.django_db

YEAR = Period.of_year(2018)
DAY = date(2018, 6, 15)
FILINGS = "overseas-filings"
SAME, DIFFERENT, OPEN = Claim.State.SAME, Claim.State.DIFFERENT, Claim.State.OPEN


@pytest.fixture
def b2g():
    return makers.make_centre("b2g")


@pytest.fixture
def gccei():
    return makers.make_centre("gccei")


@pytest.fixture
def manager(b2g):
    return makers.make_user("manager", b2g)


@pytest.fixture
def other_manager(gccei):
    return makers.make_user("manager", gccei)


def file(centre, number="16/123,456", **fields) -> OverseasFiling:
    return makers.make_filing(
        centre=centre, application_no=number, **{"filed_on": DAY} | fields
    )


def found() -> list[Claim]:
    claim_finding.find()
    return list(Claim.objects.order_by("pk"))


@pytest.fixture
def pair(b2g, gccei) -> Claim:
    """A filing that both centres claim: of 1 the one, of 3 the other."""
    file(b2g)
    file(gccei, "16-123456", quantity=3)
    (claim,) = found()
    return claim


def decide(claim, lead_pk, by, other, share=Decimal(60)) -> Claim:
    decision = Decision(state=SAME, lead_pk=lead_pk, lead_share=share)
    claiming.propose(claim, decision, by=by)
    claiming.agree(claim, by=other)
    claim.refresh_from_db()
    return claim


def total_of(slug, centre=None, period=YEAR):
    return total(Question(get(slug), period, centre))


# Finding


def days_later(days):
    return DAY + timedelta(days=days)


def investments(one, other, **second):
    startup = makers.make_startup()
    fields = {"startup": startup, "round": "a", "paid_on": DAY, "amount": 500}
    makers.make_investment(centre=one, **fields)
    makers.make_investment(centre=other, **fields | second)


def contracts(one, other, **second):
    fields = {
        "startup": makers.make_startup(),
        "partner": makers.make_partner(),
        "signed_on": DAY,
    }
    makers.make_contract(centre=one, **fields)
    makers.make_contract(centre=other, **fields | second)


def incorporations(one, other, **second):
    fields = {"name": "Gaon Labs Inc.", "country": "US", "established_on": DAY}
    makers.make_incorporation(centre=one, **fields)
    makers.make_incorporation(centre=other, **fields | second)


def filings(one, other, **second):
    startup = makers.make_startup()
    file(one, startup=startup)
    file(other, startup=startup, **{"number": "16-123456"} | second)


def visits(one, other, **second):
    fields = {"organisations": ["DEPA"], "countries": ["TH"], "starts_on": DAY}
    makers.make_visit(centre=one, **fields)
    makers.make_visit(centre=other, **fields | second)


LIKE = [
    (filings, {}, 100),
    (filings, {"number": ""}, 75),
    (filings, {"number": "", "filed_on": days_later(31)}, 55),
    (contracts, {}, 95),
    (contracts, {"signed_on": days_later(-31)}, 70),
    (contracts, {"partner": None}, 65),
    (incorporations, {"name": "GAON LABS, Inc"}, 95),
    (incorporations, {"established_on": days_later(400)}, 75),
    (investments, {}, 100),
    (investments, {"amount": 700}, 90),
    (investments, {"paid_on": days_later(92)}, 85),
    (investments, {"amount": None, "paid_on": days_later(31)}, 60),
    (visits, {"organisations": ["KOTRA", "depa"]}, 90),
    (visits, {"starts_on": days_later(3)}, 60),
]


@pytest.mark.parametrize(("make", "second", "score"), LIKE)
def test_one_outcome_at_two_centres_is_found(make, second, score, b2g, gccei):
    make(b2g, gccei, **second)

    (claim,) = found()

    assert claim.score == score
    assert claim.is_across
    assert claim.grounds


UNLIKE = [
    (filings, {"number": "16/999"}),
    (filings, {"office": "JP"}),
    (filings, {"number": "", "filed_on": days_later(32)}),
    (contracts, {"signed_on": days_later(32)}),
    (incorporations, {"country": "SG"}),
    (investments, {"round": "b", "amount": 700}),
    (investments, {"paid_on": None}),
    (visits, {"countries": ["VN"]}),
    (visits, {"starts_on": days_later(4)}),
    (visits, {"status": "planned"}),
    (visits, {"organisations": ["-"]}),
]


@pytest.mark.parametrize(("make", "second"), UNLIKE)
def test_two_outcomes_are_left_alone(make, second, b2g, gccei):
    make(b2g, gccei, **second)

    assert found() == []


def test_one_outcome_entered_twice_by_a_centre_is_found(b2g):
    visits(b2g, b2g)

    assert [claim.is_across for claim in found()] == [False]


def test_weak_grounds_say_nothing_within_a_centre(b2g):
    visits(b2g, b2g, starts_on=days_later(1))

    assert found() == []


def test_a_deleted_record_takes_no_part(b2g, gccei):
    file(b2g).remove(reason="시험")
    file(gccei)

    assert found() == []


def test_what_many_have_in_common_tells_none_apart(b2g, gccei):
    for _visit in range(claim_finding.MOST_ALIKE + 1):
        makers.make_visit(centre=b2g, starts_on=DAY, organisations=["KOTRA"])

    assert found() == []


def test_looking_again_finds_nothing_new(pair):
    assert claim_finding.find() == claim_finding.Found(0, 0)


def test_a_pair_that_is_alike_no_more_is_dropped(pair):
    OverseasFiling.objects.filter(pk=pair.one_pk).update(application_no="999")

    assert claim_finding.find() == claim_finding.Found(0, 1)
    assert not Claim.objects.exists()


def test_looking_again_opens_nothing_that_was_decided(pair, manager, other_manager):
    note = Decision(state=DIFFERENT, notes="서로 다른 청구항")
    claiming.propose(pair, note, by=manager)
    claiming.agree(pair, by=other_manager)
    OverseasFiling.objects.filter(pk=pair.one_pk).update(application_no="999")

    claim_finding.find()

    assert Claim.objects.get().state == DIFFERENT


def test_a_pair_with_a_proposal_stays(pair, manager):
    claiming.propose(pair, Decision(state=DIFFERENT, notes="다름"), by=manager)
    OverseasFiling.objects.filter(pk=pair.one_pk).update(application_no="999")

    assert claim_finding.find().dropped == 0


def test_the_command_says_what_it_found(b2g, gccei):
    filings(b2g, gccei)
    out = StringIO()

    call_command("find_claims", stdout=out)

    assert out.getvalue() == "1 new pairs; 0 that are alike no more.\n"


each_declaration = pytest.mark.parametrize(
    "claimed", [*claims.all_claimed()], ids=lambda claimed: claimed.record_type
)


@each_declaration
def test_another_centre_sees_no_notes(claimed):
    assert not {"notes", "external_id"} & set(claimed.shown)


@each_declaration
def test_every_ground_has_its_words_and_score(claimed):
    assert all(0 < one.score <= 100 and str(one.label) for one in claimed.grounds)


@pytest.mark.parametrize(
    ("wrong", "number"),
    [
        ({"record_type": "nothing"}, "E011"),
        ({"shown": ("title", "colour")}, "E012"),
        ({"day": "came_on"}, "E012"),
        ({"grounds": {"same": ("colour",)}}, "E013"),
        ({"grounds": {"unless": ("colour",)}}, "E013"),
    ],
)
def test_a_declaration_that_cannot_work_is_told_at_the_start(wrong, number):
    ground = {"slug": "g", "label": "까닭", "score": 50, "same": ("title",)}
    declared = {
        "record_type": "filings",
        "records": OverseasFiling.objects.filed_in,
        "day": "filed_on",
        "shown": ("title",),
    } | wrong
    declared["grounds"] = (claims.Ground(**ground | wrong.get("grounds", {})),)

    (error,) = check_claimed(claims.Claimed(**declared))

    assert error.id == f"figures.{number}"


# Deciding


def test_an_undecided_pair_counts_twice(pair):
    assert total_of(FILINGS) == 4


@pytest.mark.parametrize(("leads", "once"), [("one_pk", 1), ("other_pk", 3)])
def test_over_all_centres_the_lead_counts(pair, manager, other_manager, leads, once):
    decide(pair, getattr(pair, leads), manager, other_manager)

    assert total_of(FILINGS) == once


def test_each_centre_keeps_its_claim(pair, manager, other_manager, b2g, gccei):
    decide(pair, pair.one_pk, manager, other_manager)

    assert [total_of(FILINGS, centre) for centre in (b2g, gccei)] == [1, 3]
    assert totals_claimed([Question(get(FILINGS), YEAR)]) == [4]


def test_page_api_and_drill_down_count_it_once(pair, manager, other_manager):
    decide(pair, pair.one_pk, manager, other_manager)
    client = client_of(makers.make_user("manager", all_centres=True))

    figures = client.get("/api/v1/figures/?year=2018").json()["figures"]
    records = client.get(f"/api/v1/figures/{FILINGS}/records/?year=2018").json()
    parts = client.get(f"/api/v1/figures/{FILINGS}/?from=2018&to=2018&by=centre")
    page = client.get(f"/figures/{FILINGS}/2018/").context["summary"]

    assert {one["slug"]: one["total"] for one in figures}[FILINGS] == 1
    assert [one["measured"] for one in records["results"]] == [1]
    assert sum(row["total"] for row in parts.json()["rows"]) == 4
    assert page["total"] == 1


def test_claimed_and_once_are_told_where_they_differ(
    pair, manager, other_manager, statements
):
    figures = list(all_figures())
    assert claims.claimed_and_once(figures, YEAR) == {}

    decide(pair, pair.one_pk, manager, other_manager)

    assert claims.claimed_and_once(figures, YEAR) == {FILINGS: (4, 1)}
    of_many = statements(lambda: claims.claimed_and_once(figures, YEAR))
    assert of_many == statements(lambda: claims.claimed_and_once([get(FILINGS)], YEAR))


def test_a_lead_of_another_year_still_leads(b2g, gccei, manager, other_manager):
    file(b2g, filed_on=date(2017, 12, 31))
    file(gccei, filed_on=date(2018, 1, 1))
    (claim,) = found()

    decide(claim, claim.one_pk, manager, other_manager)

    assert total_of(FILINGS) == 0
    assert total_of(FILINGS, period=Period.of_year(2017)) == 1


def test_when_the_lead_is_deleted_the_other_counts(pair, manager, other_manager):
    decide(pair, pair.one_pk, manager, other_manager)

    OverseasFiling.objects.get(pk=pair.one_pk).remove(reason="시험")

    assert total_of(FILINGS) == 3


def test_different_outcomes_count_each(pair, manager, other_manager):
    claiming.propose(pair, Decision(state=DIFFERENT, notes="다름"), by=manager)
    claiming.agree(pair, by=other_manager)

    assert total_of(FILINGS) == 4


def test_a_proposal_alone_moves_nothing(pair, manager):
    decision = Decision(state=SAME, lead_pk=pair.one_pk)
    claiming.propose(pair, decision, by=manager)

    assert total_of(FILINGS) == 4


def test_both_persons_stand_in_the_decision(pair, manager, other_manager):
    decide(pair, pair.one_pk, manager, other_manager)

    assert (pair.proposed_by, pair.agreed_by) == (manager, other_manager)
    assert (pair.lead_share, pair.follower_share) == (60, 40)


def test_the_other_side_may_propose_otherwise(pair, manager, other_manager):
    claiming.propose(pair, Decision(state=DIFFERENT, notes="다름"), by=manager)
    otherwise = Decision(state=SAME, lead_pk=pair.other_pk)
    claiming.propose(pair, otherwise, by=other_manager)

    claiming.agree(pair, by=manager)

    pair.refresh_from_db()
    assert (pair.state, pair.lead_pk) == (SAME, pair.other_pk)


@pytest.fixture
def proposed(pair, manager) -> Claim:
    decision = Decision(state=SAME, lead_pk=pair.one_pk, lead_share=Decimal(50))
    claiming.propose(pair, decision, by=manager)
    return pair


def test_nobody_agrees_with_oneself(proposed, manager):
    with pytest.raises(Refusal):
        claiming.agree(proposed, by=manager)


def test_national_staff_do_not_agree_with_themselves(pair, two):
    claiming.propose(pair, Decision(state=DIFFERENT, notes="다름"), by=two[0])
    with pytest.raises(Refusal):
        claiming.agree(pair, by=two[0])


def test_a_colleague_does_not_agree_for_the_other_centre(proposed, b2g):
    with pytest.raises(Refusal):
        claiming.agree(proposed, by=makers.make_user("manager", b2g))


def test_a_third_centre_has_no_say(proposed):
    stranger = makers.make_user("manager", makers.make_centre("gbsa"))
    with pytest.raises(Refusal):
        claiming.agree(proposed, by=stranger)
    with pytest.raises(Refusal):
        claiming.propose(proposed, Decision(state=DIFFERENT), by=stranger)


def test_an_officer_decides_nothing(proposed, gccei):
    with pytest.raises(Refusal):
        claiming.agree(proposed, by=makers.make_user("officer", gccei))


def test_national_staff_agree_for_the_other_side(proposed):
    claiming.agree(proposed, by=makers.make_user("manager", all_centres=True))

    proposed.refresh_from_db()
    assert proposed.state == SAME


def test_nothing_is_agreed_before_it_is_proposed(pair, manager):
    with pytest.raises(Refusal):
        claiming.agree(pair, by=manager)


def test_the_database_wants_two_persons(proposed, manager):
    with pytest.raises(IntegrityError, match="is_decided_by_two"), transaction.atomic():
        Claim.objects.update(state=SAME, proposed_state="", agreed_by=manager)


def test_a_proposal_is_withdrawn_by_whoever_made_it(proposed, manager, other_manager):
    with pytest.raises(Refusal):
        claiming.withdraw(proposed, by=other_manager)
    claiming.withdraw(proposed, by=manager)

    proposed.refresh_from_db()
    assert (proposed.proposed_state, proposed.proposed_by, proposed.lead_pk) == (
        "",
        None,
        None,
    )


def test_a_decision_is_taken_back_by_two(pair, manager, other_manager):
    decide(pair, pair.one_pk, manager, other_manager)
    with pytest.raises(Refusal):
        claiming.propose(pair, Decision(state=DIFFERENT, notes="다름"), by=manager)

    claiming.propose(pair, Decision(state=OPEN, notes="잘못 봄"), by=other_manager)
    assert total_of(FILINGS) == 1
    claiming.agree(pair, by=manager)

    assert total_of(FILINGS) == 4
    pair.refresh_from_db()
    assert (pair.state, pair.lead_pk) == (OPEN, None)
    states = pair.pgh_event_model.objects.order_by("pgh_id").values_list(
        "state", flat=True
    )
    assert list(states) == [OPEN, OPEN, SAME, SAME, OPEN]


def test_a_withdrawn_reversal_leaves_the_decision_and_its_persons(
    pair, manager, other_manager
):
    decide(pair, pair.one_pk, manager, other_manager)
    claiming.propose(pair, Decision(state=OPEN, notes="잘못 봄"), by=other_manager)

    claiming.withdraw(pair, by=other_manager)

    pair.refresh_from_db()
    assert (pair.state, pair.proposed_by, pair.agreed_by) == (
        SAME,
        manager,
        other_manager,
    )


# Chains


@pytest.fixture
def chain(b2g, gccei):
    """Three centres claim one filing; the pairs by the pks of their records."""
    gbsa = makers.make_centre("gbsa")
    records = [file(centre) for centre in (b2g, gccei, gbsa)]
    return records, {(one.one_pk, one.other_pk): one for one in found()}


@pytest.fixture
def two():
    return [makers.make_user("manager", all_centres=True) for _ in range(2)]


def test_a_chain_counts_once(chain, two):
    (a, b, c), pairs = chain
    decide(pairs[a.pk, b.pk], a.pk, *two)
    decide(pairs[b.pk, c.pk], b.pk, *two)

    assert total_of(FILINGS) == 1


def test_a_second_lead_is_refused(chain, two):
    (a, b, c), pairs = chain
    decide(pairs[a.pk, b.pk], a.pk, *two)

    with pytest.raises(Refusal, match=b.reference):
        decide(pairs[b.pk, c.pk], c.pk, *two)


def test_a_circle_is_refused(chain, two):
    (a, b, c), pairs = chain
    decide(pairs[a.pk, b.pk], a.pk, *two)
    decide(pairs[b.pk, c.pk], b.pk, *two)

    with pytest.raises(Refusal, match=a.reference):
        decide(pairs[a.pk, c.pk], c.pk, *two)
    assert total_of(FILINGS) == 1


def test_what_was_proposed_before_another_decision_is_tested_again(chain, two):
    (a, b, c), pairs = chain
    late = pairs[b.pk, c.pk]
    claiming.propose(late, Decision(state=SAME, lead_pk=c.pk), by=two[0])
    decide(pairs[a.pk, b.pk], a.pk, *two)

    with pytest.raises(Refusal):
        claiming.agree(late, by=two[1])


@settings(max_examples=15)
@given(
    steps=st.lists(
        st.tuples(st.integers(0, 5), st.sampled_from(["one", "other", "anew"])),
        max_size=8,
    )
)
def test_a_connected_outcome_counts_once_however_it_is_decided(steps):
    """Whatever is decided, every set of records said to be one has one that counts."""
    with transaction.atomic():
        records = [file(makers.make_centre(f"c{number}")) for number in range(4)]
        pairs = found()
        two = [makers.make_user("manager", all_centres=True) for _ in range(2)]
        for number, way in steps:
            claim = Claim.objects.get(pk=pairs[number].pk)
            lead = {"one": claim.one_pk, "other": claim.other_pk}.get(way)
            decision = Decision(state=SAME if lead else OPEN, lead_pk=lead)
            try:
                claiming.propose(claim, decision, by=two[0])
                claiming.agree(claim, by=two[1])
            except Refusal:
                continue
        joined = {record.pk: {record.pk} for record in records}
        for claim in Claim.objects.same():
            both = joined[claim.one_pk] | joined[claim.other_pk]
            joined |= dict.fromkeys(both, both)
        outcomes = {frozenset(group) for group in joined.values()}
        assert total_of(FILINGS) == len(outcomes)
        assert totals_claimed([Question(get(FILINGS), YEAR)]) == [4]
        transaction.set_rollback(True)


# Within one centre


@pytest.fixture
def twice(b2g):
    file(b2g)
    file(b2g, "16-123456")
    (claim,) = found()
    return claim


@pytest.fixture
def colleague(b2g):
    return makers.make_user("manager", b2g)


def test_within_a_centre_the_follower_is_deleted_with_its_reason(
    twice, manager, colleague
):
    decide(twice, twice.one_pk, manager, colleague, share=None)

    follower = OverseasFiling.with_deleted.get(pk=twice.other_pk)
    lead = OverseasFiling.objects.get(pk=twice.one_pk)
    assert follower.is_deleted
    assert lead.reference in follower.deleted_reason
    assert total_of(FILINGS) == 1


def test_deciding_anew_brings_the_follower_back(twice, manager, colleague):
    decide(twice, twice.one_pk, manager, colleague, share=None)
    claiming.propose(twice, Decision(state=OPEN, notes="잘못 봄"), by=manager)
    claiming.agree(twice, by=colleague)

    assert total_of(FILINGS) == 2


# Closed years


def close_year(centre):
    one, other = (makers.make_user("manager", centre) for _ in range(2))
    close = closing.propose(centre, 2018, by=one, readiness=[])
    closing.confirm(close, by=other)
    close.refresh_from_db()
    return close


def test_a_decision_leaves_the_seals_of_both_centres(
    pair, manager, other_manager, b2g, gccei
):
    closes = [close_year(centre) for centre in (b2g, gccei)]

    decide(pair, pair.one_pk, manager, other_manager)

    assert total_of(FILINGS) == 1
    moved = [
        figure.slug
        for close in closes
        for figure in all_figures()
        if closing.is_moved(close, figure)
    ]
    assert moved == []


def test_within_a_closed_year_nothing_is_deleted(twice, manager, colleague, b2g):
    close_year(b2g)

    with pytest.raises(IntegrityError), transaction.atomic():
        decide(twice, twice.one_pk, manager, colleague, share=None)
    twice.refresh_from_db()
    assert twice.state == OPEN


def test_a_visit_that_moves_what_another_adds_is_refused(b2g):
    """Its own part of the closed year's organisations stays 1; the other's, which
    named the same one later, would no longer be 0."""
    first = makers.make_visit(centre=b2g, starts_on=DAY, organisations=["DEPA"])
    makers.make_visit(centre=b2g, starts_on=days_later(1), organisations=["DEPA"])
    close_year(b2g)

    with connection.cursor() as cursor, pytest.raises(IntegrityError, match="sealed"):
        cursor.execute(
            "UPDATE delegations_visit SET organisations = '{KOTRA}' WHERE id = %s",
            (first.pk,),
        )
