"""Make the demonstration data and save it: all of it, or nothing."""

from collections import defaultdict

import pghistory
from django.db import models, transaction

from accounts.models import Centre
from delegations.models import MOU, Agency, FollowUp, Visit
from pangyo.demo.agreements import make_agencies, make_agreements, make_follow_ups
from pangyo.demo.consulting import make_consulting
from pangyo.demo.contracts import make_contracts, make_incorporations
from pangyo.demo.filings import make_filings
from pangyo.demo.investments import make_investments
from pangyo.demo.marks import INVENTED
from pangyo.demo.members import make_contacts, make_memberships
from pangyo.demo.partners import make_partners
from pangyo.demo.people import give_passwords, make_people
from pangyo.demo.programmes import make_programmes
from pangyo.demo.startups import make_startups
from pangyo.demo.tenants import make_tenant_returns
from pangyo.demo.visits import make_visits
from pangyo.demo.world import World
from records import record_types
from support.models import (
    ConsultingCase,
    Contact,
    Contract,
    Incorporation,
    InvestmentLink,
    Membership,
    OverseasFiling,
    Participation,
    Partner,
    Programme,
    Session,
    Startup,
    TenantReturn,
)

# A subject reads what those before it made.
SUBJECTS = (
    make_people,
    make_startups,
    make_memberships,
    make_contacts,
    make_partners,
    make_consulting,
    make_filings,
    make_contracts,
    make_incorporations,
    make_investments,
    make_programmes,
    make_tenant_returns,
    make_visits,
    make_agreements,
    make_agencies,
    make_follow_ups,
)

# What is pointed to comes before what points to it.
SAVED = (
    Startup,
    Membership,
    Contact,
    Partner,
    ConsultingCase,
    Session,
    OverseasFiling,
    Contract,
    Incorporation,
    InvestmentLink,
    Programme,
    Participation,
    TenantReturn,
    Visit,
    MOU,
    Agency,
    FollowUp,
)
BATCH = 1000


class NotEmptyError(Exception):
    """The database is in use. The message says by what."""


def load() -> World:
    """Fill an empty database. Raises NotEmptyError before anything is written."""
    refuse_unless_empty()
    world = make_world()
    give_passwords(world)
    with (
        transaction.atomic(),
        pghistory.context(command="demo", reason=f"{INVENTED} 적재"),
    ):
        save(world)
    return world


def refuse_unless_empty() -> None:
    held = [
        str(record_type.label_plural)
        for record_type in record_types.all_types()
        if not record_type.is_code_list and record_type.model.with_deleted.exists()
    ]
    if held:
        raise NotEmptyError(
            "The demonstration data goes into an empty database only; this one holds "
            f"records already: {', '.join(held)}."
        )
    if centre := Centre.objects.first():
        raise NotEmptyError(
            "The demonstration data goes into an empty database only; this one has the "
            f"centre “{centre.name}” already."
        )


def make_world() -> World:
    """All records, unsaved; the same ones on every machine and day."""
    world = World()
    for make in SUBJECTS:
        make(world)
    return world


def save(world: World) -> None:
    for centre in world.centres.values():
        centre.save()
    for user in world.users.values():
        user.save()
    for model in SAVED:
        model.objects.bulk_create(world.records[model], batch_size=BATCH)
    save_links(world.links)


def save_links(links: list[tuple[models.Model, str, models.Model]]) -> None:
    """Many-to-many links, as rows of their tables; triggers keep their history."""
    by_field = defaultdict(list)
    for record, name, other in links:
        by_field[record._meta.get_field(name)].append((record, other))
    for field, pairs in by_field.items():
        source, target = field.m2m_field_name(), field.m2m_reverse_field_name()
        through = field.remote_field.through
        rows = [through(**{source: record, target: other}) for record, other in pairs]
        through.objects.bulk_create(rows, batch_size=BATCH)
