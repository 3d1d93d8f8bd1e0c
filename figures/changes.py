"""How what is kept beside the figures came to be: who, when, why, from what to what.

The rows come from triggers (django-pghistory); here they are only read.
"""

from collections.abc import Callable, Iterable

from django.db import models
from django.utils.text import capfirst

from records.history import Change, kind_of, people_in, with_context

Text = Callable[[models.Model, models.Field], str]


def changes_of(events: models.QuerySet, names: Iterable[str], text: Text):
    """The changes, newest first, each with the named fields that differ; `text` reads
    a field of an event."""
    events = list(events.select_related("pgh_context").order_by("-pgh_id"))
    people = people_in(events)
    fields = [events[0]._meta.get_field(name) for name in names] if events else []
    return [
        change_of(event, before, fields, text, people)
        for event, before in zip(events, [*events[1:], None], strict=False)
    ]


def change_of(event, before, fields, text: Text, people) -> Change:
    """A row that was deleted has nothing after it, one that comes after it nothing
    before."""
    change = with_context(event, kind_of(event, before), people)
    is_first = before is None or before.pgh_label == "delete"
    for field in fields:
        was = "" if is_first else text(before, field)
        now = "" if event.pgh_label == "delete" else text(event, field)
        if was != now:
            change.fields.append((capfirst(field.verbose_name), was, now))
    return change
