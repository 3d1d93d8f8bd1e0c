"""Bringing files in: 20,000 plain cases tried and saved, beside `bulk_create` of the
same rows in the same run.

In a transaction that is rolled back; history is written throughout.
"""

import csv
import resource
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import pghistory
from django.db import transaction

from accounts.models import Centre
from records.spreadsheets.importing import import_file
from support.models import ConsultingCase, Session, Startup

ROWS = 20_000
STARTUPS = 500
PREVIEW_SECONDS, ROWS_A_SECOND, MEGABYTES = 20, 1_500, 500
HEADER = f"{'files in':<44} {'seconds':>9} {'rows/s':>8} {'limit':>8} {'':4}"
TITLES = (
    "접수일",
    "기업명",
    "상담분야",
    "상담내용",
    "담당자",
    "상담시간(분)",
    "처리결과",
)
FIRST_DAY = date(2018, 1, 1)


def lines(centre: Centre) -> Iterator[str]:
    """Each as soon as it is measured."""
    startups = list(Startup.objects.order_by("pk")[:STARTUPS])
    officer = centre.users.first()
    with TemporaryDirectory() as folder:
        path = Path(folder, "cases.csv")
        write(path, [startup.name for startup in startups], officer.username)
        tried = taken(lambda: import_file(path, "cases", centre=centre, dry_run=True))
        ours = taken(lambda: import_file(path, "cases", centre=centre))
    plain = taken(lambda: create_in_bulk(centre, startups, officer))
    yield line("trial run", tried, f"{PREVIEW_SECONDS} s", tried <= PREVIEW_SECONDS)
    is_fast = ROWS / ours >= ROWS_A_SECOND
    yield line("saved", ours, f"{ROWS_A_SECOND}/s", is_fast)
    yield line("plain bulk_create", plain, f"{ours / plain:.1f} ×", None)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    yield f"peak {peak} MB, limit {MEGABYTES} MB {verdict(peak <= MEGABYTES)}"


def write(path: Path, names: list[str], officer: str) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(TITLES)
        for number in range(ROWS):
            day = FIRST_DAY + timedelta(days=number % 365)
            name, asked = names[number % len(names)], f"문의 내용 {number}"
            rows.writerow([day, name, "법률", asked, officer, 60, "완료"])


def create_in_bulk(centre: Centre, startups: list[Startup], officer) -> None:
    cases = ConsultingCase.objects.bulk_create(
        [
            ConsultingCase(
                centre=centre,
                startup=startups[number % len(startups)],
                fields=["legal"],
                request=f"문의 내용 {number}",
                opened_on=FIRST_DAY + timedelta(days=number % 365),
                status="closed",
            )
            for number in range(ROWS)
        ],
        batch_size=500,
    )
    people = ConsultingCase.officers.through
    people.objects.bulk_create(
        [people(consultingcase=case, user=officer) for case in cases], batch_size=500
    )
    Session.objects.bulk_create(
        [
            Session(centre=centre, case=case, held_on=case.opened_on, minutes=60)
            for case in cases
        ],
        batch_size=500,
    )


def taken(call: Callable) -> float:
    """Seconds, of a call whose effect is taken back."""
    start = perf_counter()
    with transaction.atomic(), pghistory.context(command="bench"):
        call()
        seconds = perf_counter() - start
        transaction.set_rollback(True)
    return seconds


def line(what: str, seconds: float, limit: str, is_ok: bool | None) -> str:
    end = "" if is_ok is None else verdict(is_ok)
    return f"{what:<44} {seconds:>9.1f} {ROWS / seconds:>8,.0f} {limit:>8} {end:4}"


def verdict(is_ok: bool) -> str:
    return "ok" if is_ok else "OVER"
