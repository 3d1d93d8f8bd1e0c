"""What it is to keep a record: an owner, a reference, notes, history, no silent end.

Nothing here knows a word of any domain.
"""

import sys

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from records import record_types
from records.fields import TextsField
from records.querysets import CodeListQuerySet, KeptManager, RecordQuerySet
from records.saved_views import ChosenColumns, SavedView  # noqa: F401  (models)

# The number given by the system: the year it was entered (Seoul) and the row's own
# number. Written by the database, so that no way in leaves a record without one.
give_reference = pgtrigger.Trigger(
    name="give_reference",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    condition=pgtrigger.Q(new__reference=""),
    func="""
        NEW.reference := to_char(now() AT TIME ZONE 'Asia/Seoul', 'YYYY')
            || '-' || lpad(NEW.id::text, 6, '0');
        RETURN NEW;
    """,
)


def keep_history(model: type[models.Model]) -> type[models.Model]:
    """Class decorator: triggers write the model's history, so that bulk edits, imports
    and raw SQL are in it, deletions too."""
    return pghistory.track(
        pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent()
    )(model)


def keep_links(*names: str):
    """Class decorator: triggers write who was linked and unlinked when, for these
    many-to-many fields.

    The link table is tracked through a proxy: migrations know no triggers of a table
    that Django makes by itself.
    """

    def decorate(model: type[models.Model]) -> type[models.Model]:
        for name in names:
            through = getattr(model, name).through
            meta = {"proxy": True, "app_label": model._meta.app_label}
            proxy = type(
                f"{model.__name__}{name.capitalize()}",
                (through,),
                {"__module__": model.__module__, "Meta": type("Meta", (), meta)},
            )
            setattr(sys.modules[model.__module__], proxy.__name__, proxy)
            through.pgh_event_model = pghistory.create_event_model(
                proxy,
                pghistory.InsertEvent(),
                pghistory.DeleteEvent(),
                obj_field=None,
                abstract=False,
            )
        return model

    return decorate


class Typed(models.Model):
    """What has a declared record type, hence an address of its own.

    `is_left_to_database`: whoever saves many asks the constraints and the links by
    saving, and in words only after a refusal; in words, each of them is a query.
    """

    is_left_to_database = False

    class Meta:
        abstract = True

    def get_absolute_url(self) -> str:
        return reverse("record-detail", args=(self.record_type.slug, self.pk))

    def clean_fields(self, exclude=None) -> None:
        if self.is_left_to_database:
            links = {f.name for f in self._meta.fields if f.many_to_one}
            exclude = links.union(exclude or ())
        super().clean_fields(exclude)

    def validate_constraints(self, exclude=None) -> None:
        if not self.is_left_to_database:
            super().validate_constraints(exclude)

    @property
    def record_type(self):
        return record_types.of_model(type(self))


class CodeList(Typed):
    """An editable list of codes that records point to by code, shared by all centres.

    Entries are renamed or given aliases, never deleted: old records hold their codes.
    """

    code = models.SlugField(_("code"), max_length=30, unique=True)
    name = models.CharField(_("name"), max_length=100, unique=True)
    name_en = models.CharField(_("name in English"), max_length=100, blank=True)
    aliases = TextsField(
        verbose_name=_("aliases"),
        help_text=_("Other words for it that stand in files."),
    )

    objects = CodeListQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ("pk",)

    def __str__(self) -> str:
        if (get_language() or "ko").startswith("en") and self.name_en:
            return self.name_en
        return self.name


class Record(Typed):
    """One thing a centre keeps a record of.

    Subclasses declare their own fields and inherit `Record.Meta`.
    """

    centre = models.ForeignKey(
        "accounts.Centre",
        models.PROTECT,
        verbose_name=_("centre"),
        related_name="%(class)s_records",
    )
    reference = models.CharField(
        _("reference"), max_length=20, editable=False, db_default=""
    )
    external_id = models.CharField(
        _("original number"),
        max_length=60,
        blank=True,
        help_text=_("The number it had in the sheet or system it came from."),
    )
    notes = models.TextField(_("notes"), blank=True)
    deleted_at = models.DateTimeField(_("deleted at"), null=True, editable=False)
    deleted_reason = models.CharField(
        _("reason for deleting"), max_length=300, blank=True, editable=False
    )

    objects = KeptManager.from_queryset(RecordQuerySet)()
    with_deleted = models.Manager.from_queryset(RecordQuerySet)()

    class Meta:
        abstract = True
        base_manager_name = "with_deleted"
        ordering = ("-pk",)
        triggers = (give_reference,)
        constraints = (
            models.UniqueConstraint(
                fields=("centre", "reference"),
                name="%(app_label)s_%(class)s_reference_is_unique",
            ),
            models.UniqueConstraint(
                fields=("centre", "external_id"),
                condition=~Q(external_id="") & Q(deleted_at__isnull=True),
                name="%(app_label)s_%(class)s_original_number_is_unique",
                violation_error_message=_(
                    "This centre already has a record with this original number."
                ),
            ),
            models.CheckConstraint(
                condition=(
                    Q(deleted_at__isnull=True, deleted_reason="")
                    | Q(deleted_at__isnull=False) & ~Q(deleted_reason="")
                ),
                name="%(app_label)s_%(class)s_is_deleted_with_a_reason",
                violation_error_message=_("Say why the record is deleted."),
            ),
        )

    @property
    def is_deleted(self) -> bool:
        return self.deleted_at is not None

    def remove(self, *, reason: str) -> None:
        """Delete: a state with a reason, kept in history, restorable.

        Raises ValueError without a reason.
        """
        if not reason.strip():
            raise ValueError("a record is deleted with a reason")
        self.deleted_at = timezone.now()
        self.deleted_reason = reason.strip()[:300]
        self.save(update_fields=("deleted_at", "deleted_reason"))

    def restore(self) -> None:
        """Undo `remove`. Raises ValidationError when another record took its place."""
        self.deleted_at = None
        self.deleted_reason = ""
        self.validate_constraints()
        self.save(update_fields=("deleted_at", "deleted_reason"))
