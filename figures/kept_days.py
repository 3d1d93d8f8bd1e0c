"""By which day a figure counts, read off its compiled query set.

A change to a record moves the figure only in periods that its day lies in, so answers
about other periods stand. What cannot be read off is taken to concern all periods.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db.models import Lookup, lookups
from django.db.models.sql import Query
from django.db.models.sql.where import AND, WhereNode

from accounts.models import Centre
from figures.compiling import CENTRE, TABLE
from figures.periods import Period
from figures.registry import Figure

# What stands in a compiled query set for the period asked for.
YEAR = 1902
START, END = date(YEAR, 1, 1), date(YEAR, 12, 31)
MONTH = "date_trunc('month', {day})"
# How a day is asked for → the first and the last day on which a record may count.
ASKED_BY = {
    "within": (f"{MONTH}::date", f"({MONTH} + interval '1 month -1 day')::date"),
    "until": (f"{MONTH}::date", "'infinity'::date"),
    "year": ("make_date(greatest({day}, 1), 1, 1)", "make_date({day}, 12, 31)"),
}


@dataclass(frozen=True)
class Day:
    """The column of a table that says in which periods one of its rows may count.

    `has_centre`: the row's own centre is the one whose figure it counts in.
    `is_whole`: the figure's records are counted by a day of their own and by nothing
    else of the period, so that the totals of parts add up to that of the whole.
    """

    table: str
    column: str
    asked_by: str
    has_centre: bool
    is_whole: bool

    @property
    def bounds(self) -> tuple[str, str]:
        first, last = ASKED_BY[self.asked_by]
        day = f'dated."{self.column}"'
        return first.format(day=day), last.format(day=day)


@cache
def day_of(figure: Figure) -> Day | None:
    """The day that the figure turns on; None where none can be read off."""
    query = figure.counted(Period(START, END), Centre(pk=CENTRE)).order_by().query
    sql, params = query.sql_with_params()
    for inside, lookup in required(query):
        asked_by = way_of(lookup)
        table = inside.alias_map[lookup.lhs.alias].table_name if asked_by else ""
        if asked_by and [name for name, _alias in TABLE.findall(sql)].count(table) == 1:
            parts = sum(value in (START, END, YEAR) for value in params)
            return Day(
                table=table,
                column=lookup.lhs.target.column,
                asked_by=asked_by,
                has_centre=has_centre(inside, lookup.lhs.alias),
                is_whole=asked_by == "within"
                and parts == 2
                and inside is query
                and lookup.lhs.alias == query.get_initial_alias()
                and not (query.distinct or figure.is_stock or figure.is_shared),
            )
    return None


@cache
def digest_of(figure: Figure) -> str:
    """Changes with whatever the figure counts."""
    said = [
        str(figure.with_measured(records.order_by()).query.sql_with_params())
        for records in (
            figure.counted(Period(START, END), Centre(pk=CENTRE)),
            figure.counted(Period(START, END)),
        )
    ]
    return hashlib.md5(repr(said).encode(), usedforsecurity=False).hexdigest()


def required(query: Query) -> Iterator[tuple[Query, Lookup]]:
    """Each condition that every record counted meets, and the query it stands in."""
    for condition in conjuncts(query.where):
        yield query, condition
        inner = getattr(condition, "rhs", None)
        if isinstance(condition, lookups.In) and isinstance(inner, Query):
            yield from required(inner)


def conjuncts(where: WhereNode) -> Iterator[Lookup]:
    if where.connector != AND or where.negated:
        return
    for child in where.children:
        if isinstance(child, WhereNode):
            yield from conjuncts(child)
        elif isinstance(child, Lookup):
            yield child


def way_of(lookup: Lookup) -> str:
    """How the lookup asks a column for the period; "" if it does not."""
    if not hasattr(lookup.lhs, "target"):
        return ""
    match lookup.lookup_name, lookup.rhs:
        case "range", (start, end) if (start, end) == (START, END):
            return "within"
        case "lte", end if end == END:
            return "until"
        case "exact", year if year == YEAR:
            return "year"
    return ""


def has_centre(query: Query, alias: str) -> bool:
    return any(
        lookup.lookup_name == "exact"
        and lookup.rhs == CENTRE
        and lookup.lhs.alias == alias
        and lookup.lhs.target.column == "centre_id"
        for lookup in conjuncts(query.where)
    )
