"""Finding records that may be one outcome: pairs that agree on a declared ground.

One statement a record type joins its records to themselves by what they agree in.
Decisions stay as they are; an undecided pair that is no longer alike is dropped.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection, models
from django.db.models import F
from django.db.models.functions import Cast

from figures import claims
from figures.claims import Claimed, Ground
from figures.registry import ALWAYS
from records.fields import TextsField

# What more records than this agree in tells no two of them apart from the others.
MOST_ALIKE = 20

PAIRS = """
SELECT one.pk AS one_pk, other.pk AS other_pk,
  one.centre AS one_centre, other.centre AS other_centre,
  {score} AS score, %s AS ground
FROM {keyed} AS one JOIN {keyed} AS other ON {agree} AND one.pk < other.pk
WHERE one.sharing <= {most} AND {conditions}
"""
KEYED = """
{name} AS MATERIALIZED (
  SELECT *, count(*) OVER (PARTITION BY {keys}) AS sharing
  FROM ({records}) AS kept ({columns}) WHERE {given}
)
"""
FIND = """
WITH {keyed},
found AS MATERIALIZED (
  SELECT one_pk, other_pk, min(one_centre) AS one_centre,
    min(other_centre) AS other_centre, max(score) AS score,
    jsonb_agg(ground ORDER BY score DESC, ground) AS grounds
  FROM ({pairs}) AS pairs GROUP BY one_pk, other_pk
),
dropped AS (
  DELETE FROM figures_claim AS claim
  WHERE record_type = %s AND state = 'open' AND proposed_by_id IS NULL
    AND NOT EXISTS (SELECT FROM found
      WHERE found.one_pk = claim.one_pk AND found.other_pk = claim.other_pk)
  RETURNING 1
),
kept AS (
  INSERT INTO figures_claim AS claim (record_type, one_pk, other_pk, one_centre_id,
    other_centre_id, score, grounds, state, proposed_state, notes, found_at)
  SELECT %s, one_pk, other_pk, one_centre, other_centre, score, grounds,
    'open', '', '', now() FROM found
  ON CONFLICT (record_type, one_pk, other_pk) DO UPDATE
  SET one_centre_id = excluded.one_centre_id,
    other_centre_id = excluded.other_centre_id,
    score = excluded.score, grounds = excluded.grounds
  WHERE claim.state = 'open' AND
    (claim.one_centre_id, claim.other_centre_id, claim.score, claim.grounds)
    IS DISTINCT FROM (excluded.one_centre_id, excluded.other_centre_id,
      excluded.score, excluded.grounds)
  RETURNING (claim.xmax = 0) AS is_new
)
SELECT (SELECT count(*) FROM kept WHERE is_new), (SELECT count(*) FROM dropped)
"""


@dataclass(frozen=True)
class Found:
    """How many pairs are new, and how many undecided ones are alike no more."""

    added: int
    dropped: int

    def __add__(self, other: "Found") -> "Found":
        return Found(self.added + other.added, self.dropped + other.dropped)


def find() -> Found:
    """Look through the records of every declared type."""
    return sum(map(find_among, claims.all_claimed()), Found(0, 0))


def find_among(claimed: Claimed) -> Found:
    keyed, keyed_params, pairs, pairs_params = [], [], [], []
    for number, ground in enumerate(claimed.grounds):
        sql, params = keyed_records(claimed, ground, name=f"keyed_{number}")
        keyed.append(sql)
        keyed_params += params
        pairs.append(pairs_sql(claimed, ground, keyed=f"keyed_{number}"))
        pairs_params.append(ground.slug)
    statement = FIND.format(keyed=", ".join(keyed), pairs=" UNION ".join(pairs))
    slug = claimed.record_type
    with connection.cursor() as cursor:
        cursor.execute(statement, [*keyed_params, *pairs_params, slug, slug])
        return Found(*cursor.fetchone())


def keyed_records(claimed: Claimed, ground: Ground, *, name: str) -> tuple[str, tuple]:
    """A common table expression: each record with what it agrees with others in, and
    how many agree with it."""
    records = claimed.records(ALWAYS).order_by()
    keys = {f"key_{n}": as_text(one) for n, one in enumerate(ground.same)}
    others = {f"unless_{n}": expression(one) for n, one in enumerate(ground.unless)}
    columns = ("pk", "centre", "day", *keys, *others)
    query = records.annotate(day=F(claimed.day), **keys, **others)
    sql, params = query.values_list(*columns).query.sql_with_params()
    sql = KEYED.format(
        name=name,
        keys=", ".join(partition(ground, keys)),
        records=sql,
        columns=", ".join(columns),
        given=" AND ".join(f"{key} <> ''" for key in keys),
    )
    return sql, params


def partition(ground: Ground, keys) -> Iterator[str]:
    yield from keys
    if ground.days == 0:
        yield "day"


def pairs_sql(claimed: Claimed, ground: Ground, *, keyed: str) -> str:
    agreed = partition(ground, [f"key_{n}" for n in range(len(ground.same))])
    return PAIRS.format(
        keyed=keyed,
        score=ground.score,
        agree=" AND ".join(f"one.{key} = other.{key}" for key in agreed),
        most=MOST_ALIKE,
        conditions=" AND ".join(conditions(claimed, ground)),
    )


def conditions(claimed: Claimed, ground: Ground) -> Iterator[str]:
    yield "one.centre <> other.centre" if ground.is_across else "true"
    if ground.days:
        yield f"abs(one.day - other.day) <= {ground.days}"
    model = claimed.records(ALWAYS).model
    for number, name in enumerate(ground.unless):
        one, other = f"one.unless_{number}", f"other.unless_{number}"
        if isinstance(name, str) and isinstance(
            model._meta.get_field(name), TextsField
        ):
            yield f"({one} = '{{}}' OR {other} = '{{}}' OR {one} && {other})"
        else:
            yield (
                f"(coalesce({one}::text, '') IN ('', {other}::text)"
                f" OR coalesce({other}::text, '') = '')"
            )


def expression(one: str | models.Expression) -> models.Expression | F:
    return F(one) if isinstance(one, str) else one


def as_text(one: str | models.Expression) -> models.Expression:
    return Cast(expression(one), models.TextField())
