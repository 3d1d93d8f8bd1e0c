"""Form fields for amounts in a figure's unit."""

from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from figures.models.amounts import DIGITS
from figures.units import Unit
from records.text import tidy
from records.written_values import NotUnderstood

LARGEST = Decimal(10) ** (DIGITS["max_digits"] - DIGITS["decimal_places"]) - 1


class UnitField(forms.Field):
    """An amount as people write it in the unit: 1,708건, 1,113억."""

    widget = forms.TextInput

    def __init__(self, *, unit: Unit, **kwargs) -> None:
        super().__init__(required=False, **kwargs)
        self.unit = unit
        self.widget.attrs |= {"autocomplete": "off"}

    def to_python(self, value) -> Decimal | None:
        text = tidy(str(value or ""))
        if not text:
            return None
        try:
            amount = self.unit.read(text)
        except NotUnderstood as error:
            raise ValidationError(str(error), code="invalid") from error
        if amount > LARGEST:
            raise ValidationError(_("“%s” is too large.") % text, code="invalid")
        return amount

    def prepare_value(self, value):
        return self.unit.written(value) if isinstance(value, Decimal) else value


class TargetField(UnitField):
    """An amount above zero."""

    def clean(self, value) -> Decimal | None:
        amount = super().clean(value)
        if amount == 0:
            raise ValidationError(
                _("A target is more than 0; leave it empty for none."), code="invalid"
            )
        return amount
