"""What taking back an import would do, told from the history.

An import's own events say what it added and changed. What somebody touched since, or
what others use by now, stays as it is and is named.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

import pghistory.models
from django.db import models
from django.db.models import Max, Min, Q
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from records import record_types
from records.attachments import Attachment
from records.history import metadata, people_in
from records.imports import Import
from records.record_types import RecordType
from records.text import written
from records.versions import links_of


@dataclass(frozen=True)
class Kept:
    """A record that stays as it is: why, and by whom and when it was touched."""

    label: str
    url: str
    reason: str
    by: str = ""
    when: str = ""


@dataclass
class TypePlan:
    """Of one type, by primary key: what is withdrawn, what is put back as it was before
    the event of this number, and what stays, with the event that touched it since."""

    record_type: RecordType
    added: set[int] = field(default_factory=set)
    changed: dict[int, int] = field(default_factory=dict)
    touched: dict[int, object] = field(default_factory=dict)
    along: set[int] = field(default_factory=set)
    used: set[int] = field(default_factory=set)
    coded: set[int] = field(default_factory=set)
    taken: set[int] = field(default_factory=set)

    @property
    def model(self) -> type[models.Model]:
        return self.record_type.model

    @property
    def staying(self) -> set[int]:
        return {*self.touched, *self.along, *self.used, *self.coded, *self.taken}


class UndoPlan:
    """What would become of everything that an import brought in."""

    def __init__(self, one: Import) -> None:
        self.one = one
        contexts = pghistory.models.Context.objects.filter(
            metadata__contains={"import": one.pk}
        )
        self.contexts = list(contexts.values_list("pk", flat=True))
        self.types = [
            plan
            for record_type in record_types.all_types()
            if (plan := self.of_type(record_type))
        ]
        self.keep_what_is_used()

    @property
    def withdrawn(self) -> int:
        return sum(len(plan.added) for plan in self.types)

    @property
    def restored(self) -> int:
        return sum(len(plan.changed) for plan in self.types)

    def own(self, events) -> models.QuerySet:
        return events.filter(pgh_context__in=self.contexts)

    def since(self, events) -> models.QuerySet:
        others = events.filter(
            ~Q(pgh_context__in=self.contexts) | Q(pgh_context__isnull=True)
        )
        return others.select_related("pgh_context").order_by("pgh_id")

    def of_type(self, record_type: RecordType) -> TypePlan | None:
        """What the import did to records of a type; None where it did nothing."""
        plan = TypePlan(record_type)
        events = record_type.model.pgh_event_model.objects
        first, last = {}, {}
        for pk, label, low, high in (
            self.own(events)
            .values_list("pgh_obj_id", "pgh_label")
            .annotate(Min("pgh_id"), Max("pgh_id"))
            .order_by()
        ):
            first[pk] = min(low, first.get(pk, low))
            last[pk] = max(high, last.get(pk, high))
            if label == "insert":
                plan.added.add(pk)
        self.add_links(plan, first)
        if not first:
            return None
        plan.changed = {pk: low for pk, low in first.items() if pk not in plan.added}
        self.note_touched(plan, last)
        if record_type.is_code_list:
            plan.coded |= plan.added
        plan.added -= plan.staying
        plan.changed = {
            pk: low for pk, low in plan.changed.items() if pk not in plan.staying
        }
        return plan

    def add_links(self, plan: TypePlan, first: dict[int, int]) -> None:
        """Records of which nothing but the links changed; 0 is no event's number."""
        for link in links_of(plan.model):
            column = f"{link.m2m_field_name()}_id"
            events = self.own(link.remote_field.through.pgh_event_model.objects)
            for pk in set(events.values_list(column, flat=True)) - plan.added:
                first.setdefault(pk, 0)

    def note_touched(self, plan: TypePlan, last: dict[int, int]) -> None:
        """Who touched which record since: itself, its links, its evidence."""
        pks = {*plan.added, *plan.changed}
        events = plan.model.pgh_event_model.objects.filter(pgh_obj_id__in=pks)
        for event in self.since(events):
            if self.is_later(event, last.get(event.pgh_obj_id)):
                plan.touched[event.pgh_obj_id] = event
        for link in links_of(plan.model):
            self.note_links(plan, link, pks)
        files = Attachment.pgh_event_model.objects.filter(
            slug=plan.record_type.slug, record_pk__in=plan.added
        )
        for event in self.since(files):
            plan.touched[event.record_pk] = event

    def note_links(self, plan: TypePlan, link, pks: set[int]) -> None:
        column = f"{link.m2m_field_name()}_id"
        objects = link.remote_field.through.pgh_event_model.objects
        events = objects.filter(**{f"{column}__in": pks})
        last = dict(
            self.own(events).values_list(column).annotate(Max("pgh_id")).order_by()
        )
        for event in self.since(events):
            pk = getattr(event, column)
            if self.is_later(event, last.get(pk, 0 if pk in plan.added else None)):
                plan.touched[pk] = event

    def is_later(self, event, last: int | None) -> bool:
        """Later than the import's last event of the same kind, where it has one."""
        if last is None:
            return event.pgh_created_at > self.began_at
        return event.pgh_id > last

    @cached_property
    def began_at(self) -> datetime:
        contexts = pghistory.models.Context.objects.filter(pk__in=self.contexts)
        return contexts.aggregate(at=Min("created_at"))["at"]

    def keep_what_is_used(self) -> None:
        """Keep what a record that stays points to, and what that points to in turn."""
        by_model = {plan.model: plan for plan in self.types}
        is_settled = False
        while not is_settled:
            is_settled = True
            for plan in self.types:
                used, along = self.used(plan, by_model), self.along(plan, by_model)
                plan.used |= used
                plan.along |= along
                plan.added -= used | along
                is_settled = is_settled and not used and not along

    def used(self, plan: TypePlan, by_model: dict) -> set[int]:
        found = set()
        for relation in plan.model._meta.related_objects:
            model = relation.related_model
            if not record_types.has_type(model) or not plan.added:
                continue
            going = by_model.get(model)
            leaving = {*going.added, *going.changed} if going else set()
            name = relation.field.name
            pairs = model.objects.filter(**{f"{name}__in": plan.added})
            found |= {
                used
                for pk, used in pairs.order_by().values_list("pk", name)
                if pk not in leaving and used in plan.added
            }
        return found

    def along(self, plan: TypePlan, by_model: dict) -> set[int]:
        """What no row of the file is of, and came with a new record that stays."""
        records = plan.model.objects.filter(pk__in=plan.added - self.of_rows(plan))
        found = set()
        for link in plan.model._meta.local_fields:
            whose = by_model.get(link.related_model) if link.many_to_one else None
            if whose is not None:
                stays = {f"{link.name}__in": whose.staying}
                found |= set(records.filter(**stays).values_list("pk", flat=True))
        return found

    def of_rows(self, plan: TypePlan) -> set[int]:
        rows = self.one.rows.filter(type_slug=plan.record_type.slug)
        return set(rows.values_list("record_pk", flat=True))

    @cached_property
    def kept(self) -> list[Kept]:
        return [kept for plan in self.types for kept in self.kept_of(plan)]

    def kept_of(self, plan: TypePlan) -> Iterator[Kept]:
        people = people_in(plan.touched.values())
        records = plan.model._base_manager.in_bulk(plan.staying)
        for pk in sorted(plan.staying):
            record = records.get(pk)
            label = str(record) if record else f"{plan.record_type.label} {pk}"
            is_there = record is not None and not getattr(record, "is_deleted", False)
            url = record.get_absolute_url() if is_there else ""
            event = plan.touched.get(pk)
            if event is None:
                yield Kept(label, url, self.reason(plan, pk))
                continue
            by = people.get(metadata(event).get("user"), _("system"))
            reason = _("changed since") if is_there else _("deleted since")
            yield Kept(label, url, reason, by, written(localtime(event.pgh_created_at)))

    def reason(self, plan: TypePlan, pk: int) -> str:
        if pk in plan.used:
            return _("other records use it")
        if pk in plan.along:
            return _("it came with a record that stays")
        if pk in plan.taken:
            return _("another record has its values by now")
        return _("entries of a code list are not deleted")
