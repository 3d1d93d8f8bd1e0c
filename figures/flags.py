"""The open points of a year's figures, as they stand on the annual page.

The page asks for them once it is there: counting them looks through the year's records,
and its numbers do not wait for that.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from figures import points
from figures.measuring import run
from figures.periods import Period
from figures.points import Point
from figures.scopes import Scope


@dataclass(frozen=True)
class Flag:
    """An open point of a figure: how many records, and where they are listed."""

    label: str
    why: str
    count: int
    url: str


def flags_in(scope: Scope) -> dict[str, list[Flag]]:
    """The open points of the whole year that have records, by their figure's slug."""
    asked = [point for point in points.all_points() if point.figure]
    year = Period.of_year(scope.period.year)
    queries = [
        point.records(year, scope.centre).order_by().values("pk").query
        for point in asked
    ]
    found: dict[str, list[Flag]] = {}
    for point, count in zip(asked, select_each("COUNT(*)", queries), strict=True):
        if count:
            found.setdefault(point.figure, []).append(flag_of(point, count, scope))
    return found


def flag_of(point: Point, count: int, scope: Scope) -> Flag:
    address = point.address(Period.of_year(scope.period.year), scope.centre)
    return Flag(str(point.label), str(point.why), count, address)


def select_each(what: str, queries: Iterable) -> list:
    """An aggregate over each of the queries, in their order: one statement."""
    parts, params = [], []
    for query in queries:
        sql, sql_params = query.get_compiler("default", elide_empty=False).as_sql()
        parts.append(f"(SELECT {what} FROM ({sql}) AS found)")
        params += sql_params
    return list(run(f"SELECT {', '.join(parts)}", params)[0]) if parts else []
