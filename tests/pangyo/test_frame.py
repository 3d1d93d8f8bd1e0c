"""The frame of every page: search while one types, look, shortcuts."""

import pytest

from tests import makers
from tests.records.samples import sign_in

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


def shown(response) -> str:
    assert response.status_code == 200
    return response.content.decode()


def test_search_while_one_types_answers_with_what_is_found_alone():
    makers.make_startup("한빛소프트")

    text = shown(sign_in().get("/search/", {"q": "한빛"}, headers=HTMX))

    assert "한빛소프트" in text
    assert "<html" not in text


def test_search_leads_to_lists_and_entry_forms_by_their_name():
    text = shown(sign_in("officer").get("/search/", {"q": "해외출원"}))

    assert "/filings/" in text
    assert "/filings/new/" in text


def test_search_leads_a_reader_to_no_entry_form():
    text = shown(sign_in("viewer").get("/search/", {"q": "해외출원"}))

    assert "/filings/new/" not in text


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_chosen_look_stays(theme):
    client = sign_in()

    response = client.post("/look/", {"theme": theme, "next": "/cases/"})

    assert response["Location"] == "/cases/"
    assert f'data-bs-theme="{theme}"' in shown(client.get("/"))


def test_without_a_choice_the_system_decides_the_look():
    assert "data-bs-theme" not in shown(sign_in().get("/"))


def test_an_unknown_look_is_refused():
    response = sign_in().post("/look/", {"theme": "<b>"})

    assert response.status_code == 400


def test_choosing_a_look_leads_to_no_foreign_site():
    response = sign_in().post("/look/", {"theme": "dark", "next": "//evil.example/"})

    assert response["Location"] == "/"


@pytest.mark.parametrize("address", ["/look/", "/keys/set/"])
def test_a_look_at_an_address_changes_nothing(address):
    assert sign_in().get(address).status_code == 405


def test_shortcuts_are_listed_and_can_be_switched_off_and_on():
    client = sign_in()
    assert "data-keys" in shown(client.get("/keys/"))

    client.post("/keys/set/", {"keys": "off"})
    assert "data-keys" not in shown(client.get("/keys/"))

    client.post("/keys/set/", {"keys": "on"})
    assert "data-keys" in shown(client.get("/"))
