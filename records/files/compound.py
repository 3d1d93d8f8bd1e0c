"""Documents that are compound files (OLE2): HWP 5 and Office before 2007.

A file system in a file: sectors, a table that chains them, a directory. The format is
Microsoft's [MS-CFB]; the flags are from [MS-DOC] 2.5.2, [MS-XLS] 2.4.117 and Hancom's
HWP 5.0 format, 3.2.1.
"""

import struct
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import BinaryIO

from django.utils.translation import gettext as _

from records.files.archives import protected, with_macros
from records.files.kinds import ACCEPTED, Unacceptable

START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
NO_SECTOR = 0xFFFFFFFA  # this and all above are marks, not sectors
NO_ENTRY = 0xFFFFFFFF
IN_HEADER = 109
ENTRY = 128
MOST_ENTRIES = 20_000
READ = 4096

HWP_NAME = b"HWP Document File"
HWP_HAS_PASSWORD = 2
DOC_IS_ENCRYPTED = 0x100
XLS_FILE_PASS = 0x2F
MACROS = {"Macros", "_VBA_PROJECT_CUR"}


def told(file: BinaryIO) -> str:
    try:
        found = Compound(file)
        names = found.entries.keys()
        if names & {"EncryptedPackage", "EncryptedSummary"} or is_locked(found):
            raise protected()
        if names & MACROS:
            raise with_macros()
        kind = kind_by_streams(found)
    except (struct.error, IndexError, ValueError) as error:
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
        if stream in found.entries:
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


@dataclass(frozen=True)
class Entry:
    sector: int
    size: int
    left: int
    right: int
    child: int


class Compound:
    """The streams at the top of a compound file. Raises ValueError, IndexError or
    struct.error for what is none."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        file.seek(0)
        head = file.read(512)
        self.sector_size = 1 << checked(struct.unpack_from("<H", head, 30)[0], {9, 12})
        self.short_size = 1 << checked(struct.unpack_from("<H", head, 32)[0], {6})
        directory, _signature, self.shortest, shorts = struct.unpack_from(
            "<IIII", head, 48
        )
        self.table = self.read_table(head)
        self.entries: dict[str, Entry] = {}
        self.root = self.read_entries(self.bytes_of(directory, ENTRY * MOST_ENTRIES))
        self.short_table = numbers(self.bytes_of(shorts, len(self.table) * 4))

    def read_table(self, head: bytes) -> array:
        """The sectors of the table are listed in the head, and in sectors of a list
        that goes on."""
        sectors = list(struct.unpack_from(f"<{IN_HEADER}I", head, 76))
        following, count = struct.unpack_from("<II", head, 68)
        most = 1 + self.file.seek(0, 2) // (self.sector_size // 4 * self.sector_size)
        for _number in range(min(count, most)):
            *more, following = numbers(self.sector(following))
            sectors += more
        used = [sector for sector in sectors if sector < NO_SECTOR][:most]
        return numbers(b"".join(map(self.sector, used)))

    def sector(self, number: int) -> bytes:
        self.file.seek((number + 1) * self.sector_size)
        return self.file.read(self.sector_size)

    def bytes_of(self, sector: int, most: int) -> bytes:
        """The first bytes of a chain of sectors."""
        chain = links(self.table, sector, 1 + most // self.sector_size)
        return b"".join(map(self.sector, chain))[:most]

    def read_entries(self, directory: bytes) -> Entry:
        """The root; its children are kept by name."""
        root = entry_at(directory, 0)
        waiting, seen = [root.child], set()
        while waiting:
            number = waiting.pop()
            if number == NO_ENTRY or number in seen:
                continue
            seen.add(number)
            entry = entry_at(directory, number)
            self.entries[name_at(directory, number)] = entry
            waiting += (entry.left, entry.right)
        return root

    def start_of(self, name: str) -> bytes:
        """The first bytes of a stream; none where there is no such stream."""
        entry = self.entries.get(name)
        if entry is None:
            return b""
        if entry.size >= self.shortest:
            return self.bytes_of(entry.sector, READ)
        chain = links(self.short_table, entry.sector, READ // self.short_size)
        return b"".join(map(self.short_sector, chain))[: entry.size]

    def short_sector(self, number: int) -> bytes:
        """Small streams lie in one big stream, the root's."""
        per_sector = self.sector_size // self.short_size
        place = number % per_sector * self.short_size
        sector = self.sector(self.short_sectors[number // per_sector])
        return sector[place : place + self.short_size]

    @cached_property
    def short_sectors(self) -> array:
        return array("I", links(self.table, self.root.sector, len(self.table)))


def checked(value: int, known: set[int]) -> int:
    if value not in known:
        raise ValueError(value)
    return value


def numbers(data: bytes) -> array:
    return array("I", struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4]))


def links(table: array, first: int, most: int) -> Iterator[int]:
    """The chain from its first sector, at most so long."""
    for _number in range(most):
        if first >= NO_SECTOR:
            return
        yield first
        first = table[first]


def entry_at(directory: bytes, number: int) -> Entry:
    left, right, child = struct.unpack_from("<III", directory, number * ENTRY + 68)
    sector, size = struct.unpack_from("<II", directory, number * ENTRY + 116)
    return Entry(sector, size, left, right, child)


def name_at(directory: bytes, number: int) -> str:
    place = number * ENTRY
    [length] = struct.unpack_from("<H", directory, place + 64)
    return directory[place : place + max(length - 2, 0)].decode("utf-16-le", "replace")
