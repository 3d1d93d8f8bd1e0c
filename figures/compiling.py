"""Figures compiled: a function of the database for each, from the very query set that
its total and drill-down read; and which rows of which tables it reads.

`figures_counted_<slug>(year, centre)` answers the pk of every record counted and what
it adds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.apps import apps
from django.db import connection, models
from psycopg.sql import Literal

from accounts.models import Centre
from figures import registry
from figures.periods import Period
from figures.registry import Definition, Figure

# What stands in a compiled query set where its function has parameters.
YEAR = 1902
START, END, CENTRE = date(YEAR, 1, 1), date(YEAR, 12, 31), -1902
PARAMETERS = {
    START: "make_date(asked_year, 1, 1)",
    END: "make_date(asked_year, 12, 31)",
    YEAR: "asked_year",
    CENTRE: "asked_centre",
}
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
        """The records concerned, of the table `changed`; where what a record adds hangs
        on others, all of its centre."""
        if self.figure.is_distinct:
            return (
                f'SELECT id FROM "{self.table}"'
                " WHERE centre_id IN (SELECT centre_id FROM changed)"
                " UNION SELECT id FROM changed"
            )
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
        is_shared = self.figure.is_shared and not self.figure.is_distinct
        if is_shared and not self.to_record:
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
    return (
        f"CREATE OR REPLACE FUNCTION {function_name(figure)}"
        "(asked_year integer, asked_centre bigint)"
        " RETURNS TABLE (pk bigint, measured numeric) LANGUAGE sql STABLE AS $body$"
        f" SELECT counted.pk, counted.measured::numeric FROM ({counted_sql(figure)})"
        " AS counted (pk, measured) $body$"
    )


def counted_sql(figure: Figure) -> str:
    """The figure's records of a year and a centre, with what each adds; each year's by
    the definition in force."""
    if not figure.former:
        return defined_sql(figure)
    return " UNION ALL ".join(
        f"SELECT pk, measured FROM ({defined_sql(figure.of_version(one.version))})"
        f" AS version_{one.version} (pk, measured) WHERE {years_of(one)}"
        for one in figure.definitions
    )


def years_of(definition: Definition) -> str:
    """The years in which a definition is in force."""
    bounds = [
        f"asked_year {sign} {year}"
        for sign, year in ((">=", definition.since), ("<=", definition.until))
        if year is not None
    ]
    return " AND ".join(bounds)


def defined_sql(figure: Figure) -> str:
    """`counted_sql` by one definition."""
    records = figure.counted(Period(START, END), Centre(pk=CENTRE)).order_by()
    query = figure.with_measured(records).values_list("pk", "measured").query
    sql, params = query.sql_with_params()
    return sql % tuple(PARAMETERS.get(value) or literal(value) for value in params)


def literal(value) -> str:
    connection.ensure_connection()
    return Literal(value).as_string(connection.connection)


def readings_of(figure: Figure) -> Iterator[Reading]:
    """Each table that the figure reads. Raises CannotHold."""
    columns: dict[str, set[str]] = {}
    for one in figure.definitions:
        sql = defined_sql(figure.of_version(one.version))
        tables = {alias or table: table for table, alias in TABLE.findall(sql)}
        for table in tables.values():
            columns.setdefault(table, set())
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
