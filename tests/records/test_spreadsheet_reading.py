import io
import os
import zipfile

import openpyxl
import pytest
from django.utils.translation import override
from openpyxl.styles import Font

from records.spreadsheets import reading
from records.spreadsheets.reading import UnusableFile, read
from tests.records.spreadsheet_files import make_csv, make_xlsx


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
        yield


def with_sheet(path, change) -> None:
    """Change the XML of the first sheet of a workbook."""
    copied = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(copied, "w") as new:
        for name in old.namelist():
            xml = old.read(name)
            new.writestr(name, change(xml) if name.endswith("sheet1.xml") else xml)
    path.write_bytes(copied.getvalue())


def refusal(path) -> str:
    with pytest.raises(UnusableFile) as caught:
        read(path)
    return str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949"])
def test_a_csv_is_read_in_each_encoding_koreans_save_it_in(tmp_path, encoding):
    path = make_csv(tmp_path / "a.csv", [["국가"], ["베트남"]], encoding=encoding)
    assert [row.cells for row in read(path).sheets[0].rows] == [("국가",), ("베트남",)]


def test_rows_of_a_csv_are_numbered_as_a_spreadsheet_shows_them(tmp_path):
    path = make_csv(tmp_path / "a.csv", [["a"], ["two\nlines"], [], ["b"]])
    assert [(r.number, r.cells) for r in read(path).sheets[0].rows] == [
        (1, ("a",)),
        (2, ("two\nlines",)),
        (3, ()),
        (4, ("b",)),
    ]


def test_tabs_part_a_csv_as_well(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("a\tb\n1\t2\n")
    assert read(path).sheets[0].rows[1].cells == ("1", "2")


def test_a_formula_in_a_csv_stays_text(tmp_path):
    path = make_csv(tmp_path / "a.csv", [["=1+1", "@x"]])
    assert read(path).sheets[0].rows[0].cells == ("=1+1", "@x")


def test_a_workbook_s_rows_keep_their_numbers(tmp_path):
    path = make_xlsx(tmp_path / "a.xlsx", [["a"], [], ["b", None, 3]])
    rows = read(path).sheets[0].rows
    assert [(row.number, row.cells) for row in rows] == [
        (1, ("a",)),
        (3, ("b", None, 3)),
    ]


def test_a_workbook_tells_what_is_hidden_struck_and_merged(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["day", "name"], ["d", "a"], [None, "b"], ["e", "c"]):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    sheet.row_dimensions[4].hidden = True
    for cell in sheet[2]:
        cell.font = Font(strike=True)
    book.create_sheet("copy").sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    first, second = read(tmp_path / "a.xlsx").sheets
    assert [row.is_struck for row in first.rows] == [False, True, False, False]
    assert [row.is_hidden for row in first.rows] == [False, False, False, True]
    assert first.rows[2].cells == ("d", "b")
    assert first.rows[2].copied == {0}
    assert (first.is_hidden, second.is_hidden) == (False, True)


def test_a_formula_without_its_stored_value_is_an_error_not_a_blank(tmp_path):
    path = make_xlsx(tmp_path / "a.xlsx", [["=1+1"]])
    assert read(path).sheets[0].rows[0].cells == ("#FORMULA!",)


def test_a_formula_that_came_to_nothing_is_a_blank(tmp_path):
    path = make_xlsx(tmp_path / "a.xlsx", [["a", "=1+1"]])
    with_sheet(path, lambda xml: xml.replace(b'r="B1"', b'r="B1" t="str"'))
    assert read(path).sheets[0].rows[0].cells == ("a",)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    assert "no file" in refusal(tmp_path / "a.csv")
    assert "no file" in refusal(tmp_path)


def test_an_empty_file_is_refused(tmp_path):
    (tmp_path / "a.csv").touch()
    assert refusal(tmp_path / "a.csv") == "“a.csv” is empty."


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.xlsx", b"\x89PNG\r\n\x1a\n" + b"0" * 50, "PNG"),
        ("a.csv", b"\xff\xd8\xff\xe0" + b"0" * 50, "JPEG"),
        ("a.xlsx", b"%PDF-1.7", "PDF"),
        ("a.xlsx", b"PK\x03\x04" + b"0" * 50, "broken"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 50, "broken"),
        ("a.csv", b"\x01\x02\x03\x04\x05", "no text"),
        ("a.csv", b"\xff\xfe" + b"\x00\xd8" * 20, "no text"),
    ],
)
def test_what_is_not_what_its_name_says_is_refused(tmp_path, name, content, words):
    (tmp_path / name).write_bytes(content)
    assert words in refusal(tmp_path / name)


def test_a_workbook_cut_short_is_refused(tmp_path):
    path = make_xlsx(tmp_path / "a.xlsx", [["a"]])
    path.write_bytes(path.read_bytes()[:-200])
    assert "broken" in refusal(path)


def test_a_workbook_without_its_parts_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    assert "broken" in refusal(tmp_path / "a.xlsx")


def test_a_file_that_is_too_large_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "LARGEST_FILE", 10)
    assert "at most" in refusal(make_csv(tmp_path / "a.csv", [["a" * 20]]))


def test_too_many_columns_are_refused(tmp_path):
    book = openpyxl.Workbook()
    book.active["XFD1"] = "far away"
    book.save(tmp_path / "a.xlsx")
    assert "more than 300 columns" in refusal(tmp_path / "a.xlsx")


def test_a_far_corner_takes_no_room(tmp_path):
    book = openpyxl.Workbook()
    book.active["A1"] = "near"
    book.active["A1048576"] = "far"
    book.save(tmp_path / "a.xlsx")
    assert len(read(tmp_path / "a.xlsx").sheets[0].rows) == 2


def test_entities_that_grow_are_refused(tmp_path):
    path = make_xlsx(tmp_path / "a.xlsx", [["a"]])
    grown = "".join(
        f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha" * 50}">' for n in range(9)
    )
    bomb = f"<?xml version='1.0'?><!DOCTYPE x [{grown}]><x>&e8;</x>"
    with_sheet(path, lambda _xml: bomb.encode())
    assert "broken" in refusal(path)


def test_noise_is_refused_in_a_sentence_whatever_it_is(tmp_path):
    for name in ("a.csv", "a.xlsx"):
        (tmp_path / name).write_bytes(b"\x00\x01" + os.urandom(500))
        assert refusal(tmp_path / name)
