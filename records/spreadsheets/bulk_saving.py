"""New records of many rows at once, where nothing but the database need be asked.

A row's values are those of its form's fields already; what is left of the form are the
model's own rules. Whatever is refused here is brought in row by row instead
(`saving`), so that each refusal has its sentence.
"""

from collections.abc import Iterable
from itertools import groupby

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from records.forms import RecordForm
from records.spreadsheets.copying import insert
from records.spreadsheets.saving import Pending, ready, tell_new

REFUSALS = (ValidationError, IntegrityError)


def is_plain(form_type: type[RecordForm]) -> bool:
    """Whether the form has no rule of its own beside its fields' and its model's."""
    own = ("clean", "save", "_post_clean")
    return all(
        getattr(form_type, name) is getattr(RecordForm, name) for name in own
    ) and not any(name.startswith("clean_") for name in vars(form_type))


def save_all(batch: list[Pending]) -> list[models.Model]:
    """The new records of the rows in their order, with those that they name: all of
    them or none. Raises REFUSALS."""
    new = {id(one): unmade(one) for one in batch}
    try:
        with transaction.atomic():
            for one in batch:
                for target in new[id(one)]:
                    target.make(one.desk.user, is_left_to_database=True)
                one.values = {**one.data, **ready(one.row.values)}
            records = [record for part in parts(batch) for record in inserted(part)]
    except REFUSALS:
        for targets in new.values():
            for target in targets:
                target.record = None
        raise
    told: set[int] = set()
    for one in batch:
        first = [target for target in new[id(one)] if id(target) not in told]
        told.update(map(id, first))
        tell_new(one.row, first)
    return records


def unmade(one: Pending) -> list:
    return [target for target in one.row.targets if target.record is None]


def parts(batch: list[Pending]) -> Iterable[list[Pending]]:
    """The rows that follow each other at one desk."""
    return (list(rows) for _desk, rows in groupby(batch, key=lambda one: one.desk))


def inserted(batch: list[Pending]) -> list[models.Model]:
    """The records of one desk's rows, with their links and what comes with them."""
    desk = batch[0].desk
    model = desk.record_type.model
    records = [record_of(one) for one in batch]
    insert(records)
    for link in model._meta.local_many_to_many:
        insert_links(link, records, batch)
    others = [
        other
        for record, one in zip(records, batch, strict=True)
        for other in desk.form_type.coming_with(record, one.values)
    ]
    for kind in dict.fromkeys(map(type, others)):
        insert([other for other in others if type(other) is kind])
    return records


def record_of(one: Pending) -> models.Model:
    """The record, not yet saved, checked by its model. Raises ValidationError."""
    desk = one.desk
    record = desk.record_type.model(
        centre_id=desk.centre.pk,
        **{name: one.values[name] for name in desk.columns if name in one.values},
    )
    record.is_left_to_database = True
    record.clean_fields(exclude=desk.not_filled)
    record.clean()
    return record


def insert_links(link, records: list[models.Model], batch: list[Pending]) -> None:
    source, other = f"{link.m2m_field_name()}_id", f"{link.m2m_reverse_field_name()}_id"
    through = link.remote_field.through
    insert(
        [
            through(**{source: record.pk, other: linked.pk})
            for record, one in zip(records, batch, strict=True)
            for linked in one.values.get(link.name, ())
        ]
    )
