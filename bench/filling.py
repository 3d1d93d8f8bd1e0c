"""Databases of their own for benchmarks, filled once and kept.

All rows by INSERT … SELECT with the history triggers off, indexes last. They are filled
again when the migrations or what they hold have changed.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.core.management import call_command
from django.db import connection, connections, models

from accounts.models import Centre, User
from bench import tables
from bench.tables import ROWS, SOME_CENTRE
from delegations.models import Visit
from figures.compiling import tables_read
from support.models import (
    ConsultingCase,
    InvestmentLink,
    Partner,
    Programme,
    Session,
    Startup,
)

BASE_DIR = Path(__file__).parent.parent
UNSCALED = (Centre, User, Partner, Programme)


@dataclass(frozen=True)
class Size:
    """So many cases, and `share` of everything else. For figures alone: only what they
    count, without the indexes for words."""

    name: str
    cases: int
    share: float = 1
    is_for_figures: bool = False

    def rows(self, model: type[models.Model]) -> int:
        if model is ConsultingCase:
            return self.cases
        rows, _columns = ROWS[model]
        return rows if model in UNSCALED else round(rows * self.share)

    def holds(self, model: type[models.Model]) -> bool:
        if not self.is_for_figures or model in (Centre, User, Partner):
            return True
        return model._meta.db_table in tables_read()


MANY = Size("pangyo_bench", 1_000_000)
FEW = Size("pangyo_bench_small", 10_000)
# Records of all types together.
TEN_MILLION = Size("pangyo_bench_figures", 6_700_000, 2.5, is_for_figures=True)
HUNDRED_THOUSAND = Size(
    "pangyo_bench_figures_small", 67_000, 0.025, is_for_figures=True
)


def use_filled_database(size: Size = MANY) -> None:
    """Let the default connection lead to the filled database; fill it if need be."""
    name = size.name
    if not is_filled(name):
        print(f"Filling {name} with {size.cases:,} cases; this takes a few minutes.")
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
            cursor.execute(f"CREATE DATABASE {name}")
        connect_to(name)
        fill(size)
    connect_to(name)


def connect_to(name: str) -> None:
    connection.close()
    connections["default"].settings_dict["NAME"] = name


def fingerprint() -> str:
    """Tells whether what fills the database has changed."""
    paths = [
        *sorted(BASE_DIR.glob("*/migrations/*.py")),
        Path(__file__),
        Path(tables.__file__),
    ]
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()


def is_filled(name: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database "
            "WHERE datname = %s",
            [name],
        )
        return cursor.fetchone() == (fingerprint(),)


def fill(size: Size) -> None:
    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("SELECT setseed(0.5)")
        for model in filter(size.holds, ROWS):
            with indexes_last(cursor, model, but_words=size.is_for_figures):
                fill_table(cursor, model, size)
        with indexes_last(cursor, Session, but_words=size.is_for_figures):
            without_triggers(cursor, Session, tables.SESSIONS)
        number_on(cursor, Session, size.cases)
        if not size.is_for_figures:
            without_triggers(cursor, ConsultingCase.officers.through, tables.OFFICERS)
            without_triggers(cursor, InvestmentLink.partners.through, tables.INVESTORS)
        cursor.execute("VACUUM ANALYZE")
        cursor.execute(f"COMMENT ON DATABASE {size.name} IS '{fingerprint()}'")


@contextmanager
def indexes_last(cursor, model, *, but_words: bool) -> Iterator[None]:
    """Fill a table faster: what no constraint needs is indexed afterwards."""
    cursor.execute(
        "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index "
        "WHERE indrelid = %s::regclass AND NOT indisunique",
        [model._meta.db_table],
    )
    indexes = cursor.fetchall()
    for name, _definition in indexes:
        cursor.execute(f"DROP INDEX {name}")
    yield
    for _name, definition in indexes:
        if not (but_words and " USING gin " in definition):
            cursor.execute(definition)


def fill_table(cursor, model, size: Size) -> None:
    table, rows = model._meta.db_table, size.rows(model)
    _rows, given = ROWS[model]
    columns = {
        field.column: given.get(field.column) or empty(field)
        for field in model._meta.local_concrete_fields
        if not field.generated
    }
    columns["id"] = "n"
    if "reference" in columns:
        columns["reference"] = "'2025-' || lpad(n::text, 7, '0')"
    if "centre_id" in columns and "centre_id" not in given:
        columns["centre_id"] = SOME_CENTRE
    values = ", ".join(columns.values())
    for name, number in (
        (":rows", rows),
        (":startups", size.rows(Startup)),
        (":visits", size.rows(Visit)),
    ):
        values = values.replace(name, str(number))
    without_triggers(
        cursor,
        model,
        f"INSERT INTO {table} ({', '.join(map(quoted, columns))}) "
        f"SELECT {values} FROM generate_series(1, {rows}) AS n",
    )
    number_on(cursor, model, rows)


def number_on(cursor, model, last: int) -> None:
    """The next row of the table gets the number after this one."""
    cursor.execute(
        "SELECT setval(pg_get_serial_sequence(%s, 'id'), %s)",
        [model._meta.db_table, last],
    )


def empty(field: models.Field) -> str:
    if field.null:
        return "NULL"
    if isinstance(field, models.BooleanField):
        return "false"
    return "'{}'" if field.db_type(connection).endswith("[]") else "''"


def quoted(name: str) -> str:
    return connection.ops.quote_name(name)


def without_triggers(cursor, model, statement: str) -> None:
    table = model._meta.db_table
    cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    cursor.execute(statement)
    cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
