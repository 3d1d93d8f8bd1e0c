"""A page of a list by its place in the order, not by its number.

The address holds the values of the row that the page comes after or before, so a deep
page costs what the first one does, and records entered meanwhile neither repeat nor
push others out of sight.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Func, Q, Value
from django.http import QueryDict
from django.utils.translation import gettext as _

from records.record_types import RecordType
from records.refusals import Refusal
from records.search import Search
from records.sorting import Heading, Order, headings, own_order, read_order

PAGE_SIZE = 50
COUNTED = 10_000  # a longer list is only known to be longer
FEW = 2_000  # so many are sorted sooner than met on the way through all
AFFORDABLE = 5_500  # of what the planner calls cost: some 15 ms
PARAMETERS = ("sort", "after", "before")
END = "end"  # before=end: the last page


class Beyond(Func):
    """(column, pk) < (value, pk), which one index answers; > going up."""

    output_field = models.BooleanField()

    def __init__(self, *parts, sign: str) -> None:
        super().__init__(*parts)
        self.sign = sign

    def as_sql(self, compiler, connection, **context):
        sql, params = zip(
            *map(compiler.compile, self.get_source_expressions()), strict=True
        )
        column, pk, value, value_pk = sql
        return f"({column}, {pk}) {self.sign} ({value}, {value_pk})", sum(
            (tuple(given) for given in params), ()
        )


@dataclass(frozen=True)
class Place:
    """A row's place in an order: its value there, which may be none, and its pk."""

    value: object
    pk: int

    def __str__(self) -> str:
        text = json.dumps([self.value, self.pk], cls=DjangoJSONEncoder)
        return urlsafe_b64encode(text.encode()).decode().rstrip("=")


def read_place(text: str, column: models.Field) -> Place:
    """Raises Refusal for what no list has written."""
    try:
        padded = text + "=" * (-len(text) % 4)
        value, pk = json.loads(urlsafe_b64decode(padded.encode("ascii")))
        if not isinstance(pk, int) or not 0 <= pk < 2**63 or "\x00" in str(value):
            raise ValueError(text)
        value = column.to_python(value)
        if isinstance(value, int):
            column.run_validators(value)
        return Place(value, pk)
    except (ValueError, TypeError, OverflowError, ValidationError) as error:
        raise Refusal(
            _("“%s” is no place in this list; open the list from its first page.")
            % text
        ) from error


def beyond(records: models.QuerySet, order: Order, place: Place | None) -> Iterator:
    """The records after a place, in one or two parts whose order is the list's: what
    has no value comes last going up, and first going down."""
    if place is None:
        yield records
        return
    sign = "<" if order.is_descending else ">"
    if order.column == "pk":
        yield records.filter(**{f"pk__{'lt' if sign == '<' else 'gt'}": place.pk})
        return
    nothing = Q(**{f"{order.column}__isnull": True})
    if place.value is None:
        side = {f"pk__{'lt' if sign == '<' else 'gt'}": place.pk}
        yield records.filter(nothing, **side)
        if order.is_descending:
            yield records.exclude(nothing)
        return
    column = records.model._meta.get_field(order.column)
    value = Value(place.value, output_field=column)
    yield records.filter(
        Beyond(F(column.name), F("pk"), value, Value(place.pk), sign=sign)
    )
    if not order.is_descending and column.null:
        yield records.filter(nothing)


@dataclass
class Page:
    """The rows of one page; `previous` and `next` are parameters, none at an end."""

    order: Order
    rows: list[tuple]
    previous: dict[str, str] = field(default_factory=dict)
    next: dict[str, str] = field(default_factory=dict)

    @property
    def pks(self) -> list[int]:
        return [pk for _value, pk in self.rows]

    def of(self, records: models.QuerySet) -> models.QuerySet:
        """The page's records, in its order."""
        return records.filter(pk__in=self.pks).order_by(*self.order.columns)


class Listing:
    """Records of a type in an order, of which one page is read.

    `records` are narrowed but not searched; `count` is given where it is known. Raises
    Refusal for a sort or a place that cannot be read.
    """

    def __init__(
        self,
        record_type: RecordType,
        records: models.QuerySet,
        params: QueryDict,
        *,
        search: Search | None = None,
        size: int = PAGE_SIZE,
        count: int | None = None,
    ) -> None:
        self.record_type = record_type
        self.params = params
        self.size = size
        self.records, self.search = records.order_by(), search
        if search is not None:
            own = own_order(record_type.model)
            found = search.within(records.order_by(*own.columns), wanted=size + 1)
            if found.is_few:
                self.records, self.search = found.records.order_by(), None
        self.count = count
        if count is None and self.search is None:
            self.count = count_if_affordable(self.records)
        self.order = read_order(record_type, params.get("sort"), is_short=self.is_short)
        self.page = self.read(params.get("after"), params.get("before"))

    @property
    def known_count(self) -> int:
        """`count`, counted where that takes its time: through what a search found."""
        if self.count is not None:
            return self.count
        return counted(self.records.filter(self.search.condition))

    @property
    def is_short(self) -> bool:
        return self.count is not None and self.count <= COUNTED

    @property
    def column(self) -> models.Field:
        options = self.record_type.model._meta
        return (
            options.pk
            if self.order.column == "pk"
            else options.get_field(self.order.column)
        )

    def read(self, after: str | None, before: str | None) -> Page:
        if after and before:
            raise Refusal(_("A page comes after a place or before one, not both."))
        is_backward = bool(before)
        given = after or before
        place = None if given in (None, "", END) else read_place(given, self.column)
        order = self.order.reversed if is_backward else self.order
        rows = self.rows_beyond(order, place)
        has_more = len(rows) > self.size
        rows = rows[: self.size]
        if is_backward:
            rows.reverse()
        has_previous = has_more if is_backward else bool(given)
        has_next = given != END if is_backward else has_more
        page = Page(self.order, rows)
        if has_previous:
            page.previous = {"before": str(Place(*rows[0])) if rows else END}
        if has_next and rows:
            page.next = {"after": str(Place(*rows[-1]))}
        return page

    def rows_beyond(self, order: Order, place: Place | None) -> list[tuple]:
        """(value, pk) of one row more than a page holds."""
        rows = []
        is_gathered = self.count is not None and self.count <= FEW
        columns = order.gathering if is_gathered else order.columns
        for part in beyond(self.records, order, place):
            part = part.order_by(*columns)
            left = self.size + 1 - len(rows)
            if self.search is not None:
                part = self.search.within(part, wanted=left).records
            rows += part.values_list(order.column, "pk")[:left]
            if len(rows) > self.size:
                break
        return rows

    @property
    def headings(self) -> dict[str, Heading]:
        return headings(
            self.record_type, self.params, self.order, is_short=self.is_short
        )

    @property
    def count_text(self) -> str:
        return f"{min(self.count, COUNTED):,}"

    @property
    def range_text(self) -> str:
        """Which rows of all these are, where that can be counted."""
        if (self.page.previous and not self.is_short) or not self.page.rows:
            return ""
        first = 1 + (self.rows_before() if self.page.previous else 0)
        return f"{first:,}–{first + len(self.page.rows) - 1:,}"

    def rows_before(self) -> int:
        place = Place(*self.page.rows[0])
        parts = beyond(self.records, self.order.reversed, place)
        return sum(part.count() for part in parts)


def counted(records: models.QuerySet) -> int:
    """How many there are; COUNTED + 1 stands for any number above it."""
    return to_count(records).count()


def count_if_affordable(records: models.QuerySet) -> int | None:
    """`counted`; None where the planner says that even that takes its time."""
    plan = to_count(records).explain(format="json")
    if not plan:  # what is asked for contradicts itself; the database is not asked
        return 0
    cost = json.loads(plan)[0]["Plan"]["Total Cost"]
    return counted(records) if cost <= AFFORDABLE else None


def to_count(records: models.QuerySet) -> models.QuerySet:
    return records.order_by().values("pk")[: COUNTED + 1]
