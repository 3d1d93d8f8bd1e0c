"""What changed lately around something: the newest events of several record types.

The rows come from triggers (django-pghistory); here they are only read.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import models
from django.db.models import Max, OuterRef, Q, Subquery, Value
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from accounts.models import User
from records.history import changed_fields, kind_of, metadata, people_in
from records.record_types import RecordType

# Commands, imports by command and raw SQL have no person.
NOBODY = Q(pgh_context__metadata__user__isnull=True)


@dataclass(frozen=True)
class RecentChange:
    """One event: what became of which record, by whom; `fields` are those changed."""

    at: datetime
    kind: str
    by: str
    record_type: RecordType
    record: models.Model
    fields: tuple[str, ...]


def recent_changes(
    kinds: Iterable[RecordType], user: User, *, since: datetime, limit: int, **linked
) -> list[RecentChange]:
    """The newest events since a moment, by others, of what the user may see.

    `linked` narrows the event rows, which have the records' own columns.
    """
    by_slug = {kind.slug: kind for kind in kinds}
    parts = [
        newest(kind, user, since=since, **linked)[:limit] for kind in by_slug.values()
    ]
    if not parts:
        return []
    chosen = parts[0].union(*parts[1:], all=True).order_by("-pgh_created_at", "-pgh_id")
    events = {}
    for slug, pk in [(slug, pk) for slug, pk, _at in chosen[:limit]]:
        events.setdefault(slug, []).append(pk)
    changes = [
        change
        for slug, pks in events.items()
        for change in changes_of_type(by_slug[slug], pks)
    ]
    return sorted(changes, key=lambda change: change.at, reverse=True)


def newest(kind: RecordType, user: User, *, since: datetime, **linked):
    """(slug, event pk, moment) of the type's newest events."""
    visible = kind.model.with_deleted.visible_to(user)
    return (
        kind.model.pgh_event_model.objects.filter(
            pgh_created_at__gte=since, pgh_obj__in=visible, **linked
        )
        .filter(~Q(pgh_context__metadata__user=user.pk) | NOBODY)
        .annotate(pgh_type=Value(kind.slug))
        .order_by("-pgh_created_at", "-pgh_id")
        .values_list("pgh_type", "pgh_id", "pgh_created_at")
    )


def changes_of_type(kind: RecordType, pks: list[int]) -> list[RecentChange]:
    model = kind.model.pgh_event_model
    earlier = (
        model.objects.filter(pgh_obj=OuterRef("pgh_obj"), pgh_id__lt=OuterRef("pgh_id"))
        .order_by()
        .values("pgh_obj")
        .annotate(last=Max("pgh_id"))
        .values("last")
    )
    events = list(
        model.objects.filter(pk__in=pks)
        .select_related("pgh_context")
        .annotate(earlier=Subquery(earlier))
    )
    before = model.objects.in_bulk(event.earlier for event in events if event.earlier)
    records = kind.rows(
        kind.model.with_deleted.filter(pk__in={event.pgh_obj_id for event in events})
    ).in_bulk()
    people = people_in(events)
    return [
        change_of(kind, event, before.get(event.earlier), records, people)
        for event in events
    ]


def change_of(kind: RecordType, event, before, records, people) -> RecentChange:
    fields = changed_fields(kind, event, before) if before else ()
    return RecentChange(
        at=event.pgh_created_at,
        kind=kind_of(event, before),
        by=people.get(metadata(event).get("user"), _("system")),
        record_type=kind,
        record=records[event.pgh_obj_id],
        fields=tuple(capfirst(field.verbose_name) for field in fields),
    )
