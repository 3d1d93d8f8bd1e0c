"""The press's own numbers, in the register of the demonstration."""

from datetime import date

import pytest

from figures.models import Publication
from figures.publishing import published_amounts
from pangyo.demo.marks import INVENTED
from pangyo.demo.people import make_people
from pangyo.demo.published import OF_CENTRES, ZONE_1, enter_published
from pangyo.demo.world import World
from tests.pangyo.test_demo import PUBLISHED

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    world = World(date(2020, 1, 1))
    make_people(world)
    for one in (*world.centres.values(), *world.users.values()):
        one.save()
    enter_published(world)
    return world


def series(figure, **narrowed) -> dict:
    """Of the survey: year → value."""
    asked = {"zone": list(ZONE_1)} | narrowed
    found = Publication.objects.filter(figure=figure)
    return {
        one.ends_on.year: int(one.amount)
        for one in found
        if {**one.narrowed, "zone": list(ZONE_1)} == asked
    }


@pytest.mark.parametrize(("centre", "slug", "period", "printed"), PUBLISHED)
def test_what_was_printed_of_a_centre_is_known(centre, slug, period, printed, world):
    assert published_amounts(period, world.centres[centre])[slug] == printed


def test_nothing_else_was_printed_of_the_centres(world):
    assert Publication.objects.filter(narrowed={}).count() == len(OF_CENTRES) == 9


def test_the_survey_is_there_year_by_year(world):
    assert series("tenants") == {
        2011: 83,
        2013: 870,
        2014: 1002,
        2015: 1121,
        2016: 1306,
        2019: 1259,
        2020: 1697,
        2021: 1642,
        2022: 1622,
    }
    assert series("tenant-employees") == {
        2014: 70_577,
        2015: 70_577,
        2016: 74_738,
        2020: 71_967,
        2021: 73_443,
        2022: 78_751,
    }


def test_revenue_is_what_the_printed_words_say(world):
    eok = {year: won / 10**8 for year, won in series("tenant-revenue").items()}

    assert eok == {
        2011: 50_000,
        2013: 540_016,
        2014: 693_822,
        2015: 702_778,
        2016: 774_833,
        2018: 875_000,
        2019: 1_072_000,
        2020: 1_099_000,
        2021: 1_208_000,
        2022: 1_677_000,
    }
    printed = Publication.objects.get(figure="tenant-revenue", ends_on__year=2014)
    assert printed.printed == "69조3,822억원"


def test_sectors_and_sizes_are_parts_of_the_tenants(world):
    assert series("tenants", sector=["IT"]) == {
        2014: 643,
        2015: 862,
        2019: 830,
        2020: 1096,
    }
    assert series("tenants", size=["large"]) == {2014: 37, 2020: 64}


def test_the_second_zone_joins_in_2020(world):
    zones = {
        one.ends_on.year: one.narrowed["zone"]
        for one in Publication.objects.exclude(narrowed={})
    }

    assert {year for year, found in zones.items() if len(found) == 2} == {
        2020,
        2021,
        2022,
    }


def test_every_value_has_its_source(world):
    assert not Publication.objects.filter(source="").exists()
    assert not Publication.objects.filter(outlet="").exists()


def test_what_the_sources_contradict_is_noted(world):
    noted = Publication.objects.filter(figure="tenant-employees", amount=70_577)

    assert noted.count() == 2
    assert all("2014년과 2015년" in one.notes for one in noted)


def test_what_was_printed_is_not_called_invented(world):
    assert not Publication.objects.filter(notes__startswith=INVENTED).exists()
