"""When the records of the demonstration were entered: within the days after their own
day, a few of them months late, so that a view of the past has something to tell.

Only history's times are set, of what this load brought in; the same on every machine,
and never later than the load itself.
"""

import pgtrigger
from django.db import connection, models

from delegations.models import FollowUp
from records import links, record_types
from support.models import Programme, TenantReturn

# Where it is not the day that the record is counted or listed by.
ENTERED_AFTER = {
    FollowUp: "due_on - 14",
    Programme: "starts_on",
    TenantReturn: "make_date(year + 1, 2, 1)",
}
# Days from a record's day to its entry: up to four, for one in forty some months more.
DELAY = "mod(id * 7, 5) + CASE mod(id, 40) WHEN 3 THEN 20 + mod(id, 90) ELSE 0 END"
AT = "time '09:00' + make_interval(mins => mod(id * 37, 540)::int)"
ENTERED = f"""
UPDATE {{events}} SET pgh_created_at = least(pgh_created_at,
  ({{day}} + ({DELAY})::int + {AT}) AT TIME ZONE 'Asia/Seoul')
WHERE pgh_label = 'insert' AND {{day}} IS NOT NULL
"""
# A record that has no day is there before the first that points to it, and what points
# to one that came late came later still.
POINTED_TO = """
UPDATE {events} AS one SET pgh_created_at = least(pgh_created_at, others.first)
FROM (SELECT {link} AS pk, min(pgh_created_at) AS first FROM {pointing}
      WHERE pgh_label = 'insert' GROUP BY 1) AS others
WHERE one.id = others.pk AND one.pgh_label = 'insert'
"""
POINTING = """
UPDATE {pointing} AS one SET pgh_created_at = greatest(
  one.pgh_created_at, other.pgh_created_at)
FROM {events} AS other
WHERE other.id = one.{link} AND other.pgh_label = 'insert' AND one.pgh_label = 'insert'
"""
# Who was linked to it was so from its entry on.
LINKED = """
UPDATE {pointing} AS one SET pgh_created_at = other.pgh_created_at
FROM {events} AS other
WHERE other.id = one.{link} AND other.pgh_label = 'insert' AND one.pgh_label = 'insert'
  AND one.pgh_context_id = other.pgh_context_id
"""


def date_entries(kinds: list[type[models.Model]]) -> None:
    """Set the times of these models' first events, and of their links'."""
    dated = [model for model in kinds if day_of(model)]
    with pgtrigger.ignore(), connection.cursor() as cursor:
        for model in dated:
            cursor.execute(ENTERED.format(events=events_of(model), day=day_of(model)))
        for statement, pointing, link, model in ties(kinds, dated):
            cursor.execute(
                statement.format(
                    events=events_of(model), pointing=events_of(pointing), link=link
                )
            )


def ties(kinds, dated):
    """What keeps the entries of records and of what they point to in order."""
    pointing = [
        (model, link)
        for model in dated
        for link in links.links_of(model)
        if link.many_to_one and link.related_model in kinds
    ]
    for model, link in pointing:
        if link.related_model in dated:
            yield POINTING, model, link.column, link.related_model
    for model, link in pointing:
        if link.related_model not in dated:
            yield POINTED_TO, model, link.column, link.related_model
    for model in kinds:
        for many in model._meta.many_to_many:
            through = many.remote_field.through
            if hasattr(through, "pgh_event_model"):
                yield LINKED, through, f"{model._meta.model_name}_id", model


def day_of(model: type[models.Model]) -> str:
    """The day that a record is entered after; "" for one that has none."""
    if model in ENTERED_AFTER:
        return ENTERED_AFTER[model]
    record_type = record_types.of_model(model)
    return f'"{record_type.day}"' if record_type.day else ""


def events_of(model: type[models.Model]) -> str:
    return f'"{model.pgh_event_model._meta.db_table}"'
