"""As known: any past moment's view of the numbers can be asked for again."""

from datetime import date

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import Centre
from figures.breakdowns import breakdown
from figures.measuring import Question, totals
from figures.periods import Period
from figures.registry import get
from tests import makers
from tests.figures.examples import FIGURES, make_counted

# A change is known from the moment of its transaction, so every step needs its own.
pytestmark = pytest.mark.django_db(transaction=True)

YEARS = (Period.of_year(2017), Period.of_year(2018))

DIVIDED = (
    ("consulting-cases", "officers"),
    ("consulting-cases", "fields"),
    ("consulting-sessions", "case__fields"),
    ("overseas-contracts", "country"),
    ("startups-supported", "sector"),
    ("visits", "region"),
    ("investment-linked", "centre"),
)


def answers(as_known=None):
    """All that the figures say, whole and divided."""
    centres = list(Centre.objects.all())
    questions = [
        Question(figure, period, centre)
        for figure in FIGURES
        for period in YEARS
        for centre in (None, centres[0])
    ]
    parts = [
        (slug, part.key, part.total)
        for slug, by in DIVIDED
        for part in breakdown(
            get(slug), by, YEARS[1], centres=centres, as_known=as_known
        )
    ]
    return totals(questions, as_known=as_known), parts


def make_with_figure(figure, day, amount, code):
    return make_counted(figure, day, amount=amount, centre=makers.make_centre(code))


def move_to_the_year_before(record):
    for name in ("opened_on", "held_on", "filed_on", "signed_on", "paid_on"):
        if getattr(record, name, None):
            setattr(record, name, getattr(record, name).replace(year=2017, day=1))
            record.save()


def name_officers(record):
    if hasattr(record, "officers"):
        record.officers.set([makers.make_user(), makers.make_user()])


def take_officers_away(record):
    if hasattr(record, "officers"):
        record.officers.clear()


def give_to_another_centre(record):
    record.centre = makers.make_centre("gbsa")
    record.save()


def erase(record):
    """What only disposal does: the row is gone, its history is not."""
    type(record).with_deleted.filter(pk=record.pk).delete()


CHANGES = (
    move_to_the_year_before,
    name_officers,
    take_officers_away,
    give_to_another_centre,
    lambda record: record.remove(reason="시험"),
    lambda record: record.restore(),
)

steps = st.lists(
    st.one_of(
        st.tuples(
            st.just("make"),
            st.sampled_from(FIGURES),
            st.dates(date(2017, 6, 1), date(2018, 12, 31)),
            st.integers(1, 5),
            st.sampled_from(["b2g", "gccei"]),
        ),
        st.tuples(st.just("change"), st.sampled_from(CHANGES), st.integers(0, 9)),
    ),
    min_size=4,
    max_size=8,
)


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps)
def test_every_past_moment_says_what_was_said_then(steps):
    made, recordings = [], []
    for centre in ("b2g", "gccei", "gbsa"):
        makers.make_centre(centre)
    for kind, *step in steps:
        if kind == "make":
            made.append(make_with_figure(*step))
        elif made:
            change, which = step
            change(made[which % len(made)])
        recordings.append((timezone.now(), answers()))

    for moment, recorded in recordings:
        assert answers(as_known=moment) == recorded


def test_before_anything_was_entered_nothing_was_known():
    before = timezone.now()
    for figure in FIGURES:
        make_counted(figure)
    questions = [Question(figure, YEARS[1]) for figure in FIGURES]

    assert totals(questions, as_known=before) == [0] * len(FIGURES)


def test_what_was_erased_later_was_known_before():
    visit = makers.make_visit()
    before = timezone.now()
    erase(visit)
    question = Question(get("visits"), YEARS[1])

    assert totals([question], as_known=before) == [1]
    assert totals([question], as_known=timezone.now()) == [0]


def test_who_was_officer_then_is_known():
    case = makers.make_case()
    officer, successor = makers.make_user(), makers.make_user()
    case.officers.set([officer])
    before = timezone.now()
    case.officers.set([successor])

    parts = breakdown(
        get("consulting-cases"), "officers", YEARS[1], centres=(), as_known=before
    )

    assert [(part.key, part.total) for part in parts] == [(str(officer.pk), 1)]


def test_looking_back_leaves_the_present_alone():
    makers.make_visit()
    before = timezone.now()
    makers.make_visit()
    question = Question(get("visits"), YEARS[1])

    totals([question], as_known=before)

    assert totals([question]) == [2]
