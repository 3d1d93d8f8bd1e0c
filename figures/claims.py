"""Claimed once: of which records two may be one outcome, and which count as another.

Declared in each app's `claims.py`, discovered at start-up.
"""

from dataclasses import dataclass

from django.apps import apps
from django.db import models


@dataclass(frozen=True, kw_only=True)
class Claimed:
    """Records of a type (`record_type`, its slug) that may be claimed twice."""

    record_type: str


_claimed: dict[str, Claimed] = {}


def register(claimed: Claimed) -> Claimed:
    if claimed.record_type in _claimed:
        raise ValueError(f"{claimed.record_type!r} is declared twice")
    _claimed[claimed.record_type] = claimed
    return claimed


def has(record_type: str) -> bool:
    return record_type in _claimed


def left_out(record_type: str, counted: models.QuerySet) -> models.QuerySet:
    """The pks of a type's records that were decided to be the same as one of those
    counted, which leads."""
    same = apps.get_model("figures", "Claim").objects.same()
    return same.filter(
        record_type=record_type, lead_pk__in=counted.values("pk")
    ).values("follower_pk")
