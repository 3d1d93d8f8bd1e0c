"""`manage.py serve`, really run on data of its own: all starts and all ends."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from pangyo import embedded

BASE_DIR = Path(__file__).parents[2]

SETTINGS = """
from pathlib import Path
from pangyo.settings import *
from pangyo import embedded

DATABASES = {"default": embedded.database_settings(Path(__file__).parent / "postgres")}
"""


def wait_until(condition, *, seconds=60):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not come to pass"
        time.sleep(0.02)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """Where the settings and the data of these tests lie."""
    folder = tmp_path_factory.mktemp("serve")
    (folder / "settings_of_serve.py").write_text(SETTINGS)
    return folder


@pytest.fixture
def port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


@pytest.fixture
def start(place, port):
    """Start a management command, `serve` unless told, on the port; end it after."""
    started = []

    def run(*command, port=port):
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "settings_of_serve",
            "PYTHONPATH": str(place),
            "PORT": str(port),
        }
        process = subprocess.Popen(
            [sys.executable, "manage.py", *(command or ["serve"])],
            cwd=BASE_DIR,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield run
    for process in started:
        process.terminate()
        process.wait(60)
        process.stdout.close()
        process.stderr.close()
    wait_until(lambda: not database_processes(place))


@pytest.fixture
def served(start):
    """A running `serve`, with what it printed up to its address."""
    process = start()
    for line in process.stdout:
        if "http://" in line:
            return process
    raise AssertionError(process.stderr.read())


def database_processes(place):
    return embedded.server_processes(place / "postgres")


def children(process):
    """{what it is: process id} of the children of a running `serve`."""
    found = {}
    for pid in (
        Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    ):
        command = Path("/proc", pid, "cmdline").read_bytes()
        found["web server" if b"gunicorn" in command else "worker"] = int(pid)
    return found


def is_running(pid):
    try:
        return " Z " not in Path("/proc", str(pid), "stat").read_text()
    except OSError:
        return False


def answers(port):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health/", timeout=30):
            return True
    except urllib.error.HTTPError as error:
        return error.code < 500


def is_free(port):
    try:
        socket.create_server(("127.0.0.1", port)).close()
    except OSError:
        return False
    return True


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_everything_ends_with_a_signal(served, place, port, how):
    assert answers(port)
    running = children(served)
    assert set(running) == {"web server", "worker"}

    served.send_signal(how)

    assert served.wait(30) == 0
    assert not any(is_running(pid) for pid in running.values())
    assert not database_processes(place)
    assert is_free(port)


@pytest.mark.parametrize("victim", ["web server", "worker"])
def test_when_one_dies_the_rest_is_ended(served, place, port, victim):
    assert answers(port)
    running = children(served)

    os.kill(running[victim], signal.SIGKILL)

    _, errors = served.communicate(timeout=30)
    assert served.returncode == 1
    assert f"The {victim} ended by itself" in errors
    assert not any(is_running(pid) for pid in running.values())
    assert not database_processes(place)
    assert is_free(port)


def test_when_the_supervisor_is_killed_nothing_is_left(served, place, port):
    assert answers(port)
    running = children(served)

    served.kill()

    wait_until(lambda: not any(is_running(pid) for pid in running.values()))
    wait_until(lambda: not database_processes(place))
    assert is_free(port)


def test_a_command_works_beside_it(served, start, port):
    assert answers(port)

    beside = start("migrate", "--check")

    assert beside.wait(60) == 0
    assert answers(port)


def test_a_taken_port_is_told_before_anything_is_started(start, place, port):
    with socket.create_server(("127.0.0.1", port)):
        process = start()
        _, errors = process.communicate(timeout=30)

    assert process.returncode == 1
    assert errors == (
        f"CommandError: Port {port} cannot be used: Address already in use. "
        f"Choose another: make run PORT={port + 1}\n"
    )
    assert not database_processes(place)


@pytest.mark.parametrize("port", ["eighty", "70000"])
def test_a_port_that_is_none_is_refused(start, port):
    process = start(port=port)

    _, errors = process.communicate(timeout=30)

    assert process.returncode == 1
    assert f"PORT is {port}" in errors
