"""Attribution: an outcome is tested against the services that came before it.

A service is a case that was not cancelled, a session of one, or a place in a support
programme, of the same start-up at the same centre.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Self

from django.db import models
from django.db.models import Exists, ExpressionWrapper, F, Max, OuterRef

from records.querysets import RecordQuerySet
from support.models.consulting import ConsultingCase
from support.models.programmes import Participation
from support.models.sessions import Session


def services_by_day() -> Iterator[tuple[models.QuerySet, str, str]]:
    """What counts as a service, the way to its start-up, and the field of its day."""
    cancelled = ConsultingCase.Status.CANCELLED
    cases = ConsultingCase.objects.exclude(status=cancelled)
    sessions = Session.objects.filter(case__in=cases)
    yield cases, "startup", "opened_on"
    yield sessions, "case__startup", "held_on"
    yield Participation.objects.all(), "startup", "selected_on"


class OutcomeQuerySet(RecordQuerySet):
    """Of a model with `startup`, `centre` and the day named by `CAME_ON`."""

    def without_service_before(self, window: int) -> Self:
        """Those before whose day no service came, or none within so many days."""
        came_on = ExpressionWrapper(
            OuterRef(self.model.CAME_ON), output_field=models.DateField()
        )
        near = (timedelta(0), timedelta(days=window))
        served = [
            Exists(
                services.alias(before=came_on - F(day))
                .filter(**{startup: OuterRef("startup"), "centre": OuterRef("centre")})
                # A distance and no range of days: many services have a day like
                # this, few are this start-up's, and only its index is to be read.
                .filter(before__range=near)
                .order_by()
            )
            for services, startup, day in services_by_day()
        ]
        dated = self.filter(**{f"{self.model.CAME_ON}__isnull": False})
        return dated.filter(*(~one for one in served))


def last_service_before(outcome: models.Model) -> date | None:
    """The day of the last service up to the outcome's own."""
    came_on = getattr(outcome, outcome.CAME_ON)
    days = [
        services.filter(
            **{startup: outcome.startup_id, "centre": outcome.centre_id},
            **{f"{day}__lte": came_on},
        ).aggregate(last=Max(day))["last"]
        for services, startup, day in services_by_day()
    ]
    return max(filter(None, days), default=None)
