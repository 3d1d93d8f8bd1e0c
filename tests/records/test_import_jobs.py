"""The work on an import: it tells how far it is, can be stopped, outlives a worker."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from records import tasks
from records.imports import Import
from support.models import Startup
from tests import makers
from tests.records.import_road import saved, shown, tried, upload
from tests.records.samples import client_of

BASE_DIR = Path(__file__).parents[2]
LONG = "기업명\n" + "".join(f"기업 {number:04}\n" for number in range(1500))
SHORT = "기업명\n" + "".join(f"기업 {number:04}\n" for number in range(450))
SETTINGS = """
from pangyo.settings import *

DATABASES["default"]["NAME"] = {name!r}
"""


@pytest.fixture
def officer(transactional_db):
    return makers.make_user()


@pytest.fixture
def worker(tmp_path):
    """Start a worker on the test's database, for the jobs that wait; end it after."""
    name = connection.settings_dict["NAME"]
    (tmp_path / "settings_of_worker.py").write_text(SETTINGS.format(name=name))
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "settings_of_worker",
        "PYTHONPATH": str(tmp_path),
    }
    started = []

    def start() -> subprocess.Popen:
        command = ["manage.py", "procrastinate", "worker", "--one-shot"]
        process = subprocess.Popen(
            [sys.executable, *command], cwd=BASE_DIR, env=environment
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.wait(30)


def wait_until(condition) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline, "it did not come to pass"
        time.sleep(0.01)


def fresh(one: Import) -> Import:
    return Import.objects.get(pk=one.pk)


def confirm(user, one: Import) -> None:
    assert client_of(user).post(f"/imports/{one.pk}/save/").status_code == 302


def leave_workers_silent() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 day'"
        )


def test_an_import_outlives_the_worker_that_was_at_it(officer, worker):
    one = tried(officer, LONG)
    confirm(officer, one)
    first = worker()
    wait_until(lambda: fresh(one).rows_done > 0)
    first.send_signal(signal.SIGKILL)
    first.wait(30)

    assert fresh(one).state == "saving"
    assert not Startup.objects.exists()

    tasks.resume_imports(timestamp=0)
    assert ProcrastinateJob.objects.filter(status="doing").exists()  # not silent yet
    leave_workers_silent()
    tasks.resume_imports(timestamp=0)
    assert worker().wait(60) == 0

    assert fresh(one).state == "done"
    assert Startup.objects.count() == 1500


def test_an_import_is_stopped_between_two_rows(officer):
    one = tried(officer, SHORT)
    confirm(officer, one)

    assert client_of(officer).post(f"/imports/{one.pk}/stop/").status_code == 302
    tasks.save_import(pk=one.pk)

    assert fresh(one).state == "ready"
    assert not Startup.objects.exists()
    saved(officer, fresh(one))
    assert Startup.objects.count() == 450


def test_a_file_stopped_while_it_is_read_is_given_up(officer):
    upload(officer, SHORT)
    one = Import.objects.get()
    client_of(officer).post(f"/imports/{one.pk}/stop/")

    tasks.try_import(pk=one.pk)

    assert fresh(one).state == "discarded"
    assert bytes(fresh(one).content) == b""


def test_what_is_done_is_told_while_it_is_saved(officer, worker):
    one = tried(officer, LONG)
    confirm(officer, one)
    worker()
    wait_until(lambda: fresh(one).rows_done > 0)

    text = shown(client_of(officer).get(f"/imports/{one.pk}/"))

    assert "<progress" in text
    assert 'max="1501"' in text
    wait_until(lambda: fresh(one).state == "done")


def test_only_who_decides_stops_it(officer):
    upload(officer)
    one = Import.objects.get()
    address = f"/imports/{one.pk}/stop/"

    assert client_of(makers.make_user()).post(address).status_code == 404
    assert client_of(officer).get(address).status_code == 405
    assert not fresh(one).is_stopped


def test_what_is_no_longer_under_way_is_not_stopped(officer):
    one = tried(officer)

    assert client_of(officer).post(f"/imports/{one.pk}/stop/").status_code == 400


def test_an_import_that_lost_its_job_gets_another(officer):
    upload(officer)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")

    tasks.resume_imports(timestamp=0)
    tasks.resume_imports(timestamp=0)

    assert ProcrastinateJob.objects.filter(status="todo").count() == 1


def test_a_file_that_ends_every_worker_is_given_up(officer):
    upload(officer)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = 'doing', attempts = 3"
            " WHERE task_name = 'records.tasks.try_import'"
        )

    tasks.resume_imports(timestamp=0)

    one = Import.objects.get()
    assert one.state == "failed"
    assert "여러 번 끊겼습니다" in one.message


def test_two_workers_are_not_at_one_import(officer):
    one = tried(officer)
    confirm(officer, one)
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("BEGIN")
            cursor.execute(
                "SELECT pg_advisory_xact_lock('records_import'::regclass::int, %s)",
                (one.pk,),
            )
        tasks.save_import(pk=one.pk)
        assert fresh(one).state == "saving"
        other.rollback()  # closing alone lets the server find out in its own time
    finally:
        other.close()

    tasks.save_import(pk=one.pk)
    assert fresh(one).state == "done"


def test_a_job_that_comes_twice_saves_once(officer):
    one = saved(officer, tried(officer))

    tasks.save_import(pk=one.pk)

    assert Startup.objects.count() == 2
