"""One line of a timeline: what a record of whatever type says of itself."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models

from records import record_types
from records.links import way_between
from records.reading import Cell, Reader
from records.record_types import RecordType

STATES = ("status", "stage")
AMOUNTS = ("amount", "currency")


@dataclass(frozen=True)
class Entry:
    """One record on the timeline."""

    record_type: RecordType
    record: models.Model
    day: str
    title: str
    about: str
    state: str
    amount: Cell | None


def entries_of(
    record_type: RecordType, pks: Iterable[int], subject: models.Model
) -> Iterable[tuple[models.Model, Entry]]:
    reader = Reader(record_type)
    link = way_between(record_type.model, type(subject)).partition("__")[0]
    for record in record_type.rows(record_type.model.objects.filter(pk__in=pks)):
        yield record, entry_of(reader, record, subject, link)


def entry_of(reader: Reader, record: models.Model, subject, link: str) -> Entry:
    """`link` leads to the subject, so nothing need be said of it."""
    record_type = reader.record_type
    day = reader.text(record, record_type.day)
    title = title_of(record, subject, day)
    state = next((n for n in STATES if record_type.field(n) is not None), "")
    left_out = {link, record_type.day, state, *AMOUNTS}
    about = (
        about_text(reader, record, name)
        for name in record_type.columns
        if name not in left_out and is_told(record_type.field(name))
    )
    return Entry(
        record_type=record_type,
        record=record,
        day=day,
        title=title,
        about=" · ".join(text for text in about if text and text not in title),
        state=reader.text(record, state) if state else "",
        amount=amount_of(reader, record),
    )


def title_of(record: models.Model, subject: models.Model, day: str) -> str:
    """The record's own, without its day and the name of the one whose page this is."""
    title = str(record)
    if title == f"{subject} {day}":
        return day
    title = title.removeprefix(f"{day} ")
    return title.removeprefix(f"{subject} · ").removesuffix(f" · {subject}")


def is_told(field: models.Field | None) -> bool:
    """Whether a line tells the field: no number, and nothing with a line of its own."""
    if field is None or isinstance(field, models.IntegerField | models.GeneratedField):
        return False
    if field.many_to_one and record_types.has_type(field.related_model):
        return not record_types.of_model(field.related_model).day
    return True


def about_text(reader: Reader, record: models.Model, name: str) -> str:
    text = reader.text(record, name)
    is_day = isinstance(reader.record_type.field(name), models.DateField)
    return f"{reader.header(name)} {text}" if is_day and text else text


def amount_of(reader: Reader, record: models.Model) -> Cell | None:
    """What it was worth, in won; in its own currency where no rate is known."""
    for name in reader.record_type.columns:
        if name.endswith("_krw") and getattr(record, name) is not None:
            return reader.cell(record, name)
    if getattr(record, "amount", None) is None:
        return None
    return Cell(f"{record.currency} {record.amount:,.2f}", is_number=True)
