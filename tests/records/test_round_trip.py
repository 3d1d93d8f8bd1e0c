"""What goes out of a list comes back: unchanged, or with what was edited, no more."""

import csv
import io
import json
from contextlib import suppress

import openpyxl
import pytest
from django.core.management import CommandError, call_command
from django.db import models
from django.test import Client
from django.utils.translation import override

from records.exports.delimited import BOM
from tests.records.samples import (
    copy,
    each_record_type,
    each_type,
    fill_in,
    make_one,
    sign_in,
    sign_in_national,
    unlike_others,
)

pytestmark = pytest.mark.django_db
each_format = pytest.mark.parametrize("wanted", ["csv", "xlsx"])
each_language = pytest.mark.parametrize("language", ["ko", "en"])

NASTY = (
    '=HYPERLINK("http://example.org","눌러")',
    '-5; \'=1+1, "따옴표"',
    "'=1+1",
    "007",
    "줄\r\n바꿈\n=2",
    " 앞뒤 빈칸 ",
    "한글 NFD",
    "_x000D_ 그대로",
    "확인필요",
    "〃",
    "합계",
    "2018. 3. 5.",
)


def taken_out(client: Client, kind, wanted: str, language="ko", **params) -> bytes:
    client.cookies["django_language"] = language
    answer = client.get(f"/{kind.slug}/", {"format": wanted, "view": "all", **params})
    assert answer.status_code == 200
    return b"".join(answer)


@pytest.fixture
def brought_in(tmp_path):
    def brought_in(kind, data: bytes, wanted: str, *options) -> dict:
        path, out = tmp_path / f"back.{wanted}", tmp_path / "report.json"
        path.write_bytes(data)
        out.unlink(missing_ok=True)
        with suppress(CommandError):
            call_command("import_records", kind.slug, path, "--report", out, *options)
        return json.loads(out.read_text())

    return brought_in


def edited(data: bytes, wanted: str, changes: dict[str, str], row: int = 1) -> bytes:
    """The file with cells of one row changed, by their title."""
    if wanted == "csv":
        lines = list(csv.reader(io.StringIO(data.decode().removeprefix(BOM))))
        for title, value in changes.items():
            lines[row][lines[0].index(title)] = value
        out = io.StringIO()
        csv.writer(out).writerows(lines)
        return out.getvalue().encode("utf-8-sig")
    book = openpyxl.load_workbook(io.BytesIO(data))
    titles = [cell.value for cell in book.worksheets[0][1]]
    for title, value in changes.items():
        book.worksheets[0].cell(row + 1, titles.index(title) + 1).value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def text_fields(kind) -> list[str]:
    """The fields of free text, of which no rule asks a form."""
    formed = {"code", "biz_reg_no", "corp_reg_no", "website", "email", "application_no"}
    return [
        name
        for name in kind.all_fields
        if isinstance(field := kind.field(name), models.CharField | models.TextField)
        and type(field) in (models.CharField, models.TextField)
        and not field.choices
        and name not in formed
    ]


def fill_with_nasty_records(kind) -> None:
    """Full records, least ones, and records whose texts are as bad as texts come."""
    fill_in(kind, 2)
    make_one(kind)
    names = text_fields(kind)
    for number, text in enumerate(NASTY):
        record = kind.model.objects.order_by("pk").first()
        copy(record, **unlike_others(kind))
        last = kind.model.objects.order_by("pk").last()
        unique = {"name"} if kind.is_code_list else {"external_id"}
        told = {
            name: f"{text}{number}" if name in unique else text
            for name in names
            if len(text) < (kind.field(name).max_length or 999)
        }
        kind.model.objects.filter(pk=last.pk).update(**told)


def assert_unchanged(report: dict, number: int) -> None:
    told = [r for r in report["rows"] if r["outcome"] not in ("unchanged", "not-data")]
    assert told == []
    assert report["counts"]["unchanged"] == number
    assert report["counts"]["flagged"] == 0


@each_type
@each_format
@each_language
def test_every_list_comes_back_with_nothing_to_do(kind, wanted, language, brought_in):
    fill_with_nasty_records(kind)
    number = kind.model.objects.count()
    data = taken_out(sign_in_national(), kind, wanted, language)

    with override("ko"):
        report = brought_in(kind, data, wanted, "--centre", "b2g")

    assert_unchanged(report, number)
    assert report["ignored_columns"] == []


@each_record_type
@each_format
def test_one_edited_cell_changes_one_field(kind, wanted, brought_in):
    fill_in(kind, 2)
    client = sign_in()
    before = list(kind.model.objects.order_by("pk").values())
    data = taken_out(client, kind, wanted)
    with override("ko"):
        title = str(kind.field("notes").verbose_name)

    report = brought_in(
        kind, edited(data, wanted, {title: "고침"}), wanted, "--centre", "b2g"
    )

    assert (report["counts"]["changed"], report["counts"]["unchanged"]) == (1, 1)
    after = list(kind.model.objects.order_by("pk").values())
    different = [
        {name for name in old if old[name] != new[name]}
        for old, new in zip(before, after, strict=True)
    ]
    assert sorted(different, key=len) == [set(), {"notes"}]
