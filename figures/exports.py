"""The figures' pages as tables for files: numbers in full, each with its unit."""

from collections.abc import Iterator
from decimal import Decimal

from django.http import QueryDict
from django.utils.translation import gettext as _

from accounts.models import User
from figures.registry import Figure
from figures.scopes import Scope
from figures.units import Unit
from records.exports.lists import (
    Fact,
    columns_wanted,
    facts_of,
    how_read_back,
    made_by,
    ordered,
    rows_of,
)
from records.exports.tables import NUMBER, Column, Table, Value
from records.exports.values import Values
from records.filters import RecordFilterSet


def records_table(
    figure: Figure, scope: Scope, filterset: RecordFilterSet, params: QueryDict, user
) -> Table:
    """The records a figure counts, each with what it adds: `measured` adds up to the
    figure's total."""
    record_type = figure.record_type
    names = (*columns_wanted(record_type, params, user), "measured")
    values = Values(record_type)
    total = _("Total (%(unit)s)") % {"unit": figure.unit.label}
    *columns, measured = names
    return Table(
        name=f"{figure.slug}-{scope.period.year}",
        title=str(figure.label),
        columns=(
            *(values.column(name) for name in columns),
            values.column(measured, total=total),
        ),
        rows=measured_rows(
            values, figure, ordered(record_type, filterset.chosen, params), names
        ),
        facts=(
            *scope_facts(scope),
            (_("What is counted"), str(figure.counts)),
            *facts_of(filterset, params, user, but=("centre",)),
            how_read_back(record_type),
        ),
    )


def measured_rows(values: Values, figure: Figure, records, names):
    for row in rows_of(values, figure.with_measured(records), names):
        yield [*row[:-1], number(figure.unit, row[-1])]


def annual_table(scope: Scope, periods, answers, figures, user: User) -> Table:
    """Figures by year; `answers` by period, in the order of the figures."""
    return Table(
        name=f"figures-{scope.period.year}",
        title=_("Figures"),
        columns=(
            Column(_("Figure")),
            Column(_("Unit")),
            *(Column(str(period), NUMBER) for period in periods),
        ),
        rows=annual_rows(periods, answers, figures),
        facts=(*scope_facts(scope), *definitions(figures), *made_by(user)),
    )


def annual_rows(periods, answers, figures) -> Iterator[list[Value]]:
    for place, figure in enumerate(figures):
        totals = (number(figure.unit, answers[p][place]) for p in periods)
        yield [str(figure.label), str(figure.unit.label), *totals]


def parts_table(
    figure: Figure, scope: Scope, by_label: str, parts, whole: Decimal, user: User
) -> Table:
    """One figure, through the years or divided."""
    unit = figure.unit
    return Table(
        name=f"{figure.slug}-by",
        title=str(figure.label),
        columns=(Column(str(by_label)), Column(str(unit.label), NUMBER)),
        rows=([str(part.label), number(unit, part.total)] for part in parts),
        facts=(
            *scope_facts(scope),
            (_("Total (%(unit)s)") % {"unit": unit.label}, number(unit, whole)),
            *definitions((figure,)),
            *made_by(user),
        ),
    )


def number(unit: Unit, total: Decimal | int | None) -> int | Decimal | None:
    """A total in full: whole where the unit is whole, nothing where it is unknown."""
    if total is None:
        return None
    return Decimal(total) if unit.decimals else int(total)


def scope_facts(scope: Scope) -> Iterator[Fact]:
    yield _("Period"), f"{scope.period.start} ~ {scope.period.end}"
    yield _("Centre"), str(scope.centre or _("All centres"))
    if scope.as_known:
        yield _("As known on"), scope.known_text


def definitions(figures) -> Iterator[Fact]:
    for figure in figures:
        yield str(figure.label), str(figure.counts)
