"""Names of a file that may be misspelt for others: a person decides what they are."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from records.known_names import Known, likest
from records.likeness import MOST, Names
from records.spreadsheets.corrections import SAME_AS

if TYPE_CHECKING:
    from records.spreadsheets.links import Links
    from records.spreadsheets.mentions import Mention


@dataclass(frozen=True)
class Candidate:
    """What a name may be of: `decision` as `Corrections.names` keeps it. `pk` is None
    for another new name of the same file."""

    pk: int | None
    label: str
    score: int
    decision: int | str

    def as_json(self) -> dict:
        return {
            "pk": self.pk,
            "label": self.label,
            "score": self.score,
            "decision": self.decision,
        }


@dataclass
class Proposal:
    """A name of the file, and the few records and names like it."""

    name: str
    compared: str
    candidates: list[Candidate] = field(default_factory=list)
    rows: int = 0

    @property
    def sentence(self) -> str:
        alike = ", ".join(f"{one.label} ({one.score})" for one in self.candidates)
        return _("There are similar names: %s.") % alike

    def as_json(self, field: str) -> dict:
        return {
            "field": field,
            "name": self.name,
            "compared": self.compared,
            "rows": self.rows,
            "candidates": [one.as_json() for one in self.candidates],
        }


def proposals_for(links: "Links", mentions: Iterable["Mention"]) -> Iterator[Proposal]:
    """What each of these mentions may be of: records first, then those of the mentions
    that come before it in the file. Two with different numbers are never proposed."""
    names: dict[str, str] = {}
    numbers: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        compared = links.compared[mention.name]
        names.setdefault(compared, mention.name)
        numbers[compared] |= {number for _name, number in mention.details}
    places = {compared: place for place, compared in enumerate(names)}
    own = Names(names)
    for compared, name in names.items():
        records = [
            Candidate(known.pk, told(known), score, known.pk)
            for known, score in links.known.like(compared)
            if may_be_one(numbers[compared], known.numbers[:1])
        ]
        earlier = {
            other: score
            for other, score in own.like(compared)
            if places[other] < places[compared]
            and may_be_one(numbers[compared], numbers[other])
        }
        in_file = [
            Candidate(None, names[other], score, SAME_AS + names[other])
            for other, score in likest(earlier)
        ]
        if candidates := (records + in_file)[:MOST]:
            yield Proposal(name, compared, candidates)


def may_be_one(numbers: Iterable[str], others: Iterable[str]) -> bool:
    numbers, others = set(filter(None, numbers)), set(filter(None, others))
    return not (numbers and others) or bool(numbers & others)


def told(known: Known) -> str:
    """A record as a person tells it from others."""
    return " · ".join(filter(None, (known.label, *known.numbers[:1])))
