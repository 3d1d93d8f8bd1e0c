"""Which columns a list shows: those its address names, else those its reader chose,
else the declared ones."""

from collections.abc import Iterable

from django.http import QueryDict
from django.utils.translation import gettext as _

from accounts.models import User
from records.reading import Reader
from records.record_types import RecordType
from records.refusals import Refusal
from records.saved_views import ChosenColumns, read_columns

CONVERTED = "amount_krw"


def possible_columns(record_type: RecordType) -> tuple[str, ...]:
    """Every column a list of the type can show, declared ones first."""
    own = () if record_type.is_code_list else ("reference", "centre")
    money = (CONVERTED,) if record_type.field(CONVERTED) else ()
    names = (*record_type.columns, *record_type.all_fields, *money, *own)
    return tuple(dict.fromkeys(names))


def columns_shown(
    record_type: RecordType, params: QueryDict, user: User
) -> tuple[str, ...]:
    """Raises Refusal for a column in the address that the type does not have."""
    return (
        columns_in(record_type, params)
        or chosen_columns(record_type, user)
        or record_type.columns
    )


def columns_in(record_type: RecordType, params: QueryDict) -> tuple[str, ...]:
    """The columns an address names; the same one twice is one."""
    return checked(record_type, read_columns(params))


def checked(record_type: RecordType, names: Iterable[str]) -> tuple[str, ...]:
    """The names without repetition. Raises Refusal for one that is no column."""
    names = tuple(dict.fromkeys(names))
    possible = possible_columns(record_type)
    unknown = [name for name in names if name not in possible]
    if unknown:
        raise Refusal(
            _("“%(unknown)s” is no column of this list. Columns: %(known)s.")
            % {"unknown": ", ".join(unknown), "known": ", ".join(possible)}
        )
    return names


def chosen_columns(record_type: RecordType, user: User) -> tuple[str, ...]:
    """What the user chose to see, but for columns that are no more."""
    chosen = ChosenColumns.objects.filter(owner=user, record_type=record_type.slug)
    possible = possible_columns(record_type)
    names = chosen.values_list("columns", flat=True).first() or ()
    return tuple(name for name in names if name in possible)


def moved(names: list[str], name: str, *, by: int) -> list[str]:
    """The names with one of them a place further up (-1) or down (1)."""
    start = names.index(name)
    end = min(max(start + by, 0), len(names) - 1)
    left = [other for other in names if other != name]
    return [*left[:end], name, *left[end:]]


def labelled(record_type: RecordType, names: Iterable[str]) -> list[tuple[str, str]]:
    reader = Reader(record_type)
    return [(name, reader.header(name)) for name in names]
