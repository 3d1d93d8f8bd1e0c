"""What became of each row of a file, for people and as JSON."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

ADDED, CHANGED, UNCHANGED = "added", "changed", "unchanged"
DUPLICATE, REJECTED, NOT_DATA = "duplicate", "rejected", "not-data"
LABELS = {
    ADDED: _("added"),
    CHANGED: _("changed"),
    UNCHANGED: _("unchanged"),
    DUPLICATE: _("duplicate"),
    REJECTED: _("rejected"),
    NOT_DATA: _("not data"),
}


@dataclass(slots=True)
class RowReport:
    """`row` is the spreadsheet's own number; `record` is "slug/pk" once it is saved;
    `type` is the slug of a row's own type. `values` are what was understood, `shown`
    the same as people read it; `changes` of a changed record are by field {"label",
    "before", "after"}. `cells` are those of a rejected row, to be given back; `copy_of`
    the sheet and row that a duplicate repeats. `outcome` is "" until it is settled."""

    sheet: str
    row: int
    outcome: str = ""
    reason: str = ""
    type: str = ""
    flags: list[str] = field(default_factory=list)
    record: str | None = None
    values: dict = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)
    changes: dict[str, dict[str, str]] = field(default_factory=dict)
    is_hidden: bool = False
    cells: tuple = ()
    copy_of: tuple[str, int] | None = None

    def reject(self, reason: str) -> None:
        self.outcome, self.reason = REJECTED, reason

    def as_json(self) -> dict:
        return {
            "sheet": self.sheet,
            "row": self.row,
            "type": self.type,
            "outcome": self.outcome,
            "flags": self.flags,
            "reason": self.reason,
            "record": self.record,
            "values": {name: as_json(value) for name, value in self.values.items()},
            "shown": self.shown,
            "changes": self.changes,
        }


@dataclass
class Report:
    """`type` is a slug, or "auto" where rows are of several types; `earlier` says when
    the same file came in before; `plans` are the sheets with their headers, `effects`
    the figures that moved, `proposals` names that a person decides on, as
    `Proposal.as_json`."""

    file: str
    type: str
    sheets: list[dict] = field(default_factory=list)
    rows: list[RowReport] = field(default_factory=list)
    ignored_columns: list[str] = field(default_factory=list)
    proposals: list[dict] = field(default_factory=list)
    is_saved: bool = False
    earlier: str = ""
    plans: list = field(default_factory=list)
    effects: list[dict] = field(default_factory=list)

    @property
    def counts(self) -> dict[str, int]:
        counted = Counter(row.outcome for row in self.rows)
        flagged = sum(1 for row in self.rows if row.flags)
        return {outcome: counted[outcome] for outcome in LABELS} | {
            "rows": len(self.rows),
            "flagged": flagged,
        }

    @property
    def hidden(self) -> list[RowReport]:
        """The rows left out because nobody sees them in their sheet."""
        return [row for row in self.rows if row.is_hidden]

    @property
    def rejected(self) -> list[RowReport]:
        return [row for row in self.rows if row.outcome == REJECTED]

    def as_json(self) -> dict:
        told = self.without_rows()
        return told | {"rows": [row.as_json() for row in self.rows]}

    def without_rows(self) -> dict:
        return {
            "file": self.file,
            "type": self.type,
            "saved": self.is_saved,
            "earlier": self.earlier,
            "sheets": self.sheets,
            "ignored_columns": self.ignored_columns,
            "proposals": self.proposals,
            "counts": self.counts,
        }


def as_json(value):
    """Days as ISO text, records by their label, numbers and texts as they are."""
    if isinstance(value, list):
        return [as_json(item) for item in value]
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, str | int | float | bool) or value is None:
        return value
    return str(value)
