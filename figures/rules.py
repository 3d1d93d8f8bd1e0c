"""The rules that the database keeps for the figures, compiled from their declarations:
what holds a sealed figure, and what tells that a kept answer was touched.

Written after every `migrate`, where those that are there were compiled from others.
"""

from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256

from django.db import connection, transaction

from figures import holding, kept_rules, registry
from figures.registry import Figure

FOUND = """
SELECT obj_description(to_regproc('figures_hold'), 'pg_proc'),
  (SELECT count(*) FROM pg_trigger WHERE tgname ~ '^figures_(hold|touch)_')
"""
DROP = """
DO $$ DECLARE rule regprocedure; BEGIN
  FOR rule IN SELECT oid FROM pg_proc WHERE proname ~ '^figures_(hold|touch|counted)'
  LOOP EXECUTE format('DROP FUNCTION %s CASCADE', rule); END LOOP;
END $$
"""


def write(**kwargs) -> None:
    """Receives `post_migrate`; safe to run again."""
    statements = compiled(tuple(registry.all_figures()))
    digest = sha256("\n".join(statements).encode()).hexdigest()
    triggers = sum(text.count("CREATE OR REPLACE TRIGGER") for text in statements)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(FOUND)
        if cursor.fetchone() == (digest, triggers):
            return
        cursor.execute(DROP)
        for statement in statements:
            cursor.execute(statement)
        cursor.execute(f"COMMENT ON FUNCTION figures_hold IS '{digest}'")
        kept_rules.forget_what_others_counted()


@lru_cache(maxsize=2)
def compiled(figures: Iterable[Figure]) -> tuple[str, ...]:
    """Kept for these figures: tests that empty the database migrate time and again."""
    return (*holding.statements(), *kept_rules.statements())
