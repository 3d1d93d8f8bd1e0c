"""A filter is chosen by name and stands in the address by number: a link is exact."""

import pytest

from tests import makers
from tests.records.samples import sign_in, sign_in_national

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "text", ["한빛", "한빛 [{reference}]", "{reference}", "㈜한빛"]
)
def test_a_record_named_in_a_form_is_a_number_in_the_address(text):
    startup = makers.make_startup("한빛")
    startup.refresh_from_db()
    text = text.format(reference=startup.reference)

    response = sign_in().get("/cases/", {"startup": text, "status": "open", "q": ""})

    assert response["Location"] == f"/cases/?startup={startup.pk}&status=open"


def test_a_person_named_in_a_form_is_a_number_in_the_address():
    officer = makers.make_user(name="김하나", username="hana")

    response = sign_in().get("/cases/", {"officers": "김하나 [hana]"})

    assert response["Location"] == f"/cases/?officers={officer.pk}"


def test_a_filter_shows_the_name_of_what_it_narrows_to():
    startup = makers.make_startup("한빛")
    startup.refresh_from_db()

    response = sign_in().get("/cases/", {"startup": startup.pk})

    shown = f'value="한빛 [{startup.reference}]"'
    assert shown in response.content.decode()
    assert [chip.value for chip in response.context["chips"]] == ["한빛"]


def test_a_number_in_the_address_is_never_another_records_original_number():
    first = makers.make_partner("가")
    makers.make_partner("나", external_id=str(first.pk))
    mou = makers.make_mou(partner=first)

    rows = sign_in().get("/mous/", {"partner": first.pk}).context["table"].rows

    assert [row.record for row in rows] == [mou]


def test_a_name_that_can_mean_several_is_refused_in_a_sentence():
    makers.make_partner("가나")
    makers.make_partner("가나")

    response = sign_in().get("/mous/", {"partner": "가나"})

    assert response.status_code == 400
    assert "가나" in response.context["sentence"]


def test_a_name_of_another_centres_record_is_no_filter():
    makers.make_partner("가나", centre=makers.make_centre("gccei"))

    assert sign_in("officer", "b2g").get("/mous/?partner=가나").status_code == 400


def test_not_given_can_be_chosen_by_its_words():
    response = sign_in().get("/cases/", {"officers": "(미입력)"})
    shown = sign_in().get("/cases/", {"officers": "-"}).content.decode()

    assert response["Location"] == "/cases/?officers=-"
    assert 'value="(미입력)"' in shown


def test_nothing_empty_stays_in_an_address():
    response = sign_in().get("/cases/?q=&status=&status=open&startup=+&channel=")

    assert response["Location"] == "/cases/?status=open"


def test_an_exact_address_is_not_sent_elsewhere():
    startup = makers.make_startup()
    client = sign_in_national()

    for query in (f"startup={startup.pk}", "format=csv", "view=all", "q=x"):
        assert client.get(f"/cases/?{query}").status_code == 200


def test_all_filters_are_taken_away_at_once():
    response = sign_in().get("/cases/?status=open&q=x&columns=title&view=all")

    assert response.context["cleared"] == "columns=title&view=all"


def test_the_records_of_a_figure_are_narrowed_in_the_same_way():
    startup = makers.make_startup("한빛")
    makers.make_case(startup=startup)
    makers.make_case()

    response = sign_in().get("/figures/consulting-cases/2018/?centre=b2g&startup=한빛")

    assert len(response.context["table"].rows) == 1
    assert response.context["cleared"] == "centre=b2g"
