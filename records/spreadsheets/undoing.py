"""Taking back an import: what it added is withdrawn, what it changed is as before.

All or nothing, and all of it in the history. What was touched since is left.
"""

from dataclasses import asdict, dataclass

import pghistory
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from records import record_types
from records.imports import Import
from records.refusals import Refusal, broken_rule
from records.spreadsheets.undo_plans import Kept, TypePlan, UndoPlan
from records.versions import links_of

State = Import.State


@dataclass(frozen=True)
class Undone:
    """How many records were withdrawn and restored, and which were left."""

    withdrawn: int
    restored: int
    kept: list[Kept]


def may_undo(one: Import, user: User) -> bool:
    """Whose import it is, and managers and administrators of its centre; each only
    with the right to delete records of these types."""
    is_own = one.user_id == user.pk
    is_lead = user.role in (User.Role.MANAGER, User.Role.ADMIN)
    is_near = user.sees_all_centres or one.centre_id == user.centre_id
    return (
        is_near
        and (is_own or is_lead or user.is_superuser)
        and all(
            user.has_perm(record_types.get(slug).permission("delete"))
            for slug in types_of(one)
            if not record_types.get(slug).is_code_list
        )
    )


def types_of(one: Import) -> set[str]:
    slugs = one.rows.exclude(record_pk=None).order_by().values_list("type_slug")
    return {slug for (slug,) in slugs.distinct()}


def undo(one: Import, user: User) -> Undone:
    """Take the import back. Raises Refusal for one that cannot be, also where a rule of
    the database stands against it."""
    try:
        return take_back(one, user)
    except IntegrityError as error:
        if sentence := broken_rule(error):
            raise Refusal(sentence) from error
        raise


@transaction.atomic
def take_back(one: Import, user: User) -> Undone:
    one = Import.objects.select_for_update().defer("content").get(pk=one.pk)
    if one.state not in (State.DONE, State.UNDOING):
        raise Refusal(
            _("“%(file)s” cannot be undone: it is %(state)s.")
            % {"file": one, "state": one.get_state_display()}
        )
    if not may_undo(one, user):
        raise Refusal(_("Your role does not allow to undo this import."))
    plan = UndoPlan(one)
    reason = _("Import undone: %s") % one.file_name
    source = {"command": "undo", "undone": one.pk, "user": user.pk, "reason": reason}
    with pghistory.context(**source):
        restored = sum(restore(part, plan) for part in plan.types)
        withdrawn = sum(withdraw(part, reason) for part in plan.types)
    done = Undone(withdrawn, restored, plan.kept)
    keep(one, user, done)
    return done


def keep(one: Import, user: User, done: Undone) -> None:
    one.state, one.undone_at, one.undone_by = State.UNDONE, timezone.now(), user
    told = {
        "withdrawn": done.withdrawn,
        "restored": done.restored,
        "kept": [asdict(kept) for kept in done.kept],
    }
    one.report = {**(one.report or {}), "undone": told}
    one.save(update_fields=("state", "undone_at", "undone_by", "report"))


def withdraw(plan: TypePlan, reason: str) -> int:
    if not plan.added:
        return 0
    return plan.model.with_deleted.filter(
        pk__in=plan.added, deleted_at__isnull=True
    ).update(deleted_at=timezone.now(), deleted_reason=reason[:300])


def restore(plan: TypePlan, whole: UndoPlan) -> int:
    """Put the changed records back; one whose values another record has taken by now
    stays."""
    restored = 0
    for pk, first in list(plan.changed.items()):
        before = event_before(plan.model, pk, first)
        try:
            with transaction.atomic():
                if first and before is None:
                    raise IntegrityError("its history begins with the import")
                if before is not None:
                    put_back(plan.model, pk, before)
                for link in links_of(plan.model):
                    put_links_back(link, pk, whole)
                restored += 1
        except IntegrityError as error:
            if broken_rule(error):
                raise
            del plan.changed[pk]
            plan.taken.add(pk)
    return restored


def event_before(model: type[models.Model], pk: int, first: int):
    """The record's newest event before the import's first."""
    events = model.pgh_event_model.objects.filter(pgh_obj_id=pk, pgh_id__lt=first)
    return events.order_by("pgh_id").last()


def put_back(model: type[models.Model], pk: int, event) -> None:
    values = {
        column.attname: getattr(event, column.attname)
        for column in model._meta.local_concrete_fields
        if not column.generated
        and not column.primary_key
        and hasattr(event, column.attname)
    }
    model._base_manager.filter(pk=pk).update(**values)


def put_links_back(link, pk: int, whole: UndoPlan) -> None:
    """Unlink what the import linked and link what it unlinked, the last first."""
    source, other = f"{link.m2m_field_name()}_id", f"{link.m2m_reverse_field_name()}_id"
    through = link.remote_field.through
    events = whole.own(through.pgh_event_model.objects.filter(**{source: pk}))
    for event in events.order_by("-pgh_id"):
        pair = {source: pk, other: getattr(event, other)}
        if event.pgh_label == "insert":
            through.objects.filter(**pair).delete()
        else:
            through.objects.get_or_create(**pair)
