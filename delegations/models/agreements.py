"""업무협약: what is signed with partners abroad."""

from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from delegations.models.visits import Visit
from records.counted import Quantity, counted_by
from records.fields import (
    CountryField,
)
from records.models import Record, keep_history
from records.querysets import KeptManager, RecordQuerySet
from records.search import key_over
from records.sorting import sorted_by
from support.models import Partner


class MOUQuerySet(RecordQuerySet):
    def signed_in(self, period) -> Self:
        """업무협약: by the day of signing, one an agreement, not one a party."""
        return self.filter(signed_on__range=(period.start, period.end))

    def undated_in(self, period) -> Self:
        """In talks, by the visit that they go back to; without one, by the year of
        entry."""
        return self.filter(
            Q(visit__starts_on__range=(period.start, period.end))
            | Q(visit=None, reference__startswith=f"{period.year}-"),
            signed_on=None,
        )

    def in_force_at_end_of(self, period) -> Self:
        """유효 협약: signed by the period's last day, not yet expired or terminated."""
        day = period.end
        return self.filter(
            Q(expires_on__isnull=True) | Q(expires_on__gte=day),
            Q(terminated_on__isnull=True) | Q(terminated_on__gt=day),
            signed_on__lte=day,
        )

    def expiring(self) -> Self:
        """With a day of expiry, neither terminated nor renewed: a later agreement of
        the centre with the same partner is taken for a renewal."""
        renewal = MOU.objects.filter(
            centre=OuterRef("centre"),
            partner=OuterRef("partner"),
            status=MOU.Status.SIGNED,
            signed_on__gt=OuterRef("signed_on"),
        )
        return self.filter(
            ~Exists(renewal), status=MOU.Status.SIGNED, expires_on__isnull=False
        )


@keep_history
class MOU(Record, Quantity):
    """업무협약: a letter or memorandum signed with a partner abroad."""

    class Kind(models.TextChoices):
        MOU = "mou", "MOU"
        LOI = "loi", "LOI"
        MOA = "moa", "MOA"

    KIND_WORDS = {
        "업무협약": Kind.MOU,
        "양해각서": Kind.MOU,
        "의향서": Kind.LOI,
        "협력의향서": Kind.LOI,
        "합의각서": Kind.MOA,
    }

    class Status(models.TextChoices):
        TALKS = "talks", _("In talks")
        SIGNED = "signed", _("Signed")
        TERMINATED = "terminated", _("Terminated")

    partner = models.ForeignKey(
        Partner,
        models.PROTECT,
        verbose_name=_("overseas partner"),
        related_name="mous",
    )
    country = CountryField(_("country"), blank=True)
    kind = models.CharField(
        _("kind"), max_length=10, choices=Kind.choices, default=Kind.MOU
    )
    title = models.CharField(
        pgettext_lazy("agreement", "title"), max_length=300, blank=True
    )
    signed_on = models.DateField(_("signed on"), null=True, blank=True)
    expires_on = models.DateField(_("expires on"), null=True, blank=True)
    terminated_on = models.DateField(_("terminated on"), null=True, blank=True)
    visit = models.ForeignKey(
        Visit,
        models.PROTECT,
        verbose_name=_("visit"),
        related_name="mous",
        null=True,
        blank=True,
    )
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.SIGNED
    )
    search_key = key_over("title")

    objects = KeptManager.from_queryset(MOUQuerySet)()

    class Meta(Record.Meta):
        verbose_name = _("agreement (MOU)")
        verbose_name_plural = _("agreements (MOU)")
        ordering = ("-signed_on", "-pk")
        constraints = (
            *Record.Meta.constraints,
            *Quantity.Meta.constraints,
            models.CheckConstraint(
                condition=Q(
                    status="talks", signed_on__isnull=True, terminated_on__isnull=True
                )
                | Q(
                    status="signed", signed_on__isnull=False, terminated_on__isnull=True
                )
                | Q(
                    status="terminated",
                    signed_on__isnull=False,
                    terminated_on__isnull=False,
                ),
                name="delegations_mou_status_has_its_days",
                violation_error_message=_(
                    "A signed agreement has the day of signing, a terminated one also "
                    "the day it ended, one in talks neither."
                ),
            ),
            models.CheckConstraint(
                condition=Q(expires_on__isnull=True)
                | Q(expires_on__gte=F("signed_on")),
                name="delegations_mou_expires_after_it_is_signed",
                violation_error_message=_("An agreement expires after it is signed."),
            ),
        )
        indexes = (
            *Record.Meta.indexes,
            *counted_by("signed_on", name="delegations_mou"),
            *sorted_by("expires_on", name="delegations_expiry"),
            models.Index(
                fields=("centre", "expires_on", "id"),
                condition=Q(deleted_at__isnull=True, expires_on__isnull=False),
                name="delegations_mou_expiring",
            ),
        )

    def __str__(self) -> str:
        return self.title or f"{self.get_kind_display()} {self.reference}"
