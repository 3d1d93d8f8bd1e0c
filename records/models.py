"""What it is to keep a record: an owner, a reference, notes, history, no silent end.

Nothing here knows a word of any domain.
"""

import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from records import record_types
from records.attachments import Attachment
from records.fields import TextsField
from records.import_profiles import ImportProfile
from records.imports import Import
from records.querysets import CodeListQuerySet, KeptManager, RecordQuerySet
from records.removal import Removable, removed_with_a_reason
from records.saved_views import ChosenColumns, SavedView
from records.search import Grams, key_over
from records.tracking import keep_history, keep_links

# What Django and the apps look for here.
__all__ = (
    "Attachment",
    "ChosenColumns",
    "CodeList",
    "Import",
    "ImportProfile",
    "Record",
    "SavedView",
    "keep_history",
    "keep_links",
)

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

    @property
    def told_apart_by(self) -> str:
        """What stands beside the name where one of several is chosen."""
        return ""


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


class Record(Removable, Typed):
    """One thing a centre keeps a record of.

    Subclasses declare their own fields and inherit `Record.Meta`; the texts that they
    are found by they name as `search_key = key_over(…)`.
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

    search_key = key_over()

    objects = KeptManager.from_queryset(RecordQuerySet)()
    with_deleted = models.Manager.from_queryset(RecordQuerySet)()

    class Meta:
        abstract = True
        base_manager_name = "with_deleted"
        ordering = ("-pk",)
        triggers = (give_reference,)
        indexes = (
            GinIndex(Grams("search_key"), name="%(app_label)s_%(class)s_search"),
        )
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
            removed_with_a_reason(_("Say why the record is deleted.")),
        )
