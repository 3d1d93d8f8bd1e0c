"""What is asked of a figure."""

from dataclasses import dataclass

from django.db import models

from accounts.models import Centre
from figures.periods import Period
from figures.registry import Figure


@dataclass(frozen=True)
class Question:
    """What is this figure in this period, for one centre or for all?"""

    figure: Figure
    period: Period
    centre: Centre | None = None
    narrowed: models.Q | None = None

    def records(self) -> models.QuerySet:
        records = self.figure.counted(self.period, self.centre)
        return records if self.narrowed is None else records.filter(self.narrowed)
