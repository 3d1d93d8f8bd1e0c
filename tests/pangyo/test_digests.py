"""The morning's e-mail: to whom, about what, once."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.management import CommandError, call_command

from pangyo import tasks
from pangyo.digests import send_digests
from pangyo.models import SentDigest
from tests import makers

pytestmark = pytest.mark.django_db

ON = date(2026, 3, 5)


def make_due(days: int, **fields):
    return makers.make_follow_up(due_on=ON + timedelta(days=days), **fields)


def sent_to(user) -> list:
    return [message for message in mail.outbox if message.to == [user.email]]


def test_an_officer_is_told_what_is_overdue_and_what_is_due_soon():
    user = makers.make_user()
    make_due(-1, owner=user, title="지난 답신")
    make_due(7, owner=user, title="다음 답신")
    make_due(8, owner=user, title="먼 답신")

    send_digests(ON)

    [message] = sent_to(user)
    assert "지난 답신" in message.body
    assert "다음 답신" in message.body
    assert "먼 답신" not in message.body
    assert "1건" in message.subject


def test_the_mail_is_plain_text_in_both_languages():
    user = makers.make_user()
    make_due(1, owner=user)

    send_digests(ON)

    [message] = sent_to(user)
    assert message.content_subtype == "plain"
    assert "곧 다가올 기한" in message.body
    assert "Due soon" in message.body


@pytest.mark.parametrize(("days", "is_told"), [(90, True), (89, False), (30, True)])
def test_an_agreement_is_told_on_its_days_of_notice(days, is_told):
    user = makers.make_user()
    # All of them working days, so that nothing moves.
    on = {90: date(2026, 6, 4), 89: date(2026, 6, 2), 30: date(2026, 4, 3)}[days]
    makers.make_mou(expires_on=on, title="교류 협약")

    send_digests(on - timedelta(days=days))

    assert bool(sent_to(user)) == is_told


def test_a_stale_case_is_told_to_its_officer_and_to_the_manager():
    officer, manager, other = (
        makers.make_user(role) for role in ("officer", "manager", "officer")
    )
    makers.make_case(title="잊힌 상담").officers.add(officer)

    send_digests(ON)

    assert "잊힌 상담" in sent_to(officer)[0].body
    assert "잊힌 상담" in sent_to(manager)[0].body
    assert sent_to(other) == []


def test_another_centres_business_is_told_to_nobody():
    user = makers.make_user("manager", makers.make_centre("b2g"))
    make_due(1, centre=makers.make_centre("gccei"))
    makers.make_case(centre=makers.make_centre("gccei"))

    send_digests(ON)

    assert sent_to(user) == []


@pytest.mark.parametrize("fields", [{"is_active": False}, {"email": ""}], ids=str)
def test_some_are_not_written_to(fields):
    user = makers.make_user(**fields)
    make_due(1, owner=user)

    counts = send_digests(ON)

    assert (counts.sent, mail.outbox) == (0, [])


def test_nobody_is_written_to_twice_for_a_day():
    user = makers.make_user()
    make_due(1, owner=user)
    send_digests(ON)

    counts = send_digests(ON)

    assert (counts.sent, counts.already) == (0, 1)
    assert len(sent_to(user)) == 1


def test_the_next_day_is_another_mail():
    user = makers.make_user()
    make_due(1, owner=user)
    send_digests(ON)

    send_digests(ON + timedelta(days=1))

    assert len(sent_to(user)) == 2


def test_what_could_not_be_sent_is_not_held_for_sent(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    make_due(1, owner=makers.make_user())

    with pytest.raises(ConnectionRefusedError):
        send_digests(ON)

    assert not SentDigest.objects.exists()


def test_a_dry_run_counts_and_sends_nothing(capsys):
    make_due(1, owner=makers.make_user())
    makers.make_user(centre=makers.make_centre("gccei"))

    call_command("send_digests", on="2026-03-05", dry_run=True)

    assert capsys.readouterr().out == (
        "1 would be sent, 0 sent before, 1 with nothing to tell\n"
    )
    assert mail.outbox == []
    assert not SentDigest.objects.exists()


def test_a_day_that_is_none_is_refused():
    with pytest.raises(CommandError, match="2026-03-05"):
        call_command("send_digests", on="tomorrow")


def test_the_worker_sends_it_every_morning():
    makers.make_case().officers.add(user := makers.make_user())

    tasks.send_digests(timestamp=0)

    assert len(sent_to(user)) == 1
