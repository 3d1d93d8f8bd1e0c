"""The page of a start-up: who it is, its figures, its timeline, its people."""

from datetime import date

import pytest

from records.links import links_to
from records.timelines import PAGE_SIZE
from support.models import Startup
from tests import makers
from tests.records.samples import READERS, client_of, sign_in, sign_in_national

pytestmark = pytest.mark.django_db


@pytest.fixture
def startup():
    return makers.make_startup(
        "한빛소프트",
        name_en="Hanbit Soft",
        sector="IT",
        tags=["ai"],
        founded_on=date(2015, 4, 1),
        website="https://hanbit.example.org/",
    )


def page(client, startup, **params) -> str:
    response = client.get(f"/startups/{startup.pk}/", params)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("role", READERS)
def test_readers_see_the_page_and_nothing_they_may_not_do(startup, role):
    text = page(sign_in(role), startup)

    assert f"/startups/{startup.pk}/edit/" not in text
    assert f"/startups/{startup.pk}/merge/" not in text
    assert f"?startup={startup.pk}" not in text


def test_the_head_says_who_it_is(startup):
    text = page(sign_in(), startup)

    for said in ("한빛소프트", "Hanbit Soft", "IT", "#ai", startup.reference):
        assert said in text
    assert 'href="https://hanbit.example.org/"' in text


@pytest.mark.parametrize(
    ("day", "years"),
    [
        (date(2018, 3, 31), 2),
        (date(2018, 4, 1), 3),
        (date(2015, 4, 1), 0),
        (date(2015, 3, 31), None),
    ],
)
def test_a_start_ups_age_is_counted_in_whole_years(startup, day, years):
    assert startup.age_on(day) == years


def test_a_start_up_founded_on_an_unknown_day_has_no_age():
    assert makers.make_startup().age_on(date(2018, 1, 1)) is None


def test_every_type_that_links_to_it_is_entered_with_it_filled_in(startup):
    client = sign_in()
    text = page(client, startup)

    for kind, link in links_to(Startup).items():
        address = f"/{kind.slug}/new/?{link.name}={startup.pk}"
        assert f'href="{address}"' in text
        assert (
            f"한빛소프트 [{startup.reference}]" in client.get(address).content.decode()
        )


def test_a_record_without_anything_says_so(startup):
    response = sign_in().get(f"/startups/{startup.pk}/")

    assert response.context["timeline"].years == []
    assert "empty-note" in response.content.decode()


# What the user may see


def test_memberships_are_those_of_the_own_centre(startup):
    makers.make_membership(startup=startup, kind="resident")
    gccei = makers.make_centre("gccei")
    makers.make_membership(startup=startup, kind="member", centre=gccei)

    own = sign_in().get(f"/startups/{startup.pk}/").context["memberships"]
    every = sign_in_national().get(f"/startups/{startup.pk}/").context["memberships"]

    assert [m.kind for m in own] == ["resident"]
    assert {m.centre.code for m in every} == {"b2g", "gccei"}


def test_people_are_shown_in_part(startup):
    makers.make_contact(startup=startup, name="홍길동")

    text = page(sign_in(), startup)

    assert "홍길동" in text
    assert "010-1234-****" in text
    assert "010-1234-5678" not in text


@pytest.mark.parametrize("role", ["officer", "manager", "admin", "auditor"])
def test_another_centres_people_are_never_shown(startup, role):
    makers.make_contact(
        startup=startup, name="홍길동", centre=makers.make_centre("gccei")
    )

    assert "홍길동" not in page(sign_in(role), startup)


def test_another_centres_case_is_not_shown(startup):
    makers.make_case(
        startup=startup, title="비밀 상담", centre=makers.make_centre("gccei")
    )

    assert "비밀 상담" not in page(sign_in(), startup)
    assert "비밀 상담" in page(sign_in_national(), startup)


# The address


def test_a_type_is_chosen_in_the_address(startup):
    makers.make_case(startup=startup, title="베트남 상담")
    makers.make_filing(startup=startup, title="영상 장치")

    text = page(sign_in(), startup, type="filings")

    assert "영상 장치" in text
    assert "베트남 상담" not in text


def test_older_records_are_a_link_away(startup):
    for number in range(PAGE_SIZE + 1):
        makers.make_case(startup=startup, title=f"상담 {number}번째")
    client = sign_in()
    timeline = client.get(f"/startups/{startup.pk}/").context["timeline"]

    older = client.get(f"/startups/{startup.pk}/", {"before": timeline.next_place})

    [year] = older.context["timeline"].years
    assert [entry.title for entry in year.entries] == ["상담 0번째"]


@pytest.mark.parametrize(
    "query", ["type=partners", "before=x", "sector=IT", "type=nothing"]
)
def test_what_the_page_does_not_know_is_refused(startup, query):
    assert sign_in().get(f"/startups/{startup.pk}/?{query}").status_code == 400


def test_a_deleted_start_up_has_no_page(startup):
    startup.remove(reason="시험")

    assert sign_in().get(f"/startups/{startup.pk}/").status_code == 404


def test_the_page_changes_nothing(startup):
    client = sign_in()

    assert client.post(f"/startups/{startup.pk}/").status_code == 405


def test_the_page_takes_as_many_statements_for_many_records(startup, statements):
    user = makers.make_user()
    client = client_of(user)
    makers.make_case(startup=startup).officers.add(user)
    makers.make_contact(startup=startup)
    makers.make_membership(startup=startup)

    def look():
        page(client, startup)

    look()
    few = statements(look)
    for number in range(40):
        case = makers.make_case(startup=startup, opened_on=date(2009, 1, 1))
        case.officers.add(user)
        makers.make_contact(startup=startup)
        makers.make_membership(
            startup=startup,
            joined_on=date(2010, 1, 1 + number % 28),
            kind="resident" if number > 27 else "member",
        )

    assert statements(look) == few
