"""Outliers: a value far above what is usual, most often a unit or a digit too many.

The rule is robust: the median does not move with the very values it is to find.
"""

from django.db.models import Aggregate, F, FloatField, Q, QuerySet, Subquery, Value

from accounts.models import Centre

TIMES = 20


class Median(Aggregate):
    """The middle value, between the two of them where they are even."""

    function = "percentile_cont"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = FloatField()


def far_above_median(records: QuerySet, column: str, centre: Centre | None) -> QuerySet:
    """Those of the records above TIMES times the median of the same centre's."""
    outliers = Q(pk__in=())
    for one in [centre] if centre else Centre.objects.all():
        own = records.filter(centre=one).order_by()
        usual = own.annotate(whole=Value(1)).values("whole")
        median = usual.annotate(median=Median(F(column))).values("median")
        outliers |= Q(centre=one, **{f"{column}__gt": Subquery(median) * TIMES})
    return records.filter(outliers)
