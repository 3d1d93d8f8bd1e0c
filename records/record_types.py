"""Record types: one declaration a model, read by list, form, file, API and admin.

Declared in each app's `records.py`, discovered at start-up as Django's admin discovers
`admin.py`, checked in `records.checks`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.translation import gettext as _

from records.fields import CountriesField, CountryField

if TYPE_CHECKING:
    from records.duplicates import Likeness


AUTO = "auto"  # in place of a slug: the type is told from a file's headers


class UnknownType(LookupError):
    """No record type has this slug. The message names those that there are."""


@dataclass(frozen=True, kw_only=True, eq=False)
class RecordType:
    """How one kind of record is read and written everywhere.

    `fields` is the reading order of form, detail page, file columns and API. `search`
    holds query-set look-ups. `questions` are filters named by a query-set method that
    asks for nothing more, each with its label. `natural_key` names the fields by which
    a file's row finds its record when it has no original number. `headers` are further
    column titles met in files. `ledger_words` are the words by which a ledger of
    several types tells a row of this one, each with the values it says; of such a
    ledger's columns, which other types share, `ledger_headers` are further titles.
    `expected` fields may be empty, but a file's row without
    one is flagged.
    `masked` fields are personal: shown in part. `day` is the field that says when it
    happened, a day or a year; types without one have no place in time. `short` are the
    fields by which a record is entered in passing, from another's form, and told from
    others; `alike` says by what two records may be one (`records.duplicates`).
    """

    model: type[models.Model]
    slug: str
    fields: tuple[str, ...]
    columns: tuple[str, ...]
    filters: tuple[str, ...] = ()
    questions: Mapping[str, str] = field(default_factory=dict)
    search: tuple[str, ...] = ()
    natural_key: tuple[str, ...] = ()
    headers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ledger_words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    ledger_headers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    expected: tuple[str, ...] = ()
    masked: tuple[str, ...] = ()
    day: str = ""
    short: tuple[str, ...] = ()
    alike: tuple["Likeness", ...] = ()
    form: str = "records.forms.RecordForm"
    is_code_list: bool = False

    @property
    def label(self) -> str:
        return self.model._meta.verbose_name

    @property
    def label_plural(self) -> str:
        return self.model._meta.verbose_name_plural

    @cached_property
    def all_fields(self) -> tuple[str, ...]:
        """The declared fields and those every record ends with."""
        common = () if self.is_code_list else ("external_id", "notes")
        return self.fields + common

    def field(self, name: str) -> models.Field | None:
        """The model's field, a related one's ("case__countries"), or None for a
        calculated column."""
        *links, last = name.split("__")
        model = self.model
        try:
            for link in links:
                model = model._meta.get_field(link).related_model
            return model._meta.get_field(last)
        except FieldDoesNotExist:
            return None

    @cached_property
    def name_field(self) -> str | None:
        """The first field of free text: what people call a record by."""
        for name in self.fields:
            field = self.field(name)
            if type(field) is models.CharField and not field.choices:
                return name
        return None

    @cached_property
    def country_filter(self) -> str | None:
        """The filter that says where in the world, if the type has one."""
        for name in self.filters:
            if isinstance(self.field(name), CountryField | CountriesField):
                return name
        return None

    @property
    def calculated(self) -> tuple[str, ...]:
        """The columns that `for_display` adds to the fields."""
        return tuple(name for name in self.columns if self.field(name) is None)

    def permission(self, action: str) -> str:
        options = self.model._meta
        return f"{options.app_label}.{action}_{options.model_name}"

    def visible_to(self, user) -> models.QuerySet:
        return self.model.objects.visible_to(user)

    def rows(self, records: models.QuerySet) -> models.QuerySet:
        """Ready to be shown: related records joined, nothing queried row by row."""
        shown = {*self.all_fields, *self.columns}
        if not self.is_code_list:
            shown.add("centre")
        links = [self.field(name) for name in sorted(shown)]
        single = [f.name for f in links if f is not None and f.many_to_one]
        many = [f.name for f in links if f is not None and f.many_to_many]
        if not records.query.order_by:
            # Annotations that group would drop the model's own ordering.
            records = records.order_by(*self.model._meta.ordering)
        shown = records.for_display().select_related(*single)
        return shown.prefetch_related(*many)


_types: dict[str, RecordType] = {}


def register(record_type: RecordType) -> RecordType:
    if record_type.slug in _types:
        raise ValueError(f"two record types are called {record_type.slug!r}")
    _types[record_type.slug] = record_type
    return record_type


def all_types() -> Iterator[RecordType]:
    return iter(_types.values())


def get(slug: str) -> RecordType:
    if slug not in _types:
        raise UnknownType(
            _("There is no record type “%(slug)s”; there are: %(known)s.")
            % {"slug": slug, "known": ", ".join(_types)}
        )
    return _types[slug]


def of_model(model: type[models.Model]) -> RecordType:
    """The type of a model. Raises UnknownType for a model without one."""
    for record_type in _types.values():
        if record_type.model is model:
            return record_type
    raise UnknownType(f"{model.__name__} is no record type")


def has_type(model: type[models.Model]) -> bool:
    return any(record_type.model is model for record_type in _types.values())
