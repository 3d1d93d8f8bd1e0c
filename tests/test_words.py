"""The words: every message has its Korean, and a page speaks one language."""

import gettext
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import django
import pytest
import rest_framework
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from django.utils.translation.template import templatize

from accounts.models import Centre, User
from figures import registry
from figures.annual_views import VIEWS
from figures.breakdowns import ways
from figures.periods import PARAMETERS
from records import record_types
from records.exports.responses import FORMATS
from records.exports.responses import PARAMETERS as FILE_PARAMETERS
from records.fields import TextsField
from records.filters import filterset_class
from records.paging import PARAMETERS as PAGE_PARAMETERS
from records.record_types import RecordType
from records.saved_views import LOOK
from records.sorting import sortable
from records.text import fold
from records.working_days import months_after
from support.case_forms import VERBS
from tests import makers

BASE_DIR = Path(__file__).parent.parent
APPS = ("accounts", "records", "figures", "support", "delegations", "pangyo")
CATALOGUE = BASE_DIR / "locale/ko/LC_MESSAGES/django.po"

ONE, SEVERAL = (1,), (1, 2)
ONE_IN_CONTEXT, SEVERAL_IN_CONTEXT = ((1, "c"), 2), ((1, "c"), 2, 3)
MARKS = {
    "_": ONE,
    "gettext": ONE,
    "gettext_lazy": ONE,
    "gettext_noop": ONE,
    "ngettext": SEVERAL,
    "ngettext_lazy": SEVERAL,
    "pgettext": ONE_IN_CONTEXT,
    "pgettext_lazy": ONE_IN_CONTEXT,
    "npgettext": SEVERAL_IN_CONTEXT,
    "npgettext_lazy": SEVERAL_IN_CONTEXT,
}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w+\}")
# A particle that is right after some words only; "은(는)" is right after all.
PARTICLE = re.compile(r"(?:\)s|%s|\})”?(?:은|는|이|가|을|를|과|와)(?=[\s.,]|$)")

# (context, message); a message that counts is a pair.
Message = tuple[str | None, str | tuple[str, str]]


def sources() -> Iterator[str]:
    """Every module; and every template, made into what reads like a module."""
    for app in APPS:
        for path in sorted(Path(BASE_DIR, app).rglob("*.py")):
            yield path.read_text()
    templates = Path(BASE_DIR, "templates")
    for path in sorted([*templates.rglob("*.html"), *templates.rglob("*.txt")]):
        lines = templatize(path.read_text()).splitlines()
        yield "\n".join(line.strip() for line in lines)


@pytest.fixture(scope="module")
def marked() -> set[Message]:
    """What the source marks for translation."""
    return {message for source in sources() for message in marked_in(source)}


def marked_in(source: str) -> Iterator[Message]:
    found = extract("python", BytesIO(source.encode()), MARKS)
    return ((context, message) for _line, message, _comments, context in found)


@pytest.fixture(scope="module")
def korean() -> dict[Message, str]:
    """The catalogue: what has not to be looked at again, with its Korean."""
    with CATALOGUE.open("rb") as file:
        entries = [entry for entry in read_po(file, locale="ko") if entry.id]
    return {
        (entry.context, entry.id): "".join(entry.string)
        for entry in entries
        if not entry.fuzzy
    }


def test_every_message_has_its_korean(marked, korean):
    assert not [message for message in marked if not korean.get(message)]


def test_every_korean_text_belongs_to_a_message(marked, korean):
    assert not korean.keys() - marked
    assert "\n#~" not in CATALOGUE.read_text()


def test_korean_keeps_the_placeholders(korean):
    assert not [
        text
        for (_context, message), text in korean.items()
        if set(PLACEHOLDER.findall(text))
        != set(PLACEHOLDER.findall(message if isinstance(message, str) else message[1]))
    ]


def test_korean_puts_no_particle_after_a_word_it_does_not_know(korean):
    assert not [text for text in korean.values() if PARTICLE.search(text)]


def test_borrowed_messages_are_the_libraries_own():
    known = set()
    for library in (django, rest_framework):
        for path in Path(library.__file__).parent.rglob("locale/ko*/**/django.mo"):
            with path.open("rb") as file:
                known |= gettext.GNUTranslations(file)._catalog.keys()
    borrowed = marked_in(Path(BASE_DIR, "pangyo/languages.py").read_text())

    assert not [
        message
        for _context, message in borrowed
        if message not in known and (message[0], 0) not in known
    ]


# One word, one meaning: files are read by the labels of their columns and by the words
# of the choices.

TYPES = pytest.mark.parametrize(
    "record_type",
    list(record_types.all_types()),
    ids=lambda record_type: record_type.slug,
)
LANGUAGES = pytest.mark.parametrize("language", ["ko", "en"])


@TYPES
@LANGUAGES
def test_a_label_means_one_field_of_its_type(record_type, language):
    with override(language):
        meant = Counter(
            word for name in names_of(record_type) for word in titles(record_type, name)
        )

    assert not [word for word, fields in meant.items() if fields > 1]


def names_of(record_type: RecordType) -> list[str]:
    own = () if record_type.is_code_list else ("centre", "reference")
    return [*own, *record_type.all_fields]


def titles(record_type: RecordType, name: str) -> set[str]:
    """What a column of the field may be called."""
    label = record_type.field(name).verbose_name
    return {fold(str(word)) for word in (label, *record_type.headers.get(name, ()))}


@TYPES
@LANGUAGES
def test_two_choices_of_a_field_read_differently(record_type, language):
    fields = [record_type.field(name) for name in record_type.all_fields]
    with override(language):
        for field in fields:
            labels = [fold(str(label)) for _code, label in field.choices or ()]
            assert len(labels) == len(set(labels)), field.name


# Pages


class Words(HTMLParser):
    """The text of a page and of the attributes people read or hear, but for what is
    marked as being in another language."""

    READ = ("title", "aria-label", "placeholder", "alt", "data-remove")
    # A key is called the same in every language.
    UNREAD = ("script", "style", "kbd")

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.unread: str | None = None
        self.feed(page)

    def handle_starttag(self, tag, attrs) -> None:
        given = dict(attrs)
        if tag in self.UNREAD or (tag != "html" and "lang" in given):
            self.unread = tag
        if self.unread is None:
            self.texts += [given[name] for name in self.READ if given.get(name)]

    def handle_endtag(self, tag) -> None:
        if tag == self.unread:
            self.unread = None

    def handle_data(self, data) -> None:
        if self.unread is None:
            self.texts.append(data)


def english_words(text: str) -> set[str]:
    """Words of more than three Latin letters that are not all capitals: WIPO, MOU."""
    return {word for word in re.findall(r"[A-Za-z]{4,}", text) if not word.isupper()}


def korean_words(text: str) -> set[str]:
    return set(re.findall(r"[가-힣]+", text))


FOREIGN = {"ko": english_words, "en": korean_words}

MAKERS: dict[str, Callable[..., models.Model]] = {
    "startups": makers.make_startup,
    "memberships": makers.make_membership,
    "contacts": makers.make_contact,
    "partners": makers.make_partner,
    "fields": makers.make_field,
    "cases": makers.make_case,
    "sessions": makers.make_session,
    "filings": makers.make_filing,
    "deadline-rules": makers.make_filing_rule,
    "contracts": makers.make_contract,
    "incorporations": makers.make_incorporation,
    "investments": makers.make_investment,
    "programmes": makers.make_programme,
    "participations": makers.make_participation,
    "tenant-returns": makers.make_tenant_return,
    "visits": makers.make_visit,
    "mous": makers.make_mou,
    "agencies": makers.make_agency,
    "follow-ups": makers.make_follow_up,
}


@pytest.fixture
def reader(client, db):
    """A client that may see and do everything."""
    client.force_login(makers.make_user("admin", all_centres=True, is_staff=True))
    return client


def strangers(reader, language: str, addresses, *, method: str = "get") -> dict:
    """The words of another language by address, but for those of the data."""
    reader.cookies["django_language"] = language
    foreign = FOREIGN[language]
    data = foreign("\n".join(data_texts()))
    found = {}
    for address in addresses:
        response = getattr(reader, method)(address)
        assert response.status_code in (200, 400, 404), (address, response.status_code)
        page = response.content.decode()
        assert f'<html lang="{language}">' in page
        if words := foreign("\n".join(Words(page).texts)) - data:
            found[address] = words
    return found


def data_texts() -> Iterator[str]:
    """What people typed: the texts of records, people and centres."""
    record_models = [record_type.model for record_type in record_types.all_types()]
    for model in (*record_models, Centre, User):
        names = [
            field.attname
            for field in model._meta.local_fields
            if isinstance(field, models.CharField | models.TextField | TextsField)
            and not field.choices
        ]
        for row in model._base_manager.values_list(*names):
            for value in row:
                yield "\n".join(value) if isinstance(value, list) else value or ""


@LANGUAGES
@TYPES
def test_pages_of_a_type_speak_one_language(reader, record_type, language):
    slug = record_type.slug
    pk = MAKERS[slug]().pk
    names = ("record-detail", "record-edit", "record-history")
    if not record_type.is_code_list:
        names = (*names, "record-delete")
    addresses = [
        reverse("record-list", args=(slug,)),
        reverse("record-list", args=(slug,)) + "?q=0",
        reverse("record-new", args=(slug,)),
        *(reverse(name, args=(slug, pk)) for name in names),
    ]

    assert not strangers(reader, language, addresses)


@LANGUAGES
@TYPES
def test_refusals_of_a_form_speak_one_language(reader, record_type, language):
    address = reverse("record-new", args=(record_type.slug,))

    assert not strangers(reader, language, [address], method="post")


@LANGUAGES
def test_pages_of_the_figures_speak_one_language(reader, language):
    makers.make_case(fields=[makers.make_field().code], countries=["VN"])
    makers.make_visit(visit_class="state")
    addresses = [reverse("figures"), reverse("figures") + "?year=2018&until=2018-08-31"]
    addresses += [f"{reverse('figures')}?year=2018&view={one.slug}" for one in VIEWS]
    for figure in registry.all_figures():
        page = reverse("figure", args=(figure.slug,))
        addresses += [f"{page}?from=2018&to=2018&by={by}" for by in ways(figure)]
        addresses.append(reverse("figure-records", args=(figure.slug, 2018)))

    assert not strangers(reader, language, addresses)


@LANGUAGES
def test_pages_around_a_list_speak_one_language(reader, language):
    case = makers.make_case(channel="video", countries=["VN"])
    bulk = f"/cases/bulk/?pk={case.pk}"
    addresses = [
        "/cases/?channel=video&countries=VN",
        "/cases/columns/",
        "/cases/columns/?columns=title",
        "/cases/views/new/?channel=video",
        f"/cases/bulk/delete/?pk={case.pk}",
        bulk,
    ]

    assert not strangers(reader, language, addresses)
    assert not strangers(reader, language, [bulk], method="post")


@LANGUAGES
def test_pages_of_the_house_speak_one_language(reader, language):
    makers.make_startup("가온테크")
    addresses = ["/", "/search/", "/search/?q=가온테크", "/nowhere/", "/no/such/page/"]
    addresses += ["/log/", "/log/?startup=가온테크"]

    assert not strangers(reader, language, addresses)


@LANGUAGES
def test_pages_of_deadlines_speak_one_language(reader, language):
    day = timezone.localdate() + timedelta(days=1)
    case = makers.make_case(next_step="회신", next_on=day)
    makers.make_mou(expires_on=day)
    filing = {"status": "preparing", "filed_on": None, "route": "pct", "office": "US"}
    makers.make_filing(**filing, priority_on=months_after(day, -30))
    addresses = [
        "/deadlines/",
        "/deadlines/2026/3/",
        f"/deadlines/{day.year}/{day.month}/",
        *(f"/cases/{case.pk}/do/{verb.slug}/" for verb in VERBS if case.may(verb.name)),
    ]

    assert not strangers(reader, language, addresses)


@LANGUAGES
def test_the_sign_in_page_speaks_one_language(client, db, language):
    address = reverse("login")

    assert not strangers(client, language, [address])
    assert not strangers(client, language, [address], method="post")


@LANGUAGES
def test_refused_addresses_speak_one_language(reader, language):
    addresses = [
        "/figures/?year=18",
        "/figures/?view=0",
        "/figures/?years=1",
        "/figures/?view=countries&figure=0",
        "/figures/?year=2018&until=2019-01-01",
        "/figures/?from=2019&to=2018",
        "/figures/visits/?by=2",
        "/figures/?centre=x",
        "/cases/?x=1",
        "/cases/?after=0",
        "/cases/?sort=startup",
        "/cases/?after=x&before=x",
        "/cases/?format=xls",
        "/cases/?opened_on_after=x",
        "/cases/?channel=x",
        "/figures/0/",
        "/cases/1/",
    ]

    found = strangers(reader, language, addresses)

    assert set().union(*found.values()) <= address_words()


def address_words() -> set[str]:
    """Addresses are the same in every language, and refusals name their parts."""
    names = {*FILE_PARAMETERS, *FORMATS, *LOOK, *PARAMETERS, *PAGE_PARAMETERS}
    for record_type in record_types.all_types():
        names |= filterset_class(record_type).known_parameters()
        names |= {*sortable(record_type)}
    for figure in registry.all_figures():
        names |= {figure.slug, *ways(figure)}
    names |= {view.slug for view in VIEWS}
    return english_words(" ".join(names))
