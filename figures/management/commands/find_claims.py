from django.core.management.base import BaseCommand

from figures import claim_finding


class Command(BaseCommand):
    help = "Find outcomes that may be claimed twice, within and across centres."

    def handle(self, **options) -> None:
        found = claim_finding.find()
        self.stdout.write(
            f"{found.added} new pairs; {found.dropped} that are alike no more."
        )
