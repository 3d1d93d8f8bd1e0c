"""The figures of one subject: each number opens to exactly the records it counts."""

from datetime import date

import pytest

from figures.subjects import figures_of, narrowed_to, years_since
from records.links import ways_to
from records.timelines import Timeline
from support.models import Partner, Startup
from tests import makers
from tests.figures.examples import FIGURES, adds, make_counted
from tests.records.samples import client_of

pytestmark = pytest.mark.django_db

DAY = date(2018, 3, 5)
OF_STARTUP = [figure for figure in FIGURES if figure.record_type in ways_to(Startup)]
OF_PARTNER = [figure for figure in FIGURES if figure.record_type in ways_to(Partner)]
CASES = [
    *(pytest.param(Startup, f, id=f"startups-{f.slug}") for f in OF_STARTUP),
    *(pytest.param(Partner, f, id=f"partners-{f.slug}") for f in OF_PARTNER),
]
each_figure = pytest.mark.parametrize(("model", "figure"), CASES)


def counted_of(model, figure, day=DAY, amount=3, **fields):
    """A record that the figure counts, and the subject that it belongs to."""
    record = make_counted(figure, day, amount=amount, **fields)
    link, *further = ways_to(model)[figure.record_type].split("__")
    subject = getattr(record, link)
    if further:
        return record, getattr(subject, further[0])
    if figure.record_type.field(link).many_to_many:
        other = make_subject(model, fields.get("centre"))
        subject.add(other)
        return record, other
    if subject is None:
        subject = make_subject(model, fields.get("centre"))
        setattr(record, link, subject)
        record.save()
    return record, subject


def make_subject(model, centre=None):
    make = makers.make_startup if model is Startup else makers.make_partner
    return make(centre=centre)


def table_of(subject, user):
    return figures_of(subject, user, Timeline(subject, user))


def cell_of(table, figure, year):
    for line in table.lines:
        if line.figure is figure and year in table.years:
            return line.cells[table.years.index(year)]
    return None


@each_figure
def test_a_figure_shows_what_it_counts_of_the_subject(model, figure):
    _record, subject = counted_of(model, figure)
    counted_of(model, figure)

    cell = cell_of(table_of(subject, makers.make_user()), figure, 2018)

    assert cell.exact == figure.unit.exact(adds(figure, 3))


@each_figure
def test_the_number_opens_to_its_records_and_their_total(model, figure):
    record, subject = counted_of(model, figure)
    counted_of(model, figure)
    user = makers.make_user()
    cell = cell_of(table_of(subject, user), figure, 2018)

    opened = client_of(user).get(cell.url)

    assert [row.record for row in opened.context["table"].rows] == [record]
    assert opened.context["total_exact"] == cell.exact


@each_figure
def test_another_centres_records_are_not_counted(model, figure):
    _record, subject = counted_of(model, figure, centre=makers.make_centre("gccei"))

    assert cell_of(table_of(subject, makers.make_user()), figure, 2018) is None


@each_figure
def test_national_staff_are_shown_every_centres(model, figure):
    _record, subject = counted_of(model, figure, centre=makers.make_centre("gccei"))
    national = makers.make_user("manager", all_centres=True)

    cell = cell_of(table_of(subject, national), figure, 2018)

    assert cell.exact == figure.unit.exact(adds(figure, 3))
    opened = client_of(national).get(cell.url)
    assert opened.context["total_exact"] == cell.exact


@pytest.mark.parametrize("model", [Startup, Partner])
def test_every_figure_with_a_way_to_the_subject_can_be_narrowed_to_it(model):
    with_a_way = [f for f in FIGURES if f.record_type in ways_to(model)]

    assert [figure for figure, _way in narrowed_to(model)] == with_a_way


def test_who_has_no_centre_is_shown_nothing():
    case = makers.make_case()
    user = makers.make_user("viewer")
    user.centre = None

    assert table_of(case.startup, user).lines == []


def test_years_and_figures_that_count_nothing_are_left_out():
    startup = makers.make_startup()
    makers.make_case(startup=startup, opened_on=date(2016, 1, 1))
    makers.make_case(startup=startup, opened_on=date(2018, 1, 1))

    table = table_of(startup, makers.make_user())

    assert table.years == [2018, 2016]
    assert [line.figure.slug for line in table.lines] == ["consulting-cases"]


def test_a_stock_stands_in_the_years_after_as_well():
    partner = makers.make_partner()
    makers.make_agency(partner=partner, opened_on=date(2016, 3, 1))

    table = table_of(partner, makers.make_user())

    assert {2016, 2017, 2018} <= set(table.years)


def test_one_odd_year_does_not_hide_the_others():
    assert 2018 in years_since([2150, 2018, 1800])


def test_the_table_is_one_statement_beside_the_timelines_own(statements):
    startup = makers.make_case().startup
    makers.make_filing(startup=startup)
    user = makers.make_user()
    timeline = Timeline(startup, user)
    assert timeline.counts

    assert statements(lambda: figures_of(startup, user, timeline)) == 1


def test_a_subject_without_records_has_no_table():
    assert table_of(makers.make_startup(), makers.make_user()).lines == []


def test_a_subject_whose_records_have_no_day_yet_has_no_table():
    partner = makers.make_partner()
    makers.make_mou(partner=partner, status="talks", signed_on=None)

    assert table_of(partner, makers.make_user()).lines == []
