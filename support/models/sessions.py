"""Sessions: the meetings, calls and mails that a case is made of."""

from typing import Self

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from records.models import Record, keep_history
from records.querysets import KeptManager, RecordQuerySet
from records.search import key_over
from support.models.channels import CHANNEL_WORDS, Channel
from support.models.consulting import ConsultingCase

DAY = 24 * 60


class SessionQuerySet(RecordQuerySet):
    def held_in(self, period) -> Self:
        """상담: held in the period, of a case that is kept and not cancelled."""
        return self.filter(
            held_on__range=(period.start, period.end), case__deleted_at__isnull=True
        ).exclude(case__status=ConsultingCase.Status.CANCELLED)


@keep_history
class Session(Record):
    """상담: one meeting, call or mail of a case."""

    Channel = Channel
    CHANNEL_WORDS = CHANNEL_WORDS

    case = models.ForeignKey(
        ConsultingCase,
        models.PROTECT,
        verbose_name=_("consulting case"),
        related_name="sessions",
    )
    held_on = models.DateField(_("held on"))
    minutes = models.PositiveIntegerField(
        _("minutes"),
        null=True,
        blank=True,
        validators=(MaxValueValidator(DAY),),
    )
    channel = models.CharField(
        _("channel"), max_length=10, choices=Channel.choices, blank=True
    )
    expert = models.CharField(_("expert"), max_length=100, blank=True)
    note = models.TextField(_("note"), blank=True)
    search_key = key_over("note", names=("expert",))

    objects = KeptManager.from_queryset(SessionQuerySet)()

    class Meta(Record.Meta):
        verbose_name = _("consulting session")
        verbose_name_plural = _("consulting sessions")
        ordering = ("-held_on", "-pk")
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(minutes__isnull=True) | Q(minutes__lte=DAY),
                name="support_session_fits_into_a_day",
                violation_error_message=_("A session has at most 1,440 minutes."),
            ),
        )
        indexes = (
            *Record.Meta.indexes,
            models.Index(
                fields=("centre", "held_on", "id"),
                include=("case", "minutes"),
                condition=Q(deleted_at__isnull=True),
                name="support_session_of_centre",
            ),
            models.Index(
                fields=("held_on", "id"),
                condition=Q(deleted_at__isnull=True),
                name="support_session_by_day",
            ),
        )

    def __str__(self) -> str:
        return f"{self.held_on:%Y-%m-%d} {self.case}"
