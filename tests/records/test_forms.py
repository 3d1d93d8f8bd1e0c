"""What forms take as people write it, what they tell back, and entering in passing."""

from datetime import timedelta
from urllib.parse import unquote

import pytest
from django.db import models
from django.utils import timezone

from records import record_types
from records.money import Currency, is_amount, is_won
from records.written_values.amounts import CURRENCIES
from support.models import InvestmentLink, Startup
from tests import makers
from tests.records.samples import (
    TYPES,
    as_form,
    entry,
    make_one,
    sign_in,
    sign_in_national,
    sign_in_to_write,
)

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}
INVESTMENTS = record_types.get("investments")


def fields_of(wanted) -> list:
    return [
        pytest.param(kind, name, id=f"{kind.slug}-{name}")
        for kind in TYPES
        for name in kind.all_fields
        if wanted(kind.field(name))
    ]


each_day = pytest.mark.parametrize(
    ("kind", "name"), fields_of(lambda field: isinstance(field, models.DateField))
)
each_amount = pytest.mark.parametrize(
    ("kind", "name"), fields_of(lambda field: is_amount(field) or is_won(field))
)


@pytest.fixture
def client():
    return sign_in("officer")


def reading(client, slug, **typed) -> str:
    return client.get(f"/{slug}/reading/", typed).content.decode().strip()


def entered(client, **fields) -> InvestmentLink:
    data = entry(INVESTMENTS) | {"fx_rate": "1100"} | fields
    response = client.post("/investments/new/", as_form(data))
    assert response.status_code == 302, response.context["form"].errors
    return InvestmentLink.objects.latest("pk")


def refused(client, **fields) -> dict:
    data = as_form(entry(INVESTMENTS) | fields)
    response = client.post("/investments/new/", data)
    assert response.status_code == 200
    assert not InvestmentLink.objects.exists()
    return response.context["form"].errors


# Days


@each_day
def test_every_day_is_told_back_as_it_was_read(kind, name):
    told = reading(sign_in_to_write(kind), kind.slug, **{name: "18-3-5"})

    assert told == "→ 2018-03-05 (월요일)"


def test_a_day_without_its_year_says_how_it_is_read(client):
    tomorrow = timezone.localdate() + timedelta(days=1)

    told = reading(client, "cases", opened_on=f"{tomorrow.month}/{tomorrow.day}")

    assert f"{tomorrow.year - 1}-{tomorrow:%m-%d}" in told
    assert "연도가 없으면" in told


def test_what_is_no_day_is_told_with_what_is_accepted(client):
    told = reading(client, "cases", opened_on="곧")

    assert "곧" in told
    assert "2018-03-05" in told
    assert "data-refused" in told


def test_an_emptied_field_is_told_nothing(client):
    assert reading(client, "cases", opened_on=" ") == ""


@pytest.mark.parametrize("address", ["/cases/reading/", "/cases/reading/?title=x"])
def test_a_field_that_is_not_read_back_is_told_nothing(client, address):
    assert client.get(address).content == b""


def test_what_was_read_is_told_after_saving(client):
    makers.make_startup("한빛")
    data = {"startup": "한빛", "opened_on": "어제", "status": "open"}

    page = client.post("/cases/new/", data, follow=True).content.decode()

    yesterday = timezone.localdate() - timedelta(days=1)
    assert f"“어제” → {yesterday}" in page


@pytest.mark.parametrize(
    "written", ["2018.3.5", "18-3-5", "20180305", "2018년 3월 5일"]
)
def test_a_filter_takes_a_day_as_people_write_it(client, written):
    makers.make_case(title="그날")

    page = client.get(
        "/cases/", {"opened_on_after": written, "opened_on_before": written}
    )

    assert "그날" in page.content.decode()


def test_a_filter_tells_the_day_it_understood(client):
    page = client.get("/cases/", {"opened_on_after": "18-3-5"}).content.decode()

    assert "2018-03-05" in page


# Amounts


@each_amount
def test_every_amount_is_told_back_with_its_exact_value(kind, name):
    told = reading(sign_in_to_write(kind), kind.slug, **{name: "1,113억원"})

    assert told == "→ 111,300,000,000원 (1,113억)"


@each_amount
@pytest.mark.parametrize("written", ["△20", "-1", "비공개", "미정", "많음", "1억 500"])
def test_what_is_no_amount_is_refused_with_what_was_found(kind, name, written):
    told = reading(sign_in_to_write(kind), kind.slug, **{name: written})

    assert written in told
    assert "data-refused" in told


def test_an_amount_that_names_its_currency_fills_it_in(client):
    made = entered(client, amount="USD 2.5m", currency="")

    assert (made.amount, made.currency) == (2_500_000, "USD")


def test_a_sign_of_several_currencies_agrees_with_each(client):
    assert entered(client, amount="$2.5M", currency="SGD").currency == "SGD"


def test_an_amount_that_contradicts_its_currency_is_refused(client):
    told = refused(client, amount="3만불", currency="KRW")

    assert "USD" in told["amount"][0]
    assert "KRW" in told["amount"][0]


def test_an_amount_without_any_currency_is_refused(client):
    assert refused(client, amount="3억", currency="")


def test_another_currency_is_no_won():
    kind = record_types.get("programmes")

    told = reading(sign_in_to_write(kind), "programmes", budget_krw="USD 2.5m")

    assert "data-refused" in told


def test_an_amount_stands_in_its_form_as_it_may_be_typed(client):
    made = entered(client, amount="1,500,000.50", currency="USD")

    form = client.get(f"{made.get_absolute_url()}edit/").context["form"]

    assert form["amount"].value() == "1,500,000.5"


def test_the_api_takes_an_amount_as_people_write_it(client):
    data = entry(INVESTMENTS) | {"amount": "1,113억원", "currency": "KRW"}

    response = client.post("/api/v1/investments/", data, "application/json")

    assert response.json()["amount_krw"] == 111_300_000_000


def test_every_currency_has_its_words():
    assert set(Currency.values) == set(CURRENCIES)


@pytest.mark.parametrize("written", ["90", "1.5h", "1시간 30분", "1:30"])
def test_minutes_may_be_written_as_a_duration(client, written):
    case = makers.make_case()
    data = {"case": f"[{case.reference}]", "held_on": "18-3-5", "minutes": written}

    client.post("/sessions/new/", data)

    assert case.sessions.get().minutes == 90


# Business numbers


@pytest.mark.parametrize(
    ("typed", "is_right"), [("1248100998", True), ("124-81-00999", False)]
)
def test_the_check_digit_is_told_while_one_types(client, typed, is_right):
    told = reading(client, "startups", biz_reg_no=typed)

    assert ("data-refused" not in told) is is_right


# The page


def test_an_error_is_tied_to_its_field_and_has_the_focus(client):
    page = client.post("/cases/new/", {"opened_on": "곧", "status": "open"})

    form = page.context["form"]
    [startup, day] = [str(form["startup"]), str(form["opened_on"])]
    assert 'aria-invalid="true"' in day
    assert "id_opened_on_error" in day
    assert "autofocus" in startup
    assert "autofocus" not in day
    assert 'id="id_opened_on_error"' in page.content.decode()


def test_personal_data_is_marked_so_that_no_draft_keeps_it(client):
    form = client.get("/contacts/new/").context["form"]

    assert "data-personal" in str(form["phone"])
    assert "data-personal" not in str(form["title"])


def test_a_saved_form_tells_the_script_which_draft_is_over(client):
    response = client.post("/partners/new/?kind=agency", {"name": "DEPA"})

    address = unquote(response.cookies["saved_form"].value)
    assert address == "/partners/new/?kind=agency"


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.slug)
def test_rows_of_a_form_are_never_too_wide_and_leave_nothing_out(kind):
    page = sign_in_to_write(kind).get(f"/{kind.slug}/new/")

    rows = page.context["rows"]
    names = [field.name for row in rows for field, _span in row.fields]
    assert all(row.spare >= 0 for row in rows)
    assert names == list(page.context["form"].fields)


def test_national_staff_find_the_centre_chosen():
    case = makers.make_case()

    page = sign_in_national().get(f"{case.get_absolute_url()}edit/")

    assert page.context["form"]["centre"].value() == case.centre.code


# Entering in passing


def short(client, slug="startups", data=None, **given):
    address = f"/{slug}/new/short/"
    if data is None:
        return client.get(address, given, headers=HTMX)
    return client.post(address, data, headers=HTMX)


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.slug)
def test_the_short_form_asks_for_what_is_needed(kind):
    client = sign_in_to_write(kind)

    form = short(client, kind.slug, called="새 이름").context["form"]

    needed = {name for name, field in form.base_fields.items() if field.required} & set(
        form.fields
    )
    assert needed or kind.short
    if kind.name_field in form.fields:
        assert form[kind.name_field].value() == "새 이름"


def test_what_is_entered_in_passing_is_named_to_its_field(client):
    response = short(client, data={"name": "새기업"})

    startup = Startup.objects.get()
    assert response.content == b""
    told = response["HX-Trigger"].encode().decode("unicode_escape")
    assert f"새기업 [{startup.reference}]" in told


def test_an_error_stays_in_the_short_form(client):
    response = short(client, data={"name": ""})

    assert response.context["form"].errors.keys() == {"name"}
    assert "HX-Trigger" not in response


def test_the_short_form_asks_about_the_same_name_too(client):
    makers.make_startup("한빛")

    response = short(client, data={"name": "㈜한빛"})

    assert response.context["form"].non_field_errors()
    assert Startup.objects.count() == 1


def test_without_script_the_whole_form_is_led_to(client):
    response = client.get("/startups/new/short/")

    assert response["Location"] == "/startups/new/"


@pytest.mark.parametrize("role", ["viewer", "auditor"])
def test_readers_enter_nothing_in_passing(role):
    client = sign_in(role)

    assert short(client).status_code == 403
    assert short(client, data={"name": "새기업"}).status_code == 403
    assert not Startup.objects.exists()


def test_only_who_may_enter_a_record_is_offered_to(client):
    page = client.get("/cases/new/").context["form"]

    assert "data-registers" in str(page["startup"])
    assert "data-registers" not in str(page["officers"])


def test_a_business_number_is_looked_up_too(client):
    startup = make_one(record_types.get("startups"), biz_reg_no="124-81-00998")

    found = client.get("/startups/lookup/", {"q": "1248100998"}).json()["results"]

    assert found == [f"{startup} [{startup.reference}]"]
