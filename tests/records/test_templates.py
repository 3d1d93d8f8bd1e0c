"""A blank workbook of every type: its columns are read, its example can be copied."""

import io
import json

import openpyxl
import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override

from records.exports.templates import EXAMPLE, GUIDE_HEADER
from records.spreadsheets.planning import titles_of
from records.spreadsheets.reading import Row
from tests import makers
from tests.records.samples import (
    client_of,
    each_type,
    fill_in,
    sign_in,
    sign_in_to_write,
)

pytestmark = pytest.mark.django_db
each_language = pytest.mark.parametrize("language", ["ko", "en"])


# What an example has no value for: the rules ask for others, or a check digit.
LEFT_OUT = {
    "startups": ("biz_reg_no", "corp_reg_no"),
    "cases": ("closed_on",),
    "mous": ("terminated_on",),
    "agencies": ("opened_on", "closed_on"),
}


def template(client, kind, language="ko"):
    client.cookies["django_language"] = language
    with override(language):
        answer = client.get(f"/{kind.slug}/template.xlsx")
    assert answer.status_code == 200
    return openpyxl.load_workbook(io.BytesIO(b"".join(answer)))


def header_of(book) -> list[str]:
    return [cell.value for cell in book.worksheets[0][1]]


@each_type
@each_language
def test_every_title_of_a_template_is_read(kind, language):
    book = template(sign_in_to_write(kind), kind, language)

    header = titles_of(kind).read(Row(1, tuple(header_of(book))))

    assert header.ignored == {}
    assert set(kind.all_fields) <= set(header.columns.values())


@each_type
def test_a_template_brings_its_lists_and_says_what_columns_accept(kind):
    book = template(sign_in_to_write(kind), kind)
    blank, guide, lists = book.worksheets

    assert lists.sheet_state == "hidden"
    assert len(blank.data_validations.dataValidation) == len(header_of(book))
    assert all(cell.value for cell in guide[GUIDE_HEADER + 2])


@each_type
@each_language
def test_the_example_can_be_copied_and_brought_in(kind, language, tmp_path):
    fill_in(kind, 1)
    makers.make_startup("가온소프트")
    book = template(sign_in_to_write(kind), kind, language)
    blank, guide = book.worksheets[:2]
    for cell in guide[EXAMPLE + 1]:
        blank.cell(2, cell.column).value = cell.value
    book.save(tmp_path / "filled.xlsx")

    report = brought_in(kind, tmp_path / "filled.xlsx")

    [row] = [row for row in report["rows"] if row["outcome"] != "not-data"]
    assert (row["outcome"], row["reason"], row["flags"]) == ("added", "", [])
    assert set(kind.all_fields) - set(row["values"]) <= set(LEFT_OUT.get(kind.slug, ()))


def brought_in(kind, path) -> dict:
    out = path.parent / "report.json"
    try:
        call_command(
            "import_records", kind.slug, path, "--centre", "b2g", "--report", out
        )
    except CommandError as error:
        if error.returncode != 1:
            raise
    return json.loads(out.read_text())


@each_type
def test_a_blank_template_has_nothing_to_bring_in(kind, tmp_path):
    book = template(sign_in_to_write(kind), kind)
    book.save(tmp_path / "blank.xlsx")

    with override("en"), pytest.raises(CommandError, match="no rows of data") as told:
        call_command("import_records", kind.slug, tmp_path / "blank.xlsx")

    assert told.value.returncode == 2


@each_type
def test_who_enters_nothing_gets_no_template(kind):
    assert sign_in("viewer").get(f"/{kind.slug}/template.xlsx").status_code == 403


def test_who_enters_for_several_centres_names_each_rows_centre():
    national = client_of(makers.make_user("admin", all_centres=True))
    makers.make_centre("gccei")
    answer = national.get("/visits/template.xlsx")
    book = openpyxl.load_workbook(io.BytesIO(b"".join(answer)))

    assert header_of(book)[0] == "지원기관 *"
