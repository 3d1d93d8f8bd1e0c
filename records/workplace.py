"""What stands around a list: its exact address, the views one can open, its columns."""

from dataclasses import dataclass, replace
from itertools import zip_longest

from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from records.filter_addresses import (
    exact_parameters,
    kept_parameters,
    without_filters,
)
from records.filters import RecordFilterSet, filterset_class
from records.record_types import RecordType
from records.refusals import Refusal
from records.saved_views import ALL, POSITION, SavedView, stored

# What a list reads beside its filters and those of its view.
ORDER = ("sort",)


# Opens the first views by one key; 1 is all records.
KEYS = "23456789"


@dataclass(frozen=True)
class Tab:
    """A view as the list offers it, with the key that opens it, if one does."""

    view: SavedView
    is_open: bool
    is_own: bool
    may_be_changed: bool
    key: str = ""


def exact_address(filterset: RecordFilterSet, request: HttpRequest) -> str | None:
    """Where a list's address leads that says less than it shows, or says it in words;
    None where it is exact: the user's first view, pks for names, nothing empty."""
    if not request.GET:
        first = first_view(filterset.record_type, request.user)
        return f"{request.path}?{first.parameters}" if first else None
    exact = exact_parameters(filterset, request.GET)
    if list(exact.lists()) == list(request.GET.lists()):
        return None
    return f"{request.path}?{exact.urlencode(safe=',') or f'view={ALL}'}"


def first_view(record_type: RecordType, user: User) -> SavedView | None:
    own = SavedView.objects.filter(owner=user, record_type=record_type.slug)
    return own.filter(is_default=True).first()


def list_address(record_type: RecordType, parameters: str) -> str:
    """The address of a list; without parameters it is that of all records."""
    page = reverse("record-list", args=(record_type.slug,))
    return f"{page}?{parameters or f'view={ALL}'}"


def here(params: QueryDict) -> str:
    """What leads back to the list as it stands, but for the place in its pages."""
    left = params.copy()
    for name in (*POSITION, "pk", "all"):
        left.pop(name, None)
    return left.urlencode(safe=",")


def around_list(filterset: RecordFilterSet, request: HttpRequest) -> dict:
    """Context of a list: the views to open, which one is, what links carry along."""
    params = request.GET
    views = SavedView.objects.visible_to(request.user).select_related("owner")
    views = views.filter(record_type=filterset.record_type.slug)
    number = opened_number(params)
    keeps_order = request.user.has_perm("records.delete_savedview")
    tabs = []
    for view in views:
        is_own = view.owner_id == request.user.pk
        tabs.append(Tab(view, str(view.pk) == number, is_own, is_own or keeps_order))
    tabs.sort(key=lambda tab: not tab.is_own)
    tabs = [
        replace(tab, key=key)
        for tab, key in zip_longest(tabs, KEYS[: len(tabs)], fillvalue="")
    ]
    opened = next((tab for tab in tabs if tab.is_open), None)
    beside = [
        name
        for name in params
        if name not in filterset.known_parameters() and name not in POSITION
    ]
    return {
        "tabs": tabs,
        "opened": opened,
        "is_changed": opened is not None and not opened.view.is_shown_by(params),
        "shows_all": opened is None and not stored(params),
        "here": here(params),
        "hidden": [
            (name, value)
            for name, values in QueryDict(here(params)).lists()
            for value in values
        ],
        "kept": kept_parameters(params, beside),
        "cleared": without_filters(filterset, params) or f"view={ALL}",
        "nothing_left": f"view={ALL}",
    }


def opened_number(params: QueryDict) -> str:
    """The number of the view in an address, "" for none of them; one that is gone or
    another person's own changes nothing, as the address says what it shows."""
    number = params.get("view", ALL)
    if number == ALL:
        return ""
    if not (number.isascii() and number.isdigit()):
        raise Refusal(
            _("“%(view)s” is no view: a view is given by its number, or “all”.")
            % {"view": number}
        )
    return number


def readable_query(record_type: RecordType, params: QueryDict, user: User) -> str:
    """What a view keeps of an address. Raises Refusal for what no list can read."""
    filterset = filterset_class(record_type)(
        QueryDict(stored(params)),
        record_type.visible_to(user),
        user=user,
        also=ORDER,
    )
    filterset.refuse_unreadable()
    return stored(exact_parameters(filterset, filterset.data))
