"""One run over the sheets of a file: each row understood, placed, saved in batches."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from accounts.models import Centre, User
from records import record_types
from records.record_types import AUTO, RecordType
from records.spreadsheets import effects
from records.spreadsheets import report as outcomes
from records.spreadsheets.batches import Batches
from records.spreadsheets.cells import text
from records.spreadsheets.corrected import CORRECTED
from records.spreadsheets.corrections import Corrections
from records.spreadsheets.desks import Desk, mention_in, required_of
from records.spreadsheets.headers import Header
from records.spreadsheets.ledgers import TYPE, Kind
from records.spreadsheets.links import Links
from records.spreadsheets.planning import Plan
from records.spreadsheets.reading import Book, Row, Sheet, UnusableFile
from records.spreadsheets.report import Report, RowReport
from records.spreadsheets.returned import Own, Returned
from records.spreadsheets.sorting import Sorted, numbered, sorted_rows
from records.spreadsheets.understanding import Understood
from records.text import fold

TOLD_EVERY = 200  # rows


class Stopped(Exception):
    """Whoever is told of the progress does not want the rest."""


@dataclass(slots=True)
class Progress:
    """Rows done of all there are: a row counts half when it is understood and half
    when it is saved."""

    total: int
    tell: Callable[[int, int], None] | None
    halves: int = 0

    def step(self) -> None:
        self.halves += 1
        if self.tell and self.halves % TOLD_EVERY == 0:
            self.tell(min(self.halves // 2, self.total), self.total)


class Run:
    """`record_type` is None where the words of a column tell each row's."""

    def __init__(
        self,
        record_type: RecordType | None,
        book: Book,
        centre: Centre | None,
        corrections: Corrections,
        user: User | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> None:
        self.record_type = record_type
        self.book = book
        self.centre = centre
        self.corrections = corrections
        self.user = user
        self.tell = progress
        self.report = Report(book.name, record_type.slug if record_type else AUTO)
        self.returned = Returned(record_type, centre) if record_type else None
        self.desks: dict[tuple, Desk] = {}
        self.links: dict[tuple, Links] = {}

    def run(self, plans: list[Plan]) -> None:
        headers = [plan.header for plan in plans if plan.header]
        self.refuse_without_centre(headers)
        self.report.plans = plans
        self.report.sheets = [plan.as_json() for plan in plans]
        ignored = [title for header in headers for title in header.ignored.values()]
        self.report.ignored_columns = list(dict.fromkeys(ignored))
        progress = Progress(sum(len(plan.sheet.rows) for plan in plans), self.tell)
        rows: deque = deque()
        for plan in plans:
            for entry in self.sorted(plan):
                rows.append(entry)
                progress.step()
        is_put_right = any(plan.told_by == CORRECTED for plan in plans)
        if not is_put_right and all(is_no_data(row) for row, _desk in rows):
            raise UnusableFile(
                _("“%(file)s” has no rows of data under its header.")
                % {"file": self.book.name}
            )
        touched = self.touched(rows)
        before = effects.measured(touched)
        self.prepare(rows)
        batches = Batches()
        while rows:
            row, desk = rows.popleft()  # what is settled need not be held any longer
            if isinstance(row, Understood):
                told = self.told(row, desk)
                self.report.rows.append(told)
                batches.take(desk, row, told)
            else:
                self.report.rows.append(row)
            progress.step()
        batches.settle()
        for told in self.report.rows:
            if told.outcome != outcomes.REJECTED:
                told.cells = ()
        for links in self.links.values():
            links.remember_aliases()
        self.report.proposals = self.proposals
        self.report.effects = effects.moved(before, effects.measured(touched))

    @property
    def proposals(self) -> list[dict]:
        """What names may be misspelt for, those of most rows first."""
        found = [
            proposal.as_json(name)
            for (name, *_rest), links in self.links.items()
            for proposal in links.proposals.values()
        ]
        return sorted(found, key=lambda one: -one["rows"])

    def touched(self, rows: Iterable[tuple]) -> list[effects.Touched]:
        """What the rows may move, by the type they are of."""
        by_type: dict[str, list[Understood]] = {}
        for row, desk in rows:
            if isinstance(row, Understood):
                by_type.setdefault(desk.record_type.slug, []).append(row)
        return [
            effects.Touched.by(record_types.get(slug), self.centre, data)
            for slug, data in by_type.items()
        ]

    def prepare(self, rows: Iterable[tuple]) -> None:
        """Resolve what the rows name and find the records they may be of."""
        data = [(desk, row) for row, desk in rows if isinstance(row, Understood)]
        for links in self.links.values():
            names = [
                (row, name)
                for desk, row in data
                for name, its_links in desk.links.items()
                if its_links is links
            ]
            mentions = [mention_in(row, name) for row, name in names]
            links.prepare(mention for mention in mentions if mention)
        for desk, row in data:
            desk.resolve(row)
        for desk in self.desks.values():
            desk.existing.load([row for d, row in data if d is desk])

    def told(self, row: Understood, desk: Desk) -> RowReport:
        told = RowReport(row.sheet, row.row.number, type=desk.record_type.slug)
        told.flags, told.values, told.cells = row.flags, row.values, row.row.cells
        told.shown = desk.texts.shown(row)
        if row.row.is_struck:
            told.reject(row.located(_("it is struck through.")))
        return told

    def refuse_without_centre(self, headers: list[Header]) -> None:
        is_named = all("centre" in header.columns.values() for header in headers)
        is_shared = self.record_type is not None and self.record_type.is_code_list
        if self.centre is None and not is_named and not is_shared:
            codes = ", ".join(Centre.objects.values_list("code", flat=True)) or "-"
            raise UnusableFile(
                _("Name the centre that the records are of; there are: %s.") % codes
            )

    def sorted(self, plan: Plan):
        """Each row of a sheet: understood, with its desk, or the report of a row that
        is no data or says no centre."""
        sheet, header = plan.sheet, plan.header
        if header is None:
            for row in numbered(sheet):
                yield not_taken(sheet, row, plan.reason), None
            return
        owned = {
            row.number: (row, own)
            for row, own in self.beside(header, sheet.rows)
            if own
        }
        for entry in sorted_rows(sheet, header, self.required, self.book.name):
            # What went out of here is data, and its cells are as they stand.
            row, own = owned.get(entry.row.number, (entry.row, None))
            if entry.reason and (entry.is_hidden or not is_own(own)):
                hidden = entry.is_hidden
                yield not_taken(sheet, row, entry.reason, is_hidden=hidden), None
                continue
            kind = self.kind_of(plan, entry)
            desk = kind if isinstance(kind, str) else self.desk_for(kind, row, own)
            if isinstance(desk, str):
                said = located(sheet, row, desk) if isinstance(kind, str) else desk
                told = RowReport(sheet.name, row.number, outcomes.REJECTED, said)
                told.cells = row.cells
                yield told, None
                continue
            dated = entry.dated
            found = desk.reader.understand(sheet, kind.header, row, dated, own)
            for name, value in kind.values.items():
                found.values.setdefault(name, value)
            found.flags += entry.notes
            yield found, desk

    def beside(self, header: Header, rows: list[Row]) -> Iterator[tuple]:
        return self.returned.beside(header, rows) if self.returned else iter(())

    @cached_property
    def required(self) -> frozenset[str]:
        """Without which a row that looks like a total is one."""
        if self.record_type is None:
            return frozenset({TYPE})
        return required_of(Desk.of_nobody(self.record_type).fields)

    def kind_of(self, plan: Plan, entry: Sorted) -> Kind | str:
        if plan.ledger is not None:
            return plan.ledger.kind_of(entry.row)
        return Kind(self.record_type, entry.header, {})

    def desk_for(self, kind: Kind, row: Row, own: Own | None) -> Desk | str:
        """The desk of the row's type and centre, or a sentence why it has none."""
        record_type = kind.record_type
        centre = self.centre_of(kind, row, own)
        if isinstance(centre, str):
            return centre
        if centre is None and not record_type.is_code_list:
            return _("The row names no centre.")
        key = (record_type.slug, centre)
        if key not in self.desks:
            if self.user and not self.user.has_perm(record_type.permission("add")):
                return not_allowed(record_type)
            names = self.corrections.names
            self.desks[key] = Desk(record_type, centre, names=names, links=self.links)
        return self.desks[key]

    def centre_of(self, kind: Kind, row: Row, own: Own | None) -> Centre | str | None:
        """Whose the row is, or a sentence why that cannot be."""
        if is_own(own) and not kind.record_type.is_code_list:
            return self.centre or own.record.centre
        for column, name in kind.header.columns.items():
            if name == "centre" and row.cell(column) is not None:
                return self.centre_named(text(row.cell(column)))
        return self.centre

    @cached_property
    def centres(self) -> list[Centre]:
        return list(Centre.objects.all())

    def centre_named(self, name: str) -> Centre | str:
        for centre in self.centres:
            names = (centre.code, centre.name, centre.name_en, *centre.aliases)
            if fold(name) in map(fold, filter(None, names)):
                if self.centre in (None, centre):
                    return centre
                return _("The row is of %(centre)s, the import of %(other)s.") % {
                    "centre": centre,
                    "other": self.centre,
                }
        return _("There is no centre “%(name)s”.") % {"name": name}


def is_own(own: Own | None) -> bool:
    return own is not None and own.record is not None


def is_no_data(row: Understood | RowReport) -> bool:
    """Whether a row is none for anybody; a hidden one is one that was left out."""
    return (
        isinstance(row, RowReport)
        and row.outcome == outcomes.NOT_DATA
        and not row.is_hidden
    )


def not_allowed(record_type: RecordType) -> str:
    return _("Your role does not allow to enter %(type)s.") % {
        "type": record_type.label_plural
    }


def located(sheet: Sheet, row: Row, sentence: str) -> str:
    told = {"sheet": sheet.name, "row": row.number, "sentence": sentence}
    return _("Sheet “%(sheet)s”, row %(row)d, %(sentence)s") % told


def not_taken(sheet: Sheet, row: Row, reason: str, *, is_hidden=False) -> RowReport:
    told = RowReport(sheet.name, row.number, outcomes.NOT_DATA, reason)
    told.is_hidden = is_hidden
    return told
