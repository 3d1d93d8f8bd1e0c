"""Two rows of one company made into one, and that undone.

Nothing is lost: history has each step with its reason, and an undo takes back exactly
these, as long as nothing that moved has been touched since.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pghistory
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from records.attachments import Attachment
from records.form_fields import named
from records.refusals import Refusal
from support.merge_plans import Move, Plan, column_of, table_of
from support.models import Merge, Startup


class PlanIsStale(Exception):
    """Something changed between the preview and its confirmation."""


@dataclass(frozen=True)
class Changed:
    """What was touched after the merge; `record` is None where it was erased."""

    model: type[models.Model]
    pk: int
    record: models.Model | None


@transaction.atomic
def merge(
    kept: Startup,
    merged: Startup,
    *,
    by: User,
    reason: str,
    chosen: Mapping[str, str],
    seen: str,
) -> Merge:
    """Merge one start-up into the other, as the plan with the fingerprint `seen` said.

    `chosen` says for a field whose value stays. Raises PlanIsStale, Refusal.
    """
    kept, merged = locked(kept, merged)
    plan = Plan(kept, merged)
    if plan.fingerprint != seen:
        raise PlanIsStale
    values = {
        name: value
        for name, value in plan.values(chosen).items()
        if value != getattr(kept, name)
    }
    before = {name: getattr(kept, name) for name in values}
    told = _("Merged into %(kept)s: %(reason)s") % {
        "kept": named(kept),
        "reason": reason,
    }
    with pghistory.context(reason=told[:300]):
        merged.remove(reason=told)
        for pair in plan.collisions:
            pair.going.remove(
                reason=_("Merged: %(other)s is the same. %(reason)s")
                % {"other": pair.staying.reference, "reason": reason}
            )
        moved = [carry(move, plan) for move in plan.moves]
        moved += carry_files(plan)
        fill(kept, values)
    return Merge.objects.create(
        kept=kept,
        merged=merged,
        merged_by=by,
        reason=reason,
        values_before=before,
        moved=moved,
        last_event=last_event(Startup.pgh_event_model, (kept.pk, merged.pk)),
    )


@transaction.atomic
def undo(merge: Merge, *, by: User, reason: str) -> None:
    """Put everything back where it was. Raises Refusal."""
    merge = Merge.objects.select_for_update().get(pk=merge.pk)
    if merge.is_undone:
        raise Refusal(_("This merge has been undone already."))
    kept, merged = locked(merge.kept, merge.merged)
    if changed := changed_since(merge):
        raise Refusal(
            _("The merge cannot be undone: of what it moved, %s changed since.")
            % len(changed)
        )
    fields = kept._meta
    before = {
        name: fields.get_field(name).to_python(value)
        for name, value in merge.values_before.items()
    }
    told = _("Merge undone: %s") % reason
    with pghistory.context(reason=told[:300]):
        fill(kept, before)
        restore(merged)
        for entry in merge.moved:
            take_back(entry, kept, merged)
    merge.undone_by, merge.undone_at = by, timezone.now()
    merge.undone_reason = reason
    merge.save(update_fields=("undone_by", "undone_at", "undone_reason"))


def locked(kept: Startup, merged: Startup) -> tuple[Startup, Startup]:
    """Both, held until the transaction ends; in one order, whoever asks."""
    rows = Startup.with_deleted.select_for_update().order_by("pk")
    found = {row.pk: row for row in rows.filter(pk__in=(kept.pk, merged.pk))}
    return found[kept.pk], found[merged.pk]


def fill(kept: Startup, values: Mapping) -> None:
    """Raises Refusal where another start-up has such a number or name already."""
    for name, value in values.items():
        setattr(kept, name, value)
    if values:
        kept_to_rules(kept)
        kept.save(update_fields=list(values))


def restore(merged: Startup) -> None:
    merged.deleted_at, merged.deleted_reason = None, ""
    kept_to_rules(merged)
    merged.save(update_fields=("deleted_at", "deleted_reason"))


def kept_to_rules(startup: Startup) -> None:
    try:
        startup.validate_constraints()
    except ValidationError as error:
        raise Refusal(" ".join(error.messages)) from error


def carry(move: Move, plan: Plan) -> dict:
    """Move what a link holds; the entry that says what was moved."""
    link = move.link
    entry = {"model": link.model._meta.label_lower, "link": link.name, "pks": move.pks}
    if link.many_to_many:
        entry["already"] = linked(link, move.pks, plan.kept)
        unlink(link, move.pks, plan.merged)
        join(link, set(move.pks).difference(entry["already"]), plan.kept)
    else:
        moved = link.model._base_manager.filter(pk__in=move.pks)
        moved.update(**{link.name: plan.kept.pk})
        entry["removed"] = [
            pair.going.pk
            for pair in plan.collisions
            if type(pair.going) is link.model and pair.going.pk in move.pks
        ]
    return entry | {"last_event": last_event_of(link, move.pks)}


def carry_files(plan: Plan) -> list[dict]:
    """Move the evidence, whose link is no foreign key; entries as of `carry`."""
    if not plan.files:
        return []
    link = Attachment._meta.get_field("record_pk")
    Attachment.objects.filter(pk__in=plan.files).update(record_pk=plan.kept.pk)
    entry = {"model": Attachment._meta.label_lower, "link": link.name}
    last_event = last_event_of(link, plan.files)
    return [entry | {"pks": plan.files, "removed": [], "last_event": last_event}]


def take_back(entry: dict, kept: Startup, merged: Startup) -> None:
    link = link_of(entry)
    if link.many_to_many:
        unlink(link, set(entry["pks"]).difference(entry["already"]), kept)
        join(link, entry["pks"], merged)
        return
    records = link.model._base_manager.filter(pk__in=entry["pks"])
    records.update(**{link.name: merged.pk})
    removed = records.filter(pk__in=entry["removed"])
    removed.update(deleted_at=None, deleted_reason="")


def linked(link: models.Field, pks: Iterable[int], startup: Startup) -> list[int]:
    """Which of these records are linked to the start-up."""
    source = link.m2m_field_name()
    rows = table_of(link).objects.filter(
        **{f"{source}__in": pks, column_of(link): startup}
    )
    return sorted(rows.values_list(source, flat=True))


def unlink(link: models.Field, pks: Iterable[int], startup: Startup) -> None:
    source = f"{link.m2m_field_name()}__in"
    table_of(link).objects.filter(**{source: pks, column_of(link): startup}).delete()


def join(link: models.Field, pks: Iterable[int], startup: Startup) -> None:
    table, source = table_of(link), f"{link.m2m_field_name()}_id"
    table.objects.bulk_create(
        table(**{source: pk, column_of(link): startup}) for pk in sorted(pks)
    )


def link_of(entry: dict) -> models.Field:
    return apps.get_model(entry["model"])._meta.get_field(entry["link"])


def events_of(link: models.Field, pks: Iterable[int]) -> models.QuerySet:
    """The history of what a link holds: of the records, or of who is linked to them."""
    events = table_of(link).pgh_event_model.objects
    owner = link.m2m_field_name() if link.many_to_many else "pgh_obj_id"
    return events.filter(**{f"{owner}__in": pks})


def last_event_of(link: models.Field, pks: Iterable[int]) -> int:
    return events_of(link, pks).aggregate(last=Max("pgh_id"))["last"]


def changed_since(merge: Merge) -> list[Changed]:
    """What of the merge was touched by anybody after it."""
    changed = []
    for entry in merge.moved:
        link = link_of(entry)
        events = events_of(link, entry["pks"]).filter(pgh_id__gt=entry["last_event"])
        owner = link.m2m_field_name() if link.many_to_many else "pgh_obj"
        pks = set(events.values_list(f"{owner}_id", flat=True))
        changed += found(link.model, pks)
    events = Startup.pgh_event_model.objects.filter(
        pgh_obj_id__in=(merge.kept_id, merge.merged_id), pgh_id__gt=merge.last_event
    )
    return changed + found(Startup, set(events.values_list("pgh_obj_id", flat=True)))


def found(model: type[models.Model], pks: set[int]) -> list[Changed]:
    records = model._base_manager.in_bulk(pks)
    return [Changed(model, pk, records.get(pk)) for pk in sorted(pks)]


def last_event(events: type[models.Model], pks: Iterable[int]) -> int:
    mine = events.objects.filter(pgh_obj_id__in=pks)
    return mine.aggregate(last=Max("pgh_id"))["last"]
