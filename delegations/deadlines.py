"""What is due about visitors: follow-ups, agreements that expire, bases to open."""

from django.utils.translation import gettext_lazy as _

from delegations.models import MOU, Agency, FollowUp
from delegations.models.agencies import AgencyQuerySet
from delegations.models.agreements import MOUQuerySet
from delegations.models.follow_ups import FollowUpQuerySet
from records.deadlines import DaySource, register

register(
    DaySource(
        slug="follow-ups",
        label=_("Follow-up due"),
        model=FollowUp,
        owners="owner",
        day="due_on",
        rule=_("The day promised"),
        waiting=FollowUpQuerySet.open,
    )
)

register(
    DaySource(
        slug="mous",
        label=_("Agreement expires"),
        model=MOU,
        party="partner",
        day="expires_on",
        rule=_("The day of expiry in the agreement"),
        waiting=MOUQuerySet.expiring,
        is_moved=True,
        lapses=True,
        is_noticed=True,
    )
)

register(
    DaySource(
        slug="agencies",
        label=_("Foreign agency to open"),
        model=Agency,
        party="partner",
        day="target_on",
        rule=_("The day planned for the opening"),
        waiting=AgencyQuerySet.to_open,
    )
)
