"""Records as the values of a file: typed, and written so that they are read back."""

from datetime import date
from decimal import Decimal

from django.db import models

from records.exports.tables import DAY, NUMBER, TEXT, YEAR, Column, Value
from records.form_fields import named
from records.querysets import RecordQuerySet
from records.reading import NUMBERS, Reader
from records.record_types import RecordType


class Values(Reader):
    """Reads records of one type into the cells of a file: days and numbers as such,
    codes by their labels, personal fields in part as on pages."""

    def column(self, name: str, *, total: str = "") -> Column:
        return Column(str(self.header(name)), self.kind(name), total)

    def kind(self, name: str) -> str:
        field = self.record_type.field(name)
        if name == "year":
            return YEAR
        if field is None:
            return NUMBER if name in NUMBERS else TEXT
        if field.choices or field.is_relation:
            return TEXT
        if isinstance(field, models.DateField):
            return TEXT if isinstance(field, models.DateTimeField) else DAY
        numeric = (models.IntegerField, models.DecimalField, models.GeneratedField)
        return NUMBER if isinstance(field, numeric) else TEXT

    def value(self, record: models.Model, name: str) -> Value:
        field = self.record_type.field(name)
        if field is not None and field.many_to_many:
            return "; ".join(link_text(other) for other in getattr(record, name).all())
        value = getattr(record, name)
        if isinstance(value, models.Model):
            return link_text(value)
        if self.kind(name) != TEXT and isinstance(value, int | Decimal | date | None):
            return value
        return self.text(record, name)


def link_text(record: models.Model) -> str:
    """A linked record by its name; with its number where its type is found by nothing
    else."""
    asked = type(record)._default_manager.all()
    is_by_number = getattr(type(asked), "named", None) is RecordQuerySet.named
    return named(record) if is_by_number else str(record)


def own_columns(record_type: RecordType) -> tuple[str, ...]:
    """What a file of the type has by default: all that is entered, so that it can be
    brought in again, and the number that finds each record then."""
    if record_type.is_code_list:
        return record_type.all_fields
    return ("reference", "centre", *record_type.all_fields)
