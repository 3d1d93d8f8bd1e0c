"""기한 규칙: how many months after which day an overseas filing has something due.

The rules are data, each with its source and the day on which it was true, because
offices change them. Computed, never promised.
"""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from records.fields import OfficeField
from records.models import CodeList, keep_history
from support.models.filings import OverseasFiling

LONGEST = 600


@keep_history
class FilingRule(CodeList):
    """기한 규칙: months from the event's own day, for a kind of right or an office.

    What an event begins with: the priority and the PCT national phase with the priority
    date, Madrid's dependence and term with the day of the international registration.
    """

    class Event(models.TextChoices):
        PRIORITY = "priority", _("Claim of priority")
        NATIONAL_PHASE = "national-phase", _("Entry into the national phase (PCT)")
        DEPENDENCE = "dependence", _("Dependence on the base mark (Madrid)")
        TERM = "term", _("Term of protection (Madrid)")

    event = models.CharField(_("event"), max_length=20, choices=Event.choices)
    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=OverseasFiling.Kind.choices,
        blank=True,
        help_text=_("Empty: any kind."),
    )
    office = OfficeField(
        _("office"), blank=True, help_text=_("Empty: any office without its own rule.")
    )
    months = models.PositiveSmallIntegerField(
        pgettext_lazy("rule", "months"),
        validators=(MinValueValidator(1), MaxValueValidator(LONGEST)),
    )
    as_of = models.DateField(_("as of"))
    source = models.CharField(pgettext_lazy("rule", "source"), max_length=300)
    is_verified = models.BooleanField(
        _("read in the source"),
        default=False,
        help_text=_(
            "Somebody has read the rule in its source; until then it is shown "
            "as unverified."
        ),
    )

    class Meta(CodeList.Meta):
        verbose_name = _("deadline rule")
        verbose_name_plural = _("deadline rules")
        constraints = (
            models.UniqueConstraint(
                fields=("event", "kind", "office", "as_of"),
                name="support_rule_is_one_for_its_case_and_day",
                violation_error_message=_(
                    "This event, kind and office have a rule as of this day already."
                ),
            ),
            models.CheckConstraint(
                condition=Q(months__range=(1, LONGEST)),
                name="support_rule_months_are_1_to_600",
                violation_error_message=_("A rule has 1 to 600 months."),
            ),
        )

    def fits(self, filing: OverseasFiling) -> bool:
        return self.kind in ("", filing.kind) and self.office in ("", filing.office)

    @property
    def precision(self) -> tuple:
        """An office's own rule goes before a kind's, and that before a general one; of
        the same case the latest holds, and those before it stay to be looked up."""
        return bool(self.office), bool(self.kind), self.as_of
