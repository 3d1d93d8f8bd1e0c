"""Imports as jobs of the worker: a trial run, then the run that saves.

A run is one transaction with what is kept of it, so that a worker that is ended leaves
nothing; another takes the job up again.
"""

from datetime import timedelta

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts.models import User
from records.import_progress import Progress
from records.import_runs import bring_in
from records.imports import Import
from records.record_types import UnknownType
from records.refusals import Refusal
from records.spreadsheets.importing import Stopped
from records.spreadsheets.reading import UnusableFile
from records.spreadsheets.undoing import undo

State = Import.State
SILENT_AFTER = timedelta(seconds=30)  # three missed signs of life of a worker
MOST_ATTEMPTS = 3


@app.task(pass_context=False)
def try_import(pk: int) -> None:
    """Read the file and say what would become of each row; save nothing."""
    run(pk, State.READING)


@app.task(pass_context=False)
def save_import(pk: int) -> None:
    run(pk, State.SAVING)


@app.task(pass_context=False)
def undo_import(pk: int, user_pk: int) -> None:
    """Take the import back; it is as it was where that cannot be."""
    one = Import.objects.defer("content").get(pk=pk, state=State.UNDOING)
    with override(one.language):
        try:
            undo(one, User.objects.get(pk=user_pk))
        except Refusal as refusal:
            one.state = State.DONE
            one.report = {**(one.report or {}), "not_undone": str(refusal)}
            one.save(update_fields=("state", "report"))
        except Exception:
            one.state = State.DONE
            one.save(update_fields=("state",))
            raise


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="resume_imports", pass_context=False)
def resume_imports(timestamp: int) -> None:
    """Take up again what a worker was at when it ended, and what has lost its job."""
    gone = Q(worker=None) | Q(worker__last_heartbeat__lt=timezone.now() - SILENT_AFTER)
    begun = (
        (State.READING, try_import),
        (State.SAVING, save_import),
        (State.UNDOING, undo_import),
    )
    for state, task in begun:
        jobs = ProcrastinateJob.objects.filter(task_name=task.name)
        for job in jobs.filter(gone, status="doing"):
            if job.attempts >= MOST_ATTEMPTS:
                give_up(job.args["pk"], state)
            app.job_manager.retry_job_by_id(job.pk, retry_at=timezone.now())
        if task is undo_import:
            continue  # by whom it is stands in its job alone
        waiting = jobs.filter(status__in=("todo", "doing"))
        known = [args["pk"] for args in waiting.values_list("args", flat=True)]
        for one in Import.objects.filter(state=state).exclude(pk__in=known):
            task.defer(pk=one.pk)


def run(pk: int, state: str) -> None:
    """Bring the file in, or say in its owner's language why it cannot be. Does nothing
    for an import that is no longer in the state, or that another worker is at."""
    one = Import.objects.filter(pk=pk, state=state).first()
    if one is None:
        return
    with override(one.language):
        try:
            with transaction.atomic(), Progress(pk) as progress:
                if is_free(pk):
                    bring_in(one, progress)
        except Stopped:
            stop(one)
        except (UnusableFile, UnknownType) as error:
            fail(one, str(error))
        except Exception:
            fail(one, _("Something went wrong. Nothing was saved."))
            raise


def is_free(pk: int) -> bool:
    """Whether no other run is at this import; until the end of this transaction."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_try_advisory_xact_lock(%s::regclass::int, %s)",
            (Import._meta.db_table, pk),
        )
        return cursor.fetchone()[0]


def stop(one: Import) -> None:
    """Back to the word it waited for; a file that was only read is given up."""
    if one.state == State.SAVING:
        one.begin(State.READY)
    else:
        one.give_up()


def give_up(pk: int, state: str) -> None:
    if state == State.UNDOING:
        Import.objects.filter(pk=pk, state=state).update(state=State.DONE)
        return
    for one in Import.objects.filter(pk=pk, state=state):
        with override(one.language):
            fail(one, _("The work on it broke off several times. Nothing was saved."))


def fail(one: Import, message: str) -> None:
    Import.objects.filter(pk=one.pk).update(
        state=State.FAILED, message=message, content=b""
    )
