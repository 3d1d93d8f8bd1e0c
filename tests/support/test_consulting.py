"""Consulting cases and their sessions."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from support.models import ConsultingCase, Session
from tests import makers
from tests.records.samples import sign_in

pytestmark = pytest.mark.django_db


def minutes_of(case):
    return ConsultingCase.objects.for_display().get(pk=case.pk).minutes


def post(**fields):
    data = {"startup": makers.make_startup().pk, "opened_on": "2018-03-05"} | fields
    return sign_in("officer").post("/cases/new/", data)


def test_a_cases_minutes_are_the_sum_of_its_sessions():
    case = makers.make_case()
    makers.make_session(case=case, minutes=30)
    makers.make_session(case=case, minutes=50)
    makers.make_session(case=case, minutes=None)

    assert minutes_of(case) == 80


def test_a_deleted_session_takes_its_minutes_along():
    case = makers.make_case()
    makers.make_session(case=case, minutes=30)
    makers.make_session(case=case, minutes=50).remove(reason="중복")

    assert minutes_of(case) == 30


def test_a_case_without_sessions_has_no_minutes():
    assert minutes_of(makers.make_case()) is None


def test_minutes_multiply_by_nothing():
    case = makers.make_case(countries=["VN", "TH"])
    case.officers.set([makers.make_user(), makers.make_user()])
    makers.make_session(case=case, minutes=30)

    assert minutes_of(case) == 30


def test_a_new_case_with_minutes_comes_with_its_first_session():
    post(minutes="50", channel="video")

    session = Session.objects.get()
    assert (session.minutes, session.channel) == (50, "video")
    assert session.held_on == date(2018, 3, 5)
    assert session.centre == session.case.centre


def test_a_new_case_without_minutes_has_no_session():
    post()

    assert ConsultingCase.objects.count() == 1
    assert Session.objects.count() == 0


@pytest.mark.parametrize("minutes", ["-1", "1441", "soon"])
def test_a_case_with_impossible_minutes_is_not_saved(minutes):
    response = post(minutes=minutes)

    assert "minutes" in response.context["form"].errors
    assert ConsultingCase.objects.count() == 0


def test_minutes_are_no_field_of_a_case_that_is_there():
    case = makers.make_case()

    response = sign_in("officer").patch(
        f"/api/v1/cases/{case.pk}/", {"minutes": 60}, content_type="application/json"
    )

    assert response.status_code == 400
    assert response.json().keys() == {"minutes"}


def test_closing_a_case_says_when_and_what_came_of_it():
    case = makers.make_case()

    case.close(on=date(2018, 4, 1), result="안내 완료")

    case.refresh_from_db()
    assert (case.status, case.closed_on, case.result) == (
        "closed",
        date(2018, 4, 1),
        "안내 완료",
    )


def test_a_case_is_not_closed_before_it_opens():
    case = makers.make_case()

    with pytest.raises(ValidationError):
        case.close(on=date(2018, 3, 4))

    case.refresh_from_db()
    assert case.status == "open"


def test_closing_without_a_result_keeps_the_one_there_was():
    case = makers.make_case(result="중간 결과")

    case.close(on=date(2018, 4, 1))

    assert case.result == "중간 결과"


def test_a_case_is_called_by_its_title_else_by_what_was_asked():
    assert str(makers.make_case(title="법인 설립")) == "법인 설립"
    assert str(makers.make_case(request="절차 문의\n자세히")) == "절차 문의"


def test_a_nameless_case_is_called_by_its_reference():
    case = makers.make_case()
    case.refresh_from_db()

    assert str(case) == case.reference
