"""Pages that belong to no one app: search, look and language, shortcuts, health."""

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django.views.i18n import set_language

from pangyo.navigation import KEYS_COOKIE, THEME_COOKIE, THEMES, places_named
from records import record_types
from records.refusals import Refusal, refuse_unknown
from records.search import Search, Sought

FOUND_SHOWN = 5
YEAR = 365 * 24 * 60 * 60  # seconds

__all__ = (
    "health",
    "keys",
    "search",
    "set_keys",
    "set_language",
    "set_theme",
)


@require_safe
def search(request):
    """A few records of every type that the text stands in."""
    refuse_unknown(request.GET, ("q",))
    text = request.GET.get("q", "").strip()
    sought = Sought(text)
    found = []
    if sought.words:
        found = [
            (record_type, records)
            for record_type in record_types.all_types()
            if request.user.has_perm(record_type.permission("view"))
            and (records := found_in(record_type, sought, request.user))
        ]
    places = places_named(text, request.user) if text else []
    template = "_found.html" if request.htmx else "search.html"
    return render(request, template, {"q": text, "found": found, "places": places})


def found_in(record_type, sought: Sought, user) -> list:
    return Search(record_type, sought).first(
        record_type.visible_to(user), wanted=FOUND_SHOWN
    )


@require_safe
def keys(request):
    """The shortcuts that work on every page, and the switch for those of one key."""
    shortcuts = (
        ("Ctrl K · /", _("Search everything")),
        ("n", _("Log a consultation")),
        ("f", _("Open the filters of a list")),
        ("1 … 9", _("Open a saved view of a list")),
        ("?", _("This list of shortcuts")),
        ("Ctrl Enter", _("Save")),
        ("Esc", _("Close")),
    )
    template = "_keys.html" if request.htmx else "keys.html"
    return render(request, template, {"keys": shortcuts})


@require_POST
def set_keys(request):
    """Switch single-key shortcuts off or on, for this browser."""
    wanted = "off" if request.POST.get("keys") == "off" else "on"
    return remembering(redirect("keys"), KEYS_COOKIE, wanted)


@login_not_required
@require_POST
def set_theme(request):
    """Choose the look, for this browser; back to the page it was chosen on."""
    theme = request.POST.get("theme")
    if theme not in THEMES:
        raise Refusal(
            _("“%(theme)s” is no look; there are: %(known)s.")
            % {"theme": theme, "known": ", ".join(THEMES)}
        )
    back = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(back, {request.get_host()})
    return remembering(redirect(back if is_ours else "home"), THEME_COOKIE, theme)


def remembering(response, cookie: str, value: str):
    response.set_cookie(cookie, value, max_age=YEAR, samesite="Lax", httponly=True)
    return response


@login_not_required
@require_safe
def health(request):
    """Whether the application and its database answer."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})
