"""What the frame of every page shows: the menu by work, the look, the demo mark."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from accounts.models import Centre, User
from records import record_types
from records.import_forms import types_for

# The parts of a centre's work: the name, the type its page lists, the types beneath it.
MENU = (
    (_("Start-ups"), "startups", ("memberships", "contacts", "partners")),
    (_("Consulting"), "cases", ("sessions", "fields")),
    (
        _("Outcomes abroad"),
        None,
        ("filings", "contracts", "incorporations", "investments"),
    ),
    (
        _("Visits and agreements"),
        None,
        ("visits", "mous", "agencies", "follow-ups"),
    ),
    (
        _("Programmes and returns"),
        None,
        ("programmes", "participations", "tenant-returns"),
    ),
)

# What is kept beside the figures.
FIGURE_PAGES = (
    ("closes", _("Year closes")),
    ("targets", _("Targets")),
    ("publications", _("Published values")),
    ("claims", _("Double claims")),
    ("definitions", _("Definitions")),
)

THEMES = {"system": _("As the system"), "light": _("Light"), "dark": _("Dark")}
THEME_COOKIE = "theme"
KEYS_COOKIE = "keys"
# What follows from what with a partner abroad, as its page shows it.
PARTNER_CHAIN = ("visits", "mous", "contracts", "investments")


@dataclass(frozen=True)
class Group:
    label: str
    main: record_types.RecordType | None
    types: list[record_types.RecordType]


def frame(request) -> dict:
    """Context of `base.html`; no menu for people who are not signed in."""
    theme = request.COOKIES.get(THEME_COOKIE)
    look = {
        "languages": settings.LANGUAGES,
        "theme": theme if theme in THEMES else "system",
        "themes": THEMES.items(),
        "has_keys": request.COOKIES.get(KEYS_COOKIE) != "off",
    }
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return look
    demonstration = Centre.objects.filter(is_demonstration=True)
    return look | {
        "menu": menu_of(user),
        "figure_pages": [(label, reverse(name)) for name, label in FIGURE_PAGES],
        "may_import": bool(types_for(user)),
        "is_demonstration": demonstration.exists(),
    }


def menu_of(user: User) -> list[Group]:
    """The record types this user may look at, grouped by work."""
    types = {
        record_type.slug: record_type
        for record_type in record_types.all_types()
        if user.has_perm(record_type.permission("view"))
    }
    groups = [
        Group(label, types.get(main), [types[slug] for slug in slugs if slug in types])
        for label, main, slugs in MENU
    ]
    return [group for group in groups if group.main or group.types]


def places_named(text: str, user: User) -> list[tuple[str, str]]:
    """(label, address) of the lists and entry forms whose name the text stands in."""
    text = text.casefold()
    found = []
    for record_type in record_types.all_types():
        label = capfirst(record_type.label_plural)
        if text not in label.casefold():
            continue
        if user.has_perm(record_type.permission("view")):
            found.append((label, reverse("record-list", args=(record_type.slug,))))
        if user.has_perm(record_type.permission("add")):
            new = _("New %(type)s") % {"type": record_type.label}
            found.append((new, reverse("record-new", args=(record_type.slug,))))
    return found
