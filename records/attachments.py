"""Attachments: the evidence of a record, kept under the digest of its content.

A file is named by its record's type and number, the words of its address: they are the
same in every database, stand readable in the history, and outlive the record's own
deletion, which is a state. Who may see the record may see its files.
"""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from records import record_types
from records.files.kinds import KINDS, Kind
from records.querysets import KeptManager
from records.removal import Removable, removed_with_a_reason
from records.tracking import keep_history

SHORT_DIGEST = 12


class AttachmentQuerySet(models.QuerySet):
    def of(self, record: models.Model) -> Self:
        """The files of one record, the oldest first."""
        slug = record.record_type.slug
        return self.filter(slug=slug, record_pk=record.pk).order_by("pk")

    def visible_to(self, user) -> Self:
        """The files of the records that this user may see."""
        visible = Q(pk__in=())
        for record_type in record_types.all_types():
            if user.has_perm(record_type.permission("view")):
                record = record_type.visible_to(user).filter(pk=OuterRef("record_pk"))
                visible |= Q(slug=record_type.slug) & Exists(record)
        return self.filter(visible)


@keep_history
class Attachment(Removable, models.Model):
    """증빙자료: one file of one record. Withdrawn with a reason, never erased."""

    slug = models.CharField(_("kind of record"), max_length=50, editable=False)
    record_pk = models.PositiveBigIntegerField(_("record"), editable=False)
    name = models.CharField(_("file name"), max_length=200, editable=False)
    kind = models.CharField(
        _("kind of file"),
        max_length=10,
        choices=[(code, str(kind)) for code, kind in KINDS.items()],
        editable=False,
    )
    size = models.PositiveBigIntegerField(_("size"), editable=False)
    sha256 = models.CharField("SHA-256", max_length=64, editable=False)
    description = models.CharField(_("description"), max_length=200, blank=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("uploaded by"),
        related_name="attachments",
        editable=False,
    )
    uploaded_at = models.DateTimeField(
        _("uploaded at"), default=timezone.now, editable=False
    )
    deleted_at = models.DateTimeField(_("deleted at"), null=True, editable=False)
    deleted_reason = models.CharField(
        _("reason for deleting"), max_length=300, blank=True, editable=False
    )

    objects = KeptManager.from_queryset(AttachmentQuerySet)()
    with_deleted = models.Manager.from_queryset(AttachmentQuerySet)()

    class Meta:
        verbose_name, verbose_name_plural = _("evidence"), _("evidence")
        base_manager_name = "with_deleted"
        ordering = ("-pk",)
        indexes = (
            models.Index(fields=("slug", "record_pk"), name="records_files_of_record"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("slug", "record_pk", "sha256"),
                condition=Q(deleted_at__isnull=True),
                name="records_attachment_is_attached_once",
                violation_error_message=_("The record already has this very file."),
            ),
            models.CheckConstraint(
                condition=Q(size__gt=0),
                name="records_attachment_is_not_empty",
                violation_error_message=_("The file is empty."),
            ),
            models.CheckConstraint(
                condition=Q(sha256__regex="^[0-9a-f]{64}$"),
                name="records_attachment_has_its_digest",
                violation_error_message=_("The digest of the file is missing."),
            ),
            removed_with_a_reason(_("Say why the file is withdrawn.")),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("attachment", args=(self.pk,))

    def record(self) -> models.Model:
        """The record it belongs to, a deleted one too."""
        return self.record_type.model._base_manager.get(pk=self.record_pk)

    @property
    def record_type(self) -> record_types.RecordType:
        return record_types.get(self.slug)

    @property
    def told_kind(self) -> Kind:
        return KINDS[self.kind]

    @property
    def size_text(self) -> str:
        return filesizeformat(self.size)

    @property
    def short_digest(self) -> str:
        return self.sha256[:SHORT_DIGEST]
