"""The embedded server, really started, shared and killed; each test has its data."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from pangyo import embedded

BASE_DIR = Path(__file__).parents[2]

USER = """
import sys
from pathlib import Path
from pangyo import embedded

try:
    embedded.ensure_running(Path(sys.argv[1]))
except embedded.EmbeddedServerError as error:
    sys.exit(str(error))
print("up", flush=True)
sys.stdin.read()
"""

FORKING_USER = USER.replace("print", "import os; os.fork() and print")

EXECUTING_USER = USER.replace(
    "sys.stdin",
    "import subprocess; child = subprocess.Popen(['sleep', '300'], close_fds=False);"
    "print(child.pid, flush=True); sys.stdin",
)

DJANGO_USER = """
import sys
from pathlib import Path
from django.conf import settings
from django.db import connection
from pangyo import embedded

data_dir = Path(sys.argv[1])
settings.configure(DATABASES={"default": embedded.database_settings(data_dir)})
connection.ops
print(data_dir.exists(), flush=True)
for line in sys.stdin:
    connection.close()
    with connection.cursor() as cursor:
        cursor.execute("SELECT 'answered'")
        print(*cursor.fetchone(), flush=True)
"""

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="about what only root meets")


def wait_until(condition, *, seconds=30):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not come to pass"
        time.sleep(0.02)


def server(data_dir):
    return embedded.main_process(data_dir)


def keepers(data_dir):
    wanted = f"\0pangyo.keeper\0{data_dir}\0".encode()
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if wanted in path.read_bytes():
                found.append(int(path.parent.name))
        except OSError:
            continue
    return found


def keeper(data_dir):
    wait_until(lambda: len(keepers(data_dir)) == 1)
    return keepers(data_dir)[0]


def connect(data_dir):
    settings = embedded.database_settings(data_dir)
    return psycopg.connect(
        host=settings["HOST"],
        port=settings["PORT"],
        user=settings["USER"],
        dbname=settings["NAME"],
        autocommit=True,
    )


def ask(data_dir, question):
    with connect(data_dir) as connection:
        return connection.execute(question).fetchone()[0]


def has_ended(data_dir):
    return not embedded.server_processes(data_dir) and not keepers(data_dir)


@pytest.fixture
def new_user():
    """Start a process that uses the server over `data_dir` until it is ended."""
    started = []

    def start(data_dir, *, code=USER):
        process = subprocess.Popen(
            [sys.executable, "-c", code, str(data_dir)],
            cwd=BASE_DIR,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append((process, data_dir))
        return process

    yield start
    for process, _ in started:
        process.kill()
        process.wait()
        for stream in process.stdin, process.stdout, process.stderr:
            stream.close()
    for data_dir in {data_dir for _, data_dir in started}:
        wait_until(lambda data_dir=data_dir: has_ended(data_dir))


@pytest.fixture
def user(new_user):
    """Start such a process and wait until it is one."""

    def start(data_dir, **options):
        process = new_user(data_dir, **options)
        assert process.stdout.readline() == "up\n", process.communicate()[1]
        return process

    return start


@pytest.fixture
def refusal(new_user):
    """The sentence with which a process is refused the server over `data_dir`."""

    def start(data_dir):
        _, error = new_user(data_dir).communicate(timeout=60)
        assert error.count("\n") == 1, error
        return error

    return start


@pytest.fixture(scope="module")
def made_once(tmp_path_factory):
    """A data folder, made and left by one user."""
    data_dir = tmp_path_factory.mktemp("made-once") / "var" / "postgres"
    subprocess.run(
        [sys.executable, "-c", USER, str(data_dir)],
        cwd=BASE_DIR,
        stdin=subprocess.DEVNULL,
        check=True,
        timeout=60,
    )
    wait_until(lambda: has_ended(data_dir))
    return data_dir


@pytest.fixture
def data_dir(made_once, tmp_path):
    shutil.copytree(made_once.parent, tmp_path / "var", copy_function=shutil.copy2)
    copy = tmp_path / "var" / "postgres"
    if os.geteuid() == 0:
        owner = made_once.stat()
        subprocess.run(
            ["chown", "-R", f"{owner.st_uid}:{owner.st_gid}", copy], check=True
        )
    return copy


def test_an_empty_place_gets_a_server_whatever_its_path(tmp_path, user):
    data_dir = tmp_path / "판교 센터" / ("길다" * 30) / "var" / "postgres"

    user(data_dir)

    assert ask(data_dir, "SELECT current_database()") == "pangyo"
    assert ask(data_dir, "SHOW server_encoding") == "UTF8"
    assert ask(data_dir, "SHOW TimeZone") == "UTC"
    assert ask(data_dir, "SHOW fsync") == "on"
    assert ask(data_dir, "SELECT '가' < '나' AND '나' < '다' AND 'Z' < 'a'")
    assert ask(data_dir, "SELECT upper('é')") == "É"


def test_only_its_own_user_can_reach_the_server(data_dir, user):
    user(data_dir)

    sockets = Path(embedded.database_settings(data_dir)["HOST"])
    assert ask(data_dir, "SHOW listen_addresses") == ""
    assert stat.S_IMODE(sockets.stat().st_mode) == 0o700
    assert sockets.stat().st_uid == data_dir.stat().st_uid
    assert len(os.fsencode(sockets / ".s.PGSQL.5432")) <= 107


def test_naming_the_database_starts_nothing(data_dir):
    settings = embedded.database_settings(data_dir)

    assert settings["ENGINE"] == "pangyo.embedded_backend"
    assert not embedded.server_processes(data_dir)
    assert not Path(settings["HOST"]).exists()


def test_two_at_once_in_an_empty_place_share_one_server(tmp_path, new_user):
    data_dir = tmp_path / "var" / "postgres"

    both = [new_user(data_dir), new_user(data_dir)]

    assert [process.stdout.readline() for process in both] == ["up\n", "up\n"]
    wait_until(lambda: len(keepers(data_dir)) == 1)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_the_server_ends_with_the_last_user_not_the_first(data_dir, user, how):
    first, second = user(data_dir), user(data_dir)
    started = server(data_dir)

    first.send_signal(how)
    first.wait()
    assert ask(data_dir, "SELECT 1") == 1
    assert server(data_dir) == started

    second.send_signal(how)
    wait_until(lambda: has_ended(data_dir))
    assert not Path(embedded.database_settings(data_dir)["HOST"]).exists()


def test_a_user_arriving_while_the_server_ends_gets_the_next_one(data_dir, user):
    for _ in range(3):
        last = user(data_dir)
        last.kill()
        last.wait()

    user(data_dir)

    assert ask(data_dir, "SELECT 1") == 1


def test_leaving_last_waits_for_the_servers_end(data_dir, new_user):
    leaving = USER.replace("sys.stdin.read()", "embedded.leave(Path(sys.argv[1]))")

    new_user(data_dir, code=leaving).wait()

    assert not embedded.server_processes(data_dir)


def test_leaving_before_others_lets_them_be(data_dir, user, new_user):
    user(data_dir)
    leaving = USER.replace("sys.stdin.read()", "embedded.leave(Path(sys.argv[1]))")

    new_user(data_dir, code=leaving).wait()

    assert ask(data_dir, "SELECT 1") == 1


def test_a_fork_goes_on_using_the_server(data_dir, user):
    process = user(data_dir, code=FORKING_USER)

    process.kill()
    process.wait()

    assert ask(data_dir, "SELECT pg_sleep(0.3) IS NOT NULL")
    process.stdin.close()  # at which the fork ends too
    wait_until(lambda: has_ended(data_dir))


def test_a_program_started_by_a_user_is_none(data_dir, user):
    process = user(data_dir, code=EXECUTING_USER)
    child = int(process.stdout.readline())

    process.kill()

    try:
        wait_until(lambda: has_ended(data_dir))
    finally:
        os.kill(child, signal.SIGKILL)


def test_a_killed_server_comes_back_with_what_was_committed(data_dir, user):
    user(data_dir)
    with connect(data_dir) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
        killed = server(data_dir)
        os.kill(killed, signal.SIGKILL)

    wait_until(lambda: embedded.is_ready(data_dir) and server(data_dir) != killed)
    assert ask(data_dir, "SELECT number FROM kept") == 7


def test_a_server_killed_in_the_middle_of_a_query_comes_back(data_dir, user):
    user(data_dir)
    busy = connect(data_dir)
    busy.pgconn.send_query(b"SELECT count(*) FROM generate_series(1, 1000000000)")
    killed = server(data_dir)

    os.kill(killed, signal.SIGKILL)

    wait_until(lambda: embedded.is_ready(data_dir) and server(data_dir) != killed)
    assert ask(data_dir, "SELECT 1") == 1
    busy.close()


def test_a_killed_keeper_takes_the_server_along_and_the_next_user_starts_anew(
    data_dir, user
):
    user(data_dir)
    with connect(data_dir) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
    killed = server(data_dir)

    os.kill(keeper(data_dir), signal.SIGKILL)
    user(data_dir)

    assert server(data_dir) != killed
    assert ask(data_dir, "SELECT number FROM kept") == 7


def test_after_everything_was_killed_the_next_user_gets_in(data_dir, user):
    process = user(data_dir)
    connection = connect(data_dir)
    connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
    connection.pgconn.send_query(b"SELECT count(*) FROM generate_series(1, 1000000000)")
    for pid in (*keepers(data_dir), process.pid, server(data_dir)):
        os.kill(pid, signal.SIGKILL)

    user(data_dir)

    assert ask(data_dir, "SELECT number FROM kept") == 7
    connection.close()


def test_lock_files_naming_a_living_stranger_are_cleared(data_dir, user):
    owner = data_dir.stat()
    sockets = Path(embedded.database_settings(data_dir)["HOST"])
    sockets.mkdir(mode=0o700)
    os.chown(sockets, owner.st_uid, owner.st_gid)
    stale = f"{os.getpid()}\n{data_dir}\n1\n5432\n{sockets}\n\n  1  1\nready   \n"
    (data_dir / "postmaster.pid").write_text(stale)
    (sockets / ".s.PGSQL.5432.lock").write_text(stale)
    (sockets / ".s.PGSQL.5432").touch()

    user(data_dir)

    assert ask(data_dir, "SELECT 1") == 1


def test_data_deleted_under_a_running_server_are_made_anew(data_dir, user):
    user(data_dir)
    shutil.rmtree(data_dir.parent, ignore_errors=True)

    user(data_dir)

    assert (
        ask(data_dir, "SELECT count(*) FROM pg_database WHERE datname = 'pangyo'") == 1
    )


def test_an_interrupted_beginning_is_begun_again(tmp_path, user, new_user):
    data_dir = tmp_path / "var" / "postgres"
    interrupted = new_user(data_dir)
    wait_until(lambda: any(tmp_path.glob("var/postgres.new-*/base")))
    for pid in keepers(data_dir):
        os.kill(pid, signal.SIGKILL)
    _, error = interrupted.communicate(timeout=30)
    assert "was ended while it started" in error
    assert not data_dir.exists()

    first = user(data_dir)
    assert ask(data_dir, "SELECT 1") == 1

    first.kill()
    user(data_dir)
    assert not list(tmp_path.glob("var/postgres.new-*"))


def test_an_empty_data_folder_is_used(tmp_path, user):
    data_dir = tmp_path / "var" / "postgres"
    data_dir.mkdir(parents=True)
    if os.geteuid() == 0:
        os.chown(data_dir, 65534, 65534)

    user(data_dir)

    assert ask(data_dir, "SELECT 1") == 1


def test_data_of_another_version_are_refused(data_dir, refusal):
    (data_dir / "PG_VERSION").write_text("16\n")

    assert "was written by PostgreSQL 16" in refusal(data_dir)


def test_a_folder_of_other_things_is_refused(data_dir, refusal):
    (data_dir / "PG_VERSION").unlink()

    assert "is not a PostgreSQL data folder" in refusal(data_dir)


def test_damaged_data_are_refused_with_the_servers_reason(data_dir, refusal):
    (data_dir / "global" / "pg_control").unlink()

    sentence = refusal(data_dir)

    assert "pg_control" in sentence
    assert str(data_dir.with_name("postgres.log")) in sentence


def test_a_place_that_cannot_be_written_is_refused(tmp_path, refusal):
    (tmp_path / "var").write_text("a file where the folder should be")

    assert "Cannot write" in refusal(tmp_path / "var" / "postgres")


def test_a_taken_socket_folder_is_refused(data_dir, refusal):
    taken = Path(embedded.database_settings(data_dir)["HOST"])
    taken.touch()

    try:
        assert f"{taken} is in the way" in refusal(data_dir)
    finally:
        taken.unlink()


@as_root
def test_root_changes_no_folder_it_did_not_make(tmp_path, user):
    closed = tmp_path / "closed"
    (closed / "open").mkdir(parents=True)
    closed.chmod(0o700)
    data_dir = closed / "open" / "var" / "postgres"
    before = [
        (path.stat().st_mode, path.stat().st_uid) for path in data_dir.parents[1:]
    ]

    user(data_dir)

    after = [(path.stat().st_mode, path.stat().st_uid) for path in data_dir.parents[1:]]
    assert ask(data_dir, "SELECT 1") == 1
    assert os.stat(f"/proc/{server(data_dir)}").st_uid != 0
    assert after == before


@as_root
def test_root_keeps_no_right_the_server_does_not_need(user):
    data_dir = Path("/tmp", f"pangyo-test-{os.getpid()}", "var", "postgres")
    try:
        process = user(data_dir)
        status = Path("/proc", str(server(data_dir)), "status").read_text()
        process.kill()
        wait_until(lambda: has_ended(data_dir))
    finally:
        shutil.rmtree(data_dir.parents[1])

    assert "CapPrm:\t0000000000000000" in status


@as_root
def test_root_is_told_about_data_of_its_own(data_dir, refusal):
    os.chown(data_dir, 0, 0)

    assert "belongs to root" in refusal(data_dir)


def asked(process):
    """What the Django process got from the database."""
    process.stdin.write("ask\n")
    process.stdin.flush()
    return process.stdout.readline() or process.communicate()[1]


def test_django_starts_the_server_with_its_first_connection(tmp_path, new_user):
    process = new_user(tmp_path / "var" / "postgres", code=DJANGO_USER)

    assert process.stdout.readline() == "False\n"
    assert asked(process) == "answered\n"


@pytest.mark.parametrize("victim", [server, keeper])
def test_django_connects_again_after_a_killing(data_dir, new_user, victim):
    process = new_user(data_dir, code=DJANGO_USER)
    assert process.stdout.readline() == "True\n"

    def has_answer_and_keeper():
        # A server whose keeper was killed may answer once more before it ends.
        return asked(process) == "answered\n" and len(keepers(data_dir)) == 1

    for _ in range(3):
        wait_until(has_answer_and_keeper)
        os.kill(victim(data_dir), signal.SIGKILL)

    assert asked(process) == "answered\n"
