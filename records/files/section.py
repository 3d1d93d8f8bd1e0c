"""What the evidence section of a record's page shows, and to whom."""

from django.conf import settings
from django.db import models

from accounts.models import User
from records.attachments import Attachment
from records.files.kinds import ACCEPTED, SUFFIXES

MEGABYTE = 1024 * 1024


def section_of(record: models.Model, user: User) -> dict:
    found = list(Attachment.with_deleted.of(record).select_related("uploaded_by"))
    return {
        "record": record,
        "files": [one for one in found if not one.is_deleted],
        "withdrawn": [one for one in found if one.is_deleted],
        "may_attach": user.has_perm(record.record_type.permission("change")),
        "accepted": ACCEPTED,
        "suffixes": ",".join(SUFFIXES),
        "largest_file": settings.LARGEST_FILE // MEGABYTE,
        "largest_upload": settings.LARGEST_UPLOAD // MEGABYTE,
    }
