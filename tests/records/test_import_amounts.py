"""Amounts in files, read by the reader that forms use."""

import json
from contextlib import suppress

import pytest
from django.core.management import CommandError, call_command

from support.models import InvestmentLink, Programme
from tests import makers
from tests.records.spreadsheet_files import make_csv

pytestmark = pytest.mark.django_db

HEADER = ["기업명", "납입일", "금액", "통화"]


@pytest.fixture
def row(tmp_path):
    """What the report says of one row with this amount and currency."""

    def row(amount: str, currency: str) -> dict:
        makers.make_startup("한빛")
        line = ["한빛", "2018.3.5", amount, currency]
        path = make_csv(tmp_path / "a.csv", [HEADER, line])
        report = tmp_path / "report.json"
        options = ("--centre", "b2g", "--report", report)
        with suppress(CommandError):
            call_command("import_records", "investments", path, *options)
        rows = json.loads(report.read_text())["rows"]
        return next(row for row in rows if row["outcome"] != "not-data")

    return row


@pytest.mark.parametrize(
    ("written", "currency", "amount", "meant"),
    [
        ("1,113억", "KRW", 111_300_000_000, "KRW"),
        ("20백만원", "", 20_000_000, "KRW"),
        ("USD 2.5m", "", 2_500_000, "USD"),
        ("1500000", "USD", 1_500_000, "USD"),
    ],
)
def test_an_amount_in_a_file_is_read_as_in_a_form(
    row, written, currency, amount, meant
):
    assert row(written, currency)["outcome"] == "added"

    made = InvestmentLink.objects.get()
    assert (made.amount, made.currency) == (amount, meant)


@pytest.mark.parametrize("written", ["비공개", "미정", "△20", "1억 500"])
def test_an_amount_that_is_not_known_is_left_out_and_flagged(row, written):
    told = row(written, "KRW")

    assert told["outcome"] == "added"
    assert written in " ".join(told["flags"])
    assert InvestmentLink.objects.get().amount is None


def test_an_amount_that_contradicts_its_currency_is_not_saved(row):
    told = row("3만불", "KRW")

    assert "USD" in told["reason"] + " ".join(told["flags"])
    assert not InvestmentLink.objects.filter(amount__isnull=False).exists()


def test_an_amount_in_another_currency_is_no_won(tmp_path):
    makers.make_centre()
    header = ["사업명", "연도", "예산(원)", "budget_krw"]
    line = ["글로벌 지원", "2018", "", "USD 2.5m"]
    path = make_csv(tmp_path / "p.csv", [header, line])

    call_command("import_records", "programmes", path, "--centre", "b2g")

    assert Programme.objects.get().budget_krw is None
