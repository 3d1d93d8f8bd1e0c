"""The other views of a closed year's records: as sealed, and what has moved since."""

from dataclasses import dataclass

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from figures.cells import with_query
from figures.measuring import Question, total
from figures.models import Seal, YearClose
from figures.registry import Figure
from figures.scopes import Scope
from figures.sealed import counted_when_sealed, lines_of, moved_since
from figures.then import table_then
from records.paging import PAGE_SIZE
from records.refusals import Refusal, refuse_unknown

MOVED_SHOWN = 500


def other_view(request, figure: Figure, scope: Scope):
    """A closed year as it was sealed, or what has moved since."""
    refuse_unknown(request.GET, ("as", "revision", "after", "centre"))
    seal = read_seal(request.GET.get("revision") or "0", figure, scope)
    view = request.GET["as"]
    context = round_the_seals(figure, scope, request.GET) | {
        "seal": seal,
        "total_text": figure.unit.text(seal.total),
        "total_exact": figure.unit.exact(seal.total),
    }
    if view == "sealed":
        after = read_after(request.GET.get("after"))
        counted = counted_when_sealed(seal, after=after, most=PAGE_SIZE + 1)
        context |= page_then(figure, counted, seal.sealed_at, after=after)
        return render(request, "figures/records_then.html", context)
    if view == "moved":
        context |= moved_context(figure, seal)
        return render(request, "figures/records_moved.html", context)
    raise Refusal(_("“%s” is no view of these records: sealed or moved.") % view)


def round_the_seals(figure: Figure, scope: Scope, params) -> dict:
    """What every view of the records says in its head."""
    close = close_of(scope)
    tabs = tabs_of(figure, scope, close, params)
    return {"figure": figure, "scope": scope, "close": close, "tabs": tabs}


def page_then(figure: Figure, counted: list, moment, *, after: int) -> dict:
    """A page of records as they stood, of one more than it shows."""
    shown = counted[:PAGE_SIZE]
    table = table_then(figure, shown, moment)
    return {
        "table": table,
        "after": after,
        "next": shown[-1][0] if len(counted) > PAGE_SIZE else None,
        "lost": len(shown) - len(table.rows),
    }


def moved_context(figure: Figure, seal: Seal) -> dict:
    moved = moved_since(seal, figure)
    answer = total(Question(figure, seal.close.period, seal.close.centre))
    return {
        "lines": lines_of(figure, moved[:MOVED_SHOWN]),
        "more": max(len(moved) - MOVED_SHOWN, 0),
        "now_text": figure.unit.exact(answer),
        "change_text": signed(figure, answer - seal.total),
    }


def read_after(text: str | None) -> int:
    """The pk that a page comes after. Raises Refusal."""
    if not text:
        return 0
    if not text.isdecimal() or int(text) >= 2**63:
        raise Refusal(
            _("“%s” is no place in this list; open the list from its first page.")
            % text
        )
    return int(text)


def read_seal(revision: str, figure: Figure, scope: Scope) -> Seal:
    """Raises Refusal where nothing is sealed."""
    close = close_of(scope)
    if close is None:
        raise Refusal(
            _(
                "Nothing is sealed here: only the whole year of one centre is, once it "
                "is closed."
            )
        )
    seals = close.seals.filter(figure=figure.slug)
    seal = (
        seals.filter(revision=int(revision)).first()
        if revision.isdecimal() and int(revision) < 2**15
        else None
    )
    if seal is None:
        known = ", ".join(map(str, seals.values_list("revision", flat=True)))
        raise Refusal(
            _("“%(found)s” is no revision of this figure; there are: %(known)s.")
            % {"found": revision, "known": known or "–"}
        )
    return seal


def close_of(scope: Scope) -> YearClose | None:
    """How the whole year of one centre was closed."""
    if scope.centre is None or not scope.period.is_whole_year:
        return None
    closes = YearClose.objects.closed().select_related("centre", "closed_by")
    return closes.filter(centre=scope.centre, year=scope.period.year).first()


@dataclass(frozen=True)
class Tab:
    """A view of a closed year's records, with its total."""

    label: str
    url: str
    total: str
    is_current: bool


def tabs_of(figure: Figure, scope: Scope, close: YearClose | None, params) -> list[Tab]:
    """None for a year that is not closed."""
    if close is None:
        return []
    address = reverse("figure-records", args=(figure.slug, close.year))
    asked = params.get("as", ""), params.get("revision") or "0"
    views = [(("", "0"), _("As they are now"), "")]
    for seal in close.seals.filter(figure=figure.slug).order_by("revision"):
        label = (
            _("As closed") if not seal.revision else _("Revision %d") % seal.revision
        )
        views.append((("sealed", f"{seal.revision}"), label, seal.total))
    views.append((("moved", "0"), _("What has moved since it was closed"), ""))
    return [
        Tab(
            label,
            with_query(address, scope.parameters | asks(*view)),
            figure.unit.exact(whole) if whole != "" else "",
            asked == view,
        )
        for view, label, whole in views
    ]


def asks(view: str, revision: str) -> dict[str, str]:
    given = {"as": view} if view else {}
    return given | ({"revision": revision} if revision != "0" else {})


def signed(figure: Figure, change) -> str:
    sign = "+" if change > 0 else "−" if change else "±"
    return sign + figure.unit.exact(abs(change))
