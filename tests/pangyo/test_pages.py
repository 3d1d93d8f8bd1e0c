"""Pages that belong to no one app: search, look and language, shortcuts, health."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import makers
from tests.records.samples import client_of, sign_in

pytestmark = pytest.mark.django_db


def shown(response) -> str:
    assert response.status_code == 200
    return response.content.decode()


def test_search_finds_records_of_every_type():
    makers.make_startup("한빛소프트")
    makers.make_visit(title="한빛 견학")

    text = shown(sign_in().get("/search/", {"q": "한빛"}))

    assert "한빛소프트" in text
    assert "한빛 견학" in text


def test_search_finds_a_record_by_its_reference():
    visit = makers.make_visit(title="참조 번호로")
    visit.refresh_from_db()

    assert "참조 번호로" in shown(sign_in().get("/search/", {"q": visit.reference}))


def test_search_finds_nothing_of_another_centre():
    makers.make_visit(title="한빛 견학", centre=makers.make_centre("gccei"))

    text = shown(sign_in("officer", "b2g").get("/search/", {"q": "한빛"}))

    assert "한빛 견학" not in text


@pytest.mark.parametrize(
    "text", ["", " ", "%", "_", "\\", "'", "가" * 500, "\x00", "<b>"]
)
def test_search_stands_whatever_is_typed(text):
    assert sign_in().get("/search/", {"q": text}).status_code in (200, 400)


def test_a_percent_sign_is_no_wildcard():
    makers.make_startup("한빛소프트")

    assert "한빛소프트" not in shown(sign_in().get("/search/", {"q": "%"}))


def test_what_was_typed_is_never_run():
    text = shown(sign_in().get("/search/", {"q": "<script>alert(1)</script>"}))

    assert "<script>alert" not in text


def test_an_unknown_parameter_of_search_is_refused():
    assert sign_in().get("/search/", {"colour": "red"}).status_code == 400


@pytest.mark.parametrize("address", ["/", "/search/", "/people/lookup/"])
def test_who_is_not_signed_in_is_sent_to_sign_in(client, address):
    response = client.get(address)

    assert response.status_code == 302
    assert response["Location"] == f"/sign-in/?next={address}"


@pytest.mark.parametrize("address", ["/", "/search/", "/health/"])
def test_the_pages_are_only_read(address):
    assert sign_in().post(address).status_code == 405


def test_health_is_told_to_everybody(client):
    response = client.get("/health/")

    assert (response.status_code, response.json()) == (200, {"status": "ok"})


def test_pages_are_korean_whatever_the_browser_prefers():
    client = sign_in()

    response = client.get("/", headers={"Accept-Language": "en"})

    assert '<html lang="ko"' in shown(response)


def test_a_reader_may_choose_english():
    client = sign_in()
    client.post("/language/", {"language": "en", "next": "/"})

    assert '<html lang="en"' in shown(client.get("/"))


def test_a_language_that_there_is_not_changes_nothing():
    client = sign_in()
    client.cookies["django_language"] = "xx"

    assert '<html lang="ko"' in shown(client.get("/"))


def test_pages_take_scripts_and_styles_from_here_alone():
    policy = sign_in().get("/")["Content-Security-Policy"]

    assert "default-src 'self'" in policy
    assert "unsafe" not in policy


def test_a_centre_of_the_demonstration_is_marked():
    client = sign_in("officer", "b2g")
    plain = shown(client.get("/"))
    centre = makers.make_centre("b2g")
    centre.is_demonstration = True
    centre.save()

    assert shown(client.get("/")) != plain


def test_a_case_from_tomorrow_is_no_error():
    user = makers.make_user()
    tomorrow = timezone.localdate() + timedelta(days=1)
    makers.make_case(opened_on=tomorrow).officers.add(user)

    assert client_of(user).get("/").status_code == 200
