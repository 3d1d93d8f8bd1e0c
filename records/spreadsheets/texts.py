"""A row's values and a record's as people read them: labels, not codes; personal ones
in part."""

from django import forms
from django.db import models
from django.utils.translation import gettext as _

from records.countries import country_name
from records.fields import CountriesField, CountryField
from records.reading import Reader, masked
from records.record_types import RecordType
from records.spreadsheets.mentions import plain
from records.spreadsheets.understanding import Understood
from records.text import written


class Texts:
    """Of one type; `fields` are its form's, by name."""

    def __init__(self, record_type: RecordType, fields: dict[str, forms.Field]) -> None:
        self.record_type = record_type
        self.fields = fields
        self.reader = Reader(record_type)
        self.labels = {name: str(field.label) for name, field in fields.items()}
        own = {field.name for field in record_type.model._meta.get_fields()}
        self.own = [name for name in fields if name in own]

    def shown(self, row: Understood) -> dict[str, str]:
        """The row's values by their fields."""
        return {name: self.text(name, value) for name, value in row.values.items()}

    def text(self, name: str, value) -> str:
        if isinstance(value, list | tuple):
            return "; ".join(self.text(name, one) for one in value)
        if name in self.record_type.masked:
            return masked(str(value or ""))
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        field = self.record_type.field(name)
        if isinstance(field, CountryField | CountriesField):
            return country_name(value)
        if field is not None and (field.choices or hasattr(field, "code_choices")):
            return self.reader.label(field, value)
        return written(value)

    def of_record(self, record: models.Model) -> dict[str, str]:
        """The record's own values, by field."""
        return {name: self.reader.text(record, name) for name in self.own}

    def unheard(self, row: Understood, record: models.Model) -> list[str]:
        """The row's values that a record of this type knows and no row changes, where
        the record has another one."""
        return [
            name
            for name, value in row.values.items()
            if name not in self.own
            and hasattr(record, name)
            and plain(value) != plain(getattr(record, name))
        ]
