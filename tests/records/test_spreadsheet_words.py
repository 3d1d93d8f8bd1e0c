from collections import defaultdict

import pytest

from delegations.models import MOU, Visit
from records.countries import COUNTRY_CODES, OTHER_NAMES, PLACES
from records.text import fold
from records.words import Words, country_words
from support.models import Contract, Incorporation, OverseasFiling


@pytest.fixture
def countries():
    return Words(Visit._meta.get_field("countries"))


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Germany, Federal Republic of", "DE"),
        ("Korea", "KR"),
        ("Korea, South", "KR"),
        ("Trinidad and Tobago", "TT"),
        ("Saint Lucia", "LC"),
        ("Sao Tome and Principe", "ST"),
        ("Cabo Verde", "CV"),
        ("China, People’s Republic of", "CN"),
        ("China, People's Republic of", "CN"),
        ("Burma", "MM"),
        ("Turkey", "TR"),
        ("Siam (Thailand)", "TH"),
        ("Democratic Republic of the Congo (Zaire)", "CD"),
        ("미국", "US"),
        ("U.S.A", "US"),
        ("美國", "US"),
        ("日本", "JP"),
        ("월남", "VN"),
        ("인니", "ID"),
        ("태국", "TH"),
        ("베트남(호치민)", "VN"),
        ("두바이(UAE)", "AE"),
        ("（UAE）".strip("（）"), "AE"),
        ("vn", "VN"),
    ],
)
def test_a_country_is_known_by_its_other_names(countries, written, code):
    assert countries.known(written) == code


@pytest.mark.parametrize(
    "written",
    [
        "Yugoslavia",
        "Czechoslovakia",
        "Czechoslovakia (government-in-exile)",
        "Hawaii",
        "U.S.S.R.",
        "German Democratic Republic",
        "China, Republic of",
        "EU",
        "동남아",
        "Europe",
    ],
)
def test_a_region_and_a_country_that_ended_are_no_country(countries, written):
    assert countries.known(written) is None


def test_a_word_for_no_country_abroad_is_understood_as_none(countries):
    assert countries.known("국내") == ""


def test_a_city_alone_is_known_as_a_place(countries):
    assert countries.known("실리콘밸리") == "US"
    assert countries.is_place("실리콘밸리")
    assert not countries.is_place("미국")


@pytest.mark.parametrize(
    "written",
    ["일본/대만", "일본, 대만", "일본;대만", "일본·대만", "일본ㆍ대만", "일본 및 대만"],
)
def test_several_countries_in_one_cell_are_parted(countries, written):
    assert countries.split(written) == ["일본", "대만"]


def test_one_name_with_a_comma_is_not_parted(countries):
    assert countries.split("Korea, South") == ["Korea, South"]
    assert countries.split("China, Republic of") == ["China, Republic of"]


def test_every_other_name_means_one_country_only():
    meanings = defaultdict(set)
    for code, listing in (*OTHER_NAMES.items(), *PLACES.items()):
        for name in listing.split("|"):
            meanings[fold(name)].add(code)
    assert "" not in meanings
    assert set(COUNTRY_CODES) >= set().union(*meanings.values())
    assert all(codes == {country_words()[name]} for name, codes in meanings.items())


@pytest.mark.parametrize(
    ("model", "written", "code"),
    [
        (OverseasFiling, "상표출원", "trademark"),
        (OverseasFiling, "해외 특허", "patent"),
        (Contract, "업무제휴", "partnership"),
        (Incorporation, "현지 법인", "subsidiary"),
        (MOU, "업무협약", "mou"),
        (MOU, "합의각서", "moa"),
    ],
)
def test_a_kind_is_known_by_the_words_of_centres(model, written, code):
    assert Words(model._meta.get_field("kind")).known(written) == code
