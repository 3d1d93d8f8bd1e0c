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
from hypothesis import given
from hypothesis import strategies as st

from records import record_types
from records.exports.delimited import BOM, restored, written
from tests import makers
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
    asked = {"format": wanted, "view": "all", **params}
    with override(language):
        answer = client.get(f"/{kind.slug}/", asked)
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


@pytest.fixture
def cases():
    return record_types.get("cases")


def header(kind, name: str) -> str:
    with override("ko"):
        return str(kind.field(name).verbose_name)


@each_format
def test_an_edited_workbook_may_name_one_of_two_companies_of_one_name(
    cases, wanted, brought_in
):
    first, second = makers.make_startup("한빛"), makers.make_startup("한빛")
    case = makers.make_case(startup=first)
    data = taken_out(sign_in(), cases, wanted)

    assert_unchanged(brought_in(cases, data, wanted, "--centre", "b2g"), 1)
    title = header(cases, "startup")
    other = edited(data, wanted, {title: f"한빛 [{second.reference}]"})
    assert brought_in(cases, other, wanted, "--centre", "b2g")["counts"]["changed"] == 1

    case.refresh_from_db()
    assert case.startup == second


@each_format
def test_a_link_to_what_is_gone_stays_while_another_cell_is_edited(
    cases, wanted, brought_in
):
    officer = makers.make_user(centre=makers.make_centre())
    case = makers.make_case(startup=makers.make_startup("없어진 기업"))
    case.officers.add(officer)
    case.startup.remove(reason="중복")
    officer.is_active = False
    officer.save()
    data = taken_out(sign_in(), cases, wanted)

    assert_unchanged(brought_in(cases, data, wanted, "--centre", "b2g"), 1)
    told = edited(data, wanted, {header(cases, "title"): "고친 제목"})
    report = brought_in(cases, told, wanted, "--centre", "b2g")

    case.refresh_from_db()
    assert report["counts"]["changed"] == 1
    assert (case.title, list(case.officers.all())) == ("고친 제목", [officer])


@each_format
def test_several_fields_and_countries_can_be_edited(cases, wanted, brought_in):
    makers.make_field("ip", "특허·상표")
    makers.make_field("legal", "법률")
    case = makers.make_case(fields=["ip", "legal"], countries=["VN", "TH"])
    data = taken_out(sign_in(), cases, wanted)

    told = edited(data, wanted, {header(cases, "countries"): "베트남; 일본"})
    report = brought_in(cases, told, wanted, "--centre", "b2g")

    case.refresh_from_db()
    assert report["counts"]["flagged"] == 0
    assert (case.fields, case.countries) == (["ip", "legal"], ["VN", "JP"])


@each_format
def test_an_emptied_cell_changes_nothing_and_is_told(cases, wanted, brought_in):
    case = makers.make_case(result="안내 완료")
    data = taken_out(sign_in(), cases, wanted)

    told = edited(data, wanted, {header(cases, "result"): None})
    report = brought_in(cases, told, wanted, "--centre", "b2g")

    case.refresh_from_db()
    assert case.result == "안내 완료"
    assert (report["counts"]["unchanged"], report["counts"]["flagged"]) == (1, 1)


@each_format
def test_what_is_shown_in_part_is_never_written(wanted, brought_in):
    kind = record_types.get("contacts")
    contact = makers.make_contact(phone="010-1234-5678", email="hong@example.org")
    data = taken_out(sign_in(), kind, wanted)
    changes = {header(kind, "name"): "김바뀜", header(kind, "phone"): "010-99**"}

    report = brought_in(kind, edited(data, wanted, changes), wanted, "--centre", "b2g")

    contact.refresh_from_db()
    assert report["counts"]["changed"] == 1
    assert (contact.name, contact.phone) == ("김바뀜", "010-1234-5678")
    assert contact.email == "hong@example.org"


def test_a_reference_that_is_not_there_is_refused(cases, brought_in):
    makers.make_case()
    data = taken_out(sign_in(), cases, "csv")

    told = edited(data, "csv", {"기록번호": "2018-999999"})
    report = brought_in(cases, told, "csv", "--centre", "b2g")

    [row] = [row for row in report["rows"] if row["outcome"] == "rejected"]
    assert "2018-999999" in row["reason"]


def test_a_record_of_another_centre_is_not_there(cases, brought_in):
    makers.make_centre("b2g")
    makers.make_case(centre=makers.make_centre("gccei"))
    data = taken_out(sign_in(centre="gccei"), cases, "csv")

    report = brought_in(cases, data, "csv", "--centre", "b2g")

    assert (report["counts"]["rejected"], report["counts"]["added"]) == (1, 0)


def test_one_record_takes_one_row(cases, brought_in):
    case = makers.make_case(title="처음")
    data = taken_out(sign_in(), cases, "csv")
    lines = edited(data, "csv", {header(cases, "title"): "하나"}).decode("utf-8-sig")
    again = edited(data, "csv", {header(cases, "title"): "둘"}).decode("utf-8-sig")
    both = lines + again.partition("\r\n")[2]

    report = brought_in(cases, both.encode("utf-8-sig"), "csv", "--centre", "b2g")

    case.refresh_from_db()
    assert case.title == "처음"
    [row] = [row for row in report["rows"] if row["outcome"] == "rejected"]
    assert (row["row"], "2행" in row["reason"]) == (3, True)


def test_a_file_of_elsewhere_may_call_its_own_numbers_a_reference(cases, brought_in):
    makers.make_startup("가온")
    rows = "reference,기업명,제목,접수일\nA-1,가온,상담,2018-03-05\n"

    report = brought_in(cases, rows.encode(), "csv", "--centre", "b2g")

    assert report["counts"]["added"] == 1


def test_a_sum_of_other_records_is_told_and_not_read(cases, brought_in):
    session = makers.make_session(minutes=30)
    client = sign_in()
    data = taken_out(client, cases, "csv", only="shown", columns="title,minutes")

    assert_unchanged(brought_in(cases, data, "csv", "--centre", "b2g"), 1)
    told = edited(data, "csv", {"시간(분)": "45"})
    report = brought_in(cases, told, "csv", "--centre", "b2g")

    session.refresh_from_db()
    assert session.minutes == 30
    assert (report["counts"]["unchanged"], report["counts"]["flagged"]) == (1, 1)


def test_a_start_up_of_another_centre_comes_back_through_ones_own(brought_in):
    kind = record_types.get("startups")
    makers.make_startup("가온", centre=makers.make_centre("gccei"))
    data = taken_out(sign_in(), kind, "xlsx")

    assert_unchanged(brought_in(kind, data, "xlsx", "--centre", "b2g"), 1)


@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_text_comes_back_from_a_csv_as_it_was(text):
    out = io.StringIO()
    csv.writer(out).writerow([written(text)])
    [[cell]] = csv.reader(io.StringIO(out.getvalue(), newline=""))

    assert restored(cell) == text
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
