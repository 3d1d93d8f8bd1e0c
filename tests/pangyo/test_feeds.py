"""The calendar feed: opened by its secret alone, and saying no more than it must."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from icalendar import Calendar

from pangyo.models import CalendarFeed
from tests import makers
from tests.records.samples import client_of

pytestmark = pytest.mark.django_db


def issue(user, language="ko") -> str:
    """The address of a new feed, as the page tells it."""
    client = client_of(user)
    client.cookies["django_language"] = language
    response = client.post("/deadlines/feed/")
    assert response.status_code == 200
    assert response.context["address"] in response.content.decode()
    return response.context["address"].removeprefix("http://testserver")


def read(client, address) -> list:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("text/calendar")
    return Calendar.from_ical(response.content).walk("VEVENT")


def make_due(days: int = 3, **fields):
    due_on = timezone.localdate() + timedelta(days=days)
    return makers.make_follow_up(due_on=due_on, **fields)


def test_a_calendar_reads_the_own_deadlines_without_signing_in(client):
    user = makers.make_user()
    follow_up = make_due(owner=user)
    make_due(owner=makers.make_user())

    [event] = read(client, issue(user))

    assert event["DTSTART"].dt == follow_up.due_on
    assert event["DTEND"].dt == follow_up.due_on + timedelta(days=1)
    assert event["URL"].endswith(follow_up.get_absolute_url())


def test_a_whole_day_event_is_no_moment(client):
    make_due()

    [event] = read(client, issue(makers.make_user()))

    assert type(event["DTSTART"].dt) is date


def test_an_event_keeps_its_identity_when_its_day_moves(client):
    follow_up, address = make_due(), issue(makers.make_user())
    [before] = read(client, address)
    follow_up.due_on += timedelta(days=2)
    follow_up.save()

    [after] = read(client, address)

    assert before["UID"] == after["UID"]
    assert before["DTSTART"].dt != after["DTSTART"].dt


def test_the_feed_names_no_people_and_nothing_that_was_typed(client):
    user = makers.make_user(name="홍길동")
    make_due(owner=user, title="홍길동 대표에게 전화")
    case = makers.make_case(
        title="김대표 상담", next_step="회신", next_on=timezone.localdate()
    )
    case.officers.add(user)

    text = client.get(issue(user)).content.decode()

    assert "홍길동" not in text
    assert "김대표" not in text


def test_the_feed_speaks_the_language_it_was_made_in(client):
    make_due()
    user = makers.make_user()

    [korean] = read(client, issue(user, "ko"))
    [english] = read(client, issue(user, "en"))

    assert korean["SUMMARY"].startswith("후속조치 기한")
    assert english["SUMMARY"].startswith("Follow-up due")


def test_an_event_says_rule_and_attorney(client):
    makers.make_filing(
        status="preparing",
        filed_on=None,
        route="paris",
        priority_on=timezone.localdate() - timedelta(days=300),
    )

    [event] = read(client, issue(makers.make_user()))

    assert "12개월" in event["DESCRIPTION"]
    assert "대리인 확인 필요" in event["DESCRIPTION"]


@pytest.mark.parametrize("token", ["", "wrong", "가" * 50, "\x00"])
def test_a_wrong_secret_is_refused_in_a_sentence(client, token):
    issue(makers.make_user())

    response = client.get("/deadlines.ics", {"token": token})

    assert response.status_code == 403
    assert "일정 주소" in response.content.decode()


def test_no_secret_is_refused(client):
    assert client.get("/deadlines.ics").status_code == 403


def test_being_signed_in_opens_nothing():
    assert client_of(makers.make_user()).get("/deadlines.ics").status_code == 403


def test_a_new_address_ends_the_one_before_it(client):
    user = makers.make_user()
    first, second = issue(user), issue(user)

    assert client.get(first).status_code == 403
    assert client.get(second).status_code == 200


def test_a_revoked_address_opens_nothing(client):
    user = makers.make_user()
    address = issue(user)

    client_of(user).post("/deadlines/feed/revoke/")

    assert client.get(address).status_code == 403


def test_who_may_no_longer_sign_in_is_told_nothing(client):
    user = makers.make_user()
    address = issue(user)
    user.is_active = False
    user.save()

    assert client.get(address).status_code == 403


def test_the_secret_itself_is_kept_nowhere():
    user = makers.make_user()
    token = issue(user).partition("token=")[2]

    feed = CalendarFeed.objects.get()

    assert token not in str(feed.__dict__)
    assert token not in client_of(user).get("/deadlines/").content.decode()


def test_another_centres_deadlines_are_in_no_feed(client):
    make_due(centre=makers.make_centre("gccei"))

    assert read(client, issue(makers.make_user(centre=makers.make_centre("b2g")))) == []


def test_an_unknown_parameter_is_refused(client):
    assert client.get(issue(makers.make_user()) + "&x=1").status_code == 400


@pytest.mark.parametrize("address", ["/deadlines/feed/", "/deadlines/feed/revoke/"])
def test_looking_makes_and_ends_nothing(address):
    user = makers.make_user()
    issue(user)

    assert client_of(user).get(address).status_code == 405
    assert CalendarFeed.objects.filter(user=user).exists()


def test_a_feed_is_only_read(client):
    assert client.post(issue(makers.make_user())).status_code == 405
