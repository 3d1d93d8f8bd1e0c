"""Visitors from abroad, the agreements signed with them, and what came of both."""

from typing import Self

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.models import User
from records.counted import Quantity, counted_by
from records.fields import (
    CountriesField,
    CountryField,
    TextsField,
    known_countries_only,
)
from records.models import Record, keep_history, keep_links
from records.querysets import KeptManager, RecordQuerySet
from support.models import Partner, Startup

LARGEST_HEADCOUNT = 100_000


class VisitQuerySet(RecordQuerySet):
    def done_in(self, period) -> Self:
        """방문: done, by the day it starts; one however many days and countries."""
        return self.filter(
            status=Visit.Status.DONE, starts_on__range=(period.start, period.end)
        )

    def of_state_in(self, period) -> Self:
        """국빈방문: the visits done whose protocol class is state."""
        return self.done_in(period).filter(visit_class=Visit.Class.STATE)


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
        indexes = counted_by("starts_on", name="delegations_visit")

    def __str__(self) -> str:
        return self.title or self.lead_name or self.reference

    def clean(self) -> None:
        if not self.status:
            is_past = self.starts_on and self.starts_on <= timezone.localdate()
            self.status = self.Status.DONE if is_past else self.Status.PLANNED


class MOUQuerySet(RecordQuerySet):
    def signed_in(self, period) -> Self:
        """업무협약: by the day of signing, one an agreement, not one a party."""
        return self.filter(signed_on__range=(period.start, period.end))

    def in_force_at_end_of(self, period) -> Self:
        """유효 협약: signed by the period's last day, not yet expired or terminated."""
        day = period.end
        return self.filter(
            Q(expires_on__isnull=True) | Q(expires_on__gte=day),
            Q(terminated_on__isnull=True) | Q(terminated_on__gt=day),
            signed_on__lte=day,
        )


@keep_history
class MOU(Record, Quantity):
    """업무협약: a letter or memorandum signed with a partner abroad."""

    class Kind(models.TextChoices):
        MOU = "mou", "MOU"
        LOI = "loi", "LOI"
        MOA = "moa", "MOA"

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
        indexes = counted_by("signed_on", name="delegations_mou")

    def __str__(self) -> str:
        return self.title or f"{self.get_kind_display()} {self.reference}"


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
        indexes = counted_by("opened_on", name="delegations_agency")

    def __str__(self) -> str:
        return str(self.partner)


class FollowUpQuerySet(RecordQuerySet):
    def open(self) -> Self:
        return self.filter(done_on__isnull=True)


@keep_history
class FollowUp(Record):
    """후속조치: what was promised at a visit or in an agreement."""

    visit = models.ForeignKey(
        Visit,
        models.PROTECT,
        verbose_name=_("visit"),
        related_name="follow_ups",
        null=True,
        blank=True,
    )
    mou = models.ForeignKey(
        MOU,
        models.PROTECT,
        verbose_name=_("agreement (MOU)"),
        related_name="follow_ups",
        null=True,
        blank=True,
    )
    title = models.CharField(_("title"), max_length=300)
    owner = models.ForeignKey(
        User,
        models.PROTECT,
        verbose_name=_("owner"),
        related_name="follow_ups",
        null=True,
        blank=True,
    )
    due_on = models.DateField(_("due on"), null=True, blank=True)
    done_on = models.DateField(_("done on"), null=True, blank=True)

    objects = KeptManager.from_queryset(FollowUpQuerySet)()

    class Meta(Record.Meta):
        verbose_name = _("follow-up")
        verbose_name_plural = _("follow-ups")
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(visit__isnull=False) | Q(mou__isnull=False),
                name="delegations_followup_follows_something",
                violation_error_message=_(
                    "A follow-up belongs to a visit or to an agreement."
                ),
            ),
        )

    def __str__(self) -> str:
        return self.title
