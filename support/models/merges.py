"""합병: two rows of one company made into one, and what is needed to undo it."""

from typing import Self

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from support.models.startups import Startup


class MergeQuerySet(models.QuerySet["Merge"]):
    def in_force(self) -> Self:
        return self.filter(undone_at__isnull=True)


class Merge(models.Model):
    """One start-up merged into another.

    `values_before` holds the fields of the one that stays which the merge changed.
    `moved` says what went over, one entry a link: {"model", "link", "pks",
    "last_event", …}, and `last_event` the newest event of the two start-ups themselves;
    `support.merging` writes and reads both.
    """

    kept = models.ForeignKey(
        Startup,
        models.PROTECT,
        verbose_name=_("start-up that stays"),
        related_name="merges",
    )
    merged = models.ForeignKey(
        Startup,
        models.PROTECT,
        verbose_name=_("start-up merged into it"),
        related_name="merged_into",
    )
    merged_by = models.ForeignKey(
        User, models.PROTECT, verbose_name=_("merged by"), related_name="merges"
    )
    merged_at = models.DateTimeField(_("merged at"), default=timezone.now)
    reason = models.CharField(_("reason"), max_length=300)
    values_before = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    moved = models.JSONField(default=list)
    last_event = models.BigIntegerField(editable=False)
    undone_by = models.ForeignKey(
        User,
        models.PROTECT,
        verbose_name=_("undone by"),
        related_name="undone_merges",
        null=True,
        blank=True,
    )
    undone_at = models.DateTimeField(_("undone at"), null=True, blank=True)
    undone_reason = models.CharField(
        _("reason for undoing"), max_length=300, blank=True
    )

    objects = MergeQuerySet.as_manager()

    class Meta:
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        ordering = ("-merged_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=~Q(kept=F("merged")),
                name="support_merge_is_of_two_start_ups",
            ),
            models.CheckConstraint(
                condition=Q(
                    undone_at__isnull=True, undone_by__isnull=True, undone_reason=""
                )
                | Q(undone_at__isnull=False, undone_by__isnull=False)
                & ~Q(undone_reason=""),
                name="support_merge_is_undone_by_somebody_with_a_reason",
            ),
            models.UniqueConstraint(
                fields=("merged",),
                condition=Q(undone_at__isnull=True),
                name="support_merge_takes_a_start_up_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.merged} → {self.kept}"

    def get_absolute_url(self) -> str:
        return reverse("startup-merged", args=(self.pk,))

    @property
    def is_undone(self) -> bool:
        return self.undone_at is not None

    @property
    def moved_number(self) -> int:
        return sum(len(entry["pks"]) for entry in self.moved)
