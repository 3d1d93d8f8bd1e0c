"""Files brought in through the pages: tried first, then saved, each remembered."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class ImportQuerySet(models.QuerySet):
    def visible_to(self, user) -> "ImportQuerySet":
        """The own centre's imports, or all for national staff."""
        if user.sees_all_centres:
            return self
        return self.filter(centre_id=user.centre_id)


class Import(models.Model):
    """One file of one person. Its content is kept only until it is saved or given up;
    `report` is `Report.as_json` of the last run."""

    class State(models.TextChoices):
        READING = "reading", _("being read")
        READY = "ready", _("waiting for your word")
        SAVING = "saving", _("being saved")
        DONE = "done", _("saved")
        FAILED = "failed", _("not usable")
        DISCARDED = "discarded", _("given up")

    UNDER_WAY = (State.READING, State.SAVING)

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("user"),
        related_name="imports",
    )
    centre = models.ForeignKey(
        "accounts.Centre",
        models.PROTECT,
        verbose_name=_("centre"),
        related_name="imports",
        null=True,
        blank=True,
    )
    type_slug = models.CharField(_("record type"), max_length=40)
    file_name = models.CharField(_("file"), max_length=255)
    content = models.BinaryField()
    language = models.CharField(max_length=10)
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.READING
    )
    with_rejected = models.BooleanField(default=False)
    message = models.TextField(blank=True)
    report = models.JSONField(null=True)
    created_at = models.DateTimeField(_("uploaded"), auto_now_add=True)

    objects = ImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(state="failed") | Q(message=""),
                name="records_import_says_why_it_failed",
            ),
        )

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        return reverse("import", args=(self.pk,))

    @property
    def is_under_way(self) -> bool:
        return self.state in self.UNDER_WAY

    @property
    def counts(self) -> dict[str, int]:
        return self.report["counts"] if self.report else {}
