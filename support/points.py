"""What is open about the support of start-ups before a year is closed."""

from django.utils.translation import gettext_lazy as _

from figures.outliers import far_above_median
from figures.points import Point, register
from support import attribution_points  # noqa: F401  (registers its own)
from support.models import (
    ConsultingCase,
    Contract,
    Incorporation,
    InvestmentLink,
    OverseasFiling,
    Session,
    TenantReturn,
)

WITHOUT_EVIDENCE = _("They count, and nothing is there to prove them by.")


register(
    Point(
        slug="investments-without-rate",
        label=_("Investments without an exchange rate"),
        why=_("Their amount is known and adds nothing: the total in won is too small."),
        records=lambda period, centre: (
            InvestmentLink.objects.paid_in(period).without_rate().of_centre(centre)
        ),
        figure="investment-linked",
        is_blocking=True,
    )
)
register(
    Point(
        slug="investments-without-amount",
        label=_("Investments without an amount"),
        why=_("They count as investments made and add nothing to the total in won."),
        records=lambda period, centre: (
            InvestmentLink.objects.paid_in(period).filter(amount=None).of_centre(centre)
        ),
        figure="investment-linked",
    )
)
register(
    Point(
        slug="investments-far-above",
        label=_("Investments far above the usual"),
        why=_(
            "More than 20 times the median of the centre's year: often a unit or a "
            "digit too many."
        ),
        records=lambda period, centre: far_above_median(
            InvestmentLink.objects.paid_in(period),
            "amount_krw",
            centre,
        ),
        figure="investment-linked",
    )
)
register(
    Point(
        slug="investments-without-date",
        label=_("Investments without a day of payment"),
        why=_("They count in no year until the day is known."),
        records=lambda period, centre: InvestmentLink.objects.undated_in(
            period
        ).of_centre(centre),
        figure="investments-made",
    )
)
register(
    Point(
        slug="filings-without-date",
        label=_("Filings without a day of filing"),
        why=_("They are in preparation and count in no year until they are filed."),
        records=lambda period, centre: OverseasFiling.objects.undated_in(
            period
        ).of_centre(centre),
        figure="overseas-filings",
    )
)
register(
    Point(
        slug="cases-open",
        label=_("Consulting cases still open"),
        why=_("They count by the day they were opened; their result is not known yet."),
        records=lambda period, centre: (
            ConsultingCase.objects.opened_in(period).open().of_centre(centre)
        ),
        figure="consulting-cases",
    )
)
register(
    Point(
        slug="sessions-without-minutes",
        label=_("Consulting sessions without minutes"),
        why=_("They count as sessions and add nothing to the hours."),
        records=lambda period, centre: (
            Session.objects.held_in(period).filter(minutes=None).of_centre(centre)
        ),
        figure="consulting-hours",
    )
)
register(
    Point(
        slug="tenants-without-employees",
        label=_("Tenant returns without employees"),
        why=_("They count as tenants and add nobody to the employees."),
        records=lambda period, centre: (
            TenantReturn.objects.for_year_of(period)
            .filter(employees=None)
            .of_centre(centre)
        ),
        figure="tenant-employees",
    )
)
register(
    Point(
        slug="tenants-without-revenue",
        label=_("Tenant returns without revenue"),
        why=_("They count as tenants and add nothing to the revenue."),
        records=lambda period, centre: (
            TenantReturn.objects.for_year_of(period)
            .filter(revenue_krw=None)
            .of_centre(centre)
        ),
        figure="tenant-revenue",
    )
)
register(
    Point(
        slug="filings-without-evidence",
        label=_("Overseas filings without evidence"),
        why=WITHOUT_EVIDENCE,
        records=lambda period, centre: (
            OverseasFiling.objects.filed_in(period).without_evidence().of_centre(centre)
        ),
        figure="overseas-filings",
    )
)
register(
    Point(
        slug="contracts-without-evidence",
        label=_("Overseas contracts without evidence"),
        why=WITHOUT_EVIDENCE,
        records=lambda period, centre: (
            Contract.objects.signed_in(period).without_evidence().of_centre(centre)
        ),
        figure="overseas-contracts",
    )
)
register(
    Point(
        slug="incorporations-without-evidence",
        label=_("Overseas incorporations without evidence"),
        why=WITHOUT_EVIDENCE,
        records=lambda period, centre: (
            Incorporation.objects.established_in(period)
            .without_evidence()
            .of_centre(centre)
        ),
        figure="overseas-incorporations",
    )
)
register(
    Point(
        slug="investments-without-evidence",
        label=_("Investments without evidence"),
        why=WITHOUT_EVIDENCE,
        records=lambda period, centre: (
            InvestmentLink.objects.paid_in(period).without_evidence().of_centre(centre)
        ),
        figure="investments-made",
    )
)
