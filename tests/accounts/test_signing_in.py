"""Signing in and out."""

import pytest

from pangyo import settings
from tests import makers

pytestmark = pytest.mark.django_db

PASSWORD = "a-long-secret-1"


def sign_in(client, **data):
    return client.post("/sign-in/", data)


def test_the_right_password_leads_to_the_own_work(client):
    user = makers.make_user()

    response = sign_in(client, username=user.username, password=PASSWORD)

    assert (response.status_code, response["Location"]) == (302, "/")
    assert client.get("/").status_code == 200


def test_signing_in_leads_to_the_page_asked_for(client):
    user = makers.make_user()

    response = client.post(
        "/sign-in/?next=/cases/", {"username": user.username, "password": PASSWORD}
    )

    assert response["Location"] == "/cases/"


def test_signing_in_never_leads_elsewhere(client):
    user = makers.make_user()

    response = client.post(
        "/sign-in/?next=https://example.org/",
        {"username": user.username, "password": PASSWORD},
    )

    assert response["Location"] == "/"


def test_a_wrong_password_is_refused(client):
    user = makers.make_user()

    response = sign_in(client, username=user.username, password="wrong")

    assert response.status_code == 200
    assert response.context["form"].non_field_errors()
    assert client.get("/").status_code == 302


def test_who_has_left_is_refused(client):
    user = makers.make_user(is_active=False)

    response = sign_in(client, username=user.username, password=PASSWORD)

    assert response.status_code == 200
    assert client.get("/").status_code == 302


def test_signing_out_ends_it(client):
    client.force_login(makers.make_user())

    client.post("/sign-out/")

    assert client.get("/").status_code == 302


def test_a_link_does_not_sign_anybody_out(client):
    client.force_login(makers.make_user())

    assert client.get("/sign-out/").status_code == 405
    assert client.get("/").status_code == 200


def test_passwords_are_kept_with_argon2():
    assert settings.PASSWORD_HASHERS[0].endswith(".Argon2PasswordHasher")
