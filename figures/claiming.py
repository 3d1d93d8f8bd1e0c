"""Deciding double claims: one side proposes, the other agrees or proposes otherwise.

Every verb locks the claims and raises Refusal. What is agreed stands in the claim's
history, with both persons; taking it back needs two persons again.
"""

from dataclasses import dataclass
from decimal import Decimal

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from figures.models import Claim
from records import record_types
from records.refusals import Refusal

State = Claim.State
# What a proposal writes.
PROPOSED = (
    "lead_pk",
    "follower_pk",
    "lead_share",
    "proposed_state",
    "proposed_by_id",
    "proposed_at",
    "agreed_by_id",
    "agreed_at",
    "notes",
)


@dataclass(frozen=True, kw_only=True)
class Decision:
    """What is proposed: the same, led by one of the two with a share in percent where
    two centres claim it; different; or open again."""

    state: str
    lead_pk: int | None = None
    lead_share: Decimal | None = None
    notes: str = ""


@transaction.atomic
def propose(claim: Claim, decision: Decision, *, by: User) -> None:
    claim = locked(claim)
    if not claim.may_be_decided_by(by):
        raise Refusal(_("This double claim is decided by the centres that claim it."))
    is_again = decision.state == State.OPEN
    if is_again == (claim.state == State.OPEN):
        raise Refusal(
            _("This double claim is not decided yet.")
            if is_again
            else _("This double claim is decided; propose to decide it anew first.")
        )
    if decision.state == State.SAME:
        refuse_two_leads(claim, *led(claim, decision.lead_pk))
    if not is_again:
        claim.lead_pk, claim.follower_pk = led(claim, decision.lead_pk)
        claim.lead_share = decision.lead_share
        claim.agreed_by = claim.agreed_at = None
    claim.proposed_state, claim.notes = decision.state, decision.notes.strip()
    claim.proposed_by, claim.proposed_at = by, timezone.now()
    claim.save()


def led(claim: Claim, lead_pk: int | None) -> tuple[int | None, int | None]:
    """The record that leads and the one that follows; none where they are two."""
    if lead_pk is None:
        return None, None
    if lead_pk not in (claim.one_pk, claim.other_pk):
        raise Refusal(_("One of the two records leads."))
    return lead_pk, sum((claim.one_pk, claim.other_pk)) - lead_pk


@transaction.atomic
def agree(claim: Claim, *, by: User) -> None:
    """Decide as proposed. Within one centre the record that follows is deleted, with
    the one that leads as the reason; deciding anew brings it back."""
    claim = locked(claim)
    if not claim.is_proposed:
        raise Refusal(_("Nothing is proposed for this double claim."))
    if not claim.may_be_agreed_by(by):
        raise Refusal(
            _("%(name)s proposed this; somebody of the other side agrees.")
            % {"name": claim.proposed_by}
        )
    before, claim.state = claim.state, claim.proposed_state
    claim.proposed_state = ""
    claim.agreed_by, claim.agreed_at = by, timezone.now()
    if claim.state == State.SAME:
        refuse_two_leads(claim, claim.lead_pk, claim.follower_pk)
    if not claim.is_across:
        drop_or_bring_back(claim, before)
    if claim.state == State.OPEN:
        claim.lead_pk = claim.follower_pk = claim.lead_share = None
    claim.save()


@transaction.atomic
def withdraw(claim: Claim, *, by: User) -> None:
    """Take a proposal back, so that the claim stands as before it; only whoever made it
    may."""
    claim = locked(claim)
    if not claim.is_proposed or claim.proposed_by != by:
        raise Refusal(_("A proposal is withdrawn by whoever made it."))
    events = claim.pgh_event_model.objects.filter(pgh_obj=claim, proposed_state="")
    before = events.order_by("pgh_id").last()
    for name in PROPOSED:
        setattr(claim, name, getattr(before, name))
    claim.save()


def locked(claim: Claim) -> Claim:
    """As it is now. One decision at a time: two could close a circle that neither
    sees."""
    table = connection.ops.quote_name(Claim._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE")
    return Claim.objects.get(pk=claim.pk)


def refuse_two_leads(claim: Claim, lead: int | None, follower: int | None) -> None:
    """However many records are one outcome, one of them leads them all."""
    if lead is None:
        raise Refusal(_("One of the two records leads."))
    leads = leads_of(claim)
    if follower in leads:
        raise Refusal(
            _(
                "%(follower)s already counts as %(lead)s; an outcome has one lead. Let "
                "%(follower)s lead here, or decide the other double claim anew."
            )
            % {
                "follower": named(claim.record_type, follower),
                "lead": named(claim.record_type, leads[follower]),
            }
        )
    above = lead
    while (above := leads.get(above)) is not None:
        if above == follower:
            raise Refusal(
                _(
                    "%(lead)s already counts as %(follower)s; the one cannot lead the "
                    "other both ways."
                )
                % {
                    "lead": named(claim.record_type, lead),
                    "follower": named(claim.record_type, follower),
                }
            )


def leads_of(claim: Claim) -> dict[int, int]:
    """Which record follows which, of the type, by what else was decided."""
    same = Claim.objects.same().filter(record_type=claim.record_type)
    return dict(same.exclude(pk=claim.pk).values_list("follower_pk", "lead_pk"))


def named(record_type: str, pk: int) -> str:
    record = record_types.get(record_type).model.with_deleted.get(pk=pk)
    return record.reference


def drop_or_bring_back(claim: Claim, before: str) -> None:
    """Of two records of one centre: deleted while they are the same, else kept."""
    model = record_types.get(claim.record_type).model
    if State.SAME not in (before, claim.state):
        return
    follower = model.with_deleted.select_for_update().get(pk=claim.follower_pk)
    if claim.state == State.SAME and not follower.is_deleted:
        lead = named(claim.record_type, claim.lead_pk)
        follower.remove(reason=_("The same as %(lead)s") % {"lead": lead})
    elif claim.state == State.OPEN and follower.is_deleted:
        follower.restore()
