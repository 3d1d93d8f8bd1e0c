"""What the frame of every page shows: the menu by work, the centre, the demo mark."""

from django.conf import settings

from accounts.models import Centre, User
from records import record_types

MENU = (
    ("startups", "memberships", "contacts", "partners"),
    ("cases", "sessions", "programmes", "participations", "tenant-returns"),
    ("filings", "contracts", "incorporations", "investments"),
    ("visits", "mous", "agencies", "follow-ups"),
)


def frame(request) -> dict:
    """Context for `_frame.html`; nothing for people who are not signed in."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"languages": settings.LANGUAGES}
    demonstration = Centre.objects.visible_to(user).filter(is_demonstration=True)
    return {
        "languages": settings.LANGUAGES,
        "menu": menu_of(user),
        "is_demonstration": demonstration.exists(),
    }


def menu_of(user: User) -> list[list[record_types.RecordType]]:
    return [
        [
            record_type
            for slug in slugs
            if user.has_perm((record_type := record_types.get(slug)).permission("view"))
        ]
        for slugs in MENU
    ]
