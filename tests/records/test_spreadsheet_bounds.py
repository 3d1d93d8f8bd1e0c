"""What is made to harm, or is no spreadsheet: refused in a sentence, within bounds."""

import io
import zipfile
from collections.abc import Iterable
from types import SimpleNamespace

import openpyxl
import pytest
from django.utils.translation import override
from openpyxl.utils.datetime import WINDOWS_EPOCH

from records.spreadsheets import limits, reading, workbooks
from records.spreadsheets.parsers import archives, refusals, xlsx_sheets
from records.spreadsheets.parsers.xlsx_texts import Texts
from records.spreadsheets.reading import UnusableFile, read
from records.spreadsheets.sheets import Row, with_merged
from tests.records.spreadsheet_files import make_csv, make_ods, make_xls, make_xlsx

SHEET = "xl/worksheets/sheet1.xml"
MEGABYTE = limits.MEGABYTE


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
        yield


def refusal(path) -> str:
    with pytest.raises(UnusableFile) as caught:
        read(path)
    return str(caught.value)


def with_part(path, name: str, pieces: Iterable[bytes]):
    """The workbook with one part replaced or added."""
    source = make_xlsx(path.with_suffix(".old"), [["a"]])
    with (
        zipfile.ZipFile(source) as old,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for other in old.namelist():
            if other != name:
                new.writestr(other, old.read(other))
        with new.open(name, "w") as part:
            for piece in pieces:
                part.write(piece)
    return path


def sheet_xml(*rows: bytes) -> Iterable[bytes]:
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    yield b'<worksheet xmlns="' + space + b'"><sheetData>'
    yield from rows
    yield b"</sheetData></worksheet>"


@pytest.mark.parametrize(
    ("member", "words"),
    [
        ("xl/vbaProject.bin", "macros, which are never run"),
        ("xl/workbook.bin", "binary workbook"),
        ("word/document.xml", "Word file"),
        ("ppt/presentation.xml", "PowerPoint file"),
        ("Contents/section0.xml", "Hangul (HWPX) file"),
    ],
)
def test_archives_of_another_kind_are_named(tmp_path, member, words):
    assert words in refusal(with_part(tmp_path / "a.xlsx", member, [b"x"]))


def test_an_archive_that_is_no_workbook_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("inner.zip", "text")
    assert "is a ZIP file, not a spreadsheet" in refusal(tmp_path / "a.xlsx")


def test_a_workbook_with_a_password_is_refused(tmp_path):
    """As Office writes it: a compound file with the stream of an encrypted package."""
    path = make_xls(tmp_path / "a.xls", [["a"]])
    old = "Workbook".encode("utf-16-le").ljust(64, b"\0") + bytes([18, 0])
    new = "EncryptedPackage".encode("utf-16-le").ljust(64, b"\0") + bytes([34, 0])
    path.write_bytes(path.read_bytes().replace(old, new))
    assert "password" in refusal(path.rename(tmp_path / "a.xlsx"))


def test_an_old_workbook_with_a_password_is_refused(tmp_path):
    """The first record after the beginning of the workbook says so (FILEPASS)."""
    path = make_xls(tmp_path / "a.xls", [["a"]])
    content = bytearray(path.read_bytes())
    start = content.index(b"\x09\x08\x10\x00\x00\x06\x05\x00")
    after = start + 20
    length = int.from_bytes(content[after + 2 : after + 4], "little")
    content[after : after + 2] = b"\x2f\x00"
    assert length >= 2
    path.write_bytes(content)
    assert "password" in refusal(path)


def test_an_opendocument_workbook_with_a_password_is_refused(tmp_path):
    path = make_ods(tmp_path / "a.ods", [["a"]])
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(match="Duplicate"):
        archive.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    assert "password" in refusal(path)


def test_an_archive_that_unpacks_to_too_much_is_refused_unread():
    member = zipfile.ZipInfo("a")
    member.file_size = limits.LARGEST_UNPACKED + 1
    with pytest.raises(refusals.Refused) as caught:
        archives.refuse_bomb([member])
    assert caught.value.why == refusals.UNPACKS


def test_an_archive_of_too_many_parts_is_refused_unread():
    with pytest.raises(limits.TooMuch):
        archives.refuse_bomb([zipfile.ZipInfo("a")] * (limits.MOST_MEMBERS + 1))


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (b"<c><v>1</v></c>" * 20_000, "300 columns"),
        (b'<c t="inlineStr"><is><t>' + b"x" * 200_000 + b"</t></is></c>", "broken"),
        (b'<c t="' + b"x" * 20 * MEGABYTE + b'"/>', "broken"),
    ],
)
def test_a_row_that_grows_beyond_bounds_is_refused(tmp_path, row, words):
    rows = sheet_xml(b"<row>", row, b"</row>")
    assert words in refusal(with_part(tmp_path / "a.xlsx", SHEET, rows))


def test_blank_cells_without_end_are_refused(monkeypatch):
    monkeypatch.setattr(xlsx_sheets, "MOST_MET", 1000)
    book = SimpleNamespace(
        texts=Texts(),
        date_styles=(),
        duration_styles=(),
        struck_styles=(),
        epoch=WINDOWS_EPOCH,
    )
    source = io.BytesIO(b"".join(sheet_xml(b"<row>", b"<c/>" * 1001, b"</row>")))
    with pytest.raises(limits.TooMuch):
        list(xlsx_sheets.SheetParser(book, source).rows())


def test_blank_rows_take_no_room(tmp_path):
    rows = sheet_xml(b'<row><c s="0"/></row>' * 300_000, b"<row><c><v>1</v></c></row>")
    path = with_part(tmp_path / "a.xlsx", SHEET, rows)
    assert [row.number for row in read(path).sheets[0].rows] == [300_001]


def test_far_corners_are_refused_before_the_room_between_them_is_taken(tmp_path):
    book = openpyxl.Workbook()
    book.active["A1"] = book.active["XFD1048576"] = "x"
    book.save(tmp_path / "a.xlsx")
    assert "300 columns" in refusal(tmp_path / "a.xlsx")


def test_a_parser_that_dies_is_a_refused_file(tmp_path, monkeypatch):
    # Where memory is short, the parser ends before it has said anything.
    monkeypatch.setattr(workbooks, "PARSERS", "records.spreadsheets.no_such_module")
    assert "more memory" in refusal(make_xlsx(tmp_path / "a.xlsx", [["a"]]))


def test_merged_areas_that_cover_each_other_are_bounded(monkeypatch):
    monkeypatch.setattr(limits, "MOST_CELLS", 10_000)
    rows = [Row(number, ("a",)) for number in range(1, 2001)]
    with pytest.raises(limits.TooMuch):
        with_merged(rows, [(1, 0, 2000, 0)] * 5000)


@pytest.mark.parametrize(
    ("taken", "words"),
    [({"rows": 10**6}, "rows"), ({"cells": 10**8}, "cells")],
)
def test_a_sheet_of_too_much_is_refused(taken, words):
    with pytest.raises(limits.TooMuch) as caught:
        limits.Room(**taken).take(("a",))
    assert caught.value.what == words


def test_a_csv_of_too_much_is_refused_in_a_sentence(tmp_path):
    path = make_csv(tmp_path / "a.csv", [["a"]] * (limits.MOST_ROWS + 1))
    assert "more than 200,000 rows" in refusal(path)
    path.write_bytes(b"," * 2 * MEGABYTE)
    assert "1,000,000 characters in one line" in refusal(path)


def test_a_page_of_cells_that_span_everything_is_refused(tmp_path):
    row = "<tr><td colspan=99999 rowspan=99999>x</td><td>y</td></tr>"
    (tmp_path / "a.xls").write_text(f"<table>{row * 1000}</table>")
    assert "300 columns" in refusal(tmp_path / "a.xls")


def test_markup_in_cells_stays_text(tmp_path):
    rows = [["XSS<img src=x onerror=alert(1)>", "<script>x</script>"]]
    for path in (
        make_xlsx(tmp_path / "a.xlsx", rows),
        make_csv(tmp_path / "a.csv", rows),
        make_xls(tmp_path / "a.xls", rows),
    ):
        assert read(path).sheets[0].rows[0].cells == tuple(rows[0])


def test_a_file_of_a_hundred_megabytes_is_refused_unread(tmp_path):
    with (tmp_path / "a.csv").open("wb") as file:
        file.truncate(100 * MEGABYTE)
    most = reading.LARGEST_FILE // MEGABYTE
    assert refusal(tmp_path / "a.csv") == (
        f"“a.csv” has 100 MB; a file has at most {most} MB."
    )
