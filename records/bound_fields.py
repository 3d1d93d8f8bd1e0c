"""A field of a form on its page: what was read of it, and where its error stands."""

from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse

from records import record_types
from records.text import tidy
from records.written_fields import ReadBack


@dataclass(frozen=True)
class Reading:
    """What a text was read as, or the sentence by which it is refused."""

    understood: str = ""
    refused: str = ""


def reading_of(field: ReadBack, text: str) -> Reading:
    if not tidy(text):
        return Reading()
    try:
        return Reading(understood=field.understood(tidy(text)))
    except ValidationError as error:
        return Reading(refused=" ".join(error.messages))


class RecordBoundField(forms.BoundField):
    """Asks the server what was read while one types; the first error has the focus."""

    @property
    def is_read_back(self) -> bool:
        return isinstance(self.field, ReadBack) and not self.is_hidden

    @property
    def reading(self) -> Reading:
        """Of a form that was sent; its refusals stand as errors."""
        if not self.form.is_bound or self.errors:
            return Reading()
        return reading_of(self.field, str(self.value() or ""))

    @property
    def aria_describedby(self) -> str | None:
        described = super().aria_describedby
        if not self.is_read_back or described is None:
            return described
        return f"{self.auto_id}_reading {described}".strip()

    def build_widget_attrs(self, attrs, widget=None):
        attrs = super().build_widget_attrs(attrs, widget)
        if self.form.is_bound and self.name == first_wrong(self.form):
            attrs["autofocus"] = True
        record_type = record_types.of_model(self.form._meta.model)
        if self.name in record_type.masked:
            attrs["data-personal"] = True
        if self.is_read_back:
            attrs |= {
                "hx-get": reverse("record-reading", args=(record_type.slug,)),
                "hx-trigger": "input changed delay:400ms",
                "hx-target": f"#{self.auto_id}_reading",
                "hx-sync": "this:replace",
            }
        return attrs


def first_wrong(form: forms.BaseForm) -> str | None:
    return next((name for name in form.fields if name in form.errors), None)
