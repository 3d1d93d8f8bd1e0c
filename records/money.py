"""Money: the original amount, the rate it was turned into won at, and the won.

The won amount is calculated by the database from the record's own rate, so today's rate
never moves an old amount, and a missing rate leaves the won amount missing, not zero.
"""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, F, Q, When
from django.db.models.functions import Cast, Round
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from records.written_values.amounts import Amount

WON = "KRW"

MAN, EOK, JO = 10**4, 10**8, 10**12


class Currency(models.TextChoices):
    """ISO 4217 codes that centres meet; won first."""

    KRW = "KRW", _("KRW won")
    USD = "USD", _("USD US dollar")
    EUR = "EUR", _("EUR euro")
    JPY = "JPY", _("JPY yen")
    CNY = "CNY", _("CNY yuan")
    GBP = "GBP", _("GBP pound sterling")
    HKD = "HKD", _("HKD Hong Kong dollar")
    SGD = "SGD", _("SGD Singapore dollar")
    TWD = "TWD", _("TWD Taiwan dollar")
    THB = "THB", _("THB baht")
    VND = "VND", _("VND dong")
    IDR = "IDR", _("IDR rupiah")
    INR = "INR", _("INR rupee")
    MYR = "MYR", _("MYR ringgit")
    AUD = "AUD", _("AUD Australian dollar")
    CAD = "CAD", _("CAD Canadian dollar")
    CHF = "CHF", _("CHF Swiss franc")
    AED = "AED", _("AED dirham")


MONEY_FIELDS = ("amount", "currency", "fx_rate", "fx_on", "fx_source")


class Money(models.Model):
    """`amount` in `currency`; `fx_rate` is won for one unit of the currency."""

    amount = models.DecimalField(
        _("amount"), max_digits=15, decimal_places=2, null=True, blank=True
    )
    currency = models.CharField(
        _("currency"), max_length=3, choices=Currency.choices, blank=True
    )
    fx_rate = models.DecimalField(
        _("exchange rate"),
        max_digits=11,
        decimal_places=6,
        null=True,
        blank=True,
        help_text=_("Won for one unit of the currency; not needed for won."),
    )
    fx_on = models.DateField(_("rate of"), null=True, blank=True)
    fx_source = models.CharField(_("source of the rate"), max_length=100, blank=True)
    amount_krw = models.GeneratedField(
        expression=Case(
            When(currency=WON, then=Cast(Round("amount"), models.BigIntegerField())),
            default=Cast(Round(F("amount") * F("fx_rate")), models.BigIntegerField()),
        ),
        output_field=models.BigIntegerField(null=True),
        db_persist=True,
        verbose_name=_("amount in won"),
    )

    class Meta:
        abstract = True
        constraints = (
            models.CheckConstraint(
                condition=Q(amount__isnull=True) | ~Q(currency=""),
                name="%(app_label)s_%(class)s_amount_has_a_currency",
                violation_error_message=_("An amount needs its currency."),
            ),
            models.CheckConstraint(
                condition=Q(amount__isnull=True) | Q(amount__gte=0),
                name="%(app_label)s_%(class)s_amount_is_not_negative",
                violation_error_message=_("An amount is not negative."),
            ),
            models.CheckConstraint(
                condition=Q(fx_rate__isnull=True)
                | Q(fx_rate__gt=0, fx_on__isnull=False),
                name="%(app_label)s_%(class)s_rate_has_its_day",
                violation_error_message=_(
                    "An exchange rate is above zero and has the day it is of."
                ),
            ),
        )

    def clean_fields(self, exclude=None) -> None:
        """An amount that was written with its currency says it, or agrees with it."""
        if isinstance(self.amount, Amount) and self.amount.currencies:
            self.take_currency(self.amount)
        super().clean_fields(exclude)

    def take_currency(self, amount: Amount) -> None:
        if not self.currency:
            self.currency = amount.currency
        elif self.currency not in amount.currencies:
            raise ValidationError(
                {
                    "amount": gettext(
                        "The amount is written in %(written)s, and the currency is "
                        "%(currency)s; put one of them right."
                    )
                    % {
                        "written": " / ".join(filter(None, amount.currencies)),
                        "currency": self.currency,
                    }
                }
            )


def is_amount(field: models.Field) -> bool:
    """Whether a model's field is the amount of its `Money`."""
    return field.name == "amount" and issubclass(field.model, Money)


def is_won(field: models.Field) -> bool:
    """Whether a model's field holds whole won: its name says the currency."""
    return field.name.endswith(f"_{WON.lower()}")


def amount_text(number: int | Decimal, currency: str) -> str:
    """The exact amount, and in 억 and 만 beside it: 111,300,000,000원 (1,113억)."""
    exact = f"{number:,f}" if isinstance(number, Decimal) else f"{number:,}"
    exact = exact.rstrip("0").rstrip(".") if "." in exact else exact
    about = won_text(round(number))
    rounded = "" if about == exact else f" ({about})"
    if currency == WON:
        return gettext("%(amount)s won") % {"amount": exact} + rounded
    return f"{currency} {exact}{rounded}".strip()


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
