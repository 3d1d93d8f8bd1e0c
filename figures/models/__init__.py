"""What is kept beside the records: closed years and their seals, targets, published
values, claims of one outcome by two."""

from figures.models.claims import Claim
from figures.models.closes import (
    RestatedRecord,
    Restatement,
    Seal,
    SealedRecord,
    YearClose,
)
from figures.models.publications import Publication
from figures.models.targets import Target

__all__ = (
    "Claim",
    "Publication",
    "RestatedRecord",
    "Restatement",
    "Seal",
    "SealedRecord",
    "Target",
    "YearClose",
)
