"""A page of rows of an import as a table that people read."""

from dataclasses import dataclass

from django import forms
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from records import record_types
from records.import_row_pages import outcome_label
from records.imports import Import, ImportRow
from records.reading import masked
from records.spreadsheets.desks import Desk

VALUES_SHOWN = 5


@dataclass(frozen=True)
class Line:
    """A row as it is read on the page; `cells` are pairs of a column and its text."""

    row: ImportRow
    outcome: str
    cells: list[tuple[str, str]]
    url: str
    copy_url: str


class Table:
    """A page of rows under the columns that most of them fill. Texts are those of
    forms: labels, not codes; personal ones in part."""

    def __init__(self, rows: list[ImportRow], one: Import) -> None:
        self.one = one
        self.types = {slug: Type(slug) for slug in {row.type_slug for row in rows}}
        names: dict[str, str] = {}
        for row in rows:
            for name in self.types[row.type_slug].in_order(row.values):
                names.setdefault(name, self.types[row.type_slug].label(name))
        shown = list(names)[:VALUES_SHOWN]
        self.headers = [names[name] for name in shown]
        self.has_words = any(row.reason or row.flags or row.changes for row in rows)
        self.has_values = bool(shown)
        self.lines = [self.line(row, shown) for row in rows]

    def line(self, row: ImportRow, shown: list[str]) -> Line:
        kind = self.types[row.type_slug]
        texts = [kind.text(name, row.values.get(name)) for name in shown]
        url = ""
        if row.record_pk:
            url = reverse("record-detail", args=(row.type_slug, row.record_pk))
        return Line(
            row=row,
            outcome=outcome_label(row.outcome),
            cells=list(zip(self.headers, texts, strict=True)),
            url=url,
            copy_url=self.address_of(*row.copy_of) if row.copy_of else "",
        )

    def address_of(self, sheet: str, number: int) -> str:
        query = urlencode({"sheet": sheet, "row": number})
        return f"{self.one.get_absolute_url()}?{query}"


class Type:
    """What the rows of one type are read by."""

    def __init__(self, slug: str) -> None:
        known = any(slug == each.slug for each in record_types.all_types())
        self.record_type = record_types.get(slug) if known else None
        self.fields: dict[str, forms.Field] = {}
        if self.record_type:
            self.fields = Desk.of_nobody(self.record_type).fields
        self.labels: dict[str, dict] = {}

    def in_order(self, values: dict) -> list[str]:
        said = [name for name, value in values.items() if value not in (None, "", [])]
        return [name for name in self.fields if name in said]

    def label(self, name: str) -> str:
        return capfirst(self.fields[name].label)

    def text(self, name: str, value) -> str:
        if value in (None, "", []):
            return ""
        if self.record_type and name in self.record_type.masked:
            return masked(str(value))
        if isinstance(value, list):
            return ", ".join(self.text(name, item) for item in value)
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        return str(self.choices(name).get(value, value))

    def choices(self, name: str) -> dict:
        if name not in self.labels:
            field = self.fields.get(name)
            words = getattr(field, "words", None)
            found = words.choices() if words else getattr(field, "choices", ())
            is_linked = hasattr(field, "candidates")
            self.labels[name] = {} if is_linked else dict(found)
        return self.labels[name]
