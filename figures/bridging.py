"""Both numbers of the year in which a figure's definition changed."""

from dataclasses import dataclass
from decimal import Decimal

from accounts.models import Centre
from figures.measuring import Question, totals
from figures.periods import Period
from figures.registry import Figure


@dataclass(frozen=True)
class Bridge:
    """A year by the former definition and by the one in force in it. The records of
    each stand under its version."""

    figure: Figure
    year: int
    former_version: int
    former: Decimal
    version: int
    now: Decimal

    @property
    def former_text(self) -> str:
        return self.figure.unit.text(self.former)

    @property
    def now_text(self) -> str:
        return self.figure.unit.text(self.now)


def bridges_of(figure: Figure, centre: Centre | None) -> list[Bridge]:
    """The last one first; one statement, none for a figure that never changed."""
    periods = [Period.of_year(former.until + 1) for former in figure.former]
    questions = [
        Question(one, period, centre)
        for period in periods
        for one in (figure.before(period), figure)
    ]
    answers = iter(totals(questions))
    return [
        Bridge(
            figure=figure,
            year=period.year,
            former_version=former.version,
            former=next(answers),
            version=figure.definition_of(period).version,
            now=next(answers),
        )
        for period, former in zip(periods, figure.former, strict=True)
    ]
