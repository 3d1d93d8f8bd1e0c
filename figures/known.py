"""As known: the records as they stood at a past moment, from their history alone.

A common table expression named like a table stands in front of it, so the statement
that measures or lists today's records does so with yesterday's, unchanged: one
mechanism for every figure, join, filter and page.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from datetime import datetime
from functools import cache, wraps

from django.apps import apps
from django.db import DatabaseError, connection, models

from figures.scopes import read_moment
from records.models import CodeList

# The moment that is looked at; None: now.
_looked_at: ContextVar[datetime | None] = ContextVar("looked_at", default=None)


def is_past() -> bool:
    """Whether records are found as they stood at a past moment."""
    return _looked_at.get() is not None


@contextmanager
def known_at(moment: datetime | None) -> Iterator[None]:
    """Inside, whatever selects records finds them as they stood at the moment; None
    changes nothing. Codes are labelled as they are called today."""
    if moment is None:
        yield
        return

    def execute_then(execute, sql, params, many, context):
        is_meant = moment == _looked_at.get() and sql.startswith("SELECT ")
        if is_meant and (prefix := as_known_tables(sql, moment)):
            tables, moments = prefix
            sql, params = f"{tables} {sql}", (*moments, *(params or ()))
        return execute(sql, params, many, context)

    before = _looked_at.get()
    _looked_at.set(moment)
    try:
        with hash_joins_alone(), connection.execute_wrapper(execute_then):
            yield
    finally:
        _looked_at.set(before)


@contextmanager
def hash_joins_alone() -> Iterator[None]:
    """Past rows have no statistics: the planner takes them to be few, and would join
    thousands with thousands one by one."""
    with connection.cursor() as cursor:
        cursor.execute("SET enable_nestloop = off")
    try:
        yield
    finally:
        # A transaction that has failed takes the setting back by itself.
        with suppress(DatabaseError), connection.cursor() as cursor:
            cursor.execute("RESET enable_nestloop")


def shown_as_known(view):
    """Decorator: the page, and the file it may be, show the records as they stood at
    the moment that `as_known` asks for."""

    @wraps(view)
    def shown(request, *args, **kwargs):
        moment = read_moment(request.GET.get("as_known"))
        with known_at(moment):
            response = view(request, *args, **kwargs)
        if response.streaming and moment is not None:
            response.streaming_content = streamed_at(moment, response.streaming_content)
        return response

    return shown


def streamed_at(moment: datetime, content) -> Iterator[bytes]:
    with known_at(moment):
        yield from content


def as_known_tables(sql: str, moment: datetime) -> tuple[str, list[datetime]] | None:
    """`WITH …` for every table in the statement that has a history, and its params;
    None where there is none."""
    parts = [
        as_known_table(table, event, sql)
        for table, event in tracked_tables().items()
        if re.search(rf'"{table}"', sql)
    ]
    if not parts:
        return None
    return f"WITH {', '.join(parts)}", [moment] * len(parts)


@cache
def tracked_tables() -> dict[str, type]:
    """Table name → event model, for all models that keep their history."""
    return {
        model.pgh_tracked_model._meta.db_table: model
        for model in apps.get_models()
        if hasattr(model, "pgh_tracked_model")
        and not issubclass(model.pgh_tracked_model, CodeList)
    }


def as_known_table(table: str, event, sql: str) -> str:
    """The table's rows at the moment: each row's last event before it, if it was
    not a deletion. What is calculated of them is, if the statement asks for it."""
    quote = connection.ops.quote_name
    kept = {field.name for field in event._meta.fields}
    columns = ", ".join(
        quote(field.column) if field.name in kept else calculated(field)
        for field in event.pgh_tracked_model._meta.concrete_fields
        if field.name in kept or quote(field.column) in sql
    )
    return (
        f"{quote(table)} AS (SELECT {columns} FROM ("
        f"SELECT DISTINCT ON (id) * FROM {quote(event._meta.db_table)} "
        "WHERE pgh_created_at <= %s ORDER BY id, pgh_id DESC"
        ") AS last_events WHERE pgh_label <> 'delete')"
    )


@cache
def calculated(field: models.GeneratedField) -> str:
    """What history does not keep follows from the other columns."""
    sql, params = field.generated_sql(connection)
    with connection.cursor() as cursor:
        sql = cursor.mogrify(sql, params).replace("%", "%%")
    return f"{sql} AS {connection.ops.quote_name(field.column)}"
