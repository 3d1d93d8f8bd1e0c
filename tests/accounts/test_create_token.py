"""`create_token USERNAME [--days 90]` prints a token and nothing else."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from knox.models import get_token_model

from tests import makers

pytestmark = pytest.mark.django_db


def create_token(*arguments) -> str:
    out = StringIO()
    call_command("create_token", *arguments, stdout=out)
    return out.getvalue()


def status_with(client, token: str) -> int:
    headers = {"Authorization": f"Token {token}"}
    return client.get("/api/v1/figures/", headers=headers).status_code


def test_the_token_is_all_that_is_printed(client):
    printed = create_token(makers.make_user().username)

    assert printed == printed.strip() + "\n"
    assert " " not in printed.strip()


def test_the_token_lets_its_holder_in(client):
    token = create_token(makers.make_user().username).strip()

    assert status_with(client, token) == 200


def test_the_token_lets_in_nobody_else(client):
    ours = makers.make_user("officer", makers.make_centre("b2g"))
    theirs = makers.make_contact(centre=makers.make_centre("gccei"))
    token = create_token(ours.username).strip()

    response = client.get(
        f"/api/v1/contacts/{theirs.pk}/", headers={"Authorization": f"Token {token}"}
    )

    assert response.status_code == 404


def test_a_token_lasts_ninety_days_unless_asked_otherwise():
    create_token(makers.make_user().username)

    [token] = get_token_model().objects.all()
    assert token.expiry - timezone.now() > timedelta(days=89, hours=23)
    assert token.expiry - timezone.now() <= timedelta(days=90)


def test_a_token_lasts_the_days_asked_for():
    create_token(makers.make_user().username, "--days", "1")

    [token] = get_token_model().objects.all()
    assert token.expiry - timezone.now() <= timedelta(days=1)


def test_an_expired_token_lets_nobody_in(client):
    token = create_token(makers.make_user().username).strip()
    past = timezone.now() - timedelta(seconds=1)
    get_token_model().objects.update(expiry=past)

    assert status_with(client, token) == 401


def test_the_token_of_somebody_who_has_left_lets_nobody_in(client):
    user = makers.make_user()
    token = create_token(user.username).strip()
    user.is_active = False
    user.save()

    assert status_with(client, token) == 401


def test_the_token_itself_is_stored_nowhere():
    token = create_token(makers.make_user().username).strip()

    [stored] = get_token_model().objects.all()
    assert token not in {stored.digest, stored.token_key}


def test_one_person_may_have_several_tokens(client):
    user = makers.make_user()

    tokens = [create_token(user.username).strip() for _time in range(2)]

    assert [status_with(client, token) for token in tokens] == [200, 200]


@pytest.mark.parametrize("days", ["0", "-1", "3651"])
def test_a_number_of_days_out_of_bounds_is_refused(days):
    with pytest.raises(CommandError, match=days):
        create_token(makers.make_user().username, f"--days={days}")


@pytest.mark.parametrize("days", ["soon", "1.5"])
def test_what_is_no_number_of_days_is_refused(days):
    with pytest.raises(CommandError):
        create_token(makers.make_user().username, "--days", days)


def test_somebody_unknown_is_refused():
    with pytest.raises(CommandError, match="nobody"):
        create_token("nobody")


def test_somebody_who_has_left_is_refused():
    user = makers.make_user(is_active=False)

    with pytest.raises(CommandError, match=user.username):
        create_token(user.username)
