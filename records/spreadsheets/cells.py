"""What stands in a cell, as a day, a number of minutes, a number or text.

A cell's own kinds (a workbook's dates, times, floats, error marks) are known here; text
is read by `records.written_values`, as in forms. What is not understood raises its
NotUnderstood.
"""

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from openpyxl.utils.datetime import WINDOWS_EPOCH, from_excel

from records import written_values
from records.text import tidy
from records.written_values import NotUnderstood, days, durations, numbers

SERIALS = range(
    15_000, 80_000
)  # days since 1900 (or 1904) that Excel stores: 1941–2119

NO_VALUE = "#FORMULA!"  # a formula that was stored without its value
ERRORS = frozenset(
    ("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", NO_VALUE)
)
NOTHING = frozenset(("", "-", "--", "---", "–", "—", "―", "ㅡ"))

YES = frozenset(("y", "yes", "true", "1", "o", "○", "●", "✓", "v", "예", "네"))
NO = frozenset(("n", "no", "false", "0", "x", "×", "아니오", "아니요"))


@dataclass
class Reading:
    """What a cell means; `problems`: what in it is not understood; `notes`: what is,
    but a person should look at; `until`: the last of several days."""

    value: Any = None
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    until: date | None = None


def text(value) -> str:
    """A cell as text; a number without the ".0" that spreadsheets add."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return (
            f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
        )
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return tidy(str(value))


def is_nothing(value) -> bool:
    """Whether the cell is blank or holds only a dash."""
    return value is None or text(value) in NOTHING


def is_unsure(value) -> bool:
    """Whether somebody wrote that it was not known: 확인필요, 미정, ?"""
    return isinstance(value, str) and written_values.is_unsure(value)


def day(
    value,
    *,
    year: int | None = None,
    month: int | None = None,
    epoch: datetime = WINDOWS_EPOCH,
) -> date:
    """The day of a cell. `year` and `month` are those a title gives to days without."""
    if isinstance(value, datetime):
        return days.possible(text(value), value.year, value.month, value.day)
    if isinstance(value, date):
        return value
    if isinstance(value, float) and int(value) in SERIALS:
        return from_excel(value, epoch).date()
    written = written_values.plain(text(value))
    if re.fullmatch(r"\d{5}", written) and int(written) in SERIALS:
        return from_excel(int(written), epoch).date()
    return days.read(text(value), year=year, month=month)


def is_year_last(value) -> bool:
    """Whether a day is written in an order that a person should confirm."""
    return isinstance(value, str) and days.is_year_last(value)


def minutes(value) -> int:
    """A duration in whole minutes."""
    if isinstance(value, timedelta):
        return durations.whole(Decimal(value.total_seconds()) / 60, text(value))
    if isinstance(value, time):
        return value.hour * 60 + value.minute
    if isinstance(value, datetime):
        raise durations.no_duration(text(value))
    return durations.read(text(value))


def number(value) -> Decimal:
    """A number, with or without thousands commas and a counting word."""
    return numbers.read(number_text(value))


def number_text(value) -> str:
    if isinstance(value, bool | datetime | date | time):
        raise numbers.no_number(text(value))
    return text(value)


def whole_number(value) -> int:
    found = number(value)
    if found != found.to_integral_value():
        raise numbers.no_number(text(value))
    return int(found)


def yes_or_no(value) -> bool:
    if isinstance(value, bool):
        return value
    written = written_values.plain(text(value))
    if written in YES or written in NO:
        return written in YES
    raise NotUnderstood(
        _("“%(found)s” is neither yes nor no.") % {"found": text(value)}
    )
