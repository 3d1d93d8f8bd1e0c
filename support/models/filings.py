"""Filings of patents, designs and trademarks at offices abroad."""

from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from records.counted import counted_by
from records.fields import OfficeField
from records.models import keep_history
from records.querysets import KeptManager
from records.search import key_over
from support.models.attribution import OutcomeQuerySet
from support.models.outcomes import Outcome


class FilingQuerySet(OutcomeQuerySet):
    def filed_in(self, period) -> Self:
        """해외출원: by the day of filing, whatever became of it."""
        return self.filter(filed_on__range=(period.start, period.end))

    def undated_in(self, period) -> Self:
        """In preparation, by the priority; without one, by the year of entry."""
        return self.filter(
            Q(priority_on__range=(period.start, period.end))
            | Q(priority_on=None, reference__startswith=f"{period.year}-"),
            filed_on=None,
        )

    def to_be_filed(self) -> Self:
        """In preparation, with the priority that the filing is to claim."""
        return self.filter(
            status=OverseasFiling.Status.PREPARING, priority_on__isnull=False
        )

    def national_phases(self) -> Self:
        """At an office that an international application (PCT) is carried on at."""
        abroad = self.filter(route=OverseasFiling.Route.PCT)
        return abroad.exclude(office__in=("", OverseasFiling.WIPO))

    def international(self, route: str) -> Self:
        """Filed at WIPO itself, by this route."""
        return self.filter(route=route, office=OverseasFiling.WIPO)

    def without_national_phase(self) -> Self:
        """Pending international applications (PCT) that nothing is known to carry on:
        no filing of the centre's start-up by PCT at an office, of the same priority."""
        carried_on = OverseasFiling.objects.national_phases().filter(
            centre=OuterRef("centre"),
            startup=OuterRef("startup"),
            priority_on=OuterRef("priority_on"),
            priority_no=OuterRef("priority_no"),
        )
        pending = (OverseasFiling.Status.FILED, OverseasFiling.Status.PUBLISHED)
        applications = self.international(OverseasFiling.Route.PCT)
        return applications.filter(~Exists(carried_on), status__in=pending)

    def registered_internationally(self) -> Self:
        """Marks under the Madrid Protocol, from the day of the registration."""
        marks = self.international(OverseasFiling.Route.MADRID)
        return marks.filter(
            status=OverseasFiling.Status.REGISTERED, registered_on__isnull=False
        )


@keep_history
class OverseasFiling(Outcome):
    """해외출원: a patent, design or trademark filed at an office abroad."""

    CAME_ON = "filed_on"
    WIPO = "WO"

    class Kind(models.TextChoices):
        PATENT = "patent", _("Patent")
        UTILITY_MODEL = "utility-model", _("Utility model")
        DESIGN = "design", _("Design")
        TRADEMARK = "trademark", _("Trademark")

    KIND_WORDS = {
        "특허출원": Kind.PATENT,
        "해외특허": Kind.PATENT,
        "해외특허출원": Kind.PATENT,
        "실용신안출원": Kind.UTILITY_MODEL,
        "디자인출원": Kind.DESIGN,
        "의장": Kind.DESIGN,
        "상표출원": Kind.TRADEMARK,
        "해외상표": Kind.TRADEMARK,
        "해외상표출원": Kind.TRADEMARK,
    }

    class Route(models.TextChoices):
        DIRECT = "direct", _("Direct")
        PARIS = "paris", _("Paris Convention")
        PCT = "pct", "PCT"
        MADRID = "madrid", _("Madrid Protocol")
        HAGUE = "hague", _("Hague Agreement")

    class Status(models.TextChoices):
        PREPARING = "preparing", _("Preparing")
        FILED = "filed", _("Filed")
        PUBLISHED = "published", pgettext_lazy("filing", "Published")
        REGISTERED = "registered", _("Registered")
        REFUSED = "refused", _("Refused")
        ABANDONED = "abandoned", _("Abandoned")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    title = models.CharField(
        pgettext_lazy("filing", "title"), max_length=300, blank=True
    )
    office = OfficeField(_("office"), blank=True)
    route = models.CharField(
        _("route"), max_length=10, choices=Route.choices, blank=True
    )
    application_no = models.CharField(
        _("application number"), max_length=60, blank=True
    )
    filed_on = models.DateField(_("filed on"), null=True, blank=True)
    priority_no = models.CharField(_("priority number"), max_length=60, blank=True)
    priority_on = models.DateField(_("priority date"), null=True, blank=True)
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.FILED
    )
    published_on = models.DateField(_("published on"), null=True, blank=True)
    registered_on = models.DateField(_("registered on"), null=True, blank=True)
    agent = models.CharField(_("patent attorney"), max_length=100, blank=True)
    search_key = key_over("title", "application_no")

    objects = KeptManager.from_queryset(FilingQuerySet)()

    class Meta(Outcome.Meta):
        verbose_name = _("overseas filing")
        verbose_name_plural = _("overseas filings")
        ordering = ("-filed_on", "-pk")
        constraints = (
            *Outcome.Meta.constraints,
            models.CheckConstraint(
                condition=Q(status="preparing", filed_on__isnull=True)
                | (~Q(status="preparing") & Q(filed_on__isnull=False)),
                name="support_filing_is_filed_on_a_day",
                violation_error_message=_(
                    "A filing has its day, and one in preparation has none yet."
                ),
            ),
            models.CheckConstraint(
                condition=Q(registered_on__isnull=True)
                | Q(registered_on__gte=F("filed_on")),
                name="support_filing_is_registered_after_it_is_filed",
                violation_error_message=_("A right is registered after its filing."),
            ),
            models.UniqueConstraint(
                fields=("centre", "office", "application_no"),
                condition=~Q(application_no="") & Q(deleted_at__isnull=True),
                name="support_filing_application_number_is_unique",
                violation_error_message=_(
                    "This application number is entered for this office already."
                ),
            ),
        )
        indexes = (
            *Outcome.Meta.indexes,
            *counted_by("filed_on", name="support_filing"),
            models.Index(
                fields=("centre", "priority_on", "id"),
                condition=Q(deleted_at__isnull=True, status="preparing"),
                name="support_filing_to_be_filed",
            ),
            models.Index(
                fields=("centre", "route", "id"),
                condition=Q(deleted_at__isnull=True, office="WO"),
                name="support_filing_international",
            ),
        )

    def __str__(self) -> str:
        return self.title or self.application_no or self.reference
