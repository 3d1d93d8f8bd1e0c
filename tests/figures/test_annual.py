"""The annual page: its views, what stands beside the numbers, and its files."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import openpyxl
import pgtrigger
import pytest
from django.apps import apps
from django.http import HttpResponse
from django.urls import include, path
from django.utils import timezone

from figures import claims, closing, points
from figures.cells import Cell, end_of
from figures.models import Claim, Publication, Target
from figures.points import Point
from figures.registry import get
from tests import makers
from tests.figures.examples import FIGURES, make_counted
from tests.figures.test_closing import close_year
from tests.records.samples import client_of, sign_in

pytestmark = pytest.mark.django_db

urlpatterns = [
    path("points/<slug:slug>/<int:year>/", HttpResponse, name="point-records"),
    path("", include("pangyo.urls")),
]

VIEWS = ("years", "months", "centres", "countries", "fair")
each_view = pytest.mark.parametrize("view", VIEWS)


@pytest.fixture
def national(db):
    return client_of(makers.make_user("viewer", all_centres=True))


def page_of(client, **params):
    response = client.get("/figures/", {"year": 2018} | params)
    assert response.status_code == 200
    return response


def line_of(response, slug):
    [line] = [one for one in response.context["lines"] if one.figure.slug == slug]
    return line


def text_of(response) -> str:
    return " ".join(response.content.decode().split())


def cells_of(response) -> list[Cell]:
    """Every number of a view that leads to records."""
    found = []
    for line in response.context.get("lines", ()):
        found += getattr(line, "cells", [])
        for pair in getattr(line, "pairs", ()):
            found += [pair.before, pair.now]
        if view_of(response) == "centres":
            found.append(line.whole)
        if view_of(response) == "fair":
            found += [line.before.now, line.now.now]
    for places in response.context.get("places", ()):
        found += places.bars
    return found


def plain(exact: str) -> str:
    return exact.replace(",", "")


def view_of(response) -> str:
    return response.context["view"].slug


# Every number opens its records


@each_view
def test_every_number_opens_records_that_add_up_to_it(national, view):
    makers.make_visit(countries=["VN", "US"], headcount=3)
    makers.make_visit(countries=[], headcount=4, centre=makers.make_centre("gccei"))
    makers.make_investment(amount=5000, currency="KRW")
    makers.make_case(opened_on=date(2017, 3, 5), countries=["VN"])
    asked = {"figure": "overseas-visitors"} if view == "countries" else {}

    cells = cells_of(page_of(national, view=view, **asked))

    counted = {(cell.url, cell.exact) for cell in cells if float(plain(cell.exact))}
    assert counted
    for url, exact in counted:
        assert national.get(url).context["total_exact"] == exact, url


def test_the_pages_numbers_are_those_of_the_api(national):
    for figure in FIGURES:
        make_counted(figure, amount=3)
        make_counted(figure, date(2017, 3, 5), amount=2)
    answer = national.get("/api/v1/figures/", {"year": 2018}).json()

    lines = page_of(national).context["lines"]

    said = {one["slug"]: (one["total"], one["previous"]) for one in answer["figures"]}
    assert said == {
        line.figure.slug: tuple(
            line.figure.unit.number(value) for value in reversed(line.values[-2:])
        )
        for line in lines
    }


def test_every_figure_stands_in_one_group(national):
    groups = page_of(national).context["groups"]

    stands = [line.figure.slug for _group, lines in groups for line in lines]
    assert sorted(stands) == sorted(figure.slug for figure in FIGURES)
    assert all(group for group, _lines in groups)


@each_view
def test_a_view_takes_as_many_statements_for_many_records(national, view, statements):
    def look():
        page_of(national, view=view)

    for _time in range(2):
        makers.make_visit(countries=["VN"])
    look()
    few = statements(look)
    for _time in range(10):
        makers.make_visit(countries=["US"])

    assert statements(look) == few


@each_view
@pytest.mark.parametrize("language", ["ko", "en"])
def test_an_empty_view_says_so(national, view, language):
    national.cookies["django_language"] = language

    page = page_of(national, view=view)

    assert not page.context["has_records"]
    assert "alert-info" in text_of(page)


# What stands beside the numbers


def marks_of(page, slug) -> tuple[str, str]:
    """The mark of the year, and that of the figure's own number."""
    _period, mark = page.context["columns"][-1]
    return mark.value, line_of(page, slug).now.mark.value


def test_a_year_is_provisional_until_it_is_closed():
    client = sign_in("manager", "b2g")
    makers.make_visit()
    assert marks_of(page_of(client), "visits") == ("p", "p")

    close_year(makers.make_centre("b2g"))

    assert marks_of(page_of(client), "visits") == ("", "")


def test_a_restated_figure_stands_beside_what_it_said_first():
    client, centre = sign_in("manager", "b2g"), makers.make_centre("b2g")
    visit = makers.make_visit(headcount=9)
    close = close_year(centre)
    one, other = (makers.make_user("manager", centre) for _ in range(2))
    restatement = closing.restate(close, reason="중복", by=one)
    assert marks_of(page_of(client), "visits") == ("c", "c")

    visit.headcount = 8
    visit.save()
    closing.approve(restatement, by=other)

    page = page_of(client)
    assert marks_of(page, "overseas-visitors") == ("", "r")
    assert line_of(page, "overseas-visitors").now.published == "9"
    assert marks_of(page, "visits") == ("", "")
    assert "공표 9" in text_of(page)


def publish(slug, amount, centre=None, **fields):
    Publication.objects.create(
        figure=slug,
        centre=centre,
        starts_on=date(2018, 1, 1),
        ends_on=fields.get("ends_on", date(2018, 12, 31)),
        printed=f"{amount}",
        amount=amount,
        outlet="보도자료",
    )


def test_what_was_given_out_stands_beside_what_is_counted(national):
    makers.make_visit(headcount=9)
    publish("visits", 1)
    publish("overseas-visitors", 10)
    publish("state-visits", 7, makers.make_centre("gccei"))

    page = page_of(national)

    given = {
        slug: line_of(page, slug).now.published
        for slug in ("visits", "overseas-visitors", "state-visits")
    }
    assert given == {"visits": "", "overseas-visitors": "10", "state-visits": ""}


def test_a_part_of_a_year_stands_beside_what_was_given_out_of_it(national):
    makers.make_visit(headcount=9)
    publish("visits", 5)
    publish("visits", 6, ends_on=date(2018, 8, 31))

    page = page_of(national, until="2018-08-31")

    assert line_of(page, "visits").now.published == "6"


def test_a_target_stands_with_its_figure(national):
    makers.make_visit()
    Target.objects.create(figure="visits", year=2018, amount=40)
    Target.objects.create(figure="visits", year=2017, amount=30)

    page = page_of(national)

    assert line_of(page, "visits").achievement.target == 40
    assert line_of(page, "state-visits").achievement is None
    assert page.context["has_targets"]


def test_at_most_six_stand_first_and_those_given_out_among_them(national):
    for figure in FIGURES:
        make_counted(figure)
    publish("overseas-visitors", 3)

    slugs = [line.figure.slug for line in page_of(national).context["headlines"]]

    assert len(slugs) == 6
    assert "overseas-visitors" in slugs
    assert all(get(slug).is_headline for slug in slugs)


def test_what_counts_nothing_stands_not_among_the_first(national):
    makers.make_case()

    headlines = page_of(national).context["headlines"]

    assert [line.figure.slug for line in headlines] == ["consulting-cases"]


@pytest.mark.urls(__name__)
def test_an_open_point_of_a_figure_is_one_click_away(monkeypatch):
    point = Point(
        slug="unheaded",
        label="인원 없음",
        why="인원이 더해지지 않습니다.",
        figure="overseas-visitors",
        records=lambda period, centre: (
            get("visits").claimed(period, centre).filter(headcount=None)
        ),
    )
    monkeypatch.setattr(points, "_points", {"unheaded": point})
    client = sign_in("manager", "b2g")
    makers.make_visit(headcount=None)
    makers.make_visit(headcount=None)
    makers.make_visit(headcount=3)

    assert 'hx-get="/points/2018/?centre=b2g"' in page_of(client).content.decode()
    figures = dict(client.get("/points/2018/").context["figures"])

    assert figures.keys() == {"overseas-visitors"}
    [flag] = figures["overseas-visitors"]
    assert (flag.count, flag.url) == (2, "/points/unheaded/2018/?centre=b2g")


def test_open_points_of_another_centre_are_not_told(db):
    makers.make_centre("gccei")

    response = sign_in("viewer", "b2g").get("/points/2018/", {"centre": "gccei"})

    assert response.status_code == 404


def claim_twice(lead, follower) -> None:
    one, other = sorted((lead, follower), key=lambda record: record.pk)
    Claim.objects.create(
        record_type="contracts",
        one_pk=one.pk,
        other_pk=other.pk,
        one_centre=one.centre,
        other_centre=other.centre,
        score=90,
        state=Claim.State.SAME,
        lead_pk=lead.pk,
        follower_pk=follower.pk,
    )


def test_what_is_claimed_twice_counts_once_and_both_are_said(national, monkeypatch):
    if not claims.has("contracts"):
        declared = claims.Claimed(record_type="contracts")
        monkeypatch.setitem(claims._claimed, "contracts", declared)
    lead = makers.make_contract(quantity=2)
    follower = makers.make_contract(quantity=2, centre=makers.make_centre("gccei"))
    claim_twice(lead, follower)

    line = line_of(page_of(national), "overseas-contracts")
    side_by_side = line_of(page_of(national, view="centres"), "overseas-contracts")

    assert (line.now.text, line.claimed_text) == ("2", "4")
    assert (side_by_side.whole.text, side_by_side.sum_text) == ("2", "4")
    assert page_of(national, centre="gccei").context["lines"]


# The views


def test_a_month_stands_beside_that_of_the_year_before(national):
    makers.make_visit(starts_on=date(2017, 2, 28))
    makers.make_visit(starts_on=date(2018, 2, 3))
    makers.make_visit(starts_on=date(2018, 2, 4))

    line = line_of(page_of(national, view="months"), "visits")

    assert line.values[1] == (1, 2)
    assert line.values[-1] == (1, 2)
    assert len(line.months) == 12


def test_a_startup_of_several_months_counts_once_in_the_whole(national):
    startup = makers.make_startup()
    for month in (1, 2, 3):
        makers.make_case(startup=startup, opened_on=date(2018, month, 1))

    line = line_of(page_of(national, view="months"), "startups-supported")

    assert [now for _before, now in line.values[:3]] == [1, 1, 1]
    assert line.values[-1] == (0, 1)


def test_a_startup_of_several_centres_counts_once_in_all(national):
    startup = makers.make_startup()
    for code in ("b2g", "gccei"):
        makers.make_case(startup=startup, centre=makers.make_centre(code))

    line = line_of(page_of(national, view="centres"), "startups-supported")

    assert (sorted(line.values), line.total, line.sum_text) == ([1, 1], 1, "2")


def test_who_sees_one_centre_sees_no_other_beside_it():
    makers.make_visit(centre=makers.make_centre("gccei"))

    page = page_of(sign_in("manager", "b2g"), view="centres")

    assert [centre.code for centre in page.context["columns"]] == ["b2g"]
    assert line_of(page, "visits").whole is None
    assert "centres" not in [view.slug for view in page.context["views"]]


def test_small_countries_stand_together(national):
    codes = "VN TH US CN JP DE FR GB IN ID MY SG PH AU CA BR MX"
    for code in codes.split():
        makers.make_visit(countries=[code])

    page = page_of(national, view="countries", figure="visits")

    regions, countries = page.context["places"]
    assert (len(countries.bars), countries.others, countries.rest) == (15, 2, "2")
    assert max(bar.value for bar in regions.bars) == 6


def known_since(record, day: date) -> None:
    """As if everything about the record had been entered on the day."""
    history = apps.get_model(record._meta.app_label, f"{type(record).__name__}Event")
    with pgtrigger.ignore(f"{history._meta.label}:append_only"):
        history.objects.filter(pgh_obj_id=record.pk).update(pgh_created_at=end_of(day))


def test_what_is_entered_late_is_no_growth(national):
    for starts_on, entered_on in (
        (date(2017, 2, 28), date(2017, 2, 28)),
        (date(2017, 2, 1), date(2017, 3, 1)),
        (date(2018, 2, 28), date(2018, 2, 28)),
        (date(2018, 2, 1), date(2018, 2, 2)),
    ):
        known_since(makers.make_visit(starts_on=starts_on), entered_on)

    page = page_of(national, view="fair", until="2018-02-28")

    line = line_of(page, "visits")
    assert [(one.before, one.after) for one in line.periods] == [(1, 2), (2, 2)]
    assert [one.late for one in line.periods] == ["+1", "0"]
    assert [change for change, _percent in line.changes] == ["+1", "0"]
    assert "as_known=2017-02-28" in line.before.then.url
    assert "as_known" not in line.before.now.url


def test_a_period_that_is_not_over_is_known_now(national):
    today = timezone.localdate()
    makers.make_visit(starts_on=today.replace(day=1))

    page = page_of(national, view="fair", year=today.year)

    now = line_of(page, "visits").now
    assert (now.before, now.after, now.late) == (1, 1, "0")
    assert "as_known" not in now.then.url


@each_view
def test_a_view_of_the_past_leads_to_the_records_of_then(national, view):
    known_since(makers.make_visit(countries=["VN"]), date(2018, 5, 1))
    known_since(makers.make_visit(countries=["VN"]), date(2019, 5, 1))
    asked = {"figure": "visits"} if view == "countries" else {}

    page = page_of(national, view=view, as_known="2018-12-31", **asked)

    cells = [cell for cell in cells_of(page) if cell.url.startswith("/figures/visits/")]
    assert {cell.exact for cell in cells} <= {"0", "1"}
    assert "1" in {cell.exact for cell in cells}
    assert all("as_known=2018-12-31" in cell.url for cell in cells)


def test_ten_years_are_as_many_as_are_shown(national):
    assert len(page_of(national, years=10).context["columns"]) == 10


# What is refused


@pytest.mark.parametrize(
    "params",
    [
        {"view": "moon"},
        {"years": "1"},
        {"years": "11"},
        {"years": "x"},
        {"view": "countries", "figure": "tenants"},
        {"view": "months", "from": "2015", "to": "2018"},
        {"view": "months", "year": "18"},
    ],
)
def test_what_cannot_be_shown_is_refused_in_a_sentence(national, params):
    response = national.get("/figures/", params)

    assert response.status_code == 400
    assert response.context["sentence"]


@each_view
def test_another_centre_is_not_found(view):
    makers.make_centre("gccei")

    response = sign_in("viewer", "b2g").get(
        "/figures/", {"view": view, "centre": "gccei"}
    )

    assert response.status_code == 404


# Files


def test_the_workbook_has_a_sheet_for_every_view(national):
    makers.make_visit(headcount=9, countries=["VN"])
    publish("overseas-visitors", 10)
    Target.objects.create(figure="overseas-visitors", year=2018, amount=40)

    response = national.get("/figures/", {"year": 2018, "format": "xlsx"})

    book = openpyxl.load_workbook(BytesIO(b"".join(response)))
    names = ["연도별", "월별", "기관별", "지역별", "국가별", "지표 정의"]
    assert book.sheetnames[:6] == names
    head, *rows = book["연도별"].values
    [row] = [row for row in rows if row[1] == "해외 방문객"]
    line = dict(zip(head, row, strict=True))
    assert (line["2018년"], line["2018년 표시"]) == (9, "p")
    assert (line["2018년 공표"], line["목표"]) == (10, 40)
    assert [row for row in book["국가별"].values if row[1] == "방문"] == [
        ("방문", "방문", "건", "베트남", 1)
    ]
    of_a_year = {"tenants", "tenant-revenue", "tenant-employees"}
    told = {"연도별": FIGURES, "기관별": FIGURES}
    told["월별"] = [figure for figure in FIGURES if figure.slug not in of_a_year]
    for name, figures in told.items():
        assert book[name].max_row == len(figures) + 1


# One figure


def test_a_figures_page_shows_target_published_value_and_mark(national):
    makers.make_visit()
    publish("visits", 5)
    Target.objects.create(figure="visits", year=2018, amount=4)

    page = national.get("/figures/visits/", {"from": "2017", "to": "2018"})

    before, line = page.context["lines"]
    assert (line.target_text, line.given_text, line.cell.mark) == ("4", "5", "p")
    assert (before.target_text, before.given_text) == ("", "")
    assert line.target == Decimal(4)


@pytest.mark.parametrize(
    ("asked", "drawn"),
    [({"by": "year"}, "chart-bar"), ({"by": "month"}, "chart-line")],
)
def test_time_is_drawn_as_columns_and_where_it_is_long_as_a_line(
    national, asked, drawn
):
    makers.make_visit()

    page = national.get("/figures/visits/", {"from": "2015", "to": "2018"} | asked)

    assert drawn in text_of(page)
