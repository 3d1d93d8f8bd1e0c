"""Double claims as people read them: two records side by side, and what was decided.

Of another centre's record only the fields that make the claim are read.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from accounts.models import User
from figures import claims
from figures.models import Claim
from records import record_types
from records.reading import Reader
from records.record_types import RecordType
from records.text import written


@dataclass(frozen=True)
class Side:
    """One of the two records; `url` only for who may open it."""

    record: models.Model
    day: str
    url: str

    @property
    def centre(self) -> models.Model:
        return self.record.centre

    def __str__(self) -> str:
        return str(self.record)


@dataclass(frozen=True)
class Line:
    """A field of both; told apart only where both say something."""

    label: str
    one: str
    other: str

    @property
    def is_different(self) -> bool:
        return self.one != self.other


@dataclass(frozen=True)
class Pair:
    claim: Claim
    record_type: RecordType
    one: Side
    other: Side

    @property
    def label(self) -> str:
        return capfirst(self.record_type.label)

    @property
    def sides(self) -> tuple[Side, Side]:
        return self.one, self.other

    @property
    def lead(self) -> Side | None:
        found = [one for one in self.sides if one.record.pk == self.claim.lead_pk]
        return found[0] if found else None

    @property
    def follower(self) -> Side | None:
        pk = self.claim.follower_pk
        found = [one for one in self.sides if one.record.pk == pk]
        return found[0] if found else None

    @property
    def grounds(self) -> list[str]:
        declared = claims.get(self.claim.record_type)
        found = map(declared.ground, self.claim.grounds)
        return [str(ground.label) for ground in found if ground]

    @property
    def lines(self) -> list[Line]:
        reader = Reader(self.record_type)
        return [
            Line(
                reader.header(name),
                reader.text(self.one.record, name),
                reader.text(self.other.record, name),
            )
            for name in claims.get(self.claim.record_type).shown
        ]


def pairs_of(found: Iterable[Claim], user: User) -> list[Pair]:
    """Each claim with its two records, unless one was erased: a few statements a
    record type."""
    found = [claim for claim in found if claims.has(claim.record_type)]
    pks: dict[str, set[int]] = defaultdict(set)
    for claim in found:
        pks[claim.record_type] |= {claim.one_pk, claim.other_pk}
    sides = {}
    for slug, wanted in pks.items():
        record_type = record_types.get(slug)
        records = record_type.model.with_deleted.filter(pk__in=wanted)
        for record in record_type.rows(records):
            sides[slug, record.pk] = side_of(record_type, record, user)
    pairs = []
    for claim in found:
        slug = claim.record_type
        one, other = sides.get((slug, claim.one_pk)), sides.get((slug, claim.other_pk))
        if one is not None and other is not None:
            pairs.append(Pair(claim, record_types.get(slug), one, other))
    return pairs


def side_of(record_type: RecordType, record: models.Model, user: User) -> Side:
    is_near = user.sees_all_centres or record.centre_id == user.centre_id
    is_open = is_near and user.has_perm(record_type.permission("view"))
    url = record.get_absolute_url() if is_open and not record.is_deleted else ""
    day = getattr(record, claims.get(record_type.slug).day)
    return Side(record, written(day), url)


@dataclass(frozen=True)
class Step:
    """Something done to a claim: when, by whom, what, with which note."""

    at: datetime
    by: str
    what: str
    notes: str = field(default="")


def steps_of(claim: Claim) -> list[Step]:
    """What was done to it, the last first."""
    events = claim.pgh_event_model.objects.filter(pgh_obj_id=claim.pk)
    told = events.select_related("proposed_by", "agreed_by").order_by("pgh_id")
    return list(told_steps(list(told)))[::-1]


def told_steps(events: list) -> Iterator[Step]:
    for before, event in zip([None, *events], events, strict=False):
        at = event.pgh_created_at
        if before is None:
            yield Step(at, "", _("Found"))
        elif event.proposed_state and event.proposed_at != before.proposed_at:
            label = proposal_text(event.proposed_state)
            yield Step(at, str(event.proposed_by), label, event.notes)
        elif before.proposed_state and not event.proposed_state:
            yield ended(before, event)


def ended(before, event) -> Step:
    """A proposal agreed to, or withdrawn by whoever made it."""
    at = event.pgh_created_at
    if event.agreed_at == before.agreed_at:
        return Step(at, str(before.proposed_by), _("Proposal withdrawn"))
    label = {
        Claim.State.SAME: _("Agreed: one outcome"),
        Claim.State.DIFFERENT: _("Agreed: two outcomes"),
        Claim.State.OPEN: _("Agreed: to be decided anew"),
    }[event.state]
    return Step(at, str(event.agreed_by), label)


def proposal_text(state: str) -> str:
    return {
        Claim.State.SAME: _("Proposed: one outcome"),
        Claim.State.DIFFERENT: _("Proposed: two outcomes"),
        Claim.State.OPEN: _("Proposed: to be decided anew"),
    }[state]
