"""What a column of a template accepts, and an example of it, by its form field."""

from collections.abc import Mapping
from dataclasses import dataclass

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from records import form_fields, written_fields
from records.countries import country_name
from records.exports.tables import DAY, NUMBER, TEXT, YEAR, Value
from records.fields import CountriesField, CountryField
from records.forms import RecordForm, form_class
from records.record_types import RecordType

LONGEST_LIST = 15  # labels that a sentence names
EXAMPLE_COUNTRY = "VN"
TRIED = 5  # records of which one may have a name of its own
TEXTS = (
    (forms.EmailField, "name@example.org"),
    (forms.URLField, "https://example.org/"),
    (forms.SlugField, "example"),
)


@dataclass(frozen=True)
class Asked:
    """One column of a template: its title, whether every row needs it, what it accepts
    in a sentence, the labels of its list, and an example."""

    name: str
    title: str
    kind: str
    is_required: bool
    is_list: bool
    accepts: str
    labels: tuple[str, ...]
    example: Value


def columns_of(record_type: RecordType, user: User) -> list[Asked]:
    """The columns of the type's template, in the order of its form; with the centre
    for those who enter for several."""
    form = form_class(record_type)(user=user)
    ordered = (*form.fields,)
    last = [name for name in ("external_id", "notes") if name in ordered]
    names = [name for name in ordered if name not in last] + last
    return [asked(record_type, name, form.fields[name], user) for name in names]


def asked(record_type: RecordType, name: str, field: forms.Field, user: User) -> Asked:
    is_code = isinstance(field, form_fields.CodeField | form_fields.CodesField)
    labels = (
        tuple(str(label) for _code, label in field.words.choices()) if is_code else ()
    )
    if isinstance(field, forms.BooleanField):
        labels = (_("yes"), _("no"))
    if isinstance(field, forms.ModelChoiceField):
        labels = tuple(str(centre) for centre in field.queryset)
    accepts = [accepted(record_type.field(name), field)]
    if 0 < len(labels) <= LONGEST_LIST:
        accepts.append(", ".join(labels))
    accepts.append(str(field.help_text))
    return Asked(
        name,
        str(field.label),
        kind_of(name, field),
        field.required and field.initial is None,
        not isinstance(field, form_fields.CodesField) and bool(labels),
        " ".join(filter(None, accepts)),
        labels,
        example_of(name, record_type.field(name), field, labels, user),
    )


def kind_of(name: str, field: forms.Field) -> str:
    if name == "year":
        return YEAR
    if isinstance(field, forms.DateField):
        return DAY
    numeric = forms.DecimalField | forms.IntegerField
    return NUMBER if isinstance(field, numeric) else TEXT


def accepted(model_field: models.Field | None, field: forms.Field) -> str:
    """What the column takes, in a sentence."""
    if isinstance(model_field, CountriesField):
        return _("Countries by name or their two letters, parted by semicolons.")
    if isinstance(model_field, CountryField):
        return _("The name of a country in Korean or English, or its two letters.")
    if isinstance(field, form_fields.RelatedField):
        told = {"label": field.candidates.model._meta.verbose_name}
        if isinstance(field, form_fields.RelatedManyField):
            return _("Names or numbers, parted by semicolons: %(label)s.") % told
        return _("A name or number: %(label)s.") % told
    for kind, sentence in SENTENCES:
        if isinstance(field, kind):
            return str(sentence())
    if length := getattr(field, "max_length", None):
        return _("Text of at most %(length)d characters.") % {"length": length}
    return _("Text.")


SENTENCES = (
    (form_fields.CodesField, lambda: _("One or several of the list, by semicolons.")),
    (form_fields.CodeField, lambda: _("One of the list.")),
    (forms.ModelChoiceField, lambda: _("One of the list.")),
    (forms.BooleanField, lambda: _("Yes or no.")),
    (forms.DateField, lambda: _("A day, such as 2026-03-05.")),
    (written_fields.MinutesField, lambda: _("Minutes, or a duration: 1시간 30분.")),
    (written_fields.WonField, lambda: _("Whole won: 1,500,000 or 3억.")),
    (written_fields.AmountField, lambda: _("An amount: 1,500,000 or 3억.")),
    (forms.IntegerField, lambda: _("A whole number.")),
    (forms.DecimalField, lambda: _("A number.")),
    (form_fields.TextsField, lambda: _("Words, parted by semicolons.")),
)


def example_of(
    name: str,
    model_field: models.Field | None,
    field: forms.Field,
    labels: tuple[str, ...],
    user: User,
) -> Value:
    if isinstance(field, form_fields.RelatedField):
        return linked_example(field, user)
    if isinstance(model_field, CountryField | CountriesField):
        return country_name(EXAMPLE_COUNTRY)
    if labels:
        initial = getattr(field, "initial", None)
        chosen = dict(getattr(field, "choices", ())).get(initial) if initial else None
        return str(chosen or labels[0])
    if isinstance(field, forms.DateField):
        return timezone.localdate()
    if name == "year":
        return timezone.localdate().year
    if isinstance(field, written_fields.AmountField):
        return 1_500_000
    if isinstance(field, forms.IntegerField | forms.DecimalField):
        return 1
    for kind, text in TEXTS:
        if isinstance(field, kind):
            return text
    return _("%(label)s, an example") % {"label": field.label}


def linked_example(field: form_fields.RelatedField, user: User) -> str:
    """A record that is there, by a name that is its own; else by its number."""
    candidates = field.candidates
    if candidates.model is User:
        candidates = candidates.filter(pk=user.pk)
    for record in candidates.order_by("-pk")[:TRIED]:
        found = form_fields.matching(field.candidates, str(record))
        if list(found[:2]) == [record]:
            return str(record)
        return form_fields.named(record)
    return ""


def row_of(
    record_type: RecordType, columns: list[Asked], user: User
) -> dict[str, Value]:
    """An example that the form accepts, as full as the rules allow."""
    full = {column.name: column.example for column in columns}
    needed = {column.name for column in columns if column.is_required}
    return allowed(record_type, full, needed, user)


def allowed(
    record_type: RecordType, row: Mapping[str, Value], needed: set[str], user: User
) -> dict[str, Value]:
    """The row without the optional values that a rule refuses: left out until it is
    accepted, then taken back one by one where it stays so."""
    row = {name: value for name, value in row.items() if value not in (None, "")}
    kept, left_out = dict(row), []
    form = filled(record_type, kept, user)
    while not form.is_valid():
        optional = [name for name in kept if name not in needed]
        refused = [name for name in optional if name in form.errors]
        if not optional:
            return kept
        for name in refused or optional[-1:]:
            del kept[name]
            left_out += [] if refused else [name]
        form = filled(record_type, kept, user)
    for name in reversed(left_out):
        more = kept | {name: row[name]}
        if filled(record_type, more, user).is_valid():
            kept = more
    return kept


def filled(record_type: RecordType, row: Mapping[str, Value], user: User) -> RecordForm:
    sent = {name: str(value) for name, value in row.items()}
    return form_class(record_type)(sent, user=user)
