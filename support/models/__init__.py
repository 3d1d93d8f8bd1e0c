"""What a centre does for start-ups and what comes of it abroad."""

from support.models.consulting import ConsultingCase
from support.models.consulting_fields import ConsultingField
from support.models.filing_rules import FilingRule
from support.models.filings import OverseasFiling
from support.models.logged import Logged
from support.models.members import Contact, Membership
from support.models.merges import Merge
from support.models.outcomes import (
    Contract,
    Incorporation,
    InvestmentLink,
)
from support.models.partners import Partner
from support.models.programmes import Participation, Programme
from support.models.sessions import Session
from support.models.startups import Startup
from support.models.tenants import TenantReturn

__all__ = (
    "ConsultingCase",
    "ConsultingField",
    "Contact",
    "Contract",
    "FilingRule",
    "Incorporation",
    "InvestmentLink",
    "Logged",
    "Membership",
    "Merge",
    "OverseasFiling",
    "Participation",
    "Partner",
    "Programme",
    "Session",
    "Startup",
    "TenantReturn",
)
