"""Small spreadsheets for tests: rows of cells into files of every kind."""

import csv
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl
import xlwt


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


def make_xls(path: Path, rows: list) -> Path:
    """A workbook of Excel 97–2003 with one sheet."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Sheet1")
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None:
                sheet.write(number, column, value)
    book.save(str(path))
    return path


def make_ods(path: Path, *sheets: list, hidden=()) -> Path:
    """An OpenDocument workbook; the sheets of these numbers are hidden."""
    tables = "".join(
        f'<table:table table:name="Sheet{number}" table:style-name="'
        f'{"off" if number in hidden else "on"}">{"".join(map(ods_row, rows))}'
        "</table:table>"
        for number, rows in enumerate(sheets, start=1)
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("content.xml", ODS.format(tables=tables))
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return path


def ods_row(row: list) -> str:
    return f"<table:table-row>{''.join(map(ods_cell, row))}</table:table-row>"


def ods_cell(value) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    text = f"<text:p>{escape(value)}</text:p>"
    return f'<table:table-cell office:value-type="string">{text}</table:table-cell>'


ODS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content office:version="1.2"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
<office:automatic-styles>
<style:style style:name="on" style:family="table">
<style:table-properties table:display="true"/></style:style>
<style:style style:name="off" style:family="table">
<style:table-properties table:display="false"/></style:style>
</office:automatic-styles>
<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>
</office:document-content>"""
