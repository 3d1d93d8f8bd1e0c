"""A start-up on one page: who it is, what was done with it, what came of it."""

from dataclasses import dataclass
from datetime import timedelta

from django.shortcuts import render
from django.utils import timezone

from figures.subjects import figures_of
from records import record_types
from records.deadlines import due
from records.links import quick_entries
from records.reading import Cell, Reader
from records.refusals import refuse_unknown
from records.timelines import Timeline
from records.views import RecordDetail
from support.models import Contact, Membership, Merge, Startup

PEOPLE_SHOWN = 20
AHEAD = timedelta(days=366)
# Said in the head of the page, not among the facts.
IN_HEAD = frozenset({"name", "name_en", "sector", "size", "zone", "tags"})


class StartupPage(RecordDetail):
    """What of other centres' records a user may see here is what `visible_to` answers
    everywhere: a start-up is shared, its memberships, contacts and cases are not."""

    template_name = "support/startup.html"

    def get(self, request, *args, **kwargs):
        if merge := merged_away(kwargs["pk"]):
            return render(request, "support/merged_away.html", {"merge": merge})
        refuse_unknown(request.GET, ("type", "before"))
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        startup, user = self.object, self.request.user
        timeline = Timeline(
            startup,
            user,
            chosen=self.request.GET.getlist("type"),
            before=self.request.GET.get("before", ""),
        )
        return super(RecordDetail, self).get_context_data(
            facts=self.facts(),
            memberships=memberships_of(startup, user),
            people=people_of(startup, user),
            timeline=timeline,
            figures=figures_of(startup, user, timeline),
            quick=quick_entries(startup, user),
            age=startup.age_on(timezone.localdate()),
            merges=startup.merges.in_force().select_related("merged", "merged_by"),
            **waiting_for(startup, user),
            may_merge=user.has_perm("support.merge_startup"),
            **kwargs,
        )

    def facts(self) -> list[tuple[str, Cell]]:
        reader = Reader(self.record_type)
        cells = {
            name: reader.cell(self.object, name)
            for name in self.record_type.all_fields
            if name not in IN_HEAD and getattr(self.object, name) not in ("", None, [])
        }
        if website := self.object.website:
            cells["website"] = Cell(website, url=website)
        return [(reader.header(name), cell) for name, cell in cells.items()]


def waiting_for(subject, user) -> dict:
    """What is due of its records within AHEAD, and when that was asked."""
    today = timezone.localdate()
    deadlines = due(user, None, today + AHEAD, today=today, of=subject)
    return {"deadlines": list(deadlines), "today": today}


def merged_away(pk: int) -> Merge | None:
    """The merge by which this start-up is now another one."""
    merges = Merge.objects.in_force().filter(merged_id=pk)
    return (
        merges.filter(merged__deleted_at__isnull=False)
        .select_related("kept", "merged", "merged_by")
        .first()
    )


def memberships_of(startup: Startup, user) -> list[Membership]:
    """By centre, the latest first."""
    memberships = record_types.of_model(Membership).visible_to(user)
    return list(
        memberships.filter(startup=startup)
        .select_related("centre")
        .order_by("centre__code", "-joined_on", "-pk")
    )


@dataclass(frozen=True)
class Person:
    """A contact as the page shows it: e-mail and telephone in part."""

    contact: Contact
    email: str
    phone: str


def people_of(startup: Startup, user) -> list[Person]:
    """Its contacts, of the user's own centre only."""
    record_type = record_types.of_model(Contact)
    reader = Reader(record_type)
    contacts = record_type.visible_to(user).filter(startup=startup).order_by("name")
    return [
        Person(contact, reader.text(contact, "email"), reader.text(contact, "phone"))
        for contact in contacts.select_related("centre")[:PEOPLE_SHOWN]
    ]
