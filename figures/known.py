"""As known: the records as they stood at a past moment, from their history alone.

A common table expression named like a table stands in front of it, so the statement
that measures today's records measures yesterday's unchanged: one mechanism for every
figure, join and filter.
"""

import re
from datetime import datetime
from functools import cache

from django.apps import apps
from django.db import connection


def as_known_tables(sql: str, moment: datetime) -> tuple[str, list[datetime]]:
    """`WITH …` for every table in the statement that has a history, and its params."""
    tables = [
        (table, event)
        for table, event in tracked_tables().items()
        if re.search(rf'"{table}"', sql)
    ]
    parts = [as_known_table(table, event) for table, event in tables]
    return f"WITH {', '.join(parts)}", [moment] * len(parts)


@cache
def tracked_tables() -> dict[str, type]:
    """Table name → event model, for all models that keep their history."""
    return {
        model.pgh_tracked_model._meta.db_table: model
        for model in apps.get_models()
        if hasattr(model, "pgh_tracked_model")
    }


def as_known_table(table: str, event) -> str:
    """The table's rows at the moment: each row's last event before it, if it was
    not a deletion."""
    quote = connection.ops.quote_name
    kept = {field.name for field in event._meta.fields}
    columns = ", ".join(
        quote(field.column)
        for field in event.pgh_tracked_model._meta.concrete_fields
        if field.name in kept
    )
    return (
        f"{quote(table)} AS (SELECT {columns} FROM ("
        f"SELECT DISTINCT ON (id) * FROM {quote(event._meta.db_table)} "
        "WHERE pgh_created_at <= %s ORDER BY id, pgh_id DESC"
        ") AS last_events WHERE pgh_label <> 'delete')"
    )
