"""Figures compiled: a function of the database for each, from the very query set that
its total and drill-down read; and which rows of which tables it reads.

`figures_counted_<slug>(year, centre)` answers the pk of every record counted and what
it adds.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.apps import apps
from django.db import connection, models
from psycopg.sql import Literal

from accounts.models import Centre
from figures import registry
from figures.periods import FIRST_YEAR, LAST_YEAR, Period
from figures.registry import Figure

# What stands in a compiled query set where its function has the parameter.
CENTRE = -1902
TABLE = re.compile(r'(?:FROM|JOIN) "(\w+)"(?: ([A-Z]\d+)\b)?')
COLUMN = re.compile(r'"?(\w+)"?\."(\w+)"')


class CannotHold(ValueError):
    """A figure reads a table in a way that these rules cannot follow."""


@dataclass(frozen=True)
class Reading:
    """How a figure reads one table: which columns, and which records of the figure a
    row of it concerns: the row itself, those that point to it by `from_record`, or the
    one that it points to by `to_record`."""

    figure: Figure
    table: str
    columns: frozenset[str]
    from_record: str = ""
    to_record: str = ""

    @cached_property
    def wanted(self) -> list[str]:
        """The columns by which a change is told."""
        return sorted(self.columns | {"id", "centre_id"} | {self.to_record} - {""})

    @property
    def pks(self) -> str:
        """The records concerned, of the table `changed`."""
        if self.from_record:
            return f"SELECT pointing.id FROM ({self.pointing}) AS pointing"
        return f"SELECT DISTINCT {self.to_record or 'id'} FROM changed"

    @property
    def centres(self) -> str:
        """The centres whose figure it may move; null for any centre's."""
        if self.from_record:
            return (
                f"ARRAY(SELECT DISTINCT centre_id FROM ({self.pointing}) AS pointing)"
            )
        if self.figure.is_shared and not self.to_record:
            return "NULL"
        return "ARRAY(SELECT DISTINCT centre_id FROM changed)"

    @property
    def pointing(self) -> str:
        return (
            f'SELECT id, centre_id FROM "{self.figure.model._meta.db_table}"'
            f" WHERE {self.from_record} IN (SELECT id FROM changed)"
        )


def tables_read() -> list[str]:
    """Every table that some figure reads."""
    return sorted(
        {one.table for figure in registry.all_figures() for one in readings_of(figure)}
    )


def function_name(figure: Figure) -> str:
    return f"figures_counted_{figure.slug.replace('-', '_')}"


def function_of(figure: Figure) -> str:
    parts = [
        "SELECT counted.pk, counted.measured::numeric"
        f" FROM ({counted_sql(figure, era)}) AS counted (pk, measured)"
        f" WHERE asked_year BETWEEN {era.first} AND {era.last}"
        for era in eras(figure)
    ]
    return (
        f"CREATE OR REPLACE FUNCTION {function_name(figure)}"
        "(asked_year integer, asked_centre bigint)"
        " RETURNS TABLE (pk bigint, measured numeric) LANGUAGE sql STABLE AS $body$ "
        f"{' UNION ALL '.join(parts)} $body$"
    )


@dataclass(frozen=True)
class Era:
    """The years in which one definition of a figure holds. The first of them stands in
    the compiled query set where the function has the year asked for."""

    first: int
    last: int

    @property
    def period(self) -> Period:
        return Period.of_year(self.first)

    @property
    def parameters(self) -> dict:
        return {
            self.period.start: "make_date(asked_year, 1, 1)",
            self.period.end: "make_date(asked_year, 12, 31)",
            self.first: "asked_year",
            CENTRE: "asked_centre",
        }


def eras(figure: Figure) -> list[Era]:
    """The oldest first; one where the definition never changed."""
    ends = sorted(former.until for former in figure.former)
    starts = [FIRST_YEAR, *(end + 1 for end in ends)]
    return [Era(*years) for years in zip(starts, [*ends, LAST_YEAR], strict=True)]


def counted_sql(figure: Figure, era: Era) -> str:
    """The figure's records of a year and a centre, with what each adds."""
    records = figure.counted(era.period, Centre(pk=CENTRE)).order_by()
    query = figure.with_measured(records).values_list("pk", "measured").query
    sql, params = query.sql_with_params()
    named = era.parameters
    return sql % tuple(named.get(value) or literal(value) for value in params)


def literal(value) -> str:
    connection.ensure_connection()
    return Literal(value).as_string(connection.connection)


def readings_of(figure: Figure) -> Iterator[Reading]:
    """Each table that the figure reads. Raises CannotHold."""
    columns: dict[str, set[str]] = defaultdict(set)
    for era in eras(figure):
        sql = counted_sql(figure, era)
        tables = {alias or table: table for table, alias in TABLE.findall(sql)}
        for alias, column in COLUMN.findall(sql):
            if alias in tables:
                columns[tables[alias]].add(column)
    for table, read in columns.items():
        yield reading(figure, table, frozenset(read))


def reading(figure: Figure, table: str, columns: frozenset[str]) -> Reading:
    counted = figure.model
    if table == counted._meta.db_table:
        return Reading(figure, table, columns)
    other = next(m for m in apps.get_models() if m._meta.db_table == table)
    if column := link_between(counted, other):
        return Reading(figure, table, columns, from_record=column)
    if column := link_between(other, counted):
        return Reading(figure, table, columns, to_record=column)
    raise CannotHold(
        f"{figure.slug} reads {table}, which no foreign key ties to "
        f"{counted._meta.db_table}."
    )


def link_between(source: type[models.Model], target: type[models.Model]) -> str:
    """The column of the one foreign key from a model to another; "" for none."""
    found = [
        field.column
        for field in source._meta.concrete_fields
        if field.is_relation and field.related_model is target
    ]
    return found[0] if len(found) == 1 else ""
