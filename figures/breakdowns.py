"""A figure divided: through time, by centre, country, region or a split of its own."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Centre
from figures.measuring import Question, totals, totals_by
from figures.periods import Period
from figures.registry import Figure
from records.countries import REGION_LABELS, country_name
from records.filters import NONE, NOT_GIVEN, in_region
from records.reading import Reader
from records.refusals import Refusal

THROUGH_TIME = {
    "year": (gettext_lazy("Year"), Period.years),
    "quarter": (gettext_lazy("Quarter"), Period.quarters),
    "month": (gettext_lazy("Month"), Period.months),
}
LONGEST = 400


@dataclass(frozen=True)
class Part:
    """One line: its key, its label, its total, and how the drill-down narrows to it."""

    key: str
    label: str
    total: Decimal
    period: Period
    narrowed: dict[str, str] = field(default_factory=dict)


def ways(figure: Figure) -> dict[str, str]:
    """What the figure can be divided by: parameter → label."""
    record_type = figure.record_type
    labels = {by: str(label) for by, (label, _cut) in THROUGH_TIME.items()}
    labels["centre"] = _("Centre")
    if record_type.country_filter:
        labels["country"] = _("Country")
        labels["region"] = _("Region")
    for split in figure.splits:
        labels[split] = str(capfirst(record_type.field(split).verbose_name))
    return labels


def breakdown(
    figure: Figure,
    by: str,
    period: Period,
    *,
    centres: Iterable[Centre],
    centre: Centre | None = None,
    as_known: datetime | None = None,
) -> list[Part]:
    """The figure divided by one of its ways; `centres` are those the reader may see.

    Raises Refusal for what the figure cannot be divided by.
    """
    known = ways(figure)
    if by not in known:
        raise Refusal(
            _("“%(by)s” does not divide this figure; %(known)s do.")
            % {"by": by, "known": ", ".join(known)}
        )
    if by in THROUGH_TIME:
        return through_time(figure, by, period, centre, as_known)
    if by == "centre":
        return by_centre(figure, period, [centre] if centre else centres, as_known)
    if by == "region":
        return by_region(figure, period, centre, as_known)
    return by_column(figure, by, period, centre, as_known)


def through_time(figure, by, period, centre, as_known) -> list[Part]:
    _label, cut = THROUGH_TIME[by]
    periods = cut(period)
    if len(periods) > LONGEST:
        raise Refusal(
            _("That is %(found)s parts; at most %(longest)s are shown at once.")
            % {"found": len(periods), "longest": LONGEST}
        )
    answers = totals([Question(figure, p, centre) for p in periods], as_known=as_known)
    return [
        Part(time_key(by, part), time_label(by, part), total, part)
        for part, total in zip(periods, answers, strict=True)
    ]


def time_key(by: str, period: Period) -> str:
    if by == "year":
        return str(period.year)
    if by == "quarter":
        return f"{period.year}-Q{(period.start.month + 2) // 3}"
    return f"{period.start:%Y-%m}"


def time_label(by: str, period: Period) -> str:
    if by != "quarter":
        return time_key(by, period)
    quarter = (period.start.month + 2) // 3
    return _("%(year)s Q%(quarter)s") % {"year": period.year, "quarter": quarter}


def by_centre(figure, period, centres, as_known) -> list[Part]:
    centres = list(centres)
    questions = [Question(figure, period, centre) for centre in centres]
    return [
        Part(centre.code, str(centre), total, period, {"centre": centre.code})
        for centre, total in zip(
            centres, totals(questions, as_known=as_known), strict=True
        )
    ]


def by_region(figure, period, centre, as_known) -> list[Part]:
    """A record with several countries of a region counts once in it."""
    name = figure.record_type.country_filter
    column = figure.record_type.field(name)
    questions = [
        Question(figure, period, centre, in_region(name, column, region))
        for region in REGION_LABELS
    ]
    answers = totals(questions, as_known=as_known)
    parts = [
        Part(region, str(label), total, period, {"region": region})
        for (region, label), total in zip(REGION_LABELS.items(), answers, strict=True)
        if total
    ]
    return sorted(parts, key=lambda part: -part.total)


def by_column(figure, by, period, centre, as_known) -> list[Part]:
    record_type = figure.record_type
    name = record_type.country_filter if by == "country" else by
    rows = totals_by(figure, name, period, centre=centre, as_known=as_known)
    labels = labels_of(record_type, name, [key for key, _total in rows])
    return [
        Part(
            key,
            labels.get(key) or str(NOT_GIVEN),
            total,
            period,
            {name: key or NONE},
        )
        for key, total in rows
    ]


def labels_of(record_type, name: str, keys: list[str]) -> dict[str, str]:
    column = record_type.field(name)
    if column.many_to_one or column.many_to_many:
        model = column.remote_field.model
        return {
            str(pk): str(one)
            for pk, one in model._base_manager.in_bulk([k for k in keys if k]).items()
        }
    if name == record_type.country_filter:
        return {key: country_name(key) for key in keys if key}
    reader = Reader(record_type)
    return {key: reader.label(column, key) for key in keys}
