"""Money: won are calculated from the record's own rate, and missing is not zero."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from records.money import won_text
from tests import makers

DAY = date(2018, 3, 5)


def won_of(**fields):
    contract = makers.make_contract(**fields)
    contract.refresh_from_db()
    return contract.amount_krw


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "won"),
    [
        ({"amount": "1000", "currency": "KRW"}, 1_000),
        ({"amount": "1000.50", "currency": "KRW"}, 1_001),
        ({"amount": "0", "currency": "KRW"}, 0),
        (
            {"amount": "100", "currency": "USD", "fx_rate": "1113.5", "fx_on": DAY},
            111_350,
        ),
        (
            {"amount": "3", "currency": "JPY", "fx_rate": "10.123456", "fx_on": DAY},
            30,
        ),
        ({"amount": "100", "currency": "USD"}, None),
        ({"amount": None, "currency": "USD", "fx_rate": "1", "fx_on": DAY}, None),
        ({"amount": None, "currency": ""}, None),
    ],
)
def test_won_are_the_amount_at_the_records_own_rate(fields, won):
    assert won_of(**fields) == won


@pytest.mark.django_db
def test_a_rate_of_won_changes_nothing():
    fields = {"amount": "1000", "currency": "KRW", "fx_rate": "2", "fx_on": DAY}

    assert won_of(**fields) == 1_000


@pytest.mark.django_db
def test_a_corrected_rate_corrects_the_won():
    contract = makers.make_contract(amount=100, currency="USD")

    contract.fx_rate, contract.fx_on = Decimal("1113.5"), DAY
    contract.save()

    contract.refresh_from_db()
    assert contract.amount_krw == 111_350


@pytest.mark.django_db
def test_nobody_writes_the_won_themselves():
    contract = makers.make_contract(amount=100, currency="KRW")

    with pytest.raises(Exception, match="amount_krw"), connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE support_contract SET amount_krw = 5 WHERE id = {contract.pk}"
        )


@pytest.mark.django_db
def test_the_largest_amount_at_the_largest_rate_is_kept():
    fields = {"amount": "9" * 13 + ".99", "currency": "USD", "fx_on": DAY}

    assert won_of(**fields, fx_rate="1.000000") == 10_000_000_000_000


@pytest.mark.parametrize(
    ("won", "korean", "english"),
    [
        (0, "0", "0"),
        (9_999, "9,999", "9,999"),
        (10_000, "1만", "10,000"),
        (15_000, "1.5만", "15,000"),
        (100_000_000, "1억", "100 m"),
        (111_300_000_000, "1,113억", "111.3 bn"),
        (69_382_200_000_000, "69조 3,822억", "69.4 tn"),
        (1_000_000_000_000, "1조", "1 tn"),
        (-111_300_000_000, "-1,113억", "-111.3 bn"),
    ],
)
def test_won_are_written_as_people_say_them(won, korean, english):
    with override("ko"):
        assert won_text(won) == korean
    with override("en"):
        assert won_text(won) == english


@given(won=st.integers(0, 10**17))
def test_no_sum_of_won_is_written_with_ten_thousand_of_a_unit(won):
    with override("ko"):
        text = won_text(won)

    assert "10,000만" not in text
    assert "10,000억" not in text
