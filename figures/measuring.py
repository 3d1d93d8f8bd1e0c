"""Totals. One statement measures any number of (figure, period, centre) together.

Each total is a scalar sub-select over the query set that its drill-down lists, so a
page of figures is one round trip and each sub-select uses its own index. What has been
measured is kept, and answers as long as nothing has touched it (`figures.kept`).
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal

from django.db import connection, models
from django.db.models import F, Func, Value
from django.db.models.functions import Coalesce, NullIf

from accounts.models import Centre
from figures.kept import can_be_kept, kept_totals
from figures.known import is_past, known_at
from figures.periods import Period
from figures.questions import Question
from figures.registry import Figure
from records.fields import TextsField

# A statement can answer no more than 1,664 columns.
MOST_AT_ONCE = 800


def totals(
    questions: Sequence[Question], *, as_known: datetime | None = None
) -> list[Decimal]:
    """The answers, in the order of the questions: kept ones, else measured.

    `as_known` asks what the records, as they stood at that moment, would have said.
    """
    if as_known is not None or is_past():
        return measured(questions, as_known=as_known)
    kept = kept_totals(filter(can_be_kept, questions), counted)
    rest = [question for question in questions if not can_be_kept(question)]
    live = iter(measured(rest))
    return [kept[q] if can_be_kept(q) else next(live) for q in questions]


def measured(
    questions: Sequence[Question], *, as_known: datetime | None = None
) -> list[Decimal]:
    """The answers from the records, many in one statement."""
    return [
        answer
        for start in range(0, len(questions), MOST_AT_ONCE)
        for answer in measured_at_once(
            questions[start : start + MOST_AT_ONCE], as_known=as_known
        )[1]
    ]


def counted(questions: Sequence[Question]) -> tuple[str, list[Decimal]]:
    """The answers and a snapshot that all of them have seen."""
    snapshot, answers = "", []
    for start in range(0, len(questions), MOST_AT_ONCE):
        seen, more = measured_at_once(questions[start : start + MOST_AT_ONCE])
        snapshot, answers = snapshot or seen, answers + more
    return snapshot, answers


def measured_at_once(
    questions: Sequence[Question], *, as_known: datetime | None = None
) -> tuple[str, list[Decimal]]:
    """The statement's snapshot, and the answers."""
    parts, params = [], []
    for question in questions:
        sql, sql_params = total_query(question).query.sql_with_params()
        parts.append(f"({sql})")
        params += sql_params
    statement = f"SELECT pg_current_snapshot()::text, {', '.join(parts)}"
    snapshot, *answers = run(statement, params, as_known=as_known)[0]
    return snapshot, [Decimal(answer or 0) for answer in answers]


def totals_claimed(questions: Sequence[Question]) -> list[Decimal]:
    """What the centres claim, in the order of the questions: an outcome that several
    claim is in it several times. One statement."""
    if not questions:
        return []
    queries = [
        total_over(q.figure, q.figure.claimed(q.period, q.centre)).query
        for q in questions
    ]
    parts = [query.sql_with_params() for query in queries]
    statement = f"SELECT {', '.join(f'({sql})' for sql, _params in parts)}"
    answers = run(statement, [one for _sql, params in parts for one in params])[0]
    return [answer or Decimal(0) for answer in answers]


def total(question: Question, *, as_known: datetime | None = None) -> Decimal:
    return totals([question], as_known=as_known)[0]


def total_query(question: Question) -> models.QuerySet:
    """A query set of one row and one column: the total."""
    return total_over(question.figure, question.records())


def total_over(figure: Figure, records: models.QuerySet) -> models.QuerySet:
    everything = records.order_by().annotate(everything=Value(1))
    grouped = everything.values("everything").annotate(total=figure.measure)
    return grouped.values("total")


def totals_by(
    figure: Figure,
    split: str,
    period: Period,
    *,
    centre: Centre | None = None,
    as_known: datetime | None = None,
) -> list[tuple[str, Decimal]]:
    """(key, total) for every value of a column, largest first; "" is not given.

    A record with several countries, fields or officers counts once under each.
    """
    records = figure.counted(period, centre).order_by()
    grouped = (
        records.annotate(key=key_of(split, figure.record_type.field(split)))
        .values("key")
        .annotate(total=figure.measure)
        .values_list("key", "total")
    )
    sql, params = grouped.query.sql_with_params()
    rows = run(sql, params, as_known=as_known)
    found = [("" if key is None else str(key), total) for key, total in rows]
    return sorted(found, key=lambda row: (-row[1], row[0]))


def key_of(name: str, field: models.Field) -> models.Expression:
    """The column to group by; an array gives each of its codes, or one blank."""
    if not isinstance(field, TextsField):
        return F(name)
    something = Coalesce(
        NullIf(F(name), Value([], output_field=field)),
        Value([""], output_field=field),
        output_field=field,
    )
    return Func(something, function="unnest", output_field=field.base_field)


def run(sql: str, params: Iterable, *, as_known: datetime | None = None) -> list[tuple]:
    """Run a statement over the records as they are, or as they stood at a moment."""
    with known_at(as_known), connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()
