"""The records of a past moment: listed as they stood, adding up to what was said."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone

from figures.measuring import Question, total
from figures.periods import Period
from figures.registry import get
from tests import makers
from tests.figures.closes import close_year, open_restatement
from tests.figures.examples import FIGURES, make_counted
from tests.records.samples import client_of

# A change is known from the moment of its transaction, so every step needs its own.
pytestmark = pytest.mark.django_db(transaction=True)

YEAR = Period.of_year(2018)
DAY = date(2018, 6, 15)


def then(client, figure, moment):
    """The drill-down as known at the moment."""
    address = f"/figures/{figure.slug}/2018/"
    return client.get(address, {"as_known": moment.isoformat()})


def test_every_figure_lists_what_it_counted_before_all_was_deleted():
    centre = makers.make_centre()
    records = [make_counted(figure, DAY, amount=3) for figure in FIGURES]
    moment = timezone.now()
    before = {figure: total(Question(figure, YEAR, centre)) for figure in FIGURES}
    for record in records:
        record.remove(reason="시험")

    client = client_of(makers.make_user("viewer", centre))
    for figure in FIGURES:
        page = then(client, figure, moment)
        rows = page.context["table"].rows
        assert sum(row.record.measured for row in rows) == before[figure]
        assert page.context["summary"]["total"] == before[figure]


def test_records_are_listed_as_they_stood():
    visit = makers.make_visit(title="첫 제목", starts_on=DAY, headcount=2)
    visit.title, visit.headcount = "둘째 제목", 3
    visit.save()
    moment = timezone.now()
    visit.title, visit.headcount = "고친 제목", 8
    visit.save()
    makers.make_visit(title="늦은 입력", starts_on=DAY)
    figure = get("overseas-visitors")

    page = then(client_of(makers.make_user("viewer", visit.centre)), figure, moment)

    [row] = page.context["table"].rows
    assert (row.record.title, row.record.measured) == ("둘째 제목", 3)
    assert row.url == f"/visits/{visit.pk}/history/"


def test_the_page_of_a_past_moment_is_narrowed_as_todays_is():
    makers.make_visit(starts_on=DAY, headcount=3)
    state = makers.make_visit(starts_on=DAY, headcount=4, visit_class="state")
    client = client_of(makers.make_user("viewer", state.centre))
    asked = {"as_known": f"{timezone.localdate()}", "visit_class": "state"}

    page = client.get("/figures/overseas-visitors/2018/", asked)

    assert [row.record.pk for row in page.context["table"].rows] == [state.pk]
    assert page.context["total_exact"] == "4"


def test_what_was_sealed_is_shown_as_it_stood_then():
    centre = makers.make_centre("b2g")
    kept = makers.make_case(opened_on=DAY, centre=centre, title="첫 제목")
    gone = makers.make_case(opened_on=DAY, centre=centre, title="지워질 상담")
    open_restatement(close_year(centre))
    kept.title = "고친 제목"
    kept.save()
    gone.remove(reason="중복")
    client = client_of(makers.make_user("manager", centre))

    page = client.get("/figures/consulting-cases/2018/", {"as": "sealed"})

    rows = page.context["table"].rows
    assert [row.record.title for row in rows] == ["첫 제목", "지워질 상담"]
    assert [row.url for row in rows] == [
        f"/cases/{case.pk}/history/" for case in (kept, gone)
    ]
    assert page.context["total_exact"] == "2"


def test_what_is_not_known_of_an_amount_stays_unknown():
    investment = makers.make_investment(paid_on=DAY, amount=100, currency="USD")
    moment = timezone.now()
    investment.fx_rate, investment.fx_on = Decimal(1000), DAY
    investment.save()
    figure = get("investment-linked")

    page = then(
        client_of(makers.make_user("viewer", investment.centre)), figure, moment
    )

    summary = page.context["summary"]
    assert (summary["records"], summary["total"], summary["missing"]) == (1, 0, 1)
