"""Numbers as people write them, with thousands commas and a counting word."""

import re
from decimal import Decimal

from django.utils.translation import gettext as _

from records.written_values import NotUnderstood, is_unsure, not_known, plain

NUMBER = re.compile(
    r"(-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?)\s*(?:명|건|회|개사?|인|원|점|년)?"
)
STARS = re.compile(r"(★+)☆*")


def read(found: str) -> Decimal:
    if match := STARS.fullmatch(plain(found)):
        return Decimal(len(match[1]))
    match = NUMBER.fullmatch(plain(found))
    if not match:
        raise not_known(found) if is_unsure(found) else no_number(found)
    return Decimal(match[1].replace(",", ""))


def no_number(found: str) -> NotUnderstood:
    return NotUnderstood(_("“%(found)s” is no number.") % {"found": found})
