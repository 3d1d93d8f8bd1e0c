"""Which field of the type each column is, by the titles of its header.

A title is met as the field's name, its label in either language, or a word the type
declares in `headers`; what stands in brackets after it, such as a unit, may be left
out. A header of two rows names a column by both: 투자 above 금액 is 투자금액.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from django import forms
from django.utils.translation import override

from records import written_fields
from records.record_types import RecordType
from records.spreadsheets import layouts
from records.spreadsheets.sheets import Row, Sheet
from records.spreadsheets.units import unit_of, without_brackets
from records.text import fold, tidy
from records.words import LANGUAGES

DEEPEST = layouts.DEEPEST
LONGEST = 60  # characters of a title that can be one
MOST_MET = 20_000  # texts that are remembered for what they mean
DAY = re.compile(r"(?<=\w\w)(?:일자|일시|날짜)$")
OWN = "reference"  # the column of files that went out of here
COMMON = {
    "centre": ("센터", "센터명", "기관코드", "지원기관"),
    "external_id": ("원본번호", "원본ID", "관리번호", "일련번호"),
    "notes": ("비고", "메모", "특이사항", "remarks"),
}


@dataclass(frozen=True)
class Header:
    """A header of a sheet: column → field, and the titles of other columns.

    `number` is its last row, `depth` how many rows it has. `units` are those that its
    titles or a note above it give, by column: "천원", "분". `later` are the headers
    further down in the same sheet that begin another layout or repeat this one.
    """

    number: int
    columns: dict[int, str]
    titles: dict[int, str]
    ignored: dict[int, str]
    units: dict[int, str] = field(default_factory=dict)
    depth: int = 1
    later: tuple["Header", ...] = ()

    @property
    def first(self) -> int:
        return self.number - self.depth + 1

    def title(self, field: str) -> str:
        for column, name in self.columns.items():
            if name == field:
                return self.titles[column]
        return field

    def is_repeated_in(self, row: Row) -> bool:
        same = [
            column
            for column, title in self.titles.items()
            if isinstance(row.cell(column), str)
            and len(row.cell(column)) <= LONGEST
            and folded(row.cell(column)) == folded(title)
        ]
        return len(same) * 2 > len(self.titles)


class Titles:
    """The words for the columns of a type.

    `fields` are a form's, by name; `required` are those without which a row cannot be
    a record. A name such as "startup__biz_reg_no" is a column about the linked record.
    """

    def __init__(
        self,
        record_type: RecordType,
        fields: Mapping[str, forms.Field],
        required: frozenset[str],
    ) -> None:
        self.required = required
        self.fields = fields
        self.by_word: dict[str, list[str]] = {}
        self.met: dict[str, list[str]] = {}
        for name in fields:
            self.add(name, name)
        for name, words in (*record_type.headers.items(), *COMMON.items()):
            if name in fields or "__" in name:
                self.add(name, *words)
        for name in fields:
            self.add(name, *labels(record_type, name, fields[name]))

    def add(self, name: str, *words: str) -> None:
        for word in map(folded, words):
            meanings = self.by_word.setdefault(word, [])
            if name not in meanings:
                meanings.append(name)

    def header_of(self, sheet: Sheet) -> Header | None:
        """The sheet's header with those further down, or None for a sheet that is not
        of this type."""
        return layouts.header_of(self, sheet)

    def suffice(self, fields: set[str]) -> bool:
        """Whether rows with these fields can be records; those that bear a record's
        reference need not say the rest of it again."""
        return self.required <= fields or {OWN} < fields

    def meanings(self, title) -> list[str]:
        """The fields that a title may mean; none for what is no title."""
        if not isinstance(title, str) or len(title) > LONGEST:
            return []
        if title not in self.met:
            if len(self.met) == MOST_MET:
                self.met.clear()
            bare = folded(without_brackets(title))
            self.met[title] = self.by_word.get(folded(title)) or self.by_word.get(
                bare, []
            )
        return self.met[title]

    def knows(self, row: Row) -> bool:
        """Whether a cell of the row may be the title of what no record lacks."""
        wanted = {*self.required, OWN} if self.required else self.fields.keys()
        return any(
            not wanted.isdisjoint(self.meanings(cell))
            for cell in row.cells
            if isinstance(cell, str)
        )

    def read(self, row: Row) -> Header:
        """Each title taken for the field it can only mean, then the others for the
        first of their meanings that is not taken."""
        titles = titles_in(row.cells)
        meanings = {column: (1, self.meanings(t)) for column, t in titles.items()}
        return self.header(row.number, titles, meanings)

    def read_two(self, groups: Mapping[int, str], row: Row) -> Header:
        """A header of two rows: titles below titles of groups. What both say together
        comes before what the lower one says, or the upper one above a blank."""
        titles, meanings = titles_in(row.cells), {}
        for column in sorted({*groups, *titles}):
            upper, lower = groups.get(column, ""), titles.get(column, "")
            both = self.meanings(upper + lower) if upper and lower else []
            if both:
                titles[column] = f"{upper} {lower}"
            elif not lower and not self.meanings(upper):
                continue
            titles.setdefault(column, upper)
            meanings[column] = (0, both) if both else (1, self.meanings(lower or upper))
        return self.header(row.number, titles, meanings, depth=2)

    def header(
        self, number: int, titles: dict[int, str], meanings: dict, *, depth: int = 1
    ) -> Header:
        columns: dict[int, str] = {}
        order = sorted(meanings, key=lambda c: (meanings[c][0], len(meanings[c][1]), c))
        for column in order:
            free = [m for m in meanings[column][1] if m not in columns.values()]
            if free:
                columns[column] = free[0]
        ignored = {c: title for c, title in titles.items() if c not in columns}
        units = {c: unit for c, t in titles.items() if (unit := unit_of(t))}
        columns = dict(sorted(columns.items()))
        return Header(number, columns, titles, ignored, units, depth)

    def takes_unit(self, name: str, unit: str) -> bool:
        """Whether a unit given for a whole table is this field's: money of amounts,
        time of durations."""
        is_time = unit in ("분", "시간")
        kind = written_fields.MinutesField if is_time else written_fields.AmountField
        return isinstance(self.fields.get(name), kind)


def titles_in(cells: tuple) -> dict[int, str]:
    return {
        column: " ".join(tidy(str(cell)).split())
        for column, cell in enumerate(cells)
        if cell
    }


@lru_cache(maxsize=MOST_MET)
def folded(title: str) -> str:
    """A title as compared: also without the mark of a required column, and with the
    words for a day made one (상담일자, 상담일시, 상담일)."""
    return DAY.sub("일", fold(title).strip("*※"))


def labels(record_type: RecordType, name: str, form_field: forms.Field) -> set[str]:
    """What the field is called on pages and in exported files, in each language."""
    field = record_type.field(name)
    found = set()
    for language in LANGUAGES:
        with override(language):
            found.add(str(form_field.label or name))
            if field is not None:
                found.add(str(field.verbose_name))
    return found
