"""What was sealed, read again: its records, and what has moved since."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db import connection, models
from django.urls import reverse
from django.utils.translation import gettext as _

from figures.compiling import function_name
from figures.models import Seal
from figures.registry import Figure
from figures.then import Counted

MOVED = """
SELECT coalesce(live.pk, sealed.record_pk), sealed.record_pk IS NOT NULL,
  live.pk IS NOT NULL, sealed.measured, live.measured
FROM {function}(%s, %s) AS live
FULL JOIN (
  SELECT record_pk, measured FROM figures_sealedrecord WHERE seal_id = %s
) AS sealed ON sealed.record_pk = live.pk
WHERE live.pk IS NULL OR sealed.record_pk IS NULL
  OR live.measured IS DISTINCT FROM sealed.measured
ORDER BY 1
"""


@dataclass(frozen=True)
class Moved:
    """A record whose part in a figure is not as it was. None: unknown, or nothing."""

    record_pk: int
    was_counted: bool
    is_counted: bool
    before: Decimal | None
    after: Decimal | None


@dataclass(frozen=True)
class MovedLine:
    """The same for people; `url` is empty where the record was disposed of."""

    label: str
    url: str
    kind: str
    before: str
    after: str
    exact_before: str
    exact_after: str


def moved_since(seal: Seal, figure: Figure) -> list[Moved]:
    """How the records counted now differ from those sealed."""
    close = seal.close
    with connection.cursor() as cursor:
        cursor.execute(
            MOVED.format(function=function_name(figure)),
            (close.year, close.centre_id, seal.pk),
        )
        return [Moved(*row) for row in cursor.fetchall()]


def counted_when_sealed(seal: Seal, *, after: int = 0, most: int) -> list[Counted]:
    """The sealed records after a pk, by pk."""
    records = seal.records.filter(record_pk__gt=after).order_by("record_pk")
    return list(records.values_list("record_pk", "measured")[:most])


def lines_of(figure: Figure, moved: Iterable) -> list[MovedLine]:
    """Moved or RestatedRecord rows of one figure, each with its record by name."""
    moved = list(moved)
    record_type = figure.record_type
    of_these = record_type.model._base_manager.filter(
        pk__in=[one.record_pk for one in moved]
    )
    records = {record.pk: record for record in record_type.rows(of_these)}
    return [line_of(figure, one, records.get(one.record_pk)) for one in moved]


def line_of(figure: Figure, moved, record: models.Model | None) -> MovedLine:
    unit, unnamed = figure.unit, f"{figure.record_type.label} {moved.record_pk}"
    return MovedLine(
        label=str(record) if record else unnamed,
        url=address_of(record) if record else "",
        kind=kind_of(moved),
        before=part(unit.text, moved.was_counted, moved.before),
        after=part(unit.text, moved.is_counted, moved.after),
        exact_before=part(unit.exact, moved.was_counted, moved.before),
        exact_after=part(unit.exact, moved.is_counted, moved.after),
    )


def address_of(record: models.Model) -> str:
    """The record's page; of a deleted one its history."""
    if record.is_deleted:
        return reverse("record-history", args=(record.record_type.slug, record.pk))
    return record.get_absolute_url()


def kind_of(moved) -> str:
    if not moved.is_counted:
        return _("no longer counted")
    return _("adds otherwise") if moved.was_counted else _("newly counted")


def part(text: Callable[..., str], is_counted: bool, value: Decimal | None) -> str:
    """What a record adds, as text: a dash where it is not counted."""
    if not is_counted:
        return "–"
    return _("unknown") if value is None else text(value)
