"""Which row names the columns, and which field of the type each column is.

A title is met as the field's name, its label in either language, or a word the type
declares in `headers`; titles and notes above the header, and sheets without one, are
told from data by the columns the type cannot do without.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django import forms
from django.utils.translation import override

from records.record_types import RecordType
from records.spreadsheets.reading import Row, Sheet
from records.text import fold, tidy
from records.words import LANGUAGES

DEEPEST = 50  # rows that may stand above the header
COMMON = {
    "centre": ("센터", "센터명", "기관코드", "지원기관"),
    "external_id": ("원본번호", "원본ID", "관리번호", "일련번호"),
    "notes": ("비고", "메모", "특이사항", "remarks"),
}


@dataclass(frozen=True)
class Header:
    """The header row of a sheet: column → field, the titles of other columns, and the
    unit that a title gives ("백만원")."""

    number: int
    columns: dict[int, str]
    titles: dict[int, str]
    ignored: dict[int, str]
    units: dict[int, str] = field(default_factory=dict)

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
        self.by_word: dict[str, list[str]] = {}
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
        """The sheet's header, or None for a sheet that is not of this type."""
        best = None
        for row in sheet.rows[:DEEPEST]:
            header = self.read(row)
            if not self.required <= set(header.columns.values()):
                continue
            if best is None or len(header.columns) > len(best.columns):
                best = header
        return best if best and best.columns else None

    def read(self, row: Row) -> Header:
        """Each title taken for the field it can only mean, then the others for the
        first of their meanings that is not taken."""
        titles = {
            column: tidy(str(cell)) for column, cell in enumerate(row.cells) if cell
        }
        meanings = {
            column: self.by_word.get(folded(title), [])
            for column, title in titles.items()
        }
        columns: dict[int, str] = {}
        for column in sorted(titles, key=lambda c: (len(meanings[c]), c)):
            free = [m for m in meanings[column] if m not in columns.values()]
            if free:
                columns[column] = free[0]
        ignored = {c: title for c, title in titles.items() if c not in columns}
        return Header(row.number, dict(sorted(columns.items())), titles, ignored)


def folded(title: str) -> str:
    """A title as compared: also without the mark of a required column."""
    return fold(title).strip("*※")


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
