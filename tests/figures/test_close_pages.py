"""The pages of closed years: proposed, closed, restated, and what was sealed."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from figures.models import Publication, Restatement, YearClose
from tests import makers
from tests.figures.closes import approve, close_year, open_restatement
from tests.figures.examples import FIGURES
from tests.records.import_road import shown
from tests.records.samples import client_of, sign_in_national

pytestmark = pytest.mark.django_db

DAY = date(2018, 6, 15)
PAGE = "/closes/2018/b2g/"
FIGURE = "/figures/consulting-cases/2018/"


@pytest.fixture
def centre():
    return makers.make_centre("b2g")


@pytest.fixture
def cases(centre):
    return [
        makers.make_case(opened_on=DAY, centre=centre, title=f"상담 {n}")
        for n in range(3)
    ]


def manager(centre):
    return client_of(makers.make_user("manager", centre))


# Closing


def test_a_year_is_proposed_by_one_and_closed_by_a_second(cases, centre):
    one, other = manager(centre), manager(centre)

    assert one.post(f"{PAGE}propose/").status_code == 302
    assert other.post(f"{PAGE}confirm/").status_code == 302

    close = YearClose.objects.get()
    assert (close.state, close.closed_by) == (
        "closed",
        other.get(PAGE).wsgi_request.user,
    )
    [cases_line, *_others] = other.get(PAGE).context["lines"]
    assert cases_line.first_text == "3"


def test_who_proposed_does_not_close(centre):
    one = manager(centre)
    one.post(f"{PAGE}propose/")

    response = one.post(f"{PAGE}confirm/")

    assert response.status_code == 400
    assert "다른 사람" in response.content.decode()


def test_a_proposal_is_withdrawn_and_made_again(centre):
    one = manager(centre)
    one.post(f"{PAGE}propose/")
    one.post(f"{PAGE}withdraw/")
    assert not one.get(PAGE).context["close"]

    one.post(f"{PAGE}propose/")

    assert one.get(PAGE).context["close"].state == "proposed"


@pytest.mark.parametrize("role", ["viewer", "officer", "auditor"])
@pytest.mark.parametrize("verb", ["propose", "confirm", "withdraw", "restate"])
def test_only_managers_and_administrators_close(role, verb, centre):
    client = client_of(makers.make_user(role, centre))
    assert client.get(PAGE).status_code == 200
    assert client.post(f"{PAGE}{verb}/", {"reason": "x"}).status_code == 403


@pytest.mark.parametrize("verb", ["propose", "confirm", "withdraw", "restate"])
def test_a_verb_is_no_page(verb, centre):
    assert manager(centre).get(f"{PAGE}{verb}/").status_code == 405


def test_another_centre_is_not_found(centre):
    makers.make_centre("gccei")
    client = manager(centre)
    assert client.get("/closes/2018/gccei/").status_code == 404
    assert client.post("/closes/2018/gccei/propose/").status_code == 404


def test_a_year_that_is_not_over_is_not_proposed(centre):
    this_year = timezone.localdate().year
    address = f"/closes/{this_year}/b2g/"
    client = manager(centre)
    assert "propose" not in shown(client.get(address))
    assert client.post(f"{address}propose/").status_code == 400


def test_the_years_of_all_centres_are_seen_by_who_may(cases, centre):
    close_year(centre)
    makers.make_centre("gccei")

    page = sign_in_national().get("/closes/")

    [year] = [places for year, places in page.context["rows"] if year == 2018]
    assert [bool(place.close) for place in year] == [True, False]


@pytest.mark.parametrize("address", ["/closes/", PAGE, "/points/cases-open/2018/"])
def test_who_is_not_signed_in_is_sent_to_sign_in(client, centre, address):
    assert client.get(address)["Location"].startswith("/sign-in/")


@pytest.mark.parametrize(
    "address", ["/points/nothing/2018/", "/restatements/1/", "/closes/2018/none/"]
)
def test_what_is_not_there_is_not_found(centre, address):
    assert manager(centre).get(address).status_code == 404


# Restating


@pytest.fixture
def restatement(cases, centre) -> Restatement:
    restatement = open_restatement(close_year(centre))
    cases[0].remove(reason="중복")
    return restatement


def test_a_restatement_is_opened_with_a_reason(cases, centre):
    close_year(centre)
    client = manager(centre)
    assert client.post(f"{PAGE}restate/", {"reason": " "}).status_code == 400

    response = client.post(f"{PAGE}restate/", {"reason": "중복 접수"})

    assert "중복 접수" in shown(client.get(response["Location"]))


def test_its_page_says_what_moved_before_and_after(restatement, cases, centre):
    page = manager(centre).get(f"/restatements/{restatement.pk}/")

    by_figure = {one.figure.slug: one for one in page.context["figures"]}
    moved = by_figure["consulting-cases"]
    assert (moved.before, moved.after) == (3, 2)
    [line] = moved.lines
    assert (line.label, line.before, line.after) == ("상담 0", "1", "–")
    assert line.url == f"/cases/{cases[0].pk}/history/"


def test_a_second_person_approves(restatement, centre):
    address = f"/restatements/{restatement.pk}/"
    opener = client_of(restatement.opened_by)
    assert opener.post(f"{address}approve/").status_code == 400

    assert manager(centre).post(f"{address}approve/").status_code == 302

    restatement.refresh_from_db()
    assert restatement.state == "approved"
    moved = manager(centre).get(address).context["figures"][0]
    assert (moved.before, moved.after) == (3, 2)


def test_what_has_moved_is_not_withdrawn(restatement, cases, centre):
    address = f"/restatements/{restatement.pk}/"
    client = manager(centre)
    assert client.post(f"{address}withdraw/").status_code == 400

    cases[0].restore()

    assert client.post(f"{address}withdraw/").status_code == 302


def test_another_centres_restatement_is_not_found(restatement):
    client = manager(makers.make_centre("gccei"))
    assert client.get(f"/restatements/{restatement.pk}/").status_code == 404
    assert client.post(f"/restatements/{restatement.pk}/approve/").status_code == 404


def test_what_was_given_out_of_the_figure_is_out_of_date(restatement, centre):
    of = {"figure": "consulting-cases", "printed": "3", "amount": 3, "outlet": "신문"}
    year = {"starts_on": date(2018, 1, 1), "ends_on": date(2018, 12, 31)}
    half = {"starts_on": date(2018, 7, 1), "ends_on": date(2019, 6, 30)}
    quarter = {"starts_on": date(2018, 1, 1), "ends_on": date(2018, 3, 31)}
    told = [
        Publication.objects.create(centre=centre, **of, **year),
        Publication.objects.create(centre=centre, **of, **quarter),
        Publication.objects.create(centre=None, **of, **half),
    ]
    before = {"starts_on": date(2017, 1, 1), "ends_on": date(2017, 12, 31)}
    Publication.objects.create(centre=centre, **of, **before)
    Publication.objects.create(centre=makers.make_centre("gccei"), **of, **year)
    Publication.objects.create(centre=centre, **of | {"figure": "visits"}, **year)

    page = manager(centre).get(f"/restatements/{restatement.pk}/")

    assert {one for one, _label in page.context["publications"]} == set(told)


# The drill-down of what was sealed


def test_an_open_year_has_one_view_of_its_records(cases, centre):
    client = manager(centre)
    assert client.get(FIGURE).context["tabs"] == []
    for view in ("sealed", "moved"):
        assert client.get(FIGURE, {"as": view}).status_code == 400


@pytest.mark.parametrize(
    "params",
    [
        {"as": "other"},
        {"as": "sealed", "revision": "7"},
        {"as": "sealed", "revision": "x"},
        {"as": "sealed", "after": "x"},
        {"as": "sealed", "until": "2018-06-30"},
        {"as": "sealed", "status": "closed"},
    ],
)
def test_what_cannot_be_meant_is_refused_in_a_sentence(cases, centre, params):
    close_year(centre)
    response = manager(centre).get(FIGURE, params)
    assert response.status_code == 400
    assert response.context["sentence"]


def test_a_closed_year_says_so_and_leads_to_the_other_views(cases, centre):
    close = close_year(centre)

    tabs = manager(centre).get(FIGURE).context["tabs"]

    assert f"{close.closed_by}" in shown(manager(centre).get(FIGURE))
    assert [tab.is_current for tab in tabs] == [True, False, False]
    for tab in tabs:
        assert manager(centre).get(tab.url).status_code == 200


def test_each_revision_lists_what_it_sealed(restatement, cases, centre):
    approve(restatement)
    client = manager(centre)

    def listed(**params):
        page = client.get(FIGURE, {"as": "sealed", **params})
        return [row.record.pk for row in page.context["table"].rows]

    assert listed() == [case.pk for case in cases]
    assert listed(revision=1) == [case.pk for case in cases[1:]]


def test_what_has_moved_since_is_listed(restatement, cases, centre):
    page = manager(centre).get(FIGURE, {"as": "moved"})

    [line] = page.context["lines"]
    assert (line.label, line.after) == ("상담 0", "–")


def test_a_record_that_adds_otherwise_is_listed(centre):
    filing = makers.make_filing(filed_on=DAY, quantity=2, centre=centre)
    open_restatement(close_year(centre))
    filing.quantity = 5
    filing.save()

    page = manager(centre).get("/figures/overseas-filings/2018/", {"as": "moved"})

    [line] = page.context["lines"]
    assert (line.before, line.after) == ("2", "5")


def test_many_sealed_records_come_in_pages_that_add_up(centre):
    startup = makers.make_startup("한빛", centre=centre)
    for _time in range(51):
        makers.make_case(opened_on=DAY, centre=centre, startup=startup)
    close_year(centre)
    client = manager(centre)

    first = client.get(FIGURE, {"as": "sealed"})
    second = client.get(FIGURE, {"as": "sealed", "after": first.context["next"]})

    rows = [*first.context["table"].rows, *second.context["table"].rows]
    assert sum(row.record.measured for row in rows) == 51
    assert second.context["next"] is None


# The command


def test_seals_that_hold_are_told(cases, centre, capsys):
    close_year(centre)
    call_command("check_seals")
    assert f"{len(FIGURES)}개 일치" in capsys.readouterr().out


def test_a_seal_that_does_not_hold_is_told_and_fails(cases, centre, capsys):
    close_year(centre)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE support_consultingcase DISABLE TRIGGER USER")
        cursor.execute(
            "UPDATE support_consultingcase SET status = 'cancelled' WHERE id = %s",
            (cases[0].pk,),
        )
        cursor.execute("ALTER TABLE support_consultingcase ENABLE TRIGGER USER")

    with pytest.raises(CommandError):
        call_command("check_seals")

    told = capsys.readouterr().out
    assert "컨설팅" in told
    assert "3" in told


def test_what_an_open_restatement_moves_is_expected(restatement, capsys):
    call_command("check_seals")
    assert "정정" in capsys.readouterr().out
