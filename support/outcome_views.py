"""The page of an outcome, which says what service came before it."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings

from records.views import RecordDetail
from support.models.attribution import last_service_before
from support.models.outcomes import Outcome


@dataclass(frozen=True)
class Attribution:
    """The last service before an outcome, and how many days before; none for none."""

    last_on: date | None
    days: int | None
    window: int

    @property
    def is_in_window(self) -> bool:
        return self.days is not None and self.days <= self.window


def attribution_of(outcome: Outcome) -> Attribution | None:
    """None for an outcome that has not come yet."""
    came_on = getattr(outcome, outcome.CAME_ON)
    if came_on is None:
        return None
    last_on = last_service_before(outcome)
    days = None if last_on is None else (came_on - last_on).days
    return Attribution(last_on, days, settings.ATTRIBUTION_WINDOW_DAYS)


class OutcomeDetail(RecordDetail):
    template_name = "support/outcome.html"

    def get_context_data(self, **kwargs):
        attribution = attribution_of(self.object)
        return super().get_context_data(attribution=attribution, **kwargs)
