"""The figures of start-up support; what counts is a query-set method."""

from django.db.models import DecimalField, F
from django.db.models.functions import Cast, Round
from django.utils.translation import gettext_lazy as _

from figures import units
from figures.registry import Figure, register
from support.models import (
    ConsultingCase,
    Contract,
    Incorporation,
    InvestmentLink,
    OverseasFiling,
    Session,
    Startup,
    TenantReturn,
)

CONSULTING = _("Consulting")
OUTCOMES = _("Outcomes abroad")
INVESTMENT = _("Investment brought in")
TENANTS = _("Tenants")

# Twenty decimals, so that sixty sessions of 50 minutes are 50 hours.
DECIMAL = DecimalField(max_digits=40, decimal_places=units.HOURS.decimals)
HOURS = Round(
    Cast("minutes", DECIMAL) / 60, precision=units.HOURS.decimals, output_field=DECIMAL
)

register(
    Figure(
        slug="consulting-cases",
        group=CONSULTING,
        is_headline=True,
        label=_("Consulting cases"),
        records=ConsultingCase.objects.opened_in,
        unit=units.CASES,
        counts=_("Cases opened in the period and not cancelled."),
        splits=("fields", "channel", "officers", "status"),
    )
)
register(
    Figure(
        slug="consulting-sessions",
        group=CONSULTING,
        label=_("Consulting sessions"),
        records=Session.objects.held_in,
        unit=units.CASES,
        counts=_("Sessions held in the period, of cases that were not cancelled."),
        splits=("channel", "case__fields"),
    )
)
register(
    Figure(
        slug="consulting-hours",
        group=CONSULTING,
        label=_("Consulting hours"),
        records=Session.objects.held_in,
        measured=HOURS,
        unit=units.HOURS,
        counts=_("The minutes of those sessions, in hours; unknown ones add nothing."),
        splits=("channel", "case__fields"),
    )
)
register(
    Figure(
        slug="startups-supported",
        group=CONSULTING,
        label=_("Start-ups supported"),
        records=Startup.objects.supported_in,
        is_shared=True,
        unit=units.COMPANIES,
        counts=_("Start-ups with a case opened in the period; each counts once."),
        splits=("sector", "size", "zone"),
    )
)
register(
    Figure(
        slug="overseas-filings",
        group=OUTCOMES,
        is_headline=True,
        label=_("Overseas patent and trademark filings"),
        records=OverseasFiling.objects.filed_in,
        measured=F("quantity"),
        unit=units.CASES,
        counts=_("Filings at offices abroad, by the day of filing."),
        splits=("kind", "route", "status"),
    )
)
register(
    Figure(
        slug="overseas-contracts",
        group=OUTCOMES,
        is_headline=True,
        label=_("Overseas contracts and partnerships"),
        records=Contract.objects.signed_in,
        measured=F("quantity"),
        unit=units.CASES,
        counts=_("Contracts and partnerships, by the day of signing."),
        splits=("kind",),
    )
)
register(
    Figure(
        slug="overseas-incorporations",
        group=OUTCOMES,
        is_headline=True,
        label=_("Overseas incorporations"),
        records=Incorporation.objects.established_in,
        measured=F("quantity"),
        unit=units.CASES,
        counts=_("Companies and offices set up abroad, by the day of registration."),
        splits=("kind",),
    )
)
register(
    Figure(
        slug="investment-linked",
        group=INVESTMENT,
        is_headline=True,
        label=_("Investment linked"),
        records=InvestmentLink.objects.paid_in,
        measured=F("amount_krw"),
        unit=units.WON,
        counts=_(
            "Money paid in after the centre's introduction, by the day of payment, in "
            "won at its own rate; amounts without a rate are listed, not added."
        ),
        splits=("round", "currency"),
    )
)
register(
    Figure(
        slug="investments-made",
        group=INVESTMENT,
        label=_("Investments made"),
        records=InvestmentLink.objects.paid_in,
        measured=F("quantity"),
        unit=units.CASES,
        counts=_("Investments paid in, by the day of payment."),
        splits=("round", "currency"),
    )
)
register(
    Figure(
        slug="tenants",
        group=TENANTS,
        label=_("Tenants"),
        records=TenantReturn.objects.for_year_of,
        is_stock=True,
        unit=units.COMPANIES,
        counts=_("Tenants that made a return for the year."),
        splits=("zone", "sector", "size"),
    )
)
register(
    Figure(
        slug="tenant-revenue",
        group=TENANTS,
        label=_("Tenants' revenue"),
        records=TenantReturn.objects.for_year_of,
        measured=F("revenue_krw"),
        is_stock=True,
        unit=units.WON,
        counts=_("Revenue in the tenants' returns for the year."),
        splits=("zone", "sector", "size"),
    )
)
register(
    Figure(
        slug="tenant-employees",
        group=TENANTS,
        label=_("Tenants' employees"),
        records=TenantReturn.objects.for_year_of,
        measured=F("employees"),
        is_stock=True,
        unit=units.PEOPLE,
        counts=_("Employees in the tenants' returns for the year."),
        splits=("zone", "sector", "size"),
    )
)
