"""A cell as the value of a form field, with what a person should look at.

An approximate number, the first day of several and a place taken for its country come
in with a note. What is not understood is a problem, and never a value.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django import forms
from django.db import models
from django.utils.translation import gettext as _

from records import form_fields, written_fields
from records.spreadsheets import cells
from records.spreadsheets.cells import Reading
from records.text import fold
from records.words import Words, without_others
from records.written_values import amounts, approximations, counts, days, durations

MOST_NAMED = 15  # labels of a list that a sentence names
LOST_ZERO = re.compile(r"\d{1,2}\.[123]")  # 3.1 as a number: 3.1 or 3.10


@dataclass(frozen=True)
class Context:
    """What the surroundings of a cell say: the year and the month of a title, where
    days begin, the unit of its column ("백만원", "시간")."""

    year: int | None
    epoch: datetime
    unit: str = ""
    month: int | None = None


def read(model_field: models.Field | None, form_field, value, context) -> Reading:
    """What a cell means in the form field that would take it; `model_field` is what
    that fills. Raises NotUnderstood, ValidationError."""
    if isinstance(form_field, form_fields.CodesField):
        return several_codes(form_field, cells.text(value))
    if isinstance(form_field, form_fields.CodeField):
        return one_code(form_field, cells.text(value))
    for kind, reader in READERS:
        if isinstance(form_field, kind):
            word = word_for(model_field, value)
            reading = Reading(word) if word is not None else reader(value, context)
            reading.value = form_field.clean(reading.value)
            return reading
    return Reading(form_field.clean(cells.text(value)))


def word_for(model_field: models.Field | None, value) -> int | None:
    """The number that a model says is meant by a word (`SATISFACTION_WORDS`)."""
    if model_field is None:
        return None
    words = getattr(model_field.model, f"{model_field.name.upper()}_WORDS", {})
    return {fold(word): number for word, number in words.items()}.get(
        fold(cells.text(value))
    )


def day(value, context: Context) -> Reading:
    """A day, or the first of several: `until` is then the last."""
    if isinstance(value, float) and LOST_ZERO.fullmatch(str(value)):
        raise days.two_days(str(value))
    if isinstance(value, str):
        several = days.read_range(value, year=context.year, month=context.month)
        if several:
            return Reading(several[0], until=several[1])
    found = cells.day(
        value, year=context.year, month=context.month, epoch=context.epoch
    )
    reading = Reading(found)
    if cells.is_year_last(value):
        reading.notes.append(_("It is read as %s.") % found)
    if isinstance(value, str) and days.is_other_weekday(value, found):
        told = {"found": value, "day": found}
        sentence = _("“%(found)s” names another day of the week than %(day)s is.")
        reading.notes.append(sentence % told)
    return reading


def minutes(value, context: Context) -> Reading:
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return Reading(durations.read(cells.text(value), unit=context.unit))
    return Reading(cells.minutes(value))


def amount(value, context: Context) -> Reading:
    found = cells.number_text(value)
    bare, is_about = approximations.exact(found)
    reading = Reading(amounts.read_not_negative(bare, unit=context.unit))
    return noted(reading, found, is_about)


def number(value, _context: Context) -> Reading:
    found = cells.number_text(value)
    bare, is_about = approximations.exact(found)
    return noted(Reading(cells.number(bare)), found, is_about)


def whole_number(value, _context: Context) -> Reading:
    """A count: also one of people, told by who leads them or in groups."""
    found = cells.number_text(value)
    bare, is_about = approximations.exact(found)
    people = counts.read(bare)
    if people is None:
        return noted(Reading(cells.whole_number(bare)), found, is_about)
    count, is_sum = people
    return noted(Reading(count), found, is_about or is_sum)


def noted(reading: Reading, found: str, is_to_be_said: bool) -> Reading:
    """The reading, with what was taken for it where that is worth a look."""
    if is_to_be_said:
        value = reading.value
        told = {"found": found, "number": f"{Decimal(value):,f}"}
        reading.notes.append(_("“%(found)s” is taken as %(number)s.") % told)
    return reading


def yes_or_no(value, _context: Context) -> Reading:
    return Reading(cells.yes_or_no(value))


READERS: tuple[tuple[type, Callable[..., Reading]], ...] = (
    (forms.DateField, day),
    (written_fields.MinutesField, minutes),
    (written_fields.AmountField, amount),
    (forms.DecimalField, number),
    (forms.IntegerField, whole_number),
    (forms.BooleanField, yes_or_no),
)


def several_codes(form_field: form_fields.CodesField, text: str) -> Reading:
    """The codes of a cell that names one or several."""
    reading = Reading([])
    words = form_field.words
    named, others = (text, "") if words.is_known(text) else without_others(text)
    if others:
        told = {"found": text}
        reading.notes.append(_("“%(found)s” does not name all that it is of.") % told)
    for word in words.split(named):
        code = take_code(reading, form_field, word)
        if code and code not in reading.value:
            reading.value.append(code)
    return reading


def one_code(form_field: form_fields.CodeField, text: str) -> Reading:
    reading = Reading()
    code = take_code(reading, form_field, text)
    reading.value = form_field.clean(code) if code else None
    return reading


def take_code(reading: Reading, form_field, word: str) -> str | None:
    words = form_field.words
    code = words.known(word)
    if code is None:
        reading.problems.append(unknown_word(words, word))
    elif words.is_place(word):
        reading.notes.append(
            _("“%(word)s” is taken for %(country)s.")
            % {"word": word, "country": dict(words.choices())[code]}
        )
    return code


def unknown_word(words: Words, word: str) -> str:
    if words.is_region(word):
        return _("“%(found)s” is a region, not a country.") % {"found": word}
    labels = [str(label) for _code, label in words.choices()]
    if len(labels) > MOST_NAMED:
        return _("“%(found)s” is not in the list.") % {"found": word}
    return _("“%(found)s” is not in the list: %(labels)s.") % {
        "found": word,
        "labels": ", ".join(labels),
    }


def first_day_only(until: date) -> str:
    """Said where the last of several days has no field of its own."""
    return _("It goes on until %s; the first day is taken.") % until
