"""One change to many records: seen before it is made, made to all or to none.

Every record goes through the form of its type. A preview is the change itself, taken
back: what it shows is what the database said.
"""

from collections.abc import Callable, Iterable
from copy import copy
from dataclasses import dataclass, field
from functools import cached_property

import pghistory
from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from accounts.models import User
from records.bulk_records import as_previewed
from records.form_fields import RelatedManyField
from records.forms import form_class
from records.reading import Reader
from records.record_types import RecordType
from records.refusals import Refusal, broken_rule

REPLACE, ADD, REMOVE = "replace", "add", "remove"

Change = tuple[str, str, str]


@dataclass(frozen=True)
class Edit:
    """What becomes of one field: another value, or values added or taken away."""

    value: object
    way: str = REPLACE

    def of(self, current):
        if self.way == ADD:
            return [*current, *(one for one in self.value if one not in current)]
        if self.way == REMOVE:
            return [one for one in current if one not in self.value]
        return self.value


@dataclass(frozen=True)
class Line:
    """What a change does to one record: (label, before, after), or why it cannot."""

    record: models.Model
    changes: list[Change] = field(default_factory=list)
    refusal: str = ""


@dataclass(frozen=True)
class BulkChange:
    """The same edits to every record, by one user, for one reason."""

    record_type: RecordType
    user: User
    edits: dict[str, Edit]
    reason: str

    @cached_property
    def form_type(self) -> type[forms.ModelForm]:
        """The type's form; what it lets choose from is read once, not for each record,
        and links to several that stay as they are take no part."""
        form_type = form_class(self.record_type)
        for name, form_field in list(form_type.base_fields.items()):
            if isinstance(form_field, forms.ChoiceField):
                form_field.choices = once(form_field.choices)
            if isinstance(form_field, RelatedManyField) and name not in self.edits:
                del form_type.base_fields[name]
        return form_type

    @cached_property
    def reader(self) -> Reader:
        return Reader(self.record_type)

    def preview(self, records: Iterable[models.Model]) -> list[Line]:
        with transaction.atomic():
            lines = [self.line(record) for record in records]
            transaction.set_rollback(True)
        return lines

    def apply(self, versions: dict[int, int]) -> int:
        """Change the records previewed in these versions; how many. Raises Refusal,
        and nothing is changed, where one is not as it was or cannot be changed."""
        with transaction.atomic(), pghistory.context(reason=self.reason):
            records = as_previewed(self.record_type, self.user, versions)
            lines = [self.line(record) for record in records]
            for line in lines:
                if line.refusal:
                    raise Refusal(f"{line.record}: {line.refusal}")
        return len(lines)

    def line(self, record: models.Model) -> Line:
        form = self.form_of(record, is_left_to_database=True)
        changes = []
        try:
            if form.is_valid() and (changes := self.changes(record, form)):
                with transaction.atomic():
                    form.save()
        except IntegrityError as error:
            return Line(record, refusal=self.reason_for(error, record))
        if form.errors:
            return Line(record, refusal=" ".join(sentences(form)))
        return Line(record, changes)

    def reason_for(self, error: IntegrityError, record: models.Model) -> str:
        """The sentence of the rule that the database named; else what the form, asked
        in words, says."""
        if sentence := broken_rule(error):
            return sentence
        broken = error.__cause__.diag.constraint_name
        for rule in record._meta.constraints:
            has_sentence = (
                rule.violation_error_message != rule.default_violation_error_message
            )
            if rule.name == broken and has_sentence:
                return rule.get_violation_error_message()
        said = sentences(self.form_of(record))
        return " ".join(said) or _("the database refuses it.")

    def form_of(self, record: models.Model, *, is_left_to_database=False):
        """The form over a copy of the record, filled with its own values and the new
        ones; rules and links asked in words only after a refusal."""
        instance = copy(record)
        instance.is_left_to_database = is_left_to_database
        data = {
            name: own_value(record, name)
            for name in self.form_type.base_fields
            if name != "change_reason" and hasattr(record, name)
        }
        for name, edit in self.edits.items():
            data[name] = edit.of(data[name])
        return self.form_type(data, instance=instance, user=self.user)

    def changes(self, record: models.Model, form: forms.ModelForm) -> list[Change]:
        """What the cleaned form would change."""
        changes = []
        for name in form.cleaned_data:
            before = own_value(record, name) if hasattr(record, name) else None
            after = form.cleaned_data[name]
            if name == "change_reason" or not differ(before, after):
                continue
            header = self.reader.header(name)
            changes.append(
                (header, self.reader.text(record, name), self.after(form, name))
            )
        return changes

    def after(self, form: forms.ModelForm, name: str) -> str:
        if self.record_type.field(name).many_to_many:
            return "; ".join(map(str, form.cleaned_data[name]))
        return self.reader.text(form.instance, name)


def once(choices: Iterable) -> Callable[[], list]:
    """These choices without another question, and not copied with every form."""
    read = list(choices)
    return lambda: read


def own_value(record: models.Model, name: str):
    """The record's value as its form takes it: records themselves for links."""
    value = getattr(record, name)
    return list(value.all()) if isinstance(value, models.Manager) else value


def differ(before, after) -> bool:
    """Whether a field changes; links have no order, and nothing is nothing."""
    if isinstance(after, list) and after and isinstance(after[0], models.Model):
        return set(before) != set(after)
    empty = (None, "", [])
    return before != after and not (before in empty and after in empty)


def sentences(form: forms.ModelForm) -> list[str]:
    said = []
    for name, errors in form.errors.items():
        of_field = "" if name == NON_FIELD_ERRORS else f"{form.fields[name].label}: "
        said += [f"{of_field}{error}" for error in errors]
    return said


def remove_all(record_type: RecordType, user: User, versions, *, reason: str) -> int:
    """Delete the records seen in these versions; how many. Raises Refusal, and nothing
    is deleted, where one is not as it was."""
    with transaction.atomic(), pghistory.context(reason=reason):
        records = as_previewed(record_type, user, versions)
        for record in records:
            record.remove(reason=reason)
    return len(records)
