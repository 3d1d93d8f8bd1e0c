"""A part of a figure: the records that filters of its drill-down leave.

`narrowed` maps the name of a split to its codes: {"zone": ["pangyo-1", "pangyo-2"]}.
"""

from django.db import models
from django.db.models import Q

from figures.registry import Figure
from records.fields import CodesField, CountryField, TextsField
from records.words import Words

Narrowed = dict[str, list[str]]


def parts_of(figure: Figure) -> dict[str, models.Field]:
    """The splits by whose codes the figure can be narrowed."""
    fields = {name: figure.record_type.field(name) for name in figure.splits}
    return {
        name: field
        for name, field in fields.items()
        if isinstance(field, CodesField | CountryField) or field.choices
    }


def condition(figure: Figure, narrowed: Narrowed) -> Q | None:
    """What the drill-down's filters ask; None for the whole figure."""
    asked = Q()
    for name, codes in narrowed.items():
        column = figure.record_type.field(name)
        lookup = "overlap" if isinstance(column, TextsField) else "in"
        asked &= Q(**{f"{name}__{lookup}": codes})
    return asked or None


def words_for(figure: Figure, narrowed: Narrowed) -> str:
    """제1판교, 제2판교 · IT"""
    return " · ".join(
        ", ".join(labels(column, narrowed[name]))
        for name, column in parts_of(figure).items()
        if name in narrowed
    )


def labels(column: models.Field, codes: list[str]) -> list[str]:
    known = dict(Words(column).choices())
    return [str(known.get(code, code)) for code in codes]
