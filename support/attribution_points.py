"""Open points: outcomes that no service of the centre came before."""

from functools import partial

from django.conf import settings
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from figures import points, registry
from figures.points import Point
from support.models import Contract, Incorporation, InvestmentLink, OverseasFiling

# The figure on whose line the number stands, and what counts in it.
OUTCOMES = {
    "overseas-filings": OverseasFiling,
    "overseas-contracts": Contract,
    "overseas-incorporations": Incorporation,
    "investment-linked": InvestmentLink,
}
WHY = _(
    "No case, session or programme place of the same start-up at the centre came in "
    "the {days} days before the outcome; somebody may ask what the centre did for it."
)


def unserved(slug: str, period, centre=None):
    """The records that the figure counts, without a service in the window."""
    counted = registry.get(slug).counted(period, centre)
    return counted.without_service_before(settings.ATTRIBUTION_WINDOW_DAYS)


for slug, model in OUTCOMES.items():
    points.register(
        Point(
            slug=f"{slug}-without-service",
            label=format_lazy(
                _("Without a service before: {outcomes}"),
                outcomes=model._meta.verbose_name_plural,
            ),
            why=format_lazy(WHY, days=settings.ATTRIBUTION_WINDOW_DAYS),
            records=partial(unserved, slug),
            figure=slug,
        )
    )
