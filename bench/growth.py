"""The annual page and its totals, ten years of all figures, at ten million records
beside a hundred thousand: as kept, after a case was changed, counted from records."""

from collections.abc import Callable, Iterator

from django.db import connection

from accounts.models import Centre
from bench.filling import HUNDRED_THOUSAND, TEN_MILLION, Size, use_filled_database
from bench.readers import readers
from bench.timing import opens, timed
from figures.measuring import Question, measured, totals
from figures.models import KeptAnswer
from figures.periods import Period
from figures.registry import all_figures

YEARS = range(2015, 2025)
LIMIT, RATIO = 150, 2  # milliseconds; times as at a hundred thousand
RUNS = 7
HEADER = (
    f"{'ten years, all figures: database ms':<44} {'100,000':>9} {'10 million':>11} "
    f"{'ratio':>6} {'limit':>14}"
)
# Turns a closed case into an open one and back: the last one entered of the years.
EDIT = """
UPDATE support_consultingcase SET status =
  CASE status WHEN 'closed' THEN 'open' ELSE 'closed' END
WHERE id = (SELECT max(id) FROM support_consultingcase
            WHERE status IN ('closed', 'open'))
"""


def lines() -> Iterator[str]:
    """Each as soon as it is measured."""
    few, many = taken(HUNDRED_THOUSAND), taken(TEN_MILLION)
    for what, small in few.items():
        large = many[what]
        ratio, limit = large / small, ""
        if what.endswith("as kept"):
            is_ok = large <= LIMIT and ratio <= RATIO
            limit = f"{LIMIT} ms, {RATIO} × {'ok' if is_ok else 'OVER'}"
        yield f"{what:<44} {small:>9.1f} {large:>11.1f} {ratio:>6.2f} {limit:>14}"


def taken(size: Size) -> dict[str, float]:
    """What → milliseconds of the database; refuses numbers that are not a count's."""
    use_filled_database(size)
    together, beside = questions([None]), questions([None, *Centre.objects.all()])
    KeptAnswer.objects.all().delete()
    first = timed(lambda: totals(together)).database
    totals(beside)
    refuse_different_numbers(together)
    page = f"/figures/?year={YEARS[-1]}&years={len(YEARS)}"
    [national] = [reader for reader in readers() if reader.centre is None]
    return {
        "the annual page, all centres, as kept": best(opens(national.client, page)),
        "all centres together, as kept": best(lambda: totals(together)),
        "all centres side by side, as kept": best(lambda: totals(beside)),
        "together, after a case was changed": best(lambda: totals(together), edit),
        "together, counted from the records": first,
    }


def questions(centres: list[Centre | None]) -> list[Question]:
    return [
        Question(figure, Period.of_year(year), centre)
        for centre in centres
        for year in YEARS
        for figure in all_figures()
    ]


def edit() -> None:
    with connection.cursor() as cursor:
        cursor.execute(EDIT)


def best(call: Callable, before: Callable = lambda: None) -> float:
    """Milliseconds; after a run in which what must be counted once is."""
    found = []
    for _run in range(RUNS + 1):
        before()
        found.append(timed(call).database)
    return min(found[1:])


def refuse_different_numbers(asked: list[Question]) -> None:
    """Of the last year, which a count is quick for."""
    asked = [question for question in asked if question.period.year == YEARS[-1]]
    if totals(asked) != measured(asked):
        raise RuntimeError("What is kept is not what a count says.")
