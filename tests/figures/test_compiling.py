"""A figure compiled for the database counts what its query set counts."""

from datetime import date

import pytest
from django.db import connection

from delegations.models import Visit
from figures import units
from figures.compiling import function_name, function_of
from figures.registry import Figure, FormerDefinition
from tests import makers

pytestmark = pytest.mark.django_db


def figure(*former: FormerDefinition) -> Figure:
    return Figure(
        slug="visits-of-late",
        label="방문",
        records=Visit.objects.done_in,
        unit=units.CASES,
        counts="",
        version=len(former) + 1,
        former=former,
    )


def counted(one: Figure, year: int, centre) -> int:
    with connection.cursor() as cursor:
        cursor.execute(function_of(one))
        cursor.execute(
            f"SELECT count(*) FROM {function_name(one)}(%s, %s)", (year, centre.pk)
        )
        return cursor.fetchone()[0]


STATE_ONLY = FormerDefinition(
    version=2, until=2018, counts="", records=Visit.objects.of_state_in
)
ALL = FormerDefinition(version=1, until=2016, counts="", records=Visit.objects.done_in)


@pytest.mark.parametrize(
    ("year", "number"), [(2016, 2), (2017, 1), (2018, 1), (2019, 2)]
)
def test_each_year_is_counted_by_the_definition_of_its_time(year, number):
    centre = makers.make_centre()
    for visit_class in ("state", "study"):
        makers.make_visit(starts_on=date(year, 5, 1), visit_class=visit_class)

    assert counted(figure(STATE_ONLY, ALL), year, centre) == number
