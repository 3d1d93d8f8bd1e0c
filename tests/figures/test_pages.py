"""The figures' pages: every number opens the records it counts."""

import csv
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.core.management import call_command
from django.utils import timezone
from django.utils.translation import override

from figures.measuring import Question, total
from figures.periods import Period
from figures.registry import all_figures, get
from records.exports.delimited import BOM
from tests import makers
from tests.figures.examples import FIGURES, make_counted, slug_of
from tests.records.samples import client_of, sign_in

pytestmark = pytest.mark.django_db

YEAR = Period.of_year(2018)
each_figure = pytest.mark.parametrize("figure", FIGURES, ids=slug_of)


@pytest.fixture
def national(db):
    return client_of(makers.make_user("viewer", all_centres=True))


def opened(client, address, **params):
    response = client.get(address, params)
    assert response.status_code == 200
    return response


def line_of(response, figure):
    [line] = [line for line in response.context["lines"] if line.figure is figure]
    return line


def text_of(response) -> str:
    return b"".join(response).decode()


# The annual page


@each_figure
def test_the_years_number_opens_the_records_it_counts(national, figure):
    make_counted(figure, amount=3)
    make_counted(figure, amount=4)
    cell = line_of(opened(national, "/figures/", year=2018), figure).cells[-1]

    page = opened(national, cell.url)

    assert page.context["summary"]["records"] == 2
    assert page.context["total_exact"] == cell.exact
    assert page.context["total_text"] == cell.text


@each_figure
def test_an_earlier_years_number_opens_its_own_records(national, figure):
    make_counted(figure, date(2016, 3, 5), amount=3)
    page = opened(national, "/figures/", year=2018, until="2018-08-31")
    cell = line_of(page, figure).cells[-3]

    assert opened(national, cell.url).context["total_exact"] == cell.exact


def test_the_annual_page_compares_with_the_same_period_a_year_before(national):
    makers.make_visit(starts_on=date(2017, 8, 31))
    makers.make_visit(starts_on=date(2017, 9, 1))
    makers.make_visit(starts_on=date(2018, 8, 31))
    makers.make_visit(starts_on=date(2018, 8, 31))

    page = opened(national, "/figures/", year=2018, until="2018-08-31")

    assert line_of(page, get("visits")).change == 1


def test_without_a_year_the_last_one_with_records_is_shown(national):
    last_year = timezone.localdate().year - 1
    makers.make_visit(starts_on=date(last_year, 3, 5))

    assert opened(national, "/figures/").context["scope"].period == Period.of_year(
        last_year
    )


def test_this_year_is_shown_until_today(national):
    today = timezone.localdate()
    makers.make_visit(starts_on=today)

    assert opened(national, "/figures/").context["scope"].period.end == today


def test_a_view_of_the_past_shows_what_was_known(national):
    makers.make_visit()
    yesterday = timezone.localdate() - timedelta(days=1)

    page = opened(national, "/figures/", year=2018, as_known=f"{yesterday}")

    cell = line_of(page, get("visits")).cells[-1]
    assert (cell.text, cell.url) == (
        "0",
        f"/figures/visits/2018/?as_known={yesterday}",
    )


def test_the_own_centre_is_meant(db):
    makers.make_visit(centre=makers.make_centre("gccei"))

    page = opened(sign_in("officer", "b2g"), "/figures/", year=2018)

    assert line_of(page, get("visits")).cells[-1].text == "0"


def test_the_annual_page_takes_as_many_statements_for_many_records(
    national, statements
):
    def look():
        opened(national, "/figures/", year=2018)

    for figure in FIGURES:
        make_counted(figure)
        make_counted(figure)
    look()
    few = statements(look)
    for figure in FIGURES:
        for _time in range(10):
            make_counted(figure)

    assert statements(look) == few


# One figure


@each_figure
def test_a_years_part_opens_its_records(national, figure):
    make_counted(figure, amount=3)
    page = opened(national, f"/figures/{figure.slug}/", year=2018)
    [line] = page.context["lines"]

    records = opened(national, line.cell.url)

    assert records.context["total_exact"] == line.cell.exact


@pytest.mark.parametrize("by", ["country", "region", "kind", "visit_class", "month"])
def test_a_part_opens_its_records(national, by):
    makers.make_visit(countries=["VN", "US"], headcount=3)
    makers.make_visit(countries=[], kind="press", visit_class="state", headcount=5)
    page = opened(national, "/figures/overseas-visitors/", year=2018, by=by)

    for line in page.context["lines"]:
        records = opened(national, line.cell.url)
        assert records.context["total_exact"] == line.cell.exact


def test_a_figure_is_shown_through_the_years_at_first(national):
    lines = opened(national, "/figures/visits/").context["lines"]

    assert len(lines) == 12
    assert lines[-1].label == str(timezone.localdate().year)


# The records


@each_figure
def test_the_file_of_the_records_adds_up_to_the_total(national, figure):
    for amount in (2, 3):
        make_counted(figure, amount=amount)

    response = national.get(f"/figures/{figure.slug}/2018/", {"format": "csv"})

    rows = list(csv.reader(StringIO(text_of(response).removeprefix(BOM))))[1:]
    assert sum(Decimal(row[-1]) for row in rows) == total(Question(figure, YEAR))


@each_figure
def test_the_records_take_as_many_statements_for_many(national, figure, statements):
    def look():
        opened(national, f"/figures/{figure.slug}/2018/")

    make_counted(figure)
    make_counted(figure)
    look()
    few = statements(look)
    for _time in range(10):
        make_counted(figure)

    assert statements(look) == few


def test_a_filter_narrows_the_records_and_their_total(national):
    makers.make_visit(visit_class="state", headcount=3)
    makers.make_visit(visit_class="study", headcount=4)

    page = opened(national, "/figures/overseas-visitors/2018/", visit_class="state")

    assert page.context["total_exact"] == "3"


def test_records_that_do_not_say_what_they_add_are_told(national):
    makers.make_investment(amount=1000, currency="USD")
    makers.make_investment(amount=500, currency="KRW")

    page = opened(national, "/figures/investment-linked/2018/")

    assert page.context["summary"]["records"] == 2
    assert page.context["summary"]["missing"] == 1


def test_of_a_figure_that_only_counts_no_record_is_silent(national):
    makers.make_case()

    page = opened(national, "/figures/consulting-cases/2018/")

    assert page.context["summary"]["missing"] == 0


def test_many_records_come_in_pages(national):
    for _time in range(51):
        makers.make_agency()

    first = opened(national, "/figures/agencies-opened/2018/")
    place = first.context["listing"].page.next
    second = opened(national, "/figures/agencies-opened/2018/", **place)

    assert len(first.context["table"].rows) == 50
    assert len(second.context["table"].rows) == 1
    assert second.context["summary"]["records"] == 51


# What is refused

ADDRESSES = ("/figures/", "/figures/visits/", "/figures/visits/2018/")
each_address = pytest.mark.parametrize("address", ADDRESSES)


@each_address
def test_who_is_not_signed_in_is_sent_to_sign_in(client, address):
    response = client.get(address)

    assert response.status_code == 302
    assert response["Location"].startswith("/sign-in/")


@each_address
@pytest.mark.parametrize("role", ["viewer", "officer", "manager", "admin", "auditor"])
def test_every_role_may_look(role, address):
    assert sign_in(role).get(address).status_code == 200


@each_address
def test_another_centre_is_not_found(address):
    makers.make_centre("gccei")

    response = sign_in("officer", "b2g").get(address, {"centre": "gccei"})

    assert response.status_code == 404


@each_address
@pytest.mark.parametrize(
    "params",
    [
        {"colour": "red"},
        {"until": "2018-02-30"},
        {"quarter": "5"},
        {"quarter": "1", "month": "1"},
    ],
)
def test_what_cannot_be_meant_is_refused_in_a_sentence(national, address, params):
    response = national.get(address, params)

    assert response.status_code == 400
    assert response.context["sentence"]


@each_address
def test_a_nul_is_no_centre(national, address):
    assert national.get(address, {"centre": "\x00"}).status_code in (400, 404)


@pytest.mark.parametrize("address", ["/figures/nothing/", "/figures/nothing/2018/"])
def test_an_unknown_figure_is_not_found(national, address):
    assert national.get(address).status_code == 404


@pytest.mark.parametrize("year", ["1700", "99999999999"])
def test_what_is_no_year_is_refused(national, year):
    assert national.get(f"/figures/visits/{year}/").status_code == 400


@each_address
@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_the_pages_are_only_read(national, address, method):
    assert getattr(national, method)(address).status_code == 405


# Files


def workbook_of(client, address, **params):
    response = client.get(address, {"format": "xlsx", **params})
    assert response.status_code == 200
    return openpyxl.load_workbook(BytesIO(b"".join(response)))


@each_figure
def test_the_workbook_of_the_records_says_their_total(national, figure):
    make_counted(figure, amount=2)
    make_counted(figure, amount=3)

    book = workbook_of(national, f"/figures/{figure.slug}/2018/")

    data, told = book.worksheets
    facts = {row[0]: row[1] for row in told.iter_rows(min_row=4, values_only=True)}
    measured = sum(row[-1] for row in data.iter_rows(min_row=2, values_only=True))
    whole = float(total(Question(figure, YEAR)))
    assert measured == pytest.approx(whole)
    assert facts[f"합계({figure.unit.label})"] == pytest.approx(whole)
    assert facts["집계 대상"] == str(figure.counts)
    assert facts["기간"] == "2018-01-01 ~ 2018-12-31"


@each_figure
def test_the_records_of_a_figure_come_back_with_nothing_to_do(
    national, figure, tmp_path, capsys
):
    make_counted(figure, amount=2)
    make_counted(figure, amount=3)
    number = len(
        opened(national, f"/figures/{figure.slug}/2018/").context["table"].rows
    )
    response = national.get(f"/figures/{figure.slug}/2018/", {"format": "xlsx"})
    path = tmp_path / "back.xlsx"
    path.write_bytes(b"".join(response))

    with override("en"):
        call_command("import_records", figure.record_type.slug, path)

    assert f"unchanged {number}" in capsys.readouterr().out


@pytest.mark.parametrize("wanted", ["csv", "xlsx"])
@pytest.mark.parametrize(
    "address", ["/figures/?year=2018", "/figures/visits/?by=country"]
)
def test_a_page_of_figures_goes_out_as_a_file(national, address, wanted):
    makers.make_visit(visit_class="state", headcount=3)

    response = national.get(f"{address}&format={wanted}")

    assert response.status_code == 200
    assert f".{wanted}" in response["Content-Disposition"]
    assert b"".join(response)


def test_the_file_of_the_annual_page_has_its_totals_in_full(national):
    makers.make_investment(
        paid_on=date(2018, 3, 5), amount="111300000000", currency="KRW"
    )

    rows = list(workbook_of(national, "/figures/", year=2018).worksheets[0].values)

    assert len(rows) == len(list(all_figures())) + 1
    assert 111_300_000_000 in [value for row in rows for value in row]
