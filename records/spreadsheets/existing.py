"""Which record a row is of: by its original number, then by the type's natural key.

Each record answers to one row of a file; where several bear one key, the row whose
values are the record's own comes first.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db import models

from records import form_fields
from records.record_types import RecordType
from records.spreadsheets.links import Links, Mention, Target, plain
from records.spreadsheets.understanding import Understood

BATCH = 1000


class Existing:
    """The records of a type that a file's rows may be of, read in batches."""

    def __init__(self, record_type: RecordType, records: models.QuerySet, fields):
        many = [name for name in fields if is_many(record_type, name)]
        self.record_type = record_type
        self.records = records.prefetch_related(*many)
        self.has_numbers = "external_id" in fields
        self.is_keyed = set(record_type.natural_key) <= set(fields)
        self.by_number: dict[str, models.Model] = {}
        self.by_key: dict[tuple, list[models.Model]] = defaultdict(list)
        self.claimed: set[int] = set()
        self.exact: dict[int, models.Model] = {}
        if not self.is_keyed:
            self.links = Links(form_fields.RelatedField(candidates=records))

    def load(self, rows: list[Understood]) -> None:
        """Read the records these rows may be of, and give each row the record it is
        an exact copy of."""
        if self.has_numbers:
            numbers = {row.values.get("external_id") for row in rows} - {None}
            for record in self.with_values("external_id", numbers):
                self.by_number[record.external_id] = record
        if self.is_keyed and self.record_type.natural_key:
            first = self.record_type.natural_key[0]
            values = {plain(row.values.get(first)) for row in rows} - {""}
            for record in self.with_values(first, values):
                self.by_key[self.key_of(record)].append(record)
        if not self.is_keyed:
            self.links.compare({row.values.get("name", "") for row in rows})
        for row in rows:
            for record in self.candidates(row):
                if record.pk not in self.claimed and not differences(row, record):
                    self.claimed.add(record.pk)
                    self.exact[id(row)] = record
                    break

    def with_values(self, field: str, values: set) -> Iterator[models.Model]:
        ordered = sorted(values)
        for start in range(0, len(ordered), BATCH):
            part = ordered[start : start + BATCH]
            yield from self.records.filter(**{f"{field}__in": part})

    def match(self, row: Understood) -> models.Model | None:
        """The record this row is of; no other row gets it."""
        if id(row) in self.exact:
            return self.exact[id(row)]
        for record in self.candidates(row):
            if record.pk not in self.claimed:
                self.claimed.add(record.pk)
                return record
        return None

    def candidates(self, row: Understood) -> Iterable[models.Model]:
        number = row.values.get("external_id")
        if number in self.by_number:
            return [self.by_number[number]]
        found = (
            self.by_key.get(self.key_in(row), ()) if self.is_keyed else self.met(row)
        )
        return [r for r in found if not number or r.external_id in ("", number)]

    def met(self, row: Understood) -> list[models.Model]:
        """By what identifies a record of this type, else by its name."""
        names = set(self.record_type.natural_key) & set(row.values)
        details = {name: row.values[name] for name in names}
        mention = Mention(row.values.get("name", ""), tuple(details.items()))
        self.links.compare({mention.name})
        target = self.links.detailed(mention.details)
        found = target or self.links.named(mention.name, details)
        record = found.record if isinstance(found, Target) else None
        return [record] if record else []

    def key_of(self, record: models.Model) -> tuple:
        return tuple(current(record, name) for name in self.record_type.natural_key)

    def key_in(self, row: Understood) -> tuple:
        return tuple(plain(row.values.get(n)) for n in self.record_type.natural_key)


def is_many(record_type: RecordType, name: str) -> bool:
    field = record_type.field(name)
    return field is not None and bool(field.many_to_many)


def current(record: models.Model, name: str):
    """A record's own value, in the form in which rows are compared with it."""
    field = record._meta.get_field(name)
    if field.many_to_many:
        return frozenset(other.pk for other in getattr(record, name).all())
    return plain(getattr(record, field.attname))


def differences(row: Understood, record: models.Model) -> dict:
    """The row's values that are not the record's; what the record has no field for,
    and what the row does not say, is no difference."""
    own = {field.name for field in record._meta.get_fields()}
    return {
        name: value
        for name, value in row.values.items()
        if name in own and plain(value) != current(record, name)
    }
