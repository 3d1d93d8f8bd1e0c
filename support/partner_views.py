"""A partner abroad on one page: from the visit to the agreement to what came of it."""

from dataclasses import dataclass

from django.urls import reverse

from figures.subjects import figures_of
from records import record_types
from records.links import links_of, links_to, quick_entries, records_around
from records.reading import Reader
from records.record_types import RecordType
from records.timeline_entries import Entry, entries_of
from records.timelines import Timeline, day_of
from records.views import RecordDetail
from support.startup_views import waiting_for

STEP_SIZE = 20


@dataclass(frozen=True)
class Link:
    """An entry, and the earlier records of the chain that it came from."""

    entry: Entry
    origins: list


@dataclass(frozen=True)
class Step:
    """One type of the chain: its newest records, and the address of all of them where
    there are more."""

    record_type: RecordType
    links: list[Link]
    rest: str


class PartnerPage(RecordDetail):
    """`chain` are the slugs of the types that follow from one another, in order."""

    template_name = "support/partner.html"
    chain: tuple[str, ...] = ()

    def get_context_data(self, **kwargs):
        partner, user = self.object, self.request.user
        steps = {
            record_type.slug: step_of(record_type, records, partner)
            for record_type, records in records_around(partner, user).items()
        }
        reader = Reader(self.record_type)
        return super(RecordDetail, self).get_context_data(
            facts=[
                (reader.header(name), reader.cell(partner, name))
                for name in self.record_type.all_fields
                if name != "name" and getattr(partner, name)
            ],
            chain=[steps[slug] for slug in self.chain if slug in steps],
            others=[
                step
                for slug, step in steps.items()
                if slug not in self.chain and step.links
            ],
            figures=figures_of(partner, user, Timeline(partner, user)),
            quick=quick_entries(partner, user),
            **waiting_for(partner, user),
            **kwargs,
        )


def step_of(record_type: RecordType, records, partner) -> Step:
    newest = records.annotate(happened_on=day_of(record_type)).order_by(
        "-happened_on", "-pk"
    )
    pks = list(newest.values_list("pk", flat=True)[: STEP_SIZE + 1])
    entries = dict(entries_of(record_type, pks[:STEP_SIZE], partner))
    by_pk = {record.pk: entry for record, entry in entries.items()}
    return Step(
        record_type,
        [Link(by_pk[pk], origins_of(by_pk[pk])) for pk in pks[:STEP_SIZE]],
        list_url(record_type, partner) if len(pks) > STEP_SIZE else "",
    )


def origins_of(entry: Entry) -> list:
    """The earlier records, those with a day of their own, that the record names."""
    origins = (
        getattr(entry.record, link.name)
        for link in links_of(type(entry.record))
        if link.many_to_one and record_types.of_model(link.related_model).day
    )
    return [origin for origin in origins if origin is not None]


def list_url(record_type: RecordType, partner) -> str:
    address = reverse("record-list", args=(record_type.slug,))
    link = links_to(type(partner)).get(record_type)
    return f"{address}?{link.name}={partner.pk}" if link else address
