"""Deadlines: what is due when, from records' own dates, with rule and base date said.

Declared in each app's `deadlines.py`, discovered at start-up. A source says which
records still wait for something; page, feed and digest read them all through `due`.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models
from django.db.models import Q
from django.utils.text import capfirst

from accounts.models import User
from records import record_types
from records.links import way_between
from records.working_days import next_working_day

# Records of one source that are read at once; a result that is cut says so.
MOST = 300
# How long a day that passes by itself (an agreement's end) stays among the overdue.
LAPSED_SHOWN = timedelta(days=90)
# Korea's holidays and weekends never close longer in a row.
LONGEST_CLOSURE = timedelta(days=15)


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """One thing due: `what` of which record. `computed_on` is the day before it moved
    off a holiday; `rule` and `authority` say why it is due then, `base` and `base_on`
    from which of the record's dates it was computed. `party` is the organisation it is
    about. A rule not `is_verified` was not yet read in its source by anybody."""

    source: "Source"
    record: models.Model
    what: str
    title: str
    due_on: date
    computed_on: date
    rule: str
    base: str
    base_on: date
    authority: str = ""
    party: str = ""
    owners: tuple[User, ...] = ()
    key: str = ""
    needs_attorney: bool = False
    is_verified: bool = True

    @property
    def is_moved(self) -> bool:
        return self.due_on != self.computed_on

    @property
    def uid(self) -> str:
        """The same for as long as the record has this due, whatever the day."""
        parts = (self.source.slug, str(self.record.pk), self.key)
        return "-".join(filter(None, parts))

    def days_left(self, on: date) -> int:
        return (self.due_on - on).days


@dataclass(frozen=True)
class Due:
    """Deadlines, and whether there are more than were read."""

    deadlines: list[Deadline]
    is_cut: bool = False

    def __iter__(self) -> Iterator[Deadline]:
        return iter(self.deadlines)

    def __len__(self) -> int:
        return len(self.deadlines)


@dataclass(frozen=True, kw_only=True, eq=False)
class Source(ABC):
    """Where deadlines come from. `owners` is the link to whose work it is; without one
    it is everybody's of the centre. `party` is the link to the organisation. A day that
    `lapses` passes by itself and is not overdue for ever; one `is_noticed` is told of
    early."""

    slug: str
    label: str
    model: type[models.Model]
    owners: str = ""
    party: str = ""
    lapses: bool = False
    is_noticed: bool = False

    @property
    def record_type(self) -> record_types.RecordType:
        return record_types.of_model(self.model)

    def of(self, user: User) -> models.QuerySet:
        """What this user owns, and what nobody owns in the user's own centre."""
        visible = self.record_type.visible_to(user)
        if not self.owners:
            return visible.filter(centre_id=user.centre_id)
        owned = Q(**{self.owners: user})
        nobodys = Q(**{self.owners: None}, centre_id=user.centre_id)
        return visible.filter(pk__in=visible.filter(owned | nobodys).values("pk"))

    @abstractmethod
    def find(self, records: models.QuerySet, start: date | None, end: date) -> Due:
        """The deadlines of these records due from `start` (None: ever) to `end`; of too
        many the latest where it has no start, else the earliest."""

    def first(self, records: models.QuerySet, day: str, *, is_latest: bool) -> list:
        """At most MOST, and one more by which it can be told that there are more."""
        ordered = records.order_by(f"-{day}" if is_latest else day, "pk")
        links = [name for name in ("centre", self.party) if name]
        ready = ordered.select_related(*links)
        return list(ready.prefetch_related(*filter(None, [self.owners]))[: MOST + 1])

    def name_of(self, field: str) -> str:
        return capfirst(self.model._meta.get_field(field).verbose_name)

    def party_of(self, record: models.Model) -> str:
        return str(getattr(record, self.party)) if self.party else ""

    def owners_of(self, record: models.Model) -> tuple[User, ...]:
        if not self.owners:
            return ()
        if self.model._meta.get_field(self.owners).many_to_many:
            return tuple(getattr(record, self.owners).all())
        owner = getattr(record, self.owners)
        return (owner,) if owner else ()


@dataclass(frozen=True, kw_only=True, eq=False)
class DaySource(Source):
    """A day that stands in the record itself. `waiting` narrows to the records where it
    is not yet met; a day that `is_moved` moves off Korean holidays."""

    day: str
    rule: str
    waiting: Callable[[models.QuerySet], models.QuerySet]
    title: Callable[[models.Model], str] = str
    is_moved: bool = False

    def find(self, records: models.QuerySet, start: date | None, end: date) -> Due:
        found = self.waiting(records).filter(**{f"{self.day}__lte": end})
        if start is not None:
            earliest = start - LONGEST_CLOSURE if self.is_moved else start
            found = found.filter(**{f"{self.day}__gte": earliest})
        rows = self.first(found, self.day, is_latest=start is None)
        read = [self.read(record) for record in rows[:MOST]]
        return Due(within(read, start, end), is_cut=len(rows) > MOST)

    def read(self, record: models.Model) -> Deadline:
        day = getattr(record, self.day)
        return Deadline(
            source=self,
            record=record,
            what=str(self.label),
            title=self.title(record),
            due_on=next_working_day(day) if self.is_moved else day,
            computed_on=day,
            rule=self.rule,
            base=self.name_of(self.day),
            base_on=day,
            party=self.party_of(record),
            owners=self.owners_of(record),
        )


def within(
    deadlines: Iterable[Deadline], start: date | None, end: date
) -> list[Deadline]:
    return [one for one in deadlines if (start or date.min) <= one.due_on <= end]


_sources: dict[str, Source] = {}


def register(source: Source) -> Source:
    if source.slug in _sources:
        raise ValueError(f"two sources of deadlines are called {source.slug!r}")
    _sources[source.slug] = source
    return source


def all_sources() -> Iterator[Source]:
    return iter(_sources.values())


def sources_for(user: User) -> list[Source]:
    """Those whose records this user may look at."""
    return [s for s in all_sources() if user.has_perm(s.record_type.permission("view"))]


def due(
    user: User,
    start: date | None,
    end: date,
    *,
    today: date,
    is_mine: bool = False,
    slugs: Iterable[str] = (),
    of: models.Model | None = None,
) -> Due:
    """What is due from `start` (None: ever) to `end` and not yet met, of all sources or
    those named, as far as the user may see it; `is_mine`: the user's own and nobody's;
    `of`: of the records that belong to this one.

    The number of statements does not grow with the number of records.
    """
    wanted = set(slugs)
    found: list[Deadline] = []
    is_cut = False
    for source in sources_for(user):
        way = way_between(source.model, type(of)) if of is not None else ""
        if (wanted and source.slug not in wanted) or (of is not None and not way):
            continue
        records = source.of(user) if is_mine else source.record_type.visible_to(user)
        if way:
            records = records.filter(**{way: of})
        since = start
        if source.lapses:
            since = max(start or date.min, today - LAPSED_SHOWN)
        its = source.find(records, since, end)
        is_cut = is_cut or its.is_cut
        found += its
    found.sort(key=lambda one: (one.due_on, one.source.slug, one.record.pk))
    return Due(found, is_cut)
