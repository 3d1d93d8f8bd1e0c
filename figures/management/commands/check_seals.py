"""`check_seals`: every sealed figure counted again, and where it differs.

Exit 0 when all hold, 1 when one does not. What an open restatement moves is told and is
no difference.
"""

from collections.abc import Iterator

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from figures.closing import counted
from figures.models import Restatement, Seal, YearClose
from figures.registry import Figure, all_figures


class Command(BaseCommand):
    help = "Count every sealed figure again and say where it is not as sealed."

    def handle(self, **options) -> None:
        held = moving = different = 0
        expected = _("A restatement is open.")
        for close in YearClose.objects.closed().select_related("centre"):
            is_restating = close.restatements.filter(state=Restatement.State.OPEN)
            may_move = is_restating.exists()
            for figure, seal in sealed_last(close):
                sentence = difference(figure, seal)
                if not sentence:
                    held += 1
                elif may_move:
                    moving += 1
                    self.stdout.write(f"{sentence} {expected}")
                else:
                    different += 1
                    self.stdout.write(sentence)
        told = _(
            "Sealed figures: %(held)d hold, %(moving)d are moved by an open "
            "restatement, %(different)d are not as sealed."
        ) % {"held": held, "moving": moving, "different": different}
        if different:
            raise CommandError(told)
        self.stdout.write(told)


def sealed_last(close: YearClose) -> Iterator[tuple[Figure, Seal]]:
    """The declared figures of the close, each with its seal in force."""
    seals = {s.figure: s for s in close.seals.filter(revision=close.revision)}
    for figure in all_figures():
        if figure.slug in seals:
            yield figure, seals[figure.slug]


def difference(figure: Figure, seal: Seal) -> str:
    """Where the recount differs from the seal, in a sentence; "" where it does not."""
    count, total, digest = counted(seal.close, figure)
    if (count, total, digest) == (seal.count, seal.total, seal.digest):
        return ""
    told = {
        "close": seal.close,
        "figure": figure.label,
        "sealed": figure.unit.exact(seal.total),
        "sealed_count": seal.count,
        "now": figure.unit.exact(total),
        "count": count,
    }
    return (
        _(
            "%(close)s, %(figure)s: sealed %(sealed)s over %(sealed_count)d records, "
            "now %(now)s over %(count)d records."
        )
        % told
    )
