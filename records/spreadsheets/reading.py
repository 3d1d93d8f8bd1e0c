"""A file as sheets of rows of cells, each row under the number people see it by.

A file is judged by its content, never by its name; what is not a workbook or a CSV is
refused in one sentence. Nothing in a file is run: formulas are read as the values that
were stored with them.
"""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from django.utils.translation import gettext as _
from openpyxl.utils.datetime import WINDOWS_EPOCH

from records.refusals import Refusal

MEGABYTE = 1024 * 1024
LARGEST_FILE = 50 * MEGABYTE
LARGEST_UNPACKED = 500 * MEGABYTE
MOST_COLUMNS = 300
MOST_ROWS = 200_000
MOST_CELLS = 5_000_000  # what is held in memory, whatever rows and columns allow

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
OTHER_KINDS = (
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"%PDF", "PDF"),
    (b"PK\x05\x06", "ZIP"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
)


class UnusableFile(Refusal):
    """The whole file cannot be read; the message says why and what would do."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `cells` from the first column on. `copied` are the columns whose value
    stands in a merged cell that begins in a row above."""

    number: int
    cells: tuple
    is_hidden: bool = False
    is_struck: bool = False
    copied: frozenset[int] = frozenset()

    def cell(self, column: int):
        return self.cells[column] if column < len(self.cells) else None

    @property
    def is_blank(self) -> bool:
        return all(cell is None for cell in self.cells)


@dataclass
class Sheet:
    """A sheet's rows in order. `is_filtered`: rows may be hidden by a filter."""

    name: str
    rows: list[Row] = field(default_factory=list)
    is_hidden: bool = False
    is_filtered: bool = False
    epoch: datetime = WINDOWS_EPOCH


@dataclass
class Book:
    name: str
    sheets: list[Sheet]
    sha256: str


def read(path: Path) -> Book:
    """The sheets of a workbook (.xlsx) or of a CSV. Raises UnusableFile."""
    from records.spreadsheets import delimited, workbooks

    refuse_unless_file(path)
    data = path.read_bytes()
    refuse_other_kinds(path, data)
    if data.startswith(ZIP):
        sheets = workbooks.sheets_of(path)
    else:
        sheets = [delimited.sheet_of(path.stem, data)]
    return Book(path.name, sheets, hashlib.sha256(data).hexdigest())


def refuse_unless_file(path: Path) -> None:
    name = path.name
    if not path.exists():
        raise UnusableFile(_("There is no file “%(path)s”.") % {"path": path})
    if not path.is_file():
        raise UnusableFile(_("“%(path)s” is no file.") % {"path": path})
    size = path.stat().st_size
    if size == 0:
        raise UnusableFile(_("“%(file)s” is empty.") % {"file": name})
    if size > LARGEST_FILE:
        raise UnusableFile(
            _("“%(file)s” has %(size)d MB; a file has at most %(most)d MB.")
            % {"file": name, "size": size // MEGABYTE, "most": LARGEST_FILE // MEGABYTE}
        )


def refuse_other_kinds(path: Path, data: bytes) -> None:
    """Raise UnusableFile unless the content is what the name says it is."""
    suffix = path.suffix.lower()
    for start, kind in OTHER_KINDS:
        if data.startswith(start):
            raise UnusableFile(
                _("“%(file)s” is a %(kind)s file, not a spreadsheet.")
                % {"file": path.name, "kind": kind}
            )
    if data.startswith(OLE):
        raise UnusableFile(old_or_locked(path, data))
    if suffix not in (".xlsx", ".csv"):
        raise UnusableFile(
            _("“%(file)s” is neither .xlsx nor .csv. Save it as one of these.")
            % {"file": path.name}
        )
    is_zip = data.startswith(ZIP)
    if suffix == ".xlsx" and not is_zip:
        raise UnusableFile(
            _("“%(file)s” is named .xlsx but is no workbook.") % {"file": path.name}
        )
    if suffix == ".csv" and is_zip:
        raise UnusableFile(
            _("“%(file)s” is named .csv but is a workbook or an archive.")
            % {"file": path.name}
        )


def old_or_locked(path: Path, data: bytes) -> str:
    if ENCRYPTED in data:
        return _(
            "“%(file)s” is protected with a password. Save it without one and try "
            "again."
        ) % {"file": path.name}
    return _("“%(file)s” is an old .xls workbook. Save it as .xlsx and try again.") % {
        "file": path.name
    }


def too_large(name: str, what: str, most: int) -> UnusableFile:
    return UnusableFile(
        _("“%(name)s” has more than %(most)s %(what)s.")
        % {"name": name, "most": f"{most:,}", "what": what}
    )


def refuse_large(name: str, *, rows: int, columns: int, cells: int) -> None:
    if rows > MOST_ROWS:
        raise too_large(name, _("rows"), MOST_ROWS)
    if columns > MOST_COLUMNS:
        raise too_large(name, _("columns"), MOST_COLUMNS)
    if cells > MOST_CELLS:
        raise too_large(name, _("cells"), MOST_CELLS)
