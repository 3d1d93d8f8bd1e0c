"""Around a start-up: its times with a centre, and its people."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from records.models import Record, keep_history
from records.search import key_over
from records.sorting import sorted_by
from support.models.startups import Startup


@keep_history
class Membership(Record):
    """입주·멤버: a start-up's time with a centre."""

    class Kind(models.TextChoices):
        RESIDENT = "resident", _("Resident")
        MEMBER = "member", _("Member")

    startup = models.ForeignKey(
        Startup,
        models.PROTECT,
        verbose_name=_("start-up"),
        related_name="memberships",
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    joined_on = models.DateField(_("joined on"))
    left_on = models.DateField(_("left on"), null=True, blank=True)
    graduated = models.BooleanField(_("graduated"), default=False)

    class Meta(Record.Meta):
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | Q(left_on__gte=F("joined_on")),
                name="support_membership_is_left_after_it_is_joined",
                violation_error_message=_("A member leaves after joining."),
            ),
            models.CheckConstraint(
                condition=Q(graduated=False) | Q(left_on__isnull=False),
                name="support_membership_graduates_on_a_day",
                violation_error_message=_("Say on which day the graduate left."),
            ),
            models.UniqueConstraint(
                fields=("centre", "startup", "kind", "joined_on"),
                condition=Q(deleted_at__isnull=True),
                name="support_membership_is_entered_once",
                violation_error_message=_("This membership is there already."),
            ),
        )
        indexes = (
            *Record.Meta.indexes,
            *sorted_by("joined_on", name="support_membership"),
        )

    def __str__(self) -> str:
        return f"{self.startup} · {self.get_kind_display()}"


@keep_history
class Contact(Record):
    """연락처: a person at a start-up. Personal data: own centre only, masked."""

    startup = models.ForeignKey(
        Startup,
        models.PROTECT,
        verbose_name=_("start-up"),
        related_name="contacts",
    )
    name = models.CharField(_("name"), max_length=100)
    title = models.CharField(_("job title"), max_length=100, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    search_key = key_over(names=("name",))

    class Meta(Record.Meta):
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        indexes = (
            *Record.Meta.indexes,
            *sorted_by("name", name="support_contact"),
        )

    def __str__(self) -> str:
        return f"{self.name} {self.title}".strip()
