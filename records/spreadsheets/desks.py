"""One centre's desk: understands rows for one type and puts them through its form."""

from functools import cached_property

from django import forms
from django.core.exceptions import ValidationError
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
        self.reader = Reader(self.fields, self.links)

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
        return self.save(row, data, outcomes.CHANGED, instance=record)

    def add(self, row: Understood) -> Placed:
        for name in required_of(self.fields):
            if name not in row.values:
                row.reject(name, _("It is empty, and every record needs it."))
        if row.errors:
            return outcomes.REJECTED, " ".join(row.errors), None
        return self.save(row, self.unsaid(row), outcomes.ADDED)

    def unsaid(self, row: Understood) -> dict:
        """What fields that cannot stay empty begin with; said where a column for it is
        left blank."""
        begun = self.form_type.unsaid(self.fields, row.values)
        for name in begun:
            if name in row.blanks:
                row.flag(name, _("It is empty and taken as “%s”.") % begun[name])
        return begun

    def save(self, row: Understood, data: dict, outcome: str, **kwargs) -> Placed:
        try:
            with transaction.atomic():
                form = self.valid_form(row, data, kwargs)
                if form.is_valid():
                    record = form.save()
                    self.existing.claimed.add(record.pk)
                    return outcome, "", self.named(record)
                transaction.set_rollback(True)
                return outcomes.REJECTED, sentences(row, form), None
        except ValidationError as error:
            return outcomes.REJECTED, " ".join(error.messages), None
        except IntegrityError as error:
            return outcomes.REJECTED, str(error).partition("\n")[0], None

    def valid_form(self, row: Understood, data: dict, kwargs: dict) -> forms.Form:
        """The form of the row; where a rule over several fields refuses it, without the
        optional value that breaks the rule, which is flagged."""
        self.make_links(row)
        form = self.form(row, data, kwargs)
        if form.is_valid():
            return form
        for name in self.breaking(form, row):
            without = {n: v for n, v in row.values.items() if n != name}
            lesser = self.form_type(
                {**data, **ready(without)}, user=self.user, **kwargs
            )
            if lesser.is_valid():
                row.flag(name, sentences(row, form) + " " + _("It is left empty."))
                del row.values[name]
                return lesser
        return form

    def form(self, row: Understood, data: dict, kwargs: dict) -> forms.Form:
        return self.form_type({**data, **ready(row.values)}, user=self.user, **kwargs)

    def make_links(self, row: Understood) -> None:
        for name, value in row.values.items():
            if isinstance(value, Target) and value.record is None:
                value.make(self.user)
                label = value.model._meta.verbose_name
                row.flag(
                    name,
                    _("New %(label)s “%(name)s”.") % {"label": label, "name": value},
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


def sentences(row: Understood, form: forms.Form) -> str:
    said = list(form.non_field_errors())
    for name, errors in form.errors.items():
        if name != "__all__":
            said += [f"{row.header.title(name)}: {error}" for error in errors]
    return " ".join(
        _("Sheet “%(sheet)s”, row %(row)d: %(sentence)s")
        % {"sheet": row.sheet, "row": row.row.number, "sentence": sentence}
        for sentence in said
    )
