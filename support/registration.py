"""Korean registration numbers: form and check digit, and the fields that hold them."""

import re
import unicodedata
from collections.abc import Callable

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from records.written_fields import ReadBack

BUSINESS_WEIGHTS = (1, 3, 7, 1, 3, 7, 1, 3, 5)


def business_number(text: str) -> str:
    """사업자등록번호 as NNN-NN-NNNNN, from ten digits in whatever dress.

    Source: the check digit published by the tax service: weights 1 3 7 1 3 7 1 3 5,
    plus a tenth of the last product. Raises ValidationError.
    """
    digits = digits_of(text)
    if not re.fullmatch(r"\d{10}", digits):
        raise ValidationError(
            _("“%(value)s” is no business number: ten digits, NNN-NN-NNNNN."),
            code="invalid",
            params={"value": text},
        )
    office, kind, serial = digits[:3], digits[3:5], digits[5:9]
    total = sum(int(d) * w for d, w in zip(digits, BUSINESS_WEIGHTS, strict=False))
    total += int(digits[8]) * 5 // 10
    has_parts = office >= "101" and kind != "00" and serial != "0000"
    if not has_parts or (10 - total % 10) % 10 != int(digits[9]):
        raise ValidationError(
            _("“%(value)s” is no business number: its check digit is wrong."),
            code="check_digit",
            params={"value": text},
        )
    return f"{office}-{kind}-{digits[5:]}"


def corporate_number(text: str) -> str:
    """법인등록번호 as NNNNNN-NNNNNNN. The check digit is not enforced: numbers given
    since 2025 may lack one. Raises ValidationError."""
    digits = digits_of(text)
    if not re.fullmatch(r"\d{13}", digits):
        raise ValidationError(
            _("“%(value)s” is no corporate number: thirteen digits, NNNNNN-NNNNNNN."),
            code="invalid",
            params={"value": text},
        )
    return f"{digits[:6]}-{digits[6:]}"


def digits_of(text: str) -> str:
    """The number without what parts it; full-width digits made ordinary."""
    return re.sub(r"[\s.\-–—]", "", unicodedata.normalize("NFKC", text))


class RegistrationNumberInput(ReadBack, forms.CharField):
    """Text that is brought to a number's one form, or refused, beside the field."""

    def __init__(self, *, read: Callable[[str], str], **kwargs) -> None:
        super().__init__(**kwargs)
        self.read = read

    def to_python(self, value) -> str:
        text = super().to_python(value)
        return self.read(text) if text else ""

    def understood(self, text: str) -> str:
        return self.clean(text)


class RegistrationNumberField(models.CharField):
    """A registration number in its one form, whatever form it was typed in, or ""."""

    read: Callable[[str], str]

    def clean(self, value, model_instance) -> str:
        text = super().clean(value, model_instance)
        return self.read(text) if text else ""

    def formfield(self, **kwargs):
        return super().formfield(
            form_class=RegistrationNumberInput, read=self.read, **kwargs
        )


class BusinessNumberField(RegistrationNumberField):
    read = staticmethod(business_number)


class CorporateNumberField(RegistrationNumberField):
    read = staticmethod(corporate_number)
