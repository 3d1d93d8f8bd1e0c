"""Text as people and their files bring it, made uniform before anything reads it."""

import re
import unicodedata
from datetime import date, datetime

BLANKS = dict.fromkeys(map(ord, "\u00a0\u2007\u202f\u3000"), " ")
INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\x00"))


def tidy(text: str) -> str:
    """NFC, ordinary spaces, nothing invisible, no outer blanks; line breaks stay."""
    composed = unicodedata.normalize("NFC", text)
    return composed.translate(BLANKS).translate(INVISIBLE).strip()


def fold(text: str) -> str:
    """For comparing labels: without case, spaces and punctuation, NFKC."""
    compatible = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[\s·‧ᆞ・•,./_\-()\[\]'‘’“”\":]+", "", compatible)


def tidy_value(value):
    """`tidy` for text, alone or in a list; anything else as it is."""
    if isinstance(value, str):
        return tidy(value)
    if isinstance(value, list | tuple):
        return [tidy_value(item) for item in value]
    return value


def written(value) -> str:
    """A date or a moment the way lists show it; text as it is; nothing as ''."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
