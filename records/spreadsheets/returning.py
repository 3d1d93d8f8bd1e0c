"""Rejected rows as a workbook, to be put right and brought in again.

Each sheet keeps its name, what stands above its header and the header, so that it is
read as it was; before them a column with the reason and one with the original number,
which are known to say nothing of the record.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO

import xlsxwriter
from django.utils.translation import gettext as _

from records.spreadsheets.corrected import OF_RETURNED
from records.spreadsheets.planning import Plan

FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", "_"))
LONGEST_NAME = 31  # characters of a sheet's name
FORMATS = {
    "day": "yyyy-mm-dd",
    "moment": "yyyy-mm-dd hh:mm",
    "time": "hh:mm",
    "seconds": "[h]:mm",
}
SAFE = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}

Kept = list  # a row's cells as JSON: what JSON has no kind for as {kind: text}


def above_data(plan: Plan) -> list[dict]:
    """The rows of a sheet down to its header, to be given back with those rejected."""
    return [
        {"row": row.number, "cells": as_kept(row.cells)}
        for row in plan.sheet.rows
        if plan.header and row.number <= plan.header.number
    ]


def as_kept(cells: Iterable) -> Kept:
    return [kept_cell(cell) for cell in cells]


def kept_cell(cell):
    match cell:
        case datetime():
            return {"day" if cell.time() == time() else "moment": cell.isoformat()}
        case date():
            return {"day": datetime.combine(cell, time()).isoformat()}
        case time():
            return {"time": cell.isoformat()}
        case timedelta():
            return {"seconds": cell.total_seconds()}
        case Decimal():
            return float(cell)
    return cell


def cell_of(kept):
    match kept:
        case {"time": text}:
            return time.fromisoformat(text)
        case {"seconds": seconds}:
            return timedelta(seconds=seconds)
        case {"day": text} | {"moment": text}:
            return datetime.fromisoformat(text)
    return kept


def workbook(sheets: list[tuple[dict, Iterable]]) -> bytes:
    """Each sheet as the report of its import tells it ("above", "header", "name"), with
    its rejected rows (`ImportRow`s)."""
    content = BytesIO()
    with xlsxwriter.Workbook(content, SAFE) as book:
        styles = {
            kind: book.add_format({"num_format": f}) for kind, f in FORMATS.items()
        }
        styles |= {
            "title": book.add_format({"bold": True, "bottom": 1}),
            "reason": book.add_format({"font_color": "#B3282C"}),
        }
        for told, rows in sheets:
            sheet = book.add_worksheet(free_name(told["name"], book))
            write_sheet(sheet, told, rows, styles)
    return content.getvalue()


def write_sheet(sheet, told: dict, rows: Iterable, styles: dict) -> None:
    header = told["header"]
    sheet.set_column(0, 0, 60)
    sheet.set_column(1, 1, 8)
    sheet.set_column(2, 60, 16)
    sheet.freeze_panes(header, 2)
    for row in told["above"]:
        write_cells(sheet, row["row"] - 1, row["cells"], styles)
        if row["row"] == header:
            sheet.set_row(header - 1, None, styles["title"])
            for column, title in enumerate(OF_RETURNED):
                sheet.write_string(header - 1, column, _(title))
    for number, row in enumerate(rows, start=header):
        sheet.write_string(number, 0, row.reason, styles["reason"])
        sheet.write_number(number, 1, row.row)
        write_cells(sheet, number, row.cells, styles)


def write_cells(sheet, number: int, cells: Kept, styles: dict) -> None:
    """Text stays text, also what begins with =; a day before 1900 is text too."""
    for column, kept in enumerate(cells, start=2):
        cell = cell_of(kept)
        if isinstance(kept, dict) and not is_too_early(cell):
            sheet.write_datetime(number, column, cell, styles[next(iter(kept))])
        elif isinstance(kept, dict):
            sheet.write_string(number, column, f"{cell:%Y-%m-%d}")
        elif isinstance(cell, str):
            sheet.write_string(number, column, cell)
        elif cell is not None:
            sheet.write(number, column, cell)


def is_too_early(cell) -> bool:
    return isinstance(cell, datetime) and cell.year < 1900


def free_name(name: str, book) -> str:
    """The name as Excel allows it, told from those of earlier sheets."""
    name = name.translate(FORBIDDEN).strip("'")[:LONGEST_NAME] or "1"
    taken = {sheet.get_name().casefold() for sheet in book.worksheets()}
    numbered = (f"{name[: LONGEST_NAME - 5]} ({n})" for n in range(2, len(taken) + 3))
    return next(free for free in (name, *numbered) if free.casefold() not in taken)
