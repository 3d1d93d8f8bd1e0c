"""What a person wrote, as a day, a number of minutes, a number or an amount.

Forms, filters, the API and files read with the same functions. Each answers a value or
raises NotUnderstood with what was found and what would be accepted; nothing is guessed
where two readings are possible.
"""

import re
import unicodedata

from django.utils.translation import gettext as _

from records.text import tidy

UNSURE = re.compile(
    r"[?？]+|(?:확인|조사)\s*(?:필요|요망|중|예정)|미정|미상|불명|모름|tbd|unknown"
    r"|비공개|미공개|대외비|비밀|undisclosed|confidential"
    r"|(?:추후\s*|별도\s*)?협의(?:\s*(?:중|예정))?|미확정|해당\s*(?:사항\s*)?없음|없음"
    r"|추후\s*(?:통보|확정)|n/a|n\.a\.",
    re.IGNORECASE,
)


class NotUnderstood(ValueError):
    """What was found, and what would be accepted, in a sentence."""


def plain(text: str) -> str:
    """Text for reading numbers and days: full-width digits made ordinary, small."""
    return unicodedata.normalize("NFKC", tidy(text)).strip().lower()


def is_unsure(text: str) -> bool:
    """Whether somebody wrote that it is not known, or not told: 미정, 비공개."""
    return bool(UNSURE.fullmatch(tidy(text)))


def not_known(text: str) -> NotUnderstood:
    return NotUnderstood(
        _("“%(found)s” says that it is not known; leave the field empty.")
        % {"found": text}
    )
