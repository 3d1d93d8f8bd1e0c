"""Make the demonstration data and save it: all of it, or nothing."""

from collections import defaultdict
from datetime import date

import pghistory
from django.db import connection, models, transaction

from accounts.models import Centre, User
from delegations.models import MOU, Agency, FollowUp, Visit
from figures import claim_finding
from pangyo.demo.agreements import make_agencies, make_agreements, make_follow_ups
from pangyo.demo.consulting import make_consulting
from pangyo.demo.contracts import make_contracts, make_incorporations
from pangyo.demo.entering import date_entries
from pangyo.demo.evidence import attach_evidence
from pangyo.demo.filings import make_filings
from pangyo.demo.investments import make_investments
from pangyo.demo.marks import INVENTED
from pangyo.demo.members import make_contacts, make_memberships
from pangyo.demo.partners import make_partners
from pangyo.demo.people import ACCOUNTS, give_passwords, make_people
from pangyo.demo.present import act, make_present
from pangyo.demo.programmes import make_programmes
from pangyo.demo.published import enter_published
from pangyo.demo.startups import make_startups
from pangyo.demo.targets import enter_targets
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
    make_present,
)

# What is pointed to comes before what points to it; records with a day are entered in
# the order of their days.
SAVED = {
    Startup: None,
    Membership: "joined_on",
    Contact: None,
    Partner: None,
    ConsultingCase: "opened_on",
    Session: "held_on",
    OverseasFiling: "filed_on",
    Contract: "signed_on",
    Incorporation: "established_on",
    InvestmentLink: "introduced_on",
    Programme: "starts_on",
    Participation: "selected_on",
    TenantReturn: "year",
    Visit: "starts_on",
    MOU: "signed_on",
    Agency: "target_on",
    FollowUp: "due_on",
}
BATCH = 1000


class NotEmpty(Exception):
    """The database is in use. The message says by what."""


def load(today: date) -> World:
    """Fill an empty database with what there is by today. Raises NotEmpty before
    anything is written."""
    refuse_unless_empty()
    world = make_world(today)
    give_passwords(world)
    with transaction.atomic():
        with pghistory.context(command="demo", reason=f"{INVENTED} 적재"):
            save(world)
            attach_evidence(world)
        enter_published(world)
        act(world)
        enter_targets(world)
        claim_finding.find()
        count_anew()
        date_entries(list(SAVED))
    return world


def count_anew() -> None:
    """Let the planner know of the new rows now: it would learn it a minute later, and
    the first pages opened would wait for plans made for empty tables."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def refuse_unless_empty() -> None:
    """Raises NotEmpty: what is invented never stands beside what is not."""
    found = (
        *(f"records ({name})" for name in kinds_held()),
        *(f"the centre “{centre.name}”" for centre in Centre.objects.all()),
        *(f"the account “{user.username}”" for user in accounts_taken()),
    )
    if found:
        raise NotEmpty(
            "The demonstration data goes into an empty database only; "
            f"this one already has {found[0]}."
        )


def kinds_held() -> list[str]:
    """The kinds of which there is a record, a deleted one too."""
    return [
        str(record_type.label_plural)
        for record_type in record_types.all_types()
        if not record_type.is_code_list and record_type.model._base_manager.exists()
    ]


def accounts_taken() -> models.QuerySet[User]:
    return User.objects.filter(username__in=[name for name, *_rest in ACCOUNTS])


def make_world(today: date) -> World:
    """All records by that day, unsaved; the same ones on every machine."""
    world = World(today)
    for make in SUBJECTS:
        make(world)
    for model, day in SAVED.items():
        if day:
            world.records[model].sort(key=lambda record: in_order(record, day))
    return world


def in_order(record: models.Model, day: str) -> tuple:
    """By the day; those without one yet come last."""
    value = getattr(record, day)
    return (value is None, value or 0)


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
    by_kind = defaultdict(list)
    for record, name, other in links:
        by_kind[type(record), name].append((record, other))
    for (model, name), pairs in by_kind.items():
        kind = getattr(model, name)
        source, target = (
            kind.field.m2m_field_name(),
            kind.field.m2m_reverse_field_name(),
        )
        rows = [kind.through(**{source: one, target: other}) for one, other in pairs]
        kind.through.objects.bulk_create(rows, batch_size=BATCH)
