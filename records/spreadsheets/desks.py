"""One centre's desk: understands rows for one type and puts them through its form."""

from functools import cached_property

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.models import model_to_dict
from django.utils.translation import gettext as _

from accounts.models import Centre, User
from records import form_fields
from records.forms import form_class
from records.record_types import RecordType
from records.spreadsheets import report as outcomes
from records.spreadsheets.existing import Existing, differences
from records.spreadsheets.links import Links, Mention, Target
from records.spreadsheets.saving import save
from records.spreadsheets.understanding import Reader, Understood

Placed = tuple[str, str, str | None]  # outcome, reason, record


class Desk:
    """Acts for a centre as somebody of that centre would, with no account of its own:
    sees and names only what the centre does."""

    def __init__(
        self,
        record_type: RecordType,
        centre: Centre | None,
        names: dict[str, dict] | None = None,
    ) -> None:
        decided = names or {}
        self.record_type = record_type
        self.centre = centre
        self.user = User(centre=centre, role=User.Role.ADMIN)
        self.form_type = form_class(record_type)
        form = self.form_type(user=self.user)
        self.fields = form.fields
        self.links = {
            name: Links(field, decided.get(name))
            for name, field in self.fields.items()
            if isinstance(field, form_fields.RelatedField)
        }
        self.many = [
            name
            for name, field in self.fields.items()
            if isinstance(field, form_fields.RelatedManyField) and not field.required
        ]
        needed = required_of(self.fields).union(form.fields_with_default())
        self.reader = Reader(record_type, self.fields, self.links, needed=needed)

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
        links = self.links[name]
        meaning = links.meaning(mention)
        proposal = links.proposals.get(links.compared[mention.name])
        if proposal:
            proposal.rows += 1
        if isinstance(meaning, Target):
            row.values[name] = meaning
            for note in links.notes(mention, meaning):
                row.flag(name, note)
        else:
            del row.values[name]
            told = row.reject if self.fields[name].required else row.flag
            told(name, f"{meaning} {proposal.sentence}" if proposal else meaning)

    @property
    def proposals(self) -> list[dict]:
        """What names may be misspelt for, those of most rows first."""
        found = [
            proposal.as_json(name)
            for name, links in self.links.items()
            for proposal in links.proposals.values()
        ]
        return sorted(found, key=lambda one: -one["rows"])

    def remember_names(self) -> None:
        """Keep as other names what a person said of the file's names."""
        for links in self.links.values():
            links.remember_aliases()

    def place(self, row: Understood) -> Placed:
        """Add the row, change the record it is of, or say why not."""
        if row.errors:
            return outcomes.REJECTED, " ".join(row.errors), None
        record = self.existing.match(row)
        if record is None:
            return self.add(row)
        if not differences(row, record):
            return outcomes.UNCHANGED, "", self.named(record)
        return self.outcome(row, model_to_dict(record, list(self.fields)), record)

    def add(self, row: Understood) -> Placed:
        for name in required_of(self.fields):
            if name not in row.values:
                row.reject(name, _("It is empty, and every record needs it."))
        if row.errors:
            return outcomes.REJECTED, " ".join(row.errors), None
        return self.outcome(row, self.unsaid(row), None)

    def outcome(self, row: Understood, data: dict, record) -> Placed:
        try:
            saved = save(self, row, data, record)
        except ValidationError as error:
            said = (row.located(sentence) for sentence in error.messages)
            return outcomes.REJECTED, " ".join(said), None
        outcome = outcomes.CHANGED if record else outcomes.ADDED
        if record and not differences(row, record):
            outcome = outcomes.UNCHANGED
        return outcome, "", self.named(saved)

    def unsaid(self, row: Understood) -> dict:
        """What fields that cannot stay empty begin with; said where a column for it is
        left blank."""
        begun = self.form_type.unsaid(self.fields, row.values)
        for name in begun:
            is_tick = isinstance(self.fields[name], forms.BooleanField)
            if name in row.blanks and not is_tick:
                label = label_of(self.fields[name], begun[name])
                row.flag(name, _("It is empty and taken as “%s”.") % label)
        return begun

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


def label_of(field: forms.Field, value) -> str:
    return dict(getattr(field, "choices", ())).get(value, value)


def mention_in(row: Understood, name: str) -> Mention | None:
    value = row.values.get(name)
    if not isinstance(value, Mention):
        return None
    return Mention(value.name, tuple(sorted(row.details.get(name, {}).items())))
