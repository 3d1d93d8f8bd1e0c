"""Keeps the embedded server: `python -m pangyo.keeper DATA_DIR`, run by its users.

The keeper has the server as its child and waits for the users' lock to itself: when it
gets it no user is left, and both end. Holding the keeper's lock it is the only one at
the data, so what it finds there of a server or its files is left over and may go.
"""

import fcntl
import os
import pwd
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path

from pangyo.embedded import (
    MAJOR,
    NAME,
    POLL_SECONDS,
    USER,
    EmbeddedServerError,
    beside,
    is_at,
    is_ready,
    main_process,
    open_beside,
    server_name,
    server_processes,
    socket_dir,
    try_lock,
)
from pangyo.programs import Owner, Program

START_SECONDS = 600  # a killed server first replays its log, which can be long
PATIENCE_SECONDS = 20  # with a server asked to end, before asking harder
LOG_BYTES = 10_000_000  # then the log makes room; the one before is kept

SETTINGS = {
    "listen_addresses": "",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "max_connections": "100",
    "shared_buffers": "256MB",
    "random_page_cost": "1.1",  # solid-state disks
    "jit": "off",  # costs more than it saves on short queries
    "autovacuum": "on",
    "restart_after_crash": "off",  # the keeper does it; a server in the middle of its
    # own restart does not hear that it shall end
}

# The built-in C.UTF-8 sorts by code point, which for Hangul is 가나다 order, and knows
# upper and lower case beyond ASCII; it needs no locale on the machine.
INITDB = (
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--auth-local=trust",  # who may enter the socket's folder
    "--auth-host=reject",
    f"--username={USER}",
)


def keep(data_dir: Path) -> None:
    """Run the server until its last user is gone."""
    users, lock = open_beside(data_dir, "users"), open_beside(data_dir, "keeper")
    deadline = time.monotonic() + START_SECONDS
    while not try_lock(lock, fcntl.LOCK_EX):
        if is_ready(data_dir):
            report("ready")  # another keeper's
            return
        if time.monotonic() > deadline:
            raise EmbeddedServerError(
                "Another process has been starting PostgreSQL for "
                f"{START_SECONDS} seconds. Its log is {beside(data_dir, 'log')}."
            )
        time.sleep(POLL_SECONDS)
    server = start(data_dir)
    report("ready")
    nobody_left = threading.Event()

    def is_ours() -> bool:
        """Unless the lock file was deleted, and with it the data: then it is not."""
        return is_at(lock.fileno(), Path(lock.name))

    def end_with_last_user() -> None:
        fcntl.flock(users, fcntl.LOCK_EX)
        nobody_left.set()
        if is_ours():
            end_server(data_dir)
        else:
            server.send_signal(signal.SIGINT)

    threading.Thread(target=end_with_last_user, daemon=True).start()
    server.wait()
    while is_ours() and not nobody_left.is_set():
        server = start(data_dir)  # it was killed
        if nobody_left.is_set():
            break
        server.wait()
    if is_ours():
        end_server(data_dir)
        shutil.rmtree(socket_dir(data_dir), ignore_errors=True)


def start(data_dir: Path) -> subprocess.Popen:
    """Start the server over `data_dir`, made if missing, and wait until it is ready."""
    owner = server_owner(data_dir)
    end_server(data_dir)
    with open_beside(data_dir, "log") as log:
        if log.tell() > LOG_BYTES:
            os.replace(log.name, beside(data_dir, "log.old"))
    for half_made in data_dir.parent.glob(f"{data_dir.name}.new-*"):
        shutil.rmtree(half_made, ignore_errors=True)
    if not data_dir.exists() or not any(data_dir.iterdir()):
        initialise(data_dir, owner)
    check_version(data_dir)
    sockets = make_socket_dir(data_dir, owner)
    for stale in (data_dir / "postmaster.pid", *sockets.iterdir()):
        stale.unlink(missing_ok=True)
    settings = SETTINGS | {
        "cluster_name": server_name(data_dir),
        "unix_socket_directories": str(sockets),
    }
    options = [f"--{name}={value}" for name, value in settings.items()]
    program = Program(data_dir, owner, "postgres", "-D", str(data_dir), *options)
    deadline = time.monotonic() + START_SECONDS
    while not is_ready(data_dir):
        if program.process.poll() is not None or time.monotonic() > deadline:
            program.process.kill()
            shutil.rmtree(sockets)
            raise program.failure()
        time.sleep(POLL_SECONDS)
    return program.process


def server_owner(data_dir: Path) -> Owner:
    """As whom the server runs: us, unless we are root, as whom it refuses to run."""
    us = os.geteuid()
    if data_dir.exists():
        found = data_dir.stat()
        if found.st_uid == 0:
            raise EmbeddedServerError(
                f"{data_dir} belongs to root, as whom PostgreSQL refuses to run. Give "
                f"it to another user (chown -R nobody '{data_dir}'), or move it away "
                "to start with an empty database."
            )
        if us not in (0, found.st_uid):
            raise EmbeddedServerError(
                f"{data_dir} belongs to another user (number {found.st_uid}). Run as "
                "that user, or move it away to start with an empty database."
            )
        return Owner(found.st_uid, found.st_gid)
    if us:
        return Owner(us, os.getegid())
    nobody = pwd.getpwnam("nobody")
    return Owner(nobody.pw_uid, nobody.pw_gid)


def end_server(data_dir: Path) -> None:
    """End the server, and what a killed one or a killed keeper left behind.

    One that does not end is asked less politely. Its other processes are of no use
    without it, and all they had committed is in the log.
    """
    for ask in signal.SIGINT, signal.SIGQUIT, signal.SIGKILL:
        kill(main_process(data_dir), ask, among=server_processes(data_dir))
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            processes = server_processes(data_dir)
            if not processes:
                return
            if main_process(data_dir) not in processes:
                for pid in processes:
                    kill(pid, signal.SIGKILL, among=processes)
            time.sleep(POLL_SECONDS)


def kill(pid: int | None, signal_number: int, *, among: set[int]) -> None:
    if pid in among:
        with suppress(ProcessLookupError):
            os.kill(pid, signal_number)


def initialise(data_dir: Path, owner: Owner) -> None:
    """Make the data under another name first: the folder is whole, or not there."""
    new = tempfile.mkdtemp(prefix=f"{data_dir.name}.new-", dir=data_dir.parent)
    os.chown(new, owner.uid, owner.gid)
    initdb = Program(data_dir, owner, "initdb", "-D", new, *INITDB)
    single = ("postgres", "--single", "-D", new, "postgres")
    if initdb.process.wait() != 0:
        raise initdb.failure()
    create = Program(data_dir, owner, *single, said=f"CREATE DATABASE {NAME}\n")
    if create.process.wait() != 0:
        raise create.failure()
    os.rename(new, data_dir)


def check_version(data_dir: Path) -> None:
    try:
        version = (data_dir / "PG_VERSION").read_text().strip()
    except FileNotFoundError:
        raise EmbeddedServerError(
            f"{data_dir} is not a PostgreSQL data folder. "
            "Move it away to start with an empty database."
        ) from None
    if version != MAJOR:
        raise EmbeddedServerError(
            f"{data_dir} was written by PostgreSQL {version}, and this is PostgreSQL "
            f"{MAJOR}: carry its data over with pg_dump, or move it away to start with "
            "an empty database."
        )


def make_socket_dir(data_dir: Path, owner: Owner) -> Path:
    """Make the folder only the owner may enter; in /tmp its name may be taken."""
    folder = socket_dir(data_dir)
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
        os.chown(folder, owner.uid, owner.gid)
    found = folder.lstat()
    if (found.st_mode, found.st_uid) != (stat.S_IFDIR | 0o700, owner.uid):
        raise EmbeddedServerError(
            f"{folder} is in the way: it is not a folder that only user number "
            f"{owner.uid} may enter. Remove it."
        )
    return folder


def report(sentence: str) -> None:
    """Tell the process that started us, which waits for the end of our output."""
    with suppress(BrokenPipeError):
        os.write(1, f"{sentence}\n".encode())
    with open(os.devnull, "wb") as null:
        os.dup2(null.fileno(), 1)


def main(data_dir: Path) -> None:
    if os.fork():
        os._exit(
            0
        )  # the keeper is nobody's child, so that nobody must wait for its end
    try:
        keep(data_dir)
    except (EmbeddedServerError, OSError, subprocess.SubprocessError) as error:
        report(sentence(error))
        sys.exit(sentence(error))


def sentence(error: Exception) -> str:
    if isinstance(error, EmbeddedServerError):
        return str(error)
    hint = "Set DATABASE_URL to a PostgreSQL server."
    if os.geteuid() == 0 and not isinstance(error, FileNotFoundError):
        hint = (
            "PostgreSQL refuses to run as root, and this root may lack the right to "
            f"run it as another user: try as an ordinary user. Or: {hint}"
        )
    return f"The embedded PostgreSQL cannot start: {error} {hint}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
