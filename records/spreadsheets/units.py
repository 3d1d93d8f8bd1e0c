"""The unit of a column, as its title or a note above the table gives it."""

import re
from collections.abc import Iterable

from records.text import tidy

BRACKETED = re.compile(r"[(\[<（［【][^)\]>）］】]*[)\]>）］】]")
MONEY = (
    r"(?:천|만|십만|백만|천만|억|십억|조)?\s*"
    r"(?:원|달러|불|유로|엔|위안|USD|US\$|\$|KRW|₩|EUR|€|JPY|¥|CNY|RMB|GBP|£)"
    r"|천|백만|억"
)
UNIT = re.compile(rf"{MONEY}|분|시간|명|인|건|개|개사|개월|년|일|%", re.IGNORECASE)
NOTE = re.compile(r"단위\s*[::]?\s*([^)\]）］/]+)")


def without_brackets(title: str) -> str:
    return BRACKETED.sub("", title)


def unit_of(title: str) -> str:
    """The unit in the brackets of a title, without blanks: 투자금액(백만원); or ""."""
    for bracketed in BRACKETED.findall(title):
        inner = bracketed[1:-1].strip()
        told = NOTE.search(inner)
        if unit := one_unit(told[1] if told else inner):
            return unit
    return ""


def units_of(texts: Iterable[str]) -> list[str]:
    """The units of a table from the notes above it: (단위: 천원, 명)."""
    parts = (
        part
        for text in texts
        for told in NOTE.findall(text)
        for part in re.split(r"[,·、및]", told)
    )
    return [unit for part in parts if (unit := one_unit(part))]


def one_unit(text: str) -> str:
    written = "".join(tidy(text).split())
    return written if UNIT.fullmatch(written) else ""
