"""Files of every kind that people have: .xls, .ods, HTML saved as one, kinds of CSV."""

from datetime import date, datetime

import openpyxl
import pytest
import xlwt
from django.utils.translation import override
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from records.spreadsheets.reading import UnusableFile, read
from tests.records.spreadsheet_files import make_csv, make_ods, make_xls


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
        yield


def cells(path) -> list[tuple]:
    return [row.cells for row in read(path).sheets[0].rows]


def test_an_old_workbook_is_read(tmp_path):
    path = make_xls(tmp_path / "a.xls", [["국가", 1, 1.5], [], [None, "=1", True]])
    rows = read(path).sheets[0].rows
    assert [(row.number, row.cells) for row in rows] == [
        (1, ("국가", 1, 1.5)),
        (3, (None, "=1", True)),
    ]


def test_days_of_an_old_workbook_are_days(tmp_path):
    book = xlwt.Workbook()
    style = xlwt.easyxf(num_format_str="YYYY-MM-DD")
    book.add_sheet("a").write(0, 0, date(2018, 3, 5), style)
    book.save(str(tmp_path / "a.xls"))
    assert cells(tmp_path / "a.xls") == [(datetime(2018, 3, 5),)]  # noqa: DTZ001


def test_an_old_workbook_tells_what_is_hidden_struck_and_merged(tmp_path):
    book = xlwt.Workbook()
    sheet = book.add_sheet("a")
    sheet.write_merge(0, 1, 0, 0, "3/5")
    sheet.write(1, 1, "b")
    sheet.write(2, 0, "c", xlwt.easyxf("font: struck_out on"))
    sheet.row(2).hidden = True
    sheet.col(1).hidden = True
    book.add_sheet("b").visibility = 1
    book.add_sheet("c").visibility = 2
    book.save(str(tmp_path / "a.xls"))
    first, *others = read(tmp_path / "a.xls").sheets
    assert [row.cells for row in first.rows] == [("3/5",), ("3/5", "b"), ("c",)]
    assert first.rows[1].copied == {0}
    assert [row.is_struck for row in first.rows] == [False, False, True]
    assert [row.is_hidden for row in first.rows] == [False, False, True]
    assert first.hidden_columns == {1}
    assert [sheet.is_hidden for sheet in others] == [True, True]


def test_an_opendocument_workbook_is_read_and_its_hidden_sheet_named(tmp_path):
    rows = [[], [None, "국가", 12], [None, None, "<b>"]]
    path = make_ods(tmp_path / "a.ods", rows, [["x"]], hidden=(2,))
    first, second = read(path).sheets
    assert [(row.number, row.cells) for row in first.rows] == [
        (2, (None, "국가", 12)),
        (3, (None, None, "<b>")),
    ]
    assert (second.name, second.is_hidden) == ("Sheet2", True)


def test_a_workbook_is_judged_by_its_content(tmp_path):
    make_xls(tmp_path / "a.xls", [["a"]]).rename(tmp_path / "a.xlsx")
    make_csv(tmp_path / "b.csv", [["a"]]).rename(tmp_path / "b.xls")
    assert cells(tmp_path / "a.xlsx") == cells(tmp_path / "b.xls") == [("a",)]


def test_a_cell_struck_through_in_part_is_told_from_a_struck_row(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    struck = TextBlock(InlineFont(strike=True), "old")
    sheet["A1"] = CellRichText(struck, " new")
    sheet["B1"] = "b"
    sheet["A2"] = CellRichText(struck)
    book.save(tmp_path / "a.xlsx")
    first, second = read(tmp_path / "a.xlsx").sheets[0].rows
    assert (first.cells, first.is_struck, first.struck) == (
        ("old new", "b"),
        False,
        {0},
    )
    assert (second.is_struck, second.struck) == (True, frozenset())


PAGE = """<html><head><meta http-equiv="Content-Type" content="text/html; charset={}">
<script>document.write("<table><tr><td>x</td></tr></table>")</script></head><body>
<table><tr><th rowspan=2>기업명</th><th colspan="2">투자</th></tr>
<tr><th>일자</th><th>금액</th></tr>
<tr><td>가온 &amp;<br>나래</td><td>2018-03-05</td><td><s>5</s></td></tr>
<tr style="display: none"><td>x</td></tr></table>
<table><tr><td>둘째<script>alert(1)</script></td></tr></table></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "euc-kr", "ks_c_5601-1987"])
def test_tables_of_a_page_saved_as_a_workbook_are_its_sheets(tmp_path, charset):
    path = tmp_path / "a.xls"
    encoding = "cp949" if charset != "utf-8" else charset
    path.write_bytes(PAGE.format(charset).encode(encoding))
    first, second = read(path).sheets
    assert [row.cells for row in first.rows] == [
        ("기업명", "투자"),
        ("기업명", "일자", "금액"),
        ("가온 &\n나래", "2018-03-05", "5"),
        ("x",),
    ]
    assert first.merged == [(1, 0, 2, 0), (1, 1, 1, 2)]
    assert first.rows[2].struck == {2}
    assert first.rows[3].is_hidden
    assert (second.name, second.rows[0].cells) == ("a 2", ("둘째",))


def test_a_page_without_a_table_is_refused(tmp_path):
    (tmp_path / "a.xls").write_text("<html><body>로그인</body></html>")
    with pytest.raises(UnusableFile, match="without a table"):
        read(tmp_path / "a.xls")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp949", "utf-16"])
def test_a_csv_is_parted_by_what_parts_all_its_lines(tmp_path, delimiter, encoding):
    rows = [("국가", "내용", "인원"), ("미국", "가, 나; 다", "3"), ("일본", "x", "4")]
    lines = [delimiter.join(f'"{cell}"' for cell in row) for row in rows]
    (tmp_path / "a.csv").write_text("\r\n".join(lines), encoding=encoding)
    assert cells(tmp_path / "a.csv") == rows


def test_characters_that_cannot_be_read_are_noted_on_their_row(tmp_path):
    text = ("국가,내용\n" + "미국,계약서 검토\n" * 200).encode("cp949")
    (tmp_path / "a.csv").write_bytes(text + b"\xff,x\n")
    rows = read(tmp_path / "a.csv").sheets[0].rows
    assert rows[1].notes == ()
    assert "cannot be read" in rows[-1].notes[0]


@pytest.mark.parametrize("end", ["", '9,"ok",c,d\n'])
@pytest.mark.parametrize("number", [147, 20_000])
def test_lines_that_an_open_quotation_mark_swallows_are_rows(tmp_path, end, number):
    lines = "".join(f"{n},b,c,d\n" for n in range(number))
    (tmp_path / "a.csv").write_text(f'a,b,c,d\n1,"x,c,d\n{lines}{end}')
    rows = read(tmp_path / "a.csv").sheets[0].rows
    assert len(rows) == 2 + number + bool(end)
    assert rows[1].cells == ("1", "x", "c", "d")
    assert "quotation mark" in rows[1].notes[0]
    assert rows[2].cells == ("0", "b", "c", "d")
    assert not any(row.notes for row in rows[2:])


def test_lines_within_a_cell_stay_in_it(tmp_path):
    rows = [("a", "b", "c"), ("1", "x, y\nz, w\n", "3"), ("one\ntwo", "4", "5")]
    path = make_csv(tmp_path / "a.csv", rows)
    assert cells(path) == rows


def test_ragged_rows_and_null_bytes_are_read(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"a,b,c\n1\n1,2,3,4\n\x00x,,\n")
    assert cells(tmp_path / "a.csv") == [
        ("a", "b", "c"),
        ("1",),
        ("1", "2", "3", "4"),
        ("\0x",),
    ]
