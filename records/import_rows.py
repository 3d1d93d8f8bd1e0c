"""The rows of an import as they are kept: what became, or would become, of each."""

from records.imports import Import, ImportRow
from records.spreadsheets.report import Report, RowReport
from records.spreadsheets.returning import as_kept

BATCH = 1000


def keep_rows(one: Import, report: Report) -> None:
    """In place of the rows of an earlier run."""
    one.rows.all().delete()
    ImportRow.objects.bulk_create(
        (kept(one, report, row) for row in report.rows), batch_size=BATCH
    )


def kept(one: Import, report: Report, row: RowReport) -> ImportRow:
    told = row.as_json()
    slug, _slash, pk = (told["record"] or report.type).partition("/")
    return ImportRow(
        one=one,
        sheet=row.sheet,
        row=row.row,
        outcome=row.outcome,
        is_flagged=bool(row.flags),
        reason=row.reason,
        flags=row.flags,
        values=told["values"],
        cells=as_kept(row.cells),
        copy_of=row.copy_of,
        type_slug=slug,
        record_pk=int(pk) if pk else None,
    )
