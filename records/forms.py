"""One form a type: it validates people's pages, files' rows and the API alike."""

import pghistory
from django import forms
from django.core.validators import EMPTY_VALUES
from django.db import models, transaction
from django.utils.module_loading import import_string
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from accounts.models import Centre, User
from records import form_fields, record_types, written_fields
from records.bound_fields import RecordBoundField
from records.fields import CodesField, CountryField, TextsField
from records.money import is_amount, is_won
from records.record_types import RecordType
from records.text import tidy_value
from records.words import Words


class RecordForm(forms.ModelForm):
    """The form of a declared type, bound to the user who fills it."""

    change_reason = forms.CharField(
        label=_("Reason for the change"),
        required=False,
        max_length=300,
        help_text=_("Stands in the history beside what changed."),
    )

    bound_field_class = RecordBoundField

    def __init__(self, data=None, *args, user: User, **kwargs) -> None:
        super().__init__(None if data is None else tidied(data), *args, **kwargs)
        self.user = user
        if self.instance.pk is None:
            del self.fields["change_reason"]
            for name in self.fields_with_default():
                self.fields[name].required = False
        if "centre" in self.fields and not user.sees_all_centres:
            del self.fields["centre"]
            if self.instance.pk is None:
                self.instance.centre_id = user.centre_id
        if "centre" in self.fields and self.instance.centre_id:
            self.initial["centre"] = self.instance.centre.code
        for field in self.fields.values():
            if isinstance(field, form_fields.RelatedField):
                field.candidates = candidates(field.candidates.model, user)
        dress(self)

    @classmethod
    def unsaid(cls, fields, values) -> dict:
        """What the fields of a new record that cannot be empty begin with, where a
        file's row (`values`) says nothing."""
        return {
            name: field.initial
            for name, field in fields.items()
            if field.initial is not None and name not in values
        }

    def _get_validation_exclusions(self):
        """Rules over several fields hold also for those this user cannot fill."""
        return super()._get_validation_exclusions() - {"centre", "deleted_at"}

    def fields_with_default(self) -> list[str]:
        """Fields that a new record may leave out, because the model has a default."""
        return [
            field.name
            for field in self._meta.model._meta.fields
            if field.name in self.fields and field.has_default() and not field.blank
        ]

    def clean(self):
        cleaned = super().clean()
        if self.instance.pk is None:
            for name in self.fields_with_default():
                if cleaned.get(name, "") in EMPTY_VALUES:
                    cleaned[name] = self._meta.model._meta.get_field(name).get_default()
        return cleaned

    @classmethod
    def coming_with(cls, record, values) -> list[models.Model]:
        """The records, not yet saved, that a new one brings along; `values` are the
        form's, by field."""
        return []

    def save(self, commit: bool = True):
        reason = self.cleaned_data.get("change_reason")
        is_new = self.instance.pk is None
        with (
            transaction.atomic(),
            pghistory.context(**({"reason": reason} if reason else {})),
        ):
            record = super().save(commit)
            if commit and is_new:
                for other in self.coming_with(record, self.cleaned_data):
                    other.save()
        return record


def candidates(model: type[models.Model], user: User) -> models.QuerySet:
    """What this user may choose for a link to other records or to people."""
    if model is User:
        return User.objects.colleagues_of(user)
    return record_types.of_model(model).visible_to(user)


def dress(form: forms.BaseForm) -> None:
    """Give every input the look of its kind."""
    for field in form.fields.values():
        widgets = getattr(field.widget, "widgets", [field.widget])
        for widget in widgets:
            widget.attrs["class"] = look_of(widget)


def look_of(widget: forms.Widget) -> str:
    if isinstance(widget, forms.CheckboxInput):
        return "form-check-input"
    if isinstance(widget, forms.Textarea):
        widget.attrs["rows"] = 3
    return "form-select" if isinstance(widget, forms.Select) else "form-control"


def keep_only(form: RecordForm, names: tuple[str, ...]) -> None:
    """Make a form the short one: these fields, what else is required, the centre."""
    for name, field in list(form.fields.items()):
        if name not in (*names, "centre") and not field.required:
            del form.fields[name]


def as_posted(form: RecordForm, name: str) -> list[str]:
    """What a browser would send of an unbound form's field as it stands."""
    bound = form[name]
    value = bound.value()
    if isinstance(bound.field.widget, forms.CheckboxInput):
        return ["on"] if value else []
    shown = bound.field.widget.format_value(value)
    if shown in EMPTY_VALUES:
        return []
    return [str(one) for one in shown] if isinstance(shown, list) else [str(shown)]


def tidied(data):
    """The submitted data with every text tidied, whatever mapping it came in."""
    if not hasattr(data, "lists"):
        return {name: tidy_value(value) for name, value in data.items()}
    data = data.copy()
    for name, values in list(data.lists()):
        data.setlist(name, tidy_value(values))
    return data


def form_class(record_type: RecordType) -> type[RecordForm]:
    """The form class of a type, made from its declaration."""
    owner = () if record_type.is_code_list else ("centre",)
    return forms.modelform_factory(
        record_type.model,
        form=import_string(record_type.form),
        fields=(*owner, *record_type.all_fields),
        formfield_callback=form_field,
    )


def form_field(field: models.Field, **kwargs) -> forms.Field | None:
    """The form field of a model field: by code or label, by pk or name."""
    options = {
        "label": capfirst(field.verbose_name),
        "help_text": field.help_text,
        "required": not field.blank,
    }
    if field.many_to_one or field.many_to_many:
        return related_field(field, options)
    if isinstance(field, CodesField):
        return form_fields.CodesField(words=Words(field), **options)
    if isinstance(field, TextsField):
        return form_fields.TextsField(**options)
    if isinstance(field, CountryField) or field.choices:
        return code_field(field, options)
    if isinstance(field, models.DateField):
        return written_fields.DayField(**options)
    if is_won(field):
        return written_fields.WonField(**options)
    if isinstance(field, models.DecimalField):
        return field.formfield(form_class=number_class(field), **kwargs)
    if isinstance(field, models.URLField):
        kwargs["assume_scheme"] = "https"
    return field.formfield(**kwargs)


def number_class(field: models.DecimalField) -> type[forms.DecimalField]:
    return (
        written_fields.AmountField if is_amount(field) else written_fields.NumberField
    )


def code_field(field: models.Field, options: dict) -> form_fields.CodeField:
    if field.has_default():
        options["initial"] = field.get_default()
    if isinstance(field, models.IntegerField):
        return form_fields.NumberCodeField(words=Words(field), **options)
    return form_fields.CodeField(words=Words(field), **options)


def related_field(field: models.Field, options: dict) -> forms.Field:
    model = field.remote_field.model
    if model is Centre:
        return forms.ModelChoiceField(
            Centre.objects.all(), to_field_name="code", **options
        )
    if field.many_to_many:
        return form_fields.RelatedManyField(candidates=model.objects.all(), **options)
    return form_fields.RelatedField(candidates=model.objects.all(), **options)
