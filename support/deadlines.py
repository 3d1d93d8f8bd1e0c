"""What is due about start-ups: next steps of cases, overseas filings, contracts.

A filing's day is computed by the rule that fits it best (`FilingRule`), and never
promised: holidays are Korea's alone, and a patent attorney has the last word.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from records.deadlines import (
    LONGEST_CLOSURE,
    MOST,
    DaySource,
    Deadline,
    Due,
    Source,
    register,
    within,
)
from records.working_days import months_after, next_working_day
from support.models import ConsultingCase, Contract, FilingRule, OverseasFiling
from support.models.consulting import CaseQuerySet
from support.models.filings import FilingQuerySet
from support.models.outcomes import ContractQuerySet

Event = FilingRule.Event
# Two months differ by no more days: a day counted back from a month's end.
MONTH_ENDS = timedelta(days=3)


@dataclass(frozen=True)
class Clock:
    """An event of some filings: what is due is named by the event's rules, counted from
    the first of the `bases` that has a day."""

    event: Event
    waiting: Callable[[FilingQuerySet], FilingQuerySet]
    bases: tuple[str, ...]

    @property
    def base_on(self) -> F | Coalesce:
        return Coalesce(*self.bases) if len(self.bases) > 1 else F(self.bases[0])


@dataclass(frozen=True, kw_only=True, eq=False)
class FilingSource(Source):
    clocks: tuple[Clock, ...]

    def find(self, records: QuerySet, start: date | None, end: date) -> Due:
        rules = rules_of(clock.event for clock in self.clocks)
        found: list[Deadline] = []
        is_cut = False
        for clock in self.clocks:
            if its := rules[clock.event]:
                rows = self.candidates(clock, records, start, end, rules=its)
                is_cut = is_cut or len(rows) > MOST
                found += self.read_all(clock, rows[:MOST], its)
        return Due(within(found, start, end), is_cut)

    def candidates(self, clock: Clock, records, start, end, *, rules) -> list:
        """The filings that any of the rules can bring into these days."""
        months = [rule.months for rule in rules]
        latest = months_after(end, -min(months)) + MONTH_ENDS
        found = clock.waiting(records).annotate(base_on=clock.base_on)
        found = found.filter(base_on__lte=latest)
        if start is not None:
            earliest = months_after(start - LONGEST_CLOSURE, -max(months))
            found = found.filter(base_on__gte=earliest)
        return self.first(found, "base_on", is_latest=start is None)

    def read_all(self, clock: Clock, filings, rules):
        for filing in filings:
            fitting = [rule for rule in rules if rule.fits(filing)]
            if fitting:
                yield self.read(clock, filing, max(fitting, key=precision))

    def read(self, clock: Clock, filing: OverseasFiling, rule: FilingRule) -> Deadline:
        base = next(name for name in clock.bases if getattr(filing, name))
        day = months_after(filing.base_on, rule.months)
        return Deadline(
            source=self,
            record=filing,
            what=str(rule),
            title=str(filing),
            due_on=next_working_day(day),
            computed_on=day,
            rule=_("%(base)s + %(months)s months")
            % {"base": self.name_of(base), "months": rule.months},
            authority=f"{rule.source} ({rule.as_of:%Y-%m-%d})",
            base=self.name_of(base),
            base_on=filing.base_on,
            party=self.party_of(filing),
            key=clock.event,
            needs_attorney=True,
            is_verified=rule.is_verified,
        )


def precision(rule: FilingRule) -> tuple:
    return rule.precision


def rules_of(events) -> dict[str, list[FilingRule]]:
    by_event = defaultdict(list)
    for rule in FilingRule.objects.filter(event__in=list(events)):
        by_event[rule.event].append(rule)
    return by_event


def to_claim_priority(filings: FilingQuerySet) -> FilingQuerySet:
    """In preparation, but for national phases. A priority date is enough, whatever the
    route: somebody means to claim it."""
    waiting = filings.to_be_filed()
    return waiting.exclude(pk__in=waiting.national_phases().values("pk"))


def to_enter(filings: FilingQuerySet) -> FilingQuerySet:
    return filings.to_be_filed().national_phases()


register(
    DaySource(
        slug="next-steps",
        label=gettext_lazy("Next step of a case"),
        model=ConsultingCase,
        owners="officers",
        party="startup",
        day="next_on",
        rule=gettext_lazy("The day planned in the case"),
        waiting=CaseQuerySet.to_do,
        title=lambda case: f"{case.next_step} · {case}",
    )
)

# Met once the filing is no longer in preparation: filed, or given up.
register(
    FilingSource(
        slug="filings",
        label=gettext_lazy("Filing to be made"),
        model=OverseasFiling,
        party="startup",
        is_noticed=True,
        clocks=(
            Clock(Event.PRIORITY, to_claim_priority, ("priority_on",)),
            Clock(Event.NATIONAL_PHASE, to_enter, ("priority_on",)),
        ),
    )
)

# An international application: met once one national phase is known, filed or in
# preparation; which others are wanted, no record says. Without a priority the time
# runs from its own filing (PCT, art. 2 (xi)). What passes, passes by itself.
register(
    FilingSource(
        slug="international-filings",
        label=gettext_lazy("International filing"),
        model=OverseasFiling,
        party="startup",
        lapses=True,
        is_noticed=True,
        clocks=(
            Clock(
                Event.NATIONAL_PHASE,
                FilingQuerySet.without_national_phase,
                ("priority_on", "filed_on"),
            ),
            Clock(
                Event.DEPENDENCE,
                FilingQuerySet.registered_internationally,
                ("registered_on",),
            ),
            Clock(
                Event.TERM,
                FilingQuerySet.registered_internationally,
                ("registered_on",),
            ),
        ),
    )
)

register(
    DaySource(
        slug="contracts",
        label=gettext_lazy("Contract ends"),
        model=Contract,
        party="startup",
        day="ends_on",
        rule=gettext_lazy("The day on which the contract ends"),
        waiting=ContractQuerySet.ending,
        lapses=True,
        is_noticed=True,
    )
)
