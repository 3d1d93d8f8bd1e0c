"""방문: delegations from abroad."""

from typing import Self

from django.contrib.postgres.aggregates import ArrayAgg
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Func, Q, Subquery
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from records.counted import counted_by
from records.fields import (
    CountriesField,
    TextsField,
    known_countries_only,
)
from records.models import Record, keep_history, keep_links
from records.querysets import KeptManager, RecordQuerySet
from records.search import key_over
from support.company_names import name_key
from support.models import Startup

LARGEST_HEADCOUNT = 100_000


ORGANISATION = name_key(Func(F("organisations"), function="unnest"))


class Met(Subquery):
    """For rows of a name and the record that it counts at: how many names by record."""

    template = (
        "(SELECT jsonb_object_agg(pk, met) FROM (SELECT pk, count(*) AS met"
        " FROM (%(subquery)s) AS first_met (key, pk) WHERE key <> '' GROUP BY pk"
        ") AS counted)"
    )
    output_field = models.JSONField()


class AtKey(Func):
    template = "(%(expressions)s)"
    arg_joiner = " ->> "
    output_field = models.TextField()


class First(Func):
    """The first of an array."""

    template = "(%(expressions)s)[1]"
    output_field = models.BigIntegerField()


class VisitQuerySet(RecordQuerySet):
    def done_in(self, period) -> Self:
        """방문: done, by the day it starts; one however many days and countries."""
        return self.filter(
            status=Visit.Status.DONE, starts_on__range=(period.start, period.end)
        )

    def undecided_in(self, period) -> Self:
        """Planned for a day that is over, and neither done nor cancelled."""
        return self.filter(
            status=Visit.Status.PLANNED,
            starts_on__range=(period.start, period.end),
            starts_on__lt=timezone.localdate(),
        )

    def of_state_in(self, period) -> Self:
        """국빈방문: the visits done whose protocol class is state."""
        return self.done_in(period).filter(visit_class=Visit.Class.STATE)

    def with_organisations_met(self) -> Self:
        """Each with `organisations_met`: how many of its organisations came at none of
        these visits before, by the day and then the order of entry. Names are compared
        without legal form, blanks and case. Over all of them it adds up to how many
        organisations came."""
        first = self.annotate(key=ORGANISATION).order_by("key", "starts_on", "pk")
        met = Met(first.distinct("key").values("key", "pk"))
        return self.annotate(
            organisations_met=Coalesce(
                Cast(AtKey(met, Cast("pk", models.TextField())), models.IntegerField()),
                0,
            )
        )

    def meeting_a_lead_first(self) -> Self:
        """Those of these visits at which their head came for the first time; a head is
        told by the name and by the countries of the visit."""
        named = self.annotate(key=name_key(F("lead_name"))).exclude(key="")
        by_lead = named.order_by().values("key", "countries")
        in_order = ArrayAgg("pk", order_by=("starts_on", "pk"))
        return self.filter(
            pk__in=by_lead.annotate(first=First(in_order)).values("first")
        )


@keep_links("startups")
@keep_history
class Visit(Record):
    """방문: a delegation received, or planned to be."""

    class Kind(models.TextChoices):
        GOVERNMENT = "government", _("Government")
        PARLIAMENT = "parliament", _("Parliament")
        LOCAL_GOVERNMENT = "local-government", _("Local government")
        INTERNATIONAL = "international", _("International organisation")
        AGENCY = "agency", _("Agency")
        INVESTOR = "investor", _("Investor")
        COMPANY = "company", _("Company")
        UNIVERSITY = "university", _("University")
        PRESS = "press", _("Press")
        EMBASSY = "embassy", _("Embassy")

    class Class(models.TextChoices):
        STATE = "state", pgettext_lazy("visit", "State")
        OFFICIAL = "official", pgettext_lazy("visit", "Official")
        WORKING = "working", pgettext_lazy("visit", "Working")
        PRIVATE = "private", pgettext_lazy("visit", "Private")
        STUDY = "study", pgettext_lazy("visit", "Study")

    class Status(models.TextChoices):
        PLANNED = "planned", pgettext_lazy("visit", "Planned")
        DONE = "done", pgettext_lazy("visit", "Done")
        CANCELLED = "cancelled", _("Cancelled")

    VISIT_CLASS_WORDS = {
        "국빈방문": Class.STATE,
        "공식방문": Class.OFFICIAL,
        "실무방문": Class.WORKING,
        "사적방문": Class.PRIVATE,
        "시찰": Class.STUDY,
    }

    title = models.CharField(_("title"), max_length=300, blank=True)
    countries = CountriesField(verbose_name=_("countries"))
    organisations = TextsField(verbose_name=_("organisations"))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, blank=True)
    visit_class = models.CharField(
        _("protocol class"), max_length=10, choices=Class.choices, blank=True
    )
    lead_name = models.CharField(_("head of delegation"), max_length=200, blank=True)
    lead_title = models.CharField(_("title of the head"), max_length=200, blank=True)
    starts_on = models.DateField(_("starts on"))
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    planned = models.PositiveIntegerField(
        _("planned headcount"),
        null=True,
        blank=True,
        validators=(MaxValueValidator(LARGEST_HEADCOUNT),),
    )
    headcount = models.PositiveIntegerField(
        _("actual headcount"),
        null=True,
        blank=True,
        validators=(MaxValueValidator(LARGEST_HEADCOUNT),),
    )
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=Status.choices,
        blank=True,
        help_text=_("Left empty: done when the day has come, planned before it."),
    )
    purpose = models.TextField(_("purpose"), blank=True)
    startups = models.ManyToManyField(
        Startup, verbose_name=_("start-ups met"), related_name="visits", blank=True
    )
    search_key = key_over("purpose", names=("title", "lead_name"))

    objects = KeptManager.from_queryset(VisitQuerySet)()

    class Meta(Record.Meta):
        verbose_name = _("visit")
        verbose_name_plural = _("visits")
        ordering = ("-starts_on", "-pk")
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="delegations_visit_ends_after_it_starts",
                violation_error_message=_("A visit ends after it starts."),
            ),
            models.CheckConstraint(
                condition=~Q(status=""),
                name="delegations_visit_has_a_status",
            ),
            models.CheckConstraint(
                condition=known_countries_only(),
                name="delegations_visit_countries_are_countries",
            ),
        )
        indexes = (
            *Record.Meta.indexes,
            *counted_by("starts_on", name="delegations_visit"),
        )

    def __str__(self) -> str:
        return self.title or self.lead_name or self.reference

    def clean(self) -> None:
        if not self.status:
            is_past = self.starts_on and self.starts_on <= timezone.localdate()
            self.status = self.Status.DONE if is_past else self.Status.PLANNED
