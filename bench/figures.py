"""Figures at a million cases beside the same counts as hand-written SQL."""

from collections.abc import Callable, Iterator

from django.db import connection

from accounts.models import Centre
from bench import handwritten
from bench.readers import Reader
from bench.timing import best, opens
from figures.measuring import Question, total
from figures.periods import Period
from figures.registry import all_figures

YEAR = 2024
COLUMNS = 5  # years on the annual page
RATIO = 1.5
LIMIT = 30  # milliseconds

HEADER = f"{'what':<52} {'ours ms':>9} {'by hand':>9} {'ratio':>6} {'limit':>8}"


def line(what: str, ours: float, by_hand: float | None = None, limit=None) -> str:
    """One measurement; `limit` is a ratio beside counts by hand, else milliseconds."""
    hand = ratio = bound = verdict = ""
    if by_hand is not None:
        hand, ratio = f"{by_hand:.1f}", f"{ours / by_hand:.2f}"
    if limit is not None:
        bound = f"{limit:.2f} ×" if hand else f"{limit} ms"
        verdict = "ok" if ours / (by_hand or 1) <= limit else "OVER"
    return f"{what:<52} {ours:>9.1f} {hand:>9} {ratio:>6} {bound:>8} {verdict}"


def lines(reader: Reader) -> Iterator[str]:
    """Each as soon as it is measured."""
    refuse_different_numbers(reader.centre)
    whose, centre, client = reader.whose, reader.centre, reader.client
    year = Period.of_year(YEAR)
    shown = [year.years_before(n) for n in range(COLUMNS)]
    limit = RATIO if centre else None
    for what, address, periods in (
        ("annual page", f"/figures/?year={YEAR}", shown),
        ("figures API", f"/api/v1/figures/?year={YEAR}", shown[:2]),
    ):
        calls = [opens(client, address), counts_by_hand(centre, periods)]
        ours, hand = (time.database for time in best(calls))
        yield line(f"{what}, {whose}", ours, hand, limit)
    for what, address, limit in (
        (
            "cases through ten years",
            "/figures/consulting-cases/?from=2015&to=2024",
            None,
        ),
        ("drill-down", f"/figures/consulting-cases/{YEAR}/", LIMIT),
        (
            "drill-down API",
            f"/api/v1/figures/consulting-cases/records/?year={YEAR}",
            LIMIT,
        ),
    ):
        [time] = best([opens(client, address)])
        yield line(f"{what}, {whose}", time.database, limit=limit)


def counts_by_hand(centre: Centre | None, periods: list[Period]) -> Callable:
    """Every figure for every period, a statement each."""

    def count() -> None:
        for period in periods:
            for figure in all_figures():
                by_hand(figure.slug, centre, period)

    return count


def by_hand(slug: str, centre: Centre | None, period: Period):
    sql = handwritten.statement(slug, of_centre=centre is not None)
    params = {"start": period.start, "end": period.end}
    if centre is not None:
        params["centre"] = centre.pk
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchone()[0] or 0


def refuse_different_numbers(centre: Centre | None) -> None:
    """Beside another number a time says nothing."""
    period = Period.of_year(YEAR)
    for figure in all_figures():
        ours = float(total(Question(figure, period, centre)))
        theirs = float(by_hand(figure.slug, centre, period))
        if abs(ours - theirs) > 1e-6:
            raise RuntimeError(f"{figure.slug}: {ours} here, {theirs} by hand")
