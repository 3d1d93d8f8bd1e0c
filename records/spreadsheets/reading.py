"""A file of any kind as sheets of rows.

A file is judged by its content, never by its name; what is no table is refused in one
sentence. Nothing in a file is run: formulas are read as the values that were stored
with them.
"""

import hashlib
from pathlib import Path

from django.utils.translation import gettext as _

from records.spreadsheets import delimited, hypertext, workbooks
from records.spreadsheets.limits import LARGEST_FILE, MEGABYTE, TooMuch
from records.spreadsheets.sheets import Book, Row, Sheet, UnusableFile, too_large

__all__ = (
    "LARGEST_FILE",
    "MEGABYTE",
    "Book",
    "Row",
    "Sheet",
    "UnusableFile",
    "read",
)

WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
OTHER_KINDS = (
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"%PDF", "PDF"),
    (b"PK\x05\x06", "ZIP"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "GZIP"),
)


def read(path: Path) -> Book:
    """The sheets of a workbook (.xlsx, .xls, .ods), of an HTML table saved as one, or
    of a CSV. Raises UnusableFile."""
    refuse_unless_file(path)
    data = path.read_bytes()
    refuse_other_kinds(path.name, data)
    try:
        if data.startswith(WORKBOOKS):
            sheets = workbooks.sheets_of(path)
        elif hypertext.is_hypertext(data):
            sheets = hypertext.sheets_of(path, data)
        else:
            sheets = [delimited.sheet_of(path.stem, data)]
    except TooMuch as error:
        raise too_large(path.name, error.what, error.most) from error
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


def refuse_other_kinds(name: str, data: bytes) -> None:
    for start, kind in OTHER_KINDS:
        if data.startswith(start):
            raise UnusableFile(
                _("“%(file)s” is a %(kind)s file, not a spreadsheet.")
                % {"file": name, "kind": kind}
            )
