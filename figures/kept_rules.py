"""The triggers that write down which days of which figures a statement touches.

They only ever add rows, and never wait for anybody. Written by `figures.rules`, since
figures are declared in code.
"""

from collections import defaultdict
from collections.abc import Iterator

from django.apps import apps
from django.db.models import Model

from figures import claims, registry
from figures.compiling import Reading, link_between, literal, readings_of
from figures.holding import CHANGED, TRANSITIONS
from figures.kept_days import day_of, digest_of
from figures.models import Claim, KeptAnswer
from figures.registry import Figure

CLAIMS = Claim._meta.db_table
ALWAYS = "SELECT 0, '-infinity'::date, 'infinity'::date"
# One touch of a transaction is told once, with what it saw first.
TOUCH = """\
  WITH changed AS MATERIALIZED ({changed})
  INSERT INTO figures_touch
    (figure, centre_pk, starts_on, ends_on, transaction, seen)
  SELECT {figure}, touched.*, pg_current_xact_id(), {seen}
  FROM ({touched}) AS touched (centre_pk, starts_on, ends_on)
  ON CONFLICT DO NOTHING;"""
FUNCTION = """
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
{body}
  RETURN NULL;
END $body$;
CREATE OR REPLACE TRIGGER {name} AFTER {event} ON "{table}"
  {transitions} FOR EACH STATEMENT EXECUTE FUNCTION {name}();
"""


def is_kept(figure: Figure) -> bool:
    """A figure that has counted otherwise before is measured every time."""
    return not figure.former


def forget_what_others_counted() -> None:
    """What was kept of figures that counted something else."""
    declared = [digest_of(f) for f in registry.all_figures() if is_kept(f)]
    KeptAnswer.objects.exclude(definition__in=declared).delete()


def statements() -> Iterator[str]:
    by_table: dict[str, list[Reading]] = defaultdict(list)
    figures = [figure for figure in registry.all_figures() if is_kept(figure)]
    for figure in figures:
        for one in readings_of(figure):
            by_table[one.table].append(one)
    for table, readings in by_table.items():
        for event, changed in CHANGED.items():
            yield trigger(table, event, [touch_of(one, changed) for one in readings])
        emptied = [touch(one.figure, ALWAYS) for one in readings]
        yield trigger(table, "TRUNCATE", emptied)
    claimed = [figure for figure in figures if claims.has(figure.record_type.slug)]
    for event, changed in CHANGED.items():
        yield trigger(CLAIMS, event, [touch_of_claim(f, changed) for f in claimed])


def trigger(table: str, event: str, touches: list[str]) -> str:
    referencing = TRANSITIONS.get(event)
    return FUNCTION.format(
        name=f"figures_touch_{table}_{event.lower()}",
        table=table,
        event=event,
        body="\n".join(touches),
        transitions=f"REFERENCING {referencing}" if referencing else "",
    )


def touch_of(one: Reading, changed: str) -> str:
    """What a change to a table that a figure reads touches: the days of the rows, or of
    the rows that they are tied to; all days where a record leads a double claim."""
    figure = one.figure
    columns = set(one.wanted)
    touched = f"{ALWAYS} WHERE EXISTS (SELECT FROM changed)"
    if day := day_of(figure):
        dated, link = dated_rows(one, day.table)
        if dated:
            columns |= link
            centre = "dated.centre_id" if day.has_centre else "0"
            starts, ends = day.bounds
            touched = (
                f"SELECT DISTINCT {centre}, {starts}, {ends} FROM {dated}"
                f' WHERE dated."{day.column}" IS NOT NULL'
            )
    if claims.has(figure.record_type.slug):
        touched += (
            f" UNION {ALWAYS} WHERE EXISTS (SELECT FROM {CLAIMS}"
            f" WHERE state = 'same' AND record_type = {slug_of(figure)}"
            f" AND lead_pk IN ({one.pks}))"
        )
    return touch(figure, touched, changed, columns)


def touch_of_claim(figure: Figure, changed: str) -> str:
    touched = (
        f"{ALWAYS} WHERE EXISTS (SELECT FROM changed"
        f" WHERE state = 'same' AND record_type = {slug_of(figure)})"
    )
    columns = {"record_type", "state", "lead_pk", "follower_pk"}
    return touch(figure, touched, changed, columns)


def touch(figure: Figure, touched: str, changed: str = "SELECT", columns=()) -> str:
    wanted = ", ".join(f'"{name}"' for name in sorted(columns))
    is_alone = len(list(readings_of(figure))) == 1
    has_claims = claims.has(figure.record_type.slug)
    return TOUCH.format(
        figure=literal(figure.slug),
        changed=changed.format(wanted=wanted),
        touched=touched,
        seen="NULL" if is_alone and not has_claims else "pg_current_snapshot()",
    )


def dated_rows(one: Reading, table: str) -> tuple[str, set[str]]:
    """The rows `dated` whose days the changed rows of a table concern, and the column
    of theirs that this needs; "" where no foreign key ties the two."""
    if one.table == table:
        return "changed AS dated", set()
    changed, dated = model_of(one.table), model_of(table)
    if link := link_between(dated, changed):
        tied = f'dated."{link}" IN (SELECT id FROM changed)'
        return f'(SELECT * FROM "{table}" AS dated WHERE {tied}) AS dated', set()
    if link := link_between(changed, dated):
        tied = f'dated.id IN (SELECT "{link}" FROM changed)'
        return f'(SELECT * FROM "{table}" AS dated WHERE {tied}) AS dated', {link}
    return "", set()


def model_of(table: str) -> type[Model]:
    return next(m for m in apps.get_models() if m._meta.db_table == table)


def slug_of(figure: Figure) -> str:
    return literal(figure.record_type.slug)
