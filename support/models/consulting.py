"""Consulting cases: one request of a start-up each."""

from datetime import date, datetime, time, timedelta
from typing import Self

import pghistory
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q, Subquery, Sum
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from records.fields import (
    CodesField,
    CountriesField,
    known_codes_only,
    known_countries_only,
)
from records.models import Record, keep_history, keep_links
from records.querysets import KeptManager, RecordQuerySet
from records.search import key_over
from support.models.channels import CHANNEL_WORDS, Channel
from support.models.startups import Startup


class CaseQuerySet(RecordQuerySet):
    def opened_in(self, period) -> Self:
        """컨설팅: opened in the period and not cancelled. The published figure."""
        return self.exclude(status=ConsultingCase.Status.CANCELLED).filter(
            opened_on__range=(period.start, period.end)
        )

    def open(self) -> Self:
        """Not yet brought to an end: in work or waiting for somebody."""
        return self.filter(
            status__in=(ConsultingCase.Status.OPEN, ConsultingCase.Status.WAITING)
        )

    def to_do(self) -> Self:
        """Open cases with a day for their next step."""
        return self.open().filter(next_on__isnull=False)

    def stale(self, on: date | None = None) -> Self:
        """Open, and nothing happened for STALE_AFTER_DAYS: not opened, no session held,
        nothing changed since. Entering is nothing that happened: a case brought in from
        a sheet is as old as its days say."""
        since = (on or timezone.localdate()) - timedelta(days=settings.STALE_AFTER_DAYS)
        morning = datetime.combine(
            since + timedelta(days=1), time.min, timezone.get_default_timezone()
        )
        held = self.sessions.filter(case=OuterRef("pk"), held_on__gt=since)
        changed = self.model.pgh_event_model.objects.filter(
            pgh_obj=OuterRef("pk"), pgh_label="update", pgh_created_at__gte=morning
        )
        return self.open().filter(~Exists(held), ~Exists(changed), opened_on__lte=since)

    @property
    def sessions(self) -> models.QuerySet:
        """All sessions, of whatever case."""
        return self.model.sessions.rel.related_model.objects.all()

    def for_display(self) -> Self:
        """With `minutes`, the sum of the case's sessions, asked only for rows shown."""
        sessions = self.sessions.filter(case=OuterRef("pk")).order_by()
        summed = sessions.values("case").annotate(total=Sum("minutes")).values("total")
        return self.annotate(minutes=Subquery(summed))


@keep_links("officers")
@keep_history
class ConsultingCase(Record):
    """컨설팅: one request of a start-up, followed to its end."""

    Channel = Channel
    CHANNEL_WORDS = CHANNEL_WORDS

    class Status(models.TextChoices):
        OPEN = "open", pgettext_lazy("case", "Open")
        WAITING = "waiting", _("Waiting")
        CLOSED = "closed", pgettext_lazy("case", "Closed")
        CANCELLED = "cancelled", _("Cancelled")

    # From which states each verb leads on; waiting ends by opening again.
    VERBS = {
        "close": (Status.OPEN, Status.WAITING),
        "wait": (Status.OPEN,),
        "cancel": (Status.OPEN, Status.WAITING),
        "reopen": (Status.WAITING, Status.CLOSED, Status.CANCELLED),
        "hand_over": (Status.OPEN, Status.WAITING),
    }

    STATUS_WORDS = {
        "진행": Status.OPEN,
        "진행중": Status.OPEN,
        "접수": Status.OPEN,
        "보류": Status.WAITING,
        "대기": Status.WAITING,
        "완료": Status.CLOSED,
        "처리완료": Status.CLOSED,
        "종결": Status.CLOSED,
        "종료": Status.CLOSED,
        "취소": Status.CANCELLED,
        "철회": Status.CANCELLED,
    }

    SATISFACTION_WORDS = {
        "매우만족": 5,
        "매우 좋음": 5,
        "만족": 4,
        "좋음": 4,
        "보통": 3,
        "불만족": 2,
        "불만": 2,
        "매우불만족": 1,
        "매우불만": 1,
    }

    startup = models.ForeignKey(
        Startup, models.PROTECT, verbose_name=_("start-up"), related_name="cases"
    )
    fields = CodesField(verbose_name=_("fields"), code_list="support.ConsultingField")
    title = models.CharField(_("title"), max_length=200, blank=True)
    request = models.TextField(_("request"), blank=True)
    countries = CountriesField(verbose_name=_("countries"))
    channel = models.CharField(
        _("channel"), max_length=10, choices=Channel.choices, blank=True
    )
    officers = models.ManyToManyField(
        User, verbose_name=_("officers"), related_name="cases", blank=True
    )
    opened_on = models.DateField(_("opened on"))
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.OPEN
    )
    next_step = models.CharField(_("next step"), max_length=300, blank=True)
    next_on = models.DateField(_("next step due on"), null=True, blank=True)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    result = models.TextField(_("result"), blank=True)
    satisfaction = models.PositiveSmallIntegerField(
        _("satisfaction"),
        null=True,
        blank=True,
        validators=(MinValueValidator(1), MaxValueValidator(5)),
        help_text=_("1 to 5"),
    )
    search_key = key_over("title", "request")

    objects = KeptManager.from_queryset(CaseQuerySet)()

    class Meta(Record.Meta):
        verbose_name = _("consulting case")
        verbose_name_plural = _("consulting cases")
        ordering = ("-opened_on", "-pk")
        triggers = (
            *Record.Meta.triggers,
            known_codes_only("fields", "support_consultingfield"),
        )
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(status="closed"),
                name="support_case_closed_on_a_day_is_closed",
                violation_error_message=_("Only a closed case has a closing day."),
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("opened_on")),
                name="support_case_closes_after_it_opens",
                violation_error_message=_("A case closes after it opens."),
            ),
            models.CheckConstraint(
                condition=Q(next_on__isnull=True) | ~Q(next_step=""),
                name="support_case_next_day_has_its_step",
                violation_error_message=_("Say what is to be done on that day."),
            ),
            models.CheckConstraint(
                condition=Q(satisfaction__isnull=True) | Q(satisfaction__range=(1, 5)),
                name="support_case_satisfaction_is_1_to_5",
                violation_error_message=_("Satisfaction is a number from 1 to 5."),
            ),
            models.CheckConstraint(
                condition=known_countries_only(),
                name="support_case_countries_are_countries",
            ),
        )
        indexes = (
            *Record.Meta.indexes,
            models.Index(
                fields=("centre", "opened_on", "id"),
                include=("status",),
                condition=Q(deleted_at__isnull=True),
                name="support_case_of_centre_by_day",
            ),
            models.Index(
                fields=("opened_on", "id"),
                include=("status", "centre"),
                condition=Q(deleted_at__isnull=True),
                name="support_case_by_day",
            ),
            models.Index(
                fields=("id",),
                include=("centre", "opened_on", "status"),
                condition=Q(deleted_at__isnull=True, status__in=("open", "waiting")),
                name="support_case_open",
            ),
            models.Index(fields=("status",), name="support_case_by_status"),
            models.Index(fields=("channel",), name="support_case_by_channel"),
            GinIndex(fields=("fields",), name="support_case_by_field"),
            GinIndex(fields=("countries",), name="support_case_by_country"),
            models.Index(
                fields=("centre", "opened_on", "id"),
                condition=Q(deleted_at__isnull=True, status__in=("open", "waiting")),
                name="support_case_open_of_centre",
            ),
            models.Index(
                fields=("centre", "next_on", "id"),
                condition=Q(
                    deleted_at__isnull=True,
                    status__in=("open", "waiting"),
                    next_on__isnull=False,
                ),
                name="support_case_next_step",
            ),
        )

    def __str__(self) -> str:
        return self.title or self.request.partition("\n")[0][:80] or self.reference

    def may(self, verb: str) -> bool:
        """Whether the case's state allows this verb of VERBS."""
        return self.status in self.VERBS[verb]

    def close(
        self, *, on: date, result: str = "", satisfaction: int | None = None
    ) -> None:
        """Close on a day that has come; nothing is left to do then. Raises
        ValidationError before the opening day, for a day to come, or when it is over.
        """
        if on > timezone.localdate():
            raise ValidationError({"closed_on": _("This day has not come yet.")})
        self._become(
            "close",
            status=self.Status.CLOSED,
            closed_on=on,
            result=result or self.result,
            satisfaction=satisfaction or self.satisfaction,
            next_step="",
            next_on=None,
        )

    def wait(self, *, reason: str) -> None:
        """Wait for somebody, and say for what."""
        self._become("wait", reason=reason, status=self.Status.WAITING)

    def cancel(self, *, reason: str) -> None:
        """End it uncounted: a case entered twice, or withdrawn."""
        self._become(
            "cancel",
            reason=reason,
            status=self.Status.CANCELLED,
            next_step="",
            next_on=None,
        )

    def reopen(self, *, reason: str) -> None:
        """Take it up again, from waiting or after its end; the closing day is lifted
        and stays in the history."""
        self._become("reopen", reason=reason, status=self.Status.OPEN, closed_on=None)

    def hand_over(self, *, to: User, reason: str) -> None:
        """Make one person the officer. Raises ValidationError for somebody who cannot
        see the case, or who has it already."""
        self._refuse_unless_allowed("hand_over", reason)
        if not (
            to.is_active and (to.sees_all_centres or to.centre_id == self.centre_id)
        ):
            raise ValidationError(
                {"to": _("A case is handed over to an active colleague of its centre.")}
            )
        if list(self.officers.all()) == [to]:
            raise ValidationError({"to": _("This person is its officer already.")})
        with transaction.atomic(), pghistory.context(reason=reason):
            self.officers.set([to])

    def _become(self, verb: str, *, reason: str | None = None, **values) -> None:
        self._refuse_unless_allowed(verb, reason)
        for name, value in values.items():
            setattr(self, name, value)
        self.full_clean()
        with pghistory.context(**({"reason": reason} if reason else {})):
            self.save(update_fields=tuple(values))

    def _refuse_unless_allowed(self, verb: str, reason: str | None) -> None:
        if not self.may(verb):
            allowed = ", ".join(str(state.label) for state in self.VERBS[verb])
            raise ValidationError(
                gettext(
                    "The case is in the state “%(state)s”; this is done from: "
                    "%(allowed)s."
                )
                % {"state": self.get_status_display(), "allowed": allowed}
            )
        if reason is not None and not reason.strip():
            raise ValidationError({"reason": _("Say why: the reason is missing.")})
