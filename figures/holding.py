"""The rules by which the database itself holds sealed figures.

After every statement on a table that a figure reads, a trigger asks the compiled
figures (`figures.compiling`) what the changed records add to each closed year now, and
refuses where that is not what was sealed: for pages, admin, scripts and raw SQL alike.
While a restatement of that year is open the change is let through and written down.

Written by `figures.rules`, since figures are declared in code.
"""

import json
from collections import defaultdict
from collections.abc import Iterator

from django.db import IntegrityError
from django.utils.translation import gettext as _

from figures import registry
from figures.compiling import Reading, function_name, function_of, readings_of
from figures.models import Seal

# The refusal is told from other broken rules by the name of its constraint.
CONSTRAINT = "figures_sealed_figure_holds"

HOLD = f"""
CREATE OR REPLACE FUNCTION figures_hold(
  asked_figure text, counted_by text, pks bigint[], centres bigint[]
) RETURNS void LANGUAGE plpgsql AS $body$
DECLARE
  closed record;
  moved record;
BEGIN
  FOR closed IN
    SELECT c.id, c.centre_id, c.year, centre.code AS centre, s.id AS seal_id,
      trim_scale(s.total) AS total, r.id AS restatement_id
    FROM figures_yearclose c
    JOIN accounts_centre centre ON centre.id = c.centre_id
    JOIN figures_seal s
      ON s.close_id = c.id AND s.revision = c.revision AND s.figure = asked_figure
    LEFT JOIN figures_restatement r ON r.close_id = c.id AND r.state = 'open'
    WHERE c.state = 'closed' AND (centres IS NULL OR c.centre_id = ANY (centres))
  LOOP
    DELETE FROM figures_restatedrecord
    WHERE restatement_id = closed.restatement_id AND figure = asked_figure
      AND record_pk = ANY (pks);
    FOR moved IN EXECUTE format(
      'SELECT coalesce(live.pk, sealed.record_pk) AS record_pk,'
      ' sealed.record_pk IS NOT NULL AS was_counted,'
      ' live.pk IS NOT NULL AS is_counted,'
      ' sealed.measured AS before, live.measured AS after'
      ' FROM (SELECT pk, measured FROM %I($1, $2) WHERE pk = ANY ($3)) AS live'
      ' FULL JOIN (SELECT record_pk, measured FROM figures_sealedrecord'
      '   WHERE seal_id = $4 AND record_pk = ANY ($3)) AS sealed'
      ' ON sealed.record_pk = live.pk'
      ' WHERE live.pk IS NULL OR sealed.record_pk IS NULL'
      ' OR live.measured IS DISTINCT FROM sealed.measured', counted_by)
      USING closed.year::integer, closed.centre_id, pks, closed.seal_id
    LOOP
      IF closed.restatement_id IS NULL THEN
        RAISE EXCEPTION 'The figure % of % for % is closed and sealed at %; this '
          'change would move it and is refused.', asked_figure, closed.centre,
          closed.year, closed.total
          USING ERRCODE = 'check_violation', CONSTRAINT = '{CONSTRAINT}',
          HINT = 'Open a restatement of the year first. '
            '마감되어 봉인된 수치입니다. 먼저 그 연도의 정정을 여십시오.',
          DETAIL = json_build_object('seal', closed.seal_id,
            'record', moved.record_pk, 'was_counted', moved.was_counted,
            'is_counted', moved.is_counted, 'before', moved.before,
            'after', moved.after)::text;
      END IF;
      INSERT INTO figures_restatedrecord (restatement_id, figure, record_pk,
        was_counted, is_counted, before, after, moved_at)
      VALUES (closed.restatement_id, asked_figure, moved.record_pk,
        moved.was_counted, moved.is_counted, moved.before, moved.after, now());
    END LOOP;
  END LOOP;
END $body$;
"""


def statements() -> Iterator[str]:
    """The functions and triggers for the figures as they are declared now."""
    by_table: dict[str, list[Reading]] = defaultdict(list)
    yield HOLD
    for figure in registry.all_figures():
        yield function_of(figure)
        for one in readings_of(figure):
            by_table[one.table].append(one)
    for table, readings in by_table.items():
        yield emptying_of(table)
        for event in CHANGED:
            yield trigger_of(table, event, readings)


# The rows of which some column that is read is not as before, old and new.
CHANGED = {
    "INSERT": "SELECT {wanted} FROM new_rows",
    "DELETE": "SELECT {wanted} FROM old_rows",
    "UPDATE": (
        "(SELECT {wanted} FROM new_rows EXCEPT SELECT {wanted} FROM old_rows) UNION "
        "(SELECT {wanted} FROM old_rows EXCEPT SELECT {wanted} FROM new_rows)"
    ),
}
TRANSITIONS = {
    "INSERT": "NEW TABLE AS new_rows",
    "DELETE": "OLD TABLE AS old_rows",
    "UPDATE": "OLD TABLE AS old_rows NEW TABLE AS new_rows",
}


def trigger_of(table: str, event: str, readings: list[Reading]) -> str:
    """The trigger of a table for one kind of statement, and its function."""
    name = f"figures_hold_{table}_{event.lower()}"
    checks = "\n".join(check_of(one, CHANGED[event]) for one in readings)
    return f"""
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  IF EXISTS (SELECT FROM figures_yearclose WHERE state = 'closed') THEN
{checks}
  END IF;
  RETURN NULL;
END $body$;
CREATE OR REPLACE TRIGGER {name} AFTER {event} ON "{table}"
  REFERENCING {TRANSITIONS[event]} FOR EACH STATEMENT EXECUTE FUNCTION {name}();
"""


def emptying_of(table: str) -> str:
    """TRUNCATE shows a trigger no rows: a table stays while a closed year does."""
    name = f"figures_hold_{table}_truncate"
    return f"""
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  IF EXISTS (SELECT FROM figures_yearclose WHERE state = 'closed') THEN
    RAISE EXCEPTION 'A closed year counts records of this table: they stay.'
      USING ERRCODE = 'check_violation', CONSTRAINT = '{CONSTRAINT}';
  END IF;
  RETURN NULL;
END $body$;
CREATE OR REPLACE TRIGGER {name} AFTER TRUNCATE ON "{table}"
  FOR EACH STATEMENT EXECUTE FUNCTION {name}();
"""


def check_of(one: Reading, changed: str) -> str:
    rows = changed.format(wanted=", ".join(f'"{name}"' for name in one.wanted))
    return f"""\
    PERFORM figures_hold('{one.figure.slug}', '{function_name(one.figure)}',
      held.pks, held.centres)
    FROM (WITH changed AS MATERIALIZED ({rows})
      SELECT ARRAY({one.pks}) AS pks, {one.centres}::bigint[] AS centres) AS held
    WHERE held.pks <> '{{}}';"""


def refusal(error: IntegrityError) -> str:
    """What the database refused, for a clerk."""
    detail = error.__cause__.diag.message_detail
    if not detail:
        return _("A closed year counts these records: they stay.")
    told = json.loads(detail)
    seal = Seal.objects.select_related("close__centre").get(pk=told["seal"])
    figure = registry.get(seal.figure)
    return _(
        "“%(figure)s” of %(centre)s for %(year)s is closed and sealed at %(total)s "
        "%(unit)s; this change would move it and is not saved. Open a restatement of "
        "the year first."
    ) % {
        "figure": figure.label,
        "centre": seal.close.centre,
        "year": seal.close.year,
        "total": figure.unit.text(seal.total),
        "unit": figure.unit.label,
    }
