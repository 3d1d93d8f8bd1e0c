"""Pictures: the head of one is not enough, its parts must follow from each other."""

import struct
from typing import BinaryIO

from django.utils.translation import gettext as _

from records.files.kinds import Unacceptable

MOST_PARTS = 200_000
BLOCK = 1024 * 1024
MARKUP = (b"<script", b"<html", b"<!doctype html", b"<?php", b"<iframe")
LONGEST_MARKUP = max(map(len, MARKUP))


def picture(kind: str, walk):
    """A function that tells this kind, by walking through its parts."""

    def tell(file: BinaryIO) -> str:
        try:
            walk(file)
        except (struct.error, IndexError, Broken) as error:
            raise Unacceptable(
                _("It begins like a %(kind)s picture but is none, or is damaged.")
                % {"kind": kind.upper()}
            ) from error
        refuse_markup(file)
        return kind

    return tell


class Broken(Exception):
    """The parts do not follow from each other."""


def walk_png(file: BinaryIO) -> None:
    """Chunks (length, name, data, sum), the first IHDR, the last IEND."""
    file.seek(8)
    for number in range(MOST_PARTS):
        length, name = struct.unpack(">I4s", file.read(8))
        if (number == 0) != (name == b"IHDR"):
            raise Broken
        if name == b"IEND":
            return
        file.seek(length + 4, 1)
    raise Broken


def walk_jpeg(file: BinaryIO) -> None:
    """Segments (mark, length, data) up to the picture itself, with its size before."""
    file.seek(2)
    has_size = False
    for _number in range(MOST_PARTS):
        mark, name, length = struct.unpack(">BBH", file.read(4))
        if mark == name == 0xFF:  # marks may be preceded by any number of these
            file.seek(-3, 1)
            continue
        if mark != 0xFF or length < 2:
            raise Broken
        has_size |= 0xC0 <= name <= 0xCF and name not in (0xC4, 0xC8, 0xCC)
        if name == 0xDA:
            break
        file.seek(length - 2, 1)
    if not has_size:
        raise Broken


def walk_gif(file: BinaryIO) -> None:
    """Size, colours, then pictures and extensions made of blocks, then the end mark."""
    file.seek(6)
    _width, _height, flags, _ground, _ratio = struct.unpack("<HHBBB", file.read(7))
    skip_colours(file, flags)
    for _number in range(MOST_PARTS):
        mark = file.read(1)[0]
        if mark == 0x3B:
            return
        if mark == 0x21:
            file.seek(1, 1)
        elif mark == 0x2C:
            skip_colours(file, struct.unpack("<HHHHB", file.read(9))[-1])
            file.seek(1, 1)
        else:
            raise Broken
        skip_blocks(file)
    raise Broken


def skip_colours(file: BinaryIO, flags: int) -> None:
    if flags & 0x80:
        file.seek(3 * 2 ** ((flags & 7) + 1), 1)


def skip_blocks(file: BinaryIO) -> None:
    for _number in range(MOST_PARTS):
        length = file.read(1)[0]
        if not length:
            return
        file.seek(length, 1)
    raise Broken


def walk_webp(file: BinaryIO) -> None:
    file.seek(4)
    length, form, part = struct.unpack("<I4s4s", file.read(12))
    if form != b"WEBP" or part not in (b"VP8 ", b"VP8L", b"VP8X"):
        raise Broken
    if size_of(file) < length + 8:
        raise Broken


def walk_tiff(file: BinaryIO) -> None:
    """The head says where the list of its entries is; it must be there."""
    file.seek(0)
    order = "<" if file.read(4)[:1] == b"I" else ">"
    [place] = struct.unpack(f"{order}I", file.read(4))
    file.seek(place)
    [count] = struct.unpack(f"{order}H", file.read(2))
    if not count or size_of(file) < place + 2 + 12 * count:
        raise Broken


def size_of(file: BinaryIO) -> int:
    return file.seek(0, 2)


def refuse_markup(file: BinaryIO) -> None:
    """A picture that is a web page as well: read on as such by something careless."""
    file.seek(0)
    blocks = iter(lambda: file.read(BLOCK), b"")
    end = b""
    for block in blocks:
        text = (end + block).lower()
        if any(mark in text for mark in MARKUP):
            raise Unacceptable(_("A web page or script is hidden in the picture."))
        end = block[-LONGEST_MARKUP:]


TOLD_BY = (
    (b"\x89PNG\r\n\x1a\n", picture("png", walk_png)),
    (b"\xff\xd8\xff", picture("jpeg", walk_jpeg)),
    ((b"GIF87a", b"GIF89a"), picture("gif", walk_gif)),
    (b"RIFF", picture("webp", walk_webp)),
    ((b"II*\0", b"MM\0*"), picture("tiff", walk_tiff)),
)
