"""The record types of start-up support, in the order of the work."""

from support.records import consulting, outcomes, programmes, startups

__all__ = ("consulting", "outcomes", "programmes", "startups")
