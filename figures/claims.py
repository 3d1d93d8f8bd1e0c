"""Claimed once: of which records two may be one outcome, and which count as another.

Declared in each app's `claims.py`, discovered at start-up; `figures.claim_finding`
finds the pairs, `figures.claiming` decides them.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.apps import apps
from django.db import models


@dataclass(frozen=True, kw_only=True)
class Ground:
    """One reason for which two records may be one outcome.

    Both agree in every one of `same` (field names or expressions; a record without one
    of them takes no part) and, where `days` says so, happened at most so many days
    apart. Two that both give one of `unless` and differ in it (a list: have nothing in
    common) are two outcomes. `is_across`: says something between two centres only.
    `score` is from 0 to 100, `label` stands on the page of the pair.
    """

    slug: str
    label: str
    score: int
    same: tuple[str | models.Expression, ...]
    days: int | None = None
    unless: tuple[str | models.Expression, ...] = ()
    is_across: bool = False


@dataclass(frozen=True, kw_only=True)
class Claimed:
    """Records of a type (`record_type`, its slug) that may be claimed twice.

    `records` takes a Period and answers those that some figure counts, `day` names the
    field by which it does. `shown` are the fields that make the claim: all that another
    centre gets to see of a record.
    """

    record_type: str
    records: Callable[..., models.QuerySet]
    day: str
    shown: tuple[str, ...]
    grounds: tuple[Ground, ...]

    def ground(self, slug: str) -> Ground | None:
        return next((one for one in self.grounds if one.slug == slug), None)


_claimed: dict[str, Claimed] = {}


def register(claimed: Claimed) -> Claimed:
    if claimed.record_type in _claimed:
        raise ValueError(f"{claimed.record_type!r} is declared twice")
    _claimed[claimed.record_type] = claimed
    return claimed


def has(record_type: str) -> bool:
    return record_type in _claimed


def get(record_type: str) -> Claimed:
    return _claimed[record_type]


def all_claimed() -> Iterator[Claimed]:
    return iter(_claimed.values())


def left_out(record_type: str, counted: models.QuerySet) -> models.QuerySet:
    """The pks of a type's records that were decided to be the same as one of those
    counted, which leads."""
    same = apps.get_model("figures", "Claim").objects.same()
    return same.filter(
        record_type=record_type, lead_pk__in=counted.values("pk")
    ).values("follower_pk")


def claimed_and_once(figures: Iterable, period) -> dict[str, tuple[Decimal, Decimal]]:
    """What all centres claim together and what counts once, by the figure's slug, for
    those figures of which some outcome is claimed twice; as few statements for many
    figures as for one."""
    # Measuring reads figures, and figures read this module.
    from figures.measuring import Question, totals, totals_claimed

    same = apps.get_model("figures", "Claim").objects.same()
    twice = set(same.values_list("record_type", flat=True))
    asked = [
        Question(figure, period)
        for figure in figures
        if not figure.is_distinct and figure.record_type.slug in twice
    ]
    pairs = zip(totals_claimed(asked), totals(asked), strict=True)
    return {
        question.figure.slug: pair for question, pair in zip(asked, pairs, strict=True)
    }
