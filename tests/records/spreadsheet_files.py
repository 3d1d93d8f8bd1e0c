"""Small spreadsheets for tests: rows of cells into .xlsx and .csv files."""

import csv
from pathlib import Path

import openpyxl


def make_xlsx(path: Path, *sheets: list, names=()) -> Path:
    """A workbook with one sheet for each list of rows."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets):
        name = names[number] if number < len(names) else f"Sheet{number + 1}"
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def make_csv(path: Path, rows: list, *, encoding: str = "utf-8") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows(rows)
    return path
