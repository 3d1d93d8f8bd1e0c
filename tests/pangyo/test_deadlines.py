"""The pages of deadlines: a list by urgency, a month's calendar."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from pangyo.calendar import sections
from records.deadlines import Due, due
from tests import makers
from tests.records.samples import client_of, sign_in

pytestmark = pytest.mark.django_db

LIST = "/deadlines/"


def today() -> date:
    return timezone.localdate()


def make_due(days: int, **fields):
    return makers.make_follow_up(due_on=today() + timedelta(days=days), **fields)


def month_of(day: date) -> str:
    return f"/deadlines/{day.year}/{day.month}/"


def shown(response) -> str:
    assert response.status_code == 200
    return response.content.decode()


def test_the_list_leads_to_the_record_and_says_why():
    follow_up = make_due(3, title="답신 보내기")

    text = shown(sign_in().get(LIST))

    assert f'href="{follow_up.get_absolute_url()}"' in text
    assert "약속한 날" in text


def test_the_list_says_where_a_day_was_moved_from(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda: date(2026, 2, 1))
    makers.make_filing(
        kind="design",
        status="preparing",
        filed_on=None,
        route="paris",
        priority_on=date(2025, 9, 1),
    )

    text = shown(sign_in().get(LIST))

    assert "원래 2026-03-01(일요일), 한국의 휴무일이라 2026-03-03." in text
    assert "우선일 + 6개월 (우선일: 2025-09-01)" in text
    assert "파리협약 제4조 C(1)" in text
    assert "대리인 확인 필요" in text


@pytest.mark.parametrize(
    ("days", "label"),
    [(-1, "기한 지남"), (0, "이번 주"), (4, "이번 주"), (5, "이번 달"), (28, "이후")],
)
def test_a_deadline_stands_under_its_urgency(days, label):
    wednesday = date(2026, 3, 4)
    makers.make_follow_up(due_on=wednesday + timedelta(days=days))
    found = due(
        makers.make_user(), None, date(2026, 12, 31), today=wednesday, slugs=()
    ).deadlines
    overdue, coming = (found, []) if days < 0 else ([], found)

    [section] = sections(Due(overdue), Due(coming), wednesday)

    assert section.label == label


def test_mine_leaves_out_what_others_own():
    user = makers.make_user()
    make_due(3, title="내 답신", owner=user)
    make_due(3, title="남의 답신", owner=makers.make_user())

    text = shown(client_of(user).get(LIST, {"who": "mine"}))

    assert "내 답신" in text
    assert "남의 답신" not in text


def test_one_kind_can_be_chosen():
    make_due(3, title="답신 보내기")
    makers.make_mou(title="교류 협약", expires_on=today() + timedelta(days=9))

    text = shown(sign_in().get(LIST, {"source": "mous"}))

    assert "교류 협약" in text
    assert "답신 보내기" not in text


def test_days_can_be_chosen():
    for days in (-9, -1, 1, 9):
        make_due(days, title=f"답신 {days}.")
    span = {"from": today() - timedelta(days=2), "to": today() + timedelta(days=2)}

    text = shown(sign_in().get(LIST, span))

    titles = [f"답신 {days}." in text for days in (-9, -1, 1, 9)]
    assert titles == [False, True, True, False]


def test_another_centres_deadlines_are_not_shown():
    make_due(3, title="남의 센터", centre=makers.make_centre("gccei"))
    client = sign_in("officer", "b2g")

    assert "남의 센터" not in shown(client.get(LIST))
    month = month_of(today() + timedelta(days=3))
    assert "남의 센터" not in shown(client.get(month))


@pytest.mark.parametrize(
    "wrong",
    [
        {"colour": "red"},
        {"who": "theirs"},
        {"source": "birthdays"},
        {"from": "soon"},
        {"from": "0001-01-01"},
        {"to": "9999-12-31"},
        {"from": "2026-03-05", "to": "2026-03-04"},
    ],
    ids=str,
)
def test_a_wrong_filter_is_refused_in_a_sentence(wrong):
    response = sign_in().get(LIST, wrong)

    assert response.status_code == 400
    assert 'role="alert"' in response.content.decode()


def test_the_calendar_shows_the_month_with_its_holidays():
    makers.make_follow_up(title="답신 보내기", due_on=date(2026, 3, 10))

    text = shown(sign_in().get("/deadlines/2026/3/"))

    assert "답신 보내기" in text
    assert "삼일절" in text
    assert 'href="/deadlines/2026/2/' in text
    assert 'href="/deadlines/2026/4/' in text


def test_the_calendar_keeps_the_filter_from_month_to_month():
    text = shown(sign_in().get("/deadlines/2026/3/", {"source": "mous"}))

    assert 'href="/deadlines/2026/4/?source=mous"' in text


@pytest.mark.parametrize("month", ["2026/0", "2026/13", "1800/1", "9999/12"])
def test_a_month_that_there_is_not_is_not_found(month):
    assert sign_in().get(f"/deadlines/{month}/").status_code == 404


def test_the_calendar_takes_no_days():
    assert (
        sign_in().get("/deadlines/2026/3/", {"from": "2026-03-05"}).status_code == 400
    )


@pytest.mark.parametrize("address", [LIST, "/deadlines/2026/3/"])
def test_the_pages_are_only_read_and_only_by_people_signed_in(client, address):
    assert sign_in().post(address).status_code == 405
    assert client.get(address).status_code == 302


@pytest.mark.parametrize("address", [LIST, "/deadlines/2026/3/"])
def test_a_page_takes_as_many_statements_for_many_deadlines(address, statements):
    client = sign_in()

    def look():
        shown(client.get(address))

    fill(1)
    look()
    few = statements(look)
    fill(8)

    assert statements(look) == few


def fill(times: int) -> None:
    for number in range(times):
        for day in (today(), date(2026, 3, 10)):
            makers.make_follow_up(due_on=day, owner=makers.make_user())
            case = makers.make_case(next_step=f"회신 {number}", next_on=day)
            case.officers.add(makers.make_user())
            makers.make_mou(expires_on=day)
