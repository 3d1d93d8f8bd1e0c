"""`send_digests [--on 2026-03-05] [--dry-run]`: the morning's e-mail, once a day."""

from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from pangyo.digests import send_digests


class Command(BaseCommand):
    help = "E-mails to each user what is overdue, due soon or stale."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--on", help="the day (default: today in Seoul)")
        parser.add_argument(
            "--dry-run", action="store_true", help="count, and send nothing"
        )

    def handle(self, *, on: str | None, dry_run: bool, **options) -> None:
        counts = send_digests(day_of(on), is_dry_run=dry_run)
        told = "would be sent" if dry_run else "sent"
        self.stdout.write(
            f"{counts.sent} {told}, {counts.already} sent before, "
            f"{counts.nothing} with nothing to tell"
        )


def day_of(text: str | None) -> date:
    if text is None:
        return timezone.localdate()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CommandError(f"--on {text}: give a day such as 2026-03-05.") from None
