"""`manage.py demo`: the demonstration data, into an empty database."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from pangyo.demo.loading import NotEmpty, load
from pangyo.demo.people import ACCOUNTS, PASSWORD


class Command(BaseCommand):
    help = "Loads the demonstration data into an empty database."

    def handle(self, **options) -> None:
        try:
            world = load(timezone.localdate())
        except NotEmpty as refusal:
            raise CommandError(str(refusal)) from refusal
        count = sum(len(records) for records in world.records.values())
        accounts = ", ".join(username for username, *_rest in ACCOUNTS)
        self.stdout.write(
            f"{count:,} invented records of {len(world.centres)} centres were loaded.\n"
            f"Accounts: {accounts}; password {PASSWORD}"
        )
