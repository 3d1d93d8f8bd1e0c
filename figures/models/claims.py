"""Claims: one outcome that two records count, and what both sides decided."""

from collections.abc import Iterable
from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import Case, F, Q, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from records.tracking import keep_history


class ClaimQuerySet(models.QuerySet):
    def visible_to(self, user) -> "ClaimQuerySet":
        """Those that the own centre takes part in, or all for national staff."""
        if user.sees_all_centres:
            return self
        return self.filter(
            Q(one_centre_id=user.centre_id) | Q(other_centre_id=user.centre_id)
        )

    def same(self) -> "ClaimQuerySet":
        return self.filter(state=Claim.State.SAME)

    def undecided(self) -> "ClaimQuerySet":
        return self.filter(state=Claim.State.OPEN)

    def touching(self, record_type: str, pks: Iterable[int]) -> "ClaimQuerySet":
        """Those that one of these records of the type takes part in."""
        of_type = self.filter(record_type=record_type)
        return of_type.filter(Q(one_pk__in=pks) | Q(other_pk__in=pks))

    def to_do_first(self) -> "ClaimQuerySet":
        """What is to be decided first, the likest first."""
        is_decided = Case(When(state=Claim.State.OPEN, then=0), default=1)
        return self.order_by(is_decided, "-score", "pk")


@keep_history
class Claim(models.Model):
    """중복 실적: two records that may be one outcome, claimed twice.

    `score` (0 to 100) and `grounds` say why they were put side by side. One side
    proposes: the same, led by one of them with a share for each centre, or different;
    the other side agrees. Once they are the same, totals over all centres count
    `lead_pk` and leave `follower_pk` out; each centre's own total keeps its claim.
    """

    class State(models.TextChoices):
        OPEN = "open", _("to be decided")
        SAME = "same", _("the same")
        DIFFERENT = "different", _("different")

    record_type = models.SlugField(_("record type"))
    one_pk = models.BigIntegerField()
    other_pk = models.BigIntegerField()
    one_centre = models.ForeignKey("accounts.Centre", models.PROTECT, related_name="+")
    other_centre = models.ForeignKey(
        "accounts.Centre", models.PROTECT, related_name="+"
    )
    score = models.PositiveSmallIntegerField(_("likeness"))
    grounds = models.JSONField(_("grounds"), default=list)
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.OPEN
    )
    lead_pk = models.BigIntegerField(null=True)
    follower_pk = models.BigIntegerField(null=True)
    lead_share = models.DecimalField(
        _("share of the leading centre"), max_digits=5, decimal_places=2, null=True
    )
    proposed_state = models.CharField(
        _("proposed"), max_length=10, choices=State.choices, blank=True
    )
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="claims_proposed",
        verbose_name=_("proposed by"),
        null=True,
    )
    proposed_at = models.DateTimeField(_("proposed at"), null=True)
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="claims_agreed",
        verbose_name=_("agreed by"),
        null=True,
    )
    agreed_at = models.DateTimeField(_("agreed at"), null=True)
    notes = models.TextField(_("notes"), blank=True)
    found_at = models.DateTimeField(_("found"), auto_now_add=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        verbose_name = _("double claim")
        verbose_name_plural = _("double claims")
        ordering = ("-score", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("record_type", "follower_pk"),
                condition=Q(state="same"),
                name="figures_claim_follows_one_lead",
                violation_error_message=_("A record follows one that leads, not two."),
            ),
            models.CheckConstraint(
                condition=Q(state="open")
                | ~Q(proposed_state="")
                | ~Q(agreed_by=F("proposed_by")),
                name="figures_claim_is_decided_by_two",
                violation_error_message=_("Two persons decide a double claim."),
            ),
            models.UniqueConstraint(
                fields=("record_type", "one_pk", "other_pk"),
                name="figures_pair_is_claimed_once",
            ),
            models.CheckConstraint(
                condition=Q(one_pk__lt=F("other_pk")), name="figures_pair_is_in_order"
            ),
            models.CheckConstraint(
                condition=~Q(state="same")
                | Q(lead_pk=F("one_pk"), follower_pk=F("other_pk"))
                | Q(lead_pk=F("other_pk"), follower_pk=F("one_pk")),
                name="figures_same_outcome_has_a_lead",
            ),
            models.CheckConstraint(
                condition=Q(lead_share__isnull=True) | Q(lead_share__range=(0, 100)),
                name="figures_share_is_a_percentage",
                violation_error_message=_("A share is from 0 to 100 percent."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.record_type} {self.one_pk} = {self.other_pk}"

    def get_absolute_url(self) -> str:
        return reverse("claim", args=(self.pk,))

    @property
    def is_across(self) -> bool:
        """Whether two centres claim it, not one of them twice."""
        return self.one_centre_id != self.other_centre_id

    @property
    def is_proposed(self) -> bool:
        return self.proposed_state != ""

    @property
    def centre_pks(self) -> set[int]:
        return {self.one_centre_id, self.other_centre_id}

    @property
    def follower_share(self) -> Decimal | None:
        return None if self.lead_share is None else 100 - self.lead_share

    def may_be_decided_by(self, user) -> bool:
        """Whoever stands for one of its centres; national staff for either."""
        is_near = user.sees_all_centres or user.centre_id in self.centre_pks
        return is_near and user.has_perm("figures.change_claim")

    def may_be_agreed_by(self, user) -> bool:
        """A second person: of the other centre, where two claim it."""
        if not self.is_proposed or user == self.proposed_by:
            return False
        if not self.may_be_decided_by(user):
            return False
        proposer = self.proposed_by
        if not self.is_across or user.sees_all_centres or proposer.sees_all_centres:
            return True
        return user.centre_id != proposer.centre_id
