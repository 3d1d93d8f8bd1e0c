"""The figures of visits and agreements."""

from django.db.models import F
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from delegations.models import MOU, Agency, Visit
from figures import units
from figures.registry import Figure, register
from records.fields import Length

VISITORS = _("Visitors")
AGREEMENTS = _("Agreements")
AGENCIES = _("Foreign agencies")

VISITS = units.Unit("visits", pgettext_lazy("unit", "visits"))
VISIT_SPLITS = ("kind", "visit_class")

register(
    Figure(
        slug="visits",
        group=VISITORS,
        label=_("Visits"),
        records=Visit.objects.done_in,
        unit=VISITS,
        counts=_("Visits done, by the day they start; one visit however many days."),
        splits=VISIT_SPLITS,
    )
)
register(
    Figure(
        slug="state-visits",
        group=VISITORS,
        is_headline=True,
        label=_("State visits"),
        records=Visit.objects.of_state_in,
        unit=VISITS,
        counts=_("Visits done whose protocol class is state."),
        splits=("kind",),
    )
)
register(
    Figure(
        slug="overseas-visitors",
        group=VISITORS,
        is_headline=True,
        label=_("Overseas visitors"),
        records=Visit.objects.done_in,
        measured=F("headcount"),
        unit=units.PEOPLE,
        counts=_("The actual headcount of visits done; unknown ones add nothing."),
        splits=VISIT_SPLITS,
    )
)
register(
    Figure(
        slug="visiting-organisations",
        group=VISITORS,
        label=_("Visiting organisations"),
        records=Visit.objects.done_in,
        measured=Length("organisations"),
        unit=units.ORGANISATIONS,
        counts=_("Organisations named in visits done, counted at each visit."),
        splits=VISIT_SPLITS,
    )
)
register(
    Figure(
        slug="mous-signed",
        group=AGREEMENTS,
        label=_("Agreements signed"),
        records=MOU.objects.signed_in,
        measured=F("quantity"),
        unit=units.CASES,
        counts=_("Agreements, by the day of signing; one an agreement, not a party."),
        splits=("kind",),
    )
)
register(
    Figure(
        slug="mous-in-force",
        group=AGREEMENTS,
        label=_("Agreements in force"),
        records=MOU.objects.in_force_at_end_of,
        measured=F("quantity"),
        is_stock=True,
        unit=units.CASES,
        counts=_("Agreements in force on the period's last day."),
        splits=("kind",),
    )
)
register(
    Figure(
        slug="agencies-opened",
        group=AGENCIES,
        label=_("Foreign agencies opened"),
        records=Agency.objects.opened_in,
        unit=units.PLACES,
        counts=_("Bases of foreign agencies, by the day of opening."),
    )
)
register(
    Figure(
        slug="agencies-open",
        group=AGENCIES,
        label=_("Foreign agencies open"),
        records=Agency.objects.open_at_end_of,
        is_stock=True,
        unit=units.PLACES,
        counts=_("Bases of foreign agencies open on the period's last day."),
    )
)
