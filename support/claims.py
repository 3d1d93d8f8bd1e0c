"""By what two outcomes of start-ups may be one, claimed by two."""

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from figures.claims import Claimed, Ground, register
from support.company_names import name_key
from support.models import Contract, Incorporation, InvestmentLink, OverseasFiling

register(
    Claimed(
        record_type="filings",
        records=OverseasFiling.objects.filed_in,
        day="filed_on",
        shown=(
            "startup",
            "kind",
            "title",
            "office",
            "application_no",
            "filed_on",
            "quantity",
        ),
        grounds=(
            Ground(
                slug="application-number",
                label=_("The same application number at the same office."),
                score=100,
                same=(name_key(F("application_no")), "office"),
            ),
            Ground(
                slug="filed-on-day",
                label=_(
                    "The same start-up filed the same kind at the same office on the "
                    "same day; no two numbers speak against it."
                ),
                score=75,
                same=("startup", "office", "kind"),
                days=0,
                unless=(name_key(F("application_no")),),
                is_across=True,
            ),
            Ground(
                slug="filed-within-month",
                label=_(
                    "The same start-up filed the same kind at the same office within "
                    "31 days; no two numbers speak against it."
                ),
                score=55,
                same=("startup", "office", "kind"),
                days=31,
                unless=(name_key(F("application_no")),),
                is_across=True,
            ),
        ),
    )
)
register(
    Claimed(
        record_type="contracts",
        records=Contract.objects.signed_in,
        day="signed_on",
        shown=(
            "startup",
            "kind",
            "title",
            "partner",
            "country",
            "signed_on",
            "amount",
            "currency",
            "quantity",
        ),
        grounds=(
            Ground(
                slug="parties-and-day",
                label=_("The same parties signed on the same day."),
                score=95,
                same=("startup", "partner"),
                days=0,
            ),
            Ground(
                slug="parties",
                label=_("The same parties signed within 31 days."),
                score=70,
                same=("startup", "partner"),
                days=31,
                is_across=True,
            ),
            Ground(
                slug="country-and-day",
                label=_(
                    "The same start-up signed in the same country on the same day; no "
                    "two partners speak against it."
                ),
                score=65,
                same=("startup", "country"),
                days=0,
                unless=("partner",),
                is_across=True,
            ),
        ),
    )
)
register(
    Claimed(
        record_type="incorporations",
        records=Incorporation.objects.established_in,
        day="established_on",
        shown=(
            "startup",
            "kind",
            "name",
            "country",
            "city",
            "established_on",
            "quantity",
        ),
        grounds=(
            Ground(
                slug="company-within-year",
                label=_("A company of the same name in the same country, in a year."),
                score=95,
                same=(name_key(F("name")), "country"),
                days=366,
            ),
            Ground(
                slug="company",
                label=_("A company of the same name in the same country."),
                score=75,
                same=(name_key(F("name")), "country"),
            ),
            Ground(
                slug="country-within-quarter",
                label=_("The same start-up in the same country within 92 days."),
                score=60,
                same=("startup", "country"),
                days=92,
                is_across=True,
            ),
        ),
    )
)
register(
    Claimed(
        record_type="investments",
        records=InvestmentLink.objects.paid_in,
        day="paid_on",
        shown=(
            "startup",
            "partners",
            "round",
            "paid_on",
            "amount",
            "currency",
            "quantity",
        ),
        grounds=(
            Ground(
                slug="day-and-amount",
                label=_("The same start-up was paid the same amount on the same day."),
                score=100,
                same=("startup", "amount", "currency"),
                days=0,
            ),
            Ground(
                slug="round-and-day",
                label=_("The same round of the same start-up, paid on the same day."),
                score=90,
                same=("startup", "round"),
                days=0,
                is_across=True,
            ),
            Ground(
                slug="round-and-amount",
                label=_(
                    "The same round of the same start-up and the same amount, paid "
                    "within 92 days."
                ),
                score=85,
                same=("startup", "round", "amount", "currency"),
                days=92,
            ),
            Ground(
                slug="round",
                label=_("The same round of the same start-up, paid within 31 days."),
                score=60,
                same=("startup", "round"),
                days=31,
                is_across=True,
            ),
        ),
    )
)
