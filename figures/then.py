"""The records of a figure as they stood at a past moment, each with what it added then.

Values come from history alone, so also those of records that are deleted by now; what a
record links to is named as it is called today.
"""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from django.db import connection, models
from django.db.models import prefetch_related_objects
from django.urls import reverse

from figures.registry import Figure
from records.reading import Table
from records.record_types import RecordType

# pk of a record, and what it added; None where that was unknown.
Counted = tuple[int, Decimal | None]


class TableThen(Table):
    """A list of records as they stood; each leads to what happened to it since."""

    def address(self, record: models.Model) -> str:
        slug = self.reader.record_type.slug
        return reverse("record-history", args=(slug, record.pk))


def table_then(figure: Figure, counted: Iterable[Counted], moment: datetime) -> Table:
    """A page of what was counted; without those whose history was disposed of."""
    record_type, measured = figure.record_type, dict(counted)
    records = as_they_stood(record_type, measured, moment)
    for record in records:
        record.measured = measured[record.pk]
    columns = columns_then(record_type)
    links = [name for name in columns if record_type.field(name).many_to_one]
    prefetch_related_objects(records, *links)
    return TableThen(record_type, records, (*columns, "measured"))


def as_they_stood(
    record_type: RecordType, pks: Iterable[int], moment: datetime
) -> list[models.Model]:
    """The records by pk, each as its last event before the moment has it."""
    model = record_type.model
    events = (
        model.pgh_event_model.objects.filter(
            pgh_obj_id__in=list(pks), pgh_created_at__lte=moment
        )
        .order_by("pgh_obj_id", "-pgh_id")
        .distinct("pgh_obj_id")
    )
    return [record_of(model, event) for event in events]


def record_of(model: type[models.Model], event: models.Model) -> models.Model:
    kept = {field.attname for field in event._meta.concrete_fields}
    names = [f.attname for f in model._meta.concrete_fields if f.attname in kept]
    values = [getattr(event, name) for name in names]
    return model.from_db(connection.alias, names, values)


def columns_then(record_type: RecordType) -> tuple[str, ...]:
    """The list's columns that a record's own history keeps."""
    fields = ((name, record_type.field(name)) for name in record_type.columns)
    return tuple(name for name, field in fields if field and not field.many_to_many)
