"""Units of figures and how their totals are written."""

import re
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from records import money
from records.written_values import NotUnderstood, amounts, numbers, plain

# Words that stand behind a number of things, in any of the units.
COUNTED = re.compile(
    r"\s*(?:명|건|회|차례|개사|개소|개\s*기관|기관|곳|개|인|시간|"
    r"cases?|people|companies|hours?|organisations?|places?|visits?)$"
)


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
            return money.won_text(int(total))
        return f"{Decimal(total):,.{self.shown}f}"

    def exact(self, total) -> str:
        """The whole value, for hover, files and print."""
        return f"{Decimal(total):,.{self.shown}f}"

    def read(self, text: str) -> Decimal:
        """The amount that a text means in this unit: 1,708건, 7만8,872명, 1,113억.
        Raises NotUnderstood."""
        amount = self.read_won(text) if self.code == "won" else self.read_number(text)
        if not self.decimals and amount != amount.to_integral_value():
            raise NotUnderstood(
                _("“%(found)s” is no whole number; this figure has no fractions.")
                % {"found": text}
            )
        return Decimal(amount)

    def read_won(self, text: str) -> Decimal:
        amount = amounts.read_not_negative(text)
        if amount.currencies and money.WON not in amount.currencies:
            raise NotUnderstood(
                _("“%(found)s” is not in won; this amount is.")
                % {"found": money.amount_text(amount, amount.currency)}
            )
        return amount

    def read_number(self, text: str) -> Decimal:
        try:
            amount = amounts.read_not_negative(COUNTED.sub("", plain(text)))
        except NotUnderstood as error:
            raise numbers.no_number(text) from error
        if amount.currencies:
            raise numbers.no_number(text)
        return amount

    def written(self, amount: Decimal) -> str:
        """As a field shows it; won short where that says exactly this amount."""
        short = self.text(amount)
        if self.code == "won" and self.read(short) == amount:
            return short
        return f"{amount.normalize():,f}"


CASES = Unit("cases", pgettext_lazy("unit", "cases"))
HOURS = Unit("hours", pgettext_lazy("unit", "hours"), decimals=20, shown=1)
COMPANIES = Unit("companies", pgettext_lazy("unit", "companies"))
WON = Unit("won", pgettext_lazy("unit", "won"))
PEOPLE = Unit("people", pgettext_lazy("unit", "people"))
ORGANISATIONS = Unit("organisations", pgettext_lazy("unit", "organisations"))
PLACES = Unit("places", pgettext_lazy("unit", "places"))
