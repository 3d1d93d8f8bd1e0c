"""A list as a table for a file: its filters, its order, all columns or those shown."""

from collections.abc import Iterator

from django.db import models
from django.http import QueryDict
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from accounts.models import User
from records.columns import columns_shown
from records.exports.responses import wants_shown_only
from records.exports.tables import Table, Value
from records.exports.values import Values, own_columns
from records.filter_addresses import chips
from records.filters import RecordFilterSet
from records.record_types import RecordType
from records.sorting import read_order

AT_ONCE = 1000  # records in memory

Fact = tuple[str, Value]


def list_table(filterset: RecordFilterSet, params: QueryDict, user: User) -> Table:
    """What the list at this address holds. Raises Refusal as the list does."""
    record_type = filterset.record_type
    names = columns_wanted(record_type, params, user)
    values = Values(record_type)
    return Table(
        name=record_type.slug,
        title=str(capfirst(record_type.label_plural)),
        columns=tuple(values.column(name) for name in names),
        rows=rows_of(values, ordered(record_type, filterset.chosen, params), names),
        facts=(*facts_of(filterset, params, user), how_read_back(record_type)),
    )


def columns_wanted(
    record_type: RecordType, params: QueryDict, user: User
) -> tuple[str, ...]:
    if not wants_shown_only(params):
        return own_columns(record_type)
    shown = columns_shown(record_type, params, user)
    return tuple(dict.fromkeys((own_columns(record_type)[0], *shown)))


def ordered(
    record_type: RecordType, records: models.QuerySet, params: QueryDict
) -> models.QuerySet:
    """In the order of the page; a file is read whole, so any column will do."""
    order = read_order(record_type, params.get("sort"), is_short=True)
    return records.order_by(*order.columns)


def rows_of(values: Values, records: models.QuerySet, names) -> Iterator[list[Value]]:
    shown = values.record_type.rows(records)
    getters = [values.getter(name) for name in names]
    for record in shown.iterator(chunk_size=AT_ONCE):
        yield [read(record) for read in getters]


def facts_of(
    filterset: RecordFilterSet, params: QueryDict, user: User, *, but=()
) -> Iterator[Fact]:
    """Which records they are, who took them out and when."""
    told = [f"{c.label}: {c.value}" for c in chips(filterset, params, but=but)]
    yield _("Filters"), " · ".join(told) or _("none: all records")
    if sort := str(params.get("sort", "")):
        header = str(Values(filterset.record_type).header(sort.removeprefix("-")))
        falling = _("%(column)s, falling") % {"column": header}
        yield _("Order"), falling if sort.startswith("-") else header
    yield from made_by(user)


def made_by(user: User) -> Iterator[Fact]:
    yield _("Taken out by"), f"{user} ({user.centre or _('All centres')})"
    now = timezone.localtime()
    yield (
        _("Taken out on"),
        _("%(moment)s, Seoul") % {"moment": f"{now:%Y-%m-%d %H:%M}"},
    )


def how_read_back(record_type: RecordType) -> Fact:
    key = Values(record_type).header(own_columns(record_type)[0])
    return _("Bringing it in again"), _(
        "Correct cells and bring the file in: each row changes the record that "
        "“%(key)s” names, and only what you changed. An empty cell changes nothing; "
        "empty a field on the record's page. Text shown in part (***) changes nothing."
    ) % {"key": key}
