"""Units of figures and how their totals are written."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import get_language, pgettext_lazy

EOK = 10**8
MAN = 10**4
JO = 10**12


@dataclass(frozen=True)
class Unit:
    """`decimals` is the precision totals are kept in, `shown` the one they show."""

    code: str
    label: str
    decimals: int = 0
    shown: int = 0

    def number(self, total) -> int | float:
        """The total as JSON has it: whole where the unit is whole."""
        return round(float(total), self.decimals) if self.decimals else int(total)

    def text(self, total) -> str:
        """The total as pages show it: 1,113억 for won, else with thousands."""
        if self.code == "won":
            return won_text(int(total))
        return f"{Decimal(total):,.{self.shown}f}"

    def exact(self, total) -> str:
        """The whole value, for hover, files and print."""
        return f"{Decimal(total):,.{self.shown}f}"


CASES = Unit("cases", pgettext_lazy("unit", "cases"))
HOURS = Unit("hours", pgettext_lazy("unit", "hours"), decimals=6, shown=1)
COMPANIES = Unit("companies", pgettext_lazy("unit", "companies"))
WON = Unit("won", pgettext_lazy("unit", "won"))
PEOPLE = Unit("people", pgettext_lazy("unit", "people"))
ORGANISATIONS = Unit("organisations", pgettext_lazy("unit", "organisations"))
PLACES = Unit("places", pgettext_lazy("unit", "places"))


def won_text(won: int) -> str:
    """Won in 조, 억 and 만 (Korean) or in millions and billions (English), rounded.

    1,113억 for 111,300,000,000; the exact value stands beside it wherever it is shown.
    """
    sign, won = ("-" if won < 0 else ""), abs(won)
    if (get_language() or "ko").startswith("en"):
        return sign + won_in_english(won)
    if won >= JO:
        jo, eok = divmod(round(won / EOK), JO // EOK)
        return sign + (f"{jo:,}조 {eok:,}억" if eok else f"{jo:,}조")
    if won >= EOK:
        return f"{sign}{trimmed(won / EOK)}억"
    if won >= MAN:
        return f"{sign}{trimmed(won / MAN)}만"
    return f"{sign}{won:,}"


def won_in_english(won: int) -> str:
    for size, name in ((JO, "tn"), (10**9, "bn"), (10**6, "m")):
        if won >= size:
            return f"{trimmed(won / size)} {name}"
    return f"{won:,}"


def trimmed(number: float) -> str:
    """One decimal, and none where it is zero."""
    return f"{number:,.1f}".removesuffix(".0")
