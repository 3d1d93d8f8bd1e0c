"""Kept totals: what was counted once is not counted again until something touches it.

An answer stands when its snapshot has seen every transaction that touched the figure in
its days and its centre (`figures.kept_rules`), so it is what a count would say now. Two
transactions at once can each miss the other's rows when they look days up in another
table; so an answer also falls when such a touch is unseen and a touch in the answer's
own days may have been unseen to it.

An answer that has fallen is counted anew by its months, of which most still stand.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext

from django.db import connection, transaction

from figures.kept_days import day_of, digest_of
from figures.kept_rules import is_kept
from figures.models.amounts import DIGITS
from figures.models.kept import ALL
from figures.questions import Question

SERVER = "(SELECT system_identifier FROM pg_control_system())"
TOUCHES = """
  touch.figure = kept.figure
  AND touch.starts_on <= kept.ends_on AND touch.ends_on >= kept.starts_on
  AND (touch.centre_pk = kept.centre_pk OR 0 IN (touch.centre_pk, kept.centre_pk))
"""
STANDS = f"""
  kept.server = {SERVER}
  AND NOT EXISTS (
    SELECT FROM figures_touch AS touch
    WHERE {TOUCHES} AND NOT pg_visible_in_snapshot(touch.transaction, kept.snapshot))
  AND NOT EXISTS (
    SELECT FROM figures_touch AS far JOIN figures_touch AS touch ON {TOUCHES}
    WHERE far.figure = kept.figure AND far.seen IS NOT NULL
      AND NOT pg_visible_in_snapshot(far.transaction, kept.snapshot)
      AND NOT pg_visible_in_snapshot(touch.transaction, far.seen))
"""
ASKED = """
unnest(%s::text[], %s::text[], %s::bigint[], %s::date[], %s::date[])
  WITH ORDINALITY AS asked (figure, definition, centre_pk, starts_on, ends_on, place)
"""
LOOK_UP = f"""
SELECT asked.place, trim_scale(kept.total), {STANDS}
FROM {ASKED}
JOIN figures_keptanswer AS kept
  USING (figure, definition, centre_pk, starts_on, ends_on)
"""
KEEP = f"""
INSERT INTO figures_keptanswer
  (figure, definition, centre_pk, starts_on, ends_on, total, snapshot, server)
SELECT figure, definition, centre_pk, starts_on, ends_on, total, %s::pg_snapshot,
  {SERVER}
FROM unnest(%s::text[], %s::text[], %s::bigint[], %s::date[], %s::date[], %s::numeric[])
  AS counted (figure, definition, centre_pk, starts_on, ends_on, total)
ORDER BY figure, centre_pk, starts_on, ends_on
ON CONFLICT (figure, centre_pk, starts_on, ends_on) DO UPDATE
SET definition = excluded.definition, total = excluded.total,
  snapshot = excluded.snapshot, server = excluded.server
"""
# Held from before anything is counted until it is kept: touches are swept only while
# nobody is between the two.
NO_SWEEPING = "LOCK TABLE figures_touch IN ACCESS SHARE MODE"
NOW = "SELECT pg_current_snapshot()::text, current_setting('transaction_read_only')"

# Counts questions in one statement: its snapshot, and the totals in their order.
Count = Callable[[list[Question]], tuple[str, list[Decimal]]]


@dataclass(frozen=True)
class Answer:
    """As kept; `stands` tells whether it is what a count would say now."""

    total: Decimal
    stands: bool


def kept_totals(questions: Iterable[Question], count: Count) -> dict:
    """Question → total, of questions that can be kept; counts those that are not."""
    questions = list(dict.fromkeys(questions))
    kept = look_up(questions)
    answers = {q: answer.total for q, answer in kept.items() if answer.stands}
    if missing := [q for q in questions if q not in answers]:
        if connection.in_atomic_block:
            answers |= count_missing(missing, kept, count, is_keeping=False)
        else:
            with transaction.atomic():
                run(NO_SWEEPING)
                answers |= count_missing(missing, kept, count, is_keeping=True)
    return answers


def count_missing(missing: list[Question], kept, count: Count, *, is_keeping) -> dict:
    """The totals of questions that none stands for, counted by months where some of
    them were kept, else at once."""
    snapshot, is_read_only = run(NOW)[0] if is_keeping else ("", "on")
    by_months = {q: months_of(q) for q in missing if is_parted(q)}
    months = look_up({part for parts in by_months.values() for part in parts})
    by_months = {
        q: parts
        for q, parts in by_months.items()
        if q in kept or any(part in months for part in parts)
    }
    found = {part: answer.total for part, answer in months.items() if answer.stands}
    wanted = {part for q in missing for part in by_months.get(q, [q])} - found.keys()
    in_order = sorted(wanted, key=key_of)
    counted_in, totals = count(in_order)
    counted = dict(zip(in_order, totals, strict=True))
    found |= counted
    whole = {q: added(found[part] for part in parts) for q, parts in by_months.items()}
    if is_read_only == "off":
        keep(counted, counted_in)
        keep(whole, snapshot)  # the months stood then, or touches since tell otherwise
    return found | whole


def added(amounts: Iterable[Decimal]) -> Decimal:
    with localcontext(prec=DIGITS["max_digits"]):
        return sum(amounts)


def can_be_kept(question: Question) -> bool:
    return question.narrowed is None and is_kept(question.figure)


def is_parted(question: Question) -> bool:
    day = day_of(question.figure)
    return day is not None and day.is_whole and len(question.period.months()) > 1


def months_of(question: Question) -> list[Question]:
    return [replace(question, period=month) for month in question.period.months()]


def key_of(question: Question) -> tuple:
    figure, centre = question.figure, question.centre
    return (
        figure.slug,
        digest_of(figure),
        centre.pk if centre else ALL,
        question.period.start,
        question.period.end,
    )


def look_up(questions: Iterable[Question]) -> dict[Question, Answer]:
    """What is kept of them."""
    questions = list(questions)
    if not questions:
        return {}
    columns = zip(*map(key_of, questions), strict=True)
    rows = run(LOOK_UP, [list(column) for column in columns])
    return {questions[place - 1]: Answer(total, ok) for place, total, ok in rows}


def keep(totals: dict[Question, Decimal], snapshot: str) -> None:
    if totals:
        keys = zip(*map(key_of, totals), strict=True)
        run(KEEP, [snapshot, *map(list, keys), list(totals.values())])


def run(sql: str, params=()) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall() if cursor.description else []
