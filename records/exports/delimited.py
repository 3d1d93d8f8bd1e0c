"""CSV as Excel opens it: UTF-8 with BOM, streamed, formulas defused."""

import csv
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from records.exports.tables import Table, Value

BOM = "\ufeff"
# What a spreadsheet would run, also full-width; OWASP, "CSV Injection".
FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


class Echo:
    def write(self, line: str) -> str:
        return line


def lines_of(table: Table) -> Iterator[str]:
    """The file, line by line; a last line says so when it breaks off."""
    writer = csv.writer(Echo())
    yield BOM
    try:
        yield writer.writerow([defused(column.title) for column in table.columns])
        for row in table.rows:
            yield writer.writerow([written(value) for value in row])
    except Exception:
        yield writer.writerow([_("The export broke off here: it is not complete.")])
        raise


def written(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return defused(value)
    if isinstance(value, Decimal):
        text = f"{value:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    return value.isoformat() if isinstance(value, date) else str(value)


def defused(text: str) -> str:
    """Text that a spreadsheet would run as a formula, made plain text."""
    return f"'{text}" if FORMULA.match(text) else text


def restored(text: str) -> str:
    """What `defused` was given."""
    is_defused = text.startswith("'") and FORMULA.match(text)
    return text[1:] if is_defused else text
