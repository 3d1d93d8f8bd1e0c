"""What a merge of two start-ups would do, told before anything is done.

What moves is read from the model's own links, in every centre and with deleted records,
so a new type takes part by having a link to start-ups.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.db import models
from django.db.models import Count, Max, Q

from accounts.models import Centre
from records import record_types
from records.attachments import Attachment
from records.fields import TextsField
from records.reading import Reader
from support.models import Startup

KEPT, MERGED, BOTH = "kept", "merged", "both"
# What a company is found by: kept as other names when it is no longer its own.
NAMES = ("name", "name_en", "biz_reg_no", "corp_reg_no")


def moving_links() -> list[models.Field]:
    """The links to start-ups, of all models that keep their history."""
    return [
        relation.field
        for relation in Startup._meta.related_objects
        if hasattr(table_of(relation.field), "pgh_event_model")
    ]


def table_of(link: models.Field) -> type[models.Model]:
    """The model whose rows hold the link."""
    return link.remote_field.through if link.many_to_many else link.model


def column_of(link: models.Field) -> str:
    return link.m2m_reverse_field_name() if link.many_to_many else link.name


@dataclass(frozen=True)
class FieldChoice:
    """A field of the two, the values that can be kept and the one proposed."""

    name: str
    label: str
    kept: str
    merged: str
    ways: tuple[str, ...]

    @property
    def proposed(self) -> str:
        return self.ways[-1] if BOTH in self.ways or len(self.ways) == 1 else KEPT

    @property
    def is_conflict(self) -> bool:
        return len(self.ways) > 1


@dataclass(frozen=True)
class Move:
    """What moves through one link: the pks of its records, of which some are deleted
    or, several a centre, of other centres."""

    link: models.Field
    pks: list[int]
    deleted: int
    centres: list[tuple[Centre, int]]

    @property
    def record_type(self) -> record_types.RecordType:
        return record_types.of_model(self.link.model)

    @property
    def kept_number(self) -> int:
        return len(self.pks) - self.deleted


@dataclass(frozen=True)
class Pair:
    """Two records that are the same by a rule: of the start-up that goes, and of the
    one that stays. `is_single`: only one of them may stand."""

    going: models.Model
    staying: models.Model
    is_single: bool

    @property
    def record_type(self) -> record_types.RecordType:
        return record_types.of_model(type(self.going))

    def is_visible_to(self, user) -> bool:
        return user.sees_all_centres or self.going.centre_id == user.centre_id


@dataclass(frozen=True)
class Plan:
    """The merge of `merged` into `kept`, as things stand."""

    kept: Startup
    merged: Startup

    @cached_property
    def choices(self) -> list[FieldChoice]:
        """The fields that differ."""
        record_type = record_types.of_model(Startup)
        reader = Reader(record_type)
        return [
            FieldChoice(
                name,
                reader.header(name),
                reader.text(self.kept, name),
                reader.text(self.merged, name),
                self.ways(name),
            )
            for name in record_type.all_fields
            if name != "aliases"
            and getattr(self.kept, name) != getattr(self.merged, name)
        ]

    def ways(self, name: str) -> tuple[str, ...]:
        """Whose value the field can have: an empty one is filled, never chosen."""
        if not getattr(self.merged, name):
            return (KEPT,)
        if not getattr(self.kept, name):
            return (MERGED,)
        field = Startup._meta.get_field(name)
        can_hold_both = isinstance(field, TextsField | models.TextField)
        return (KEPT, MERGED, BOTH) if can_hold_both else (KEPT, MERGED)

    def values(self, chosen: Mapping[str, str]) -> dict:
        """Field → value of the start-up that stays; proposals where nothing, or what
        is no choice, is chosen."""
        values = {}
        for choice in self.choices:
            way = chosen.get(choice.name)
            way = way if way in choice.ways else choice.proposed
            values[choice.name] = self.value(choice.name, way)
        return values | {"aliases": self.aliases(values)}

    def value(self, name: str, way: str):
        kept, merged = getattr(self.kept, name), getattr(self.merged, name)
        if way != BOTH:
            return kept if way == KEPT else merged
        if isinstance(kept, list):
            return list(dict.fromkeys([*kept, *merged]))
        return f"{kept}\n\n{merged}"

    def aliases(self, values: dict) -> list[str]:
        """Every name and number that either had and the one that stays does not."""
        own = {values.get(name, getattr(self.kept, name)) for name in NAMES}
        known = [
            *self.kept.aliases,
            *(getattr(self.kept, name) for name in NAMES),
            *(getattr(self.merged, name) for name in NAMES),
            *self.merged.aliases,
        ]
        return [name for name in dict.fromkeys(known) if name and name not in own]

    @cached_property
    def moves(self) -> list[Move]:
        moves = (self.move(link) for link in moving_links())
        return [move for move in moves if move.pks]

    def move(self, link: models.Field) -> Move:
        records = link.model._base_manager.filter(**{link.name: self.merged})
        by_centre = dict(
            records.order_by().values_list("centre").annotate(number=Count("pk"))
        )
        return Move(
            link,
            sorted(records.values_list("pk", flat=True)),
            records.filter(deleted_at__isnull=False).count(),
            [(c, by_centre[c.pk]) for c in Centre.objects.filter(pk__in=by_centre)],
        )

    @cached_property
    def files(self) -> list[int]:
        """The evidence that moves: what the one that stays does not have already."""
        there = Attachment.objects.of(self.kept).values("sha256")
        files = Attachment.objects.of(self.merged).exclude(sha256__in=there)
        return list(files.values_list("pk", flat=True))

    @cached_property
    def pairs(self) -> list[Pair]:
        """What is there twice; what may stand only once comes before what may stay."""
        pairs: dict[models.Model, Pair] = {}
        for link in moving_links():
            if link.many_to_one:
                for pair in (*self.colliding(link), *self.alike(link)):
                    pairs.setdefault(pair.going, pair)
        return sorted(pairs.values(), key=lambda pair: not pair.is_single)

    @property
    def collisions(self) -> list[Pair]:
        return [pair for pair in self.pairs if pair.is_single]

    @property
    def lookalikes(self) -> list[Pair]:
        return [pair for pair in self.pairs if not pair.is_single]

    def colliding(self, link: models.Field) -> Iterator[Pair]:
        """By a rule of the database over the start-up and further fields."""
        for constraint in link.model._meta.constraints:
            is_unique = isinstance(constraint, models.UniqueConstraint)
            if is_unique and link.name in constraint.fields:
                names = [name for name in constraint.fields if name != link.name]
                condition = constraint.condition or Q()
                yield from self.same(link, names, condition, is_single=True)

    def alike(self, link: models.Field) -> Iterator[Pair]:
        """By the type's natural key, within a centre: both may stand."""
        key = record_types.of_model(link.model).natural_key
        names = ["centre", *(name for name in key if name != link.name)]
        if link.name in key:
            kept = Q(deleted_at__isnull=True)
            yield from self.same(link, names, kept, is_single=False)

    def same(self, link, names, condition: Q, *, is_single: bool) -> Iterator[Pair]:
        records = link.model._base_manager.filter(condition).order_by("pk")
        going = records.filter(**{link.name: self.merged}).values_list("pk", *names)
        staying = records.filter(**{link.name: self.kept}).values_list("pk", *names)
        known = {tuple(key): pk for pk, *key in staying}
        found = {
            pk: known[tuple(key)]
            for pk, *key in (going if known else ())
            if None not in key and tuple(key) in known
        }
        by_pk = records.select_related("centre").in_bulk({*found, *found.values()})
        for pk, other in found.items():
            yield Pair(by_pk[pk], by_pk[other], is_single)

    @cached_property
    def fingerprint(self) -> str:
        """The same as long as the plan is: who confirms it has seen this one."""
        events = Startup.pgh_event_model.objects.filter(
            pgh_obj_id__in=(self.kept.pk, self.merged.pk)
        )
        facts = [
            self.kept.pk,
            self.merged.pk,
            events.aggregate(last=Max("pgh_id"))["last"],
            [(str(move.link), move.pks) for move in self.moves],
            [(str(p.going.pk), p.staying.pk, p.is_single) for p in self.pairs],
            self.files,
        ]
        return hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:32]
