"""By what two visits may be one, claimed by two."""

from django.db.models import F, Func
from django.utils.translation import gettext_lazy as _

from delegations.models import Visit
from figures.claims import Claimed, Ground, register
from support.company_names import name_key

ORGANISATION = name_key(Func(F("organisations"), function="unnest"))
LEAD = name_key(F("lead_name"))

register(
    Claimed(
        record_type="visits",
        records=Visit.objects.done_in,
        day="starts_on",
        shown=(
            "title",
            "countries",
            "organisations",
            "kind",
            "lead_name",
            "lead_title",
            "starts_on",
            "ends_on",
            "headcount",
        ),
        grounds=(
            Ground(
                slug="organisation-and-day",
                label=_("The same organisation came on the same day."),
                score=90,
                same=(ORGANISATION,),
                days=0,
                unless=("countries",),
            ),
            Ground(
                slug="lead-and-day",
                label=_("The same person led a delegation on the same day."),
                score=85,
                same=(LEAD,),
                days=0,
                unless=("countries",),
            ),
            Ground(
                slug="organisation",
                label=_("The same organisation came within three days."),
                score=60,
                same=(ORGANISATION,),
                days=3,
                unless=("countries",),
                is_across=True,
            ),
        ),
    )
)
