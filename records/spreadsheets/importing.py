"""A file's rows into records, all or nothing. A trial run is the same transaction,
rolled back."""

from collections.abc import Callable
from pathlib import Path

import pghistory
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import Centre, User
from records.imports import Import
from records.record_types import AUTO, RecordType
from records.spreadsheets import report as outcomes
from records.spreadsheets.corrections import Corrections
from records.spreadsheets.keeping import keep_rows
from records.spreadsheets.ledgers import plans_of_ledgers
from records.spreadsheets.planning import Plan, chosen, plans_of, type_of
from records.spreadsheets.reading import Book, UnusableFile, read
from records.spreadsheets.report import Report
from records.spreadsheets.runs import Run, Stopped, not_allowed

__all__ = ("Stopped", "import_file")

Progress = Callable[[int, int], None]


def import_file(
    path: Path,
    type_slug: str,
    *,
    centre: Centre | None = None,
    sheet: str = "",
    dry_run: bool = False,
    valid_rows: bool = False,
    command: str = "import_records",
    user: User | None = None,
    corrections: Corrections | None = None,
    one: Import | None = None,
    progress: Progress | None = None,
) -> Report:
    """Bring a file's rows in. Nothing is saved on a dry run, nor when a row is rejected
    unless `valid_rows`. `user` is who brings it in, where that is a person; `one` is
    what keeps the rows' outcomes, saved with the records where it is new. `progress` is
    told how many rows of how many are done; it may raise Stopped, and nothing is saved
    then. Raises UnusableFile, UnknownType."""
    book = read(path)
    sheets = chosen(book, sheet)
    corrections = corrections or Corrections()
    plans = plans_of_ledgers(sheets, corrections) if type_slug == AUTO else []
    record_type = None if plans else type_of(type_slug, sheets, corrections)
    if record_type is not None:
        if user is not None:
            refuse_unless_allowed(record_type, user)
        plans = plans_of(record_type, sheets, corrections)
    run = Run(record_type, book, centre, corrections, user, progress)
    run.report.earlier = earlier_import(book, centre, one)
    source = {"command": command, "file": book.name, "sha256": book.sha256}
    if user is not None:
        source["user"] = user.pk
    with pghistory.context(**source), transaction.atomic():
        save(run, plans, one, is_kept=not dry_run, with_rejected=valid_rows)
    if not run.report.is_saved:
        forget(run.report, one)
    return run.report


def save(
    run: Run,
    plans: list[Plan],
    one: Import | None,
    *,
    is_kept: bool,
    with_rejected: bool,
) -> None:
    """Everything in the transaction, which ends rolled back unless it is to be kept."""
    if one is not None and one.pk is None:
        one.file_name, one.type_slug = run.report.file, run.report.type
        one.save()
    with pghistory.context(**({"import": one.pk} if one else {})):
        run.run(plans)
    report = run.report
    report.is_saved = is_kept and (with_rejected or not report.rejected)
    if not report.is_saved:
        transaction.set_rollback(True)
    elif one is not None:
        one.report, one.sha256 = report.without_rows(), run.book.sha256
        one.saved_at = timezone.now()
        one.save(update_fields=("report", "sha256", "saved_at"))
        keep_rows(one, report.rows)


def forget(report: Report, one: Import | None) -> None:
    """Nothing was saved: no row has a new record; what would become of each is kept
    with an import that is there already."""
    for row in report.rows:
        if row.outcome == outcomes.ADDED:
            row.record = None
    if one is None:
        return
    if not Import.objects.filter(pk=one.pk).exists():
        one.pk = None
        return
    with transaction.atomic():
        keep_rows(one, report.rows)


def refuse_unless_allowed(record_type: RecordType, user: User) -> None:
    if not user.has_perm(record_type.permission("add")):
        raise UnusableFile(not_allowed(record_type))


def earlier_import(book: Book, centre: Centre | None, one: Import | None) -> str:
    """A sentence where this very file came in before; "" otherwise."""
    same = Import.objects.filter(
        sha256=book.sha256, centre=centre, state=Import.State.DONE
    )
    earlier = same.exclude(pk=one.pk if one else None).defer("content").first()
    if earlier is None:
        return ""
    return _("This file came in before, on %(day)s, as “%(file)s”.") % {
        "day": date_format(timezone.localtime(earlier.saved_at), "Y-m-d H:i"),
        "file": earlier.file_name,
    }
