"""A row's cells as the values of a type's fields, by the form field that would take it.

A blank cell says nothing. What is not understood leaves an optional field empty and is
flagged; in a required one it rejects the row. Nothing becomes a default in silence.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from records import form_fields
from records.spreadsheets import cells
from records.spreadsheets.cells import NotUnderstood, Reading
from records.spreadsheets.headers import Header
from records.spreadsheets.links import Links, Mention, Target, plain
from records.spreadsheets.reading import Row, Sheet


@dataclass
class Understood:
    """What one row says: `values` by field; `flags` a person should look at; `errors`
    that keep it out; `details` of linked records, by link and by their field."""

    sheet: str
    row: Row
    header: Header
    values: dict = field(default_factory=dict)
    details: dict[str, dict[str, str]] = field(default_factory=dict)
    flags: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    blanks: list[str] = field(default_factory=list)

    @property
    def fingerprint(self) -> tuple:
        """What two rows have in common that say the same."""
        return tuple(
            (name, plain(value)) for name, value in sorted(self.values.items())
        )

    @property
    def targets(self) -> list[Target]:
        return [value for value in self.values.values() if isinstance(value, Target)]

    def flag(self, field: str, sentence: str) -> None:
        self.flags.append(f"{self.header.title(field)}: {sentence}")

    def reject(self, field: str, sentence: str) -> None:
        column = _("column “%(column)s”: %(sentence)s")
        title = self.header.title(field)
        self.errors.append(
            self.located(column % {"column": title, "sentence": sentence})
        )

    def located(self, sentence: str) -> str:
        return _("Sheet “%(sheet)s”, row %(row)d, %(sentence)s") % {
            "sheet": self.sheet,
            "row": self.row.number,
            "sentence": sentence,
        }


class Reader:
    """Reads rows for one type by the fields of one of its forms; what the same text
    means in a column is found out once."""

    def __init__(self, fields: dict[str, forms.Field], links: dict[str, Links]) -> None:
        self.fields = fields
        self.links = links
        self.known: dict[tuple, object] = {}

    def understand(self, sheet: Sheet, header: Header, row: Row, year) -> Understood:
        found = Understood(sheet.name, row, header)
        for column, name in header.columns.items():
            value = row.cell(column)
            if "__" in name:
                self.take_detail(found, name, value)
            elif name in self.fields:
                self.take(found, name, value, Context(year, sheet.epoch))
        return found

    def take(self, found: Understood, name: str, value, context: "Context") -> None:
        form_field = self.fields[name]
        is_text = type(form_field) is forms.CharField
        if value is None or (not is_text and cells.is_nothing(value)):
            found.blanks.append(name)
            return
        key = (name, type(value), value, context.year)
        if key not in self.known:
            self.known[key] = self.reading(name, form_field, value, context)
        reading = self.known[key]
        if reading.value not in (None, "", []):
            found.values[name] = reading.value
        for sentence in reading.problems:
            if form_field.required and name not in found.values:
                found.reject(name, sentence)
            else:
                found.flag(name, sentence)

    def take_detail(self, found: Understood, name: str, value) -> None:
        link, _separator, detail = name.partition("__")
        if link not in self.links or cells.is_nothing(value):
            return
        try:
            text = self.links[link].detail(detail, cells.text(value))
        except ValidationError as error:
            found.flag(name, sentence_of(error))
        else:
            found.details.setdefault(link, {})[detail] = text

    def reading(self, name, form_field, value, context) -> "Reading":
        if cells.text(value) in cells.ERRORS:
            return Reading(problems=[is_error(value)])
        try:
            return self.read(name, form_field, value, context)
        except NotUnderstood as error:
            return Reading(problems=[str(error)])
        except ValidationError as error:
            return Reading(problems=[sentence_of(error)])

    def read(self, name, form_field, value, context) -> "Reading":
        if name in self.links:
            parts = [cells.text(value)]
            if isinstance(form_field, form_fields.RelatedManyField):
                return self.links[name].several(parts[0])
            return Reading(Mention(parts[0]))
        if isinstance(form_field, form_fields.CodesField):
            return several_codes(form_field, cells.text(value))
        for kind, read in READERS:
            if isinstance(form_field, kind):
                return Reading(form_field.clean(read(value, context)))
        return Reading(form_field.clean(cells.text(value)))


@dataclass(frozen=True)
class Context:
    """What the surroundings of a cell say: the year of a title, where days begin."""

    year: int | None
    epoch: object


READERS: tuple[tuple[type, Callable], ...] = (
    (forms.DateField, lambda value, c: cells.day(value, year=c.year, epoch=c.epoch)),
    (form_fields.MinutesField, lambda value, c: cells.minutes(value)),
    (forms.DecimalField, lambda value, c: cells.number(value)),
    (form_fields.CodeField, lambda value, c: cells.text(value)),
    (forms.IntegerField, lambda value, c: cells.whole_number(value)),
    (forms.BooleanField, lambda value, c: cells.yes_or_no(value)),
)


def several_codes(form_field: form_fields.CodesField, text: str) -> Reading:
    """The codes of a cell that names one or several; the unknown ones are problems."""
    reading = Reading([])
    for word in form_field.words.split(text):
        code = form_field.words.code_of(word)
        try:
            reading.value += [c for c in form_field.clean([code]) if c]
        except ValidationError as error:
            reading.problems.append(sentence_of(error))
    reading.value = list(dict.fromkeys(reading.value))
    return reading


def sentence_of(error: ValidationError) -> str:
    return " ".join(error.messages)


def is_error(value) -> str:
    return _("“%(found)s” is an error of the spreadsheet, no value.") % {
        "found": cells.text(value)
    }
