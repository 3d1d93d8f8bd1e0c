"""A record's history as people read it: who, when, why, and what changed.

The rows come from triggers (django-pghistory); here they are only read.
"""

from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from accounts.models import User
from records.attachments import Attachment
from records.reading import Reader, masked
from records.record_types import RecordType

LONGEST = 500
HIDDEN = frozenset({"id", "deleted_reason", "name_key", "search_key"})


@dataclass
class Change:
    """One event: its moment, person, place, reason, and (label, before, after); the
    import it came with."""

    at: datetime
    kind: str
    by: str
    where: str
    reason: str
    import_pk: int | None = None
    fields: list[tuple[str, str, str]] = field(default_factory=list)


def changes_of(record_type: RecordType, record: models.Model) -> list[Change]:
    """The record's changes, newest first; at most the last LONGEST."""
    events = list(
        record_type.model.pgh_event_model.objects.filter(pgh_obj_id=record.pk)
        .select_related("pgh_context")
        .order_by("-pgh_id")[:LONGEST]
    )
    links = {
        link: list(link_events(link, record))
        for link in record_type.model._meta.local_many_to_many
    }
    files = attachment_events(record_type, record)
    people = people_in([*events, *files, *chain.from_iterable(links.values())])
    reader = EventReader(record_type, events)
    changes = [
        change_of(reader, event, before, people)
        for event, before in zip(events, [*events[1:], None], strict=True)
    ]
    for link, its_events in links.items():
        changes += link_changes(link, its_events, people)
    changes += attachment_changes(files, people)
    return sorted(changes, key=lambda change: change.at, reverse=True)


class EventReader:
    """Reads events into text; names what they point to, asked once a field."""

    def __init__(self, record_type: RecordType, events) -> None:
        self.record_type = record_type
        self.reader = Reader(record_type)
        self.names = {
            field.name: names_of(field, events)
            for field in record_type.model._meta.local_fields
            if field.many_to_one
        }

    def text(self, event, tracked: models.Field) -> str:
        if tracked.name in self.record_type.masked:
            return masked(getattr(event, tracked.name))
        if tracked.many_to_one:
            return self.names[tracked.name].get(getattr(event, tracked.attname), "")
        return self.reader.text(event, tracked.name)


def names_of(field: models.ForeignKey, events) -> dict[int, str]:
    """Of those that the field ever pointed to; none where it never changed."""
    pks = {getattr(event, field.attname) for event in events}
    if len(pks) < 2:
        return {}
    related = field.related_model._base_manager.in_bulk(pks - {None})
    return {pk: str(one) for pk, one in related.items()}


def link_events(field: models.ManyToManyField, record: models.Model):
    """What was linked to the record by this field, and unlinked."""
    event_model = field.remote_field.through.pgh_event_model
    return (
        event_model.objects.filter(**{field.m2m_field_name(): record.pk})
        .select_related("pgh_context")
        .order_by("-pgh_id")[:LONGEST]
    )


def link_changes(field: models.ManyToManyField, events, people) -> list[Change]:
    """One change a person, moment and direction, naming all that were linked in it."""
    column = field.m2m_reverse_field_name()
    pks = {getattr(event, f"{column}_id") for event in events}
    names = field.remote_field.model._base_manager.in_bulk(pks)
    label = capfirst(field.verbose_name)
    changes = []
    for event in events:
        name = str(names.get(getattr(event, f"{column}_id"), ""))
        is_linked = event.pgh_label == "insert"
        row = (label, "", name) if is_linked else (label, name, "")
        change = with_context(
            event, _("linked") if is_linked else _("unlinked"), people
        )
        if changes and (changes[-1].at, changes[-1].kind) == (change.at, change.kind):
            changes[-1].fields.append(row)
        else:
            change.fields.append(row)
            changes.append(change)
    return changes


def attachment_events(record_type: RecordType, record: models.Model) -> list:
    """What happened to the record's evidence, the oldest first."""
    events = Attachment.pgh_event_model.objects.filter(
        slug=record_type.slug, record_pk=record.pk
    )
    return list(events.select_related("pgh_context").order_by("pgh_id")[:LONGEST])


def attachment_changes(events, people) -> list[Change]:
    """One change an event, the newest first."""
    label = capfirst(Attachment._meta.verbose_name)
    changes = []
    for event in events:
        if event.deleted_at is not None:
            kind, row = _("evidence withdrawn"), (label, event.name, "")
        elif event.pgh_label == "insert":
            kind, row = _("evidence attached"), (label, "", event.name)
        else:
            kind, row = _("evidence restored"), (label, "", event.name)
        change = with_context(event, kind, people)
        change.fields.append(row)
        changes.append(change)
    return changes[::-1]


def people_in(events) -> dict[int, str]:
    pks = {metadata(event).get("user") for event in events} - {None}
    return {user.pk: str(user) for user in User.objects.filter(pk__in=pks)}


def metadata(event) -> dict:
    return event.pgh_context.metadata if event.pgh_context else {}


def change_of(reader: EventReader, event, before, people) -> Change:
    change = with_context(event, kind_of(event, before), people)
    change.fields += differences(reader, event, before) if before else []
    return change


def with_context(event, kind: str, people) -> Change:
    context = metadata(event)
    return Change(
        at=event.pgh_created_at,
        kind=kind,
        by=people.get(context.get("user"), _("system")),
        where=" · ".join(
            filter(
                None,
                (context.get("command") or context.get("url"), context.get("file")),
            )
        ),
        reason=context.get("reason") or getattr(event, "deleted_reason", ""),
        import_pk=context.get("import"),
    )


def kind_of(event, before) -> str:
    if event.pgh_label == "insert":
        return _("entered")
    if event.pgh_label == "delete":
        return _("erased")
    was_deleted = getattr(before, "deleted_at", None) is not None
    is_deleted = getattr(event, "deleted_at", None) is not None
    if is_deleted and not was_deleted:
        return _("deleted")
    if was_deleted and not is_deleted:
        return _("restored")
    return _("changed")


def changed_fields(record_type: RecordType, event, before):
    """The fields of which two events of a record differ, those for people only."""
    return [
        tracked
        for tracked in record_type.model._meta.local_fields
        if tracked.name not in HIDDEN
        and getattr(event, tracked.attname) != getattr(before, tracked.attname)
    ]


def differences(reader: EventReader, event, before):
    for tracked in changed_fields(reader.record_type, event, before):
        yield (
            capfirst(tracked.verbose_name),
            reader.text(before, tracked),
            reader.text(event, tracked),
        )
