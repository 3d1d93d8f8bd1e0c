"""`make bench`: what pages and API take at a million cases, measured in one run.

Figures stand beside the same counts as hand-written SQL. Lists and search stand beside
their own times at ten thousand cases and beside Django's plain admin over the same
table; files that are brought in, beside plain `bulk_create`. Every limit is printed
with ok or OVER.
"""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pangyo.settings")
django.setup()

from django.test import override_settings  # noqa: E402  (settings come first)

from accounts.models import Centre  # noqa: E402
from bench import figures, growth, imports, lists  # noqa: E402
from bench.filling import FEW, MANY, use_filled_database  # noqa: E402
from bench.readers import readers  # noqa: E402
from bench.tables import LARGEST_CENTRE  # noqa: E402


def main() -> None:
    use_filled_database(FEW)
    print(imports.HEADER)
    for line in imports.lines(Centre.objects.get(pk=LARGEST_CENTRE)):
        print(line, flush=True)
    print()
    small = {reader.whose: lists.at_ten_thousand(reader) for reader in readers()}
    use_filled_database(MANY)
    print(lists.HEADER)
    for reader in readers():
        for line in lists.lines(reader, small[reader.whose]):
            print(line, flush=True)
    print(f"\n{figures.HEADER}")
    for reader in readers():
        for line in figures.lines(reader):
            print(line, flush=True)
    print(f"\n{growth.HEADER}")
    for line in growth.lines():
        print(line, flush=True)


if __name__ == "__main__":
    # The assets are not asked for; nobody need look them up.
    with override_settings(WHITENOISE_AUTOREFRESH=True):
        main()
