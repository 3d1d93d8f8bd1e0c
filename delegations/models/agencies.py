"""해외기관 거점: bases of foreign institutions in the valley."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from records.counted import counted_by
from records.fields import (
    CountryField,
)
from records.models import Record, keep_history
from records.querysets import KeptManager, RecordQuerySet
from support.models import Partner


class AgencyQuerySet(RecordQuerySet):
    def opened_in(self, period) -> Self:
        """해외기관 유치: a base opened in Korea, by the day of opening."""
        return self.filter(opened_on__range=(period.start, period.end))

    def open_at_end_of(self, period) -> Self:
        """운영 중인 해외기관 거점: opened by the period's last day and not closed."""
        day = period.end
        return self.filter(
            Q(closed_on__isnull=True) | Q(closed_on__gt=day), opened_on__lte=day
        )

    def to_open(self) -> Self:
        """Planned for a day and neither opened nor given up."""
        planned = (Agency.Stage.TALKS, Agency.Stage.CONFIRMED)
        return self.filter(stage__in=planned, target_on__isnull=False)


@keep_history
class Agency(Record):
    """해외기관 거점: a foreign institution's base in the valley."""

    class Stage(models.TextChoices):
        TALKS = "talks", _("In talks")
        CONFIRMED = "confirmed", _("Confirmed")
        OPEN = "open", pgettext_lazy("agency", "Open")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    partner = models.ForeignKey(
        Partner,
        models.PROTECT,
        verbose_name=_("overseas partner"),
        related_name="agencies",
    )
    country = CountryField(_("country"), blank=True)
    stage = models.CharField(
        _("stage"), max_length=10, choices=Stage.choices, default=Stage.TALKS
    )
    target_on = models.DateField(_("planned for"), null=True, blank=True)
    opened_on = models.DateField(
        pgettext_lazy("agency", "opened on"), null=True, blank=True
    )
    closed_on = models.DateField(
        pgettext_lazy("agency", "closed on"), null=True, blank=True
    )

    objects = KeptManager.from_queryset(AgencyQuerySet)()

    class Meta(Record.Meta):
        verbose_name = _("foreign agency")
        verbose_name_plural = _("foreign agencies")
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(
                    stage__in=("talks", "confirmed"),
                    opened_on__isnull=True,
                    closed_on__isnull=True,
                )
                | Q(stage="open", opened_on__isnull=False, closed_on__isnull=True)
                | Q(stage="withdrawn", opened_on__isnull=True)
                | Q(
                    stage="withdrawn", opened_on__isnull=False, closed_on__isnull=False
                ),
                name="delegations_agency_stage_has_its_days",
                violation_error_message=_(
                    "An open base has its opening day, a withdrawn one that had opened "
                    "also its closing day, a planned one neither."
                ),
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("opened_on")),
                name="delegations_agency_closes_after_it_opens",
                violation_error_message=_("A base closes after it opens."),
            ),
        )
        indexes = (
            *Record.Meta.indexes,
            *counted_by("opened_on", name="delegations_agency"),
        )

    def __str__(self) -> str:
        return str(self.partner)
