"""How a text says that a number is not exact: 약 20명, 10여 명, 20명 내외, 이상."""

import re

from django.utils.translation import gettext as _

from records.written_values import NotUnderstood, plain

BEFORE = re.compile(
    r"^(?:약|대략|어림|approx\.?|approximately|about|around|ca\.?)\s*", re.IGNORECASE
)
AFTER = re.compile(r"\s*(?:정도|가량|쯤|내외|안팎|전후|추산)$")
ODD = re.compile(
    r"(?<=[\d십백천만억조])\s*여(?=\s*(?:[십백천만억조명건개인원불]|달러|$))"
)
ODD_BEHIND = re.compile(r"(?<=[명건개인])\s*여$")
BOUND = re.compile(
    r"^(?:최소|최대|at least|up to|over)|(?:이상|이하|미만|초과|이내|까지|\+)$"
)


def exact(text: str) -> tuple[str, bool]:
    """The text without the words that say "about", and whether there were any. Raises
    NotUnderstood where it only says that the number is larger or smaller."""
    written = plain(text)
    if re.search(r"\d", written) and BOUND.search(written):
        raise NotUnderstood(
            _("“%(found)s” is a limit, not a number.") % {"found": text}
        )
    bare = written
    for words in (BEFORE, AFTER, ODD, ODD_BEHIND):
        bare = words.sub("", bare)
    return (bare, True) if bare != written else (text, False)
