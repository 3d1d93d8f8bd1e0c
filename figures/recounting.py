"""What is kept beside what a count says now; and sweeping up what has fallen."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.db import OperationalError, connection, transaction

from accounts.models import Centre
from figures import registry
from figures.kept import STANDS, key_of, look_up
from figures.measuring import measured
from figures.models import KeptAnswer, Touch
from figures.periods import Period
from figures.questions import Question

FALLEN = f"DELETE FROM figures_keptanswer AS kept WHERE NOT ({STANDS})"
# Whoever counts, keeps or touches holds the table until that is done.
ALONE = "LOCK TABLE figures_touch IN ACCESS EXCLUSIVE MODE NOWAIT"
MANY = 500  # touches from which sweeping is worth it
AT_ONCE = 400


@dataclass(frozen=True)
class Difference:
    """An answer that is taken to stand, and is not what a count says."""

    question: Question
    kept: Decimal
    counted: Decimal

    def __str__(self) -> str:
        one = self.question
        centre = one.centre.code if one.centre else "-"
        return (
            f"{one.figure.slug} {centre} {one.period.start} ~ {one.period.end}: "
            f"{self.kept} kept, {self.counted} counted"
        )


def differences() -> Iterator[Difference]:
    """Where a kept answer that stands before and after the count differs from it."""
    questions = list(kept_questions())
    for start in range(0, len(questions), AT_ONCE):
        before = look_up(questions[start : start + AT_ONCE])
        standing = [question for question, answer in before.items() if answer.stands]
        counted = dict(zip(standing, measured(standing), strict=True))
        for question, after in look_up(standing).items():
            kept = before[question]
            if after == kept and kept.total != counted[question]:
                yield Difference(question, kept.total, counted[question])


def kept_questions() -> Iterator[Question]:
    """The questions that an answer of is kept, of figures that there are."""
    figures = {figure.slug: figure for figure in registry.all_figures()}
    centres = Centre.objects.in_bulk()
    for kept in KeptAnswer.objects.filter(figure__in=figures).order_by("pk"):
        period = Period(kept.starts_on, kept.ends_on)
        yield Question(figures[kept.figure], period, centres.get(kept.centre_pk))


def forget(question: Question) -> None:
    """The answer is counted anew when it is asked for."""
    figure, _definition, centre_pk, starts_on, ends_on = key_of(question)
    KeptAnswer.objects.filter(
        figure=figure, centre_pk=centre_pk, starts_on=starts_on, ends_on=ends_on
    ).delete()


def sweep() -> bool:
    """Delete the answers that have fallen, then all touches, once nobody is between
    counting and keeping. False: somebody is; nothing was done."""
    with transaction.atomic(), connection.cursor() as cursor:
        try:
            with transaction.atomic():
                cursor.execute(ALONE)
        except OperationalError:
            return False
        cursor.execute(FALLEN)
        Touch.objects.all().delete()
    return True


def sweep_if_worth_it() -> None:
    if Touch.objects.all()[MANY : MANY + 1].exists():
        sweep()
