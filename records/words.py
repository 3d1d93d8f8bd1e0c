"""The words people use for a code: its label in both languages, declared aliases."""

from functools import cache, cached_property

from django.apps import apps
from django.db import models
from django.utils.translation import override

from records.countries import names
from records.fields import CodesField, CountriesField, CountryField
from records.text import fold, tidy

LANGUAGES = ("ko", "en")


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

    @cached_property
    def by_word(self) -> dict[str, str]:
        return words_of(self.model_field)

    def code_of(self, text: str) -> str:
        """The code meant by a code, a label or another word for it; else the text."""
        text = tidy(str(text))
        return self.by_word.get(fold(text), text) if text else ""


def words_of(field: models.Field) -> dict[str, str]:
    """Folded word → code, of a field with choices or a code list."""
    if isinstance(field, CountryField | CountriesField):
        codes = {code.casefold(): code for code, _name in field.code_choices()}
        return country_words() | codes
    if isinstance(field, CodesField):
        return code_list_words(field)
    return choice_words(field)


@cache
def country_words() -> dict[str, str]:
    return {
        fold(name): code
        for language in LANGUAGES
        for code, name in names(language).items()
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
