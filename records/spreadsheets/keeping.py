"""What became of each row of a file, kept with its import.

Written by COPY: an import is as long as its file.
"""

import json
from collections.abc import Iterable

from records.imports import Import, ImportRow
from records.spreadsheets.copying import copy_rows
from records.spreadsheets.report import RowReport
from records.spreadsheets.returning import as_kept as as_given

COLUMNS = (
    "one_id",
    "sheet",
    "row",
    "outcome",
    "is_flagged",
    "reason",
    "flags",
    "values",
    "changes",
    "cells",
    "copy_of",
    "type_slug",
    "record_pk",
)


def keep_rows(one: Import, rows: Iterable[RowReport]) -> None:
    """Keep the rows, in place of those of an earlier run."""
    one.rows.all().delete()
    copy_rows(ImportRow, COLUMNS, (as_kept(one, row) for row in rows))


def as_kept(one: Import, row: RowReport) -> tuple:
    """A row in the order of COLUMNS."""
    slug, _slash, pk = (row.record or "").partition("/")
    return (
        one.pk,
        row.sheet[:255],
        row.row,
        row.outcome,
        bool(row.flags),
        row.reason,
        as_text(row.flags),
        as_text(row.shown),
        as_text(row.changes),
        as_text(as_given(row.cells)),
        as_text(row.copy_of) if row.copy_of else None,
        slug or row.type,
        int(pk) if pk else None,
    )


def as_text(value) -> str:
    return json.dumps(value, ensure_ascii=False)
