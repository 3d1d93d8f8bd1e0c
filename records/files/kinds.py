"""The kinds of file accepted as evidence: what can be read, and cannot run."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Kind:
    """`suffixes` are the endings a name may have, the usual one first. Pictures are
    shown in the browser; everything else is saved by it."""

    code: str
    content_type: str
    suffixes: tuple[str, ...]
    is_picture: bool = False

    def __str__(self) -> str:
        return self.code.upper()


OFFICE = "application/vnd.openxmlformats-officedocument"
OPEN_DOCUMENT = "application/vnd.oasis.opendocument"

KINDS = {
    kind.code: kind
    for kind in (
        Kind("pdf", "application/pdf", (".pdf",)),
        Kind("png", "image/png", (".png",), is_picture=True),
        Kind("jpeg", "image/jpeg", (".jpg", ".jpeg", ".jfif"), is_picture=True),
        Kind("gif", "image/gif", (".gif",), is_picture=True),
        Kind("webp", "image/webp", (".webp",), is_picture=True),
        Kind("tiff", "image/tiff", (".tif", ".tiff")),
        Kind("docx", f"{OFFICE}.wordprocessingml.document", (".docx",)),
        Kind("xlsx", f"{OFFICE}.spreadsheetml.sheet", (".xlsx",)),
        Kind("pptx", f"{OFFICE}.presentationml.presentation", (".pptx",)),
        Kind("odt", f"{OPEN_DOCUMENT}.text", (".odt",)),
        Kind("ods", f"{OPEN_DOCUMENT}.spreadsheet", (".ods",)),
        Kind("odp", f"{OPEN_DOCUMENT}.presentation", (".odp",)),
        Kind("hwpx", "application/hwp+zip", (".hwpx",)),
        Kind("hwp", "application/x-hwp", (".hwp",)),
        Kind("doc", "application/msword", (".doc",)),
        Kind("xls", "application/vnd.ms-excel", (".xls",)),
        Kind("ppt", "application/vnd.ms-powerpoint", (".ppt",)),
    )
}
SUFFIXES = tuple(suffix for kind in KINDS.values() for suffix in kind.suffixes)
ACCEPTED = _(
    "PDF, pictures (PNG, JPEG, GIF, WebP, TIFF), Word, Excel, PowerPoint, OpenDocument,"
    " HWP and HWPX"
)


class Unacceptable(Exception):
    """Why the content of a file is not accepted: a sentence without the file's name."""
