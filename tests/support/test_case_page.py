"""The page of a case: its state, its sessions and what changed."""

from datetime import date

import pytest
from django.utils import timezone

from support.models import Session
from tests import makers
from tests.records.samples import client_of, sign_in

pytestmark = pytest.mark.django_db


def page_of(case, client=None) -> str:
    response = (client or sign_in()).get(f"/cases/{case.pk}/")
    assert response.status_code == 200
    return response.content.decode()


def add(case, client=None, **data):
    data = {"held_on": "2018-03-06", "minutes": "40"} | data
    posted = {f"session-{name}": value for name, value in data.items()}
    return (client or sign_in()).post(f"/cases/{case.pk}/sessions/", posted)


def test_an_old_open_case_is_marked():
    assert "장기 무활동" in page_of(makers.make_case())


def test_a_new_or_closed_case_is_not_marked():
    assert "장기 무활동" not in page_of(
        makers.make_case(opened_on=timezone.localdate())
    )
    assert "장기 무활동" not in page_of(makers.make_case(status="closed"))


def test_the_sessions_stand_with_their_minutes_in_all():
    case = makers.make_case()
    makers.make_session(case=case, minutes=40, expert="김전문")
    makers.make_session(case=case, minutes=35)

    text = page_of(case)

    assert "모두 75분" in text
    assert "김전문" in text


def test_the_last_changes_stand_with_their_reason():
    case = makers.make_case()
    case.wait(reason="자료 회신 대기")

    assert "자료 회신 대기" in page_of(case)


def test_a_session_is_added_in_place():
    case = makers.make_case(centre=makers.make_centre("b2g"))

    response = add(case)

    assert response.status_code == 302
    session = Session.objects.get()
    assert (session.case, session.centre, session.minutes, session.held_on) == (
        case,
        case.centre,
        40,
        date(2018, 3, 6),
    )


@pytest.mark.parametrize("wrong", [{"held_on": ""}, {"minutes": "1441"}])
def test_a_wrong_session_is_shown_again_and_not_saved(wrong):
    response = add(makers.make_case(), **wrong)

    assert response.status_code == 200
    assert response.context["session_form"].errors
    assert not Session.objects.exists()


def test_a_reader_adds_no_session():
    case, client = makers.make_case(), sign_in("viewer")

    assert add(case, client).status_code == 403
    assert f"/cases/{case.pk}/sessions/" not in page_of(case, client)


def test_no_session_is_added_to_another_centres_case():
    case = makers.make_case(centre=makers.make_centre("gccei"))

    assert add(case, sign_in("officer", "b2g")).status_code == 404


def test_looking_adds_no_session():
    case = makers.make_case()

    assert sign_in().get(f"/cases/{case.pk}/sessions/").status_code == 405


def test_another_centres_case_has_no_page():
    case = makers.make_case(centre=makers.make_centre("gccei"))

    assert sign_in("officer", "b2g").get(f"/cases/{case.pk}/").status_code == 404


def test_a_page_takes_as_many_statements_for_many_sessions_and_changes(statements):
    case, client = makers.make_case(), client_of(makers.make_user())
    happen(case, 1)
    page_of(case, client)
    few = statements(lambda: page_of(case, client))
    happen(case, 5)

    assert statements(lambda: page_of(case, client)) == few


def happen(case, times: int) -> None:
    for _time in range(times):
        makers.make_session(case=case)
        case.wait(reason="대기")
        case.reopen(reason="다시")
        case.officers.add(makers.make_user())
