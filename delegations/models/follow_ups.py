"""후속조치: what visits and agreements left to do."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from delegations.models.agreements import MOU
from delegations.models.visits import Visit
from records.models import Record, keep_history
from records.querysets import KeptManager, RecordQuerySet
from records.search import key_over
from records.sorting import sorted_by


class FollowUpQuerySet(RecordQuerySet):
    def open(self) -> Self:
        return self.filter(done_on__isnull=True)


@keep_history
class FollowUp(Record):
    """후속조치: what was promised at a visit or in an agreement."""

    visit = models.ForeignKey(
        Visit,
        models.PROTECT,
        verbose_name=_("visit"),
        related_name="follow_ups",
        null=True,
        blank=True,
    )
    mou = models.ForeignKey(
        MOU,
        models.PROTECT,
        verbose_name=_("agreement (MOU)"),
        related_name="follow_ups",
        null=True,
        blank=True,
    )
    title = models.CharField(_("title"), max_length=300)
    owner = models.ForeignKey(
        User,
        models.PROTECT,
        verbose_name=_("owner"),
        related_name="follow_ups",
        null=True,
        blank=True,
    )
    due_on = models.DateField(_("due on"), null=True, blank=True)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    search_key = key_over("title")

    objects = KeptManager.from_queryset(FollowUpQuerySet)()

    class Meta(Record.Meta):
        verbose_name = _("follow-up")
        verbose_name_plural = _("follow-ups")
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(visit__isnull=False) | Q(mou__isnull=False),
                name="delegations_followup_follows_something",
                violation_error_message=_(
                    "A follow-up belongs to a visit or to an agreement."
                ),
            ),
        )
        indexes = (
            *Record.Meta.indexes,
            *sorted_by("due_on", name="delegations_followup"),
            models.Index(
                fields=("centre", "due_on", "id"),
                condition=Q(deleted_at__isnull=True, done_on__isnull=True),
                name="delegations_followup_open",
            ),
        )

    def __str__(self) -> str:
        return self.title
