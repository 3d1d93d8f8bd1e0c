"""`recount`: every kept total is what a count says now.

Exit 0: all are. 1: some are not; each is named. With `--mend` those are forgotten, and
counted anew when somebody asks.
"""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from figures.models import KeptAnswer
from figures.recounting import differences, forget


class Command(BaseCommand):
    help = "Compares the kept totals with a count; lists those that differ."

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "--mend", action="store_true", help="forget those that differ"
        )

    def handle(self, *, mend: bool, **options) -> None:
        found = list(differences())
        for one in found:
            self.stdout.write(str(one))
        if found and not mend:
            raise CommandError(
                _("%s kept totals are not what a count says.") % f"{len(found):,}",
                returncode=1,
            )
        for one in found:
            forget(one.question)
        if found:
            told = _("%s kept totals were forgotten; they are counted anew when asked.")
            self.stdout.write(told % f"{len(found):,}")
        else:
            told = _("All %s kept totals are what a count says.")
            self.stdout.write(told % f"{KeptAnswer.objects.count():,}")
