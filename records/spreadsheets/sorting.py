"""Which rows of a sheet are data: not titles, subtotals, notes, copies of the header,
code lists or rows that only bear a number; and what stands around each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from records.spreadsheets.bands import Dated, band_of, dated_by_columns
from records.spreadsheets.cells import is_nothing, text
from records.spreadsheets.headers import Header
from records.spreadsheets.layouts import OF_CODE_LISTS, titles_between
from records.spreadsheets.sheets import Row, Sheet
from records.text import fold

TOTAL = re.compile(
    r"(?:(?:19|20)\d{2}년도?)?(?:\d{1,2}(?:[~∼-]\d{1,2})?월|\d분기|상반기|하반기|\w{0,10}별)?"
    r"(?:중간)?(?:소계|합계|총계|누계|월계|계|총합계|총합|평균|subtotal|total|grandtotal|sum)"
    r"(?:총?[\d]+(?:건|개사|명|회|원|개)?)?"
)
NOTE = re.compile(
    r"\s*(?:※|\*|☞|주\)|주\d*[:)]|작성|출처|단위|[(\[]단위|참고|이하\s*여백|-*\s*[끝이]\s*[.]?[-\s]*$)"
)
DITTO = re.compile(
    r"[〃″\"“”ˮ״]{1,4}|''|,,|[(\[]?(?:상동|동상|위와같음|위와동일|ditto)[)\]]?"
)
YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)(\s*년)?")
OF_CODE_LIST = re.compile(r".*(?:분류|코드|구분|약어)\s*(?:표|목록|안내)\W*|\W*범례\W*")
NUMBER = "external_id"


@dataclass(frozen=True)
class Sorted:
    """A row with its header, the day's surroundings, and why it is no data ("" for
    data). `notes` are what a person should know about data."""

    row: Row
    header: Header
    dated: Dated
    reason: str = ""
    is_hidden: bool = False
    notes: tuple[str, ...] = ()


def sorted_rows(
    sheet: Sheet, header: Header, required: frozenset[str], file_name: str
) -> Iterator[Sorted]:
    """Every row of the sheet under the header it belongs to, ditto marks replaced."""
    layouts = {later.first: later for later in header.later}
    titles = {
        row.number: later
        for later in header.later
        for row in titles_between(later, sheet)
        if not band_of(row)
    }
    dated = Dated(year_of(sheet, header, file_name))
    above, is_listing, is_after_blank = Row(0, ()), False, False
    for row in numbered(sheet):
        if row.number in layouts:
            header, above, is_listing = layouts[row.number], Row(0, ()), False
            dated = dated.under(Dated(year_above(sheet, header)))
        reason = "" if row.number not in titles else _("above the header")
        reason = reason or not_data(header, row, required)
        if row.number > header.number and (band := band_of(row)):
            dated, reason = dated.under(band), _("heading of a month or year")
        is_listing = (
            row.number > header.number
            and not row.is_blank
            and (is_listing or (is_after_blank and begins_code_list(row)))
        )
        if is_listing:
            reason = _("code list")
        is_after_blank = row.is_blank
        if reason:
            yield Sorted(row, header, dated, reason)
        elif row.is_hidden and not sheet.is_filtered:
            yield Sorted(row, header, dated, _("hidden row"), is_hidden=True)
        else:
            row = above = as_above(row, above, header)
            around = dated_by_columns(header, row, dated)
            yield Sorted(row, header, around, notes=notes_on(header, row))


def notes_on(header: Header, row: Row) -> tuple[str, ...]:
    struck = [
        header.titles[column] for column in header.columns if column in row.struck
    ]
    if not struck:
        return row.notes
    told = _("Struck through in part: %(columns)s.") % {"columns": ", ".join(struck)}
    return (*row.notes, told)


def begins_code_list(row: Row) -> bool:
    """Whether a row heads a list of codes that stands below the data."""
    filled = [cell for cell in row.cells if not is_nothing(cell)]
    if len(filled) == 1:
        return isinstance(filled[0], str) and bool(OF_CODE_LIST.fullmatch(filled[0]))
    known = [cell for cell in filled if isinstance(cell, str)]
    met = sum(fold(cell) in OF_CODE_LISTS for cell in known)
    return len(known) == len(filled) and met * 2 > len(filled)


def year_above(sheet: Sheet, header: Header) -> int | None:
    """The year in the titles right above a further header."""
    texts = [text(cell) for row in titles_between(header, sheet) for cell in row.cells]
    return one_year(" ".join(texts))


def not_data(header: Header, row: Row, required: frozenset[str]) -> str:
    """Why the row is no data, in a word or two; "" for data. A total lacks something
    that every record has."""
    filled = [column for column, cell in enumerate(row.cells) if not is_nothing(cell)]
    known = [column for column in filled if column in header.columns]
    if not filled:
        return _("blank row")
    if row.number < header.first:
        return _("above the header")
    if row.number <= header.number or header.is_repeated_in(row):
        return _("header")
    if is_total(header, row, filled, required):
        return _("subtotal or total")
    first = text(row.cells[filled[0]])
    if len(filled) == 1 and NOTE.match(first):
        return pgettext("row", "note")
    said = {header.columns[column] for column in known if column not in row.copied}
    if said <= {NUMBER} and not required <= {NUMBER}:
        return _("nothing in the columns of the type")
    return ""


def is_total(
    header: Header, row: Row, filled: list[int], required: frozenset[str]
) -> bool:
    """Whether one of the row's own first words is that of a total: before it stand
    only numbers and what no record needs."""
    for column in filled:
        if column in row.copied:
            continue
        name = header.columns.get(column, "")
        if TOTAL.fullmatch(fold(text(row.cells[column]))):
            given = {header.columns.get(other) for other in filled if other != column}
            return not required <= given
        if name in required:
            return False
    return False


def numbered(sheet: Sheet) -> Iterator[Row]:
    """The sheet's rows with the blank ones between them that its file leaves out."""
    expected = 1
    for row in sheet.rows:
        if row.number - expected <= 100:
            for number in range(expected, row.number):
                yield Row(number, ())
        yield row
        expected = row.number + 1


def as_above(row: Row, above: Row, header: Header) -> Row:
    """The row with what its ditto marks stand for. A name that is as above is so with
    all that other columns say about it."""
    marked = [column for column in header.columns if is_ditto(row.cell(column))]
    if not marked or not above.cells:
        return row
    names = {header.columns[column] for column in marked}
    about = [
        column
        for column, name in header.columns.items()
        if name.partition("__")[0] in names and is_nothing(row.cell(column))
    ]
    cells = list(row.cells) + [None] * (len(above.cells) - len(row.cells))
    for column in (*marked, *about):
        cells[column] = above.cell(column)
    return replace(row, cells=tuple(cells), copied=row.copied | set(marked))


def is_ditto(cell) -> bool:
    written = "".join(cell.split()).casefold() if isinstance(cell, str) else ""
    return bool(DITTO.fullmatch(written))


def year_of(sheet: Sheet, header: Header, file_name: str) -> int | None:
    """The one year that the titles above the header give, else the sheet's name, else
    the file's; None where they give none or several."""
    titles = " ".join(
        text(cell)
        for row in sheet.rows
        if row.number < header.first
        for cell in row.cells
        if cell is not None
    )
    for place in (titles, sheet.name, file_name):
        if YEAR.search(place.replace("_", " ")):
            return one_year(place)
    return None


def one_year(place: str) -> int | None:
    """The one year that a text names, those marked as such before others."""
    found = YEAR.findall(place.replace("_", " "))
    years = {year for year, mark in found if mark} or {year for year, _m in found}
    return int(years.pop()) if len(years) == 1 else None
