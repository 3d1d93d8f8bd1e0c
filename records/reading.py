"""Records as people read them: the text of a field, the cells of a table.

Labels are read once a table, so no cell asks the database.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType

from django.db import models
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from records.countries import country_name
from records.fields import CodesField, CountriesField, CountryField
from records.money import won_text
from records.record_types import RecordType, has_type
from records.sorting import Heading
from records.text import written

CALCULATED_LABELS = {
    "reference": gettext_lazy("reference"),
    "minutes": gettext_lazy("minutes"),
    "measured": gettext_lazy("measured"),
}


NUMBERS = frozenset({"minutes", "measured"})
LONGEST_SHOWN = 160  # characters of a cell
# Said to be safe, or each cell would have its own escaped.
LEAD, LEAD_DAY, BLANK, NUMBER, DAY, NO_LOOK = map(
    mark_safe, ("lead", "lead text-nowrap", "blank", "number", "text-nowrap", "")
)


@dataclass(frozen=True)
class Cell:
    """`title` is the exact value where the text is a rounded one, and the whole of a
    long one. `is_lead`: the first of its row, which leads to the record."""

    text: str
    url: str = ""
    is_number: bool = False
    is_day: bool = False
    title: str = ""
    is_lead: bool = False

    @property
    def whole(self) -> str:
        return self.title or (self.text if len(self.text) > LONGEST_SHOWN else "")

    @property
    def shown(self) -> str:
        if self.url or len(self.text) <= LONGEST_SHOWN:
            return self.text
        return Truncator(self.text).chars(LONGEST_SHOWN)

    @property
    def look(self) -> str:
        """The classes of its place in a table."""
        if self.is_lead:
            return LEAD_DAY if self.is_day else LEAD
        if not self.text:
            return BLANK
        if self.is_number:
            return NUMBER
        return DAY if self.is_day else NO_LOOK

    def leading_to(self, record: models.Model, url: str) -> "Cell":
        """The same as the first cell of the record's row; never without a text."""
        text = self.text or getattr(record, "reference", "") or "–"
        return replace(self, text=text, url=url, is_lead=True)


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
        if field is not None and (field.many_to_many or field.choices):
            return Cell(self.text(record, name))
        value = getattr(record, name)
        if isinstance(value, models.Model) and has_type(type(value)):
            return Cell(str(value), url=value.get_absolute_url())
        if isinstance(value, date):
            return Cell(written(value), is_day=True)
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            return Cell(self.text(record, name))
        return number_cell(name, value)


def number_cell(name: str, value: int | Decimal) -> Cell:
    """Won in 억 and 만 with the exact value beside it; a year without commas."""
    if name == "year":
        return Cell(str(value), is_number=True)
    exact = f"{value:,}"
    if "." in exact:
        exact = exact.rstrip("0").rstrip(".")
    if name.endswith("_krw"):
        return Cell(won_text(value), is_number=True, title=exact)
    return Cell(exact, is_number=True)


@dataclass(frozen=True)
class Row:
    record: models.Model
    url: str
    cells: list[tuple["Header", Cell]]


@dataclass(frozen=True)
class Header:
    """`heading` leads to the list in the column's order, where there is such a list."""

    text: str
    is_number: bool
    heading: Heading | None


class Table:
    """A list of records under declared columns; the first leads to the record."""

    def __init__(
        self,
        record_type: RecordType,
        records: Iterable,
        columns: tuple[str, ...],
        headings: Mapping[str, Heading] = MappingProxyType({}),
    ) -> None:
        self.reader = Reader(record_type)
        self.records = records
        self.columns = columns
        self.headings = headings

    @cached_property
    def headers(self) -> list[Header]:
        return [
            Header(
                # Found in its language and escaped once, not once a cell.
                conditional_escape(str(self.reader.header(name))),
                self.is_number(name),
                self.headings.get(name),
            )
            for name in self.columns
        ]

    def is_number(self, name: str) -> bool:
        field = self.reader.record_type.field(name)
        if field is None:
            return name in NUMBERS
        is_numeric = isinstance(
            field, models.IntegerField | models.DecimalField | models.GeneratedField
        )
        return is_numeric and not field.choices

    @cached_property
    def rows(self) -> list[Row]:
        return [self.row(record) for record in self.records]

    def address(self, record: models.Model) -> str:
        return record.get_absolute_url()

    def row(self, record: models.Model) -> Row:
        url = self.address(record)
        first, *others = (self.reader.cell(record, name) for name in self.columns)
        cells = [first.leading_to(record, url), *others]
        return Row(record, url, list(zip(self.headers, cells, strict=True)))


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
