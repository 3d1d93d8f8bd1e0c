"""A blank workbook of a type: its columns, their lists and rules, and examples."""

from contextlib import ExitStack
from datetime import date
from tempfile import TemporaryFile
from typing import IO

import xlsxwriter
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from accounts.models import User
from records.exports.examples import Asked, columns_of, row_of
from records.exports.tables import DAY, NUMBER, YEAR
from records.exports.workbooks import (
    NOT_READ,
    WIDEST,
    Formats,
    put,
    sheet_name,
    width,
    writable,
)
from records.record_types import RecordType

ROWS = 5000  # rows under the header that have drop-downs and rules
LONGEST_TITLE, LONGEST_MESSAGE = 32, 255  # of what a spreadsheet shows beside a cell
GUIDE_HEADER = 3  # the row of the titles on the sheet of examples, from 0
EXAMPLE = GUIDE_HEADER + 2


def template_of(record_type: RecordType, user: User) -> IO[bytes]:
    """The whole workbook, in a file that is gone when closed."""
    columns = columns_of(record_type, user)
    with ExitStack() as stack:
        file = stack.enter_context(TemporaryFile())
        book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_urls": False})
        formats = Formats(book)
        title = str(capfirst(record_type.label_plural))
        blank = book.add_worksheet(sheet_name(title, 1))
        guide = book.add_worksheet(_("Example"))
        write_blank(blank, columns, formats, lists_of(book, columns))
        write_guide(guide, columns, formats, row_of(record_type, columns, user))
        book.close()
        file.seek(0)
        stack.pop_all()
        return file


def lists_of(book: xlsxwriter.Workbook, columns: list[Asked]) -> dict[str, str]:
    """The lists of the columns, on a hidden sheet; where each of them stands there."""
    name = _("Lists")
    sheet = book.add_worksheet(name)
    sheet.hide()
    places = {}
    for column in columns:
        if not column.labels:
            continue
        at = len(places)
        letters = xlsxwriter.utility.xl_col_to_name(at)
        for row, label in enumerate(column.labels):
            sheet.write_string(row, at, label)
        places[column.name] = f"='{name}'!${letters}$1:${letters}${len(column.labels)}"
    return places


def write_blank(sheet, columns: list[Asked], formats: Formats, lists) -> None:
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, width_of(column), look_of(column, formats))
        sheet.write_string(0, place, marked(column), header_look(column, formats))
        rule = rule_of(column, lists) | {
            "input_title": column.title[:LONGEST_TITLE],
            "input_message": column.accepts[:LONGEST_MESSAGE],
        }
        sheet.data_validation(1, place, ROWS, place, rule)


def rule_of(column: Asked, lists: dict[str, str]) -> dict:
    """What the spreadsheet asks of a cell. It warns and lets pass: files are read by
    more ways of writing than a spreadsheet knows."""
    warning = {"error_type": "warning", "ignore_blank": True}
    if column.name in lists:
        # In a column for several, a list helps to choose the first one.
        chosen = {"validate": "list", "source": lists[column.name]}
        return warning | chosen | {"show_error": column.is_list}
    if column.kind == DAY:
        days = {"minimum": date(1900, 1, 1), "maximum": date(2199, 12, 31)}
        return warning | {"validate": "date", "criteria": "between"} | days
    if column.kind in (NUMBER, YEAR):
        return warning | {"validate": "decimal", "criteria": ">=", "value": 0}
    return {"validate": "any"}


def write_guide(sheet, columns: list[Asked], formats: Formats, example) -> None:
    """Titles, what each column accepts, and a row to copy."""
    sheet.freeze_panes(GUIDE_HEADER + 1, 0)
    sheet.write_string(0, 0, str(NOT_READ), formats.strong)
    sheet.write_string(
        1,
        0,
        _(
            "Columns marked with * are needed in every row. The last row is an "
            "example: copied into the first sheet, it can be brought in."
        ),
        formats.text,
    )
    for place, column in enumerate(columns):
        sheet.set_column(place, place, max(width_of(column), 24))
        look = header_look(column, formats)
        sheet.write_string(GUIDE_HEADER, place, marked(column), look)
        text = writable(column.accepts)
        sheet.write_string(GUIDE_HEADER + 1, place, text, formats.wrapped)
        if (value := example.get(column.name)) is not None:
            look = formats.of(column.kind, value)
            put(sheet, EXAMPLE, place, value, look)


def marked(column: Asked) -> str:
    return f"{column.title} *" if column.is_required else column.title


def header_look(column: Asked, formats: Formats):
    return formats.required if column.is_required else formats.header


def look_of(column: Asked, formats: Formats):
    """Text stays as it is typed: "3/5" is no day, "007" no seven."""
    if column.kind == DAY:
        return formats.day
    if column.kind == YEAR:
        return formats.year
    return formats.whole if column.kind == NUMBER else formats.as_text


def width_of(column: Asked) -> int:
    longest = max(map(width, column.labels), default=0)
    return min(max(width(marked(column)) + 2, longest + 2, 12), WIDEST)
