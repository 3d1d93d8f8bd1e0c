"""지원사업: yearly programmes and the start-ups selected for them."""

from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from records.models import Record, keep_history
from records.querysets import KeptManager, RecordQuerySet
from records.search import key_over
from records.sorting import sorted_by
from support.models.startups import Startup

LARGEST_WON = 10**16


class ProgrammeQuerySet(RecordQuerySet):
    def named(self, text: str) -> Self:
        by_reference = super().named(text)
        return by_reference if by_reference.exists() else self.filter(name=text)


@keep_history
class Programme(Record):
    name = models.CharField(pgettext_lazy("programme", "name"), max_length=200)
    year = models.PositiveSmallIntegerField(
        _("year"), validators=(MinValueValidator(1990), MaxValueValidator(2100))
    )
    starts_on = models.DateField(_("starts on"), null=True, blank=True)
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    budget_krw = models.BigIntegerField(
        _("budget in won"),
        null=True,
        blank=True,
        validators=(MinValueValidator(0), MaxValueValidator(LARGEST_WON)),
    )
    search_key = key_over(names=("name",))

    objects = KeptManager.from_queryset(ProgrammeQuerySet)()

    class Meta(Record.Meta):
        verbose_name = _("support programme")
        verbose_name_plural = _("support programmes")
        ordering = ("-year", "-pk")
        constraints = (
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=("centre", "name", "year"),
                condition=Q(deleted_at__isnull=True),
                name="support_programme_is_entered_once",
                violation_error_message=_("This programme is there for this year."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="support_programme_ends_after_it_starts",
                violation_error_message=_("A programme ends after it starts."),
            ),
        )
        indexes = (
            *Record.Meta.indexes,
            *sorted_by("year", name="support_programme"),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.year})"


@keep_history
class Participation(Record):
    programme = models.ForeignKey(
        Programme,
        models.PROTECT,
        verbose_name=_("support programme"),
        related_name="participations",
    )
    startup = models.ForeignKey(
        Startup,
        models.PROTECT,
        verbose_name=_("start-up"),
        related_name="participations",
    )
    selected_on = models.DateField(_("selected on"))
    grant_krw = models.BigIntegerField(
        _("grant in won"),
        null=True,
        blank=True,
        validators=(MinValueValidator(0), MaxValueValidator(LARGEST_WON)),
    )

    class Meta(Record.Meta):
        verbose_name = _("programme participation")
        verbose_name_plural = _("programme participations")
        ordering = ("-selected_on", "-pk")
        constraints = (
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=("programme", "startup"),
                condition=Q(deleted_at__isnull=True),
                name="support_participation_is_entered_once",
                violation_error_message=_("This start-up takes part already."),
            ),
        )
        indexes = (
            *Record.Meta.indexes,
            *sorted_by("selected_on", name="support_selected"),
        )

    def __str__(self) -> str:
        return f"{self.programme} · {self.startup}"
