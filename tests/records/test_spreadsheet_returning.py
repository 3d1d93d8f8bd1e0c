"""Cells that are given back are the cells that came, whatever stood in them."""

from datetime import datetime, time, timedelta
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from records import record_types
from records.imports import ImportRow
from records.spreadsheets.corrected import returned, signature
from records.spreadsheets.planning import titles_of
from records.spreadsheets.returning import as_kept, cell_of, workbook

MOMENTS = st.datetimes(*map(datetime.fromisoformat, ("1901-01-01", "2100-01-01"))).map(
    lambda moment: moment.replace(microsecond=0)
)
TEXTS = st.text(st.characters(min_codepoint=33, max_codepoint=0xD7A3), min_size=1)
CELLS = st.one_of(
    st.none(),
    TEXTS,
    st.sampled_from(["=1+1", "=HYPERLINK(A1)", "http://example.org", "007", "#N/A"]),
    st.integers(-(10**9), 10**9),
    st.booleans(),
    MOMENTS,
    st.times().map(lambda at: at.replace(microsecond=0)),
    st.timedeltas(timedelta(0), timedelta(days=9)),
)
TOLD = {"name": "2018/상담", "header": 1, "above": [{"row": 1, "cells": ["기업명"]}]}


@given(st.lists(CELLS, max_size=6))
def test_what_is_kept_of_cells_is_the_cells(cells):
    assert [cell_of(kept) for kept in as_kept(cells)] == cells


@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1, max_size=4))
def test_a_workbook_gives_back_text_as_text_and_numbers_as_numbers(rows):
    kept = [
        ImportRow(row=number, reason="=1+1", cells=as_kept(cells))
        for number, cells in enumerate(rows, start=2)
    ]

    content = workbook([(TOLD, kept)])

    sheet = openpyxl.load_workbook(BytesIO(content)).active
    for number, cells in enumerate(rows, start=2):
        assert sheet.cell(number, 1).value == "=1+1"
        assert sheet.cell(number, 2).value == number
        for column, cell in enumerate(cells, start=3):
            found = sheet.cell(number, column)
            assert found.data_type != "f"
            if isinstance(cell, str | int) or cell is None:
                assert found.value == cell


def test_days_before_excel_counts_come_back_as_text():
    row = ImportRow(row=2, cells=as_kept([datetime.fromisoformat("1885-03-05")]))

    sheet = openpyxl.load_workbook(BytesIO(workbook([(TOLD, [row])]))).active

    assert sheet["C2"].value == "1885-03-05"


def test_sheets_of_one_name_stay_two():
    names = ["가" * 40, "가" * 31, "[a]*?", ""]
    parts = [(TOLD | {"name": name}, []) for name in names]

    book = openpyxl.load_workbook(BytesIO(workbook(parts)))

    assert len(book.sheetnames) == 4


def test_times_and_durations_are_written_as_such():
    row = ImportRow(row=2, cells=as_kept([time(1, 30), timedelta(minutes=90)]))

    sheet = openpyxl.load_workbook(BytesIO(workbook([(TOLD, [row])]))).active

    assert sheet["C2"].value == time(1, 30)
    assert sheet["D2"].number_format == "[h]:mm"


@given(st.permutations(["기업명", "접수일", "비고", "비고"]))
def test_a_signature_is_that_of_the_titles_in_any_order(titles):
    assert signature(titles) == signature(["비고", "비고", "접수일", "기업명"])
    assert signature(["사유", "원본 행", *titles]) == signature(titles)
    assert signature(titles[1:]) != signature(titles)


@pytest.mark.django_db
def test_no_type_reads_the_columns_that_are_put_before_returned_rows():
    for record_type in record_types.all_types():
        assert not returned() & (titles_of(record_type).by_word.keys() - {""})
