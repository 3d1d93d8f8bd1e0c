"""Filters: one declaration read by page, file and API."""

from datetime import date

import pytest

from records import record_types
from tests import makers
from tests.records.samples import each_type, make_one, sign_in, sign_in_national

pytestmark = pytest.mark.django_db


def found(slug, client=None, **params) -> list[int]:
    """The primary keys that page, file and API agree on."""
    client = client or sign_in("viewer")
    response = client.get(f"/{slug}/", params)
    assert response.status_code == 200, response.context["sentence"]
    page = [row.record.pk for row in response.context["table"].rows]
    api = client.get(f"/api/v1/{slug}/", params).json()["results"]
    assert [record["id"] for record in api] == page
    return page


def test_records_with_any_of_the_chosen_codes():
    makers.make_visit(visit_class="private")
    state = makers.make_visit(visit_class="state")
    study = makers.make_visit(visit_class="study")

    assert set(found("visits", visit_class=["state", "study"])) == {state.pk, study.pk}


def test_records_with_no_code_given():
    makers.make_visit(visit_class="state")
    unknown = makers.make_visit(visit_class="")

    assert found("visits", visit_class="-") == [unknown.pk]


def test_records_with_one_of_several_countries():
    case = makers.make_case(countries=["VN", "TH"])
    makers.make_case(countries=["US"])

    assert found("cases", countries="TH") == [case.pk]


def test_records_with_no_country_given():
    makers.make_case(countries=["US"])
    case = makers.make_case(countries=[])

    assert found("cases", countries="-") == [case.pk]


def test_records_of_a_region():
    case = makers.make_case(countries=["VN", "TH"])
    makers.make_case(countries=["US"])

    assert found("cases", region="asean") == [case.pk]


def test_records_between_two_days():
    makers.make_case(opened_on=date(2018, 3, 4))
    first = makers.make_case(opened_on=date(2018, 3, 5))
    last = makers.make_case(opened_on=date(2018, 3, 6))
    makers.make_case(opened_on=date(2018, 3, 7))

    chosen = found("cases", opened_on_after="2018-03-05", opened_on_before="2018-03-06")

    assert chosen == [last.pk, first.pk]


def test_records_of_one_start_up():
    case = makers.make_case()
    makers.make_case()

    assert found("cases", startup=case.startup_id) == [case.pk]


def test_records_of_one_officer():
    officer = makers.make_user()
    case = makers.make_case()
    case.officers.add(officer, makers.make_user())
    makers.make_case()

    assert found("cases", officers=officer.pk) == [case.pk]


def test_records_without_an_officer():
    makers.make_case().officers.add(makers.make_user())
    case = makers.make_case()

    assert found("cases", officers="-") == [case.pk]


def test_records_with_a_tag():
    startup = makers.make_startup(tags=["ai", "saas"])
    makers.make_startup(tags=["bio"])

    assert found("startups", tags="ai") == [startup.pk]


@pytest.mark.parametrize("text", ["한빛", "hanbit", "HANBIT", "124-81"])
def test_search_reads_the_declared_fields_whatever_the_case(text):
    startup = makers.make_startup("한빛", name_en="Hanbit", biz_reg_no="124-81-00998")
    makers.make_startup("다른", name_en="Other")

    assert found("startups", q=text) == [startup.pk]


def test_search_finds_text_typed_on_a_mac():
    startup = makers.make_startup("한빛")

    assert found("startups", q="\u1112\u1161\u11ab\u1107\u1175\u11be") == [startup.pk]


def test_a_percent_sign_is_no_wildcard():
    makers.make_startup("한빛")

    assert found("startups", q="%") == []


def test_national_staff_narrow_to_a_centre():
    makers.make_contact(centre=makers.make_centre("b2g"))
    theirs = makers.make_contact(centre=makers.make_centre("gccei"))

    assert found("contacts", sign_in_national(), centre="gccei") == [theirs.pk]


def test_filters_narrow_together():
    makers.make_visit(visit_class="state", kind="press")
    visit = makers.make_visit(visit_class="state", kind="government")

    assert found("visits", visit_class="state", kind="government") == [visit.pk]


@each_type
def test_a_list_has_the_newest_first(kind):
    records = [make_one(kind) for _time in range(3)]

    pks = found(kind.slug)

    newest_first = [record.pk for record in reversed(records)]
    expected = newest_first[::-1] if kind.is_code_list else newest_first
    assert [pk for pk in pks if pk in expected] == expected


def test_every_chosen_filter_can_be_taken_away_on_its_own():
    case = makers.make_case(channel="video", countries=["VN"])
    params = {"channel": "video", "countries": "VN", "startup": case.startup_id}

    chips = sign_in("viewer").get("/cases/", params).context["chips"]

    assert len(chips) == 3
    assert all(chip.without.count("=") == 2 for chip in chips)


@pytest.mark.parametrize(
    "params",
    [
        {"visit_class": "royal"},
        {"countries": "ZZ"},
        {"starts_on_after": "soon"},
        {"starts_on_after": "2018-02-30"},
        {"startups": "999999"},
        {"startups": "한빛"},
        {"region": "atlantis"},
        {"centre": "nowhere"},
    ],
)
@pytest.mark.parametrize("address", ["/visits/", "/api/v1/visits/"])
def test_a_value_that_cannot_be_read_is_refused(address, params):
    assert sign_in("viewer").get(address, params).status_code == 400


def test_a_link_to_a_record_of_another_centre_is_no_filter():
    partner = makers.make_partner(centre=makers.make_centre("gccei"))

    response = sign_in("officer", "b2g").get("/mous/", {"partner": partner.pk})

    assert response.status_code == 400


def test_no_filter_means_something_else_in_an_address():
    reserved = {"q", "page", "format", "from", "to", "until", "by", "as_known"}

    taken = {name for kind in record_types.all_types() for name in kind.filters}

    assert not taken & reserved
