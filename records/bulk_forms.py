"""The form of a bulk change: the type's own fields, each with a tick that says it is to
be changed, so that an empty field can be meant."""

from collections.abc import Iterator

from django import forms
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from records import form_fields
from records.bulk import ADD, REMOVE, REPLACE, Edit
from records.forms import dress, form_class, tidied
from records.record_types import RecordType

SEVERAL = (
    form_fields.CodesField,
    form_fields.TextsField,
    form_fields.RelatedManyField,
)
WAYS = (
    (ADD, gettext_lazy("add these")),
    (REMOVE, gettext_lazy("take these away")),
    (REPLACE, gettext_lazy("these alone")),
)
WAY = "way-"
# What is changed most often in many records at once comes first.
FIRST = ("status", "stage")


class BulkForm(forms.Form):
    """`record` is one of those to change: what its form offers is offered here."""

    change_reason = forms.CharField(
        label=gettext_lazy("Reason for the change"),
        max_length=300,
        help_text=gettext_lazy("Stands in the history beside what changed."),
    )

    def __init__(
        self, data=None, *, record_type: RecordType, user: User, record: models.Model
    ) -> None:
        super().__init__(None if data is None else tidied(data))
        self.names = []
        for name, field in editable(record_type, user, record):
            self.names.append(name)
            self.fields[name] = field
            field.initial = None  # what a new record begins with is not meant here
            if isinstance(field, SEVERAL):
                self.fields[way_of(name)] = forms.ChoiceField(
                    label=gettext_lazy("What happens to the values"),
                    choices=WAYS,
                    required=False,
                )
        dress(self)
        for name, field in self.fields.items():
            if isinstance(field.widget, forms.Textarea):
                field.widget.attrs["rows"] = 1
            if name.startswith(WAY):
                field.widget.attrs["class"] += " bulk-way"

    @property
    def ticked(self) -> list[str]:
        if not self.is_bound:
            return []
        return [name for name in self.names if name in self.data.getlist("change")]

    def clean(self):
        """What is not ticked is not read."""
        for name in self.names:
            if name not in self.ticked:
                self._errors.pop(name, None)
        if not self.ticked:
            self.add_error(None, _("Tick at least one field to change."))
        for name in self.ticked:
            is_part = self.cleaned_data.get(way_of(name)) in (ADD, REMOVE)
            if is_part and not self.cleaned_data.get(name) and name not in self.errors:
                self.add_error(name, _("Say which values are added or taken away."))
        return self.cleaned_data

    @property
    def edits(self) -> dict[str, Edit]:
        """The edits of a valid form."""
        return {
            name: Edit(
                self.cleaned_data[name],
                self.cleaned_data.get(way_of(name)) or REPLACE,
            )
            for name in self.ticked
        }

    def lines(self) -> Iterator[tuple]:
        """(name, field, is ticked, field for the way or None), as the page shows it."""
        for name in self.names:
            way = self[way_of(name)] if way_of(name) in self.fields else None
            yield name, self[name], name in self.ticked, way


def way_of(name: str) -> str:
    return f"{WAY}{name}"


def editable(
    record_type: RecordType, user: User, record: models.Model
) -> list[tuple[str, forms.Field]]:
    """The fields of the record's form that several records can have alike."""
    fields = form_class(record_type)(instance=record, user=user).fields
    del fields["change_reason"]
    alone = unlike(record_type.model)
    named = [(name, field) for name, field in fields.items() if name not in alone]
    return sorted(named, key=lambda pair: pair[0] not in FIRST)


def unlike(model: type[models.Model]) -> set[str]:
    """The fields of which two records of a centre never have the same."""
    names = {field.name for field in model._meta.fields if field.unique}
    for rule in model._meta.constraints:
        if isinstance(rule, models.UniqueConstraint):
            fields = set(rule.fields) - {"centre"}
            names |= fields if len(fields) == 1 else set()
    return names
