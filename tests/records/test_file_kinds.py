"""A file's kind is told by its content, and only what can be read is accepted."""

import io
import tracemalloc

import pytest
from django.utils.translation import override

from records.files.kinds import KINDS
from records.files.telling import RefusedFile, kind_of
from tests.records import evidence_files as files


@pytest.fixture(autouse=True)
def _in_korean():
    with override("ko"):
        yield


def told(data: bytes, name: str) -> str:
    return kind_of(io.BytesIO(data), name).code


def refusal(data: bytes, name: str) -> str:
    with pytest.raises(RefusedFile) as refused:
        told(data, name)
    return str(refused.value)


def test_every_kind_has_its_example():
    assert files.GOOD.keys() == KINDS.keys()


@pytest.mark.parametrize("code", KINDS)
def test_a_kind_is_told_by_its_content(code):
    for suffix in KINDS[code].suffixes:
        assert told(files.GOOD[code](), f"증빙{suffix.upper()}") == code


@pytest.mark.parametrize("code", KINDS)
def test_a_renamed_file_is_refused_with_the_ending_it_should_have(code):
    name = "견적서.xlsx" if code == "pdf" else "견적서.pdf"

    sentence = refusal(files.GOOD[code](), name)

    assert name in sentence
    assert KINDS[code].suffixes[0] in sentence


def test_a_name_without_an_ending_is_refused():
    assert ".pdf" in refusal(files.pdf(), "증빙")


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"<!DOCTYPE html><p>", "HTML"),
        (b"\xef\xbb\xbf \n<HTML><script>", "HTML"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        (b"<?xml version='1.0'?><svg/>", "SVG"),
        (b"#!/bin/sh\nrm", "스크립트"),
        (b"MZ\x90\0" + bytes(200), ".exe"),
        (b"Rar!\x1a\x07\0" + bytes(50), ".rar"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(50), ".7z"),
        ("안녕하세요".encode(), "텍스트"),
        (bytes(range(1, 9)) * 20, "알 수 없는"),
    ],
)
@pytest.mark.parametrize("name", ["사진.jpg", "문서.pdf", "그대로.html"])
def test_what_is_no_evidence_is_refused_by_what_it_is(data, found, name):
    sentence = refusal(data, name)

    assert sentence.startswith(f"“{name}”")
    assert found in sentence
    assert "PDF" in sentence


def test_an_empty_file_is_refused():
    assert "비어" in refusal(b"", "빈.pdf")


def test_a_pdf_that_is_cut_off_is_refused():
    assert "끝부분" in refusal(files.pdf()[:-8], "잘림.pdf")


@pytest.mark.parametrize("code", ["png", "jpeg", "gif", "webp", "tiff"])
def test_a_picture_that_only_begins_like_one_is_refused(code):
    head = files.GOOD[code]()[:8]
    name = f"사진{KINDS[code].suffixes[0]}"

    assert "손상" in refusal(head + b"<html><script>alert(1)</script>" * 9, name)


@pytest.mark.parametrize("code", ["png", "jpeg", "gif", "webp", "tiff"])
def test_a_whole_picture_that_is_a_web_page_too_is_refused(code):
    name = f"사진{KINDS[code].suffixes[0]}"
    padding = bytes(1024 * 1024 - len(files.GOOD[code]()) - 3)

    for between in (b"", padding):
        data = files.GOOD[code]() + between + b"<SCRIPT>alert(1)</SCRIPT>"
        assert "숨어" in refusal(data, name)


def test_markup_in_a_pictures_comment_is_found():
    assert "숨어" in refusal(files.png("<script>alert(1)</script>"), "사진.png")


@pytest.mark.parametrize(
    "data",
    [
        files.office("xlsx", **{"xl/vbaProject.bin": b"macros"}),
        files.doc(Macros=b"storage"),
        files.compound({"Workbook": b"\0" * 8, "_VBA_PROJECT_CUR": b"storage"}),
        files.archive(
            {
                "[Content_Types].xml": b"vnd.ms-word.document.macroEnabled.main+xml",
                "word/document.xml": b"<a/>",
            }
        ),
    ],
    ids=["xlsm", "doc", "xls", "docm"],
)
def test_a_document_with_macros_is_refused(data):
    assert "매크로" in refusal(data, "문서.docx")


@pytest.mark.parametrize(
    "data",
    [
        files.compound({"EncryptedPackage": b"x" * 5000, "EncryptionInfo": b"x"}),
        files.hwp(flags=3),
        files.doc(flags=0x100),
        files.xls(0x2F),
        files.ppt(EncryptedSummary=b"x"),
        files.self_named("odt", **{"META-INF/manifest.xml": b"<m:encryption-data/>"}),
        files.self_named("hwpx", **{"META-INF/manifest.xml": b"<odf:encryption-data"}),
        files.office("xlsx").replace(
            b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"
        ),
    ],
    ids=["ooxml", "hwp", "doc", "xls", "ppt", "odt", "hwpx", "zip"],
)
def test_a_document_with_a_password_is_refused(data):
    assert "암호" in refusal(data, "문서.hwp")


@pytest.mark.parametrize(
    "data",
    [
        files.archive({"a.exe": b"MZ"}),
        files.archive({"mimetype": b"application/epub+zip", "content.xml": b""}),
        files.archive({"content.xml": b"", "mimetype": b"application/hwp+zip"}),
        files.archive({"[Content_Types].xml": b"spreadsheetml.sheet.main+xml"}),
        files.archive({}) + b"",
    ],
    ids=["exe", "epub", "mimetype-not-first", "no-main-part", "empty"],
)
def test_a_mere_archive_is_refused(data):
    assert "압축" in refusal(data, "문서.xlsx") or "zip" in refusal(data, "문서.xlsx")


@pytest.mark.parametrize("code", ["docx", "hwpx", "hwp", "doc"])
def test_a_damaged_document_is_refused(code):
    data = files.GOOD[code]()
    cut = data[:600] if code in ("hwp", "doc") else data[:-30]

    assert "손상" in refusal(cut, f"문서.{code}")


def test_a_compound_file_of_another_kind_is_refused():
    assert "복합" in refusal(files.compound({"__properties": b"mail"}), "메일.doc")


def test_a_workbook_with_a_document_inside_is_a_workbook():
    """What is embedded lies deeper and says nothing of the whole."""
    data = files.compound({"Workbook": b"\x09\x08\0\0", "MBD0001": b"storage"})

    assert told(data, "표.xls") == "xls"


def test_a_compound_file_whose_chains_go_round_ends():
    data = bytearray(files.hwp())
    table = 512  # the first sector holds the table: every sector follows itself
    for number in range(128):
        data[table + 4 * number : table + 4 * number + 4] = number.to_bytes(4, "little")

    assert told(bytes(data), "문서.hwp") == "hwp"


def peak_of(call) -> int:
    tracemalloc.start()
    try:
        call()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_zip_bomb_is_refused_without_being_unpacked():
    data = files.bomb()
    assert len(data) < 1024 * 1024

    peak = peak_of(lambda: refusal(data, "폭탄.xlsx"))

    assert "600" in refusal(data, "폭탄.xlsx")
    assert peak < 1024 * 1024


def test_an_archive_of_too_many_parts_is_refused_before_they_are_read():
    data = files.crowd(150_000)

    peak = peak_of(lambda: refusal(data, "많음.docx"))

    assert "너무 많" in refusal(data, "많음.docx")
    assert peak < 2 * 1024 * 1024


def test_the_file_is_left_at_its_beginning():
    file = io.BytesIO(files.pdf())

    kind_of(file, "a.pdf")

    assert file.tell() == 0
