"""Everything that belongs to one record, newest first, whatever its type.

One statement finds a page of rows over all types, one more each type reads them. A page
begins where the one before it ended, so the deep is as near as the top.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property, reduce
from itertools import groupby

from django.db import models
from django.db.models import Count, F, Func, Q, Value
from django.db.models.functions import ExtractYear
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from records.links import ways_to
from records.record_types import RecordType
from records.refusals import Refusal, refuse_unknown
from records.timeline_entries import Entry, entries_of

PAGE_SIZE = 30
PLACE = re.compile(r"(?:(\d{4}-\d\d-\d\d)|)\.([\w-]+)\.(\d{1,18})")


@dataclass(frozen=True)
class Year:
    """`number` is how many records the year has, shown here or further on; `year` is
    None for records that have no day yet."""

    year: int | None
    number: int
    entries: list[Entry]


@dataclass(frozen=True)
class Chip:
    """A type to show or leave out, and the address that does so."""

    record_type: RecordType
    number: str
    is_chosen: bool
    query: str


class Timeline:
    """The records that belong to `subject` and that this user may see.

    `chosen` are the slugs of the types to show, all where it is empty; `before` is the
    place where the page before this one ended. Raises Refusal for what is no place.
    """

    def __init__(self, subject: models.Model, user, *, chosen=(), before="") -> None:
        self.subject = subject
        self.ways = {
            record_type: way
            for record_type, way in ways_to(type(subject)).items()
            if record_type.day and user.has_perm(record_type.permission("view"))
        }
        self.user = user
        self.order = {record_type: n for n, record_type in enumerate(self.ways)}
        self.by_slug = {record_type.slug: record_type for record_type in self.ways}
        refuse_unknown(chosen, self.by_slug)
        self.shown = [t for t in self.ways if not chosen or t.slug in chosen]
        self.is_whole = not chosen
        self.before = self.read_place(before) if before else None

    def records(self, record_type: RecordType) -> models.QuerySet:
        """With the day and the place of its type in the order of a day."""
        visible = record_type.visible_to(self.user).order_by()
        return visible.filter(**{self.ways[record_type]: self.subject}).annotate(
            happened_on=day_of(record_type),
            type_order=Value(self.order[record_type]),
        )

    @cached_property
    def counts(self) -> list[tuple[int, int | None, int]]:
        """(type, year, number) of everything, of whatever type is chosen."""
        counted = [
            self.records(record_type)
            .annotate(happened_in=ExtractYear("happened_on"))
            .values("type_order", "happened_in")
            .annotate(number=Count("pk"))
            .values_list("type_order", "happened_in", "number")
            for record_type in self.ways
        ]
        return list(union(counted)) if counted else []

    @cached_property
    def places(self) -> list[tuple[date | None, int, int]]:
        """(day, type, pk) of one page, and one more to know whether there is more."""
        found = [
            self.further(record_type)
            .order_by("-happened_on", "-pk")
            .values_list("happened_on", "type_order", "pk")[: PAGE_SIZE + 1]
            for record_type in self.shown
        ]
        if len(found) < 2:
            return [place for places in found for place in places]
        in_order = union(found).order_by("-happened_on", "type_order", "-pk")
        return list(in_order[: PAGE_SIZE + 1])

    def further(self, record_type: RecordType) -> models.QuerySet:
        """The records of a type that come after the place where the page begins."""
        records = self.records(record_type)
        if self.before is None:
            return records
        day, order, pk = self.before
        own = self.order[record_type]
        same_day = Q(happened_on__isnull=True) if day is None else Q(happened_on=day)
        if own == order:
            same_day &= Q(pk__lt=pk)
        elif own < order:
            same_day = Q(pk__in=())
        earlier = (
            Q(happened_on__isnull=False) if day is None else Q(happened_on__lt=day)
        )
        return records.filter(earlier | same_day)

    @property
    def numbers(self) -> dict[RecordType, int]:
        """How many records of each type there are; none of them left out."""
        return {
            record_type: number
            for record_type, order in self.order.items()
            if (number := sum(n for o, _year, n in self.counts if o == order))
        }

    @property
    def chips(self) -> list[Chip]:
        """One for each type there is; each shows its type beside the chosen ones, or
        no longer."""
        chosen = set() if self.is_whole else set(self.shown)
        return [
            Chip(
                record_type,
                f"{number:,}",
                record_type in chosen,
                urlencode([("type", t.slug) for t in self.ways if t in others]),
            )
            for record_type, number in self.numbers.items()
            for others in [chosen ^ {record_type}]
        ]

    @property
    def recorded_years(self) -> list[int]:
        """The years in which something happened, the last first."""
        return sorted({year for _o, year, _n in self.counts if year}, reverse=True)

    @cached_property
    def years(self) -> list[Year]:
        entries = {
            (self.order[record_type], record.pk): entry
            for record_type, pks in self.page_of_types().items()
            for record, entry in entries_of(record_type, pks, self.subject)
        }
        shown = {self.order[record_type] for record_type in self.shown}
        return [
            Year(
                year,
                sum(n for o, y, n in self.counts if y == year and o in shown),
                [entries[order, pk] for _day, order, pk in places],
            )
            for year, places in groupby(
                self.places[:PAGE_SIZE], key=lambda place: place[0] and place[0].year
            )
        ]

    def page_of_types(self) -> dict[RecordType, list[int]]:
        types = list(self.ways)
        page: dict[RecordType, list[int]] = {}
        for _day, order, pk in self.places[:PAGE_SIZE]:
            page.setdefault(types[order], []).append(pk)
        return page

    @property
    def next_place(self) -> str:
        """Where the next page begins; "" where this is the last one."""
        if len(self.places) <= PAGE_SIZE:
            return ""
        day, order, pk = self.places[PAGE_SIZE - 1]
        return f"{day or ''}.{list(self.by_slug)[order]}.{pk}"

    def read_place(self, text: str) -> tuple[date | None, int, int]:
        found = PLACE.fullmatch(text)
        if not found or found[2] not in self.by_slug:
            raise Refusal(_("“%s” is no place in this timeline.") % text)
        try:
            day = date.fromisoformat(found[1]) if found[1] else None
        except ValueError as error:
            raise Refusal(_("“%s” is no place in this timeline.") % text) from error
        return day, self.order[self.by_slug[found[2]]], int(found[3])


def union(parts: list[models.QuerySet]) -> models.QuerySet:
    return reduce(lambda one, other: one.union(other, all=True), parts)


def day_of(record_type: RecordType) -> models.Expression:
    """The day of a record; of one that knows its year only, the year's last."""
    if isinstance(record_type.field(record_type.day), models.DateField):
        return F(record_type.day)
    return Func(
        F(record_type.day),
        Value(12),
        Value(31),
        function="make_date",
        output_field=models.DateField(),
    )
