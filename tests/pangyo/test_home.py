"""My work: what waits, what others changed around my start-ups, the year so far."""

from datetime import date

import pghistory
import pytest
from django.utils import timezone

from tests import makers
from tests.records.samples import client_of, sign_in

pytestmark = pytest.mark.django_db


def shown(response) -> str:
    assert response.status_code == 200
    return response.content.decode()


def test_my_work_shows_my_open_cases():
    user = makers.make_user()
    mine, others = (
        makers.make_case(title="내 상담"),
        makers.make_case(title="남의 상담"),
    )
    mine.officers.add(user)
    others.officers.add(makers.make_user())

    text = shown(client_of(user).get("/"))

    assert "내 상담" in text
    assert "남의 상담" not in text


@pytest.mark.parametrize("status", ["closed", "cancelled"])
def test_my_work_shows_no_case_that_is_over(status):
    user = makers.make_user()
    makers.make_case(title="끝난 상담", status=status).officers.add(user)

    assert "끝난 상담" not in shown(client_of(user).get("/"))


def test_my_work_shows_what_i_have_promised():
    user = makers.make_user()
    makers.make_follow_up(title="답신 보내기", owner=user)
    makers.make_follow_up(title="보낸 답신", owner=user, done_on=date(2018, 4, 1))

    text = shown(client_of(user).get("/"))

    assert "답신 보내기" in text
    assert "보낸 답신" not in text


def test_my_work_shows_the_oldest_first():
    user = makers.make_user()
    makers.make_case(title="나중", opened_on=date(2018, 5, 1)).officers.add(user)
    makers.make_case(title="먼저", opened_on=date(2018, 4, 1)).officers.add(user)

    text = shown(client_of(user).get("/"))

    assert text.index("먼저") < text.index("나중")


def test_my_work_offers_a_reader_nothing_to_enter():
    assert "/cases/new/" not in shown(sign_in("viewer").get("/"))
    assert "/cases/new/" in shown(sign_in("officer").get("/"))


def test_my_work_takes_as_many_statements_for_many_cases(statements):
    user = makers.make_user()
    client = client_of(user)

    def look():
        shown(client.get("/"))

    work(user, 2)
    look()
    few = statements(look)
    work(user, 10)

    assert statements(look) == few


def work(user, number):
    for _time in range(number):
        makers.make_case().officers.add(user)
        makers.make_follow_up(owner=user, due_on=timezone.localdate())


@pytest.fixture
def mine():
    """An officer with an open case of a start-up."""
    user = makers.make_user()
    case = makers.make_case(title="내 상담", opened_on=timezone.localdate())
    case.officers.add(user)
    return user, case


def enter_filing(case, by, **fields):
    with pghistory.context(user=by.pk):
        return makers.make_filing(
            startup=case.startup, title="베트남 상표출원", **fields
        )


def test_my_work_shows_what_others_entered_for_my_start_ups(mine):
    user, case = mine
    enter_filing(case, makers.make_user(name="다른이"))

    text = shown(client_of(user).get("/"))

    assert "베트남 상표출원" in text
    assert "다른이" in text


def test_my_work_names_the_fields_that_others_changed(mine):
    user, case = mine
    filing = enter_filing(case, user)
    with pghistory.context(user=makers.make_user().pk):
        filing.agent = "가나다 특허법인"
        filing.save()

    assert "(대리인)" in shown(client_of(user).get("/"))


def test_my_work_shows_what_a_command_entered(mine):
    user, case = mine
    with pghistory.context(command="import_records"):
        makers.make_filing(startup=case.startup, title="베트남 상표출원")

    assert "베트남 상표출원" in shown(client_of(user).get("/"))


def test_my_work_does_not_tell_me_what_i_changed_myself(mine):
    user, case = mine
    enter_filing(case, user)

    assert "베트남 상표출원" not in shown(client_of(user).get("/"))


def test_my_work_tells_of_a_deletion(mine):
    user, case = mine
    filing = enter_filing(case, user)
    with pghistory.context(user=makers.make_user().pk):
        filing.remove(reason="중복")

    assert "해외출원 삭제" in shown(client_of(user).get("/"))


def test_my_work_tells_nothing_of_another_centre(mine):
    user, case = mine
    elsewhere = makers.make_centre("gccei")
    other = makers.make_user(centre=elsewhere)
    enter_filing(case, other, centre=elsewhere)

    assert "베트남 상표출원" not in shown(client_of(user).get("/"))


def test_my_work_tells_nothing_of_other_peoples_start_ups(mine):
    user, _case = mine
    enter_filing(makers.make_case(), makers.make_user())

    assert "베트남 상표출원" not in shown(client_of(user).get("/"))


def test_my_work_sets_the_year_so_far_beside_the_same_days_before():
    today = timezone.localdate()
    makers.make_case(opened_on=today)
    makers.make_case(opened_on=today)
    makers.make_case(opened_on=date(today.year - 1, 1, 1))

    response = sign_in().get("/")

    [cases] = [
        line
        for line in response.context["year"].lines
        if line.figure.slug == "consulting-cases"
    ]
    assert [cell.text for cell in cases.cells] == ["1", "2"]


def test_my_work_of_an_account_without_a_centre_has_no_figures():
    user = makers.make_user()
    user.centre = None
    user.save()

    assert client_of(user).get("/").context["year"] is None
