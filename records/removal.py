"""Deleting is a state with a reason, kept in history and restorable."""

from django.db import models
from django.db.models import Q
from django.utils import timezone


def removed_with_a_reason(sentence: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=(
            Q(deleted_at__isnull=True, deleted_reason="")
            | Q(deleted_at__isnull=False) & ~Q(deleted_reason="")
        ),
        name="%(app_label)s_%(class)s_is_deleted_with_a_reason",
        violation_error_message=sentence,
    )


class Removable:
    """What is taken away without being lost: a model with the fields `deleted_at` and
    `deleted_reason`."""

    @property
    def is_deleted(self) -> bool:
        return self.deleted_at is not None

    def remove(self, *, reason: str) -> None:
        """Delete: a state with a reason, kept in history, restorable.

        Raises ValueError without a reason.
        """
        if not reason.strip():
            raise ValueError("what is deleted is deleted with a reason")
        self.deleted_at = timezone.now()
        self.deleted_reason = reason.strip()[:300]
        self.save(update_fields=("deleted_at", "deleted_reason"))

    def restore(self) -> None:
        """Undo `remove`. Raises ValidationError when another took its place."""
        self.deleted_at = None
        self.deleted_reason = ""
        self.validate_constraints()
        self.save(update_fields=("deleted_at", "deleted_reason"))
