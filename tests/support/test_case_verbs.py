"""What can be done to a case: from which state, by whom, and what stays of it."""

from datetime import date, timedelta
from itertools import product

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from support.models import ConsultingCase
from tests import makers
from tests.records.samples import client_of, sign_in, sign_in_national

pytestmark = pytest.mark.django_db

STATES = ("open", "waiting", "closed", "cancelled")
# Verb → the states it is done from, and the one it leads to.
TABLE = {
    "close": ({"open", "waiting"}, "closed"),
    "wait": ({"open"}, "waiting"),
    "cancel": ({"open", "waiting"}, "cancelled"),
    "reopen": ({"waiting", "closed", "cancelled"}, "open"),
    "hand-over": ({"open", "waiting"}, None),
}
EVERY = list(product(TABLE, STATES))
ALLOWED = [(verb, state) for verb, state in EVERY if state in TABLE[verb][0]]
REFUSED = [(verb, state) for verb, state in EVERY if state not in TABLE[verb][0]]

each_verb = pytest.mark.parametrize("verb", TABLE)


def case_in(state: str, **fields) -> ConsultingCase:
    if state == "closed":
        fields["closed_on"] = date(2018, 4, 1)
    return makers.make_case(status=state, **fields)


def said(verb: str, **changed) -> dict:
    """What a person fills in for the verb."""
    if verb == "close":
        return {"on": "2018-04-02", "result": "안내 완료"} | changed
    if verb == "hand-over":
        colleague = makers.make_user(name="새담당")
        return {"to": str(colleague.pk), "reason": "업무 분장"} | changed
    return {"reason": "고객 요청"} | changed


def do(client, case, verb, data=None, **headers):
    address = f"/cases/{case.pk}/do/{verb}/"
    return client.post(address, said(verb) if data is None else data, headers=headers)


def state_of(case) -> str:
    return ConsultingCase.objects.get(pk=case.pk).status


@pytest.mark.parametrize(("verb", "state"), ALLOWED)
def test_a_verb_leads_from_its_states_to_the_next(verb, state):
    case = case_in(state)

    response = do(sign_in(), case, verb)

    assert (response.status_code, response["Location"]) == (302, f"/cases/{case.pk}/")
    assert state_of(case) == (TABLE[verb][1] or state)


@pytest.mark.parametrize(("verb", "state"), REFUSED)
def test_a_verb_is_refused_from_other_states(verb, state):
    case = case_in(state)

    response = do(sign_in(), case, verb)

    assert response.status_code == 200
    assert response.context["form"].non_field_errors()
    assert state_of(case) == state


@pytest.mark.parametrize("state", STATES)
def test_a_case_offers_the_verbs_of_its_state(state):
    case = case_in(state)

    page = sign_in().get(f"/cases/{case.pk}/").content.decode()

    offered = {verb for verb in TABLE if f"/do/{verb}/" in page}
    assert offered == {verb for verb in TABLE if state in TABLE[verb][0]}


@each_verb
@pytest.mark.parametrize("role", ["viewer", "auditor"])
def test_a_reader_may_not_act(verb, role):
    case = case_in("waiting")
    client = sign_in(role)

    assert do(client, case, verb).status_code == 403
    assert f"/do/{verb}/" not in client.get(f"/cases/{case.pk}/").content.decode()


@each_verb
def test_another_centres_case_is_not_found(verb):
    case = case_in("waiting", centre=makers.make_centre("gccei"))

    assert do(sign_in("officer", "b2g"), case, verb).status_code == 404
    assert state_of(case) == "waiting"


def test_national_staff_act_in_every_centre():
    case = case_in("open", centre=makers.make_centre("gccei"))

    assert do(sign_in_national(), case, "wait").status_code == 302


@each_verb
def test_asking_changes_nothing(verb):
    case = case_in("waiting")

    response = sign_in().get(f"/cases/{case.pk}/do/{verb}/")

    assert response.status_code == 200
    assert state_of(case) == "waiting"


def test_another_method_is_refused():
    assert sign_in().put(f"/cases/{case_in('open').pk}/do/wait/").status_code == 405


def test_a_verb_that_there_is_not_is_not_found():
    assert sign_in().get(f"/cases/{case_in('open').pk}/do/erase/").status_code == 404


@pytest.mark.parametrize("verb", ["wait", "cancel", "reopen", "hand-over"])
def test_a_verb_asks_why(verb):
    case = case_in("open" if verb != "reopen" else "closed")

    response = do(sign_in(), case, verb, said(verb, reason=" "))

    assert "reason" in response.context["form"].errors


@pytest.mark.parametrize("verb", ["wait", "cancel", "reopen"])
def test_the_model_asks_why_too(verb):
    case = case_in("closed" if verb == "reopen" else "open")

    with pytest.raises(ValidationError):
        getattr(case, verb)(reason=" ")


def test_history_says_who_and_why():
    case, user = case_in("open"), makers.make_user()

    do(client_of(user), case, "wait", {"reason": "자료 회신 대기"})

    event = case.events.last()
    assert event.status == "waiting"
    assert event.pgh_context.metadata["reason"] == "자료 회신 대기"
    assert event.pgh_context.metadata["user"] == user.pk


def test_the_dialog_brings_the_form_alone_and_leads_on_to_the_page():
    case, client = case_in("open"), sign_in()

    asked = client.get(f"/cases/{case.pk}/do/wait/", headers={"HX-Request": "true"})
    done = do(client, case, "wait", **{"HX-Request": "true"})

    assert "<html" not in asked.content.decode()
    assert done["HX-Redirect"] == f"/cases/{case.pk}/"


def test_closing_keeps_day_result_and_satisfaction():
    case = case_in("open", next_step="회신", next_on=date(2018, 5, 1))

    do(sign_in(), case, "close", said("close", satisfaction="4"))

    case.refresh_from_db()
    assert (case.closed_on, case.result, case.satisfaction) == (
        date(2018, 4, 2),
        "안내 완료",
        4,
    )
    assert (case.next_step, case.next_on) == ("", None)


@pytest.mark.parametrize(
    "day", [date(2018, 3, 4), timezone.localdate() + timedelta(days=1)]
)
def test_a_case_closes_between_its_opening_and_today(day):
    case = makers.make_case(opened_on=date(2018, 3, 5))

    response = do(sign_in(), case, "close", said("close", on=day.isoformat()))

    assert response.context["form"].errors
    assert state_of(case) == "open"


@pytest.mark.parametrize("satisfaction", ["0", "6", "x"])
def test_satisfaction_is_1_to_5(satisfaction):
    case = case_in("open")

    response = do(sign_in(), case, "close", said("close", satisfaction=satisfaction))

    assert "satisfaction" in response.context["form"].errors


def test_reopening_lifts_the_closing_day():
    case = case_in("closed")

    case.reopen(reason="보완 요구")

    assert ConsultingCase.objects.get(pk=case.pk).closed_on is None


def test_handing_over_makes_one_person_the_officer():
    case, colleague = case_in("open"), makers.make_user()
    case.officers.set([makers.make_user(), makers.make_user()])

    case.hand_over(to=colleague, reason="휴직")

    assert list(case.officers.all()) == [colleague]


@pytest.mark.parametrize(
    "someone",
    [{"is_active": False}, {"centre": "gccei"}],
    ids=["who has left", "of another centre"],
)
def test_a_case_is_not_handed_to_somebody(someone):
    if "centre" in someone:
        someone = {"centre": makers.make_centre(someone["centre"])}
    case, officer = case_in("open"), makers.make_user()
    case.officers.set([officer])

    with pytest.raises(ValidationError):
        case.hand_over(to=makers.make_user(**someone), reason="휴직")

    assert list(case.officers.all()) == [officer]


def test_a_case_is_not_handed_to_its_own_officer():
    case, officer = case_in("open"), makers.make_user()
    case.officers.set([officer])

    with pytest.raises(ValidationError):
        case.hand_over(to=officer, reason="휴직")
