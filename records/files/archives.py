"""Documents that are ZIP archives: Office Open XML, OpenDocument, HWPX.

Sizes are those the archive declares, read from its directory; only the two small
members that say what it is are unpacked, and of these no more than a limit.
"""

import struct
import zlib
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext as _

from records.files.kinds import ACCEPTED, KINDS, Unacceptable

MEGABYTE = 1024 * 1024
START = b"PK\x03\x04"
LARGEST_UNPACKED = 500 * MEGABYTE
LARGEST_DIRECTORY = MEGABYTE
LARGEST_READ = MEGABYTE

END = b"PK\x05\x06"
END_SIZE = 22
END_64 = b"PK\x06\x07"
LONGEST_COMMENT = 2**16

IS_ENCRYPTED = 1
TYPES = "[Content_Types].xml"
# Kind → what the list of content types calls the main part, and where its parts are.
OFFICE = {
    "docx": (b"wordprocessingml.document.main+xml", "word/"),
    "xlsx": (b"spreadsheetml.sheet.main+xml", "xl/"),
    "pptx": (b"presentationml.presentation.main+xml", "ppt/"),
}
SELF_NAMED = {KINDS[code].content_type: code for code in ("odt", "ods", "odp", "hwpx")}
MANIFEST = "META-INF/manifest.xml"

UNREADABLE = (
    BadZipFile,
    EOFError,
    NotImplementedError,
    RuntimeError,
    struct.error,
    UnicodeDecodeError,
    zlib.error,
)


def told(file: BinaryIO) -> str:
    try:
        refuse_large_directory(file)
        with ZipFile(file) as archive:
            refuse_large(archive)
            return office_kind(archive) or self_named_kind(archive)
    except UNREADABLE as error:
        raise Unacceptable(_("The file is damaged: it cannot be opened.")) from error


def refuse_large_directory(file: BinaryIO) -> None:
    """Before the directory is read into memory: what its end says of its size."""
    file.seek(0, 2)
    file.seek(max(file.tell() - END_SIZE - LONGEST_COMMENT, 0))
    tail = file.read()
    place = tail.rfind(END)
    end = tail[-END_SIZE:]
    if not (end.startswith(END) and end.endswith(b"\0\0")):
        end = tail[place : place + END_SIZE] if place >= 0 else b""
    if not end:
        raise BadZipFile
    [size] = struct.unpack("<I", end[12:16])
    if size > LARGEST_DIRECTORY or END_64 in tail:
        raise Unacceptable(_("The archive inside has too many parts."))


def refuse_large(archive: ZipFile) -> None:
    members = archive.infolist()
    unpacked = sum(member.file_size for member in members)
    if unpacked > LARGEST_UNPACKED:
        raise Unacceptable(
            _("Unpacked it would have %(size)s MB; at most %(most)s MB are accepted.")
            % {
                "size": f"{unpacked // MEGABYTE:,}",
                "most": LARGEST_UNPACKED // MEGABYTE,
            }
        )
    if any(member.flag_bits & IS_ENCRYPTED for member in members):
        raise protected()


def office_kind(archive: ZipFile) -> str | None:
    names = archive.namelist()
    if TYPES not in names:
        return None
    types = read(archive, TYPES)
    if b"macroEnabled" in types or any(n.endswith("vbaProject.bin") for n in names):
        raise with_macros()
    for kind, (main, folder) in OFFICE.items():
        if main in types and any(name.startswith(folder) for name in names):
            return kind
    return None


def self_named_kind(archive: ZipFile) -> str:
    """OpenDocument and HWPX name themselves in their first member."""
    members = archive.infolist()
    if not members or members[0].filename != "mimetype":
        raise mere_archive()
    name = read(archive, "mimetype").decode("ascii", "replace").strip()
    if name not in SELF_NAMED or not has_content(archive):
        raise mere_archive()
    if MANIFEST in archive.namelist() and b"encryption-data" in read(archive, MANIFEST):
        raise protected()
    return SELF_NAMED[name]


def has_content(archive: ZipFile) -> bool:
    return any(
        name == "content.xml" or name.startswith("Contents/")
        for name in archive.namelist()
    )


def read(archive: ZipFile, name: str) -> bytes:
    with archive.open(name) as member:
        return member.read(LARGEST_READ)


def mere_archive() -> Unacceptable:
    return Unacceptable(
        _("It is an archive. Attach what is in it file by file. Accepted: %s.")
        % ACCEPTED
    )


def with_macros() -> Unacceptable:
    return Unacceptable(_("It holds macros. Save it without them and attach that."))


def protected() -> Unacceptable:
    return Unacceptable(
        _("It is protected with a password. Evidence must open: save it without one.")
    )
