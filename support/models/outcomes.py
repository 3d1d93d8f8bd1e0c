"""What came of the support abroad: contracts, incorporations, investment; filings stand
in a module of their own."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from records.counted import Quantity, counted_by
from records.fields import CountryField
from records.models import Record, keep_history, keep_links
from records.money import Money
from records.querysets import KeptManager
from records.search import key_over
from support.models.attribution import OutcomeQuerySet
from support.models.partners import Partner
from support.models.startups import Startup


class Outcome(Record, Quantity):
    """An outcome of a start-up; `CAME_ON` names the field of the day it came."""

    CAME_ON: ClassVar[str]

    startup = models.ForeignKey(
        Startup,
        models.PROTECT,
        verbose_name=_("start-up"),
        related_name="%(class)ss",
    )

    class Meta(Record.Meta):
        abstract = True
        constraints = (*Record.Meta.constraints, *Quantity.Meta.constraints)


class ContractQuerySet(OutcomeQuerySet):
    def signed_in(self, period) -> Self:
        """해외계약·제휴: by the day of signing."""
        return self.filter(signed_on__range=(period.start, period.end))

    def ending(self) -> Self:
        """With a day on which they end."""
        return self.filter(ends_on__isnull=False)


@keep_history
class Contract(Outcome, Money):
    """해외계약·제휴: a business contract or partnership with a party abroad."""

    CAME_ON = "signed_on"

    class Kind(models.TextChoices):
        CONTRACT = "contract", _("Contract")
        PARTNERSHIP = "partnership", _("Partnership")

    KIND_WORDS = {
        "수출계약": Kind.CONTRACT,
        "판매계약": Kind.CONTRACT,
        "공급계약": Kind.CONTRACT,
        "사업계약": Kind.CONTRACT,
        "업무제휴": Kind.PARTNERSHIP,
        "전략적제휴": Kind.PARTNERSHIP,
        "사업제휴": Kind.PARTNERSHIP,
    }

    kind = models.CharField(
        _("kind"), max_length=20, choices=Kind.choices, default=Kind.CONTRACT
    )
    partner = models.ForeignKey(
        Partner,
        models.PROTECT,
        verbose_name=_("overseas partner"),
        related_name="contracts",
        null=True,
        blank=True,
    )
    country = CountryField(_("country"), blank=True)
    title = models.CharField(
        pgettext_lazy("contract", "title"), max_length=300, blank=True
    )
    signed_on = models.DateField(_("signed on"))
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    search_key = key_over("title")

    objects = KeptManager.from_queryset(ContractQuerySet)()

    class Meta(Outcome.Meta):
        verbose_name = _("overseas contract")
        verbose_name_plural = _("overseas contracts")
        ordering = ("-signed_on", "-pk")
        constraints = (
            *Outcome.Meta.constraints,
            *Money.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("signed_on")),
                name="support_contract_ends_after_it_is_signed",
                violation_error_message=_("A contract ends after it is signed."),
            ),
        )
        indexes = (
            *Outcome.Meta.indexes,
            *counted_by("signed_on", name="support_contract"),
            models.Index(
                fields=("centre", "ends_on", "id"),
                condition=Q(deleted_at__isnull=True, ends_on__isnull=False),
                name="support_contract_ending",
            ),
        )

    def __str__(self) -> str:
        return self.title or f"{self.startup} · {self.get_kind_display()}"


class IncorporationQuerySet(OutcomeQuerySet):
    def established_in(self, period) -> Self:
        """해외법인: by the day of registration abroad."""
        return self.filter(established_on__range=(period.start, period.end))


@keep_history
class Incorporation(Outcome):
    """해외법인: a subsidiary, branch or office that a start-up sets up abroad."""

    CAME_ON = "established_on"

    class Kind(models.TextChoices):
        SUBSIDIARY = "subsidiary", _("Subsidiary")
        BRANCH = "branch", _("Branch")
        LIAISON = "liaison", _("Liaison office")
        JOINT_VENTURE = "joint-venture", _("Joint venture")

    KIND_WORDS = {
        "법인": Kind.SUBSIDIARY,
        "현지법인": Kind.SUBSIDIARY,
        "자회사": Kind.SUBSIDIARY,
        "지점": Kind.BRANCH,
        "지사": Kind.BRANCH,
        "사무소": Kind.LIAISON,
        "연락사무소": Kind.LIAISON,
        "합작": Kind.JOINT_VENTURE,
        "합작법인": Kind.JOINT_VENTURE,
        "JV": Kind.JOINT_VENTURE,
    }

    kind = models.CharField(
        _("kind"), max_length=20, choices=Kind.choices, default=Kind.SUBSIDIARY
    )
    name = models.CharField(
        pgettext_lazy("incorporation", "name"), max_length=200, blank=True
    )
    country = CountryField(_("country"), blank=True)
    city = models.CharField(_("city"), max_length=100, blank=True)
    established_on = models.DateField(_("established on"))
    search_key = key_over("city", names=("name",))

    objects = KeptManager.from_queryset(IncorporationQuerySet)()

    class Meta(Outcome.Meta):
        verbose_name = _("overseas incorporation")
        verbose_name_plural = _("overseas incorporations")
        ordering = ("-established_on", "-pk")
        indexes = (
            *Outcome.Meta.indexes,
            *counted_by("established_on", name="support_incorp"),
        )

    def __str__(self) -> str:
        return self.name or f"{self.startup} · {self.country}"


class InvestmentQuerySet(OutcomeQuerySet):
    def paid_in(self, period) -> Self:
        """투자유치 연계: money paid in, by the day of payment; not promises."""
        return self.filter(paid_on__range=(period.start, period.end))

    def undated_in(self, period) -> Self:
        """Not known to be paid, by the introduction; without one, by the year of
        entry."""
        return self.filter(
            Q(introduced_on__range=(period.start, period.end))
            | Q(introduced_on=None, reference__startswith=f"{period.year}-"),
            paid_on=None,
        )

    def without_rate(self) -> Self:
        """With an amount that nothing turns into won."""
        return self.filter(amount__isnull=False, amount_krw=None)


@keep_links("partners")
@keep_history
class InvestmentLink(Outcome, Money):
    """투자유치 연계: an investment that followed the centre's introduction."""

    CAME_ON = "paid_on"

    class Round(models.TextChoices):
        SEED = "seed", _("Seed")
        PRE_A = "pre-a", "Pre-A"
        A = "a", _("Series A")
        B = "b", _("Series B")
        C = "c", _("Series C and later")
        PRE_IPO = "pre-ipo", "Pre-IPO"
        STRATEGIC = "strategic", _("Strategic")

    partners = models.ManyToManyField(
        Partner, verbose_name=_("investors"), related_name="investments", blank=True
    )
    round = models.CharField(
        _("round"), max_length=10, choices=Round.choices, blank=True
    )
    introduced_on = models.DateField(_("introduced on"), null=True, blank=True)
    paid_on = models.DateField(
        _("paid on"),
        null=True,
        blank=True,
        help_text=_("Counts from this day; empty while only promised."),
    )

    objects = KeptManager.from_queryset(InvestmentQuerySet)()

    class Meta(Outcome.Meta):
        verbose_name = _("investment link")
        verbose_name_plural = _("investment links")
        ordering = ("-paid_on", "-pk")
        constraints = (*Outcome.Meta.constraints, *Money.Meta.constraints)
        indexes = (
            *Outcome.Meta.indexes,
            *counted_by("paid_on", name="support_investment"),
        )

    def __str__(self) -> str:
        return f"{self.startup} · {self.get_round_display()}".rstrip(" ·")
