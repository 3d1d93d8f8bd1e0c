"""`import_records` from file to records: what comes in, what is refused, and how."""

import json
from datetime import date

import openpyxl
import pghistory.models
import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override
from openpyxl.styles import Font

from delegations.models import Visit
from support.models import ConsultingCase, Partner, Session, Startup
from tests.makers import (
    make_case,
    make_centre,
    make_field,
    make_partner,
    make_startup,
    make_user,
    make_visit,
)
from tests.records.spreadsheet_files import make_csv, make_xlsx

pytestmark = pytest.mark.django_db
VISITS = ["원본ID", "방문시작일", "방문종료일", "국가", "방문자", "방문내용"]
CASES = ["접수일", "기업명", "사업자등록번호", "상담내용", "상담시간(분)", "처리결과"]
NUMBER = "124-81-00998"


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
        yield


@pytest.fixture
def centre():
    return make_centre()


class Imported:
    """What one run of the command said."""

    def __init__(self, told: dict, exit_code: int, error: str) -> None:
        self.told, self.exit_code, self.error = told, exit_code, error

    @property
    def data(self) -> list[dict]:
        return [row for row in self.told["rows"] if row["outcome"] != "not-data"]

    @property
    def outcomes(self) -> list[str]:
        return [row["outcome"] for row in self.data]

    @property
    def flags(self) -> str:
        return " ".join(flag for row in self.data for flag in row["flags"])


@pytest.fixture
def run(tmp_path, centre):
    def run(slug, path, *options) -> Imported:
        out = tmp_path / "report.json"
        out.unlink(missing_ok=True)
        code, error = 0, ""
        try:
            call_command("import_records", slug, path, "--report", out, *options)
        except CommandError as raised:
            code, error = raised.returncode, str(raised)
        told = json.loads(out.read_text()) if out.exists() else {}
        return Imported(told, code, error)

    return run


@pytest.fixture
def visits(tmp_path, run):
    """Import visits from rows under the usual header."""

    def visits(*rows, header=VISITS, options=()) -> Imported:
        return run("visits", make_csv(tmp_path / "v.csv", [header, *rows]), *options)

    return visits


@pytest.fixture
def cases(tmp_path, run):
    def cases(*rows, header=CASES, options=()) -> Imported:
        path = make_xlsx(tmp_path / "c.xlsx", [header, *rows])
        return run("cases", path, *options)

    return cases


def test_a_visit_comes_in_with_all_that_its_row_says(visits, centre):
    done = visits(["7", "2018-03-05", "2018-03-07", "베트남", "Mr Nguyen", "견학"])
    visit = Visit.objects.get()
    assert done.exit_code == 0
    assert (visit.external_id, visit.starts_on) == ("7", date(2018, 3, 5))
    assert (visit.countries, visit.lead_name) == (["VN"], "Mr Nguyen")
    assert (visit.status, visit.centre) == ("done", centre)
    assert done.data[0]["record"] == f"visits/{visit.pk}"
    assert done.data[0]["row"] == 2
    assert done.data[0]["values"]["starts_on"] == "2018-03-05"


def test_the_same_file_again_adds_nothing(visits):
    rows = [
        ["1", "2018-03-05", "", "베트남", "A", ""],
        ["", "2018-03-06", "", "Hawaii", "B", ""],
    ]
    assert visits(*rows).outcomes == ["added", "added"]
    assert visits(*rows).outcomes == ["unchanged", "unchanged"]
    assert Visit.objects.count() == 2


def test_a_row_with_a_known_number_changes_its_record(visits, centre):
    visit = make_visit(external_id="7", lead_name="Old", countries=["VN"])
    done = visits(["7", "2018-03-05", "", "", "New", ""])
    visit.refresh_from_db()
    assert done.outcomes == ["changed"]
    assert visit.lead_name == "New"
    assert visit.countries == ["VN"], "a blank cell changes nothing"


def test_a_row_without_a_number_is_met_by_its_natural_key(visits):
    make_visit(title="", lead_name="A", organisations=[], countries=[])
    done = visits(["", "2018-03-05", "", "VN", "A", "견학"])
    assert done.outcomes == ["changed"]
    assert Visit.objects.get().countries == ["VN"]


def test_another_number_is_another_record(visits):
    visits(["1", "2018-03-05", "", "VN", "A", ""])
    assert visits(["2", "2018-03-05", "", "VN", "A", ""]).outcomes == ["added"]


def test_another_centre_s_record_is_not_met(visits):
    make_visit(external_id="7", centre=make_centre("gbsa"), lead_name="Theirs")
    done = visits(["7", "2018-03-05", "", "", "Ours", ""], options=["--centre", "b2g"])
    assert done.outcomes == ["added"]
    assert Visit.objects.get(centre__code="gbsa").lead_name == "Theirs"


def test_an_exact_copy_in_the_file_is_a_duplicate(visits):
    row = ["", "2018-03-05", "", "VN", "A", "견학"]
    done = visits(row, row)
    assert done.outcomes == ["added", "duplicate"]
    assert "row 2" in done.data[1]["reason"]
    assert done.exit_code == 0


def test_two_rows_of_one_key_that_differ_are_two_and_stay_two(visits):
    rows = [["", "2018-03-05", "", "VN", "A", text] for text in ("one", "two")]
    assert visits(*rows).outcomes == ["added", "added"]
    assert visits(*reversed(rows)).outcomes == ["unchanged", "unchanged"]


def test_one_bad_row_keeps_all_out(visits):
    done = visits(
        ["1", "2018-03-05", "", "VN", "A", ""], ["2", "2018-02-30", "", "VN", "B", ""]
    )
    assert done.exit_code == 1
    assert done.outcomes == ["added", "rejected"]
    assert not done.told["saved"]
    assert done.data[0]["record"] is None
    assert not Visit.objects.exists()
    assert (
        "Sheet “v”, row 3, column “방문시작일”: “2018-02-30” is a day that does not"
        in done.error
    )


def test_valid_rows_come_in_without_the_bad_ones(visits):
    done = visits(
        ["1", "2018-03-05", "", "VN", "A", ""],
        ["2", "언젠가", "", "VN", "B", ""],
        options=["--valid-rows"],
    )
    assert done.exit_code == 1
    assert Visit.objects.get().external_id == "1"
    assert done.data[0]["record"]


def test_a_trial_run_saves_nothing_and_says_what_would_be(visits):
    done = visits(
        ["1", "2018-03-05", "", "VN", "A", ""], options=["--dry-run", "--valid-rows"]
    )
    assert (done.exit_code, done.outcomes) == (0, ["added"])
    assert not Visit.objects.exists()


def test_what_an_optional_column_cannot_mean_is_left_empty_and_flagged(visits):
    done = visits(
        ["1", "2018-03-05", "", "Hawaii", "A", "", "여럿"],
        ["2", "2018-03-05", "", "베트남, Hawaii", "B", "", "3명"],
        header=[*VISITS, "인원"],
    )
    first, second = Visit.objects.order_by("pk")
    assert (first.countries, first.headcount) == ([], None)
    assert (second.countries, second.headcount) == (["VN"], 3)
    assert done.exit_code == 0
    assert done.data[0]["flags"] == [
        "국가: “Hawaii” is not in the list. It is left out.",
        "인원: “여럿” is no number. It is left out.",
    ]


def test_a_number_too_large_is_flagged(visits):
    done = visits(["2018-03-05", "9" * 30], header=["방문시작일", "인원"])
    assert done.exit_code == 0
    assert "인원" in done.flags
    assert Visit.objects.get().headcount is None


def test_an_optional_value_that_breaks_a_rule_is_left_out_and_flagged(visits):
    done = visits(["1", "2018-03-05", "2018-03-01", "VN", "A", ""])
    assert done.outcomes == ["added"]
    assert Visit.objects.get().ends_on is None
    assert "방문종료일: A visit ends after it starts." in done.flags


def test_a_missing_required_cell_rejects_the_row(visits):
    done = visits(["1", "", "", "VN", "A", ""])
    assert done.outcomes == ["rejected"]
    assert "column “방문시작일”: It is empty" in done.error


def test_columns_that_are_not_brought_in_are_named(visits, capsys):
    done = visits(["1", "2018-03-05", "x"], header=["연번", "방문일", "국가코드"])
    assert done.told["ignored_columns"] == ["연번", "국가코드"]
    assert "연번, 국가코드" in capsys.readouterr().out


def test_text_that_looks_like_code_stays_text(visits):
    bad = '=HYPERLINK("x") <script>alert(1)</script> \x00\'; DROP TABLE'
    visits(["1", "2018-03-05", "", "VN", "A", bad])
    assert Visit.objects.get().purpose == bad.replace("\x00", "")


def test_the_history_knows_the_file(visits):
    visits(["1", "2018-03-05", "", "VN", "A", ""])
    context = pghistory.models.Context.objects.get().metadata
    assert (context["command"], context["file"]) == ("import_records", "v.csv")
    assert len(context["sha256"]) == 64


def test_a_second_sheet_may_have_its_columns_in_another_order(tmp_path, run, centre):
    path = make_xlsx(
        tmp_path / "v.xlsx",
        [["2018년 방문"], [], ["방문일", "방문자"], ["3/5", "A"]],
        [["방문자", "방문일"], ["B", "2018-03-06"]],
        [["국가", "코드"], ["베트남", "VN"]],
        names=["상반기", "하반기", "분류표"],
    )
    done = run("visits", path)
    assert [visit.lead_name for visit in Visit.objects.order_by("pk")] == ["A", "B"]
    assert [sheet["read"] for sheet in done.told["sheets"]] == [True, True, False]
    assert [row["outcome"] for row in done.told["rows"]].count("not-data") == 6


def test_only_the_sheet_that_is_named_is_read(tmp_path, run, centre):
    sheets = [[["방문일", "방문자"], ["2018-03-05", name]] for name in "AB"]
    path = make_xlsx(tmp_path / "v.xlsx", *sheets, names=["가", "나"])
    run("visits", path, "--sheet", "나")
    assert Visit.objects.get().lead_name == "B"
    refused = run("visits", path, "--sheet", "다")
    assert refused.exit_code == 2
    assert "there are: 가, 나" in refused.error


def test_a_day_of_another_year_than_the_title_s_is_flagged(tmp_path, run, centre):
    rows = [["2018년 방문"], ["방문일", "방문자"], ["2017-12-29", "A"]]
    done = run("visits", make_xlsx(tmp_path / "v.xlsx", rows))
    assert "It is of 2017, though the title says 2018." in done.flags


def test_a_hidden_row_is_left_out_and_named(tmp_path, run, centre, capsys):
    path = tmp_path / "v.xlsx"
    make_xlsx(path, [["방문일", "방문자"], ["2018-03-05", "A"], ["2018-03-06", "B"]])
    book = openpyxl.load_workbook(path)
    book.active.row_dimensions[3].hidden = True
    book.save(path)
    run("visits", path)
    assert Visit.objects.get().lead_name == "A"
    assert "Hidden rows left out: Sheet1 3." in capsys.readouterr().out


def test_a_row_that_a_filter_hides_comes_in_and_is_flagged(tmp_path, run, centre):
    path = tmp_path / "v.xlsx"
    make_xlsx(path, [["방문일", "방문자"], ["2018-03-05", "A"], ["2018-03-06", "B"]])
    book = openpyxl.load_workbook(path)
    book.active.auto_filter.ref = "A1:B3"
    book.active.row_dimensions[3].hidden = True
    book.save(path)
    done = run("visits", path)
    assert Visit.objects.count() == 2
    assert "hidden by a filter" in done.flags


def test_a_struck_row_is_rejected(tmp_path, run, centre):
    path = tmp_path / "v.xlsx"
    make_xlsx(path, [["방문일", "방문자"], ["2018-03-05", "A"]])
    book = openpyxl.load_workbook(path)
    for cell in book.active[2]:
        cell.font = Font(strike=True)
    book.save(path)
    done = run("visits", path)
    assert (done.outcomes, done.exit_code) == (["rejected"], 1)
    assert "struck through" in done.error


def test_a_row_costs_three_questions(visits, centre, django_assert_max_num_queries):
    rows = [[str(n), "2018-03-05", "", "VN", "A", str(n)] for n in range(40)]
    with django_assert_max_num_queries(40 * 3 + 25):
        visits(*rows)


def test_a_ditto_mark_stands_for_the_cell_above(visits):
    done = visits(["", "2018-03-05", "", "VN", "A", ""], ["", "〃", "", "TH", "B", ""])
    assert Visit.objects.filter(starts_on=date(2018, 3, 5)).count() == 2
    assert "taken from the row above" in done.flags


# Linked records


def test_a_company_is_met_by_its_number_and_by_its_name(cases):
    startup = make_startup("가온누리", biz_reg_no=NUMBER)
    done = cases(
        ["2018-03-05", "다른 이름", "1248100998", "하나"],
        ["2018-03-06", "㈜ 가온누리", None, "둘"],
        ["2018-03-07", "주식회사가온누리", "１２４－８１－００９９８", "셋"],
    )
    assert done.exit_code == 0
    assert ConsultingCase.objects.filter(startup=startup).count() == 3
    assert Startup.objects.count() == 1


def test_a_company_that_is_not_there_is_made_once_and_flagged(cases):
    done = cases(
        ["2018-03-05", "(주)새기업", None, "하나"],
        ["2018-03-06", "새기업", NUMBER, "둘"],
    )
    startup = Startup.objects.get()
    assert startup.biz_reg_no == NUMBER
    assert ConsultingCase.objects.filter(startup=startup).count() == 2
    assert done.flags.count("New start-up") == 1


def test_the_file_teaches_that_two_names_are_one_company(cases):
    done = cases(
        ["2018-03-05", "ABC(주)", None, "하나"],
        ["2018-03-06", "에이비씨", NUMBER, "둘"],
        ["2018-03-07", "주식회사 ABC", NUMBER, "셋"],
        ["2018-03-08", "에이비씨 (ABC)", None, "넷"],
    )
    assert done.exit_code == 0
    assert Startup.objects.get().name == "에이비씨"
    assert "is taken for “에이비씨”" in done.flags


def test_two_companies_of_one_name_and_two_numbers_stay_two(cases):
    other = "220-81-62517"
    done = cases(
        ["2018-03-05", "한빛", NUMBER, "하나"],
        ["2018-03-06", "한빛", other, "둘"],
        ["2018-03-07", "한빛", None, "셋"],
    )
    assert done.outcomes == ["added", "added", "rejected"]
    assert "More than one" in done.error


def test_a_wrong_number_is_dropped_and_the_row_stays(cases):
    done = cases(
        ["2018-03-05", "새기업", "123-45-67890", "하나"],
        ["2018-03-06", "새기업", "124-81", "둘"],
    )
    assert done.outcomes == ["added", "added"]
    assert Startup.objects.get().biz_reg_no == ""
    assert done.flags.count("is no business number") == 2


@pytest.mark.parametrize("name", ["Unknown Inc.", "확인필요", "-"])
def test_a_name_that_tells_no_company_rejects_the_row(cases, name):
    done = cases(["2018-03-05", name, None, "하나"])
    assert done.outcomes == ["rejected"]
    assert "column “기업명”" in done.error


def test_a_number_in_a_name_s_place_is_no_record_s_key(cases):
    startup = make_startup("가온")
    done = cases(["2018-03-05", str(startup.pk), None, "하나"])
    assert done.outcomes == ["rejected"]


def test_rows_that_differ_in_what_is_not_understood_are_two(visits):
    done = visits(
        ["", "2018-03-05", "", "Hawaii", "A", ""],
        ["", "2018-03-05", "", "Yugoslavia", "A", ""],
    )
    assert done.outcomes == ["added", "added"]


def test_a_company_named_by_rejected_rows_only_is_not_made(cases):
    done = cases(
        ["2018-02-30", "헛기업", None, "하나"],
        ["2018-03-05", "새기업", None, "둘"],
        options=["--valid-rows"],
    )
    assert done.outcomes == ["rejected", "added"]
    assert [startup.name for startup in Startup.objects.all()] == ["새기업"]


def test_minutes_make_the_first_session(cases):
    done = cases(
        ["2018-03-05", "새기업", None, "하나", "1시간 30분"],
        ["2018-03-06", "새기업", None, "둘", "종일"],
    )
    assert Session.objects.get().minutes == 90
    assert "“종일” is no duration" in done.flags


def test_a_status_is_met_by_a_centre_s_own_words(cases):
    cases(
        ["2018-03-05", "새기업", None, "하나", None, "종결"],
        ["2018-03-06", "새기업", None, "둘", None, "진행 중"],
    )
    statuses = ConsultingCase.objects.order_by("opened_on").values_list("status")
    assert [status for (status,) in statuses] == ["closed", "open"]


def test_a_status_that_nobody_knows_is_no_default(cases):
    done = cases(["2018-03-05", "새기업", None, "하나", None, "이상함"])
    assert done.outcomes == ["rejected"]
    assert "column “처리결과”: “이상함” is not in the list" in done.error


def test_a_blank_status_is_said_to_be_taken_as_open(cases):
    done = cases(["2018-03-05", "새기업", None, "하나", None, None])
    assert "처리결과: It is empty and taken as" in done.flags


def test_several_fields_and_officers_in_one_cell(cases, centre):
    make_field("ip", "특허·상표", aliases=["특허"])
    make_field("legal", "법률")
    kim = make_user(name="김도윤")
    park = make_user(name="박지후")
    done = cases(
        ["2018-03-05", "가온", None, "하나", "특허·상표", "김도윤/박지후"],
        ["2018-03-06", "가온", None, "둘", "법률,특허", "박 지후 매니저"],
        ["2018-03-07", "가온", None, "셋", "주차", "도윤, 외부인"],
        header=[*CASES[:4], "상담분야", "담당자"],
    )
    first, second, third = ConsultingCase.objects.order_by("opened_on")
    assert first.fields == ["ip"]
    assert set(first.officers.all()) == {kim, park}
    assert second.fields == ["legal", "ip"]
    assert list(second.officers.all()) == [park]
    assert third.fields == []
    assert list(third.officers.all()) == [kim]
    assert "“주차” is not in the list" in done.flags
    assert "“외부인”" in done.flags


def test_an_officer_of_another_centre_is_not_named(cases, centre):
    make_user(name="김도윤", centre=make_centre("gbsa"))
    done = cases(
        ["2018-03-05", "가온", None, "하나", "김도윤"],
        header=[*CASES[:4], "담당자"],
        options=["--centre", "b2g"],
    )
    assert not ConsultingCase.objects.get().officers.exists()
    assert "담당자" in done.flags


def test_the_consulting_log_again_adds_nothing(cases):
    rows = [
        ["2018-03-05", "가온", NUMBER, "하나", 60, "완료"],
        ["2018-03-05", "가온", None, "둘", None, None],
    ]
    cases(*rows)
    assert cases(*rows).outcomes == ["unchanged", "unchanged"]
    assert Session.objects.count() == 1


def test_a_case_entered_by_hand_is_met_by_its_key(cases, centre):
    case = make_case(startup=make_startup("가온"), request="하나", notes="손으로")
    done = cases(["2018-03-05", "(주)가온", None, "하나", None, "완료"])
    case.refresh_from_db()
    assert (done.outcomes, case.status, case.notes) == (["changed"], "closed", "손으로")


def test_companies_are_met_by_number_then_name(tmp_path, run, centre):
    make_startup("가온", biz_reg_no=NUMBER)
    make_startup("나래")
    path = make_csv(
        tmp_path / "s.csv",
        [
            ["기업명", "사업자등록번호", "대표자"],
            ["가온", NUMBER, "홍길동"],
            ["㈜나래", "220-81-62517", ""],
            ["다솜", "", ""],
        ],
    )
    assert run("startups", path).outcomes == ["changed", "changed", "added"]
    assert Startup.objects.count() == 3
    assert run("startups", path).outcomes == ["unchanged"] * 3


def test_a_partner_that_is_not_there_rejects_the_agreement(tmp_path, run, centre):
    make_partner("DEPA")
    path = make_csv(
        tmp_path / "m.csv",
        [["협력기관", "체결일"], ["DEPA", "2018-03-05"], ["Nobody", "2018-03-05"]],
    )
    done = run("mous", path)
    assert done.outcomes == ["added", "rejected"]
    assert Partner.objects.count() == 1


# Centres, types, arguments


def test_the_centre_is_named_where_there_are_several(visits):
    make_centre("gbsa")
    row = ["1", "2018-03-05", "", "VN", "A", ""]
    nobody_s = visits(row)
    assert nobody_s.exit_code == 2
    assert "b2g, gbsa" in nobody_s.error
    assert visits(row, options=["--centre", "gbsa"]).exit_code == 0
    assert Visit.objects.get().centre.code == "gbsa"
    unknown = visits(row, options=["--centre", "nope"])
    assert unknown.exit_code == 2
    assert "there are: b2g, gbsa" in unknown.error


def test_a_column_may_name_the_centre_of_each_row(visits, centre):
    make_centre("gbsa")
    done = visits(
        ["gbsa", "2018-03-05"],
        ["센터 b2g", "2018-03-05"],
        ["nope", "2018-03-05"],
        header=["센터", "방문일"],
        options=["--valid-rows"],
    )
    assert done.outcomes == ["added", "added", "rejected"]
    assert {visit.centre.code for visit in Visit.objects.all()} == {"b2g", "gbsa"}


def test_a_row_of_another_centre_than_the_named_one_is_rejected(visits, centre):
    make_centre("gbsa")
    done = visits(
        ["gbsa", "2018-03-05"],
        header=["센터", "방문일"],
        options=["--centre", "b2g"],
    )
    assert done.outcomes == ["rejected"]


def test_the_type_is_told_from_the_headers(tmp_path, run, centre):
    path = make_csv(tmp_path / "v.csv", [VISITS, ["1", "2018-03-05", "", "", "A", ""]])
    done = run("auto", path)
    assert (done.told["type"], done.outcomes) == ("visits", ["added"])
    nothing = run("auto", make_csv(tmp_path / "n.csv", [["가", "나"], ["1", "2"]]))
    assert nothing.exit_code == 2


def test_an_unknown_type_is_refused_naming_those_there_are(tmp_path, run):
    refused = run("guests", make_csv(tmp_path / "v.csv", [VISITS]))
    assert refused.exit_code == 2
    assert "visits" in refused.error


def test_a_file_without_a_header_is_refused_naming_the_columns(tmp_path, run, centre):
    refused = run("visits", make_csv(tmp_path / "v.csv", [["가", "나"], ["1", "2"]]))
    assert refused.exit_code == 2
    assert "Found: 가, 나" in refused.error
    assert "starts_on" in refused.error


def test_a_workbook_of_empty_sheets_is_refused(tmp_path, run, centre):
    refused = run("visits", make_xlsx(tmp_path / "v.xlsx", [], []))
    assert refused.exit_code == 2
    assert "Found: -" in refused.error


def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(tmp_path, run):
    (tmp_path / "v.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n")
    refused = run("visits", tmp_path / "v.xlsx")
    assert refused.exit_code == 2
    assert refused.error == "“v.xlsx” is a PNG file, not a spreadsheet."


def test_a_report_that_cannot_be_written_saves_nothing(tmp_path, centre):
    path = make_csv(tmp_path / "v.csv", [VISITS, ["1", "2018-03-05", "", "", "", ""]])
    out = tmp_path / "nowhere" / "report.json"
    with pytest.raises(CommandError) as caught:
        call_command("import_records", "visits", path, "--report", out)
    assert caught.value.returncode == 2
    assert not Visit.objects.exists()


def test_queries_do_not_grow_with_unchanged_rows(
    visits, centre, django_assert_max_num_queries
):
    rows = [[str(n), "2018-03-05", "", "VN", "A", str(n)] for n in range(40)]
    visits(*rows)
    with django_assert_max_num_queries(25):
        assert set(visits(*rows).outcomes) == {"unchanged"}


# What stands in cells


def test_from_when_to_when_in_one_column_fills_both_days(visits):
    done = visits(["2018.9.3 ~ 9.5", "A"], header=["방문일", "방문자"])

    visit = Visit.objects.get()
    assert (visit.starts_on, visit.ends_on) == (date(2018, 9, 3), date(2018, 9, 5))
    assert done.flags == ""


def test_the_end_of_a_range_without_its_field_is_flagged(cases):
    done = cases(["2018.9.3 ~ 9.5", "가온", None, "하나"])

    assert ConsultingCase.objects.get().opened_on == date(2018, 9, 3)
    assert "It goes on until 2018-09-05" in done.flags


def test_satisfaction_may_be_said_in_words(cases):
    said = ["매우만족", "4점", "★★★☆☆", "좋았다고 함", "9"]
    cases(
        *([f"2018-03-0{n}", "가온", None, str(n), s] for n, s in enumerate(said, 1)),
        header=[*CASES[:4], "satisfaction"],
    )

    kept = ConsultingCase.objects.order_by("opened_on")
    assert [case.satisfaction for case in kept] == [5, 4, 3, None, None]


@pytest.mark.parametrize(
    "written", ["김하나 팀장", "김하나PM", "팀장 김하나", "김하나(대리)", "김 팀장"]
)
def test_an_officer_is_met_beside_a_title(cases, centre, written):
    kim = make_user(name="김하나")
    make_user(name="박두리")

    cases(["2018-03-05", "가온", None, "하나", written], header=[*CASES[:4], "담당자"])

    assert list(ConsultingCase.objects.get().officers.all()) == [kim]


def test_a_surname_with_a_title_that_two_bear_is_left_out(cases, centre):
    make_user(name="김하나")
    make_user(name="김두리")

    done = cases(
        ["2018-03-05", "가온", None, "하나", "김 팀장"], header=[*CASES[:4], "담당자"]
    )

    assert not ConsultingCase.objects.get().officers.exists()
    assert "More than one user is called “김 팀장”" in done.flags
