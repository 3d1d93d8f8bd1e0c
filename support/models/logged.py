"""What one save of the log brought in: kept so that one save is one, however often it
is sent, and can be taken back whole."""

from typing import Self

from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from support.models.consulting import ConsultingCase
from support.models.sessions import Session


class LoggedQuerySet(models.QuerySet):
    def by_latest(self, user) -> Self:
        """What this user logged, the last first, with what it brought in."""
        return (
            self.filter(by=user)
            .order_by("-at", "-pk")
            .prefetch_related(
                models.Prefetch("sessions", Session.objects.select_related("case"))
            )
        )


class Logged(models.Model):
    """One save of the log: new cases, and sessions of these or of an earlier case.

    `key` is made with the form and sent with it, so a form sent again because its
    answer was lost finds what it saved. `content` is the digest of what was sent:
    another text under a used key is told so instead of being dropped.
    """

    key = models.UUIDField(_("key"), primary_key=True)
    by = models.ForeignKey(
        User, models.PROTECT, verbose_name=_("by"), related_name="logged"
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)
    content = models.CharField(_("content"), max_length=64)
    cases = models.ManyToManyField(
        ConsultingCase, verbose_name=_("consulting cases"), related_name="logged"
    )
    sessions = models.ManyToManyField(
        Session, verbose_name=_("consulting sessions"), related_name="logged"
    )

    objects = LoggedQuerySet.as_manager()

    class Meta:
        verbose_name = _("log entry")
        verbose_name_plural = _("log entries")
        ordering = ("-at", "-pk")
        indexes = (models.Index(fields=("by", "-at"), name="support_logged_by_latest"),)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.by}"

    def get_absolute_url(self) -> str:
        """The log, going on from here."""
        return reverse("log-after", args=(self.key,))

    def told(self) -> list[ConsultingCase]:
        """The cases it is about, with their start-ups."""
        cases = ConsultingCase.objects.filter(sessions__in=self.sessions.all())
        return list(cases.select_related("startup").order_by("pk"))

    def closes_an_earlier_case(self) -> bool:
        """Whether it brought a case to its end that was there before."""
        earlier = ConsultingCase.objects.filter(sessions__in=self.sessions.all())
        return (
            earlier.exclude(pk__in=self.cases.values("pk"))
            .filter(status=ConsultingCase.Status.CLOSED)
            .exists()
        )

    def is_built_upon(self) -> bool:
        """Whether one of its new cases has got further sessions since."""
        later = Session.objects.filter(case__in=self.cases.all())
        return later.exclude(pk__in=self.sessions.values("pk")).exists()

    def is_reversible(self) -> bool:
        return not (self.closes_an_earlier_case() or self.is_built_upon())

    @transaction.atomic
    def undo(self, *, reason: str) -> None:
        """Delete what it brought in, with a reason; start-ups it registered stay."""
        for record in (*self.sessions.all(), *self.cases.all()):
            record.remove(reason=reason)
