"""How a form lies on the page: rows of four columns, each field as wide as what stands
in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django import forms

COLUMNS = 4
SHORT_TEXT = 60  # characters that stand in one column


@dataclass
class Row:
    """Fields side by side, each with its number of columns."""

    fields: list[tuple[forms.BoundField, int]] = field(default_factory=list)

    @property
    def spare(self) -> int:
        return COLUMNS - sum(span for _field, span in self.fields)

    @property
    def names(self) -> set[str]:
        return {field.name for field, _span in self.fields}

    def filled(self) -> "Row":
        """What is left over goes to the widest field; short fields keep a hole."""
        places = range(len(self.fields))
        widest = max(places, key=lambda place: self.fields[place][1])
        bound, span = self.fields[widest]
        if span > 1:
            self.fields[widest] = (bound, span + self.spare)
        return self


def rows_of(form: forms.BaseForm) -> Iterator[Row]:
    """The form's fields in their order."""
    row = Row()
    for bound in form.visible_fields():
        span = span_of(bound.field)
        if row.fields and span > row.spare:
            yield row.filled()
            row = Row()
        row.fields.append((bound, span))
    if row.fields:
        yield row.filled()


def span_of(form_field: forms.Field) -> int:
    widget = form_field.widget
    if isinstance(widget, forms.Textarea):
        return COLUMNS
    if isinstance(widget, forms.SelectMultiple) or "data-lookup" in widget.attrs:
        return 2
    if isinstance(widget, forms.Select | forms.CheckboxInput):
        return 1
    if isinstance(
        form_field, forms.DateField | forms.DecimalField | forms.IntegerField
    ):
        return 1
    length = getattr(form_field, "max_length", None)
    return 1 if length is not None and length <= SHORT_TEXT else 2
