"""The words people use for a code: its label in both languages, declared aliases."""

import re
import unicodedata
from functools import cache, cached_property

from django.apps import apps
from django.db import models
from django.utils.translation import override

from records.countries import (
    NOT_ABROAD,
    OFFICE_NAMES,
    OTHER_NAMES,
    PLACES,
    REGION_WORDS,
    names,
)
from records.fields import CodesField, CountriesField, CountryField, OfficeField
from records.text import fold, tidy

LANGUAGES = ("ko", "en")
# Between several things in one cell, and not within the brackets behind one of them.
SEPARATORS = re.compile(r"(?:\s*[,，/;\n·ㆍ‧・、]\s*|\s+및\s+|및\s+)(?![^()]*\))")
BETWEEN_COUNTRIES = re.compile(
    SEPARATORS.pattern + r"|\s*[&+]\s*|\s+and\s+|(?:와|과)\s+", re.IGNORECASE
)
OTHERS = re.compile(
    r"(.*\S)\s*(외\s*(?:\d+\s*(?:개국|개|명|인|건|곳)?)?|등\s*(?:\d+\s*개국)?)"
)
INVERTED = re.compile(r"[^,;/]+,[^,;/]*\bof(?: the)?", re.IGNORECASE)
BRACKETED = re.compile(r"([^()]+?)\s*\(([^()]+)\)")


COUNTRIES = (CountryField, CountriesField)


class Words:
    """The choices of a model field and every word for them, read when first asked.

    Forms share one object among their copies, so a file of 20,000 rows reads a code
    list once.
    """

    def __init__(self, model_field: models.Field) -> None:
        self.model_field = model_field

    def __deepcopy__(self, memo) -> "Words":
        return self

    def choices(self) -> list[tuple[str, str]]:
        if hasattr(self.model_field, "code_choices"):
            return self.model_field.code_choices()
        return [(str(code), label) for code, label in self.model_field.choices]

    def choices_with_blank(self) -> list[tuple[str, str]]:
        return [("", "---------"), *self.choices()]

    @property
    def is_of_countries(self) -> bool:
        return isinstance(self.model_field, COUNTRIES)

    @cached_property
    def by_word(self) -> dict[str, str]:
        return words_of(self.model_field)

    def code_of(self, text: str) -> str:
        """The code meant by a code, a label or another word for it; else the text."""
        text = tidy(str(text))
        return self.known(text) if self.is_known(text) else text

    def split(self, text: str) -> list[str]:
        """The words of a text that names one or several: "특허·상표" is one where it is
        one, "일본/대만" are two; "China, Republic of" is one that nobody knows."""
        text = tidy(str(text))
        if not text or self.is_known(text) or INVERTED.fullmatch(text):
            return [text] if text else []
        parts = [part for part in self.separators.split(text) if part]
        return [word for part in parts for word in self.parted_by_blanks(part)]

    @property
    def separators(self) -> re.Pattern:
        return BETWEEN_COUNTRIES if self.is_of_countries else SEPARATORS

    def parted_by_blanks(self, part: str) -> list[str]:
        """The words of "미국 일본": only where each of them is known."""
        words = part.split()
        is_several = not self.is_known(part) and all(map(self.is_known, words))
        return words if is_several else [part]

    def is_known(self, text: str) -> bool:
        return self.known(text) is not None

    def known(self, text: str) -> str | None:
        """The code, "" for a word that means none of them, None for an unknown word. A
        country may come with its city: 베트남(호치민), 두바이(UAE), 베트남 호치민."""
        code = self.by_word.get(fold(text))
        if code is not None or not self.is_of_countries:
            return code
        bracketed = BRACKETED.fullmatch(text.replace("（", "(").replace("）", ")"))
        for part in bracketed.groups() if bracketed else ():
            if (code := self.by_word.get(fold(part))) is not None:
                return code
        told = {self.by_word.get(fold(part)) for part in text.split()}
        return told.pop() if len(told) == 1 else None

    def is_place(self, text: str) -> bool:
        """Whether the text names a place that is taken for its country."""
        return self.is_of_countries and fold(text) in places()

    def is_region(self, text: str) -> bool:
        """Whether the text names several countries at once, of which none is meant."""
        return self.is_of_countries and fold(text) in regions()


def without_others(text: str) -> tuple[str, str]:
    """A text that names one of several ("미국 외 3개국", "김하나 등") without the words
    for the others, and these words; "" where it has none."""
    match = OTHERS.fullmatch(text)
    return (match[1], match[2]) if match else (text, "")


def words_of(field: models.Field) -> dict[str, str]:
    """Folded word → code, of a field with choices or a code list."""
    if isinstance(field, COUNTRIES):
        codes = {code.casefold(): code for code, _name in field.code_choices()}
        offices = listed(OFFICE_NAMES) if isinstance(field, OfficeField) else {}
        return country_words() | codes | offices
    if isinstance(field, CodesField):
        return code_list_words(field)
    return choice_words(field)


@cache
def country_words() -> dict[str, str]:
    """Every name of a country; "" for words that mean none abroad."""
    labels = {
        fold(spelling): code
        for language in LANGUAGES
        for code, name in names(language).items()
        for spelling in spellings(name)
    }
    nothing = dict.fromkeys(map(fold, NOT_ABROAD), "")
    return nothing | places() | listed(OTHER_NAMES) | labels


def spellings(name: str) -> set[str]:
    """A name as it stands, and with "and" and "Saint" in full and without accents."""
    full = name.replace("&", "and").replace("St. ", "Saint ")
    letters = unicodedata.normalize("NFKD", full)
    plain = "".join(char for char in letters if not unicodedata.combining(char))
    return {name, full, unicodedata.normalize("NFC", plain)}


@cache
def regions() -> frozenset[str]:
    return frozenset(map(fold, REGION_WORDS.split("|")))


@cache
def places() -> dict[str, str]:
    return listed(PLACES)


def listed(names_of: dict[str, str]) -> dict[str, str]:
    """Folded name → code, of names listed by code and parted by a bar."""
    return {
        fold(name): code
        for code, listing in names_of.items()
        for name in listing.split("|")
    }


def code_list_words(field: CodesField) -> dict[str, str]:
    return {
        fold(word): entry.code
        for entry in apps.get_model(field.code_list).objects.all()
        for word in (*entry.aliases, entry.name_en, entry.name, entry.code)
        if word
    }


def choice_words(field: models.Field) -> dict[str, str]:
    """Labels and codes; a model may declare `STATUS_WORDS = {"진행중": "open"}`."""
    words = getattr(field.model, f"{field.name.upper()}_WORDS", {})
    by_word = {fold(word): str(code) for word, code in words.items()}
    for language in LANGUAGES:
        with override(language):
            by_word |= {fold(str(label)): str(code) for code, label in field.choices}
    return by_word | {fold(str(code)): str(code) for code, _label in field.choices}
