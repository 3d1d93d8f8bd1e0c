"""The published register: what was given out, beside what is counted and sealed."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegations.models import Visit
from figures import closing
from figures.models import Publication
from figures.periods import Period
from figures.published_beside import beside
from figures.publishing import outdated_by, published_amounts, read_printed
from figures.registry import get
from figures.units import CASES, COMPANIES, PEOPLE, WON
from tests import makers
from tests.figures.test_closing import close_year
from tests.figures.test_command import as_csv, figures
from tests.records.samples import client_of

YEAR = Period.of_year(2018)
DAY = date(2018, 6, 15)

with_database = pytest.mark.django_db


@pytest.fixture
def centre():
    return makers.make_centre("b2g")


@pytest.fixture
def client(centre):
    return client_of(makers.make_user("manager", centre))


@pytest.fixture
def national():
    return client_of(makers.make_user("manager", all_centres=True))


def publish(figure="visits", printed="2건", period=YEAR, **fields) -> Publication:
    defaults = {
        "amount": read_printed(get(figure).unit, printed),
        "starts_on": period.start,
        "ends_on": period.end,
        "outlet": "전자신문",
    }
    return Publication.objects.create(
        figure=figure, printed=printed, **defaults | fields
    )


def entry(**fields) -> dict:
    return {
        "starts_on": "2018-01-01",
        "ends_on": "2018-12-31",
        "printed": "지난해 42건 방문",
        "basis": "published",
        "audience": "press",
        "outlet": "전자신문",
    } | fields


NEW = "/publications/new/?figure=visits"


# What is printed


@pytest.mark.parametrize(
    ("unit", "printed", "amount"),
    [
        (CASES, "해외진출 컨설팅 서비스 1708건", 1708),
        (CASES, "올해는 8월까지 22건 국빈방문", 22),
        (CASES, "2018년 20건", 20),
        (CASES, "1,708 cases", 1708),
        (PEOPLE, "올해는 8월 현재 484명", 484),
        (PEOPLE, "7만8,872명", 78_872),
        (COMPANIES, "1,697", 1697),
        (WON, "투자유치 연계 1113억원", 111_300_000_000),
        (WON, "69조3,822억원", 69_382_200_000_000),
        (WON, "54조16억원", 54_001_600_000_000),
        (WON, "약 87.5조", 87_500_000_000_000),
        (WON, "KRW 111.3 billion", 111_300_000_000),
        (CASES, "42개 기관 723명", None),
        (CASES, "많은 방문", None),
        (CASES, "", None),
        (PEOPLE, "3.5명", None),
    ],
)
def test_the_one_number_of_a_phrase_is_read(unit, printed, amount):
    assert read_printed(unit, printed) == amount


@given(amount=st.integers(0, 10**16), unit=st.sampled_from([CASES, PEOPLE, WON]))
def test_what_the_house_writes_it_reads_back(amount, unit):
    assert unit.read(unit.written(Decimal(amount))) == amount
    assert read_printed(unit, f"모두 {unit.exact(amount)}") == amount


# Entering and correcting


@with_database
def test_a_value_left_empty_is_read_from_what_is_printed(client, centre):
    assert client.post(NEW, entry()).status_code == 302

    one = Publication.objects.get()
    assert (one.amount, one.centre, one.figure) == (42, centre, "visits")
    assert (one.definition, one.revision, one.narrowed) == (1, 0, {})
    assert one.entered_by.role == "manager"


@with_database
def test_a_part_of_a_figure_is_published_as_such(client):
    assert client.post(NEW, entry(**{"part-kind": ["company"]})).status_code == 302

    assert Publication.objects.get().narrowed == {"kind": ["company"]}


@with_database
@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"printed": "많은 방문"}, "amount"),
        ({"amount": "43"}, "amount"),
        ({"amount": "x"}, "amount"),
        ({"printed": ""}, "printed"),
        ({"outlet": ""}, "outlet"),
        ({"ends_on": "2017-12-31"}, "__all__"),
        ({"ends_on": "2018-02-30"}, "ends_on"),
        ({"part-kind": ["nothing"]}, "part-kind"),
    ],
)
def test_what_cannot_be_kept_is_refused(fields, wrong, client):
    response = client.post(NEW, entry(**fields))

    assert response.status_code == 400
    assert list(response.context["form"].errors) == [wrong]
    assert not Publication.objects.exists()


@with_database
def test_while_one_types_the_page_says_what_is_read(client):
    address = "/publications/reading/?figure=visits&printed="

    assert "42" in client.get(f"{address}지난해 42건").content.decode()
    assert client.get(f"{address}많이").content.decode().strip() == ""
    assert client.get("/publications/reading/?figure=nothing").status_code == 404


@with_database
def test_the_figure_is_asked_for_first(client):
    page = client.get("/publications/new/")

    assert 'value="visits"' in page.content.decode()
    assert client.get("/publications/new/?figure=nothing").status_code == 404


@with_database
def test_a_correction_says_why_and_stands_in_the_history(client, centre):
    one = publish(centre=centre)
    address = f"/publications/{one.pk}/edit/"

    refused = client.post(address, entry(printed="3건"))
    client.post(address, entry(printed="3건", reason="숫자를 잘못 옮김"))

    assert list(refused.context["form"].errors) == ["reason"]
    one.refresh_from_db()
    assert one.amount == 3
    change, _first = client.get(one.get_absolute_url()).context["changes"]
    assert change.reason == "숫자를 잘못 옮김"
    assert ("값", "2", "3") in [
        (label, before, after) for label, before, after in change.fields
    ]


@with_database
def test_an_entry_is_withdrawn_and_put_back_with_a_reason(client, centre):
    one = publish(centre=centre)
    address = f"/publications/{one.pk}/withdraw/"

    client.post(address, {"reason": ""})
    assert published_amounts(YEAR, centre) == {"visits": 2}
    client.post(address, {"reason": "다른 기관의 수치"})
    assert published_amounts(YEAR, centre) == {}
    assert client.get("/publications/").context["entries"] != []
    client.post(address, {"reason": "우리 수치가 맞음"})

    assert published_amounts(YEAR, centre) == {"visits": 2}
    changes = client.get(one.get_absolute_url()).context["changes"]
    assert [change.reason for change in changes[:2]] == [
        "우리 수치가 맞음",
        "다른 기관의 수치",
    ]


@with_database
@pytest.mark.parametrize("role", ["viewer", "officer", "auditor"])
def test_who_may_not_enter_them_reads_them(role, centre):
    one = publish(centre=centre)
    client = client_of(makers.make_user(role, centre))

    assert client.get("/publications/").status_code == 200
    assert client.get(one.get_absolute_url()).status_code == 200
    assert client.get(NEW).status_code == 403
    assert client.post(NEW, entry()).status_code == 403
    for verb in ("edit", "withdraw"):
        address = f"{one.get_absolute_url()}{verb}/"
        assert client.post(address, {"reason": "왜"}).status_code == 403
    assert Publication.objects.get() == one


@with_database
def test_a_centre_sees_and_changes_nothing_of_another(client):
    one = publish(centre=makers.make_centre("gbsa"))

    assert client.get("/publications/").context["entries"] == []
    for verb in ("", "edit/"):
        address = f"{one.get_absolute_url()}{verb}"
        assert client.get(address).status_code == 404


@with_database
def test_who_has_no_centre_yet_sees_and_enters_nothing():
    user = makers.make_user("manager")
    user.centre = None
    user.save()
    one, client = publish(), client_of(user)

    assert client.get("/publications/").context["entries"] == []
    assert client.get(one.get_absolute_url()).status_code == 404
    assert client.post(NEW, entry()).status_code == 404


@with_database
def test_another_centres_list_cannot_be_asked_for(client):
    makers.make_centre("gbsa")

    assert client.get("/publications/?centre=b2g").status_code == 200
    assert client.get("/publications/?centre=gbsa").status_code == 400


@with_database
def test_national_staff_say_whose_value_it_is(national, centre):
    national.post(NEW, entry(centre=centre.pk))
    national.post(NEW, entry(centre=""))

    assert {one.centre for one in Publication.objects.all()} == {centre, None}


# Beside what is counted


@with_database
def test_each_stands_beside_what_is_counted_now(centre):
    makers.make_visit(starts_on=DAY, kind="company", centre=centre)
    makers.make_visit(starts_on=DAY, kind="press", centre=centre)
    makers.make_visit(starts_on=DAY, centre=makers.make_centre("gbsa"))
    publish(centre=centre)
    publish(centre=centre, narrowed={"kind": ["company"]})
    publish(centre=centre, narrowed={"kind": ["press"], "visit_class": ["state"]})
    publish()

    found = beside(Publication.objects.order_by("pk"))

    assert [one.counted for one in found] == [2, 1, 0, 3]
    assert [one.difference_text for one in found] == ["", "−1", "−2", "+1"]
    assert {one.sealed for one in found} == {None}


@with_database
def test_a_value_opens_the_records_that_are_counted(client, centre):
    makers.make_visit(starts_on=DAY, kind="company", centre=centre)
    makers.make_visit(starts_on=DAY, kind="press", centre=centre)
    publish(centre=centre, narrowed={"kind": ["company", "press"]})
    publish(centre=centre, period=Period(date(2018, 1, 1), DAY))

    for one in client.get("/publications/").context["entries"]:
        records = client.get(one.address).context
        assert len(records["table"].rows) == one.counted == 2


@with_database
def test_a_figure_that_is_declared_no_more_is_still_listed(client, centre):
    publish(centre=centre, amount=7, printed="7건")
    Publication.objects.update(figure="gone")

    [one] = client.get("/publications/").context["entries"]

    assert (one.label, one.amount_text, one.counted) == ("gone", "7", None)
    assert client.get(one.publication.get_absolute_url()).status_code == 200


@with_database
def test_the_page_of_a_figure_shows_its_published_values(client, centre):
    publish(centre=centre, printed="지난해 42건 방문")
    publish("state-visits", centre=centre, printed="7건")

    found = client.get("/figures/visits/").context["published"]

    assert [one.publication.printed for one in found] == ["지난해 42건 방문"]


@with_database
def test_the_list_is_narrowed_by_its_filters(national, centre):
    publish(centre=centre)
    publish("state-visits", centre=centre, audience="ministry")
    publish(centre=makers.make_centre("gbsa"), period=Period.of_year(2019))

    def listed(query):
        return len(national.get(f"/publications/?{query}").context["entries"])

    assert listed("") == 3
    assert listed("figure=visits") == 2
    assert listed("year=2018") == 2
    assert listed("centre=gbsa") == 1
    assert listed("audience=ministry") == 1
    assert listed("figure=visits&year=2019&centre=gbsa&audience=press") == 1


@with_database
@pytest.mark.parametrize(
    "query", ["figure=nothing", "year=1", "audience=x", "colour=red", "format=doc"]
)
def test_what_the_list_does_not_know_is_refused(query, client):
    assert client.get(f"/publications/?{query}").status_code == 400


@with_database
def test_the_list_asks_as_often_for_many(client, centre, statements):
    publish(centre=centre)
    few = statements(lambda: client.get("/publications/"))
    for year in range(2000, 2020):
        publish(centre=centre, period=Period.of_year(year))

    assert statements(lambda: client.get("/publications/")) == few


@with_database
def test_the_file_has_what_the_list_has(client, centre):
    makers.make_visit(starts_on=DAY, centre=centre)
    publish(centre=centre, printed="지난해 42건 방문")

    response = client.get("/publications/?format=csv")

    text = b"".join(response.streaming_content).decode("utf-8-sig")
    assert "지난해 42건 방문" in text
    assert ",42,1," in text


# What is known outside


def published_in_api(client, query) -> dict:
    answer = client.get(f"/api/v1/figures/?{query}").json()
    return {one["slug"]: one["published"] for one in answer["figures"]}


@with_database
def test_the_api_has_the_last_value_given_out_for_exactly_that(client, centre):
    publish(centre=centre, printed="2건", published_on=date(2019, 3, 1))
    publish(centre=centre, printed="3건", published_on=date(2019, 1, 1))
    publish(centre=centre, printed="4건", published_on=None)
    part, later = {"kind": ["press"]}, date(2019, 9, 1)
    publish(centre=centre, printed="9건", narrowed=part, published_on=later)
    publish(printed="8건")

    assert published_in_api(client, "year=2018")["visits"] == 2
    assert published_in_api(client, "year=2018&until=2018-08-31")["visits"] is None
    assert published_in_api(client, "year=2018")["state-visits"] is None


@with_database
def test_a_closed_year_was_published_as_it_was_closed(client, centre):
    makers.make_visit(starts_on=DAY, centre=centre)
    publish("state-visits", centre=centre, printed="7건")
    close_year(centre)

    found = published_in_api(client, "year=2018&centre=b2g")

    assert found["visits"] == 1
    assert found["state-visits"] == 7
    assert published_in_api(client, "year=2018&until=2018-08-31")["visits"] is None


@with_database
def test_the_command_shows_published_values_where_there_are_any(centre):
    assert "published" not in as_csv("2018")[0]

    publish(printed="1,234건")

    rows = {row["slug"]: row["published"] for row in as_csv("2018")}
    assert (rows["visits"], rows["state-visits"]) == ("1234", "")
    assert "1,234" in figures("2018")


# Restatements


def restated(centre, close, change):
    one, other = (makers.make_user("manager", centre) for _ in range(2))
    restatement = closing.restate(close, by=one, reason="늦게 확인함")
    change()
    return restatement, lambda: closing.approve(restatement, by=other)


@with_database
def test_a_restatement_makes_what_it_moves_out_of_date(centre):
    visit = makers.make_visit(starts_on=DAY, centre=centre)
    makers.make_visit(starts_on=DAY, centre=centre)
    wrong = publish(centre=centre, printed="2건")
    everywhere = publish(printed="2건")
    right = publish(centre=centre, printed="1건")
    part = publish(centre=centre, period=Period(date(2018, 1, 1), date(2018, 8, 31)))
    elsewhere = publish(centre=makers.make_centre("gbsa"))
    before = publish(centre=centre, period=Period.of_year(2017))
    close = close_year(centre)

    restatement, approve = restated(
        centre, close, lambda: visit.remove(reason="두 번 적음")
    )
    expected = {wrong, everywhere, part}

    assert set(outdated_by(restatement)) == expected
    approve()
    restatement.refresh_from_db()
    assert set(outdated_by(restatement)) == expected
    assert not {right, elsewhere, before} & expected


@with_database
def test_an_outdated_value_is_marked_beside_what_was_sealed_then(client, centre):
    visit = makers.make_visit(starts_on=DAY, centre=centre)
    one = publish(centre=centre, printed="1건")
    close = close_year(centre)
    _restatement, approve = restated(
        centre, close, lambda: visit.remove(reason="두 번 적음")
    )
    approve()

    [found] = client.get("/publications/").context["entries"]

    assert (found.sealed, found.counted, found.is_outdated) == (1, 0, True)
    assert "정정" in client.get(one.get_absolute_url()).content.decode()


@with_database
def test_a_value_given_out_after_the_restatement_knows_it(client, centre):
    visit = makers.make_visit(starts_on=DAY, centre=centre)
    close = close_year(centre)
    restatement, approve = restated(
        centre, close, lambda: visit.remove(reason="두 번 적음")
    )
    approve()

    client.post(NEW, entry(printed="0건"))
    client.post(NEW, entry(printed="5건"))

    entries = client.get("/publications/").context["entries"]
    for found in entries:
        assert found.publication.revision == restatement.number == 1
        assert (found.sealed, found.is_outdated) == (0, False)
    assert list(outdated_by(restatement)) == []


@with_database
def test_a_figure_that_did_not_move_stays_up_to_date(centre):
    makers.make_visit(starts_on=DAY, centre=centre)
    makers.make_case(opened_on=DAY, centre=centre)
    publish("consulting-cases", centre=centre, printed="5건")
    close = close_year(centre)
    restatement, approve = restated(
        centre, close, lambda: Visit.objects.update(status="cancelled")
    )
    approve()

    assert list(outdated_by(restatement)) == []
    [found] = beside(Publication.objects.all())
    assert not found.is_outdated
