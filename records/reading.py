"""Records as people read them: the text of a field, the cells of a table.

Labels are read once a table, so no cell asks the database.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from records.countries import country_name
from records.fields import CodesField, CountriesField, CountryField
from records.record_types import RecordType, has_type
from records.text import written

CALCULATED_LABELS = {
    "reference": gettext_lazy("reference"),
    "minutes": gettext_lazy("minutes"),
    "measured": gettext_lazy("measured"),
}


@dataclass(frozen=True)
class Cell:
    text: str
    url: str = ""
    is_number: bool = False


class Reader:
    """Reads records of one type into text."""

    def __init__(self, record_type: RecordType) -> None:
        self.record_type = record_type
        self._labels: dict[str, dict[str, str]] = {}

    def header(self, name: str) -> str:
        field = self.record_type.field(name)
        return capfirst(field.verbose_name if field else CALCULATED_LABELS[name])

    def text(self, record: models.Model, name: str) -> str:
        """The field as text; personal fields in part."""
        field = self.record_type.field(name)
        if field is not None and field.many_to_many:
            return "; ".join(str(other) for other in getattr(record, name).all())
        value = getattr(record, name)
        if name in self.record_type.masked:
            return masked(value)
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if isinstance(value, list):
            return "; ".join(self.label(field, code) for code in value)
        if isinstance(field, CountryField):
            return country_name(value)
        if field is not None and field.choices:
            return self.label(field, value)
        if isinstance(value, models.Model):
            return str(value)
        return written(value)

    def label(self, field: models.Field, code) -> str:
        if code in (None, ""):
            return ""
        if isinstance(field, CountriesField):
            return country_name(code)
        return self.labels(field).get(code, str(code))

    def labels(self, field: models.Field) -> dict[str, str]:
        if field.name not in self._labels:
            choices = field.code_choices() if isinstance(field, CodesField) else ()
            self._labels[field.name] = {
                code: str(label) for code, label in (field.choices or choices)
            }
        return self._labels[field.name]

    def cell(self, record: models.Model, name: str) -> Cell:
        field = self.record_type.field(name)
        value = (
            None if field is not None and field.many_to_many else getattr(record, name)
        )
        url = ""
        if isinstance(value, models.Model) and has_type(type(value)):
            url = value.get_absolute_url()
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        is_number = is_number and not (field is not None and field.choices)
        text = self.text(record, name)
        if is_number and name != "year":
            text = f"{value:,}"
        return Cell(text, url, is_number)


@dataclass(frozen=True)
class Row:
    record: models.Model
    url: str
    cells: list[Cell]


class Table:
    """A list of records under declared columns; the first leads to the record."""

    def __init__(
        self, record_type: RecordType, records: Iterable, columns: tuple[str, ...]
    ) -> None:
        self.reader = Reader(record_type)
        self.records = records
        self.columns = columns

    @cached_property
    def headers(self) -> list[str]:
        return [self.reader.header(name) for name in self.columns]

    @cached_property
    def rows(self) -> list[Row]:
        return [
            Row(
                record,
                record.get_absolute_url(),
                [self.reader.cell(record, name) for name in self.columns],
            )
            for record in self.records
        ]


def masked(value: str) -> str:
    """Personal data in part: ho***@x.kr, 010-1234-****, 홍*동."""
    if not value:
        return ""
    if "@" in value:
        name, _at, host = value.partition("@")
        return f"{name[:2]}***@{host}"
    if sum(character.isdigit() for character in value) >= 7:
        return f"{value[:-4]}****"
    return value[0] + "*" * max(len(value) - 2, 1) + value[2:][-1:]
