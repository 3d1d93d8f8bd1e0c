"""Invented exchange rates near those of the years, which the records keep as theirs."""

from datetime import date
from decimal import Decimal
from random import Random

SOURCE = "시연용 가상 환율"

# Won for one unit, in the middle of each year from 2015 to 2019.
RATES = {
    "USD": (1131, 1160, 1130, 1100, 1166),
    "EUR": (1256, 1283, 1276, 1299, 1305),
    "JPY": (9.35, 10.68, 10.08, 9.96, 10.70),
    "CNY": (180, 174.4, 167.4, 166.4, 168.6),
    "GBP": (1729, 1570, 1457, 1468, 1487),
    "HKD": (145.9, 149.5, 145.1, 140.4, 148.8),
    "SGD": (823, 840, 819, 816, 855),
    "THB": (33.1, 32.9, 33.3, 34.0, 37.6),
    "INR": (17.6, 17.3, 17.4, 16.1, 16.6),
    "CAD": (886, 876, 871, 849, 879),
    "AUD": (851, 863, 867, 823, 810),
}


def rate_on(lot: Random, currency: str, day: date) -> Decimal:
    middle = RATES[currency][day.year - 2015] * lot.uniform(0.98, 1.02)
    return Decimal(f"{middle:.1f}" if middle > 100 else f"{middle:.2f}")


def money(lot: Random, currency: str, amount: Decimal, day: date) -> dict:
    """The fields of Money for an amount received on a day."""
    fields = {"amount": amount, "currency": currency}
    if currency == "KRW":
        return fields
    rate = rate_on(lot, currency, day)
    return fields | {"fx_rate": rate, "fx_on": day, "fx_source": SOURCE}
