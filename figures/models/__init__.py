"""What is kept beside the records: closed years and their seals, targets, published
values, claims of one outcome by two; and answers, as long as they stand."""

from figures.models.claims import Claim
from figures.models.closes import (
    RestatedRecord,
    Restatement,
    YearClose,
)
from figures.models.kept import KeptAnswer, Touch
from figures.models.publications import Publication
from figures.models.seals import Seal, SealedRecord
from figures.models.targets import Target

__all__ = (
    "Claim",
    "KeptAnswer",
    "Publication",
    "RestatedRecord",
    "Restatement",
    "Seal",
    "SealedRecord",
    "Target",
    "Touch",
    "YearClose",
)
