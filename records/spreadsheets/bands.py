"""Rows that head the rows below them by a year or a month: 2018년, ▶ 3월, 3월분."""

import re
from dataclasses import dataclass, replace

from records.spreadsheets.cells import is_nothing, text
from records.spreadsheets.headers import Header
from records.spreadsheets.sheets import Row
from records.text import fold

BAND = re.compile(
    r"[\W_]*(?:(?P<year>(?:19|20)\d{2})\s*(?:년도?|[.](?=\s*\d{1,2}\s*월)))?"
    r"[\W_]*(?:(?P<month>1[0-2]|0?[1-9])\s*월)?\s*(?:분|중|실적|현황|상담)?"
    r"[\W_]*(?:총?\s*[\d,]+\s*(?:건|개사|명))?[\W_]*"
)
YEAR_TITLES = frozenset(("연도", "년도", "년", "year"))
MONTH_TITLES = frozenset(("월", "month"))
YEARS = range(1900, 2100)
MONTHS = range(1, 13)


@dataclass(frozen=True)
class Dated:
    """The year and month that days without them are of."""

    year: int | None = None
    month: int | None = None

    def under(self, band: "Dated") -> "Dated":
        """As below a further band: a year begins anew, a month stays in its year."""
        return band if band.year else replace(self, month=band.month)


def band_of(row: Row) -> Dated | None:
    """What the row says about those below it, if that is all it says."""
    filled = [cell for cell in row.cells if not is_nothing(cell)]
    if not filled or any(cell != filled[0] for cell in filled):
        return None
    if not isinstance(filled[0], str) or len(filled[0]) > 30:
        return None
    found = BAND.fullmatch(text(filled[0]))
    if not found or not (found["year"] or found["month"]):
        return None
    return Dated(*(int(told) if told else None for told in found.group(1, 2)))


def dated_by_columns(header: Header, row: Row, around: Dated) -> Dated:
    """With the year and month that columns of their own give to the row."""
    for column, title in header.ignored.items():
        known = fold(title)
        if known in YEAR_TITLES and (year := number_in(row.cell(column))) in YEARS:
            around = replace(around, year=year)
        if known in MONTH_TITLES and (month := number_in(row.cell(column))) in MONTHS:
            around = replace(around, month=month)
    return around


def number_in(cell) -> int | None:
    found = re.fullmatch(r"(\d{1,4})\s*[년월]?도?", text(cell))
    return int(found[1]) if found else None
