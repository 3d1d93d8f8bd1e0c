"""Invented exchange rates near those of the years, which the records keep as theirs."""

from datetime import date
from decimal import Decimal
from random import Random

from pangyo.demo.years import FIRST

SOURCE = "시연용 가상 환율"

# Won for one unit, in the middle of each year from 2015 to 2026; later years keep the
# last rate.
RATES = {
    "USD": (1131, 1160, 1130, 1100, 1166, 1180, 1144, 1292, 1305, 1364, 1420, 1450),
    "EUR": (1256, 1283, 1276, 1299, 1305, 1345, 1353, 1357, 1412, 1475, 1605, 1690),
    "JPY": (9.35, 10.68, 10.08, 9.96, 10.70, 11.05, 10.42, 9.83, 9.31, 9, 9.5, 9.3),
    "CNY": (180, 174.4, 167.4, 166.4, 168.6, 171, 177.4, 191.6, 184.2, 189.2, 198, 206),
    "GBP": (1729, 1570, 1457, 1468, 1487, 1513, 1574, 1594, 1624, 1743, 1873, 1940),
    "HKD": (145.9, 149.5, 145.1, 140.4, 148.8, 152.2, 147, 165, 167, 175, 182, 186),
    "SGD": (823, 840, 819, 816, 855, 855, 852, 937, 972, 1020, 1087, 1130),
    "THB": (33.1, 32.9, 33.3, 34.0, 37.6, 37.7, 35.8, 36.9, 37.6, 38.7, 43.2, 45.0),
    "INR": (17.6, 17.3, 17.4, 16.1, 16.6, 15.9, 15.5, 16.4, 15.8, 16.3, 16.3, 16.2),
    "CAD": (886, 876, 871, 849, 879, 880, 913, 992, 967, 995, 1016, 1050),
    "AUD": (851, 863, 867, 823, 810, 814, 859, 896, 867, 900, 916, 980),
}  # fmt: skip


def middle_rate(currency: str, year: int) -> float:
    rates = RATES[currency]
    return rates[min(year - FIRST, len(rates) - 1)]


def unit_of(currency: str, *, dear: int, cheap: int) -> int:
    """The step of round amounts: `dear` where a unit is worth more than 100 won."""
    return dear if RATES[currency][0] > 100 else cheap


def rate_on(lot: Random, currency: str, day: date) -> Decimal:
    middle = middle_rate(currency, day.year) * lot.uniform(0.98, 1.02)
    return Decimal(f"{middle:.1f}" if middle > 100 else f"{middle:.2f}")


def money(lot: Random, currency: str, amount: Decimal, day: date) -> dict:
    """The fields of Money for an amount received on a day."""
    fields = {"amount": amount, "currency": currency}
    if currency == "KRW":
        return fields
    rate = rate_on(lot, currency, day)
    return fields | {"fx_rate": rate, "fx_on": day, "fx_source": SOURCE}
