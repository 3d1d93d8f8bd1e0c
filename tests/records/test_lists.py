"""Lists: pages by their place, sorting, and what the address may say of either."""

import re
from datetime import date, timedelta

import hypothesis
import pgtrigger
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import strategies as st

from records import paging, record_types
from records.paging import Listing
from records.sorting import Order, is_kept_in_order, sortable
from support.models import OverseasFiling
from tests import makers
from tests.records.samples import each_type, make_one, sign_in

pytestmark = pytest.mark.django_db
FILINGS = record_types.get("filings")
SORTS = [
    pytest.param(kind, f"{sign}{column}", id=f"{kind.slug}-{sign}{column}")
    for kind in record_types.all_types()
    for column in sortable(kind)
    for sign in ("", "-")
]


def walked(kind, side: str = "after", **params) -> list[int]:
    """The pks met by walking a list of small pages from one end to the other."""
    found, place = [], {"before": paging.END} if side == "before" else {}
    while place is not None:
        listing = Listing(kind, kind.model.objects.all(), {**params, **place}, size=2)
        page = listing.page
        if side == "before":
            found = page.pks + found
            place = page.previous or None
        else:
            found += page.pks
            place = page.next or None
    return found


def in_order(kind, sort: str) -> list[int]:
    order = Order(sort.removeprefix("-"), sort.startswith("-"))
    return list(
        kind.model.objects.order_by(*order.columns).values_list("pk", flat=True)
    )


# Pages


@pytest.mark.parametrize(("kind", "sort"), SORTS)
def test_every_sort_meets_each_record_once_in_order_from_either_end(kind, sort):
    for _time in range(5):
        make_one(kind)
    expected = in_order(kind, sort)

    assert walked(kind, sort=sort) == expected
    assert walked(kind, "before", sort=sort) == expected


@each_type
def test_a_list_in_its_own_order_meets_each_record_once_from_either_end(kind):
    for _time in range(5):
        make_one(kind)
    expected = list(
        kind.model.objects.order_by(*kind.model._meta.ordering).values_list(
            "pk", flat=True
        )
    )

    assert walked(kind) == expected
    assert walked(kind, "before") == expected


DAYS = st.lists(st.none() | st.integers(0, 3), min_size=1, max_size=12)


@hypothesis.given(DAYS, st.sampled_from(["filed_on", "-filed_on"]))
def test_days_that_are_missing_or_alike_are_met_once_from_either_end(days, sort):
    OverseasFiling.objects.all().delete()
    centre, startup = makers.make_centre(), makers.make_startup("가온")
    OverseasFiling.objects.bulk_create(
        OverseasFiling(
            centre=centre,
            startup=startup,
            kind="patent",
            status="preparing" if day is None else "filed",
            filed_on=None if day is None else date(2018, 3, 1) + timedelta(days=day),
        )
        for day in days
    )
    expected = in_order(FILINGS, sort)

    assert walked(FILINGS, sort=sort) == expected
    assert walked(FILINGS, "before", sort=sort) == expected


def test_a_record_entered_meanwhile_neither_repeats_nor_hides_another():
    made = [makers.make_case(opened_on=date(2018, 3, day)).pk for day in (1, 2, 3, 4)]
    cases = record_types.get("cases")
    first = Listing(cases, cases.model.objects.all(), {}, size=2).page
    makers.make_case(opened_on=date(2018, 3, 5))
    second = Listing(cases, cases.model.objects.all(), first.next, size=2).page

    assert first.pks + second.pks == made[::-1]


def test_a_place_outlives_the_record_it_names():
    made = [makers.make_case(opened_on=date(2018, 3, day)) for day in (1, 2, 3)]
    cases = record_types.get("cases")
    first = Listing(cases, cases.model.objects.all(), {}, size=2).page
    made[1].remove(reason="두 번 적음")

    second = Listing(cases, cases.model.objects.all(), first.next, size=2).page

    assert second.pks == [made[0].pk]


def test_the_page_leads_to_the_first_previous_next_and_last_one():
    for _time in range(120):
        makers.make_partner()
    client = sign_in("viewer")
    first = client.get("/partners/?kind=company")
    second = client.get(link_of(first, "다음"))
    third = client.get(link_of(first, "끝"))

    assert [len(page.context["table"].rows) for page in (first, second, third)] == [
        50,
        50,
        50,
    ]
    assert shown_pks(client.get(link_of(second, "이전"))) == shown_pks(first)
    assert shown_pks(client.get(link_of(third, "처음"))) == shown_pks(first)
    assert "끝" not in third.content.decode().split('class="actions pages"')[1]


def link_of(page, label: str) -> str:
    links = re.findall(r'href="([^"]*)"[^>]*>([^<]+)</a>', page.content.decode())
    [address] = [address for address, text in links if text == label]
    return "/partners/" + address.replace("&amp;", "&")


def shown_pks(page) -> list[int]:
    return [row.record.pk for row in page.context["table"].rows]


def test_the_list_says_which_rows_of_how_many_it_shows():
    for _time in range(51):
        makers.make_partner()
    client = sign_in("viewer")
    first = client.get("/partners/")
    second = client.get("/partners/", first.context["listing"].page.next)

    assert "1–50 · 51건" in first.content.decode()
    assert "51–51 · 51건" in second.content.decode()


def test_a_long_list_is_counted_no_further_than_shown(monkeypatch):
    monkeypatch.setattr(paging, "COUNTED", 3)
    for _time in range(5):
        makers.make_partner()

    page = sign_in("viewer").get("/partners/")

    assert page.context["listing"].count == 4
    assert "3건 초과" in page.content.decode()


# Sorting


@pytest.mark.parametrize(
    ("sort", "now"), [("name", "ascending"), ("-name", "descending")]
)
def test_the_header_tells_the_order_and_leads_to_the_other(sort, now):
    makers.make_partner()

    page = sign_in("viewer").get("/partners/", {"sort": sort, "kind": "company"})

    other = "-name" if sort == "name" else "name"
    text = page.content.decode()
    assert f'aria-sort="{now}"' in text
    assert f'href="?sort={other}&amp;kind=company"' in text


@pytest.mark.parametrize(
    "sort", ["colour", "startup", "--opened_on", "minutes", "fields"]
)
def test_what_cannot_be_sorted_by_is_refused(sort):
    page = sign_in("viewer").get("/cases/", {"sort": sort})

    assert page.status_code == 400
    assert "opened_on" in page.content.decode()


def test_no_order_tells_what_is_masked():
    assert sign_in("viewer").get("/contacts/", {"sort": "email"}).status_code == 400


def test_a_long_list_is_sorted_only_by_what_is_kept_in_order(monkeypatch):
    monkeypatch.setattr(paging, "COUNTED", 3)
    for _time in range(5):
        makers.make_partner()
    client = sign_in("viewer")

    assert client.get("/partners/", {"sort": "name"}).status_code == 200
    assert client.get("/partners/", {"sort": "country"}).status_code == 400
    assert client.get("/partners/?country=US", {"sort": "country"}).status_code == 400
    assert "sort=country" not in client.get("/partners/").content.decode()


@each_type
def test_a_list_in_its_own_order_has_its_indexes(kind):
    first = kind.model._meta.ordering[0].removeprefix("-")

    assert is_kept_in_order(kind, first)


@pytest.mark.parametrize(
    "params",
    [
        {"after": "x"},
        {"after": "WzEsIDJd", "before": "WzEsIDJd"},
        {"before": "bnVsbA"},
        {"page": "2"},
    ],
)
def test_a_place_that_no_list_has_written_is_refused(params):
    assert sign_in("viewer").get("/cases/", params).status_code == 400


@hypothesis.settings(max_examples=20)
@hypothesis.given(st.binary(min_size=1, max_size=40))
def test_no_place_breaks_a_list(place):
    from base64 import urlsafe_b64encode

    text = urlsafe_b64encode(place).decode()

    assert sign_in("viewer").get("/cases/", {"after": text}).status_code in (200, 400)


@pytest.mark.parametrize(
    "value",
    [
        "1e400",
        "[1]",
        "99999999999999999999",
        '"2018-13-45"',
        "true",
        "NaN",
        '"\\u0000"',
    ],
)
@pytest.mark.parametrize("sort", ["satisfaction", "opened_on", "title"])
def test_no_value_in_a_place_breaks_a_list(value, sort):
    from base64 import urlsafe_b64encode

    text = urlsafe_b64encode(f"[{value}, 7]".encode()).decode().rstrip("=")
    page = sign_in("viewer").get("/cases/", {"sort": sort, "after": text})

    assert page.status_code in (200, 400)


# The plan


@pytest.fixture
def many_cases(db):
    """Some thousand cases of two centres, which the planner knows of."""
    startup = makers.make_startup("가온")
    centres = [makers.make_centre("b2g"), makers.make_centre("gccei")]
    cases = record_types.get("cases").model
    with pgtrigger.ignore():
        cases.objects.bulk_create(
            cases(
                reference=f"2018-{number:06}",
                centre=centres[number % 2],
                startup=startup,
                title=f"상담 {number}",
                opened_on=date(2018, 1, 1) + timedelta(days=number // 20),
            )
            for number in range(6000)
        )
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {cases._meta.db_table}")
    return cases.objects


@pytest.mark.parametrize("params", [{}, {"before": "end"}, {"sort": "opened_on"}])
@pytest.mark.parametrize("all_centres", [True, False])
def test_a_page_of_a_long_list_comes_from_an_index(many_cases, params, all_centres):
    user = makers.make_user("viewer", all_centres=all_centres)
    kind = record_types.get("cases")
    with CaptureQueriesContext(connection) as captured:
        Listing(kind, kind.visible_to(user), params)

    [page] = [one["sql"] for one in captured if " LIMIT 51" in one["sql"]]
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {page}")
        plan = "\n".join(line for [line] in cursor.fetchall())
    assert "Seq Scan" not in plan
    assert "Sort" not in plan
