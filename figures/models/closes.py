"""Closed years: what was counted when a year was closed, and what was restated since.

The database refuses to move a sealed figure unless a restatement of that centre's year
is open, and then writes down what moved (`figures.holding`).
"""

import pgtrigger
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from figures.models.amounts import DIGITS, CentreQuerySet, figure_column
from figures.periods import FIRST_YEAR, LAST_YEAR, Period

SEALED_REVISION = """
    IF NEW.revision < OLD.revision OR NOT EXISTS (
        SELECT FROM figures_seal
        WHERE close_id = NEW.id AND revision = NEW.revision
    ) THEN
        RAISE EXCEPTION 'a_revision_has_its_seals: % has none', NEW.revision;
    END IF;
    RETURN NEW;
"""


class YearCloseQuerySet(CentreQuerySet):
    def closed(self) -> "YearCloseQuerySet":
        return self.filter(state=YearClose.State.CLOSED)


class YearClose(models.Model):
    """연도 마감: a centre's year, proposed by one person and closed by a second.

    `readiness` is the list of open points as it stood when the year was proposed.
    `revision` is 0 as closed, then the number of the last approved restatement.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed", _("proposed")
        CLOSED = "closed", _("closed")
        WITHDRAWN = "withdrawn", _("withdrawn")

    centre = models.ForeignKey(
        "accounts.Centre",
        models.PROTECT,
        related_name="closes",
        verbose_name=_("centre"),
    )
    year = models.PositiveSmallIntegerField(
        _("year"),
        validators=(MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)),
    )
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.PROPOSED
    )
    readiness = models.JSONField(default=list)
    revision = models.PositiveSmallIntegerField(_("revision"), default=0)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="closes_proposed",
        verbose_name=_("proposed by"),
    )
    proposed_at = models.DateTimeField(_("proposed"), auto_now_add=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="closes_confirmed",
        verbose_name=_("closed by"),
        null=True,
    )
    closed_at = models.DateTimeField(_("closed"), null=True)

    objects = YearCloseQuerySet.as_manager()

    class Meta:
        triggers = (
            pgtrigger.Protect(
                name="a_closed_year_is_not_deleted",
                operation=pgtrigger.Delete,
                condition=pgtrigger.Q(old__state="closed"),
            ),
            pgtrigger.Protect(
                name="a_closed_year_stays_closed",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__state="closed")
                & (
                    ~pgtrigger.Q(new__state="closed")
                    | pgtrigger.Q(new__year__df=pgtrigger.F("old__year"))
                    | pgtrigger.Q(new__centre__df=pgtrigger.F("old__centre"))
                ),
            ),
            pgtrigger.Trigger(
                name="a_revision_has_its_seals",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(
                    old__state="closed", new__revision__df=pgtrigger.F("old__revision")
                ),
                func=SEALED_REVISION,
            ),
        )
        verbose_name = _("year close")
        verbose_name_plural = _("year closes")
        ordering = ("-year", "centre", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("centre", "year"),
                condition=~Q(state="withdrawn"),
                name="figures_year_is_closed_once",
                violation_error_message=_("This year is proposed or closed already."),
            ),
            models.CheckConstraint(
                condition=Q(state="closed")
                ^ Q(closed_by__isnull=True, closed_at__isnull=True),
                name="figures_closed_year_says_by_whom_and_when",
            ),
            models.CheckConstraint(
                condition=Q(closed_by__isnull=True) | ~Q(closed_by=F("proposed_by")),
                name="figures_year_is_closed_by_a_second_person",
                violation_error_message=_(
                    "A year is closed by somebody other than who proposed it."
                ),
            ),
        )

    def __str__(self) -> str:
        return f"{self.centre} {self.year}"

    def get_absolute_url(self) -> str:
        return reverse("close", args=(self.year, self.centre.code))

    @property
    def period(self) -> Period:
        return Period.of_year(self.year)


class Restatement(models.Model):
    """정정: changes to what a closed year counted, opened by one person with a reason
    and approved by a second, who seals the year anew."""

    class State(models.TextChoices):
        OPEN = "open", _("open")
        APPROVED = "approved", _("approved")
        WITHDRAWN = "withdrawn", _("withdrawn")

    close = models.ForeignKey(
        YearClose, models.PROTECT, related_name="restatements", verbose_name=_("year")
    )
    number = models.PositiveSmallIntegerField(_("number"))
    reason = models.TextField(_("reason"))
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.OPEN
    )
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="restatements_opened",
        verbose_name=_("opened by"),
    )
    opened_at = models.DateTimeField(_("opened"), auto_now_add=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="restatements_approved",
        verbose_name=_("approved by"),
        null=True,
    )
    approved_at = models.DateTimeField(_("approved"), null=True)

    class Meta:
        triggers = (
            pgtrigger.Protect(
                name="a_restatement_is_not_deleted", operation=pgtrigger.Delete
            ),
            pgtrigger.Protect(
                name="a_decided_restatement_stays",
                operation=pgtrigger.Update,
                condition=~pgtrigger.Q(old__state="open"),
            ),
        )
        verbose_name = _("restatement")
        verbose_name_plural = _("restatements")
        ordering = ("close", "number")
        constraints = (
            models.UniqueConstraint(
                fields=("close", "number"), name="figures_restatements_are_numbered"
            ),
            models.UniqueConstraint(
                fields=("close",),
                condition=Q(state="open"),
                name="figures_one_restatement_is_open",
                violation_error_message=_("A restatement of this year is open."),
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="figures_restatement_has_a_reason",
                violation_error_message=_("A restatement needs a reason."),
            ),
            models.CheckConstraint(
                condition=Q(state="approved")
                ^ Q(approved_by__isnull=True, approved_at__isnull=True),
                name="figures_approved_restatement_says_by_whom_and_when",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("opened_by")),
                name="figures_restatement_is_approved_by_a_second_person",
                violation_error_message=_(
                    "A restatement is approved by somebody other than who opened it."
                ),
            ),
        )

    def __str__(self) -> str:
        return f"{self.close} #{self.number}"

    def get_absolute_url(self) -> str:
        return reverse("restatement", args=(self.pk,))


class RestatedRecord(models.Model):
    """A record whose part in a sealed figure a restatement moves, as the database saw
    it; one that went back to what was sealed is not here. Null: unknown, or nothing."""

    restatement = models.ForeignKey(Restatement, models.PROTECT, related_name="records")
    figure = figure_column()
    record_pk = models.BigIntegerField()
    was_counted = models.BooleanField()
    is_counted = models.BooleanField()
    before = models.DecimalField(null=True, **DIGITS)
    after = models.DecimalField(null=True, **DIGITS)
    moved_at = models.DateTimeField(_("moved"))

    class Meta:
        verbose_name = _("restated record")
        verbose_name_plural = _("restated records")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("restatement", "figure", "record_pk"),
                name="figures_record_is_restated_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.restatement} {self.figure} {self.record_pk}"
