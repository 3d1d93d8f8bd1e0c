"""What the frame of every page shows: the menu by work, the centre, the demo mark."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from accounts.models import Centre, User
from records import record_types

MENU = (
    (_("Start-ups"), ("startups", "memberships", "contacts", "partners")),
    (_("Consulting"), ("cases", "sessions", "fields")),
    (
        _("Outcomes abroad"),
        ("filings", "contracts", "incorporations", "investments"),
    ),
    (_("Visits and agreements"), ("visits", "mous", "agencies", "follow-ups")),
    (_("Programmes and returns"), ("programmes", "participations", "tenant-returns")),
)

# What follows from what with a partner abroad, as its page shows it.
PARTNER_CHAIN = ("visits", "mous", "contracts", "investments")


@dataclass(frozen=True)
class Group:
    label: str
    types: list[record_types.RecordType]


def frame(request) -> dict:
    """Context for `_frame.html`; nothing for people who are not signed in."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"languages": settings.LANGUAGES}
    demonstration = Centre.objects.filter(is_demonstration=True)
    return {
        "languages": settings.LANGUAGES,
        "menu": menu_of(user),
        "is_demonstration": demonstration.exists(),
    }


def menu_of(user: User) -> list[Group]:
    """The record types this user may look at, grouped by work."""
    types = {t.slug: t for t in record_types.all_types()}
    return [
        Group(
            label,
            [
                types[slug]
                for slug in slugs
                if user.has_perm(types[slug].permission("view"))
            ],
        )
        for label, slugs in MENU
    ]
