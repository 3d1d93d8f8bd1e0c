"""`create_token USERNAME [--days 90]` prints an API token and nothing else."""

from datetime import timedelta

from django.core.management.base import BaseCommand, CommandError
from knox.models import get_token_model

from accounts.models import User


class Command(BaseCommand):
    help = "Create an API token for a user and print it."

    def add_arguments(self, parser) -> None:
        parser.add_argument("username")
        parser.add_argument("--days", type=int, default=90, help="days it is valid")

    def handle(self, *, username: str, days: int, **options) -> None:
        if not 1 <= days <= 3650:
            raise CommandError(f"--days {days}: give a number of days from 1 to 3650.")
        user = User.objects.filter(username=username, is_active=True).first()
        if user is None:
            raise CommandError(f"No active user named {username!r}.")
        _token, key = get_token_model().objects.create(
            user=user, expiry=timedelta(days=days)
        )
        self.stdout.write(key)
