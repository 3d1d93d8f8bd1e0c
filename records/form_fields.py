"""Form fields that take a thing the way people name it: code or label, pk or name.

The same fields read a page's form, a file's row and the API's JSON.
"""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from records import record_types
from records.text import tidy
from records.widgets import Select, SelectMultiple
from records.words import Words

BRACKETED_REFERENCE = re.compile(r"\[(\d{4}-\d{6,})\]$")
SEPARATORS = re.compile(r"[;\n]+")


class CodeField(forms.ChoiceField):
    """One code of a list, given as the code or as a word for it."""

    widget = Select

    def __init__(self, *, words: Words, **kwargs) -> None:
        super().__init__(choices=words.choices_with_blank, **kwargs)
        self.words = words

    def to_python(self, value):
        return self.words.code_of(super().to_python(value))


class NumberCodeField(CodeField):
    """A choice whose codes are numbers."""

    def clean(self, value):
        code = super().clean(value)
        return int(code) if code else None

    def prepare_value(self, value):
        return "" if value is None else str(value)


class CodesField(forms.MultipleChoiceField):
    """Several codes, each given as the code or as a word for it."""

    widget = SelectMultiple

    def __init__(self, *, words: Words, **kwargs) -> None:
        super().__init__(choices=words.choices, **kwargs)
        self.words = words

    def to_python(self, value):
        if isinstance(value, str):
            value = [part for part in SEPARATORS.split(value) if part.strip()]
        codes = map(self.words.code_of, super().to_python(value))
        return list(dict.fromkeys(code for code in codes if code))


class TextsField(forms.CharField):
    """Several short texts, separated by semicolons or line breaks."""

    def to_python(self, value):
        if isinstance(value, list | tuple):
            parts = map(str, value)
        else:
            parts = SEPARATORS.split(value or "")
        return list(dict.fromkeys(tidy(part) for part in parts if part.strip()))

    def prepare_value(self, value):
        return "; ".join(value) if isinstance(value, list | tuple) else value

    def has_changed(self, initial, data) -> bool:
        return self.to_python(initial) != self.to_python(data)


class RelatedInput(forms.TextInput):
    """A text input that looks records up while one types; plain text without script."""

    def __init__(self, *, lookup: str, many: bool = False) -> None:
        super().__init__({"data-lookup": lookup, "autocomplete": "off"})
        if many:
            self.attrs["data-many"] = "true"


class RelatedField(forms.CharField):
    """One record, given as its pk (API), "label [reference]", or a name of it.

    `candidates` is the query set of what the user may choose.
    """

    def __init__(self, *, candidates: models.QuerySet, **kwargs) -> None:
        kwargs.setdefault("widget", related_input(candidates.model))
        super().__init__(**kwargs)
        self.candidates = candidates

    def to_python(self, value):
        if value in self.empty_values:
            return None
        return self.one(value)

    def one(self, value):
        if isinstance(value, self.candidates.model):
            return value
        found = list(matching(self.candidates, value)[:3])
        if len(found) == 1:
            return found[0]
        label = self.candidates.model._meta.verbose_name
        if not found:
            message = _("There is no %(label)s “%(value)s”.")
            code = "not_found"
        else:
            message = _(
                "More than one %(label)s is called “%(value)s”; choose one from the "
                "list or give its number."
            )
            code = "ambiguous"
        raise ValidationError(
            message, code=code, params={"label": label, "value": value}
        )

    def prepare_value(self, value):
        if isinstance(value, models.Model):
            return named(value)
        if isinstance(value, int):
            record = self.candidates.filter(pk=value).first()
            return named(record) if record else ""
        return value

    def has_changed(self, initial, data) -> bool:
        try:
            record = self.to_python(data)
        except ValidationError:
            return True
        return initial != (record.pk if record else None)


class RelatedManyField(RelatedField):
    """Several records, separated by semicolons (text) or in a list (API)."""

    def __init__(self, *, candidates: models.QuerySet, **kwargs) -> None:
        kwargs.setdefault("widget", related_input(candidates.model, many=True))
        super().__init__(candidates=candidates, **kwargs)

    def to_python(self, value):
        if isinstance(value, str):
            value = [part.strip() for part in SEPARATORS.split(value) if part.strip()]
        return list(dict.fromkeys(self.one(item) for item in value or ()))

    def prepare_value(self, value):
        if isinstance(value, list | tuple | models.QuerySet):
            return "; ".join(str(RelatedField.prepare_value(self, v)) for v in value)
        return value

    def has_changed(self, initial, data) -> bool:
        try:
            records = self.to_python(data)
        except ValidationError:
            return True
        return {r.pk for r in initial or ()} != {r.pk for r in records}


def related_input(model: type[models.Model], *, many: bool = False) -> forms.Widget:
    return RelatedInput(lookup=lookup_url(model), many=many)


def lookup_url(model: type[models.Model]) -> str:
    if record_types.has_type(model):
        return reverse("record-lookup", args=(record_types.of_model(model).slug,))
    return reverse("person-lookup")


def named(record: models.Model) -> str:
    """The text by which a form names exactly this record or person."""
    key = getattr(record, "reference", "") or getattr(record, "username", "")
    return f"{record} [{key}]" if key else str(record)


def matching(candidates: models.QuerySet, value) -> models.QuerySet:
    """The candidates this value can mean; more than one where it is ambiguous."""
    if isinstance(value, int):
        return candidates.filter(pk=value)
    text = tidy(str(value))
    bracketed = BRACKETED_REFERENCE.search(text)
    if bracketed and candidates.model is not User:
        by_reference = candidates.filter(reference=bracketed[1])
        label = text[: bracketed.start()].strip()
        if by_reference[1:2]:
            pks = [record.pk for record in by_reference if str(record) == label]
            return candidates.filter(pk__in=pks)
        return by_reference
    found = candidates.named(text)
    if not found[:1] and text.isascii() and text.isdigit() and len(text) < 10:
        return candidates.filter(pk=int(text))
    return found
