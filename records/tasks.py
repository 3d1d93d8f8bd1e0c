"""Imports as jobs of the worker: a trial run, then the run that saves."""

from pathlib import Path
from tempfile import TemporaryDirectory

from django.utils.translation import gettext as _
from django.utils.translation import override
from procrastinate.contrib.django import app

from accounts.models import User
from records.imports import Import
from records.record_types import UnknownType
from records.spreadsheets.corrections import Corrections
from records.spreadsheets.importing import import_file
from records.spreadsheets.reading import UnusableFile
from records.spreadsheets.report import Report
from records.spreadsheets.undoing import undo

State = Import.State


@app.task(pass_context=False)
def try_import(pk: int) -> None:
    """Read the file and say what would become of each row; save nothing."""
    run(Import.objects.get(pk=pk, state=State.READING), then=State.READY)


@app.task(pass_context=False)
def save_import(pk: int) -> None:
    run(Import.objects.get(pk=pk, state=State.SAVING), then=State.DONE)


@app.task(pass_context=False)
def undo_import(pk: int, user_pk: int) -> None:
    """Take the import back; it is as it was where that cannot be."""
    one = Import.objects.defer("content").get(pk=pk, state=State.UNDOING)
    with override(one.language):
        try:
            undo(one, User.objects.get(pk=user_pk))
        except Exception:
            one.state = State.DONE
            one.save(update_fields=("state",))
            raise


def run(one: Import, *, then: State) -> None:
    """Bring the file in, or say in its owner's language why it cannot be."""
    with override(one.language):
        try:
            report = import_of(one, dry_run=then == State.READY)
        except (UnusableFile, UnknownType) as error:
            fail(one, str(error))
            return
        except Exception:
            fail(one, _("Something went wrong. Nothing was saved."))
            raise
    if then == State.DONE and not report.is_saved:
        # What was fine when it was tried is so no longer: the owner looks again.
        then = State.READY
    one.state, one.report = then, report.as_json()
    if then == State.DONE:
        one.content = b""
    one.save(update_fields=("state", "report", "content"))


def import_of(one: Import, *, dry_run: bool) -> Report:
    with TemporaryDirectory() as folder:
        path = Path(folder, one.file_name)
        path.write_bytes(one.content)
        return import_file(
            path,
            one.type_slug,
            centre=one.centre,
            dry_run=dry_run,
            valid_rows=one.with_rejected,
            command="import",
            user=one.user,
            corrections=Corrections.from_json(one.corrections),
            one=one,
        )


def fail(one: Import, message: str) -> None:
    one.state, one.message, one.content = State.FAILED, message, b""
    one.save(update_fields=("state", "message", "content"))
