"""The chart of one figure: columns, columns of centres upon another, or a line."""

from collections.abc import Sequence
from dataclasses import dataclass

from accounts.models import Centre
from figures.breakdowns import THROUGH_TIME, Part
from figures.cells import cell_of
from figures.charts import Bar, Columns, Group, Line, Stacks, single
from figures.measuring import Question, totals
from figures.registry import Figure
from figures.scopes import Scope

MOST_COLUMNS = 24
MOST_CENTRES = 6
SIZE = {"width": 960, "height": 220}


@dataclass(frozen=True)
class Divided:
    """Each part among the centres; `parts` has a list of bars for every part."""

    centres: list[Centre]
    parts: list[list[Bar]]


def centres_of(
    figure: Figure, scope: Scope, by: str, parts: Sequence[Part], centres: list[Centre]
) -> Divided | None:
    """The years of all centres, divided among them: one statement. None where that
    shows nothing, would not fit, or the centres say more together than counts once."""
    if by != "year" or scope.centre or not 1 < len(centres) <= MOST_CENTRES:
        return None
    asked = [(part, centre) for part in parts for centre in centres]
    questions = [Question(figure, part.period, centre) for part, centre in asked]
    answers = iter(totals(questions, as_known=scope.as_known))
    found = [[(centre, next(answers)) for centre in centres] for _part in parts]
    for part, answered in zip(parts, found, strict=True):
        if sum(total for _centre, total in answered) != part.total:
            return None
    return Divided(
        centres,
        [
            [
                centre_bar(figure, Scope(part.period, centre, scope.as_known), total)
                for centre, total in answered
            ]
            for part, answered in zip(parts, found, strict=True)
        ],
    )


def centre_bar(figure: Figure, scope: Scope, total) -> Bar:
    label = f"{scope.centre}, {scope.period.year}"
    return Bar.of(label, total, cell_of(figure, scope, total))


def time_chart(
    figure: Figure, by: str, lines: Sequence, divided: Divided | None
) -> Columns | Line | None:
    """Of something through time: columns while there is room, then a line."""
    if by not in THROUGH_TIME or not any(line.bar.value for line in lines):
        return None
    title, about = str(figure.label), str(THROUGH_TIME[by][0])
    if len(lines) > MOST_COLUMNS:
        return Line(title, about, [line.bar for line in lines])
    if divided is None:
        groups = [single(line.bar, line.target) for line in lines]
        return Columns(title, about, groups, **SIZE)
    groups = [
        Group(line.label, bars, line.bar.text, line.target)
        for line, bars in zip(lines, divided.parts, strict=True)
    ]
    return Stacks(title, about, groups, **SIZE)
