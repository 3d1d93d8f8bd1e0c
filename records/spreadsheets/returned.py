"""Files that went out of here and come back: which record each row is of, and which of
its cells say nothing new.

A row that bears a record's reference (in a code list, an entry's code) is of that
record. A cell that holds what the record itself would be written as is no change, also
where it could not be read as one: a telephone number shown in part, a colleague who has
left, a company that was deleted or is one of two of its name.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import override
from openpyxl.utils.escape import unescape

from accounts.models import Centre, User
from records.exports.delimited import restored, written
from records.exports.values import Values, own_columns
from records.exports.workbooks import writable
from records.record_types import RecordType
from records.spreadsheets.cells import text
from records.spreadsheets.headers import Header
from records.spreadsheets.reading import Row
from records.text import tidy
from records.words import LANGUAGES

AT_ONCE = 1000  # rows whose records are in memory
REFERENCE = re.compile(r"\d{4}-\d{6,}")


@dataclass(frozen=True)
class Own:
    """The record that a row says it is of by its `field`; none where there is no such
    record. `earlier` is the number of a row above that is of the same one."""

    field: str
    key: str
    values: dict[str, Values]
    record: models.Model | None = None
    earlier: int = 0

    @property
    def problem(self) -> str:
        if self.record is None:
            return _(
                "There is no record “%(key)s” here. Leave the cell empty to add a new "
                "one."
            ) % {"key": self.key}
        if self.earlier:
            return _("Row %(row)d is of the same record; one row is accepted.") % {
                "row": self.earlier
            }
        return ""

    def is_said_by(self, name: str, cell) -> bool:
        """Whether a cell holds what the record would be written as, in any language."""
        if self.record is None or "__" in name:
            return False
        found = tidy(text(cell))
        held = {compared(found), compared(unescape(found))}
        for language, values in self.values.items():
            with override(language):
                own = written_as(values, self.record, name)
            if held & {compared(own), compared(writable(own))}:
                return True
        return False


class Returned:
    """The rows of one file beside the records that they say they are of."""

    def __init__(self, record_type: RecordType, centre: Centre | None) -> None:
        self.record_type = record_type
        self.key = own_columns(record_type)[0]
        whose = User(centre=centre, all_centres=centre is None)
        visible = record_type.visible_to(whose)
        self.records = record_type.rows(visible)
        self.values = {language: Values(record_type) for language in LANGUAGES}
        self.rows_of: dict[int, int] = {}

    def beside(
        self, header: Header, rows: Iterable[Row]
    ) -> Iterator[tuple[Row, Own | None]]:
        """Each row, and the record that it bears the key of, if it bears one."""
        rows = list(rows)
        columns = {name: column for column, name in header.columns.items()}
        column = columns.get(self.key)
        if column is None or not self.is_ours(rows, column):
            yield from ((row, None) for row in rows)
            return
        waiting = iter(rows)
        while part := list(islice(waiting, AT_ONCE)):
            keys = [text(row.cell(column)) for row in part]
            found = self.found(keys)
            for row, key in zip(part, keys, strict=True):
                yield row, self.own(row, key, found, columns.get("centre"))

    def is_ours(self, rows: list[Row], column: int) -> bool:
        """Whether a column of that title holds references of the form given here."""
        return self.record_type.is_code_list or any(
            REFERENCE.fullmatch(text(row.cell(column))) for row in rows
        )

    def found(self, keys: list[str]) -> dict[str, list[models.Model]]:
        found: dict[str, list[models.Model]] = {}
        for record in self.records.filter(**{f"{self.key}__in": set(keys) - {""}}):
            found.setdefault(getattr(record, self.key), []).append(record)
        return found

    def own(self, row: Row, key: str, found, centre: int | None) -> Own | None:
        records = found.get(key, [])
        if not key or (self.record_type.is_code_list and not records):
            return None
        if len(records) > 1 and centre is not None:
            name = text(row.cell(centre))
            records = [r for r in records if name in (r.centre.name, r.centre.name_en)]
        if len(records) != 1:
            return Own(self.key, key, self.values)
        earlier = self.rows_of.setdefault(records[0].pk, row.number)
        is_first = earlier == row.number
        return Own(self.key, key, self.values, records[0], 0 if is_first else earlier)


def written_as(values: Values, record: models.Model, name: str) -> str:
    """A field of the record as a cell, with no apostrophe before it; "" for what the
    type does not have."""
    is_known = values.record_type.field(name) or hasattr(record, name)
    return restored(written(values.value(record, name))) if is_known else ""


def compared(text_of_cell: str) -> str:
    """Text as it stays the same on its way through any file."""
    return tidy(text_of_cell.replace("\r\n", "\n").replace("\r", "\n"))
