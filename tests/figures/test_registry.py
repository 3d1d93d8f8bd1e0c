"""What holds for every figure: what it counts, and that its records say the same."""

from datetime import date

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from figures.measuring import Question, measured, total, totals
from figures.periods import Period
from tests.figures.examples import EXAMPLES, FIGURES, adds, make_counted, slug_of
from tests.makers import make_centre

pytestmark = pytest.mark.django_db

YEAR = Period.of_year(2018)
NEW_YEARS_EVE, NEW_YEAR = date(2018, 12, 31), date(2019, 1, 1)

each_figure = pytest.mark.parametrize("figure", FIGURES, ids=slug_of)
each_flow = pytest.mark.parametrize(
    "figure", [figure for figure in FIGURES if not figure.is_stock], ids=slug_of
)
each_stock = pytest.mark.parametrize(
    "figure", [figure for figure in FIGURES if figure.is_stock], ids=slug_of
)


def total_of(figure, period=YEAR, centre=None):
    return total(Question(figure, period, centre))


def measured_of(figure, period=YEAR, centre=None):
    """What the records of the drill-down add, one by one."""
    records = figure.with_measured(figure.counted(period, centre))
    return [record.measured for record in records]


def test_every_figure_has_an_example():
    assert EXAMPLES.keys() == {figure.slug for figure in FIGURES}


@each_figure
def test_without_records_the_total_is_zero(figure):
    assert total_of(figure) == 0


@each_figure
def test_the_total_adds_what_the_records_measure(figure):
    for amount in (2, 3, 5):
        make_counted(figure, amount=amount)

    assert total_of(figure) == sum(adds(figure, amount) for amount in (2, 3, 5))


@each_figure
def test_the_drill_down_adds_up_to_the_total(figure):
    for amount in (2, 3, 5):
        make_counted(figure, amount=amount)

    assert sum(measured_of(figure)) == total_of(figure)


@each_figure
def test_no_record_stands_twice_in_the_drill_down(figure):
    for amount in (2, 3):
        make_counted(figure, amount=amount)

    pks = list(figure.counted(YEAR).values_list("pk", flat=True))

    assert len(pks) == len(set(pks)) == 2


@each_flow
def test_new_years_eve_counts_in_the_old_year(figure):
    make_counted(figure, NEW_YEARS_EVE)

    assert total_of(figure, Period.of_year(2018)) == 1
    assert total_of(figure, Period.of_year(2019)) == 0


@each_flow
def test_new_year_counts_in_the_new_year(figure):
    make_counted(figure, NEW_YEAR)

    assert total_of(figure, Period.of_year(2018)) == 0
    assert total_of(figure, Period.of_year(2019)) == 1


@each_stock
def test_a_stock_answers_for_the_last_day(figure):
    make_counted(figure, NEW_YEARS_EVE)
    last_day = Period(NEW_YEARS_EVE, NEW_YEARS_EVE)

    assert total_of(figure, last_day) == total_of(figure, Period.of_year(2018)) == 1


@each_stock
def test_a_stock_knows_nothing_of_a_record_after_the_last_day(figure):
    make_counted(figure, NEW_YEAR)

    assert total_of(figure, Period.of_year(2018)) == 0


@each_figure
def test_a_deleted_record_leaves(figure):
    record = make_counted(figure, amount=2)
    make_counted(figure, amount=3)

    record.remove(reason="두 번 적음")

    assert total_of(figure) == adds(figure, 3)


@each_figure
def test_a_restored_record_comes_back(figure):
    record = make_counted(figure)

    record.remove(reason="실수")
    record.restore()

    assert total_of(figure) == 1


@each_figure
def test_a_centres_total_is_its_own(figure):
    ours, theirs = make_centre("b2g"), make_centre("gccei")
    make_counted(figure, amount=2, centre=ours)
    make_counted(figure, amount=3, centre=theirs)

    assert total_of(figure, centre=ours) == adds(figure, 2)


@each_figure
def test_the_total_over_all_has_every_centres_records(figure):
    make_counted(figure, amount=2, centre=make_centre("b2g"))
    make_counted(figure, amount=3, centre=make_centre("gccei"))

    assert total_of(figure) == adds(figure, 2) + adds(figure, 3)


def test_all_figures_of_many_periods_are_measured_in_one_statement(statements):
    questions = [
        Question(figure, Period.of_year(year), make_centre())
        for figure in FIGURES
        for year in (2017, 2018)
    ]

    assert statements(lambda: measured(questions)) == 1


def test_no_question_needs_no_statement(statements):
    assert statements(lambda: totals([])) == 0


days = st.dates(date(2017, 11, 1), date(2019, 2, 28))
entries = st.lists(
    st.tuples(
        days, st.integers(1, 9), st.sampled_from(["b2g", "gccei"]), st.booleans()
    ),
    max_size=6,
)


@each_figure
@settings(max_examples=6)
@given(entries=entries, ends=st.tuples(days, days).map(sorted))
def test_total_and_drill_down_always_agree(figure, entries, ends):
    period = Period(*ends)
    with transaction.atomic():
        for day, amount, code, is_removed in entries:
            record = make_counted(figure, day, amount=amount, centre=make_centre(code))
            if is_removed:
                record.remove(reason="시험")
        for centre in (make_centre("b2g"), make_centre("gccei"), None):
            assert total_of(figure, period, centre) == sum(
                measured_of(figure, period, centre)
            )
        transaction.set_rollback(True)


@each_flow
@settings(max_examples=6)
@given(entries=entries, ends=st.tuples(days, days).map(sorted))
def test_a_flow_is_always_what_fell_into_the_period(figure, entries, ends):
    period = Period(*ends)
    expected = 0
    with transaction.atomic():
        for day, amount, code, is_removed in entries:
            record = make_counted(figure, day, amount=amount, centre=make_centre(code))
            if is_removed:
                record.remove(reason="시험")
            elif period.start <= day <= period.end:
                expected += adds(figure, amount)
        assert total_of(figure, period) == expected
        transaction.set_rollback(True)
