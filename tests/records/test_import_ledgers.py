"""A ledger of outcomes of several types, told row by row from a column."""

import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override

from delegations.models import MOU
from figures import registry
from figures.measuring import Question, total
from figures.periods import Period
from records.spreadsheets.importing import import_file
from support.models import Contract, Incorporation, InvestmentLink, OverseasFiling
from tests.makers import make_centre, make_partner, make_startup, make_user
from tests.records.spreadsheet_files import make_xlsx

pytestmark = pytest.mark.django_db

HEADER = [
    "연번",
    "센터",
    "성과유형",
    "기업명",
    "국가",
    "일자",
    "내용",
    "상대방",
    "금액",
    "건수",
    "비고",
]


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
        yield


@pytest.fixture
def ledger(tmp_path):
    make_centre("b2g", name="본투글로벌센터", aliases=["본투글로벌", "B2G"])

    def ledger(*rows, header=HEADER, slug="auto", options=("--valid-rows",)) -> dict:
        path = make_xlsx(
            tmp_path / "성과대장.xlsx", [["2018년 해외진출 성과"], [], header, *rows]
        )
        out = tmp_path / "r.json"
        try:
            call_command("import_records", slug, path, "--report", out, *options)
        except CommandError as error:
            assert error.returncode == 1, error  # noqa: PT017
        return json.loads(out.read_text())

    return ledger


def row(word: str, startup="한빛", country="베트남", **cells) -> list:
    given = {
        "센터": "B2G",
        "성과유형": word,
        "기업명": startup,
        "국가": country,
        "일자": "2018-03-05",
    } | cells
    return [given.get(title) for title in HEADER]


def test_each_row_becomes_a_record_of_its_type(ledger):
    make_partner("Saigon Co")
    told = ledger(
        row("특허", 내용="센서", 건수=3),
        row("PCT"),
        row("상표"),
        row("계약", 상대방="Saigon Co", 금액="1억원"),
        row("MOU"),
        row("법인설립", 내용="한빛 비나"),
        row("투자유치", 금액="5억원"),
    )

    assert (told["type"], told["counts"]["added"]) == ("auto", 7)
    types = [row["type"] for row in told["rows"] if row["outcome"] == "added"]
    assert types == [
        *["filings"] * 3,
        *["contracts"] * 2,
        "incorporations",
        "investments",
    ]
    patent, pct, mark = OverseasFiling.objects.order_by("pk")
    assert (patent.kind, patent.title, patent.office) == ("patent", "센서", "VN")
    assert (patent.quantity, patent.filed_on) == (3, date(2018, 3, 5))
    assert (pct.kind, pct.route, mark.kind) == ("patent", "pct", "trademark")
    contract, pact = Contract.objects.order_by("pk")
    assert (contract.partner.name, contract.amount_krw) == ("Saigon Co", 100_000_000)
    assert (contract.kind, pact.kind) == ("contract", "partnership")
    assert Incorporation.objects.get().name == "한빛 비나"
    assert InvestmentLink.objects.get().amount_krw == 500_000_000
    assert len({filing.startup_id for filing in OverseasFiling.objects.all()}) == 1
    assert contract.startup_id == patent.startup_id, "a new company is made once"


def test_the_count_figure_sums_what_a_row_counts(ledger):
    ledger(row("특허", 건수=3), row("상표", 건수="2건"))

    filed = registry.get("overseas-filings")
    assert total(Question(filed, Period.of_year(2018))) == 5


def test_an_agreement_without_a_start_up_is_the_centre_s_own(ledger):
    make_partner("DEPA")
    ledger(row("MOU", startup=None, 상대방="DEPA"), row("특허"))

    assert MOU.objects.get().partner.name == "DEPA"
    assert not Contract.objects.exists()


@pytest.mark.parametrize("word", ["수상", None])
def test_a_word_that_nobody_knows_rejects_the_row(ledger, word):
    told = ledger(row("특허"), row("상표"), row(word))

    [rejected] = [row for row in told["rows"] if row["outcome"] == "rejected"]
    assert rejected["row"] == 6
    assert "accepted are: 특허" in rejected["reason"]
    assert "Sheet “Sheet1”, row 6" in rejected["reason"]
    assert OverseasFiling.objects.count() == 2


def test_subtotals_of_a_ledger_are_no_data(ledger):
    total = [None] * len(HEADER)
    total[0], total[9] = "합계", 2
    told = ledger(row("특허"), row("상표"), total)

    assert told["counts"]["rejected"] == 0
    assert OverseasFiling.objects.count() == 2


def test_the_same_ledger_again_adds_nothing(ledger):
    rows = [row("특허"), row("계약"), row("투자유치", 금액="5억원")]
    ledger(*rows)

    assert ledger(*rows)["counts"]["unchanged"] == 3


def test_a_centre_is_met_by_its_other_names(ledger):
    make_centre("gccei", name="경기창조경제혁신센터", aliases=["경기혁신센터"])
    ledger(row("특허", 센터="본투글로벌"), row("상표", 센터="경기혁신 센터"))

    codes = OverseasFiling.objects.order_by("pk").values_list("centre__code", flat=True)
    assert list(codes) == ["b2g", "gccei"]


def test_a_file_of_one_type_is_no_ledger(ledger):
    told = ledger(["한빛", "특허", "2018-03-05"], header=["기업명", "유형", "출원일"])

    assert told["type"] == "filings"


def test_who_may_not_enter_a_type_enters_no_row_of_it(tmp_path, ledger):
    make_startup("한빛")
    path = make_xlsx(tmp_path / "l.xlsx", [HEADER, row("특허"), row("계약")])
    viewer = make_user("viewer")
    report = import_file(path, "auto", centre=viewer.centre, user=viewer)

    assert {row.outcome for row in report.rows} == {"not-data", "rejected"}
    assert not report.is_saved
