"""Which records belong to another record: a case to its start-up, a session to both.

Read from the models' own fields, so a new type takes part by being declared.
"""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from records import record_types
from records.record_types import RecordType


def ways_to(model: type[models.Model]) -> dict[RecordType, str]:
    """The types whose records belong to one of the model, each with its look-up.

    A record belongs to those that it links to, and to what the records it cannot be
    without link to ("case__startup").
    """
    return {
        record_type: way
        for record_type in record_types.all_types()
        if (way := way_between(record_type.model, model))
    }


def links_to(model: type[models.Model]) -> dict[RecordType, models.Field]:
    """The types that link to the model themselves, each with its first such field."""
    return {
        record_type: found[0]
        for record_type in record_types.all_types()
        if (found := links_between(record_type.model, model))
    }


def way_between(model: type[models.Model], other: type[models.Model]) -> str:
    if direct := links_between(model, other):
        return direct[0].name
    for link in links_of(model):
        is_part = link.many_to_one and not link.null
        if is_part and (further := links_between(link.related_model, other)):
            return f"{link.name}__{further[0].name}"
    return ""


def links_between(model, other) -> list[models.Field]:
    return [field for field in links_of(model) if field.related_model is other]


def links_of(model: type[models.Model]) -> list[models.Field]:
    """The model's links to records of declared types."""
    options = model._meta
    return [
        field
        for field in (*options.fields, *options.many_to_many)
        if field.is_relation and record_types.has_type(field.related_model)
    ]


def quick_entries(subject: models.Model, user) -> list[tuple[RecordType, str]]:
    """(type, address of a new one with the subject filled in) of what links to it and
    this user may enter."""
    return [
        (record_type, f"{new_url(record_type)}?{link.name}={subject.pk}")
        for record_type, link in links_to(type(subject)).items()
        if user.has_perm(record_type.permission("add"))
    ]


def new_url(record_type: RecordType) -> str:
    return reverse("record-new", args=(record_type.slug,))


def records_around(subject: models.Model, user) -> dict[RecordType, models.QuerySet]:
    """What this user may see of the records that link to the subject, of those that
    they came from (an agreement's visit), and of those that followed from either."""
    direct = {
        record_type: record_type.visible_to(user).filter(**{link.name: subject})
        for record_type, link in links_to(type(subject)).items()
        if user.has_perm(record_type.permission("view"))
    }
    around = dict(direct)
    for record_type, records in direct.items():
        for link in links_of(record_type.model):
            origin = record_types.of_model(link.related_model)
            if origin.day and origin not in direct:
                found = origin.visible_to(user).filter(
                    pk__in=records.order_by().values(link.name)
                )
                around[origin] = around[origin] | found if origin in around else found
    for record_type in record_types.all_types():
        if record_type in around or not user.has_perm(record_type.permission("view")):
            continue
        following = Q()
        for known, records in around.items():
            for link in links_between(record_type.model, known.model):
                following |= Q(**{f"{link.name}__in": records.order_by()})
        if following:
            around[record_type] = record_type.visible_to(user).filter(following)
    return around
