"""Files brought in: tried first, then saved, each remembered with what became of every
row, so that a record knows its file, sheet and row."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

# What a person gives to a run, and where it then stands.
GIVEN = ("state", "is_stopped", "rows_done", "rows_total", "type_slug")
GIVEN += ("corrections", "with_rejected", "saved_by")


class ImportQuerySet(models.QuerySet):
    def visible_to(self, user) -> "ImportQuerySet":
        """The own centre's imports, or all for national staff."""
        if user.sees_all_centres:
            return self
        return self.filter(centre_id=user.centre_id)

    def decided_by(self, user) -> "ImportQuerySet":
        """One's own imports; for those who keep order in a centre, all they see."""
        if user.role == user.Role.ADMIN:
            return self.visible_to(user)
        return self.filter(user=user)


class Import(models.Model):
    """One file brought in by a person, or by a command (no `user`). Its content is kept
    only until it is saved or given up. `report` is what `Report.as_json` says of the
    last run apart from its rows, which are `ImportRow`s. `corrections` is what
    `Corrections.from_json` reads; `effects` the figures before and after."""

    class State(models.TextChoices):
        READING = "reading", _("being read")
        READY = "ready", _("waiting for your word")
        SAVING = "saving", _("being saved")
        DONE = "done", _("saved")
        FAILED = "failed", _("not usable")
        DISCARDED = "discarded", _("given up")
        UNDOING = "undoing", _("being undone")
        UNDONE = "undone", _("undone")

    STOPPABLE = (State.READING, State.SAVING)
    UNDER_WAY = (*STOPPABLE, State.UNDOING)

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("user"),
        related_name="imports",
        null=True,
        blank=True,
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
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)
    content = models.BinaryField()
    language = models.CharField(max_length=10)
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.READING
    )
    with_rejected = models.BooleanField(default=False)
    message = models.TextField(blank=True)
    corrections = models.JSONField(default=dict)
    report = models.JSONField(null=True)
    effects = models.JSONField(default=list)
    rows_done = models.PositiveIntegerField(default=0)
    rows_total = models.PositiveIntegerField(default=0)
    is_stopped = models.BooleanField(default=False)
    created_at = models.DateTimeField(_("uploaded"), auto_now_add=True)
    saved_at = models.DateTimeField(_("saved"), null=True)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("saved by"),
        related_name="imports_saved",
        null=True,
    )
    undone_at = models.DateTimeField(_("undone"), null=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("undone by"),
        related_name="imports_undone",
        null=True,
    )

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
    def is_recognised(self) -> bool:
        """Whether it is known what the file holds; else a person is to say it."""
        return self.report is not None and "question" not in self.report

    def is_decided_by(self, user) -> bool:
        """Whether the user, who sees it, may say what becomes of it."""
        return self.user_id == user.pk or user.role == user.Role.ADMIN

    def begin(self, state: str) -> None:
        """From the first row on, whatever was asked of an earlier run."""
        self.state, self.is_stopped = state, False
        self.rows_done = self.rows_total = 0
        self.save(update_fields=GIVEN)

    def give_up(self) -> None:
        """Forget what the file said; that there was one is remembered."""
        self.rows.all().delete()
        self.state, self.content = self.State.DISCARDED, b""
        self.report, self.effects, self.corrections = None, [], {}
        self.save()

    @property
    def counts(self) -> dict[str, int]:
        return self.report["counts"] if self.report else {}


class ImportRow(models.Model):
    """What became, or would become, of one row of a file.

    `record_pk` is of the type `type_slug`, once it is saved. `changes` are the values
    before and after by field, of a changed record; `cells` those of a rejected row as
    `records.spreadsheets.returning` keeps them; `copy_of` the sheet and row that a
    duplicate repeats.
    """

    one = models.ForeignKey(Import, models.CASCADE, related_name="rows")
    sheet = models.CharField(max_length=255)
    row = models.PositiveIntegerField()
    outcome = models.CharField(max_length=10)
    is_flagged = models.BooleanField(default=False)
    reason = models.TextField(blank=True)
    flags = models.JSONField(default=list)
    values = models.JSONField(default=dict)
    changes = models.JSONField(default=dict)
    cells = models.JSONField(default=list)
    copy_of = models.JSONField(null=True)
    type_slug = models.CharField(max_length=40, blank=True)
    record_pk = models.BigIntegerField(null=True)

    class Meta:
        verbose_name = _("row of an import")
        verbose_name_plural = _("rows of imports")
        ordering = ("pk",)
        indexes = (
            models.Index(fields=("one", "id"), name="records_importrow_in_order"),
            models.Index(
                fields=("one", "outcome", "id"), name="records_importrow_by_outcome"
            ),
            models.Index(
                fields=("one", "id"),
                name="records_importrow_flagged",
                condition=Q(is_flagged=True),
            ),
            models.Index(
                fields=("type_slug", "record_pk"),
                name="records_importrow_of_record",
                condition=Q(record_pk__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.one_id} {self.sheet} {self.row}"
