"""A row's cells as the values of a type's fields, by the form field that would take it.

A blank cell says nothing. What is not understood leaves an optional field empty and is
flagged; in a required one it rejects the row. Nothing becomes a default in silence.
"""

from dataclasses import dataclass, field

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from records.record_types import RecordType
from records.spreadsheets import cells, readings
from records.spreadsheets.bands import Dated
from records.spreadsheets.cells import Reading
from records.spreadsheets.headers import Header
from records.spreadsheets.links import Links
from records.spreadsheets.mentions import Target, plain
from records.spreadsheets.reading import Row, Sheet
from records.spreadsheets.readings import Context
from records.spreadsheets.returned import Own
from records.written_values import NotUnderstood

LAST_DAYS = {"starts_on": "ends_on"}  # where one column says from when to when


@dataclass(slots=True)
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
    own: Own | None = None

    @property
    def fingerprint(self) -> tuple:
        """What two rows have in common that say the same: also in words that are not
        understood."""
        said = {
            name: cells.text(self.row.cell(column))
            for column, name in self.header.columns.items()
            if name not in self.values and "__" not in name
        }
        understood = {
            name: value if isinstance(value, Target) else plain(value)
            for name, value in self.values.items()
        }
        return tuple(sorted((said | understood).items(), key=lambda item: item[0]))

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
    means in a column is found out once. `needed` fields cannot stay empty."""

    def __init__(self, record_type: RecordType, fields, links, *, needed) -> None:
        self.record_type = record_type
        self.fields: dict[str, forms.Field] = fields
        self.needed = needed
        self.links: dict[str, Links] = links
        self.known: dict[tuple, Reading] = {}
        self.main_days = [
            name
            for name, form_field in fields.items()
            if isinstance(form_field, forms.DateField) and form_field.required
        ]

    def understand(
        self,
        sheet: Sheet,
        header: Header,
        row: Row,
        dated: Dated,
        own: Own | None = None,
    ) -> Understood:
        found = Understood(sheet.name, row, header, own=own)
        if own and own.problem:
            found.reject(own.field, own.problem)
        for column, name in header.columns.items():
            value = row.cell(column)
            if own and own.record and self.changes_nothing(found, name, value):
                continue
            if "__" in name:
                self.take_detail(found, name, value)
            elif name in self.fields:
                unit = header.units.get(column, "")
                context = Context(dated.year, sheet.epoch, unit, dated.month)
                self.take(found, name, value, context)
                if column in row.copied and name in found.values:
                    found.flag(name, _("It is taken from the row above."))
        if row.is_hidden:
            found.flags.append(_("The row is hidden by a filter, and comes in."))
        for name in found.blanks:
            if name in self.record_type.expected:
                found.flag(name, _("It is empty."))
        for name in self.main_days:
            day = found.values.get(name)
            if day and dated.year and day.year != dated.year:
                told = {"year": day.year, "title": dated.year}
                sentence = _("It is of %(year)d, though the title says %(title)d.")
                found.flag(name, sentence % told)
        return found

    def changes_nothing(self, found: Understood, name: str, value) -> bool:
        """Whether a cell says of the row's own record what is so already, or what no
        file changes: that is told."""
        if found.own.is_said_by(name, value):
            return True
        is_read = name in self.fields and name not in self.record_type.calculated
        if value is None:
            found.flag(name, _("It is empty now; an empty cell changes nothing."))
        elif name == "centre":
            found.reject(name, _("The record is of another centre, and stays there."))
        elif not is_read and "__" not in name:
            found.flag(name, _("It is calculated, and not read."))
        else:
            return False
        return True

    def take(self, found: Understood, name: str, value, context: "Context") -> None:
        form_field = self.fields[name]
        is_text = type(form_field) is forms.CharField
        if value is None or (not is_text and cells.is_nothing(value)):
            found.blanks.append(name)
            return
        if name in self.record_type.masked and "*" in cells.text(value):
            found.flag(name, _("It is shown in part, which says nothing."))
            return
        key = (name, type(value), value, context)
        if key not in self.known:
            self.known[key] = self.reading(name, form_field, value, context)
        reading = self.known[key]
        if reading.value not in (None, "", []):
            found.values[name] = reading.value
        if reading.until:
            self.take_last_day(found, name, reading.until)
        for sentence in reading.notes:
            found.flag(name, sentence)
        for sentence in reading.problems:
            if name in self.needed and name not in found.values:
                found.reject(name, sentence)
            else:
                found.flag(name, sentence + " " + _("It is left out."))

    def take_last_day(self, found: Understood, name: str, until) -> None:
        """The end of several days where they have a field for it, unless a column of
        its own says another; else a flag that they go on."""
        last = LAST_DAYS.get(name)
        if last in self.fields:
            found.values.setdefault(last, until)
        else:
            found.flag(name, readings.first_day_only(until))

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
        if cells.is_unsure(value) and not is_known_word(form_field, value):
            return Reading(problems=[is_unsure(value)])
        try:
            reading = self.understood(name, form_field, value, context)
            if (model_field := self.record_type.field(name)) and name not in self.links:
                model_field.run_validators(reading.value)
            return reading
        except NotUnderstood as error:
            return Reading(problems=[str(error)])
        except ValidationError as error:
            return Reading(problems=[sentence_of(error)])

    def understood(self, name, form_field, value, context) -> "Reading":
        if name in self.links:
            return self.links[name].read(cells.text(value))
        model_field = self.record_type.field(name)
        return readings.read(model_field, form_field, value, context)


def sentence_of(error: ValidationError) -> str:
    return " ".join(error.messages)


def is_error(value) -> str:
    return _("“%(found)s” is an error of the spreadsheet, no value.") % {
        "found": cells.text(value)
    }


def is_known_word(form_field: forms.Field, value) -> bool:
    """Whether a field takes even what is said of something unknown: text, and a word
    of its list, such as 협의."""
    words = getattr(form_field, "words", None)
    if words is not None:
        return words.known(cells.text(value)) is not None
    return type(form_field) is forms.CharField


def is_unsure(value) -> str:
    return _("“%(found)s” says that it is not known.") % {"found": cells.text(value)}
