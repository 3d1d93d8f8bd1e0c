"""What is open about visits and agreements before a year is closed."""

from django.utils.translation import gettext_lazy as _

from delegations.models import MOU, Visit
from figures.outliers import far_above_median
from figures.points import Point, register

register(
    Point(
        slug="visits-undecided",
        label=_("Visits neither done nor cancelled"),
        why=_("Their day is over and they count nowhere: say what became of them."),
        records=lambda period, centre: Visit.objects.undecided_in(period).of_centre(
            centre
        ),
        figure="visits",
        is_blocking=True,
    )
)
register(
    Point(
        slug="visits-without-headcount",
        label=_("Visits without an actual headcount"),
        why=_("They count as visits and add nobody to the visitors."),
        records=lambda period, centre: (
            Visit.objects.done_in(period).filter(headcount=None).of_centre(centre)
        ),
        figure="overseas-visitors",
    )
)
register(
    Point(
        slug="visits-far-above",
        label=_("Visits with far more people than usual"),
        why=_(
            "More than 20 times the median of the centre's year: often people who were "
            "planned for, or several visits in one."
        ),
        records=lambda period, centre: far_above_median(
            Visit.objects.done_in(period), "headcount", centre
        ),
        figure="overseas-visitors",
    )
)
register(
    Point(
        slug="mous-without-date",
        label=_("Agreements without a day of signing"),
        why=_("They are in talks and count in no year until they are signed."),
        records=lambda period, centre: MOU.objects.undated_in(period).of_centre(centre),
        figure="mous-signed",
    )
)
register(
    Point(
        slug="mous-without-evidence",
        label=_("Agreements without evidence"),
        why=_("They count, and nothing is there to prove them by."),
        records=lambda period, centre: (
            MOU.objects.signed_in(period).without_evidence().of_centre(centre)
        ),
        figure="mous-signed",
    )
)
