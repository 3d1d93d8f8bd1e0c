"""Which records a bulk change is about, and whether they are as they were when seen."""

from django.db import models
from django.db.models import Max
from django.http import QueryDict
from django.utils.translation import gettext as _

from accounts.models import User
from records.filters import filterset_class
from records.record_types import RecordType
from records.refusals import Refusal, refuse_unknown
from records.saved_views import LOOK, POSITION
from records.workplace import ORDER

# So many records a change takes; a preview of more is nothing anybody reads.
LARGEST = 1000

# The parameters that choose: record by record, or all that the filters find.
CHOICE = ("pk", "all")


def chosen_records(
    record_type: RecordType, params: QueryDict, user: User
) -> models.QuerySet:
    """The records an address chooses: by `pk`, or all that its filters find. Raises
    Refusal for none, for too many, and for one that the user does not see."""
    filters = filterset_class(record_type)
    known = filters.known_parameters()
    refuse_unknown(params, {*known, *LOOK, *POSITION, *ORDER, *CHOICE})
    visible = record_type.visible_to(user)
    if params.get("all"):
        given = QueryDict(mutable=True)
        for name in known & params.keys():
            given.setlist(name, params.getlist(name))
        visible = filters(given, visible, user=user).chosen
    else:
        visible = visible.filter(pk__in=numbers(params.getlist("pk")))
    pks = list(visible.order_by().values_list("pk", flat=True)[: LARGEST + 1])
    refuse_number(len(pks))
    if not params.get("all") and len(pks) < len(set(params.getlist("pk"))):
        raise Refusal(
            _(
                "Some of the chosen records were deleted or belong to another centre; "
                "choose again from the list."
            )
        )
    return record_type.rows(record_type.model.objects.filter(pk__in=pks))


def numbers(texts: list[str]) -> list[int]:
    wrong = [text for text in texts if not (text.isascii() and text.isdigit())]
    if wrong:
        raise Refusal(_("“%s” is no number of a record.") % wrong[0])
    return [int(text) for text in texts]


def refuse_number(number: int) -> None:
    if not number:
        raise Refusal(_("No record is chosen: tick records in the list first."))
    if number > LARGEST:
        raise Refusal(
            _(
                "More than %(largest)s records are chosen, and a bulk change takes "
                "%(largest)s at a time; narrow the filters."
            )
            % {"largest": f"{LARGEST:,}"}
        )


def as_previewed(record_type: RecordType, user: User, versions) -> list[models.Model]:
    """The records, locked. Raises Refusal for those that changed since."""
    visible = record_type.visible_to(user).filter(pk__in=versions).order_by("pk")
    locked = list(visible.select_for_update().values_list("pk", flat=True))
    now = versions_of(record_type, locked)
    changed = [pk for pk in versions if now.get(pk) != versions[pk]]
    if changed:
        names = named(record_type, user, changed)
        raise Refusal(
            _(
                "Nothing was changed: since the preview somebody else changed or "
                "deleted %(records)s. Look at the preview again."
            )
            % {"records": names}
        )
    return list(record_type.rows(record_type.model.objects.filter(pk__in=locked)))


def named(record_type: RecordType, user: User, pks: list[int]) -> str:
    """The first few of these records by name, by number where they are gone."""
    kept = record_type.visible_to(user).in_bulk(pks[:5])
    names = ", ".join(f"“{kept[pk]}”" if pk in kept else f"#{pk}" for pk in pks[:5])
    return f"{names} …" if pks[5:] else names


def versions_of(record_type: RecordType, pks: list[int]) -> dict[int, int]:
    """A number a record that grows with everything its history gains."""
    versions = dict.fromkeys(pks, 0)
    tables = [(record_type.model.pgh_event_model, "pgh_obj_id")]
    for link in record_type.model._meta.local_many_to_many:
        through = link.remote_field.through
        tables.append((through.pgh_event_model, f"{link.m2m_field_name()}_id"))
    for events, column in tables:
        of_these = events.objects.filter(**{f"{column}__in": pks}).order_by()
        for pk, latest in of_these.values_list(column).annotate(Max("pgh_id")):
            versions[pk] += latest
    return versions
