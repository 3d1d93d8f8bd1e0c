"""Documents that are compound files (OLE2): HWP 5 and Office before 2007.

The flags are from [MS-DOC] 2.5.2, [MS-XLS] 2.4.117 and Hancom's HWP 5.0 format, 3.2.1.
"""

import struct
from collections.abc import Iterator
from typing import BinaryIO

import olefile
from django.utils.translation import gettext as _

from records.files.archives import protected, with_macros
from records.files.kinds import ACCEPTED, Unacceptable

START = olefile.MAGIC
READ = 4096

HWP_NAME = b"HWP Document File"
HWP_HAS_PASSWORD = 2
DOC_IS_ENCRYPTED = 0x100
XLS_FILE_PASS = 0x2F
MACROS = {"Macros", "_VBA_PROJECT_CUR"}
# What olefile raises for files that are none; it catches some of its own.
UNREADABLE = (OSError, struct.error, IndexError, ValueError, TypeError)


def told(file: BinaryIO) -> str:
    try:
        found = Compound(file)
        names = found.names
        if names & {"EncryptedPackage", "EncryptedSummary"} or is_locked(found):
            raise protected()
        if names & MACROS:
            raise with_macros()
        kind = kind_by_streams(found)
    except UNREADABLE as error:
        raise Unacceptable(_("The file is damaged: it cannot be opened.")) from error
    if kind is None:
        raise Unacceptable(
            _("By its content it is %(found)s. Accepted: %(accepted)s.")
            % {"found": _("a compound file of another kind"), "accepted": ACCEPTED}
        )
    return kind


def kind_by_streams(found: "Compound") -> str | None:
    if found.start_of("FileHeader").startswith(HWP_NAME):
        return "hwp"
    for kind, stream in (
        ("doc", "WordDocument"),
        ("xls", "Workbook"),
        ("xls", "Book"),
        ("ppt", "PowerPoint Document"),
    ):
        if stream in found.names:
            return kind
    return None


def is_locked(found: "Compound") -> bool:
    """Whether the document itself says that it opens with a password only."""
    header = found.start_of("FileHeader")
    if header.startswith(HWP_NAME):
        return bool(struct.unpack_from("<I", header, 36)[0] & HWP_HAS_PASSWORD)
    if document := found.start_of("WordDocument"):
        return bool(struct.unpack_from("<H", document, 10)[0] & DOC_IS_ENCRYPTED)
    return XLS_FILE_PASS in records_of(found.start_of("Workbook"))


def records_of(stream: bytes) -> Iterator[int]:
    """The types of a workbook's first records."""
    place = 0
    while place + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, place)
        yield kind
        place += 4 + length


class Compound:
    """The streams and storages at the top of a compound file."""

    def __init__(self, file: BinaryIO) -> None:
        file.seek(0)
        self.ole = olefile.OleFileIO(file, raise_defects=olefile.DEFECT_INCORRECT)
        self.names = {path[0] for path in self.ole.listdir(storages=True)}

    def start_of(self, name: str) -> bytes:
        """The first bytes of a stream; none where there is no such stream."""
        if self.ole.get_type(name) != olefile.STGTY_STREAM:
            return b""
        return self.ole.openstream(name).read(READ)
