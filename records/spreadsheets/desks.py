"""One centre's desk: understands rows for one type and says what becomes of them."""

from functools import cached_property

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import model_to_dict
from django.utils.translation import gettext as _

from accounts.models import Centre, User
from records import form_fields
from records.forms import form_class
from records.record_types import RecordType
from records.spreadsheets import report as outcomes
from records.spreadsheets.bulk_saving import is_plain
from records.spreadsheets.existing import Existing, differences
from records.spreadsheets.links import Links
from records.spreadsheets.mentions import Mention, Target
from records.spreadsheets.report import RowReport
from records.spreadsheets.saving import Pending, save
from records.spreadsheets.texts import Texts
from records.spreadsheets.understanding import Reader, Understood


class Desk:
    """Acts for a centre as somebody of that centre would, with no account of its own:
    sees and names only what the centre does. `links` are those of other desks, by what
    they choose from, so that a record named at two desks is made once."""

    def __init__(
        self,
        record_type: RecordType,
        centre: Centre | None,
        names: dict[str, dict] | None = None,
        links: dict[tuple, Links] | None = None,
    ) -> None:
        self.record_type = record_type
        self.centre = centre
        self.user = User(centre=centre, role=User.Role.ADMIN)
        self.form_type = form_class(record_type)
        form = self.form_type(user=self.user)
        self.fields = form.fields
        self.links = self.links_among({} if links is None else links, names or {})
        self.many = [
            name
            for name, field in self.fields.items()
            if isinstance(field, form_fields.RelatedManyField) and not field.required
        ]
        needed = required_of(self.fields).union(form.fields_with_default())
        self.reader = Reader(record_type, self.fields, self.links, needed=needed)
        self.texts = Texts(record_type, self.fields)

    @classmethod
    def of_nobody(cls, record_type: RecordType) -> "Desk":
        """For asking what fields there are."""
        return cls(record_type, None)

    def links_among(self, known: dict[tuple, Links], names: dict) -> dict[str, Links]:
        found = {}
        for name, field in self.fields.items():
            if isinstance(field, form_fields.RelatedField):
                key = (name, type(field), str(field.candidates.query))
                known.setdefault(key, Links(field, names.get(name)))
                found[name] = known[key]
        return found

    @cached_property
    def existing(self) -> Existing:
        return Existing(self.record_type, self.user, self.fields)

    @cached_property
    def is_plain(self) -> bool:
        """Whether new records can be saved many at once."""
        return not self.record_type.is_code_list and is_plain(self.form_type)

    @cached_property
    def columns(self) -> list[str]:
        """The fields that are columns of the record itself."""
        own = {field.name for field in self.record_type.model._meta.fields}
        return [name for name in self.fields if name in own]

    @cached_property
    def not_filled(self) -> set[str]:
        """The record's columns that no row fills."""
        own = {field.name for field in self.record_type.model._meta.fields}
        return own.difference(self.fields)

    def resolve(self, row: Understood) -> None:
        """The records that the row's names mean, in place of the names."""
        for name, links in self.links.items():
            mention = mention_in(row, name)
            if mention is None:
                continue
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

    def place(self, row: Understood, told: RowReport) -> Pending | None:
        """Say what becomes of the row, or return what is to be saved of it."""
        if row.errors:
            told.reject(" ".join(row.errors))
            return None
        record = self.existing.match(row)
        if record is None:
            return self.to_add(row, told)
        self.flag_unheard(row, record)
        if not differences(row, record):
            told.outcome, told.record = outcomes.UNCHANGED, self.named(record)
            return None
        data = model_to_dict(record, list(self.fields))
        return Pending(self, row, told, data, record)

    def to_add(self, row: Understood, told: RowReport) -> Pending | None:
        for name in required_of(self.fields):
            if name not in row.values:
                row.reject(name, _("It is empty, and every record needs it."))
        if row.errors:
            told.reject(" ".join(row.errors))
            return None
        if deleted := self.existing.deleted(row):
            told.outcome = outcomes.DUPLICATE
            told.reason = row.located(
                _("it is the deleted record “%(record)s” (%(reference)s): %(reason)s.")
                % {
                    "record": deleted,
                    "reference": deleted.reference,
                    "reason": deleted.deleted_reason.rstrip("."),
                }
            )
            return None
        return Pending(self, row, told, self.unsaid(row))

    def flag_unheard(self, row: Understood, record) -> None:
        """What a new record would take from the row and one that is there does not."""
        for name in self.texts.unheard(row, record):
            told = {
                "own": self.texts.text(name, getattr(record, name)) or "-",
                "found": self.texts.text(name, row.values[name]),
            }
            sentence = _("The record has %(own)s, the file %(found)s; it stays.")
            row.flag(name, sentence % told)

    def save(self, one: Pending) -> None:
        """Save one row by its form, and say what became of it."""
        row, told, record = one.row, one.told, one.record
        before = self.texts.of_record(record) if record else {}
        try:
            saved = save(one)
        except ValidationError as error:
            said = (row.located(sentence) for sentence in error.messages)
            told.reject(" ".join(said))
            return
        self.say_saved(one, saved)
        if record is None:
            return
        after = self.texts.of_record(saved)
        told.changes = {
            name: {
                "label": self.texts.labels[name],
                "before": before[name],
                "after": after[name],
            }
            for name in before
            if before[name] != after[name]
        }
        if not differences(row, record):
            told.outcome = outcomes.UNCHANGED

    def say_saved(self, one: Pending, saved) -> None:
        one.told.outcome = outcomes.CHANGED if one.record else outcomes.ADDED
        one.told.record = self.named(saved)

    def unsaid(self, row: Understood) -> dict:
        """What fields that cannot stay empty begin with; said where a column for it is
        left blank."""
        begun = self.form_type.unsaid(self.fields, row.values)
        for name in begun:
            is_tick = isinstance(self.fields[name], forms.BooleanField)
            if name in row.blanks and not is_tick:
                label = self.texts.text(name, begun[name])
                row.flag(name, _("It is empty and taken as “%s”.") % label)
        return begun

    def named(self, record) -> str:
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
