"""Rows saved in batches, with the outcome that each would have alone.

A batch comes in whole, or in halves where something in it is refused, down to the row
that is brought in by its form and told why. Rows keep their order throughout.
"""

from django.utils.translation import gettext as _

from records.spreadsheets import report as outcomes
from records.spreadsheets.bulk_saving import REFUSALS, save_all
from records.spreadsheets.desks import Desk
from records.spreadsheets.report import RowReport
from records.spreadsheets.saving import Pending
from records.spreadsheets.understanding import Understood

LARGEST = 500  # rows


class Batches:
    """Rows that wait to be saved together, and copies of rows that wait for them."""

    def __init__(self) -> None:
        self.seen: dict[tuple, RowReport] = {}
        self.waiting: list[Pending] = []
        self.copies: list[tuple] = []

    def take(self, desk: Desk, row: Understood, told: RowReport) -> None:
        """Say what becomes of the row, now or when its batch is saved."""
        if told.outcome:
            return
        key = (desk.record_type.slug, desk.centre, *row.fingerprint)
        earlier = self.seen.get(key)
        if earlier is None or earlier.outcome == outcomes.REJECTED:
            self.seen[key] = told
            self.place(desk, row, told)
        elif earlier.outcome:
            told.outcome = outcomes.DUPLICATE
            told.copy_of = earlier.sheet, earlier.row
            told.reason = _("Exact copy of sheet “%(sheet)s”, row %(row)d.") % {
                "sheet": earlier.sheet,
                "row": earlier.row,
            }
        else:
            self.copies.append((desk, row, told))

    def place(self, desk: Desk, row: Understood, told: RowReport) -> None:
        one = desk.place(row, told)
        if one is None:
            return
        if one.record is None and desk.is_plain:
            self.waiting.append(one)
            if len(self.waiting) >= LARGEST:
                self.settle()
        else:
            self.save_waiting()
            desk.save(one)

    def settle(self) -> None:
        """Save what waits; then what became of the copies can be said."""
        while self.waiting or self.copies:
            self.save_waiting()
            copies, self.copies = self.copies, []
            for copy in copies:
                self.take(*copy)

    def save_waiting(self) -> None:
        batch, self.waiting = self.waiting, []
        save(batch)


def save(batch: list[Pending]) -> None:
    """All rows at once, else each half by itself, else the one row by its form."""
    if len(batch) == 1:
        [one] = batch
        one.desk.save(one)
    elif batch:
        try:
            records = save_all(batch)
        except REFUSALS:
            middle = len(batch) // 2
            save(batch[:middle])
            save(batch[middle:])
        else:
            for one, record in zip(batch, records, strict=True):
                one.desk.say_saved(one, record)
