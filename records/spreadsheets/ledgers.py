"""Ledgers: one sheet with records of several types, told by a word in each row.

Which words, and what they say of a record, the types declare (`ledger_words`); each
row is read under its own type's header.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from records import record_types
from records.record_types import RecordType
from records.spreadsheets.cells import is_nothing, text
from records.spreadsheets.corrections import Corrections
from records.spreadsheets.desks import Desk, required_of
from records.spreadsheets.headers import DEEPEST, Header, Titles, folded
from records.spreadsheets.layouts import with_units
from records.spreadsheets.planning import Plan, titles_of
from records.spreadsheets.reading import Row, Sheet
from records.text import fold

TYPE = "type"  # the column that tells a row's type, as the report names it
TYPE_TITLES = (
    "성과유형",
    "성과구분",
    "성과종류",
    "유형",
    "구분",
    "종류",
    "record type",
)
CENTRE_TITLES = ("기관", "기관명", "거점", "지점", "지원센터")
SAMPLE = 200  # rows by whose words a ledger is recognised


@dataclass(frozen=True)
class Kind:
    """What a row's word says: its type, that type's header, values of the record."""

    record_type: RecordType
    header: Header
    values: Mapping[str, str]


@dataclass(frozen=True)
class Ledger:
    """`column` holds the words; `headers` are by the slug of the type."""

    column: int
    header: Header
    headers: dict[str, Header]

    def kind_of(self, row: Row) -> Kind | str:
        """The first type of the row's word that has all it needs in the row, or a
        sentence why there is none."""
        word = text(row.cell(self.column))
        kinds = [
            Kind(record_type, self.headers[record_type.slug], values)
            for record_type, values in words().get(fold(word), ())
            if record_type.slug in self.headers
        ]
        if kinds:
            return next((kind for kind in kinds if is_given(kind, row)), kinds[0])
        return _("“%(found)s” tells no type of record; accepted are: %(known)s.") % {
            "found": word or "-",
            "known": ", ".join(self.known_words()),
        }

    def known_words(self) -> list[str]:
        known = [
            word
            for record_type in record_types.all_types()
            if record_type.slug in self.headers
            for word in record_type.ledger_words
        ]
        return list(dict.fromkeys(known))


def is_given(kind: Kind, row: Row) -> bool:
    needed = required_of(Desk.of_nobody(kind.record_type).fields) - kind.values.keys()
    filled = {
        name
        for column, name in kind.header.columns.items()
        if not is_nothing(row.cell(column))
    }
    return needed <= filled


def words() -> dict[str, list[tuple[RecordType, Mapping[str, str]]]]:
    found: dict[str, list] = {}
    for record_type in record_types.all_types():
        for word, values in record_type.ledger_words.items():
            found.setdefault(fold(word), []).append((record_type, values))
    return found


def plans_of_ledgers(sheets: list[Sheet], corrections: Corrections) -> list[Plan]:
    """The sheets that are ledgers, with the others left out; none where none is."""
    titles = {
        record_type: titles_in_ledger(record_type)
        for record_type in record_types.all_types()
        if record_type.ledger_words
    }
    plans = []
    for sheet in sheets:
        told = corrections.sheets.get(sheet.name)
        if told and told.is_left_out:
            plans.append(Plan(sheet, None, _("left out by a person")))
        elif sheet.is_hidden:
            plans.append(Plan(sheet, None, _("hidden sheet")))
        elif ledger := ledger_of(titles, sheet):
            plans.append(Plan(sheet, ledger.header, ledger=ledger))
        else:
            plans.append(Plan(sheet, None, _("no header")))
    return plans if any(plan.ledger for plan in plans) else []


def titles_in_ledger(record_type: RecordType) -> Titles:
    titles = titles_of(record_type)
    for name, others in record_type.ledger_headers.items():
        titles.add(name, *others)
    titles.add("centre", *CENTRE_TITLES)
    return titles


def ledger_of(titles: dict[RecordType, Titles], sheet: Sheet) -> Ledger | None:
    """The sheet's ledger, where a row names the column of types and explains most of
    the others, and most words below it are known."""
    for row in sheet.rows[:DEEPEST]:
        for column, cell in enumerate(row.cells):
            if isinstance(cell, str) and folded(cell) in map(folded, TYPE_TITLES):
                ledger = read(titles, row, column)
                if (
                    ledger
                    and has_known_words(ledger, sheet)
                    and not is_of_one_type(ledger, row, sheet)
                ):
                    return with_units_of(titles, ledger, sheet)
    return None


def with_units_of(
    titles: dict[RecordType, Titles], ledger: Ledger, sheet: Sheet
) -> Ledger:
    """The ledger with the units that its titles and the notes above it give."""
    headers = {
        record_type.slug: with_units(its_titles, header, sheet, 0)
        for record_type, its_titles in titles.items()
        if (header := ledger.headers.get(record_type.slug))
    }
    return replace(ledger, headers=headers)


def read(titles: dict[RecordType, Titles], row: Row, column: int) -> Ledger | None:
    """The ledger whose header this row is; each type that has what it needs in it."""
    others = replace(
        row, cells=tuple(None if c == column else v for c, v in enumerate(row.cells))
    )
    headers = {
        record_type.slug: replace(header, titles=header.titles | {column: row_type})
        for record_type, its_titles in titles.items()
        if (header := its_titles.read(others))
        and its_titles.required - preset(record_type) <= set(header.columns.values())
        and (row_type := text(row.cell(column)))
    }
    if len(headers) < 2:
        return None
    columns = {column: TYPE}
    for header in headers.values():
        columns |= {c: n for c, n in header.columns.items() if c not in columns}
    all_titles = next(iter(headers.values())).titles
    ignored = {c: title for c, title in all_titles.items() if c not in columns}
    whole = Header(row.number, dict(sorted(columns.items())), all_titles, ignored)
    return Ledger(column, whole, headers) if len(columns) > len(ignored) else None


def preset(record_type: RecordType) -> set[str]:
    """What each of the type's words says of a record."""
    return set.intersection(*map(set, record_type.ledger_words.values()))


def said_in(ledger: Ledger, sheet: Sheet) -> list[str]:
    """The first of the words that stand in the column of types, folded."""
    below = [row for row in sheet.rows if row.number > ledger.header.number][:SAMPLE]
    said = [fold(text(row.cell(ledger.column))) for row in below]
    return [word for word in said if word]


def has_known_words(ledger: Ledger, sheet: Sheet) -> bool:
    said, known = said_in(ledger, sheet), words()
    return sum(word in known for word in said) * 2 > len(said)


def is_of_one_type(ledger: Ledger, row: Row, sheet: Sheet) -> bool:
    """Whether all words are one type's and its own titles say as much."""
    known = words()
    told = {known[word][0][0] for word in said_in(ledger, sheet) if word in known}
    if len(told) != 1:
        return False
    own = titles_of(told.pop()).read(row)
    return len(own.columns) >= len(ledger.header.columns)
