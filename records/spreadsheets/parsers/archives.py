"""What an archive is, judged by its members, before anything in it is unpacked."""

import zipfile
from collections.abc import Iterator

from records.spreadsheets.limits import (
    LARGEST_HELD,
    LARGEST_UNPACKED,
    MEGABYTE,
    MOST_MEMBERS,
    PARTS,
    TooMuch,
)
from records.spreadsheets.parsers.refusals import (
    BINARY,
    LOCKED,
    MACROS,
    NO_WORKBOOK,
    UNPACKS,
    Refused,
)

HELD = ("xl/styles.xml", "xl/workbook.xml", "content.xml")
DOCUMENTS = (  # a member's name begins so → what the archive is
    ("word/", "Word"),
    ("ppt/", "PowerPoint"),
    ("Contents/section", "Hangul (HWPX)"),
    ("Contents/header.xml", "Hangul (HWPX)"),
    ("META-INF/MANIFEST.MF", "Java"),
)
ODS = b"application/vnd.oasis.opendocument.spreadsheet"


def messages(path: str) -> Iterator[tuple]:
    with zipfile.ZipFile(path) as archive:
        members = archive.infolist()
        refuse_bomb(members)
        names = [member.filename for member in members]
        if is_ods(archive, names):
            refuse_protected_ods(archive)
            from records.spreadsheets.parsers import ods as parser
        else:
            refuse_no_workbook(names)
            from records.spreadsheets.parsers import xlsx as parser
        yield from parser.messages(archive)


def refuse_bomb(members: list[zipfile.ZipInfo]) -> None:
    if any(member.flag_bits & 1 for member in members):
        raise Refused(LOCKED)
    unpacked = sum(member.file_size for member in members)
    held = sum(member.file_size for member in members if member.filename in HELD)
    if len(members) > MOST_MEMBERS:
        raise TooMuch(PARTS, MOST_MEMBERS)
    if unpacked > LARGEST_UNPACKED or held > LARGEST_HELD:
        raise Refused(
            UNPACKS,
            size=unpacked // MEGABYTE,
            most=LARGEST_UNPACKED // MEGABYTE,
        )


def is_ods(archive: zipfile.ZipFile, names: list[str]) -> bool:
    if "mimetype" not in names or "content.xml" not in names:
        return False
    with archive.open("mimetype") as file:
        return file.read(len(ODS)) == ODS


def refuse_protected_ods(archive: zipfile.ZipFile) -> None:
    try:
        manifest = archive.read("META-INF/manifest.xml")
    except KeyError:
        return
    if b"encryption-data" in manifest:
        raise Refused(LOCKED)


def refuse_no_workbook(names: list[str]) -> None:
    if any(name.endswith("vbaProject.bin") for name in names):
        raise Refused(MACROS)
    if "xl/workbook.bin" in names:
        raise Refused(BINARY)
    for start, kind in DOCUMENTS:
        if any(name.startswith(start) for name in names):
            raise Refused(NO_WORKBOOK, kind=kind)
    if "[Content_Types].xml" not in names:
        raise Refused(NO_WORKBOOK, kind="ZIP")
