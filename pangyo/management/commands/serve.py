"""`make run`: the web server and the worker as children of one process.

They live and die together: whichever ends, however it ends, the others end with it.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, connections

from pangyo import embedded, processes
from pangyo.demo.loading import NotEmpty, refuse_unless_empty

HOST = "127.0.0.1"
WORKERS, THREADS = 2, 4
END_SECONDS = 10  # for requests and jobs under way, once we are told to end

DEMO_ACCOUNTS = (
    "viewer",
    "officer",
    "manager",
    "admin",
    "auditor",
    "officer.gccei",
    "manager.gbsa",
    "national",
)
DEMO_PASSWORD = "pangyo-demo"

ENDING = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}


class Command(BaseCommand):
    help = "Migrates, then runs the web server and the worker until Ctrl-C."

    def add_arguments(self, parser):
        parser.add_argument(
            "--port",
            default=os.environ.get("PORT", "8000"),
            help="default: $PORT, 8000",
        )

    def handle(self, *, port, **options):
        listener = listen(port)
        try:
            prepare_database()
        except embedded.EmbeddedServerError as error:
            raise CommandError(error) from error
        self.stdout.write(greeting(listener.getsockname()[1]))
        self.stdout.flush()
        connections.close_all()
        ended = run_together(commands(listener))
        if data_dir := connection.settings_dict.get("DATA_DIR"):
            embedded.leave(Path(data_dir))
        if ended:
            raise CommandError(f"The {ended} ended by itself, so everything was ended.")


def listen(port: str) -> socket.socket:
    """Take the port before anything is started; the web server inherits the socket."""
    try:
        return socket.create_server((HOST, int(port)), backlog=2048)
    except (ValueError, OverflowError):
        raise CommandError(
            f"PORT is {port}; it must be a number up to 65535."
        ) from None
    except OSError as error:
        raise CommandError(
            f"Port {port} cannot be used: {os.strerror(error.errno)}. "
            f"Choose another: make run PORT={int(port) + 1}"
        ) from error


def prepare_database() -> None:
    """Migrate, and on the first run load the demonstration data."""
    call_command("migrate", interactive=False, verbosity=0)
    try:
        refuse_unless_empty()
    except NotEmpty:
        return
    call_command("demo")


def greeting(port: int) -> str:
    """Where to go, and with which accounts if the demonstration made any."""
    lines = [f"Pangyo is at http://{HOST}:{port}/ (Ctrl-C ends it)"]
    users = get_user_model()._base_manager.filter(username__in=DEMO_ACCOUNTS)
    names = set(users.values_list("username", flat=True))
    if names:
        shown = ", ".join(name for name in DEMO_ACCOUNTS if name in names)
        lines.append(f"Demonstration accounts: {shown}; password {DEMO_PASSWORD}")
    return "\n".join(lines)


def commands(listener: socket.socket) -> dict[str, dict]:
    """What to run: {name: arguments for Popen}."""
    web = ["-m", "gunicorn", "pangyo.wsgi", "--bind", f"fd://{listener.fileno()}"]
    web += ["--worker-class", "gthread", "--workers", f"{WORKERS}"]
    web += ["--threads", f"{THREADS}", "--graceful-timeout", f"{END_SECONDS}"]
    web += ["--no-control-socket", "--log-level", "warning"]
    worker = ["manage.py", "procrastinate", "worker"]
    worker += ["--shutdown-graceful-timeout", f"{END_SECONDS}"]
    return {
        "web server": {
            "args": [sys.executable, *web],
            "pass_fds": [listener.fileno()],
        },
        "worker": {"args": [sys.executable, *worker]},
    }


def run_together(commands: dict[str, dict]) -> str:
    """Run until told to end, or until one ends: then the answer is its name.

    Each child leads a process group of its own, which Ctrl-C in a terminal does not
    reach: it is told here, once. Should this process be killed, the kernel tells it.
    """
    supervisor = os.getpid()

    def prepare() -> None:
        signal.pthread_sigmask(signal.SIG_SETMASK, [])
        processes.end_with_parent(parent=supervisor, signal=signal.SIGTERM)

    # Blocked signals wait for sigwait(), so none is missed between two looks.
    signal.pthread_sigmask(signal.SIG_BLOCK, ENDING | {signal.SIGCHLD})
    children = {
        name: subprocess.Popen(
            **command, cwd=settings.BASE_DIR, process_group=0, preexec_fn=prepare
        )
        for name, command in commands.items()
    }
    ended = ""
    while not ended:
        if signal.sigwait(ENDING | {signal.SIGCHLD}) in ENDING:
            break
        dead = (name for name, child in children.items() if child.poll() is not None)
        ended = next(dead, "")
    end(list(children.values()))
    return ended


def end(children: list[subprocess.Popen]) -> None:
    """Ask all to end, wait, and kill what is left of their process groups."""
    for child in children:
        child.terminate()
    deadline = time.monotonic() + END_SECONDS + 2
    for child in children:
        with suppress(subprocess.TimeoutExpired):
            child.wait(max(0, deadline - time.monotonic()))
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()
