"""Amounts of money as people write them: 1,113억, 3천만, 20백만원, USD 2.5m, 3만불."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Self

from django.utils.translation import gettext as _

from records.written_values import NotUnderstood, is_unsure, not_known, plain

# Words for each currency, by ISO 4217 code; the code itself is one.
CURRENCIES = {
    "KRW": "krw|₩|won|원정|원",
    "USD": "usd|us\\$|\\$|us dollars?|dollars?|미달러|달러|미불|불",
    "EUR": "eur|€|euros?|유로",
    "JPY": "jpy|¥|yen|엔화|엔",
    "CNY": "cny|rmb|yuan|위안화|위안",
    "GBP": "gbp|£|pounds?|파운드",
    "HKD": "hkd|hk\\$|홍콩달러",
    "SGD": "sgd|s\\$|싱가포르달러",
    "TWD": "twd|nt\\$|대만달러",
    "THB": "thb|฿|baht|바트",
    "VND": "vnd|₫|dong|동",
    "IDR": "idr|rupiah|루피아",
    "INR": "inr|₹|rupees?|루피",
    "MYR": "myr|ringgit|링깃",
    "AUD": "aud|a\\$|호주달러",
    "CAD": "cad|c\\$|캐나다달러",
    "CHF": "chf|스위스프랑",
    "AED": "aed|dirhams?|디르함",
}
# Signs of several currencies: alone, $ is the American dollar and ¥ is not told.
SIGNS = {"$": ("USD", "HKD", "SGD", "TWD", "AUD", "CAD"), "¥": ("", "JPY", "CNY")}

ANY_CURRENCY = "|".join(
    sorted("|".join(CURRENCIES.values()).split("|"), key=len, reverse=True)
)
IN_FRONT = re.compile(rf"({ANY_CURRENCY})\s*(?=[\d△▲\-−])")
BEHIND = re.compile(rf"\s*({ANY_CURRENCY})$")
ALL_CURRENCIES = re.compile(rf"\d\D*?(?:{ANY_CURRENCY})")
NEGATIVE = re.compile(r"[△▲\-−–]\s*(.+)|\((.+)\)")
GOLD = re.compile(r"^일?금\s*")  # 금1,234원: how a voucher begins

UNIT_MARK = re.compile(r"^[(\[]?\s*(?:단위\s*:?)?\s*|\s*[)\]]$")
IN_ALL = re.compile(r"^(?:총액?|합계)\s*:?\s*")

DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
BARE = re.compile(rf"[△▲\-−–(]?\s*{DIGITS}\)?")
WESTERN = re.compile(rf"({DIGITS})\s*([a-z]*)")
KOREAN = re.compile(rf"(?:{DIGITS}|[조억만천백십]|\s)+")
TOKEN = re.compile(rf"{DIGITS}|[조억만천백십]")

TIMES = dict.fromkeys(("",), 1)
TIMES |= dict.fromkeys(("k", "thousand"), 10**3)
TIMES |= dict.fromkeys(("m", "mn", "mil", "million", "millions"), 10**6)
TIMES |= dict.fromkeys(("b", "bn", "billion", "billions"), 10**9)
TIMES |= dict.fromkeys(("t", "tn", "trillion", "trillions"), 10**12)
SMALL = {"십": 10, "백": 100, "천": 1000}
BIG = {"만": 10**4, "억": 10**8, "조": 10**12}


class Amount(Decimal):
    """A number, the currency it was written in, and those that its sign can mean."""

    currency: str
    currencies: tuple[str, ...]

    def __new__(cls, number, currencies: tuple[str, ...] = ()) -> Self:
        made = super().__new__(cls, number)
        made.currency = currencies[0] if currencies else ""
        made.currencies = currencies
        return made


def read(found: str, *, unit: str = "") -> Amount:
    """The amount that a text means; its currency where the text names one. A number
    alone is in the `unit` of its column (백만원, 천불); a text's own unit beats it."""
    written = IN_ALL.sub("", GOLD.sub("", plain(found)))
    if unit and (times := times_of(unit)) and BARE.fullmatch(written):
        amount = read(found)
        return Amount(amount * times, times.currencies)
    sign = 1
    if match := NEGATIVE.fullmatch(written):
        sign, written = -1, match[1] or match[2]
    words = []
    if match := IN_FRONT.match(written):
        words.append(match[1])
        written = written[match.end() :]
    if match := BEHIND.search(written):
        words.append(match[1])
        written = written[: match.start()]
    if match := NEGATIVE.fullmatch(written):
        sign, written = -sign, match[1] or match[2]
    if ALL_CURRENCIES.search(written):
        raise two_currencies(found)
    currencies = meant_by(found, words)
    number = size(found, written.strip(), is_won="원" in words)
    return Amount(sign * number, currencies)


def read_not_negative(found: str, *, unit: str = "") -> Amount:
    """The amount of what was paid, promised or earned: never below zero."""
    amount = read(found, unit=unit)
    if amount < 0:
        raise NotUnderstood(
            _("“%(found)s” is below zero; an amount is not negative.")
            % {"found": found}
        )
    return amount


def meant_by(found: str, words: list[str]) -> tuple[str, ...]:
    """The currencies of a sign in front and a word behind, which must agree."""
    meant = [SIGNS.get(word) or (code_of(word),) for word in words]
    if not meant:
        return ()
    agreed = [code for code in meant[-1] if all(code in others for others in meant)]
    if not agreed:
        raise two_currencies(found)
    return tuple(agreed)


def times_of(unit: str) -> Amount | None:
    """What a number in this unit is multiplied by: 1,000,000 for 백만원; None for what
    is no unit of money."""
    try:
        return read(f"1{UNIT_MARK.sub('', plain(unit))}")
    except NotUnderstood:
        return None


def two_currencies(found: str) -> NotUnderstood:
    return NotUnderstood(
        _("“%(found)s” names two currencies; one is accepted.") % {"found": found}
    )


def code_of(word: str) -> str:
    return next(code for code, words in CURRENCIES.items() if re.fullmatch(words, word))


def size(found: str, written: str, *, is_won: bool) -> Decimal:
    if (match := WESTERN.fullmatch(written)) and match[2] in TIMES:
        return Decimal(match[1].replace(",", "")) * TIMES[match[2]]
    if KOREAN.fullmatch(written) and re.search(r"\d|[천백십]", written):
        return in_korean(found, TOKEN.findall(written), is_won=is_won)
    raise not_known(found) if is_unsure(found) else no_amount(found)


def in_korean(found: str, tokens: list[str], *, is_won: bool) -> Decimal:
    """1조 2,000억, 3천만, 7만8,872. What stands behind 억 without its 만 is said so
    (1억 2천 is 1억 2천만) or can be two amounts (1억 2천원, 1억 500)."""
    total, above = Decimal(0), 10**16
    for part, unit in parts(found, tokens):
        if unit >= above:
            raise no_amount(found)
        if unit == 1 and above in (BIG["억"], BIG["조"]):
            is_spoken = part.is_spoken and not is_won
            if not is_spoken:
                raise two_amounts(found)
            unit = above // BIG["만"]
        total += part.number * unit
        above = unit
    return total


class Part:
    """What stands before 조, 억, 만 or the end: a number, in 천, 백 and 십 or not."""

    def __init__(self) -> None:
        self.number = Decimal(0)
        self.pending: Decimal | None = None
        self.below = 10**4
        self.is_empty = True

    @property
    def is_spoken(self) -> bool:
        return self.below < 10**4 and self.pending is None

    def add(self, found: str, token: str) -> None:
        self.is_empty = False
        if token not in SMALL:
            if self.pending is not None:
                raise no_amount(found)
            self.pending = Decimal(token.replace(",", ""))
            return
        if SMALL[token] >= self.below:
            raise no_amount(found)
        self.below = SMALL[token]
        self.number += (1 if self.pending is None else self.pending) * self.below
        self.pending = None

    def close(self) -> "Part":
        """The part as a whole: units that stand after the last 천, 백 or 십 added."""
        self.number += self.pending or 0
        return self


def parts(found: str, tokens: list[str]) -> Iterator[tuple[Part, int]]:
    part = Part()
    for token in tokens:
        if token not in BIG:
            part.add(found, token)
            continue
        if part.is_empty:
            raise no_amount(found)
        yield part.close(), BIG[token]
        part = Part()
    if not part.is_empty:
        yield part.close(), 1


def no_amount(found: str) -> NotUnderstood:
    return NotUnderstood(
        _(
            "“%(found)s” is no amount; accepted are 1,500,000, 3천만, 1,113억 or "
            "USD 2.5m."
        )
        % {"found": found}
    )


def two_amounts(found: str) -> NotUnderstood:
    return NotUnderstood(
        _("“%(found)s” can be two amounts; write 만 or 원 with every digit.")
        % {"found": found}
    )
