"""How much one request may bring: what is more is read past, never kept."""

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler
from django.utils.translation import gettext as _

from records.files.attaching import RefusedFiles

MEGABYTE = 1024 * 1024


class LimitedUploads(FileUploadHandler):
    """The first handler: keeps from the others what a request brings that is too large.

    The request is read to its end all the same, or the browser would show a broken
    connection where `refuse_large` has a sentence.
    """

    is_too_large = False

    def handle_raw_input(
        self,
        input_data,
        META,  # noqa: N803
        content_length,
        boundary,
        encoding=None,
    ) -> None:
        self.is_too_large = content_length > settings.LARGEST_UPLOAD

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        return None if self.is_too_large else raw_data

    def file_complete(self, file_size: int) -> None:
        return None


def refuse_large(request) -> None:
    """Raises RefusedFiles for a request whose files were not kept."""
    size = int(request.META.get("CONTENT_LENGTH") or 0)
    if size > settings.LARGEST_UPLOAD:
        sentence = _("%(size)s MB at once are too much; at most %(most)s MB.") % {
            "size": f"{size // MEGABYTE:,}",
            "most": settings.LARGEST_UPLOAD // MEGABYTE,
        }
        raise RefusedFiles([sentence])
