"""The figures of visits and agreements."""

from django.db.models import F
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.models import Centre
from delegations.models import MOU, Agency, Visit
from figures import claims, units
from figures.periods import Period
from figures.registry import ALWAYS, Figure, register

VISITORS = _("Visitors")
AGREEMENTS = _("Agreements")
AGENCIES = _("Foreign agencies")

VISITS = units.Unit("visits", pgettext_lazy("unit", "visits"))
VISIT_SPLITS = ("kind", "visit_class")


def visits_done(period: Period, centre: Centre | None):
    """The visits of a centre, or of all, of which each is counted once, however many
    centres received it."""
    done = Visit.objects.done_in(period)
    if centre is not None:
        return done.filter(centre=centre)
    return done.exclude(pk__in=claims.left_out("visits", Visit.objects.done_in(ALWAYS)))


def organisations_met_in(period: Period, centre: Centre | None = None):
    return visits_done(period, centre).with_organisations_met()


def leads_met_in(period: Period, centre: Centre | None = None):
    return visits_done(period, centre).meeting_a_lead_first()


register(
    Figure(
        slug="visits",
        group=VISITORS,
        label=_("Visits"),
        records=Visit.objects.done_in,
        unit=VISITS,
        counts=_("Visits done, by the day they start; one visit however many days."),
        evidence=_("The report of the visit."),
        once=_("A visit counts once, however many days, countries or organisations."),
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
        evidence=_(
            "The report of the visit, with the protocol class as the foreign ministry "
            "gave it."
        ),
        once=_(
            "A visit counts once; a minister's tour during a state visit is a visit "
            "of its own class."
        ),
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
        evidence=_("The list of those who came; a planned number is no evidence."),
        once=_(
            "A visit of several days counts its people once; the centre's own staff "
            "does not count."
        ),
        splits=VISIT_SPLITS,
    )
)
register(
    Figure(
        slug="visiting-organisations",
        group=VISITORS,
        label=_("Visiting organisations"),
        records=organisations_met_in,
        measured=F("organisations_met"),
        is_shared=True,
        is_distinct=True,
        unit=units.ORGANISATIONS,
        counts=_(
            "Different organisations named in visits done; each counts once, at its "
            "first visit in the period, however its name is spaced and capitalised."
        ),
        evidence=_("The programme of the visit or the list of those who came."),
        once=_(
            "Each organisation counts once a period and centre, and once over all "
            "centres; a visit decided to be claimed by two counts as its lead."
        ),
        splits=VISIT_SPLITS,
    )
)
register(
    Figure(
        slug="visiting-leads",
        label=_("Heads of visiting delegations"),
        records=leads_met_in,
        is_shared=True,
        is_distinct=True,
        group=VISITORS,
        unit=units.PEOPLE,
        counts=_(
            "Different persons named as head of a delegation in visits done, told by "
            "name and countries; each counts once, at the first visit in the period."
        ),
        evidence=_("The programme of the visit or the list of those who came."),
        once=_(
            "Each head counts once a period and centre, and once over all centres; "
            "visits that name no head add nothing."
        ),
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
        evidence=_("The signed document."),
        once=_("An agreement counts once, however many parties sign it."),
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
        evidence=_("The signed document, with its term."),
        once=_(
            "An agreement counts once while it is in force; the number is never added "
            "up over years."
        ),
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
        evidence=_("The contract or the record of the opening."),
        once=_("A base counts once, in the year it opens."),
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
        evidence=_("The contract or the record of the opening."),
        once=_(
            "A base counts once while it is open; the number is never added up over "
            "years."
        ),
    )
)
