"""Where in the road of an import one stands: file, columns, preview, result."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from records.imports import Import

FILE, COLUMNS, PREVIEW, RESULT = range(4)
State = Import.State


@dataclass(frozen=True)
class Step:
    """`url` is empty where one cannot go now."""

    number: int
    label: str
    is_done: bool = False
    is_current: bool = False
    url: str = ""


def steps_of(one: Import | None, user, *, current: int | None = None) -> list[Step]:
    """`current` is where the page itself stands; else the state says it."""
    at = place_of(one) if current is None else current
    labels = (
        _("File"),
        pgettext("import", "Columns"),
        pgettext("import", "Preview"),
        pgettext("import", "Result"),
    )
    urls = {} if one is None else urls_of(one, user)
    return [
        Step(
            number=number + 1,
            label=label,
            is_done=number < at,
            is_current=number == at,
            url="" if number == at else urls.get(number, ""),
        )
        for number, label in enumerate(labels)
    ]


def place_of(one: Import | None) -> int:
    if one is None or one.state in (State.READING, State.FAILED):
        return FILE
    if one.state == State.READY:
        return PREVIEW
    return RESULT


def urls_of(one: Import, user) -> dict[int, str]:
    if one.state != State.READY or not one.is_decided_by(user):
        return {}
    urls = {COLUMNS: reverse("import-columns", args=(one.pk,))}
    if one.is_recognised:
        urls[PREVIEW] = one.get_absolute_url()
    return urls
