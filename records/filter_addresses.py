"""What an address says of its filters: exactly which, in words, and without one."""

from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from records.filters import (
    NONE,
    NOT_GIVEN,
    DaysFilter,
    RecordFilterSet,
    RelatedChoice,
)
from records.refusals import Refusal
from records.written_fields import DayField


@dataclass(frozen=True)
class Chip:
    """One chosen value of a filter, and the address without it."""

    label: str
    value: str
    without: str


def exact_parameters(filterset: RecordFilterSet, params: QueryDict) -> QueryDict:
    """The same address with nothing empty in it, and with the pk of what it names by
    its words. Raises Refusal where these can mean none or several."""
    exact = QueryDict(mutable=True)
    for name, values in params.lists():
        field = filterset.form.fields.get(name)
        given = [value for value in values if value.strip()]
        if isinstance(field, RelatedChoice):
            given = [pk_of(field, value) for value in given]
        if given:
            exact.setlist(name, given)
    return exact


def pk_of(field: RelatedChoice, value: str) -> str:
    try:
        chosen = field.to_python(value)
    except ValidationError as error:
        raise Refusal(f"{field.label}: {error.messages[0]}") from error
    return NONE if chosen == NONE else str(chosen.pk)


def chips(filterset: RecordFilterSet, params: QueryDict, *, but=()) -> list[Chip]:
    """The chosen filters, each removable on its own."""
    chosen = []
    for name in params:
        if name not in filterset.known_parameters() or name in but:
            continue
        for value in filter(None, params.getlist(name)):
            label, text = chip_words(filterset, name, value)
            chosen.append(Chip(label, text, without(params, name, value)))
    return chosen


def chip_words(filterset: RecordFilterSet, name: str, value: str) -> tuple[str, str]:
    bound = filterset.filters.get(name) or filterset.filters[name.rpartition("_")[0]]
    edge = {"after": _("from"), "before": _("to")}.get(name.rpartition("_")[2], "")
    field = filterset.form.fields.get(name, bound.field)
    if isinstance(field, RelatedChoice):
        chosen = field.to_python(value)
        return str(bound.label), str(NOT_GIVEN if chosen == NONE else chosen)
    if isinstance(field, forms.ModelChoiceField):
        chosen = field.queryset.get(**{field.to_field_name: value})
        return str(bound.label), str(chosen)
    choices = getattr(field.widget, "choices", ())
    labels = {str(code): str(label) for code, label in choices}
    label = f"{bound.label} {edge}" if name not in filterset.filters else bound.label
    if isinstance(bound, DaysFilter):
        return str(label), str(DayField().clean(value))
    return str(label), labels.get(value, value)


def without(params: QueryDict, name: str, value: str) -> str:
    left = params.copy()
    for place in ("after", "before"):
        left.pop(place, None)
    left.setlist(name, [other for other in left.getlist(name) if other != value])
    return left.urlencode()


def without_filters(filterset: RecordFilterSet, params: QueryDict, *, but=()) -> str:
    """The address when all chosen filters are taken away at once."""
    left = params.copy()
    for name in ("after", "before", *filterset.known_parameters()):
        if name not in but:
            left.pop(name, None)
    return left.urlencode()


def kept_parameters(params: QueryDict, names) -> list[tuple[str, str]]:
    """What a filter form must send along to stay on the same page."""
    return [(name, params[name]) for name in names if params.get(name)]
