"""Consulting: cases and the sessions they are made of."""

from typing import Self

from django.contrib.postgres.indexes import GinIndex
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery, Sum
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.models import User
from records.fields import (
    CodesField,
    CountriesField,
    known_codes_only,
    known_countries_only,
)
from records.models import CodeList, Record, keep_history, keep_links
from records.querysets import KeptManager, RecordQuerySet
from records.search import key_over
from support.models.startups import Startup

DAY = 24 * 60


class Channel(models.TextChoices):
    VISIT = "visit", pgettext_lazy("channel", "Visit")
    VIDEO = "video", _("Video")
    PHONE = "phone", _("Telephone")
    EMAIL = "email", _("E-mail")
    EVENT = "event", _("Event")


# Words for a channel that stand in centres' logs.
CHANNEL_WORDS = {
    "방문": Channel.VISIT,
    "내방": Channel.VISIT,
    "방문상담": Channel.VISIT,
    "대면": Channel.VISIT,
    "화상": Channel.VIDEO,
    "화상회의": Channel.VIDEO,
    "화상상담": Channel.VIDEO,
    "온라인": Channel.VIDEO,
    "skype": Channel.VIDEO,
    "zoom": Channel.VIDEO,
    "전화": Channel.PHONE,
    "유선": Channel.PHONE,
    "전화상담": Channel.PHONE,
    "tel": Channel.PHONE,
    "메일": Channel.EMAIL,
    "이메일": Channel.EMAIL,
    "서면": Channel.EMAIL,
    "행사": Channel.EVENT,
}


@keep_history
class ConsultingField(CodeList):
    """상담분야: the editable list of what is consulted on."""

    class Meta(CodeList.Meta):
        verbose_name = _("consulting field")
        verbose_name_plural = _("consulting fields")


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

    def for_display(self) -> Self:
        """With `minutes`, the sum of the case's sessions, asked only for rows shown."""
        sessions = Session.objects.filter(case=OuterRef("pk")).order_by()
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
        )

    def __str__(self) -> str:
        return self.title or self.request.partition("\n")[0][:80] or self.reference

    def close(self, *, on, result: str = "") -> None:
        """Close the case on a day. Raises ValidationError before its opening day."""
        self.status = self.Status.CLOSED
        self.closed_on = on
        self.result = result or self.result
        self.full_clean()
        self.save(update_fields=("status", "closed_on", "result"))


class SessionQuerySet(RecordQuerySet):
    def held_in(self, period) -> Self:
        """상담: held in the period, of a case that is kept and not cancelled."""
        return self.filter(
            held_on__range=(period.start, period.end), case__deleted_at__isnull=True
        ).exclude(case__status=ConsultingCase.Status.CANCELLED)


@keep_history
class Session(Record):
    """상담: one meeting, call or mail of a case."""

    Channel = Channel
    CHANNEL_WORDS = CHANNEL_WORDS

    case = models.ForeignKey(
        ConsultingCase,
        models.PROTECT,
        verbose_name=_("consulting case"),
        related_name="sessions",
    )
    held_on = models.DateField(_("held on"))
    minutes = models.PositiveIntegerField(
        _("minutes"),
        null=True,
        blank=True,
        validators=(MaxValueValidator(DAY),),
    )
    channel = models.CharField(
        _("channel"), max_length=10, choices=Channel.choices, blank=True
    )
    expert = models.CharField(_("expert"), max_length=100, blank=True)
    note = models.TextField(_("note"), blank=True)
    search_key = key_over("note", names=("expert",))

    objects = KeptManager.from_queryset(SessionQuerySet)()

    class Meta(Record.Meta):
        verbose_name = _("consulting session")
        verbose_name_plural = _("consulting sessions")
        ordering = ("-held_on", "-pk")
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(minutes__isnull=True) | Q(minutes__lte=DAY),
                name="support_session_fits_into_a_day",
                violation_error_message=_("A session has at most 1,440 minutes."),
            ),
        )
        indexes = (
            *Record.Meta.indexes,
            models.Index(
                fields=("centre", "held_on", "id"),
                include=("case", "minutes"),
                condition=Q(deleted_at__isnull=True),
                name="support_session_of_centre",
            ),
            models.Index(
                fields=("held_on", "id"),
                condition=Q(deleted_at__isnull=True),
                name="support_session_by_day",
            ),
        )

    def __str__(self) -> str:
        return f"{self.held_on:%Y-%m-%d} {self.case}"
