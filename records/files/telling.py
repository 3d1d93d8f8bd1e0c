"""Telling a file's kind by its content; the name has only to agree.

Nothing in a file is run, and no more of it is unpacked than says what it is. Text
(CSV, TXT) is not accepted: nothing in it says what it is.
"""

from pathlib import PurePath
from typing import BinaryIO

import puremagic
from django.utils.translation import gettext as _

from records.files import archives, compound, pictures
from records.files.kinds import ACCEPTED, KINDS, Kind, Unacceptable
from records.refusals import Refusal

HEAD = 4096
MARKUP = (b"<!doctype html", b"<html", b"<script", b"<svg", b"<?xml", b"<?php")


class RefusedFile(Refusal):
    """A file that is no evidence; the sentence names it, and what was found."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"“{name}”: {reason}")


def kind_of(file: BinaryIO, name: str) -> Kind:
    """The kind of a file, told by its content. Raises RefusedFile."""
    try:
        kind = KINDS[told(file)]
        refuse_other_suffix(kind, name)
    except Unacceptable as error:
        raise RefusedFile(name, str(error)) from error
    finally:
        file.seek(0)
    return kind


def told(file: BinaryIO) -> str:
    file.seek(0)
    head = file.read(HEAD)
    if not head:
        raise Unacceptable(_("The file is empty."))
    if head.startswith(b"%PDF-"):
        refuse_cut_off(file)
        return "pdf"
    for start, tell in (
        *pictures.TOLD_BY,
        (archives.START, archives.told),
        (compound.START, compound.told),
    ):
        if head.startswith(start):
            return tell(file)
    raise Unacceptable(
        _("By its content it is %(found)s. Accepted: %(accepted)s.")
        % {"found": found_in(head), "accepted": ACCEPTED}
    )


def refuse_cut_off(file: BinaryIO) -> None:
    """A PDF ends with a mark; one that was not sent or saved whole has none."""
    file.seek(0, 2)
    file.seek(max(file.tell() - HEAD, 0))
    if b"%%EOF" not in file.read(HEAD):
        raise Unacceptable(_("The file is cut off: its end is missing."))


def refuse_other_suffix(kind: Kind, name: str) -> None:
    if PurePath(name).suffix.lower() not in kind.suffixes:
        raise Unacceptable(
            _("By its content it is %(kind)s, so its name must end in %(suffix)s.")
            % {"kind": kind, "suffix": _(" or ").join(kind.suffixes)}
        )


def found_in(head: bytes) -> str:
    """What else a content looks like, as the ending such files have."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith(MARKUP):
        return _("a web page or markup (HTML, SVG, XML)")
    if start.startswith(b"#!"):
        return _("a script")
    try:
        suffix = puremagic.magic_string(head)[0].extension
    except (puremagic.PureError, ValueError):
        suffix = ""
    if suffix:
        return _("a %(suffix)s file") % {"suffix": suffix}
    return _("text or of an unknown kind")
