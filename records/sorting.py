"""The order of a list: the model's own, or one that the address asks for.

A column that an index keeps in order can be sorted in a list of any length; any other
one while the list is short. So no sort ever reads a whole big table.
"""

from dataclasses import dataclass

from django.db import models
from django.db.models import F, OrderBy, Q
from django.db.models.functions import Coalesce
from django.http import QueryDict
from django.utils.translation import gettext as _

from records.querysets import SharedQuerySet
from records.record_types import RecordType
from records.refusals import Refusal

SORTABLE = (
    models.CharField,
    models.DateField,
    models.IntegerField,
    models.DecimalField,
    models.BooleanField,
)


def sorted_by(column: str, *, name: str) -> tuple[models.Index, ...]:
    """The two indexes a list in the order of `column` reads: of one centre, and over
    all."""
    kept = Q(deleted_at__isnull=True)
    return (
        models.Index(
            fields=("centre", column, "id"), condition=kept, name=f"{name}_of_centre"
        ),
        models.Index(fields=(column, "id"), condition=kept, name=f"{name}_of_all"),
    )


@dataclass(frozen=True)
class Order:
    """By a column, then by pk; or by pk alone. As the database has it, what is empty
    comes last going up and first going down."""

    column: str
    is_descending: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        sign = "-" if self.is_descending else ""
        return tuple(f"{sign}{name}" for name in dict.fromkeys((self.column, "pk")))

    @property
    def gathering(self) -> tuple:
        """The same order, which no index keeps: few records are gathered by what they
        have in common and then sorted, never met one by one among all others."""
        parts = (F(name.removeprefix("-")) for name in self.columns)
        return tuple(
            OrderBy(Coalesce(part, part), descending=self.is_descending)
            for part in parts
        )

    @property
    def reversed(self) -> "Order":
        return Order(self.column, not self.is_descending)

    def __str__(self) -> str:
        return f"-{self.column}" if self.is_descending else self.column


def own_order(model: type[models.Model]) -> Order:
    first = model._meta.ordering[0]
    return Order(first.removeprefix("-"), first.startswith("-"))


def sortable(record_type: RecordType) -> tuple[str, ...]:
    """The columns that can be sorted by: fields of the record itself, one value each.
    An order would tell what a masked one says."""
    names = dict.fromkeys((*record_type.columns, *record_type.all_fields))
    return tuple(
        name
        for name in names
        if "__" not in name
        and name not in record_type.masked
        and isinstance(record_type.field(name), SORTABLE)
    )


def is_kept_in_order(record_type: RecordType, column: str) -> bool:
    """Whether indexes keep the column's order, over all and within a centre."""
    if column == "pk":
        return True
    kept = {tuple(index.fields) for index in record_type.model._meta.indexes}
    wanted = {(column, "id")}
    if not isinstance(record_type.model.objects.all(), SharedQuerySet):
        wanted.add(("centre", column, "id"))
    return wanted <= kept


def read_order(record_type: RecordType, text: str | None, *, is_short: bool) -> Order:
    """The order asked for. Raises Refusal for what cannot be sorted by."""
    if not text:
        return own_order(record_type.model)
    order = Order(text.removeprefix("-"), text.startswith("-"))
    known = sortable(record_type)
    if order.column not in known:
        raise Refusal(
            _("This list cannot be sorted by “%(column)s”; it can by %(known)s.")
            % {"column": order.column, "known": ", ".join(known)}
        )
    if not is_short and not is_kept_in_order(record_type, order.column):
        raise Refusal(
            _(
                "So long a list cannot be sorted by “%(column)s”: narrow it by a filter"
                " first, or sort by %(known)s."
            )
            % {
                "column": order.column,
                "known": ", ".join(
                    c for c in known if is_kept_in_order(record_type, c)
                ),
            }
        )
    return order


@dataclass(frozen=True)
class Heading:
    """How a column's header leads to the list in the column's order."""

    query: str
    aria_sort: str


def headings(
    record_type: RecordType, params: QueryDict, order: Order, *, is_short: bool
) -> dict[str, Heading]:
    """The columns that can be sorted by now; one that is already leads to the other
    direction."""
    return {
        column: Heading(
            query_of(params, turned(column, order)), aria_sort(column, order)
        )
        for column in sortable(record_type)
        if is_short or is_kept_in_order(record_type, column)
    }


def turned(column: str, order: Order) -> Order:
    return order.reversed if column == order.column else Order(column)


def aria_sort(column: str, order: Order) -> str:
    if column != order.column:
        return ""
    return "descending" if order.is_descending else "ascending"


def query_of(params: QueryDict, order: Order) -> str:
    """The address's parameters for the first page in another order."""
    kept = params.copy()
    for name in ("after", "before"):
        kept.pop(name, None)
    kept["sort"] = str(order)
    return kept.urlencode()
