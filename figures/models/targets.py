"""Targets: what a centre's figure is to reach in a year, and what it was to before."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from figures.models.amounts import DIGITS, CentreQuerySet, figure_column
from figures.periods import FIRST_YEAR, LAST_YEAR
from records.tracking import keep_history


@keep_history
class Target(models.Model):
    """목표: of one centre, or of all together (null), for a figure in a year; its
    history says what it was before, who changed it and why."""

    centre = models.ForeignKey(
        "accounts.Centre",
        models.PROTECT,
        related_name="targets",
        verbose_name=_("centre"),
        null=True,
        blank=True,
    )
    figure = figure_column()
    year = models.PositiveSmallIntegerField(
        _("year"),
        validators=(MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)),
    )
    amount = models.DecimalField(_("target"), **DIGITS)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="targets_set",
        verbose_name=_("set by"),
        null=True,
    )
    set_at = models.DateTimeField(_("set"), auto_now=True)

    objects = CentreQuerySet.as_manager()

    class Meta:
        verbose_name = _("target")
        verbose_name_plural = _("targets")
        ordering = ("-year", "centre", "figure", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("centre", "figure", "year"),
                nulls_distinct=False,
                name="figures_target_is_set_once",
                violation_error_message=_("This target is set already."),
            ),
            models.CheckConstraint(
                condition=models.Q(amount__gt=0),
                name="figures_target_is_more_than_nothing",
                violation_error_message=_("A target is more than 0."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.figure} {self.year}"
