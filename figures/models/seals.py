"""Seals: what each figure of a closed year said, and the records that it counted."""

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from figures.models.amounts import DIGITS, figure_column
from figures.models.closes import YearClose

# What is sealed is never written over: a restatement seals anew beside it.
SEALED = pgtrigger.Protect(
    name="what_is_sealed_stays", operation=pgtrigger.Update | pgtrigger.Delete
)
# What holds is the last revision sealed: no other can be put in its place.


class Seal(models.Model):
    """What one figure of a closed year said, as closed (`revision` 0) or restated.

    `digest` is the SHA-256 of the records counted, each as "pk:measured" on a line of
    its own, by pk.
    """

    close = models.ForeignKey(YearClose, models.PROTECT, related_name="seals")
    revision = models.PositiveSmallIntegerField(_("revision"))
    figure = figure_column()
    definition = models.PositiveSmallIntegerField(_("version of the definition"))
    total = models.DecimalField(_("total"), **DIGITS)
    count = models.PositiveIntegerField(_("records"))
    digest = models.CharField(_("digest"), max_length=64)
    sealed_at = models.DateTimeField(_("sealed"), auto_now_add=True)

    class Meta:
        triggers = (SEALED,)
        verbose_name = _("seal")
        verbose_name_plural = _("seals")
        ordering = ("close", "revision", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("close", "figure", "revision"),
                name="figures_figure_is_sealed_once_a_revision",
            ),
        )

    def __str__(self) -> str:
        return f"{self.close} {self.figure} r{self.revision}"


class SealedRecord(models.Model):
    """One record that a sealed figure counted, with what it added; null where that was
    unknown."""

    seal = models.ForeignKey(Seal, models.PROTECT, related_name="records")
    record_pk = models.BigIntegerField()
    measured = models.DecimalField(null=True, **DIGITS)

    class Meta:
        triggers = (SEALED,)
        verbose_name = _("sealed record")
        verbose_name_plural = _("sealed records")
        ordering = ("seal", "record_pk")
        constraints = (
            models.UniqueConstraint(
                fields=("seal", "record_pk"), name="figures_record_is_sealed_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.seal} {self.record_pk}"
