"""A name in a file, and the record that it names: there already, or one to be made."""

import re
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import models

from accounts.models import User
from records import record_types
from records.forms import form_class

BRACKETED = re.compile(r"([^()]+?)\s*\(([^()]+)\)")


@dataclass(frozen=True)
class Mention:
    """A name in a cell, and what other cells of the row say about what is named."""

    name: str
    details: tuple[tuple[str, str], ...] = ()


@dataclass(eq=False)
class Target:
    """A linked record: there already, or `data` of the form by which it is made.

    `details` is what rows of this file say about it.
    """

    model: type[models.Model]
    record: models.Model | None = None
    data: dict = field(default_factory=dict)
    details: dict[str, str] = field(default_factory=dict)

    @property
    def key(self):
        """What is the same for all mentions of one record; its pk once it has one."""
        return self.record.pk if self.record else id(self)

    def __str__(self) -> str:
        return str(self.record) if self.record else self.data["name"]

    def agrees(self, details: dict[str, str]) -> bool:
        """Whether nothing known of it contradicts what a row says."""
        return all(self.known(name) in ("", value) for name, value in details.items())

    def known(self, name: str) -> str:
        return self.details.get(name) or str(getattr(self.record, name, ""))

    def make(self, user: User, *, is_left_to_database=False) -> models.Model:
        """The record, made now if it is not there. Raises ValidationError, and
        IntegrityError where the rules are left to the database."""
        if self.record is None:
            made = self.model()
            made.is_left_to_database = is_left_to_database
            kind = form_class(record_types.of_model(self.model))
            form = kind(self.data, instance=made, user=user)
            if not form.is_valid():
                raise ValidationError([e for es in form.errors.values() for e in es])
            self.record = form.save()
        return self.record


def parts(name: str) -> list[str]:
    bracketed = BRACKETED.fullmatch(name)
    return list(bracketed.groups()) if bracketed else []


def plain(value):
    """A row's value as compared: links by key, lists as tuples, nothing as ''."""
    if value is None or value == []:
        return ""
    if isinstance(value, Target):
        return value.key
    if isinstance(value, list):
        is_links = value and isinstance(value[0], models.Model)
        return frozenset(v.pk for v in value) if is_links else tuple(value)
    return value
