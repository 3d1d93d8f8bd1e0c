"""Attach files to a record: all, or none and a sentence for each that is wrong."""

from pathlib import PurePath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from accounts.models import User
from records.attachments import Attachment
from records.files import store
from records.files.telling import RefusedFile, kind_of
from records.refusals import Refusal
from records.text import tidy

MEGABYTE = 1024 * 1024
UNSAFE = str.maketrans(dict.fromkeys('<>:"|?*\\/', "_"))
LONGEST_NAME = LONGEST_DESCRIPTION = 200


class RefusedFiles(Refusal):
    """`sentences`: one for each file that cannot be attached."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = sentences


def attach(
    record: models.Model, uploads: list[UploadedFile], *, user: User, description: str
) -> list[Attachment]:
    """Raises RefusedFiles; then nothing is attached and nothing is written."""
    if not uploads:
        raise RefusedFiles([_("No file was chosen.")])
    if len(description) > LONGEST_DESCRIPTION:
        raise RefusedFiles(
            [_("The description has more than %s characters.") % LONGEST_DESCRIPTION]
        )
    made, refused, digests = [], [], set()
    for upload in uploads:
        try:
            attachment = checked(record, upload, user, description)
            if attachment.sha256 in digests:
                raise RefusedFile(attachment.name, _("It was chosen twice."))
        except RefusedFile as refusal:
            refused.append(str(refusal))
        else:
            digests.add(attachment.sha256)
            made.append(attachment)
    if refused:
        raise RefusedFiles(refused)
    try:
        save(made, uploads)
    except IntegrityError as error:
        raise RefusedFiles([_("Somebody has just attached the same file.")]) from error
    return made


@transaction.atomic
def save(made: list[Attachment], uploads: list[UploadedFile]) -> None:
    """The rows first: while they are not committed, nobody asks for the bytes."""
    Attachment.objects.bulk_create(made)
    for attachment, upload in zip(made, uploads, strict=True):
        store.keep(upload.chunks(), attachment.sha256)


def checked(record, upload: UploadedFile, user: User, description: str) -> Attachment:
    """The attachment that an upload makes, not saved yet. Raises RefusedFile."""
    name = safe_name(upload.name)
    if upload.size > settings.LARGEST_FILE:
        raise RefusedFile(
            name,
            _("The file has %(size)s MB; a file has at most %(most)s MB.")
            % {
                "size": f"{upload.size / MEGABYTE:,.1f}",
                "most": settings.LARGEST_FILE // MEGABYTE,
            },
        )
    kind = kind_of(upload, name)
    attachment = Attachment(
        slug=record.record_type.slug,
        record_pk=record.pk,
        name=name,
        kind=kind.code,
        size=upload.size,
        sha256=store.digest(upload.chunks()),
        description=tidy(description),
        uploaded_by=user,
    )
    try:
        attachment.validate_constraints()
    except ValidationError as error:
        raise RefusedFile(name, " ".join(error.messages)) from error
    return attachment


def safe_name(name: str) -> str:
    """NFC, no folders, nothing that is not seen, no character that some system gives a
    meaning, short; the ending stays."""
    name = tidy(name.replace("\\", "/").rpartition("/")[2])
    name = "".join(c for c in name.translate(UNSAFE) if c.isprintable()).lstrip(". ")
    suffix = PurePath(name).suffix[:20]
    stem = name.removesuffix(suffix)[: LONGEST_NAME - len(suffix)]
    return (stem or _("file")) + suffix
