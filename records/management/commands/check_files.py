"""`check_files`: every file of evidence is there and unchanged, and there is no other.

Exit 0: all is right. 1: something is missing, changed or belongs to no record.
"""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from records.attachments import Attachment
from records.files import store


class Command(BaseCommand):
    help = "Compares the stored evidence with its digests; lists what is not right."

    def handle(self, **options) -> None:
        digests = Attachment.with_deleted.order_by("sha256")
        known = set(digests.values_list("sha256", flat=True).iterator())
        wrong = [*filter(None, map(fault_of, sorted(known))), *strangers(known)]
        if wrong:
            raise CommandError("\n".join(wrong), returncode=1)
        self.stdout.write(
            _("All %s files are in their place and unchanged.") % len(known)
        )


def fault_of(sha256: str) -> str:
    try:
        if store.is_right(sha256):
            return ""
        return told(_("changed"), sha256)
    except OSError:
        return told(_("missing"), sha256)


def told(fault: str, sha256: str) -> str:
    """The fault, and the evidence that it harms."""
    files = Attachment.with_deleted.filter(sha256=sha256).order_by("pk")
    names = ", ".join(f"{one.slug}/{one.record_pk} {one.name}" for one in files)
    return f"{fault}: {store.path_of(sha256)} ({names})"


def strangers(known: set[str]) -> list[str]:
    """What lies among the files and belongs to no record."""
    fault = _("belongs to no record")
    return [
        f"{fault}: {path}"
        for path in sorted(store.kept())
        if path.name not in known or path != store.path_of(path.name)
    ]
