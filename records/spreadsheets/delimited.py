"""CSV: text in UTF-8 (with or without BOM) or CP949, as Korean Excel saves it."""

import csv
import io
import re

from django.utils.translation import gettext as _

from records.exports.delimited import restored
from records.spreadsheets.reading import (
    Row,
    Sheet,
    UnusableFile,
    refuse_large,
)

ENCODINGS = ("utf-8-sig", "cp949")
DELIMITERS = ",\t;"
CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f]")


def sheet_of(name: str, data: bytes) -> Sheet:
    """The one sheet of a CSV. Every cell is text; rows are numbered as a spreadsheet
    shows them, however many lines a cell has. Raises UnusableFile."""
    text = decoded(name, data)
    rows, cells = [], 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text))
    try:
        for number, values in enumerate(reader, start=1):
            found = [restored(value) if value.strip() else None for value in values]
            while found and found[-1] is None:
                found.pop()
            cells += len(found)
            refuse_large(name, rows=number, columns=len(found), cells=cells)
            rows.append(Row(number, tuple(found)))
    except csv.Error as error:
        raise UnusableFile(
            _("“%(name)s” cannot be read as CSV: %(error)s.")
            % {"name": name, "error": error}
        ) from error
    return Sheet(name, rows)


def decoded(name: str, data: bytes) -> str:
    for encoding in ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not CONTROL.search(text[:100_000]):
            return text
    raise UnusableFile(
        _("“%(name)s” is no text in UTF-8 or CP949 (EUC-KR).") % {"name": name}
    )


def delimiter(text: str) -> str:
    """Whichever of comma, tab and semicolon the first lines hold most of."""
    start = text[:5000]
    return max(DELIMITERS, key=start.count)
