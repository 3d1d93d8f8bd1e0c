"""Who may be meant already: told while one types, asked before a page saves it."""

import pytest

from support.models import Partner, Startup
from tests import makers
from tests.records.samples import sign_in

pytestmark = pytest.mark.django_db


def alike(client, slug="startups", **typed) -> dict:
    """Name of a record that is shown → (why, whether it is only worth a look)."""
    response = client.get(f"/{slug}/alike/", typed)
    return {
        str(one.record): ([str(reason) for reason in one.reasons], one.is_weak)
        for one, _named, _facts in response.context["alike"]
    }


@pytest.fixture
def client():
    return sign_in("officer")


@pytest.mark.parametrize(
    "typed",
    [
        "한빛소프트",
        "㈜한빛소프트",
        "(주) 한빛 소프트",
        "한빛소프트 주식회사",
        "HANBIT Soft",
    ],
)
def test_the_same_name_is_found_without_its_legal_form(client, typed):
    makers.make_startup("주식회사 한빛소프트", name_en="Hanbit Soft, Inc.")

    assert alike(client, name=typed) == {
        "주식회사 한빛소프트": (["이름이 같음"], False)
    }


@pytest.mark.parametrize(
    "typed", ["hanbit soft", "HanbitSoft Co., Ltd.", "Hanbit Soft"]
)
def test_the_same_english_name_is_found(client, typed):
    makers.make_startup("한빛소프트", name_en="Hanbit Soft Inc.")

    assert alike(client, name_en=typed) == {"한빛소프트": (["영문명이 같음"], False)}


@pytest.mark.parametrize("typed", ["124-81-00998", "1248100998", "124 81 00998"])
def test_the_same_business_number_is_found(client, typed):
    makers.make_startup("한빛", biz_reg_no="124-81-00998")

    assert alike(client, biz_reg_no=typed) == {
        "한빛": (["사업자등록번호가 같음"], False)
    }


@pytest.mark.parametrize("typed", ["한빛소프트", "한빛소프트웨어코리아"])
def test_a_name_that_begins_alike_is_only_worth_a_look(client, typed):
    makers.make_startup("한빛소프트웨어")

    found = alike(client, name=typed)

    assert found == {"한빛소프트웨어": (["이름의 앞부분이 같음"], True)}


@pytest.mark.parametrize("typed", ["", "㈜", "한", "다른회사", "%", "124-81-00999"])
def test_what_is_like_nothing_finds_nothing(client, typed):
    makers.make_startup("한빛소프트", name_en="")

    assert alike(client, name=typed, name_en=typed, biz_reg_no=typed) == {}


def test_the_record_itself_is_not_like_itself(client):
    startup = makers.make_startup("한빛")

    assert alike(client, name="한빛", but=startup.pk) == {}


def test_partners_are_told_by_name_within_the_centre(client):
    makers.make_partner("DEPA")
    makers.make_partner("DEPA Inc.", centre=makers.make_centre("gccei"))

    assert alike(client, "partners", name="depa").keys() == {"DEPA"}


def test_who_it_is_is_shown(client):
    startup = makers.make_startup(
        "한빛",
        biz_reg_no="124-81-00998",
        ceo_name="김하늘",
        centre=makers.make_centre(),
    )

    shown = client.get("/startups/alike/", {"name": "㈜한빛"}).content.decode()

    for text in ("124-81-00998", "김하늘", str(startup.centre), startup.reference):
        assert text in shown
    assert startup.get_absolute_url() in shown


def test_looking_for_them_changes_nothing(client):
    assert client.post("/startups/alike/", {"name": "한빛"}).status_code == 405


def test_it_takes_as_many_statements_for_many_alike(client, statements):
    makers.make_startup("한빛")
    alike(client, name="한빛")
    one = statements(lambda: alike(client, name="한빛"))
    for _time in range(3):
        makers.make_startup("한빛", ceo_name="김하늘")

    assert statements(lambda: alike(client, name="한빛")) == one


# Saving


def new(client, slug="startups", **typed):
    return client.post(f"/{slug}/new/", typed)


def test_a_page_asks_before_it_saves_a_start_up_of_the_same_name(client):
    makers.make_startup("한빛")

    response = new(client, name="㈜한빛")

    assert response.status_code == 200
    assert response.context["form"].non_field_errors()
    assert Startup.objects.count() == 1


def test_an_explicit_tick_saves_it_all_the_same(client):
    makers.make_startup("한빛")
    tick = new(client, name="㈜한빛").context["same_key"]

    response = new(client, name="㈜한빛", is_different=tick)

    assert response.status_code == 302
    assert Startup.objects.count() == 2


def test_a_tick_says_nothing_of_a_start_up_that_came_since(client):
    makers.make_startup("한빛")
    tick = new(client, name="㈜한빛").context["same_key"]
    makers.make_startup("한빛 주식회사")

    assert new(client, name="㈜한빛", is_different=tick).status_code == 200


def test_a_name_that_begins_alike_is_saved_without_asking(client):
    makers.make_startup("한빛소프트")

    assert new(client, name="한빛소프트웨어").status_code == 302


def test_an_edit_that_leaves_the_name_is_not_asked_about(client):
    makers.make_startup("한빛")
    startup = makers.make_startup("한빛")

    response = client.post(
        f"{startup.get_absolute_url()}edit/", {"name": "한빛", "ceo_name": "김하늘"}
    )

    assert response.status_code == 302


def test_an_edit_to_a_name_that_is_there_is_asked_about(client):
    makers.make_startup("한빛")
    startup = makers.make_startup("다른")

    response = client.post(f"{startup.get_absolute_url()}edit/", {"name": "한빛"})

    assert response.status_code == 200
    startup.refresh_from_db()
    assert startup.name == "다른"


def test_the_api_is_not_asked(client):
    makers.make_startup("한빛")

    response = client.post(
        "/api/v1/startups/", {"name": "한빛"}, content_type="application/json"
    )

    assert response.status_code == 201


def test_a_partner_of_the_same_name_is_asked_about(client):
    makers.make_partner("DEPA")

    assert new(client, "partners", name="depa", kind="agency").status_code == 200
    assert Partner.objects.count() == 1
