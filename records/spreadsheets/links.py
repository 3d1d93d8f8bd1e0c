"""What a file's names for other records mean: one there already, or one to be made.

A linked record is met by a detail that identifies it (another column of the row), else
by its name as its query set compares names. What one row teaches, that this name goes
with that number, holds for the whole file; whatever is made is made once.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from accounts.models import User
from records import form_fields, record_types
from records.forms import form_class
from records.spreadsheets.cells import Reading
from records.text import fold
from records.words import SEPARATORS

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

    def make(self, user: User) -> models.Model:
        """The record, made now if it is not there. Raises ValidationError."""
        if self.record is None:
            form = form_class(record_types.of_model(self.model))(self.data, user=user)
            if not form.is_valid():
                raise ValidationError([e for es in form.errors.values() for e in es])
            self.record = form.save()
        return self.record


class Links:
    """The meanings of the names in one column, for one user; `decided` is what a person
    said of some, as in `Corrections.names`."""

    def __init__(
        self, form_field: form_fields.RelatedField, decided: dict | None = None
    ) -> None:
        self.form_field = form_field
        self.decided = decided or {}
        self.candidates = form_field.candidates
        self.model = self.candidates.model
        self.targets: dict[int, Target] = {}
        self.by_detail: dict[tuple, Target] = {}
        self.by_name: dict[str, list[Target]] = {}
        self.compared: dict[str, str] = {}
        self.meanings: dict[Mention, Target | str] = {}

    def detail(self, name: str, text: str) -> str:
        """A detail as the linked type's own form reads it. Raises ValidationError."""
        fields = form_class(record_types.of_model(self.model)).base_fields
        return fields[name].clean(text)

    def read(self, text: str) -> Reading:
        """The name in a cell, or the records that its several names mean."""
        if not isinstance(self.form_field, form_fields.RelatedManyField):
            return Reading(Mention(text))
        whole = self.meaning(Mention(text))
        if isinstance(whole, Target):
            return Reading([whole.record])
        reading = Reading([])
        for part in filter(None, SEPARATORS.split(text)):
            meaning = self.meaning(Mention(part))
            if isinstance(meaning, Target):
                reading.value.append(meaning.record)
            else:
                reading.problems.append(meaning)
        reading.value = list(dict.fromkeys(reading.value))
        return reading

    def prepare(self, mentions: Iterable[Mention]) -> None:
        """Learn from all mentions of a file: first those that identify their record,
        again while that teaches something, then those that only name it."""
        mentions = list(dict.fromkeys(mentions))
        self.compare({mention.name for mention in mentions})
        waiting = [mention for mention in mentions if mention.details]
        while waiting:
            still = [m for m in waiting if not self.learn(m)]
            if len(still) == len(waiting):
                break
            waiting = still

    def compare(self, names: set[str]) -> None:
        names |= {part for name in names for part in parts(name)}
        new = [name for name in names if name not in self.compared]
        if new:
            as_compared = getattr(self.candidates, "as_compared", folded)
            self.compared |= as_compared(new)

    def form_data(self, mention: Mention) -> dict | None:
        """What a record would be made from, if its type lets a file name new ones."""
        from_name = getattr(self.candidates, "from_name", None)
        return from_name(mention.name, dict(mention.details)) if from_name else None

    def learn(self, mention: Mention) -> bool:
        meaning = self.find(mention)
        if not isinstance(meaning, Target):
            return False
        self.meanings[mention] = meaning
        return True

    def meaning(self, mention: Mention) -> Target | str:
        """The target, or a sentence why there is none."""
        if mention not in self.meanings:
            self.compare({mention.name})
            self.meanings[mention] = self.find(mention)
        return self.meanings[mention]

    def find(self, mention: Mention) -> Target | str:
        details = mention.details
        target = self.detailed(details) or self.named(mention.name, dict(details))
        if target is None:
            data = self.form_data(mention)
            if data is None:
                return self.unknown(mention.name)
            target = Target(self.model, data=data)
        if isinstance(target, Target):
            self.remember(mention, target)
        return target

    def remember(self, mention: Mention, target: Target) -> None:
        if mention.details:
            self.by_detail.setdefault(mention.details, target)
            target.details |= dict(mention.details)
        known = self.by_name.setdefault(self.compared[mention.name], [])
        if target not in known:
            known.append(target)

    def detailed(self, details: tuple) -> Target | None:
        if not details:
            return None
        if details not in self.by_detail:
            identified_by = getattr(
                self.candidates, "identified_by", self.candidates.filter
            )
            record = identified_by(**dict(details)).first()
            if record is None:
                return None
            self.by_detail[details] = self.target(record)
        return self.by_detail[details]

    def named(self, name: str, details: dict) -> Target | str | None:
        """By the whole name, else by the name outside and the one inside brackets."""
        inner = [part for part in parts(name) if self.is_other(part, name)]
        for written in ([name], inner):
            found = {
                target.key: target
                for part in written
                for target in self.all_named(part)
                if target.agrees(details)
            }
            if len(found) == 1:
                return next(iter(found.values()))
            if found:
                return self.ambiguous(name)
        return None

    def all_named(self, name: str) -> list[Target]:
        known = list(self.by_name.get(self.compared[name], ()))
        records = self.called(name)[:3]
        return known + [self.target(record) for record in records]

    def called(self, name: str) -> models.QuerySet:
        """The records of this name. A number in a file is never a record's key here."""
        if name.isdigit():
            return self.candidates.named(name)
        return form_fields.matching(self.candidates, name)

    def is_other(self, part: str, name: str) -> bool:
        return self.compared[part] not in ("", self.compared[name])

    def note(self, mention: Mention, target: Target) -> str:
        """Said where only other rows of the file tell that this name is of the target,
        not the records; "" otherwise."""
        own = target.data.get("name") or getattr(target.record, "name", "")
        if mention.details or not own:
            return ""
        self.compare({own})
        if not self.is_other(mention.name, own):
            return ""
        if target.record in self.called(mention.name):
            return ""
        return _("“%(name)s” is taken for “%(own)s”, as elsewhere in the file.") % {
            "name": mention.name,
            "own": own,
        }

    def target(self, record: models.Model) -> Target:
        return self.targets.setdefault(record.pk, Target(self.model, record))

    def unknown(self, name: str) -> str:
        return _(
            "There is no %(label)s “%(value)s”. Enter it first, or name it as it is "
            "entered."
        ) % {"label": self.model._meta.verbose_name, "value": name}

    def ambiguous(self, name: str) -> str:
        return _("More than one %(label)s is called “%(value)s”.") % {
            "label": self.model._meta.verbose_name,
            "value": name,
        }


def folded(names: Iterable[str]) -> dict[str, str]:
    return {name: fold(name) for name in names}


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
