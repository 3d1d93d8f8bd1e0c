"""What must hold of every table: it reads back as it was written, in whatever kind of
file, and its header is found wherever and in whatever order it stands."""

import csv
import io
from pathlib import Path
from tempfile import TemporaryDirectory

import hypothesis.strategies as st
from hypothesis import given, settings

from records import record_types
from records.spreadsheets import delimited
from records.spreadsheets.planning import titles_of
from records.spreadsheets.reading import read
from records.spreadsheets.sheets import Row, Sheet
from records.spreadsheets.sorting import sorted_rows
from tests.records.spreadsheet_files import make_ods, make_xls, make_xlsx

WORDS = [
    "가온",
    "나래,다라\n마바",
    "〃",
    "3/5",
    "=1+1",
    "@x",
    "<b>&amp;",
    "“인용”",
    "𠮷",
]
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
numbers = st.integers(-(10**9), 10**9) | st.floats(-1e6, 1e6).map(lambda x: round(x, 4))
files = settings(max_examples=12)


def tables(cells, *, width=6):
    rows = st.lists(cells | st.none(), min_size=1, max_size=width)
    return st.lists(rows, min_size=1, max_size=8)


def filled(table: list[list]) -> list[tuple[int, tuple]]:
    """The rows that hold anything, without the blanks behind it, as they are read."""
    found = []
    for number, row in enumerate(table, start=1):
        cells = list(row)
        while cells and cells[-1] is None:
            cells.pop()
        if cells:
            found.append((number, tuple(cells)))
    return found


def read_back(name: str, write) -> list[tuple[int, tuple]]:
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        write(path)
        rows = read(path).sheets[0].rows
        return [(row.number, row.cells) for row in rows if row.cells]


@files
@given(tables(texts.filter(lambda text: text[0] != "=") | numbers))
def test_a_workbook_reads_back_as_it_was_written(table):
    assert read_back("a.xlsx", lambda path: make_xlsx(path, table)) == filled(table)


@files
@given(tables(texts | numbers))
def test_an_old_workbook_reads_back_as_it_was_written(table):
    assert read_back("a.xls", lambda path: make_xls(path, table)) == filled(table)


@files
@given(tables(texts.filter(lambda text: "\n" not in text) | numbers))
def test_an_opendocument_workbook_reads_back_as_it_was_written(table):
    assert read_back("a.ods", lambda path: make_ods(path, table)) == filled(table)


@given(
    tables(texts, width=4).map(lambda rows: [["가", "나", "다", "라"], *rows]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from(",;\t|"),
)
def test_a_csv_reads_back_as_it_was_written(table, encoding, delimiter):
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(table)
    rows = delimited.sheet_of("a", text.getvalue().encode(encoding)).rows
    assert [(row.number, row.cells) for row in rows if row.cells] == filled(table)


COLUMNS = {
    "접수일자": "opened_on",
    "업체명": "startup",
    "상담\n분야": "fields",
    "대상국가(복수 가능)": "countries",
    "담당자*": "officers",
    " 비 고 ": "notes",
    "연번": None,
    "연락처": None,
}
places = st.tuples(
    st.permutations(list(COLUMNS)),
    st.lists(st.sampled_from(["2018년 상담일지", "(단위: 분)", None]), max_size=4),
    st.integers(0, 3),
)


def table_at(place, number: int) -> list[tuple]:
    """Titles, blanks to the left, the header, and rows with their own numbers."""
    order, above, left = place
    blanks = (None,) * left
    data = {"접수일자": "3/5", "업체명": f"가온{number}", "연번": number}
    return [
        *((text,) for text in above),
        (*blanks, *order),
        *([(*blanks, *(data.get(title) for title in order))] * number),
    ]


@given(st.lists(st.tuples(places, st.integers(1, 3)), min_size=1, max_size=3))
def test_headers_are_found_wherever_and_in_whatever_order_they_stand(parts):
    titles = titles_of(record_types.get("cases"))
    cells = [row for place, number in parts for row in table_at(place, number)]
    rows = [Row(n, row) for n, row in enumerate(cells, start=1) if any(row)]
    sheet = Sheet("s", rows)
    header = titles.header_of(sheet)
    data = [
        entry
        for entry in sorted_rows(sheet, header, titles.required, "f")
        if not entry.reason
    ]
    assert len(data) == sum(number for _place, number in parts)
    for entry in data:
        fields = {
            name: entry.row.cell(column)
            for column, name in entry.header.columns.items()
        }
        assert set(fields) == set(filter(None, COLUMNS.values()))
        assert (fields["opened_on"], fields["startup"][:2]) == ("3/5", "가온")
