"""Form fields that read what is typed as people write it, and tell what they read."""

from abc import ABC, abstractmethod
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import BigIntegerField
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from records.money import WON, amount_text
from records.widgets import DayInput
from records.written_values import NotUnderstood, amounts, days, durations, numbers
from records.written_values.amounts import Amount


class ReadBack(ABC):
    """A field that takes several ways of writing: beneath it stands what was read."""

    @abstractmethod
    def understood(self, text: str) -> str:
        """What the text is read as. Raises ValidationError."""


class WrittenField(ReadBack):
    """Reads text with `read`, a function of `records.written_values`."""

    @abstractmethod
    def read(self, text: str): ...

    def to_python(self, value):
        if value in self.empty_values:
            return None
        if not isinstance(value, str):
            return super().to_python(value)
        try:
            return self.read(value)
        except NotUnderstood as error:
            raise ValidationError(str(error), code="invalid") from error

    def understood(self, text: str) -> str:
        value = self.clean(text)
        return "" if value is None else self.text(value)

    def text(self, value) -> str:
        return str(value)


class DayField(WrittenField, forms.DateField):
    """A day; without its year, the last such day, never a future one."""

    widget = DayInput

    def read(self, text: str):
        return days.read(text, today=timezone.localdate())

    def text(self, value) -> str:
        return f"{value:%Y-%m-%d} ({date_format(value, 'D')})"

    def understood(self, text: str) -> str:
        understood = super().understood(text)
        if not days.has_no_year(text):
            return understood
        return _("%(day)s: a day without its year is the last one until today.") % {
            "day": understood
        }


class MinutesField(WrittenField, forms.IntegerField):
    """A whole number of minutes; a file may write it as a duration ("1시간 30분")."""

    widget = forms.TextInput

    def read(self, text: str) -> int:
        return durations.read(text)

    def text(self, value) -> str:
        return durations.text(value)


class NumberField(WrittenField, forms.DecimalField):
    """A number, with or without thousands commas."""

    widget = forms.TextInput

    def read(self, text: str) -> Decimal:
        return numbers.read(text)


class AmountField(WrittenField, forms.DecimalField):
    """An amount of money, which may name its currency: the record's own is held to
    it (`records.money`)."""

    widget = forms.TextInput

    def read(self, text: str) -> Amount:
        return amounts.read_not_negative(text)

    def to_python(self, value):
        return value if isinstance(value, Amount) else super().to_python(value)

    def text(self, value) -> str:
        return amount_text(value, getattr(value, "currency", ""))

    def prepare_value(self, value):
        """With commas, without the zeros that the column stores behind the point."""
        if isinstance(value, Decimal):
            value = f"{value:,f}"
            return value.rstrip("0").rstrip(".") if "." in value else value
        return f"{value:,}" if isinstance(value, int) else value


class WonField(AmountField):
    """An amount in whole won."""

    def __init__(self, **kwargs) -> None:
        super().__init__(max_value=BigIntegerField.MAX_BIGINT, **kwargs)

    def validate(self, value) -> None:
        super().validate(value)
        if value is None:
            return
        told = {"found": amount_text(value, getattr(value, "currency", ""))}
        named = getattr(value, "currencies", ())
        if named and WON not in named:
            raise ValidationError(
                _("“%(found)s” is not in won; this amount is.") % told, code="invalid"
            )
        if value != value.to_integral_value():
            raise ValidationError(
                _("“%(found)s” has parts of a won; whole won are accepted.") % told,
                code="invalid",
            )

    def clean(self, value) -> int | None:
        number = super().clean(value)
        return None if number is None else int(number)

    def text(self, value) -> str:
        return amount_text(value, WON)
