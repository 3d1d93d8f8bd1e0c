"""Every page as a strict parser and a screen reader find it, in both languages.

The pages are found by walking; a page added later is held to the same rules, once a
link leads to it.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import html5lib
import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import Resolver404, resolve

from records.files.attaching import attach
from tests import makers
from tests.records import evidence_files
from tests.records.samples import TYPES, client_of, fill_in
from tests.walking import ELSEWHERE, walk

# Without the mark there would be no test database for `documents` to render on.
pytestmark = pytest.mark.django_db

LANGUAGES = [code for code, _name in settings.LANGUAGES]
OTHER_LANGUAGES = [code for code in LANGUAGES if code != settings.LANGUAGE_CODE]
NEEDY = [kind.slug for kind in TYPES if not kind.is_code_list]  # forms with a must
UNLABELLED = {"hidden", "submit", "button", "reset"}
SCOPES = ("col", "row", "colgroup", "rowgroup")
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls")


@dataclass(frozen=True)
class Document:
    """One page in one language. A fragment is what htmx puts into a page."""

    address: str
    language: str
    text: str
    elements: list
    errors: list

    @property
    def is_fragment(self) -> bool:
        return "<html" not in self.text

    def all(self, *tags: str) -> list:
        return [element for element in self.elements if element.tag in tags]

    @property
    def ids(self) -> list[str]:
        return [one.get("id") for one in self.elements if one.get("id")]


def document(address: str, language: str, text: str) -> Document:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    parse = parser.parse if "<html" in text else parser.parseFragment
    elements = [one for one in parse(text).iter() if isinstance(one.tag, str)]
    errors = [f"line {at[0]}: {error}" for at, error, _more in parser.errors]
    return Document(address, language, text, elements, errors)


@pytest.fixture(scope="module")
def documents(django_db_setup, django_db_blocker) -> list[Document]:
    """Every page, rendered once; the records are taken back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        made = list(rendered())
        transaction.set_rollback(True)
    return made


def rendered() -> Iterator[Document]:
    fill_the_site()
    manager = client_of(makers.make_user("manager"))
    admin = client_of(makers.make_user("admin", is_staff=True))
    elsewhere = client_of(makers.make_user("manager", makers.make_centre("gbsa")))
    found = walk(manager)
    more = {kind: page for kind, page in walk(admin).items() if kind not in found}
    for client, pages in ((manager, found), (admin, more)):
        for address, text in pages.values():
            yield document(address, settings.LANGUAGE_CODE, text)
            yield from in_languages(client, address, OTHER_LANGUAGES)
    for address in ("/", "/figures/", *(f"/{kind.slug}/" for kind in TYPES)):
        yield from in_languages(elsewhere, address, OTHER_LANGUAGES)
    yield from refusals(manager)


def fill_the_site() -> None:
    """A record of every type, one with evidence and a past."""
    for kind in TYPES:
        fill_in(kind, 1)
    case = makers.make_case(title="증빙이 있는 상담")
    officer = makers.make_user()
    uploads = [
        SimpleUploadedFile("견적서.pdf", evidence_files.pdf()),
        SimpleUploadedFile("사진.png", evidence_files.png()),
    ]
    attach(case, uploads, user=officer, description="견적")[1].remove(reason="실수")
    case.officers.add(officer)


def in_languages(
    client: Client, address: str, languages: list[str], data: dict | None = None
) -> Iterator[Document]:
    """The page, or what comes back from it when this is posted to it."""
    for language in languages:
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
        response = client.get(address) if data is None else client.post(address, data)
        name = address if data is None else f"POST {address}"
        yield document(name, language, response.content.decode())


def refusals(manager: Client) -> Iterator[Document]:
    """The pages nobody wants to see: forms sent back, refused, forbidden, not found."""
    case = makers.make_case()
    viewer = client_of(makers.make_user("viewer"))
    for client, address, data in (
        (manager, "/figures/?year=x", None),
        (manager, "/cases/?no=1", None),
        (manager, "/nothing/", None),
        (manager, "/search/?q=상담", None),
        (manager, f"/cases/{case.pk}/files/", {"description": "파일 없이"}),
        (viewer, "/cases/new/", None),
        (Client(), "/sign-in/", None),
        (Client(), "/sign-in/", {"username": "a"}),
        *((manager, f"/{slug}/new/", {"notes": "x"}) for slug in NEEDY),
    ):
        yield from in_languages(client, address, LANGUAGES, data)


def faults(documents: list[Document], rule) -> dict[str, list]:
    """Page → what the rule finds wrong in it."""
    found = {
        f"{page.address} ({page.language})": list(rule(page)) for page in documents
    }
    return {page: wrong for page, wrong in found.items() if wrong}


def whole(documents: list[Document]) -> list[Document]:
    return [page for page in documents if not page.is_fragment]


def test_the_walk_comes_to_pages_of_every_kind(documents):
    reached = {page.address.split("?")[0] for page in documents}

    assert {"/", "/figures/", "/search/"} <= reached
    for kind in TYPES:
        for end in ("", "new/"):
            assert f"/{kind.slug}/{end}" in reached or kind.is_code_list


def test_a_strict_parser_finds_no_error(documents):
    assert faults(documents, lambda page: page.errors) == {}


def test_no_id_stands_twice(documents):
    def twice(page):
        return [name for name, times in Counter(page.ids).items() if times > 1]

    assert faults(documents, twice) == {}


def test_a_page_says_its_language(documents):
    def other(page):
        said = page.all("html")[0].get("lang")
        return [] if said == page.language else [said]

    assert faults(whole(documents), other) == {}


def test_a_page_has_a_title_of_its_own(documents):
    def untitled(page):
        title = "".join(page.all("title")[0].itertext())
        return [] if title.partition(" · ")[0].strip() else [title]

    assert faults(whole(documents), untitled) == {}


def test_a_page_has_one_heading_of_the_first_rank(documents):
    def headings(page):
        texts = ["".join(one.itertext()).strip() for one in page.all("h1")]
        return [] if len(texts) == 1 and texts[0] else [texts]

    assert faults(whole(documents), headings) == {}


def test_no_rank_of_headings_is_left_out(documents):
    def jumps(page):
        ranks = [int(one.tag[1]) for one in page.all("h1", "h2", "h3", "h4")]
        first = ranks.index(1)
        return [
            (before, after)
            for before, after in zip(ranks[first:], ranks[first + 1 :], strict=False)
            if after > before + 1
        ]

    assert faults(whole(documents), jumps) == {}


def test_a_table_has_a_caption_and_its_headings_a_scope(documents):
    def bare(page):
        for table in page.all("table"):
            inside = list(table.iter())
            if not [one for one in inside if one.tag == "caption"]:
                yield "no caption"
            yield from (
                "".join(one.itertext())
                for one in inside
                if one.tag == "th" and one.get("scope") not in SCOPES
            )

    assert faults(documents, bare) == {}


def test_every_input_has_a_label(documents):
    assert faults(documents, unlabelled) == {}


def unlabelled(page: Document) -> Iterator[str]:
    labels = page.all("label")
    labelled = {label.get("for") for label in labels}
    inside = {id(one) for label in labels for one in label.iter()}
    for one in page.all("input", "select", "textarea"):
        has_label = one.get("id") in labelled or id(one) in inside
        has_name = one.get("aria-label") or one.get("aria-labelledby")
        if one.get("type") not in UNLABELLED and not (has_label or has_name):
            yield one.get("name", "?")


def test_every_button_and_link_has_a_name(documents):
    def nameless(page):
        for one in page.all("a", "button", "summary"):
            if not ("".join(one.itertext()).strip() or one.get("aria-label")):
                yield one.get("href", one.tag)

    assert faults(documents, nameless) == {}


def test_what_refers_to_an_id_finds_it(documents):
    def lost(page):
        ids = set(page.ids)
        for one in page.elements:
            for name in REFERENCES:
                yield from set((one.get(name) or "").split()) - ids

    # The dialog's heading comes with what is brought into it.
    wrong = faults(whole(documents), lambda page: set(lost(page)) - {"dialog-title"})
    assert wrong == {}


def test_no_page_holds_what_the_content_policy_forbids(documents):
    def forbidden(page):
        for one in page.elements:
            yield from (n for n in one.attrib if n == "style" or n.startswith("on"))
            if one.tag == "style" or (one.tag == "script" and not one.get("src")):
                yield one.tag

    assert faults(documents, forbidden) == {}


def test_every_link_leads_to_an_address_there_is(documents):
    def lost(page):
        start = page.address.removeprefix("POST ")
        for one in page.all("a", "form"):
            parts = urlsplit(urljoin(start, one.get("href") or one.get("action") or ""))
            if parts.netloc or parts.path.startswith(ELSEWHERE):
                continue
            try:
                resolve(parts.path)
            except Resolver404:
                yield parts.path

    wrong = faults(whole(documents), lost)
    assert {
        page: found for page, found in wrong.items() if "/nothing/" not in page
    } == {}
