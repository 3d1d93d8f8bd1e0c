"""The published register as a table for files: numbers in full, each with its unit."""

from collections.abc import Iterator
from decimal import Decimal

from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from accounts.models import User
from figures.models import Publication
from figures.published_beside import Beside, beside
from records.exports.lists import made_by
from records.exports.tables import DAY, NUMBER, Column, Table, Value

# So many values are measured by one statement.
BATCH = 100


def register_table(publications: QuerySet[Publication], user: User) -> Table:
    return Table(
        name="publications",
        title=_("Published values"),
        columns=(
            Column(_("Figure")),
            Column(_("Unit")),
            Column(heading("narrowed")),
            Column(_("Centre")),
            Column(heading("starts_on"), DAY),
            Column(heading("ends_on"), DAY),
            Column(heading("printed")),
            Column(heading("amount"), NUMBER),
            Column(_("Counted now"), NUMBER),
            Column(_("Sealed then"), NUMBER),
            *(Column(heading(name)) for name in ("basis", "audience", "outlet")),
            Column(heading("published_on"), DAY),
            *(Column(heading(name)) for name in ("source", "notes", "is_withdrawn")),
        ),
        rows=rows_of(publications),
        facts=tuple(made_by(user)),
    )


def heading(name: str) -> str:
    return capfirst(str(Publication._meta.get_field(name).verbose_name))


def rows_of(publications: QuerySet[Publication]) -> Iterator[list[Value]]:
    listed = list(publications)
    for start in range(0, len(listed), BATCH):
        for entry in beside(listed[start : start + BATCH]):
            yield row_of(entry)


def row_of(entry: Beside) -> list[Value]:
    one = entry.publication
    return [
        entry.label,
        str(entry.figure.unit.label) if entry.figure else "",
        entry.narrowed,
        str(one.centre or _("All centres")),
        one.starts_on,
        one.ends_on,
        one.printed,
        number(one.amount),
        number(entry.counted),
        number(entry.sealed),
        one.get_basis_display(),
        one.get_audience_display(),
        one.outlet,
        one.published_on,
        one.source,
        one.notes,
        _("yes") if one.is_withdrawn else "",
    ]


def number(amount: Decimal | int | None) -> int | Decimal | None:
    """Whole where it is whole."""
    if amount is None or Decimal(amount) != int(amount):
        return amount
    return int(amount)
