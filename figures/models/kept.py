"""Kept answers: totals as they were counted once, and what has touched them since.

An answer carries the snapshot it was counted in, a touch the transaction that made it.
An answer stands while its snapshot has seen every touch; it is never written over by
what changes records, so that no change waits for another one's totals.
"""

from django.db import models
from django.db.models import F, Q

from figures.models.amounts import DIGITS, figure_column

ALL = 0  # stands for all centres together, and for whatever centre


class TransactionField(models.Field):
    """PostgreSQL's number of a transaction, which never comes round again."""

    def db_type(self, connection) -> str:
        return "xid8"


class SnapshotField(models.Field):
    """Which transactions had ended at a moment, as PostgreSQL writes it."""

    def db_type(self, connection) -> str:
        return "pg_snapshot"


class KeptAnswer(models.Model):
    """What a figure said for a period and a centre (0: all together).

    `definition` is the digest of what was counted. `server` is the database cluster
    that the snapshot is one of: in another, where a dump was restored, it says nothing.
    """

    figure = figure_column()
    definition = models.CharField(max_length=32)
    centre_pk = models.BigIntegerField()
    starts_on = models.DateField()
    ends_on = models.DateField()
    total = models.DecimalField(**DIGITS)
    snapshot = SnapshotField()
    server = models.BigIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("figure", "centre_pk", "starts_on", "ends_on"),
                name="figures_answer_is_kept_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.figure} {self.starts_on} ~ {self.ends_on}: {self.total}"


class Touch(models.Model):
    """A transaction changed what a figure counts somewhere in these days, of a centre
    (0: of any).

    `seen`, where the days were looked up in another table than the one changed: the
    snapshot that saw that table.
    """

    figure = figure_column()
    centre_pk = models.BigIntegerField()
    starts_on = models.DateField()
    ends_on = models.DateField()
    transaction = TransactionField()
    seen = SnapshotField(null=True)

    class Meta:
        indexes = (
            models.Index(
                fields=("figure", "transaction"),
                condition=Q(seen__isnull=False),
                name="figures_touch_looked_up",
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("figure", "starts_on", "ends_on", "centre_pk", "transaction"),
                name="figures_touch_is_told_once",
            ),
            models.CheckConstraint(
                condition=Q(starts_on__lte=F("ends_on")),
                name="figures_touch_ends_after_it_starts",
            ),
        )

    def __str__(self) -> str:
        return f"{self.figure} {self.starts_on} ~ {self.ends_on}"
