"""입주기업 실태: what a tenant of the valley returned for a year."""

from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from records.models import Record, keep_history
from records.querysets import KeptManager, RecordQuerySet
from support.models.startups import Startup

LARGEST_WON = 10**16
LARGEST_STAFF = 1_000_000


def staff_field(label) -> models.PositiveIntegerField:
    return models.PositiveIntegerField(
        label, null=True, blank=True, validators=(MaxValueValidator(LARGEST_STAFF),)
    )


class TenantReturnQuerySet(RecordQuerySet):
    def for_year_of(self, period) -> Self:
        """The returns for the year that the period ends in: a stock, not a flow."""
        return self.filter(year=period.end.year)


@keep_history
class TenantReturn(Record):
    startup = models.ForeignKey(
        Startup,
        models.PROTECT,
        verbose_name=_("start-up"),
        related_name="tenant_returns",
    )
    year = models.PositiveSmallIntegerField(
        _("year"), validators=(MinValueValidator(1990), MaxValueValidator(2100))
    )
    zone = models.CharField(
        _("zone"), max_length=10, choices=Startup.Zone.choices, blank=True
    )
    sector = models.CharField(
        _("sector"), max_length=10, choices=Startup.Sector.choices, blank=True
    )
    size = models.CharField(
        _("company size"), max_length=10, choices=Startup.Size.choices, blank=True
    )
    revenue_krw = models.BigIntegerField(
        _("revenue in won"),
        null=True,
        blank=True,
        validators=(MinValueValidator(0), MaxValueValidator(LARGEST_WON)),
    )
    employees = staff_field(_("employees"))
    female = staff_field(_("female employees"))
    rnd = staff_field(_("research staff"))
    hired = staff_field(_("newly hired"))

    objects = KeptManager.from_queryset(TenantReturnQuerySet)()

    class Meta(Record.Meta):
        verbose_name = _("tenant return")
        verbose_name_plural = _("tenant returns")
        ordering = ("-year", "-pk")
        constraints = (
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=("centre", "startup", "year"),
                condition=Q(deleted_at__isnull=True),
                name="support_tenant_returns_once_a_year",
                violation_error_message=_("This tenant's return is there already."),
            ),
            models.CheckConstraint(
                condition=(Q(female__isnull=True) | Q(female__lte=F("employees")))
                & (Q(rnd__isnull=True) | Q(rnd__lte=F("employees"))),
                name="support_tenant_parts_fit_into_the_whole",
                violation_error_message=_(
                    "Female employees and research staff are part of all employees."
                ),
            ),
        )
        indexes = (
            *Record.Meta.indexes,
            models.Index(
                fields=("centre", "year", "id"),
                condition=Q(deleted_at__isnull=True),
                name="support_tenant_of_centre",
            ),
            models.Index(
                fields=("year", "id"),
                condition=Q(deleted_at__isnull=True),
                name="support_tenant_by_year",
            ),
        )

    def __str__(self) -> str:
        return f"{self.startup} {self.year}"
