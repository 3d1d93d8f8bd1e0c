"""Which record a row is of: by its reference, then by its original number, then by the
type's natural key.

Each record answers to one row of a file; where several bear one key, the row whose
values are the record's own comes first.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db import models
from django.db.models import Exists, OuterRef

from accounts.models import User
from records import form_fields
from records.imports import Import, ImportRow
from records.record_types import RecordType
from records.spreadsheets.links import Links
from records.spreadsheets.mentions import Mention, Target, plain
from records.spreadsheets.understanding import Understood

BATCH = 1000


class Existing:
    """The records of a type that a file's rows may be of, read in batches."""

    def __init__(self, record_type: RecordType, user: User, fields) -> None:
        many = [name for name in fields if is_many(record_type, name)]
        records = record_type.visible_to(user)
        self.record_type = record_type
        self.records = records.for_display().prefetch_related(*many)
        self.has_numbers = "external_id" in fields
        self.is_keyed = set(record_type.natural_key) <= set(fields)
        self.by_number: dict[str, models.Model] = {}
        self.by_key: dict[tuple, list[models.Model]] = defaultdict(list)
        self.met: dict[int, list[models.Model]] = {}
        self.claimed: set[int] = set()
        self.exact: dict[int, models.Model] = {}
        self.gone = None if record_type.is_code_list else Gone(record_type, user, many)
        if not self.is_keyed:
            self.links = Links(form_fields.RelatedField(candidates=records))

    def load(self, rows: list[Understood]) -> None:
        """Read the records these rows may be of, and give each row the record it is
        an exact copy of."""
        if self.has_numbers:
            numbers = {row.values.get("external_id") for row in rows} - {None}
            for record in with_values(self.records, "external_id", numbers):
                self.by_number[record.external_id] = record
        if self.is_keyed and self.record_type.natural_key:
            first = self.record_type.natural_key[0]
            values = {plain(row.values.get(first)) for row in rows} - {""}
            for record in with_values(self.records, first, values):
                self.by_key[self.key_of(record)].append(record)
            if self.gone is not None:
                self.gone.load(first, values)
        self.claimed |= {
            row.own.record.pk for row in rows if row.own and row.own.record
        }
        if not self.is_keyed:
            self.links.compare({row.values.get("name", "") for row in rows})
        for row in rows:
            for record in () if row.own else self.candidates(row):
                if record.pk not in self.claimed and not differences(row, record):
                    self.claimed.add(record.pk)
                    self.exact[id(row)] = record
                    break

    def match(self, row: Understood) -> models.Model | None:
        """The record this row is of; no other row gets it."""
        if row.own:
            return row.own.record
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
        if self.is_keyed:
            found = self.by_key.get(self.key_in(row), ())
        else:
            found = self.meets(row)
        return [r for r in found if not number or r.external_id in ("", number)]

    def meets(self, row: Understood) -> list[models.Model]:
        """By what identifies a record of this type, else by its name; asked once, so
        that no row meets what an earlier one brought in."""
        if id(row) not in self.met:
            self.met[id(row)] = self.asked(row)
        return self.met[id(row)]

    def asked(self, row: Understood) -> list[models.Model]:
        names = set(self.record_type.natural_key) & set(row.values)
        details = {name: row.values[name] for name in names}
        mention = Mention(row.values.get("name", ""), tuple(details.items()))
        self.links.compare({mention.name})
        target = self.links.detailed(mention.details)
        found = target or self.links.named(mention.name, details)
        record = found.record if isinstance(found, Target) else None
        return [record] if record else []

    def deleted(self, row: Understood) -> models.Model | None:
        """The deleted record that this row would bring in again."""
        return self.gone and self.gone.same_as(row)

    def key_of(self, record: models.Model) -> tuple:
        return key_of(self.record_type, record)

    def key_in(self, row: Understood) -> tuple:
        return key_in(self.record_type, row)


class Gone:
    """The deleted records that rows may be of. Those that went with the undoing of an
    import may come in again."""

    def __init__(self, record_type: RecordType, user: User, many: list[str]) -> None:
        undone = ImportRow.objects.filter(
            type_slug=record_type.slug,
            record_pk=OuterRef("pk"),
            one__state=Import.State.UNDONE,
        )
        records = record_type.model.with_deleted.visible_to(user)
        records = records.filter(~Exists(undone), deleted_at__isnull=False)
        self.record_type = record_type
        self.records = records.prefetch_related(*many)
        self.by_key: dict[tuple, list[models.Model]] = defaultdict(list)

    def load(self, field: str, values: set) -> None:
        for record in with_values(self.records, field, values):
            self.by_key[key_of(self.record_type, record)].append(record)

    def same_as(self, row: Understood) -> models.Model | None:
        for record in self.by_key.get(key_in(self.record_type, row), ()):
            if not differences(row, record):
                return record
        return None


def with_values(records: models.QuerySet, field: str, values: set) -> Iterator:
    """The records in which the field has one of these values, read in batches."""
    ordered = sorted(values)
    for start in range(0, len(ordered), BATCH):
        yield from records.filter(**{f"{field}__in": ordered[start : start + BATCH]})


def key_of(record_type: RecordType, record: models.Model) -> tuple:
    return tuple(current(record, name) for name in record_type.natural_key)


def key_in(record_type: RecordType, row: Understood) -> tuple:
    return tuple(plain(row.values.get(name)) for name in record_type.natural_key)


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
