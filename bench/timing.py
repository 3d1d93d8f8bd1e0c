"""How long a call takes: the database's own time, and all of it.

The best of several runs that take turns, so that what else the machine does falls on
none of them alone.
"""

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

from django.db import connection
from django.test import Client

from accounts.models import User

RUNS = 9


@dataclass(frozen=True)
class Time:
    """Milliseconds."""

    database: float
    whole: float


def timed(call: Callable) -> Time:
    """The call's time, and what its statements took of it, all together."""
    spent = 0.0

    def execute_timed(execute, sql, params, many, context):
        nonlocal spent
        start = perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            spent += perf_counter() - start

    start = perf_counter()
    with connection.execute_wrapper(execute_timed):
        call()
    return Time(spent * 1000, (perf_counter() - start) * 1000)


def best(calls: list[Callable], *, runs: int = RUNS) -> list[Time]:
    """The best times of each call; they take turns, after one run to warm up."""
    for call in calls:
        call()
    times = [[timed(call) for call in calls] for _run in range(runs)]
    return [
        Time(min(t.database for t in column), min(t.whole for t in column))
        for column in zip(*times, strict=True)
    ]


def opens(client: Client, address: str) -> Callable:
    def get() -> None:
        response = client.get(address)
        if response.status_code != 200:
            raise RuntimeError(f"{address} answered {response.status_code}")
        b"".join(response)

    return get


def signed_in(user: User) -> Client:
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(user)
    return client
