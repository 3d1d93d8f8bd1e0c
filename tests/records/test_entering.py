"""What may stand in a field, and how a clerk is told what may not. Through the API,
whose forms are the pages' own."""

import pytest
from django.db import models
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from records import record_types
from records.fields import CodesField, CountryField
from support.models import Startup
from tests import makers
from tests.records.samples import TYPES, entry, make_one, sign_in, sign_in_to_write

pytestmark = pytest.mark.django_db


def fields_of(wanted) -> list:
    """(type, field name) wherever the declared field is a `wanted`."""
    return [
        pytest.param(kind, name, id=f"{kind.slug}-{name}")
        for kind in TYPES
        for name in kind.all_fields
        if wanted(kind.field(name))
    ]


def is_number(field) -> bool:
    numbers = models.IntegerField | models.DecimalField
    return isinstance(field, numbers) and not field.choices


def is_code(field) -> bool:
    return bool(field.choices) or isinstance(field, CodesField | CountryField)


def is_short_text(field) -> bool:
    return isinstance(field, models.CharField) and not is_code(field)


def is_link(field) -> bool:
    return field.many_to_one or field.many_to_many


def is_own_link(field) -> bool:
    """Start-ups are shared by all centres; whatever else is linked is not."""
    return is_link(field) and field.related_model is not Startup


each_number = pytest.mark.parametrize(("kind", "name"), fields_of(is_number))
each_date = pytest.mark.parametrize(
    ("kind", "name"), fields_of(lambda field: isinstance(field, models.DateField))
)
each_code = pytest.mark.parametrize(("kind", "name"), fields_of(is_code))
each_short_text = pytest.mark.parametrize(("kind", "name"), fields_of(is_short_text))
each_link = pytest.mark.parametrize(("kind", "name"), fields_of(is_link))


def post(kind, data, client=None):
    client = client or sign_in_to_write(kind)
    address = f"/api/v1/{kind.slug}/"
    return client.post(address, data, content_type="application/json")


def refused(kind, data) -> dict:
    """What the clerk is told; nothing was saved."""
    client = sign_in_to_write(kind)
    before = kind.model.objects.count()
    response = post(kind, data, client)
    assert response.status_code == 400
    assert kind.model.objects.count() == before
    return response.json()


def assert_refused(kind, name, *values) -> None:
    """Each value alone is refused beside the field; nothing was saved."""
    client, data = sign_in_to_write(kind), entry(kind)
    before = kind.model.objects.count()
    for value in values:
        response = post(kind, data | {name: value}, client)
        assert (value, response.status_code) == (value, 400)
        assert name in response.json()
    assert kind.model.objects.count() == before


def entered(slug, **fields):
    """The record made from a sample entry with these fields."""
    kind = record_types.get(slug)
    response = post(kind, entry(kind) | fields)
    assert response.status_code == 201, response.json()
    return kind.model.objects.get(pk=response.json()["id"])


# One sentence a field


@each_number
def test_what_is_no_number_here_is_refused_beside_its_field(kind, name):
    assert_refused(kind, name, "many", "1e99", "12,34,5x", True, "10" * 20)


@each_number
def test_less_than_nothing_is_refused(kind, name):
    assert refused(kind, entry(kind) | {name: -1}).keys() <= {name, "detail"}


@each_date
def test_what_is_no_day_is_refused_beside_its_field(kind, name):
    assert_refused(
        kind, name, "2018-02-30", "2019-02-29", "soon", "20180230", "0000-0-0"
    )


@each_code
def test_what_is_in_no_list_is_refused_beside_its_field(kind, name):
    assert name in refused(kind, entry(kind) | {name: "nonsense"})


@each_short_text
def test_too_long_a_text_is_refused_beside_its_field(kind, name):
    assert name in refused(kind, entry(kind) | {name: "가" * 2001})


@each_link
def test_a_link_to_nothing_is_refused_beside_its_field(kind, name):
    assert_refused(kind, name, "아무도 모르는 이름", 999_999, "[2018-000001]")


@pytest.mark.parametrize(("kind", "name"), fields_of(is_own_link))
def test_a_link_to_another_centres_record_is_refused(kind, name):
    data = entry(kind)
    theirs = entry(kind, makers.make_centre("gccei"))[name]

    assert name in refused(kind, data | {name: theirs})


def test_every_wrong_field_is_told_at_once():
    kind = record_types.get("cases")

    told = refused(kind, entry(kind) | {"opened_on": "soon", "satisfaction": "very"})

    assert told.keys() == {"opened_on", "satisfaction"}


def test_the_sentence_says_what_was_found():
    kind = record_types.get("cases")

    told = refused(kind, entry(kind) | {"startup": "없는회사"})

    assert "없는회사" in told["startup"][0]


# How things may be written


@pytest.mark.parametrize(
    "written",
    ["2018-03-05", "2018.3.5", "2018. 3. 5.", "2018/03/05", "20180305", " 2018-03-05 "],
)
def test_a_day_may_be_written_as_koreans_do(written):
    assert f"{entered('cases', opened_on=written).opened_on}" == "2018-03-05"


@pytest.mark.parametrize("written", ["video", "VIDEO", "Video", " video ", "화상회의"])
def test_a_code_may_be_written_as_a_word_for_it(written):
    assert entered("cases", channel=written).channel == "video"


@pytest.mark.parametrize("written", ["VN", "vn", "베트남", "Vietnam"])
def test_a_country_may_be_written_by_name(written):
    assert entered("contracts", country=written).country == "VN"


def test_several_countries_may_be_written_in_one_text():
    assert entered("cases", countries="베트남; TH").countries == ["VN", "TH"]


def test_a_code_given_twice_is_kept_once():
    assert entered("cases", countries=["VN", "베트남"]).countries == ["VN"]


def test_several_texts_are_parted_by_semicolons_or_lines():
    startup = entered("startups", tags="ai; saas\nai ; ")

    assert startup.tags == ["ai", "saas"]


@pytest.mark.parametrize("spaces", ["\u00a0", "\u3000", "\u2007", "\u202f", "\u200b"])
def test_no_strange_space_gets_into_a_record(spaces):
    startup = entered("startups", name=f"{spaces}한빛{spaces}")

    assert startup.name == "한빛"


def test_text_typed_on_a_mac_is_composed():
    decomposed = "\u1112\u1161\u11ab\u1107\u1175\u11be"

    assert entered("startups", name=decomposed).name == "한빛"


@settings(
    max_examples=15,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=st.text(max_size=40))
def test_any_text_is_kept_or_refused(text):
    kind = record_types.get("contacts")

    response = post(kind, entry(kind) | {"external_id": "", "name": text})

    assert response.status_code in (201, 400)


def test_a_nul_is_no_text():
    assert entered("contacts", title="대\x00표").title == "대표"


# Links by name


def test_a_start_up_is_found_by_its_number():
    startup = makers.make_startup(biz_reg_no="124-81-00998")

    assert entered("cases", startup="124-81-00998").startup == startup


def test_a_start_up_is_found_by_its_number_without_dashes():
    startup = makers.make_startup(biz_reg_no="124-81-00998")

    assert entered("cases", startup="1248100998").startup == startup


@pytest.mark.parametrize(
    "written",
    [
        "한빛소프트",
        "(주)한빛소프트",
        "㈜한빛소프트",
        "주식회사 한빛소프트",
        "한빛소프트 주식회사",
        "한빛소프트(주)",
        "한빛 소프트",
        "Hanbit Soft",
        "hanbit soft",
    ],
)
def test_a_start_up_is_found_by_name_whatever_its_legal_form(written):
    startup = makers.make_startup("주식회사 한빛소프트", name_en="Hanbit Soft")

    assert entered("cases", startup=written).startup == startup


def test_a_start_up_is_found_by_its_reference():
    startup = make_one(record_types.get("startups"))

    assert entered("cases", startup=startup.reference).startup == startup


def test_a_name_with_its_reference_means_exactly_one():
    startup = make_one(record_types.get("startups"), name="한빛")
    makers.make_startup("한빛")

    written = f"한빛 [{startup.reference}]"

    assert entered("cases", startup=written).startup == startup


def test_a_name_of_two_start_ups_is_refused_with_a_sentence():
    makers.make_startup("한빛")
    makers.make_startup("㈜한빛")
    kind = record_types.get("cases")

    told = refused(kind, entry(kind) | {"startup": "한빛"})

    assert "한빛" in told["startup"][0]
    assert len(told["startup"]) == 1


def test_a_deleted_start_up_is_not_found_by_name():
    makers.make_startup("한빛").remove(reason="중복")
    kind = record_types.get("cases")

    assert "startup" in refused(kind, entry(kind) | {"startup": "한빛"})


def test_an_officer_is_found_by_name():
    officer = makers.make_user(name="최담당")

    assert list(entered("cases", officers="최담당").officers.all()) == [officer]


def test_of_two_officers_of_one_name_one_can_be_meant():
    officer = makers.make_user(name="김하나", username="hana")
    makers.make_user(name="김하나", username="hana2")

    case = entered("cases", officers="김하나 [hana]")

    assert list(case.officers.all()) == [officer]


def test_a_form_with_two_officers_of_one_name_can_be_sent_back():
    case = makers.make_case()
    case.officers.set(
        [makers.make_user(name="김하나"), makers.make_user(name="김하나")]
    )
    client = sign_in("officer")
    form = client.get(f"/cases/{case.pk}/edit/").context["form"]
    data = {
        "startup": form["startup"].field.prepare_value(case.startup_id),
        "opened_on": "2018-03-05",
        "status": "open",
        "officers": form["officers"].field.prepare_value(form["officers"].value()),
    }

    response = client.post(f"/cases/{case.pk}/edit/", data)

    assert response.status_code == 302
    assert case.officers.count() == 2


def test_an_officer_of_another_centre_is_not_found():
    makers.make_user(name="최담당", centre=makers.make_centre("gccei"))
    kind = record_types.get("cases")

    assert "officers" in refused(kind, entry(kind) | {"officers": "최담당"})


def test_somebody_who_has_left_is_not_named_again():
    makers.make_user(name="최담당", is_active=False)
    kind = record_types.get("cases")

    assert "officers" in refused(kind, entry(kind) | {"officers": "최담당"})


# Type-ahead


def found(kind, text, client=None):
    client = client or sign_in("officer")
    return client.get(f"/{kind.slug}/lookup/", {"q": text}).json()["results"]


def test_type_ahead_names_exactly_one_record():
    startup = make_one(record_types.get("startups"), name="한빛소프트")

    [text] = found(record_types.get("startups"), "한빛")

    assert entered("cases", startup=text).startup == startup


def test_type_ahead_offers_at_most_twenty():
    for number in range(25):
        makers.make_startup(f"한빛 {number}")

    assert len(found(record_types.get("startups"), "한빛")) == 20


def test_type_ahead_offers_colleagues_alone():
    makers.make_user(name="박하나", username="hana")
    makers.make_user(name="박둘", centre=makers.make_centre("gccei"))

    response = sign_in("officer").get("/people/lookup/", {"q": "박"})

    assert response.json() == {"results": ["박하나 [hana]"]}


@pytest.mark.parametrize("address", ["/people/lookup/", "/startups/lookup/"])
def test_type_ahead_reads_or_refuses_whatever_was_typed(address):
    assert sign_in("officer").get(address, {"q": "\x00"}).status_code in (200, 400)
