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
        evidence=_(
            "The case's record: what was asked, the sessions held and the result."
        ),
        once=_(
            "A case counts once, however many sessions, fields, officers or countries "
            "it has."
        ),
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
        evidence=_("The session's record: its day, minutes and channel."),
        once=_(
            "Each session counts once; cases are counted apart and never added to "
            "sessions."
        ),
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
        evidence=_("The minutes entered with each session."),
        once=_("A session's minutes count once, however many people took part."),
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
        evidence=_("The consulting cases opened for the start-up."),
        once=_(
            "A start-up counts once in a period, however many cases it has and at "
            "however many centres."
        ),
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
        evidence=_("The filing receipt of each office, with the application number."),
        once=_(
            "One filing an office: an international application counts once, each "
            "national entry by itself."
        ),
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
        evidence=_("The document signed by both sides."),
        once=_(
            "A contract counts once, at its signing; letters of intent and agreements "
            "of cooperation are counted apart."
        ),
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
        evidence=_("The certificate of registration abroad."),
        once=_("A company or office counts once, in the year of its registration."),
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
        evidence=_(
            "The proof of payment, and the record of the introduction before it."
        ),
        once=_(
            "Each payment counts once; an amount committed is never added to the "
            "amount paid in."
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
        evidence=_(
            "The proof of payment, and the record of the introduction before it."
        ),
        once=_("An investment counts once, however many investors take part."),
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
        evidence=_("The company's return to the survey of the year."),
        once=_("A company makes one return a year."),
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
        evidence=_("The company's return to the survey of the year."),
        once=_(
            "A company makes one return a year; its revenue is that of the whole "
            "company."
        ),
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
        evidence=_("The company's return to the survey of the year."),
        once=_(
            "A company makes one return a year; each employee counts at one company."
        ),
        splits=("zone", "sector", "size"),
    )
)
