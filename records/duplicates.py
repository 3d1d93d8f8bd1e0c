"""Records that may be one and the same thing as the one being entered.

A type declares by what it can be told (`RecordType.alike`); which records those are is
a method of its query set.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.db import models

from records.record_types import RecordType
from records.text import tidy

MOST = 5


@dataclass(frozen=True, kw_only=True)
class Likeness:
    """One way by which two records are alike: what is entered in `field` leads `find`
    to others. `is_weak`: worth a look, no reason to ask."""

    field: str
    reason: str
    find: Callable[[models.QuerySet, str], models.QuerySet]
    is_weak: bool = False


@dataclass
class Alike:
    """A record like the one entered, and why."""

    record: models.Model
    is_weak: bool
    reasons: list[str] = field(default_factory=list)


def alike_to(
    record_type: RecordType, user, values: Mapping[str, str], *, but: int | None = None
) -> list[Alike]:
    """The records that this user may see and that are like these values, most alike
    first; `but` is the pk of the record itself."""
    found: dict[int, Alike] = {}
    visible = record_type.rows(record_type.visible_to(user)).exclude(pk=but)
    for likeness in sorted(record_type.alike, key=lambda likeness: likeness.is_weak):
        text = tidy(str(values.get(likeness.field) or ""))
        if not text or (likeness.is_weak and len(found) >= MOST):
            continue
        for record in likeness.find(visible, text)[:MOST]:
            alike = found.setdefault(record.pk, Alike(record, likeness.is_weak))
            if likeness.is_weak == alike.is_weak:
                alike.reasons.append(likeness.reason)
    return list(found.values())


def same_key(alike: list[Alike]) -> str:
    """By which a person says of exactly these records that none is the one entered."""
    pks = sorted(one.record.pk for one in alike if not one.is_weak)
    return ",".join(map(str, pks))
