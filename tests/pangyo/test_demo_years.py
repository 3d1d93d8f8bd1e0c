"""The demonstration's years: each has something of everything, up to the day of loading
and not a day further."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.db import connection, models

from accounts.models import Centre
from delegations.models import MOU, Agency, FollowUp, Visit
from pangyo.demo.loading import load, make_world
from pangyo.demo.world import World
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

NEW_YEAR, AUTUMN = date(2026, 1, 2), date(2026, 11, 20)

# The day by which a record belongs to a year.
DAYS = {
    Startup: "founded_on",
    Membership: "joined_on",
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
    Agency: "target_on",
    FollowUp: "due_on",
}
# What is planned, promised or agreed for a day to come.
AHEAD = {"next_on", "due_on", "target_on", "expires_on", "ends_on"}


@pytest.fixture(scope="module")
def worlds() -> dict[date, World]:
    """In memory, by the day of loading."""
    return {day: make_world(day) for day in (NEW_YEAR, AUTUMN)}


def by_year(world: World, model: type[models.Model]) -> Counter:
    days = (getattr(record, DAYS[model]) for record in world.records[model])
    return Counter(day.year for day in days if day)


@pytest.mark.parametrize("model", DAYS, ids=lambda model: model.__name__)
def test_every_year_has_records_of_every_subject(worlds, model):
    first = 2016 if model is Agency else 2015
    assert set(range(first, 2027)) <= set(by_year(worlds[AUTUMN], model))


def test_every_year_has_tenant_returns(worlds):
    returns = Counter(r.year for r in worlds[AUTUMN].records[TenantReturn])
    assert min(returns[year] for year in range(2015, 2027)) > 200


def test_every_subject_is_dated_or_has_no_day(worlds):
    without = {Contact, Partner, TenantReturn}
    assert set(worlds[AUTUMN].records) == set(DAYS) | without


@pytest.mark.parametrize("loaded", [NEW_YEAR, AUTUMN], ids=str)
def test_nothing_happens_after_the_day_of_loading(worlds, loaded):
    late = [
        (record, field.name)
        for records in worlds[loaded].records.values()
        for record in records
        for field in record._meta.concrete_fields
        if type(field) is models.DateField and field.name not in AHEAD
        if (day := getattr(record, field.attname)) and day > loaded
        if getattr(record, "status", "") != "planned"
    ]
    assert late == []


@pytest.mark.parametrize("loaded", [NEW_YEAR, AUTUMN], ids=str)
def test_visits_are_planned_for_the_coming_weeks(worlds, loaded):
    visits = [v for v in worlds[loaded].records[Visit] if v.status == "planned"]
    coming = [(visit.starts_on - loaded).days for visit in visits]
    assert len(coming) == 6
    assert all(0 < days < 60 for days in coming)


@pytest.mark.parametrize("model", [ConsultingCase, Visit, MOU, InvestmentLink])
def test_the_pandemic_shows_and_then_the_years_grow(worlds, model):
    years = by_year(worlds[AUTUMN], model)
    assert years[2021] < years[2019] * 0.75
    assert years[2021] < years[2022] < years[2023] < years[2025]


@pytest.mark.parametrize("loaded", [NEW_YEAR, AUTUMN], ids=str)
def test_the_running_year_stands_about_where_the_last_one_stood(worlds, loaded):
    opened = [case.opened_on for case in worlds[loaded].records[ConsultingCase]]
    same_day = loaded.replace(year=2025)
    now = sum(day >= date(2026, 1, 1) for day in opened)
    before = sum(date(2025, 1, 1) <= day <= same_day for day in opened)
    assert 0 < now <= before * 1.2 + 10


def test_a_year_that_is_over_is_the_same_on_whatever_day_it_is_loaded(worlds):
    told = [
        [
            (case.startup.name, case.title, case.opened_on, case.closed_on)
            for case in worlds[loaded].records[ConsultingCase]
            if case.opened_on.year in (2018, 2022)
        ]
        for loaded in (NEW_YEAR, AUTUMN)
    ]
    assert told[0] == told[1]


def test_cases_are_closed_after_some_weeks(worlds):
    cases = worlds[AUTUMN].records[ConsultingCase]
    settled = [c for c in cases if c.opened_on < AUTUMN - timedelta(days=400)]
    assert {case.status for case in settled} == {"closed", "cancelled"}


def test_links_are_of_records_that_are_there(worlds):
    world = worlds[NEW_YEAR]
    kept = {id(record) for records in world.records.values() for record in records}
    assert all(id(record) in kept for record, _name, _other in world.links)


def test_amounts_of_later_years_have_rates_of_their_year(worlds):
    paid = worlds[AUTUMN].records[InvestmentLink]
    dollars = [i for i in paid if i.currency == "USD" and i.fx_rate]
    rates = {i.paid_on.year: i.fx_rate for i in dollars}
    assert 1050 < rates[2018] < 1150
    assert 1330 < rates[2024] < 1400


def test_it_can_be_loaded_on_the_first_days_of_a_year(db):
    load(NEW_YEAR)
    connection.check_constraints()
    assert ConsultingCase.objects.latest("opened_on").opened_on <= NEW_YEAR
    assert Centre.objects.count() == 3
