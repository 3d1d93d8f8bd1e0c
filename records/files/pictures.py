"""Pictures: the head of one is not enough, it must be one through and through."""

import warnings
from typing import BinaryIO

from django.utils.translation import gettext as _
from PIL import Image

from records.files.kinds import Unacceptable

BLOCK = 1024 * 1024
MARKUP = (b"<script", b"<html", b"<!doctype html", b"<?php", b"<iframe")
LONGEST_MARKUP = max(map(len, MARKUP))
STARTS = {
    "png": b"\x89PNG\r\n\x1a\n",
    "jpeg": b"\xff\xd8\xff",
    "gif": (b"GIF87a", b"GIF89a"),
    "webp": b"RIFF",
    "tiff": (b"II*\0", b"MM\0*"),
}


def picture(kind: str):
    """A function that tells this kind, by having Pillow read its parts."""

    def tell(file: BinaryIO) -> str:
        file.seek(0)
        try:
            with warnings.catch_warnings():
                # More pixels than a screen can show: a bomb, or a damaged head.
                warnings.simplefilter("error", Image.DecompressionBombWarning)
                Image.open(file, formats=[kind]).verify()
        except Exception as error:  # Pillow's readers raise whatever the bytes lead to
            raise Unacceptable(
                _("It begins like a %(kind)s picture but is none, or is damaged.")
                % {"kind": kind.upper()}
            ) from error
        refuse_markup(file)
        return kind

    return tell


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


TOLD_BY = [(start, picture(kind)) for kind, start in STARTS.items()]
