"""What the demonstration holds while it is made: unsaved records in the order made."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from accounts.models import Centre, User
from delegations.models import MOU, Visit
from pangyo.demo.marks import INVENTED
from support.models import (
    ConsultingCase,
    Contract,
    Incorporation,
    InvestmentLink,
    OverseasFiling,
    Participation,
    Programme,
    Session,
    Startup,
)

# The day on which a record comes to be.
HAPPENS = {
    ConsultingCase: "opened_on",
    Session: "held_on",
    OverseasFiling: "filed_on",
    Contract: "signed_on",
    Incorporation: "established_on",
    InvestmentLink: "paid_on",
    Programme: "starts_on",
    Participation: "selected_on",
    Visit: "starts_on",
    MOU: "signed_on",
}


@dataclass
class Company:
    """A start-up and what the records about it are drawn from: its product in words,
    how often it comes, and when it was a member of which centre."""

    startup: Startup
    product: str
    intensity: float
    known_from: date
    memberships: dict[str, tuple[date, date | None]] = field(default_factory=dict)

    def is_member(self, centre: str, day: date) -> bool:
        joined, left = self.memberships.get(centre, (None, None))
        return joined is not None and joined <= day and (left is None or day <= left)


@dataclass
class World:
    """`staff` are a centre's officers; `specialties` the consulting fields of each, by
    user name; `acts` what is done to saved cases; `today` the day of loading, after
    which nothing is kept; `left_out` what was made for later days."""

    today: date

    centres: dict[str, Centre] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    staff: dict[str, list[User]] = field(default_factory=dict)
    specialties: dict[str, list[str]] = field(default_factory=dict)
    companies: list[Company] = field(default_factory=list)
    records: dict[type, list] = field(default_factory=lambda: defaultdict(list))
    links: list[tuple] = field(default_factory=list)
    acts: list[tuple] = field(default_factory=list)
    left_out: dict[int, object] = field(default_factory=dict)

    def add(
        self,
        model: type,
        *,
        centre: str,
        notes: str = INVENTED,
        is_ahead: bool = False,
        **fields,
    ):
        """Make a record; it is saved with all others at the end, unless its day has not
        come yet. One that `is_ahead` is meant for such a day.

        A blank reference, for which the database gives one, is a plain value: rows of
        plain values go in many times faster.
        """
        record = model(centre=self.centres[centre], reference="", notes=notes, **fields)
        if is_ahead or self.has_come(record):
            self.records[model].append(record)
        else:
            self.left_out[id(record)] = record
        return record

    def has_come(self, record) -> bool:
        day = getattr(record, HAPPENS.get(type(record), ""), None)
        return day is None or day <= self.today

    def link(self, record, name: str, others: Iterable) -> None:
        """Remember many-to-many links of a record made by `add`."""
        if id(record) not in self.left_out:
            self.links += [(record, name, other) for other in others]

    def of(self, model: type, centre: str) -> list:
        """The records of a type that a centre has so far."""
        owner = self.centres[centre]
        return [record for record in self.records[model] if record.centre is owner]

    def known_on(self, day: date) -> list[Company]:
        return [company for company in self.companies if company.known_from <= day]

    def members(self, centre: str, day: date) -> list[Company]:
        return [c for c in self.companies if c.is_member(centre, day)]
