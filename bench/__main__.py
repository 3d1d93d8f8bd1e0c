"""`make bench`: what pages and API ask of the database at a million cases, beside the
same counts as hand-written SQL, in one run.

Times are the database's own, summed over a page's statements: the best of several runs
that take turns, so that what else the machine does falls on neither.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pangyo.settings")
django.setup()

from django.db import connection  # noqa: E402  (settings come first)
from django.test import Client, override_settings  # noqa: E402

from accounts.models import Centre, User  # noqa: E402
from bench import handwritten  # noqa: E402
from bench.filling import LARGEST_CENTRE, use_filled_database  # noqa: E402
from figures.measuring import Question, total  # noqa: E402
from figures.periods import Period  # noqa: E402
from figures.registry import all_figures  # noqa: E402
from records import record_types  # noqa: E402

YEAR = 2024
COLUMNS = 5  # years on the annual page
RUNS = 9
RATIO = 1.5
LIST_LIMIT = 30  # milliseconds


@dataclass(frozen=True)
class Line:
    """One measurement; `limit` is a ratio beside counts by hand, else milliseconds."""

    what: str
    ours: float
    by_hand: float | None = None
    limit: float | None = None

    @property
    def verdict(self) -> str:
        if self.limit is None:
            return ""
        found = self.ours if self.by_hand is None else self.ours / self.by_hand
        return "ok" if found <= self.limit else "OVER"

    def __str__(self) -> str:
        by_hand = ratio = ""
        limit = f"{self.limit:.0f} ms" if self.limit else ""
        if self.by_hand is not None:
            by_hand = f"{self.by_hand:.1f}"
            ratio = f"{self.ours / self.by_hand:.2f}"
            limit = f"{self.limit:.2f} ×" if self.limit else ""
        return (
            f"{self.what:<52} {self.ours:>9.1f} {by_hand:>9} {ratio:>6} "
            f"{limit:>8} {self.verdict}"
        )


HEADER = f"{'what':<52} {'ours ms':>9} {'by hand':>9} {'ratio':>6} {'limit':>8}"


def database_time(call: Callable) -> float:
    """Milliseconds that the call's statements took, all together."""
    spent = 0.0

    def timed(execute, sql, params, many, context):
        nonlocal spent
        start = perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            spent += perf_counter() - start

    with connection.execute_wrapper(timed):
        call()
    return spent * 1000


def measured(*calls: Callable) -> list[float]:
    """The best time of each call; they take turns, after one run to warm up."""
    for call in calls:
        call()
    times = [[database_time(call) for call in calls] for _run in range(RUNS)]
    return [min(column) for column in zip(*times, strict=True)]


def opens(client: Client, address: str) -> Callable:
    def get() -> None:
        response = client.get(address)
        if response.status_code != 200:
            raise RuntimeError(f"{address} answered {response.status_code}")
        b"".join(response)

    return get


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


def signed_in(user: User) -> Client:
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(user)
    return client


def measurements():
    """Each line as soon as it is measured."""
    centre = Centre.objects.get(pk=LARGEST_CENTRE)
    officer = signed_in(centre.users.first())
    national = signed_in(User.objects.get(all_centres=True))
    readers = (("one centre", centre, officer), ("all centres", None, national))
    for whose, its_centre, client in readers:
        refuse_different_numbers(its_centre)
        yield from figures_lines(whose, its_centre, client)
    for whose, _centre, client in readers:
        yield from list_lines(whose, client)


def figures_lines(whose: str, centre: Centre | None, client: Client):
    year = Period.of_year(YEAR)
    shown = [year.years_before(n) for n in range(COLUMNS)]
    limit = RATIO if centre else None
    page, hand = measured(
        opens(client, f"/figures/?year={YEAR}"), counts_by_hand(centre, shown)
    )
    yield Line(f"annual page, {whose}", page, hand, limit)
    api, hand = measured(
        opens(client, f"/api/v1/figures/?year={YEAR}"),
        counts_by_hand(centre, shown[:2]),
    )
    yield Line(f"figures API, {whose}", api, hand, limit)
    [figure] = measured(opens(client, "/figures/consulting-cases/?from=2015&to=2024"))
    yield Line(f"cases through ten years, {whose}", figure)
    address = f"/figures/consulting-cases/{YEAR}/"
    [records] = measured(opens(client, address))
    yield Line(f"drill-down, {whose}", records, limit=LIST_LIMIT)
    address = f"/api/v1/figures/consulting-cases/records/?year={YEAR}"
    [records] = measured(opens(client, address))
    yield Line(f"drill-down API, {whose}", records, limit=LIST_LIMIT)


def list_lines(whose: str, client: Client):
    for record_type in record_types.all_types():
        address = f"/{record_type.slug}/"
        [page] = measured(opens(client, address))
        yield Line(f"{address}, {whose}", page, limit=LIST_LIMIT)
    for address in ("/cases/?status=open", "/", "/startups/17/"):
        [page] = measured(opens(client, address))
        yield Line(f"{address}, {whose}", page, limit=LIST_LIMIT)
    for address in ("/api/v1/cases/", "/cases/?q=상담 99999", "/search/?q=기업 99"):
        [page] = measured(opens(client, address))
        yield Line(f"{address}, {whose}", page)


def main() -> None:
    use_filled_database()
    print(HEADER)
    # The assets are not asked for; nobody need look them up.
    with override_settings(WHITENOISE_AUTOREFRESH=True):
        for line in measurements():
            print(line, flush=True)


if __name__ == "__main__":
    main()
