"""Questions every kind of record answers."""

from collections.abc import Iterable, Mapping
from typing import Self

from django.apps import apps
from django.db import models
from django.db.models import Q

from records.text import fold


class RecordQuerySet(models.QuerySet):
    """Records that are kept; deleted ones are found through `with_deleted`."""

    def visible_to(self, user) -> Self:
        """What this user may see: the own centre's, or all for national staff."""
        if user.sees_all_centres:
            return self
        return self.filter(centre_id=user.centre_id)

    def named(self, text: str) -> Self:
        """The records a person means by this text: by reference, else by their number
        in the sheet or system they came from."""
        return self.filter(Q(reference=text) | Q(external_id=text))

    def as_compared(self, names: Iterable[str]) -> dict[str, str]:
        """Each name as `named` compares it, so that two spellings of one are met."""
        return {name: fold(name) for name in names}

    def of_centre(self, centre) -> Self:
        """The centre's own, or all for none."""
        return self if centre is None else self.filter(centre=centre)

    def without_evidence(self) -> Self:
        """Those that no file is attached to."""
        attached = apps.get_model("records", "Attachment").objects.filter(
            slug=self.model().record_type.slug
        )
        return self.exclude(pk__in=attached.order_by().values("record_pk"))

    def from_name(self, name: str, details: Mapping[str, str]) -> dict | None:
        """The form data of a new record that a file's row names, where the type lets a
        row bring one in by naming it; None where it must be there already."""
        return None

    def for_display(self) -> Self:
        """With whatever else a row of the list shows (annotations)."""
        return self


class SharedQuerySet(RecordQuerySet):
    """Records that all centres share: everybody sees them."""

    def visible_to(self, user) -> Self:
        return self


class KeptManager(models.Manager):
    """The default manager: deleted records take no part in lists and figures."""

    def get_queryset(self):
        return super().get_queryset().filter(deleted_at__isnull=True)


class CodeListQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        return self

    def named(self, text: str) -> Self:
        return self.filter(
            Q(code=text)
            | Q(name=text)
            | Q(name_en__iexact=text)
            | Q(aliases__contains=[text])
        )

    def for_display(self) -> Self:
        return self

    def code_choices(self) -> list[tuple[str, str]]:
        return [(entry.code, str(entry)) for entry in self.all()]
