"""The rows of an import on its page: narrowed, page by page, as people read them."""

from dataclasses import dataclass, field
from functools import cached_property

from django.db import models
from django.http import QueryDict
from django.utils.translation import gettext as _

from records.imports import Import, ImportRow
from records.refusals import Refusal
from records.spreadsheets.report import (
    ADDED,
    CHANGED,
    DUPLICATE,
    LABELS,
    NOT_DATA,
    REJECTED,
    UNCHANGED,
)

PAGE_SIZE = 50
FLAGGED, ALL = "flagged", "all"
# What needs a person's eye comes first.
ORDER = (REJECTED, FLAGGED, CHANGED, ADDED, DUPLICATE, UNCHANGED, NOT_DATA)
PARAMETERS = ("outcome", "sheet", "row", "after", "before")
END = "end"  # before=end: the last page


@dataclass
class Page:
    """`previous` and `next` are parameters of the address, none at an end."""

    rows: list
    previous: dict[str, str] = field(default_factory=dict)
    next: dict[str, str] = field(default_factory=dict)


def turned(
    records: models.QuerySet,
    after: int | None,
    before: int | None,
    *,
    size: int,
    is_falling: bool = False,
) -> Page:
    """The page after or before a key, by keys rising or falling; `before` 0 is the
    last page."""
    is_backward = before is not None
    is_down = is_falling != is_backward
    if beyond := before or after:
        records = records.filter(**{f"pk__{'lt' if is_down else 'gt'}": beyond})
    found = list(records.order_by("-pk" if is_down else "pk")[: size + 1])
    has_more, found = len(found) > size, found[:size]
    if is_backward:
        found.reverse()
    page = Page(found)
    if found and (has_more if is_backward else bool(after)):
        page.previous = {"before": str(found[0].pk)}
    if found and (bool(before) if is_backward else has_more):
        page.next = {"after": str(found[-1].pk)}
    return page


class Rows:
    """Which rows an address asks for. Raises Refusal for what cannot be meant."""

    def __init__(self, one: Import, params: QueryDict) -> None:
        self.one = one
        self.sheet = params.get("sheet", "")
        self.number = params.get("row", "").strip()
        # A number is looked for among all rows, whatever became of them.
        asked = ALL if self.number else params.get("outcome")
        self.outcome = asked or first_outcome(one)
        if self.outcome not in (*ORDER, ALL):
            raise Refusal(
                _("“%(outcome)s” is no outcome; there are: %(known)s.")
                % {"outcome": self.outcome, "known": ", ".join((*ORDER, ALL))}
            )
        self.after = place(params.get("after"))
        self.before = place(params.get("before"))

    @cached_property
    def narrowed(self) -> models.QuerySet[ImportRow]:
        rows = self.one.rows.defer("cells")
        if self.outcome == FLAGGED:
            rows = rows.filter(is_flagged=True)
        elif self.outcome != ALL:
            rows = rows.filter(outcome=self.outcome)
        if self.sheet:
            rows = rows.filter(sheet=self.sheet)
        if self.number:
            rows = rows.filter(row=whole(self.number))
        return rows

    @cached_property
    def page(self) -> Page:
        """By the place of a row in the file, which its key keeps."""
        return turned(self.narrowed, self.after, self.before, size=PAGE_SIZE)

    @property
    def sheets(self) -> list[str]:
        """Those that are read."""
        return [s["name"] for s in self.one.report["sheets"] if s["read"]]


def first_outcome(one: Import) -> str:
    """What needs an eye most."""
    return next((code for code in ORDER if one.counts.get(code)), ALL)


def whole(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 8):
        raise Refusal(_("“%s” is no number of a row; write one such as 12.") % text)
    return int(text)


def place(text: str | None) -> int | None:
    """A row's key in an address; 0 for the end."""
    if not text:
        return None
    if text == END:
        return 0
    if not (text.isascii() and text.isdigit() and len(text) < 19):
        raise Refusal(
            _("“%s” is no place in this list; open the list from its first page.")
            % text
        )
    return int(text)


@dataclass(frozen=True)
class Outcome:
    code: str
    label: str
    number: str


def outcomes_of(one: Import) -> list[Outcome]:
    counts = one.counts
    told = [
        Outcome(code, outcome_label(code), f"{counts[code]:,}")
        for code in ORDER
        if counts.get(code)
    ]
    return [*told, Outcome(ALL, _("all rows"), f"{counts.get('rows', 0):,}")]


def outcome_label(code: str) -> str:
    return _("to be looked at") if code == FLAGGED else str(LABELS[code])
