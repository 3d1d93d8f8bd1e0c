"""One centre's desk: understands rows for one type and puts them through its form."""

from copy import copy
from functools import cached_property

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import CheckConstraint, F, Q
from django.forms.models import model_to_dict
from django.utils.translation import gettext as _

from accounts.models import Centre, User
from records import form_fields
from records.forms import form_class
from records.record_types import RecordType
from records.spreadsheets import report as outcomes
from records.spreadsheets.existing import Existing, differences
from records.spreadsheets.links import Links, Mention, Target
from records.spreadsheets.understanding import Reader, Understood

Placed = tuple[str, str, str | None]  # outcome, reason, record


class Desk:
    """Acts for a centre as somebody of that centre would, with no account of its own:
    sees and names only what the centre does."""

    def __init__(self, record_type: RecordType, centre: Centre | None) -> None:
        self.record_type = record_type
        self.centre = centre
        self.user = User(centre=centre, role=User.Role.ADMIN)
        self.form_type = form_class(record_type)
        self.fields = self.form_type(user=self.user).fields
        self.links = {
            name: Links(field)
            for name, field in self.fields.items()
            if isinstance(field, form_fields.RelatedField)
        }
        self.reader = Reader(self.fields, self.links, record_type.expected)

    @classmethod
    def of_nobody(cls, record_type: RecordType) -> "Desk":
        """For asking what fields there are."""
        return cls(record_type, None)

    @cached_property
    def existing(self) -> Existing:
        return Existing(
            self.record_type, self.record_type.visible_to(self.user), self.fields
        )

    def prepare(self, rows: list[Understood]) -> None:
        """Resolve what the rows name and find the records they may be of."""
        for name, links in self.links.items():
            mentions = {id(row): mention_in(row, name) for row in rows}
            links.prepare(mention for mention in mentions.values() if mention)
            for row in rows:
                if mention := mentions[id(row)]:
                    self.resolve(row, name, mention)
        self.existing.load(rows)

    def resolve(self, row: Understood, name: str, mention: Mention) -> None:
        meaning = self.links[name].meaning(mention)
        if isinstance(meaning, Target):
            row.values[name] = meaning
            if note := self.links[name].note(mention, meaning):
                row.flag(name, note)
        else:
            del row.values[name]
            told = row.reject if self.fields[name].required else row.flag
            told(name, meaning)

    def place(self, row: Understood) -> Placed:
        """Add the row, change the record it is of, or say why not."""
        if row.errors:
            return outcomes.REJECTED, " ".join(row.errors), None
        record = self.existing.match(row)
        if record is None:
            return self.add(row)
        changed = differences(row, record)
        if not changed:
            return outcomes.UNCHANGED, "", self.named(record)
        data = model_to_dict(record, [n for n in self.fields if n != "minutes"])
        return self.save(row, data, outcomes.CHANGED, record)

    def add(self, row: Understood) -> Placed:
        for name in required_of(self.fields):
            if name not in row.values:
                row.reject(name, _("It is empty, and every record needs it."))
        if row.errors:
            return outcomes.REJECTED, " ".join(row.errors), None
        return self.save(row, self.unsaid(row), outcomes.ADDED, None)

    def unsaid(self, row: Understood) -> dict:
        """What fields that cannot stay empty begin with; said where a column for it is
        left blank."""
        begun = self.form_type.unsaid(self.fields, row.values)
        for name in begun:
            if name in row.blanks:
                row.flag(name, _("It is empty and taken as “%s”.") % begun[name])
        return begun

    def save(self, row: Understood, data: dict, outcome: str, record) -> Placed:
        """Save the row, and with it the new records that it names."""
        new = [target for target in row.targets if target.record is None]
        try:
            with transaction.atomic():
                for target in new:
                    target.make(self.user)
                saved = self.saved(row, data, record)
        except (ValidationError, IntegrityError) as error:
            for target in new:
                target.record = None
            said = (
                error.messages
                if isinstance(error, ValidationError)
                else [_("The database refuses the row.")]
            )
            return outcomes.REJECTED, " ".join(row.located(s) for s in said), None
        for name, value in row.values.items():
            if value in new:
                label = value.model._meta.verbose_name
                row.flag(name, _("New %(l)s “%(n)s”.") % {"l": label, "n": value})
        if record is not None and not differences(row, record):
            outcome = outcomes.UNCHANGED
        return outcome, "", self.named(saved)

    def saved(self, row: Understood, data: dict, record) -> models.Model:
        """The saved record. The database says whether all rules hold; the words for
        a refusal, and the value without which it would not be one, are looked for
        only then. Raises ValidationError, IntegrityError."""
        try:
            with transaction.atomic():
                form = self.form(row.values, data, record, is_left_to_database=True)
                if form.is_valid():
                    return form.save()
        except IntegrityError:
            form = self.form(row.values, data, record)
            form.is_valid()
        for name in self.breaking(form, row):
            values = {n: v for n, v in row.values.items() if n != name}
            lesser = self.form(values, data, record)
            if lesser.is_valid():
                reason = " ".join(form.non_field_errors())
                row.flag(name, reason + " " + _("It is left empty."))
                del row.values[name]
                return lesser.save()
        raise ValidationError(sentences(row, form) or [_("It is refused.")])

    def form(self, values, data, record, *, is_left_to_database=False) -> forms.Form:
        """The form over a copy of the record, so that a refused one is as it was."""
        instance = copy(record) if record else self.record_type.model()
        instance.is_left_to_database = is_left_to_database
        return self.form_type(
            {**data, **ready(values)}, instance=instance, user=self.user
        )

    def breaking(self, form: forms.Form, row: Understood) -> list[str]:
        """The optional values of the row that a violated rule is about, last first."""
        messages = set(form.non_field_errors())
        about = set()
        for rule in self.record_type.model._meta.constraints:
            if isinstance(rule, CheckConstraint) and (
                rule.get_violation_error_message() in messages
            ):
                about |= fields_in(rule.condition)
        return [
            name
            for name in reversed(self.record_type.all_fields)
            if name in about and name in row.values and not self.fields[name].required
        ]

    def named(self, record: models.Model) -> str:
        self.existing.claimed.add(record.pk)
        return f"{self.record_type.slug}/{record.pk}"


def required_of(fields: dict[str, forms.Field]) -> frozenset[str]:
    """The fields without which there is no record, and that begin with nothing."""
    return frozenset(
        name
        for name, field in fields.items()
        if field.required and field.initial is None
    )


def mention_in(row: Understood, name: str) -> Mention | None:
    value = row.values.get(name)
    if not isinstance(value, Mention):
        return None
    return Mention(value.name, tuple(sorted(row.details.get(name, {}).items())))


def ready(values: dict) -> dict:
    """Values as a form takes them: the records themselves for what links to them."""
    return {
        name: value.record if isinstance(value, Target) else value
        for name, value in values.items()
    }


def fields_in(condition: Q) -> set[str]:
    found = set()
    for child in condition.children:
        if isinstance(child, Q):
            found |= fields_in(child)
        else:
            lookup, value = child
            found.add(lookup.partition("__")[0])
            if isinstance(value, F):
                found.add(value.name.partition("__")[0])
    return found


def sentences(row: Understood, form: forms.Form) -> list[str]:
    """What a form refuses, by the titles of the columns."""
    said = list(form.non_field_errors())
    for name, errors in form.errors.items():
        if name != NON_FIELD_ERRORS:
            said += [f"{row.header.title(name)}: {error}" for error in errors]
    return said
