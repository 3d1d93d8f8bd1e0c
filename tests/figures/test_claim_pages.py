"""The pages of double claims: who sees what, and what a page asks and refuses."""

from datetime import date

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from figures import claim_finding
from figures.models import Claim
from support.models import OverseasFiling
from tests import makers
from tests.records.samples import client_of

pytestmark = pytest.mark.django_db

DAY = date(2018, 6, 15)
SECRET = "내부 메모"


@pytest.fixture
def people():
    b2g, gccei = makers.make_centre("b2g"), makers.make_centre("gccei")
    return {
        "ours": makers.make_user("manager", b2g),
        "colleague": makers.make_user("manager", b2g),
        "theirs": makers.make_user("manager", gccei),
        "viewer": makers.make_user("viewer", b2g),
        "stranger": makers.make_user("manager", makers.make_centre("gbsa")),
        "national": makers.make_user("manager", all_centres=True),
    }


@pytest.fixture
def claim(people) -> Claim:
    for name in ("ours", "theirs"):
        makers.make_filing(
            centre=people[name].centre,
            application_no="16/123,456",
            filed_on=DAY,
            title=f"출원 {name}",
            notes=SECRET,
        )
    claim_finding.find()
    return Claim.objects.get()


def page(user, address):
    return client_of(user).get(address)


def propose(user, claim, **given):
    defaults = {"decision": "one", "lead_share": "60", "notes": ""}
    return client_of(user).post(f"/claims/{claim.pk}/propose/", defaults | given)


def do(user, claim, verb):
    return client_of(user).post(f"/claims/{claim.pk}/{verb}/")


@pytest.mark.parametrize("who", ["ours", "theirs", "viewer", "national"])
def test_the_list_shows_the_pairs_of_ones_centre(who, people, claim):
    text = page(people[who], "/claims/").content.decode()

    assert "출원 ours" in text
    assert "출원 theirs" in text


def test_the_list_of_another_centre_is_empty(people, claim):
    text = page(people["stranger"], "/claims/").content.decode()

    assert "출원 ours" not in text
    assert "empty-note" in text


@pytest.mark.parametrize(
    ("query", "is_there"),
    [
        ("state=open", True),
        ("state=same", False),
        ("type=filings", True),
        ("type=visits", False),
        ("year=2018", True),
        ("year=2019", False),
        ("centre=gccei", True),
        ("centre=gbsa", False),
    ],
)
def test_the_list_is_narrowed(query, is_there, people, claim):
    text = page(people["national"], f"/claims/?{query}").content.decode()

    assert ("출원 ours" in text) == is_there


@pytest.mark.parametrize("query", ["state=lost", "year=x", "centre=b2g", "nothing=1"])
def test_what_the_list_does_not_know_is_refused(query, people, claim):
    assert page(people["ours"], f"/claims/?{query}").status_code == 400


def test_the_list_asks_no_more_for_more_pairs(people, claim, statements):
    client = client_of(people["national"])
    one = statements(lambda: client.get("/claims/"))
    for number in range(4):
        for name in ("ours", "theirs"):
            makers.make_filing(
                centre=people[name].centre, application_no=f"77/{number}", filed_on=DAY
            )
    claim_finding.find()

    assert statements(lambda: client.get("/claims/")) == one


def test_the_page_stands_both_side_by_side(people, claim):
    text = page(people["ours"], f"/claims/{claim.pk}/").content.decode()

    assert "출원 ours" in text
    assert "출원 theirs" in text
    assert text.count("is-different") == 2  # the start-up and the title


def test_of_another_centres_record_only_the_claim_is_shown(people, claim):
    answer = page(people["ours"], f"/claims/{claim.pk}/")
    pair = answer.context["pair"]

    assert SECRET not in answer.content.decode()
    assert [bool(side.url) for side in pair.sides] == [True, False]


def test_the_page_is_not_there_for_a_third_centre(people, claim):
    assert page(people["stranger"], f"/claims/{claim.pk}/").status_code == 404


def test_two_centres_decide(people, claim):
    assert propose(people["ours"], claim).status_code == 302
    assert do(people["theirs"], claim, "agree").status_code == 302

    claim.refresh_from_db()
    assert (claim.state, claim.lead_pk, claim.lead_share) == (
        "same",
        claim.one_pk,
        60,
    )
    text = page(people["ours"], f"/claims/{claim.pk}/").content.decode()
    for person in ("ours", "theirs"):
        assert str(people[person]) in text


def test_a_decision_is_proposed_anew_with_a_reason(people, claim):
    propose(people["ours"], claim)
    do(people["theirs"], claim, "agree")

    assert propose(people["ours"], claim, notes="").status_code == 400
    assert propose(people["ours"], claim, notes="잘못 봄").status_code == 302
    do(people["theirs"], claim, "agree")

    claim.refresh_from_db()
    assert claim.state == "open"


@pytest.mark.parametrize(
    "given",
    [
        {"decision": ""},
        {"decision": "third"},
        {"decision": "different"},
        {"lead_share": ""},
        {"lead_share": "101"},
        {"lead_share": "-1"},
    ],
)
def test_a_proposal_that_says_too_little_is_refused(given, people, claim):
    answer = propose(people["ours"], claim, **given)

    assert answer.status_code == 400
    assert "text-danger" in answer.content.decode()
    claim.refresh_from_db()
    assert not claim.is_proposed


@pytest.mark.parametrize(
    ("who", "status"), [("ours", 400), ("colleague", 400), ("viewer", 403)]
)
def test_who_may_not_agree_is_refused(who, status, people, claim):
    propose(people["ours"], claim)

    assert do(people[who], claim, "agree").status_code == status


@pytest.mark.parametrize("verb", ["propose", "agree", "withdraw"])
def test_a_third_centre_does_nothing(verb, people, claim):
    assert do(people["stranger"], claim, verb).status_code == 404


@pytest.mark.parametrize("verb", ["propose", "agree", "withdraw"])
def test_a_verb_is_a_post(verb, people, claim):
    address = f"/claims/{claim.pk}/{verb}/"
    assert page(people["ours"], address).status_code == 405


def test_a_proposal_is_withdrawn(people, claim):
    propose(people["ours"], claim)

    assert do(people["ours"], claim, "withdraw").status_code == 302

    claim.refresh_from_db()
    assert not claim.is_proposed


def test_the_button_sends_the_worker_once(people):
    for _press in range(2):
        assert client_of(people["ours"]).post("/claims/find/").status_code == 302

    jobs = ProcrastinateJob.objects.filter(task_name="figures.tasks.find_claims")
    assert jobs.count() == 1


def test_a_viewer_does_not_start_the_search(people):
    assert client_of(people["viewer"]).post("/claims/find/").status_code == 403


def test_a_national_page_states_both_what_is_claimed_and_what_counts_once(
    people, claim
):
    propose(people["ours"], claim)
    do(people["theirs"], claim, "agree")
    told = "기관별 실적의 합은 2건, 중복을 한 번만 세면 1건입니다"

    for address in ("/figures/overseas-filings/", "/figures/overseas-filings/2018/"):
        query = "?from=2018&to=2018" if address.endswith("filings/") else ""
        national = page(people["national"], address + query).content.decode()
        assert told in national
        assert told not in page(people["ours"], address + query).content.decode()


@pytest.mark.parametrize(("who", "is_told"), [("ours", True), ("stranger", False)])
def test_the_page_of_a_record_leads_to_its_double_claim(who, is_told, people, claim):
    address = f"/filings/{claim.one_pk}/"
    text = page(people[who], address).content.decode()

    assert (claim.get_absolute_url() in text) == is_told


def test_what_was_found_to_be_two_outcomes_is_not_told_again(people, claim):
    propose(people["ours"], claim, decision="different", notes="다름")
    do(people["theirs"], claim, "agree")

    text = page(people["ours"], f"/filings/{claim.one_pk}/").content.decode()
    assert claim.get_absolute_url() not in text


def test_a_pair_of_which_one_record_was_erased_is_not_shown(people, claim):
    OverseasFiling.objects.filter(pk=claim.one_pk).delete()

    assert page(people["ours"], f"/claims/{claim.pk}/").status_code == 404
    assert "출원 theirs" not in page(people["ours"], "/claims/").content.decode()
