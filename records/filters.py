"""One FilterSet a type, made from its declaration: page, export and API read it."""

from functools import cache, cached_property

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django_filters.fields import DateRangeField
from django_filters.widgets import BooleanWidget, DateRangeWidget

from accounts.models import Centre, User
from records.countries import REGION_CODES, REGION_LABELS
from records.fields import CodesField, CountryField, TextsField
from records.form_fields import RelatedField
from records.forms import candidates, dress
from records.record_types import RecordType
from records.refusals import Refusal, refuse_unknown
from records.search import Search, Sought
from records.text import tidy
from records.widgets import DayInput, SelectMultiple
from records.words import Words
from records.written_fields import DayField

# The value of a filter that means: those records where nothing is given.
NONE = "-"
NOT_GIVEN = _("(not given)")


class RecordFilterSet(django_filters.FilterSet):
    """Filters of a type. Refuses parameters it does not know instead of ignoring
    them, so that a link is a view."""

    q = django_filters.CharFilter(label=_("Search"))

    def __init__(self, data, queryset, *, user, also=()) -> None:
        self.user = user
        refuse_unknown(data, {*self.known_parameters(), *also})
        super().__init__(data, queryset)
        for name, field in self.form.fields.items():
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = self.choosable(name, field.queryset.model)
            if isinstance(field, RelatedField):
                field.candidates = self.choosable(name, field.candidates.model)
        if not user.sees_all_centres and "centre" in self.form.fields:
            self.form.fields["centre"].widget = forms.HiddenInput()
        dress(self.form)

    @classmethod
    def known_parameters(cls) -> set[str]:
        names = set()
        for name, chosen in cls.base_filters.items():
            if isinstance(chosen, django_filters.DateFromToRangeFilter):
                names |= {f"{name}_after", f"{name}_before"}
            else:
                names.add(name)
        return names

    def choosable(self, name: str, model: type[models.Model]) -> models.QuerySet:
        """What this user may narrow by; people also when they have left since."""
        if model is Centre:
            return Centre.objects.visible_to(self.user)
        if model is User:
            named = self.queryset.order_by().values(self.filters[name].field_name)
            colleagues = User.objects.colleagues_of(self.user)
            return User.objects.filter(Q(pk__in=colleagues) | Q(pk__in=named))
        return candidates(model, self.user)

    def filter_queryset(self, records):
        """By all filters but the search, which asks in a way of its own."""
        for name, value in self.form.cleaned_data.items():
            if name != "q":
                records = self.filters[name].filter(records, value)
        return records

    @property
    def narrowed(self) -> models.QuerySet:
        """The filtered records, not yet searched. Raises Refusal for a value that
        cannot be read."""
        self.refuse_unreadable()
        return self.qs

    def refuse_unreadable(self) -> None:
        if not self.is_valid():
            name, errors = next(iter(self.form.errors.items()))
            label = self.form.fields[name].label if name in self.form.fields else name
            raise Refusal(f"{label}: {errors[0]}")

    @cached_property
    def search(self) -> Search | None:
        """What is looked for in the filtered records, if anything is."""
        text = self.form.cleaned_data["q"] if self.form.is_valid() else ""
        sought = Sought(text)
        return Search(self.record_type, sought) if sought.words else None

    @property
    def chosen(self) -> models.QuerySet:
        """The records filtered and searched, all of them."""
        narrowed = self.narrowed
        return self.search.everything(narrowed) if self.search else narrowed


@cache
def filterset_class(record_type: RecordType) -> type[RecordFilterSet]:
    filters = {"record_type": record_type}
    if not record_type.is_code_list:
        filters["centre"] = django_filters.ModelChoiceFilter(
            queryset=Centre.objects.all(), to_field_name="code", label=_("Centre")
        )
    for name in record_type.filters:
        filters[name] = filter_of(name, record_type.field(name))
    for name, label in record_type.questions.items():
        filters[name] = question_filter(name, label)
    if country := record_type.country_filter:
        filters["region"] = region_filter(country, record_type.field(country))
    return type(f"{record_type.model.__name__}FilterSet", (RecordFilterSet,), filters)


def filter_of(name: str, field: models.Field) -> django_filters.Filter:
    options = {"field_name": name, "label": capfirst(field.verbose_name)}
    if isinstance(field, CodesField | CountryField) or field.choices:
        return CodeFilter(words=Words(field), is_array=is_array(field), **options)
    if isinstance(field, TextsField):
        return TextsFilter(**options)
    if field.many_to_one or field.many_to_many:
        candidates = field.remote_field.model.objects.all()
        return RelatedFilter(candidates=candidates, **options)
    if isinstance(field, models.DateField):
        return DaysFilter(widget=DateRange(), **options)
    if isinstance(field, models.BooleanField):
        return django_filters.BooleanFilter(widget=YesOrNo(), **options)
    if isinstance(field, models.IntegerField):
        return django_filters.NumberFilter(**options)
    return django_filters.CharFilter(**options)


def is_array(field: models.Field) -> bool:
    return isinstance(field, TextsField)


class DateRange(DateRangeWidget):
    def __init__(self) -> None:
        super().__init__()
        self.widgets = [
            DayInput({"aria-label": _("from")}),
            DayInput({"aria-label": _("to")}),
        ]


class DayRangeField(DateRangeField):
    """Two days, each as people write them."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields = (DayField(required=False), DayField(required=False))


class DaysFilter(django_filters.DateFromToRangeFilter):
    field_class = DayRangeField


class YesOrNo(BooleanWidget):
    def __init__(self) -> None:
        super().__init__()
        self.choices = [("", "---------"), ("true", _("yes")), ("false", _("no"))]


class RelatedChoice(RelatedField):
    """One record to narrow by: in an address its pk, else what names it in a form;
    "-" means none."""

    def to_python(self, value):
        text = tidy(str(value or ""))
        if text in (NONE, str(NOT_GIVEN)):
            return NONE
        if text.isascii() and text.isdigit():
            return self.one(int(text))
        return super().to_python(text)

    def prepare_value(self, value):
        """A pk is shown by its name; a choice that is refused stays as typed."""
        try:
            chosen = self.to_python(value)
        except ValidationError:
            return value
        return str(NOT_GIVEN) if chosen == NONE else super().prepare_value(chosen)


class RelatedFilter(django_filters.Filter):
    """Records that point to the chosen one; "-" means those that point to none."""

    field_class = RelatedChoice

    def filter(self, records, chosen):
        if chosen is None:
            return records
        if chosen == NONE:
            return records.filter(**{f"{self.field_name}__isnull": True})
        return records.filter(**{self.field_name: chosen})


class TextsFilter(django_filters.CharFilter):
    """Records that hold this text among several."""

    def filter(self, records, text):
        if not text:
            return records
        return records.filter(**{f"{self.field_name}__contains": [tidy(text)]})


class CodeFilter(django_filters.MultipleChoiceFilter):
    """Records with any of the chosen codes; "-" means those with none."""

    def __init__(self, *, words: Words, is_array: bool, **kwargs) -> None:
        kwargs["widget"] = SelectMultiple
        super().__init__(choices=lambda: self.with_none(words), **kwargs)
        self.is_array = is_array

    def with_none(self, words: Words) -> list[tuple[str, str]]:
        return [*words.choices(), (NONE, NOT_GIVEN)]

    def filter(self, records, codes):
        if not codes:
            return records
        given = [code for code in codes if code != NONE]
        if self.is_array:
            wanted = Q(**{f"{self.field_name}__overlap": given}) if given else Q()
            nothing = Q(**{self.field_name: []})
        else:
            wanted = Q(**{f"{self.field_name}__in": given}) if given else Q()
            nothing = Q(**{self.field_name: ""})
        return records.filter(wanted | nothing if NONE in codes else wanted)


def question_filter(name: str, label: str) -> django_filters.ChoiceFilter:
    """Those records that a method of their query set names."""
    return django_filters.ChoiceFilter(
        label=label,
        choices=[("true", _("yes"))],
        method=lambda records, _name, _yes: getattr(records, name)(),
    )


def region_filter(name: str, field: models.Field) -> django_filters.ChoiceFilter:
    return django_filters.ChoiceFilter(
        label=_("Region"),
        choices=list(REGION_LABELS.items()),
        method=lambda rows, _name, region: rows.filter(in_region(name, field, region)),
    )


def in_region(name: str, field: models.Field, region: str) -> Q:
    """The condition by which a record lies in a region; once, however many of its
    countries do."""
    lookup = "overlap" if is_array(field) else "in"
    return Q(**{f"{name}__{lookup}": list(REGION_CODES[region])})
