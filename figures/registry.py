"""Figures: what each is called, which records it counts, how it measures them.

Declared in each app's `figures.py`, discovered at start-up. The total is measured over
the very query set that the drill-down lists, so the two cannot disagree, and nothing
else in the house defines a number.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, reduce
from operator import or_

from django.db import models
from django.db.models import Count, F, Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from accounts.models import Centre
from figures import claims
from figures.periods import LAST_YEAR, Period
from figures.units import Unit
from records import record_types


class UnknownFigure(LookupError):
    """No figure has this slug. The message names those that there are."""


@dataclass(frozen=True, kw_only=True)
class FormerDefinition:
    """What a figure counted up to the year `until`. The year after it bridges the two:
    both numbers are shown for it. `measured` stays the figure's own, and so do
    `evidence` and `once` where they are not said."""

    version: int
    until: int
    counts: str
    records: Callable[..., models.QuerySet]
    evidence: str = ""
    once: str = ""


@dataclass(frozen=True)
class Definition:
    """The text of one version, in force from the year `since` (None: from the first) to
    the year `until` (None: still)."""

    version: int
    since: int | None
    until: int | None
    counts: str
    evidence: str
    once: str

    def in_words(self) -> "Definition":
        """With its texts in the language of the moment."""
        return replace(
            self,
            counts=str(self.counts),
            evidence=str(self.evidence),
            once=str(self.once),
        )


@dataclass(frozen=True, kw_only=True, eq=False)
class Figure:
    """A declared number.

    `records` takes a Period and answers the query set counted in it; for shared records
    (`is_shared`), whose centre is not their own, it takes a centre too. `measured` is
    the expression that each record adds; None where every record adds one. `splits`
    are filters of the record's type: the figure divides by them, the drill-down
    narrows by them. A stock answers for the period's last day. A distinct figure's
    record adds what no earlier one of the period and centre added; its `records` leave
    out by themselves what several centres claim. Figures about one thing stand together
    under its name, their `group`; a headline stands above all, as one of the few by
    which a centre is judged. `counts` says in a
    sentence what counts, and by which date, `evidence` by what it is proved, `once` how
    nothing counts twice; whoever changes what counts raises `version` and keeps what
    was before in `former`, the last one first.
    """

    slug: str
    label: str
    records: Callable[..., models.QuerySet]
    unit: Unit
    counts: str
    measured: models.Expression | F | None = None
    splits: tuple[str, ...] = ()
    is_stock: bool = False
    is_shared: bool = False
    is_distinct: bool = False
    group: str = ""
    is_headline: bool = False
    evidence: str = ""
    once: str = ""
    version: int = 1
    former: tuple[FormerDefinition, ...] = ()

    def counted(self, period: Period, centre: Centre | None = None) -> models.QuerySet:
        """The records counted in the period: those that one centre claims, or those of
        all, in which an outcome that several claim counts once."""
        claimed = self.claimed(period, centre)
        if centre is not None or self.is_distinct:
            return claimed
        if not claims.has(self.record_type.slug):
            return claimed
        return claimed.exclude(pk__in=self.repeats)

    def claimed(self, period: Period, centre: Centre | None = None) -> models.QuerySet:
        """The records that centres claim in the period, each claim by itself; each
        year's by the definition that was in force."""
        parts = [
            definition.records(part, centre)
            if self.is_shared
            else definition.records(part)
            for definition, part in self.in_force(period)
        ]
        found = parts[0]
        if len(parts) > 1:
            any_of_them = reduce(or_, (Q(pk__in=part.values("pk")) for part in parts))
            found = found.model.objects.filter(any_of_them)
        if self.is_shared or centre is None:
            return found
        return found.filter(centre=centre)

    @property
    def repeats(self) -> models.QuerySet:
        """The pks of records that count as another one, which is counted itself in
        whatever year."""
        return claims.left_out(self.record_type.slug, self.claimed(ALWAYS))

    def in_force(
        self, period: Period
    ) -> Iterator[tuple["Figure | FormerDefinition", Period]]:
        """What counts in the period, each definition with its part of it, the last one
        first; a stock is counted on the last day alone."""
        start = period.end if self.is_stock else period.start
        definition = self.definition_of(period)
        for former in self.former:
            last = date(former.until, 12, 31)
            if start <= last < period.end:
                yield definition, Period(date(former.until + 1, 1, 1), period.end)
                period, definition = Period(period.start, last), former
        yield definition, period

    def definition_of(self, period: Period) -> "Figure | FormerDefinition":
        """What counts in the year that the period ends in."""
        held = [former for former in self.former if period.year <= former.until]
        return held[-1] if held else self

    def of_version(self, version: int) -> "Figure | None":
        """The figure as if that version had always been in force."""
        if version == self.version:
            return replace(self, former=())
        for one in self.former:
            if one.version == version:
                return replace(
                    self,
                    records=one.records,
                    version=one.version,
                    counts=one.counts,
                    evidence=one.evidence or self.evidence,
                    once=one.once or self.once,
                    former=(),
                )
        return None

    def before(self, period: Period) -> "Figure | None":
        """In the year that bridges two definitions: the figure by the former one."""
        for former in self.former:
            if period.year == former.until + 1:
                return self.of_version(former.version)
        return None

    @property
    def definitions(self) -> list[Definition]:
        """Every version, the one in force now first."""
        ends = [None, *(former.until for former in self.former)]
        starts = [*(former.until + 1 for former in self.former), None]
        return [
            Definition(
                version=one.version,
                since=since,
                until=until,
                counts=one.counts,
                evidence=one.evidence or self.evidence,
                once=one.once or self.once,
            )
            for one, since, until in zip(
                (self, *self.former), starts, ends, strict=True
            )
        ]

    @property
    def measure(self) -> models.Aggregate:
        """The total over a query set of the figure's records."""
        if self.measured is None:
            return Count("pk")
        return Coalesce(models.Sum(self.measured), Value(0), output_field=self.field)

    @property
    def field(self) -> models.Field:
        return models.DecimalField(max_digits=40, decimal_places=self.unit.decimals)

    def with_measured(self, records: models.QuerySet) -> models.QuerySet:
        """Each record with what it adds; null where that is unknown."""
        return records.annotate(measured=self.measured or Value(1))

    @cached_property
    def model(self) -> type[models.Model]:
        return self.records(EMPTY).model

    @property
    def record_type(self) -> record_types.RecordType:
        return record_types.of_model(self.model)


EMPTY = Period(date(1900, 1, 1), date(1900, 1, 1))
ALWAYS = Period(date(1, 1, 1), date(LAST_YEAR, 12, 31))

_figures: dict[str, Figure] = {}


def register(figure: Figure) -> Figure:
    if figure.slug in _figures:
        raise ValueError(f"two figures are called {figure.slug!r}")
    _figures[figure.slug] = figure
    return figure


def all_figures() -> Iterator[Figure]:
    return iter(_figures.values())


def get(slug: str) -> Figure:
    if slug not in _figures:
        raise UnknownFigure(
            _("There is no figure “%(slug)s”; there are: %(known)s.")
            % {"slug": slug, "known": ", ".join(_figures)}
        )
    return _figures[slug]
