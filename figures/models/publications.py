"""The published register: every number that was given out, as it was printed."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from figures.models.amounts import DIGITS, CentreQuerySet, figure_column
from figures.periods import Period
from records.tracking import keep_history


class PublicationQuerySet(CentreQuerySet):
    def standing(self) -> "PublicationQuerySet":
        """Those that were not entered by mistake."""
        return self.filter(is_withdrawn=False)


@keep_history
class Publication(models.Model):
    """공표 수치: a number given to press, ministry or assembly, of one centre or of all
    (null).

    `narrowed` are the filters of the figure's drill-down within which the number
    counts: {"zone": ["pangyo-1"]}. `amount` is what `printed` says, in the figure's
    unit. `definition` and `revision` are those of the figure when it was given out. An
    entry that should not be there is withdrawn, never deleted.
    """

    class Audience(models.TextChoices):
        PRESS = "press", _("press")
        MINISTRY = "ministry", _("ministry")
        ASSEMBLY = "assembly", _("assembly")
        PUBLIC = "public", pgettext_lazy("audience", "public")
        OTHER = "other", pgettext_lazy("audience", "other")

    class Basis(models.TextChoices):
        PUBLISHED = "published", pgettext_lazy("value", "published")
        REVISED = "revised", pgettext_lazy("value", "revised")
        ESTIMATE = "estimate", pgettext_lazy("value", "estimated")

    centre = models.ForeignKey(
        "accounts.Centre",
        models.PROTECT,
        related_name="publications",
        verbose_name=_("centre"),
        null=True,
        blank=True,
    )
    figure = figure_column()
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    narrowed = models.JSONField(_("narrowed to"), default=dict, blank=True)
    printed = models.CharField(_("as printed"), max_length=200)
    amount = models.DecimalField(_("value"), **DIGITS)
    basis = models.CharField(
        _("basis"), max_length=10, choices=Basis.choices, default=Basis.PUBLISHED
    )
    audience = models.CharField(
        _("given to"), max_length=10, choices=Audience.choices, default=Audience.PRESS
    )
    outlet = models.CharField(_("where"), max_length=200)
    published_on = models.DateField(_("given out on"), null=True, blank=True)
    source = models.CharField(
        _("source"),
        max_length=500,
        blank=True,
        help_text=_("The document's number or the address where it stands."),
    )
    definition = models.PositiveSmallIntegerField(
        _("version of the definition"), default=1
    )
    revision = models.PositiveSmallIntegerField(_("revision"), default=0)
    notes = models.TextField(_("notes"), blank=True)
    is_withdrawn = models.BooleanField(
        pgettext_lazy("value", "withdrawn"), default=False
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="publications_entered",
        verbose_name=_("entered by"),
        null=True,
    )
    entered_at = models.DateTimeField(_("entered"), auto_now_add=True)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("published value")
        verbose_name_plural = _("published values")
        ordering = ("-ends_on", "figure", "-published_on", "-pk")
        indexes = (
            models.Index(
                fields=("figure", "starts_on", "ends_on"),
                name="figures_published_of_figure",
            ),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(starts_on__lte=F("ends_on")),
                name="figures_published_period_ends_after_it_starts",
                violation_error_message=_("A period ends after it starts."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.figure} {self.period}: {self.printed}"

    def get_absolute_url(self) -> str:
        return reverse("publication", args=(self.pk,))

    @property
    def period(self) -> Period:
        return Period(self.starts_on, self.ends_on)

    @property
    def is_address(self) -> bool:
        """Whether the source can be opened."""
        return self.source.startswith(("https://", "http://"))
