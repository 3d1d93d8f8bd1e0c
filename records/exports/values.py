"""Records as the values of a file: typed, and written so that they are read back."""

from collections.abc import Callable
from operator import attrgetter

from django.db import models

from records.exports.tables import DAY, NUMBER, TEXT, YEAR, Column, Value
from records.fields import CountryField
from records.form_fields import named
from records.querysets import RecordQuerySet
from records.reading import NUMBERS, Reader
from records.record_types import RecordType
from records.text import written

PLAIN = (models.CharField, models.TextField, models.SlugField)
MOST_NAMES = 10_000  # of linked records in memory


class Values(Reader):
    """Reads records of one type into the cells of a file: days and numbers as such,
    codes by their labels, personal fields in part as on pages."""

    def __init__(self, record_type: RecordType) -> None:
        super().__init__(record_type)
        self.getters: dict[str, Callable[[models.Model], Value]] = {}
        self.names: dict[tuple, str] = {}

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
        return self.getter(name)(record)

    def getter(self, name: str) -> Callable[[models.Model], Value]:
        """What reads the field of a record; found once a column, not once a cell."""
        if name not in self.getters:
            self.getters[name] = self.made_getter(name)
        return self.getters[name]

    def made_getter(self, name: str) -> Callable[[models.Model], Value]:
        field = self.record_type.field(name)
        if field is not None and field.many_to_many:
            return lambda record: "; ".join(
                self.link_text(other) for other in getattr(record, name).all()
            )
        if field is not None and field.many_to_one:
            return lambda record: self.link_text(getattr(record, name))
        if self.kind(name) != TEXT:
            return attrgetter(name)
        is_plain = type(field) in PLAIN and not field.choices
        if is_plain and name not in self.record_type.masked:
            return lambda record: written(getattr(record, name))
        if field is not None and field.choices and not isinstance(field, CountryField):
            labels = self.labels(field)
            return lambda record: self.coded(labels, getattr(record, name))
        return lambda record: self.text(record, name)

    def coded(self, labels: dict[str, str], code) -> str:
        return "" if code in (None, "") else labels.get(code, str(code))

    def link_text(self, record: models.Model | None) -> str:
        """A linked record by its name, read once for each; with its number where its
        type is found by nothing else."""
        if record is None:
            return ""
        key = (type(record), record.pk)
        if key not in self.names:
            if len(self.names) > MOST_NAMES:
                self.names.clear()
            self.names[key] = name_of(record)
        return self.names[key]


def name_of(record: models.Model) -> str:
    asked = type(record)._default_manager.all()
    is_by_number = getattr(type(asked), "named", None) is RecordQuerySet.named
    return named(record) if is_by_number else str(record)


def own_columns(record_type: RecordType) -> tuple[str, ...]:
    """What a file of the type has by default: all that is entered, so that it can be
    brought in again, and the number that finds each record then."""
    if record_type.is_code_list:
        return record_type.all_fields
    return ("reference", "centre", *record_type.all_fields)
