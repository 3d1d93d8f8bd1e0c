"""Which state of a record somebody saw, and what others changed since.

A version names the newest events of the record's history: its own row's, and those of
its many-to-many links. Nothing is stored for it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from django.db import models
from django.db.models import Max
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from records.history import metadata, people_in
from records.reading import Reader
from records.record_types import RecordType


def links_of(model: type[models.Model]) -> list[models.ManyToManyField]:
    """The many-to-many fields whose changes are tracked."""
    return [
        link
        for link in model._meta.local_many_to_many
        if hasattr(link.remote_field.through, "pgh_event_model")
    ]


def own_events(record: models.Model) -> models.QuerySet:
    return record.pgh_event_model.objects.filter(pgh_obj_id=record.pk)


def link_events(link: models.ManyToManyField, record: models.Model) -> models.QuerySet:
    events = link.remote_field.through.pgh_event_model.objects
    return events.filter(**{link.m2m_field_name(): record.pk})


def version_of(record: models.Model) -> str:
    """The record's version now: 81, or 81-12 with links."""
    events = [own_events(record)]
    events += [link_events(link, record) for link in links_of(type(record))]
    newest = [found.aggregate(newest=Max("pgh_id"))["newest"] or 0 for found in events]
    return "-".join(map(str, newest))


@dataclass
class Difference:
    """One field in three states: as the form was opened, as others left it since, and
    as it was typed; `by` and `at`: who changed it last."""

    name: str
    label: str
    before: str
    theirs: str
    mine: str
    is_theirs: bool
    is_mine: bool
    by: str = ""
    at: datetime | None = None

    @property
    def is_contested(self) -> bool:
        return self.is_theirs and self.is_mine


@dataclass
class State:
    """A record's values at one time: as compared, and as read."""

    values: dict = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)


class Comparison:
    """What was typed into a form over `version` of a record, beside what it is now."""

    def __init__(self, record_type: RecordType, record, version: str, form) -> None:
        self.record_type = record_type
        self.record = record
        self.form = form
        self.seen = seen_events(version, record)
        fields = [record._meta.get_field(name) for name in self.compared(form)]
        self.columns = [one for one in fields if not one.many_to_many]
        self.links = [one for one in fields if one.many_to_many]

    def compared(self, form) -> Iterator[str]:
        known = {f.name for f in self.record._meta.get_fields()}
        return (name for name in form.fields if name in known)

    @cached_property
    def events(self) -> list:
        """The record's events since the version, after that of the version itself."""
        since = own_events(self.record).filter(pgh_id__gte=self.seen[0])
        return list(since.select_related("pgh_context").order_by("pgh_id"))

    @cached_property
    def differences(self) -> list[Difference]:
        """The fields that either side changed; none where only others' other fields or
        nothing changed."""
        before, theirs, mine = self.before(), self.theirs(), self.mine()
        found = []
        for column in (*self.columns, *self.links):
            name = column.name
            was = before.values.get(name, mine.values[name])
            difference = Difference(
                name,
                capfirst(column.verbose_name),
                before.texts.get(name, ""),
                theirs.texts[name],
                mine.texts[name],
                is_theirs=was != theirs.values[name],
                is_mine=was != mine.values[name],
            )
            is_agreed = theirs.values[name] == mine.values[name]
            if not is_agreed and (difference.is_theirs or difference.is_mine):
                found.append(difference)
        self.name_the_others(found)
        order = list(self.form.fields)
        return sorted(found, key=lambda difference: order.index(difference.name))

    @property
    def is_in_conflict(self) -> bool:
        """Whether saving would undo what others changed."""
        return any(difference.is_theirs for difference in self.differences)

    def before(self) -> State:
        state = State()
        if self.events and self.events[0].pgh_id == self.seen[0]:
            event = self.events[0]
            for column in self.columns:
                state.values[column.name] = getattr(event, column.attname)
                state.texts[column.name] = self.event_text(event, column)
        for link, newest in zip(
            links_of(type(self.record)), self.seen[1:], strict=True
        ):
            pks = linked_then(link, self.record, newest)
            state.values[link.name] = pks
            state.texts[link.name] = texts(link.related_model, pks)
        return state

    def event_text(self, event, column) -> str:
        if column.many_to_one:
            return texts(column.related_model, {getattr(event, column.attname)})
        return self.text(event, column.name)

    def theirs(self) -> State:
        state = self.state_of(self.record)
        for link in self.links:
            pks = {one.pk for one in getattr(self.record, link.name).all()}
            state.values[link.name] = pks
            state.texts[link.name] = texts(link.related_model, pks)
        return state

    def mine(self) -> State:
        state = self.state_of(self.form.instance)
        for link in self.links:
            pks = {one.pk for one in self.form.cleaned_data[link.name]}
            state.values[link.name] = pks
            state.texts[link.name] = texts(link.related_model, pks)
        return state

    def state_of(self, record: models.Model) -> State:
        return State(
            {column.name: getattr(record, column.attname) for column in self.columns},
            {column.name: self.text(record, column.name) for column in self.columns},
        )

    def text(self, record, name: str) -> str:
        """As on the form itself: personal data whole."""
        if name in self.record_type.masked:
            return getattr(record, name)
        return self.reader.text(record, name)

    @cached_property
    def reader(self) -> Reader:
        return Reader(self.record_type)

    def name_the_others(self, differences: list[Difference]) -> None:
        changed = self.last_changes()
        people = people_in(changed.values())
        for difference in differences:
            event = changed.get(difference.name)
            if event is not None and difference.is_theirs:
                difference.by = people.get(metadata(event).get("user"), _("system"))
                difference.at = event.pgh_created_at

    def last_changes(self) -> dict:
        """The last event since the version that changed a field, by its name."""
        changed = {}
        for before, event in zip(self.events, self.events[1:], strict=False):
            for column in self.columns:
                if getattr(before, column.attname) != getattr(event, column.attname):
                    changed[column.name] = event
        tracked = links_of(type(self.record))
        for link, newest in zip(tracked, self.seen[1:], strict=True):
            since = link_events(link, self.record).filter(pgh_id__gt=newest)
            event = since.select_related("pgh_context").order_by("pgh_id").last()
            if event is not None:
                changed[link.name] = event
        return changed


def seen_events(version: str, record: models.Model) -> list[int]:
    """The event numbers of a version; zeros where it is none of this record's."""
    parts = version.split("-")
    if len(parts) == 1 + len(links_of(type(record))) and all(
        part.isascii() and part.isdigit() and len(part) < 19 for part in parts
    ):
        return list(map(int, parts))
    return [0] * (1 + len(links_of(type(record))))


def linked_then(link, record: models.Model, newest: int) -> set[int]:
    """The pks that the record was linked to when the link's newest event was this."""
    column = f"{link.m2m_reverse_field_name()}_id"
    pks: set[int] = set()
    for event in (
        link_events(link, record).filter(pgh_id__lte=newest).order_by("pgh_id")
    ):
        change = pks.add if event.pgh_label == "insert" else pks.discard
        change(getattr(event, column))
    return pks


def texts(model: type[models.Model], pks) -> str:
    named = model._base_manager.in_bulk({pk for pk in pks if pk is not None})
    return "; ".join(str(named[pk]) for pk in sorted(named))
