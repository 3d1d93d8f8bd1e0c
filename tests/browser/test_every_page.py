"""Every page in a real browser: the rules of accessibility in both languages, nothing
that scrolls sideways on a telephone, and the whole road without a script."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page

from records.attachments import Attachment
from support.models import Partner
from tests import makers
from tests.records import evidence_files
from tests.records.samples import TYPES, client_of, fill_in
from tests.walking import walk

LANGUAGES = [code for code, _name in settings.LANGUAGES]
WIDE = {"width": 1440, "height": 900}
NARROW = {"width": 390, "height": 800}
# What is asked of axe: the broken rules only, told in short.
ASKED = {"resultTypes": ["violations"]}
SCROLLS = "document.documentElement.scrollWidth > innerWidth"

# The pages that differ by their type; of all others one stands for every type, since
# what they show of it, its list, record and form show as well.
BY_TYPE = ("<slug:slug>/", "<slug:slug>/<int:pk>/", "<slug:slug>/new/")


def pages_for(client: Client) -> dict[tuple, str]:
    """One page of each kind; no two that differ by their type alone; no fragments."""
    chosen = {}
    for (route, slug), (address, text) in walk(client).items():
        if "<html" not in text:
            continue
        slug = slug if route in BY_TYPE else ""
        chosen.setdefault((route, slug), address)
    return chosen


def signed_in(chromium, live_server, user, **options):
    """A browser in which the user is signed in, and the client it was made from."""
    client = client_of(user)
    context = chromium.new_context(base_url=live_server.url, **options)
    session = client.cookies["sessionid"].value
    context.add_cookies(
        [{"name": "sessionid", "value": session, "url": live_server.url}]
    )
    return context, client


def speak(context, live_server, language: str) -> None:
    name = settings.LANGUAGE_COOKIE_NAME
    context.add_cookies([{"name": name, "value": language, "url": live_server.url}])


def broken_rules(page: Page) -> list[tuple[str, list[str]]]:
    found = Axe().run(page, options=ASKED).response["violations"]
    return [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found]


def test_every_page_is_accessible_and_fits_a_telephone(
    chromium, live_server, transactional_db
):
    for kind in TYPES:
        fill_in(kind, 1)
    wrong, seen = {}, set()
    for role in ("admin", "manager"):
        context, client = signed_in(chromium, live_server, makers.make_user(role))
        pages = {k: at for k, at in pages_for(client).items() if k not in seen}
        seen |= pages.keys()
        for language in LANGUAGES:
            speak(context, live_server, language)
            wrong |= faults_of(context.new_page(), pages, language)
        context.close()
    assert seen
    assert wrong == {}


def faults_of(page: Page, pages: dict, language: str) -> dict[str, list]:
    """In Korean every page is held to the rules, on a desk; in English one of each
    pattern, on a telephone. No page may scroll sideways in either."""
    is_korean = language == settings.LANGUAGE_CODE
    wrong, looked_at = {}, set()
    for (route, _slug), address in pages.items():
        page.set_viewport_size(WIDE if is_korean else NARROW)
        page.goto(address)
        faults = [] if route in looked_at else broken_rules(page)
        if not is_korean:
            looked_at.add(route)
        page.set_viewport_size(NARROW)
        if page.evaluate(SCROLLS):
            faults.append(("scrolls sideways", []))
        if faults:
            wrong[f"{address} ({language})"] = faults
    return wrong


@pytest.fixture
def plain_page(chromium, live_server, transactional_db):
    """The officer's browser with JavaScript switched off."""
    user = makers.make_user("officer")
    context, _client = signed_in(chromium, live_server, user, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_a_record_is_entered_changed_and_found_without_a_script(plain_page):
    plain_page.goto("/partners/")
    plain_page.get_by_role("link", name="등록", exact=True).click()
    plain_page.locator("#id_name").fill("Hanoi Ventures")
    plain_page.locator("#id_country").select_option("VN")
    plain_page.get_by_role("button", name="저장").click()
    plain_page.wait_for_url(re.compile(r"/partners/\d+/$"))

    plain_page.get_by_role("link", name="수정").click()
    plain_page.locator("#id_notes").fill("하노이")
    plain_page.get_by_role("button", name="저장").click()
    plain_page.wait_for_url(re.compile(r"/partners/\d+/$"))

    plain_page.goto("/partners/?q=Hanoi")
    assert "Hanoi Ventures" in plain_page.locator("table").inner_text()
    assert Partner.objects.get(name="Hanoi Ventures").notes == "하노이"


def test_links_to_other_records_are_typed_without_a_script(plain_page):
    makers.make_startup("한빛소프트")

    plain_page.goto("/memberships/new/")
    plain_page.locator("#id_startup").fill("한빛소프트")
    plain_page.locator("#id_kind").select_option("resident")
    plain_page.locator("#id_joined_on").fill("2018-03-05")
    plain_page.get_by_role("button", name="저장").click()

    plain_page.wait_for_url(re.compile(r"/memberships/\d+/$"))
    assert "한빛소프트" in plain_page.locator("dl").inner_text()


def test_evidence_is_attached_and_withdrawn_without_a_script(plain_page):
    case = makers.make_case()
    file = {"name": "견적서.pdf", "mimeType": "", "buffer": evidence_files.pdf()}

    plain_page.goto(case.get_absolute_url())
    plain_page.locator("#id_files").set_input_files(file)
    plain_page.get_by_role("button", name="첨부").click()
    plain_page.wait_for_url("**#files")
    assert plain_page.get_by_role("link", name="견적서.pdf").is_visible()

    plain_page.locator("#files summary").click()
    plain_page.get_by_label("철회 사유").fill("다른 기업의 서류")
    plain_page.get_by_role("button", name="철회").click()
    plain_page.wait_for_url("**#files")
    assert Attachment.with_deleted.get().deleted_reason == "다른 기업의 서류"


def test_evidence_comes_into_the_page_without_leaving_it(page):
    case = makers.make_case()
    good = {"name": "견적서.pdf", "mimeType": "", "buffer": evidence_files.pdf()}
    bad = {"name": "가짜.jpg", "mimeType": "", "buffer": b"<html></html>"}
    section = page.locator("#files")
    page.goto(case.get_absolute_url())

    page.locator("#id_files").set_input_files([good, bad])
    page.get_by_role("button", name="첨부").click()
    section.get_by_role("alert").get_by_text("가짜.jpg").wait_for()
    assert not Attachment.objects.exists()

    page.locator("#id_files").set_input_files(good)
    page.get_by_role("button", name="첨부").click()
    section.get_by_role("status").wait_for()
    section.get_by_role("link", name="견적서.pdf").wait_for()
    assert page.url.endswith(case.get_absolute_url())
    assert broken_rules(page) == []
