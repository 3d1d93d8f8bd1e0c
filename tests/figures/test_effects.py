"""An import says what it does to the figures, before it is saved and after."""

import pytest

from records.spreadsheets import effects
from tests import makers
from tests.records.import_road import saved, shown, tried
from tests.records.samples import client_of

pytestmark = pytest.mark.django_db

CASES = "기업명,접수일,상담내용\n한빛소프트,2018-03-05,검토\n별하우주,2017-03-05,번역\n"


@pytest.fixture
def officer():
    return makers.make_user()


def moved(one) -> dict[tuple[str, int], tuple[str, str]]:
    return {(e["figure"], e["year"]): (e["before"], e["after"]) for e in one.effects}


def test_the_trial_tells_each_figure_of_the_years_in_the_file(officer):
    makers.make_case()  # of 2018, as the makers have it
    one = tried(officer, CASES, type_slug="cases")

    assert moved(one)["consulting-cases", 2018] == ("1", "2")
    assert moved(one)["consulting-cases", 2017] == ("0", "1")
    assert ("overseas-contracts", 2018) not in moved(one)


def test_what_was_told_is_what_comes_to_pass(officer):
    one = tried(officer, CASES, type_slug="cases")
    told = moved(one)

    one = saved(officer, one)

    assert moved(one) == told


def test_rows_that_change_nothing_move_nothing(officer):
    saved(officer, tried(officer, CASES, type_slug="cases"))

    assert tried(officer, CASES, type_slug="cases").effects == []


def test_a_stock_moves_in_the_years_since(officer):
    makers.make_partner(name="KOTRA")
    agencies = "기관명,국가,단계,개소일\nKOTRA,VN,개소,2018-03-05\n"
    one = tried(officer, agencies, type_slug="agencies")

    years = [year for slug, year in moved(one) if slug == "agencies-open"]
    assert years[0] == 2018
    assert len(years) > 1


def test_the_page_shows_before_after_and_the_difference(officer):
    one = tried(officer, CASES, type_slug="cases")

    text = shown(client_of(officer).get(f"/imports/{one.pk}/"))

    assert "2018 · 컨설팅" in text
    assert "+1" in text
    assert "/figures/consulting-cases/2018/?centre=b2g" in text


def test_a_figure_that_is_no_more_is_left_out(officer):
    kept = [{"figure": "gone", "year": 2018, "before": "0", "after": "1"}]

    assert effects.shown(kept, None) == []
