"""One counted record for every figure, on a day and worth an amount.

A new figure needs its line in EXAMPLES, and all that is common is tested for it.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from django.db import models

from figures import registry
from figures.registry import Figure
from records.fields import CodesField, CountriesField, CountryField
from tests import makers

FIGURES = tuple(registry.all_figures())


def slug_of(figure: Figure) -> str:
    return figure.slug


# Figure → what makes a record on this day; it adds `amount` where records add more
# than one each.
EXAMPLES: dict[str, Callable[..., models.Model]] = {
    "consulting-cases": lambda day, amount, **fields: makers.make_case(
        opened_on=day, **fields
    ),
    "consulting-sessions": lambda day, amount, **fields: makers.make_session(
        held_on=day, **fields
    ),
    "consulting-hours": lambda day, amount, **fields: makers.make_session(
        held_on=day, minutes=amount * 60, **fields
    ),
    "startups-supported": lambda day, amount, **fields: (
        makers.make_case(opened_on=day, **fields).startup
    ),
    "overseas-filings": lambda day, amount, **fields: makers.make_filing(
        filed_on=day, quantity=amount, **fields
    ),
    "overseas-contracts": lambda day, amount, **fields: makers.make_contract(
        signed_on=day, quantity=amount, **fields
    ),
    "overseas-incorporations": lambda day, amount, **fields: makers.make_incorporation(
        established_on=day, quantity=amount, **fields
    ),
    "investment-linked": lambda day, amount, **fields: makers.make_investment(
        paid_on=day, amount=amount, **fields
    ),
    "investments-made": lambda day, amount, **fields: makers.make_investment(
        paid_on=day, quantity=amount, **fields
    ),
    "tenants": lambda day, amount, **fields: makers.make_tenant_return(
        year=day.year, **fields
    ),
    "tenant-revenue": lambda day, amount, **fields: makers.make_tenant_return(
        year=day.year, revenue_krw=amount, **fields
    ),
    "tenant-employees": lambda day, amount, **fields: makers.make_tenant_return(
        year=day.year, employees=amount, **fields
    ),
    "visits": lambda day, amount, **fields: makers.make_visit(starts_on=day, **fields),
    "state-visits": lambda day, amount, **fields: makers.make_visit(
        starts_on=day, visit_class="state", **fields
    ),
    "overseas-visitors": lambda day, amount, **fields: makers.make_visit(
        starts_on=day, headcount=amount, **fields
    ),
    "visiting-organisations": lambda day, amount, **fields: makers.make_visit(
        starts_on=day,
        organisations=[f"기관 {next(makers.numbers)}" for _n in range(amount)],
        **fields,
    ),
    "visiting-leads": lambda day, amount, **fields: makers.make_visit(
        starts_on=day, lead_name=f"단장 {next(makers.numbers)}", **fields
    ),
    "mous-signed": lambda day, amount, **fields: makers.make_mou(
        signed_on=day, quantity=amount, **fields
    ),
    "mous-in-force": lambda day, amount, **fields: makers.make_mou(
        signed_on=day, quantity=amount, **fields
    ),
    "agencies-opened": lambda day, amount, **fields: makers.make_agency(
        opened_on=day, **fields
    ),
    "agencies-open": lambda day, amount, **fields: makers.make_agency(
        opened_on=day, **fields
    ),
}


def make_counted(
    figure: Figure, day: date = makers.DAY, *, amount: int = 1, **fields
) -> models.Model:
    """A record that the figure counts on the day."""
    return EXAMPLES[figure.slug](day, amount, **fields)


def adds(figure: Figure, amount: int) -> Decimal:
    """What a record made with `amount` adds to the figure."""
    return Decimal(1 if figure.measured is None else amount)


def divides(figure: Figure, split: str) -> str:
    """How a split divides: "several" codes or links a record, or "one"."""
    column = figure.record_type.field(split)
    several = isinstance(column, CodesField | CountriesField) or column.many_to_many
    return "several" if several else "one"


def country_field(figure: Figure) -> CountryField | CountriesField | None:
    name = figure.record_type.country_filter
    return figure.record_type.field(name) if name else None
