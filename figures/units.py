"""Units of figures and how their totals are written."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import pgettext_lazy

from records.money import won_text


@dataclass(frozen=True)
class Unit:
    """`decimals` is the precision totals are kept in, `shown` the one they show."""

    code: str
    label: str
    decimals: int = 0
    shown: int = 0

    def number(self, total) -> int | float:
        """The total as JSON has it: whole where the unit is whole."""
        return float(total) if self.decimals else int(total)

    def text(self, total) -> str:
        """The total as pages show it: 1,113억 for won, else with thousands."""
        if self.code == "won":
            return won_text(int(total))
        return f"{Decimal(total):,.{self.shown}f}"

    def exact(self, total) -> str:
        """The whole value, for hover, files and print."""
        return f"{Decimal(total):,.{self.shown}f}"


CASES = Unit("cases", pgettext_lazy("unit", "cases"))
HOURS = Unit("hours", pgettext_lazy("unit", "hours"), decimals=20, shown=1)
COMPANIES = Unit("companies", pgettext_lazy("unit", "companies"))
WON = Unit("won", pgettext_lazy("unit", "won"))
PEOPLE = Unit("people", pgettext_lazy("unit", "people"))
ORGANISATIONS = Unit("organisations", pgettext_lazy("unit", "organisations"))
PLACES = Unit("places", pgettext_lazy("unit", "places"))
