"""Visitors from abroad, the agreements signed with them, and what came of both."""

from delegations.models.agencies import Agency
from delegations.models.agreements import MOU
from delegations.models.follow_ups import FollowUp
from delegations.models.visits import Visit

__all__ = ("MOU", "Agency", "FollowUp", "Visit")
