"""The demonstration data: the published totals, counted from ordinary records."""

import hashlib
import json
import os
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from accounts.models import Centre, User
from delegations.models import Agency, FollowUp, Visit
from figures import registry
from figures.measuring import Question, total
from figures.models import Claim
from figures.periods import Period
from pangyo.demo import marks
from pangyo.demo.loading import SAVED, load, make_world
from pangyo.demo.people import ACCOUNTS, PASSWORD
from records import record_types
from records.attachments import Attachment
from records.deadlines import all_sources, due
from support.models import (
    ConsultingCase,
    Contact,
    InvestmentLink,
    OverseasFiling,
    Startup,
    TenantReturn,
)
from support.registration import business_number

YEAR_2018 = Period.of_year(2018)
TO_AUGUST_2019 = Period(date(2019, 1, 1), date(2019, 8, 31))

# As printed in the press.
PUBLISHED = (
    ("b2g", "consulting-cases", YEAR_2018, 1708),
    ("b2g", "overseas-filings", YEAR_2018, 88),
    ("b2g", "overseas-contracts", YEAR_2018, 20),
    ("b2g", "overseas-incorporations", YEAR_2018, 11),
    ("b2g", "investment-linked", YEAR_2018, 111_300_000_000),
    ("gccei", "state-visits", YEAR_2018, 42),
    ("gccei", "state-visits", TO_AUGUST_2019, 22),
    ("gbsa", "overseas-visitors", YEAR_2018, 684),
    ("gbsa", "overseas-visitors", TO_AUGUST_2019, 484),
)
TYPES = [t for t in record_types.all_types() if not t.is_code_list]


@pytest.fixture(scope="module")
def _loaded(django_db_setup, django_db_blocker):
    """Loaded once, in a transaction that is taken back after the last test.

    Its deferred constraints are checked here, or each test would check them again.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        load(timezone.localdate())
        connection.check_constraints()
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _demonstration(_loaded, db):
    """Every test here has it."""


@pytest.fixture
def manager_client(client, settings, tmp_path):
    """A browser in which the manager is signed in."""
    settings.STATIC_ROOT = tmp_path
    client.force_login(User.objects.get(username="manager"))
    return client


def measured(centre: str, slug: str, period: Period) -> int:
    owner = Centre.objects.get(code=centre)
    return total(Question(registry.get(slug), period, owner))


@pytest.mark.parametrize(("centre", "slug", "period", "printed"), PUBLISHED)
def test_the_records_add_up_to_the_published_total(centre, slug, period, printed):
    assert measured(centre, slug, period) == printed


@pytest.fixture
def _one_case_deleted():
    counted = ConsultingCase.objects.filter(centre__code="b2g").opened_in(YEAR_2018)
    counted.first().remove(reason="중복")


@pytest.mark.usefixtures("_one_case_deleted")
def test_a_deleted_case_is_one_fewer_in_the_total():
    assert measured("b2g", "consulting-cases", YEAR_2018) == 1707


@pytest.mark.usefixtures("_one_case_deleted")
def test_a_deleted_case_is_one_fewer_in_the_api(manager_client):
    answer = manager_client.get("/api/v1/figures/?year=2018&centre=b2g").json()
    totals = {figure["slug"]: figure["total"] for figure in answer["figures"]}
    assert totals["consulting-cases"] == 1707


@pytest.mark.usefixtures("_one_case_deleted")
def test_a_deleted_case_is_one_fewer_on_the_terminal(capsys):
    call_command("figures", "2018", "--centre=b2g", "--format=json")
    answer = json.loads(capsys.readouterr().out)
    totals = {figure["slug"]: figure["total"] for figure in answer["figures"]}
    assert totals["consulting-cases"] == 1707


@pytest.mark.usefixtures("_one_case_deleted")
def test_a_deleted_case_is_one_fewer_on_the_page(manager_client):
    page = manager_client.get("/figures/consulting-cases/2018/").content.decode()
    assert "1,707" in page
    assert "1,708" not in page


@pytest.mark.parametrize("address", ["/", "/figures/", "/cases/", "/startups/"])
def test_pages_bear_the_mark(manager_client, address):
    assert "demo-mark" in manager_client.get(address).content.decode()


def test_every_figure_is_alive_for_every_centre():
    whole = Period(date(2015, 1, 1), date(2019, 12, 31))
    silent = [
        (centre.code, figure.slug)
        for centre in Centre.objects.all()
        for figure in registry.all_figures()
        if not total(Question(figure, whole, centre))
    ]
    assert silent == []


@pytest.mark.parametrize("slug", ["consulting-cases", "investment-linked", "visits"])
def test_the_years_grow(slug):
    years = [
        total(Question(registry.get(slug), Period.of_year(y)))
        for y in range(2015, 2020)
    ]
    assert years == sorted(years)


def test_there_are_cancelled_cases_that_do_not_count():
    b2g = ConsultingCase.objects.filter(centre__code="b2g", opened_on__year=2018)
    assert b2g.filter(status="cancelled").exists()
    assert b2g.count() > 1708


@pytest.mark.parametrize(
    "day", [date(2018, 1, 1), date(2018, 12, 31), date(2019, 1, 1)]
)
def test_there_are_cases_at_the_edges_of_the_years(day):
    assert ConsultingCase.objects.filter(centre__code="b2g", opened_on=day).exists()


def test_there_is_money_promised_in_2018_and_never_paid():
    promised = InvestmentLink.objects.filter(paid_on=None, introduced_on__year=2018)
    assert promised.filter(centre__code="b2g").count() == 2


def test_investments_of_2018_come_in_several_currencies_with_their_rates():
    paid = InvestmentLink.objects.filter(centre__code="b2g").paid_in(YEAR_2018)
    assert {"KRW", "USD", "JPY"} <= {investment.currency for investment in paid}
    assert not paid.filter(amount_krw=None).exists()


def test_an_old_ledger_wrote_several_filings_into_one_row():
    filed = OverseasFiling.objects.filter(centre__code="b2g").filed_in(YEAR_2018)
    assert sorted(f.quantity for f in filed if f.quantity > 1) == [2, 3]


@pytest.mark.parametrize(("country", "month"), [("EE", 2), ("SK", 4)])
def test_the_state_visits_that_were_reported(country, month):
    visit = Visit.objects.of_state_in(YEAR_2018).get(countries=[country])
    assert (visit.centre.code, visit.starts_on.month) == ("gccei", month)
    assert visit.lead_title.endswith("대통령")
    assert visit.lead_name == ""


@pytest.mark.parametrize("country", ["CN", "TH", "CA"])
@pytest.mark.parametrize("kind", ["government", "local-government"])
def test_the_study_visits_that_were_reported(country, kind):
    visits = Visit.objects.done_in(YEAR_2018).filter(
        centre__code="gbsa", visit_class="study", kind=kind, countries=[country]
    )
    assert visits.filter(notes__contains="보도된 것").count() == 1


def test_depa_opens_its_base_in_2019():
    agency = Agency.objects.get(partner__name__contains="DEPA")
    assert (agency.centre.code, agency.country, agency.stage) == ("gccei", "TH", "open")
    assert agency.opened_on.year == 2019


@pytest.mark.parametrize("country", ["ID", "VN"])
def test_two_more_agencies_were_planned_within_2019(country):
    planned = Agency.objects.filter(
        centre__code="gccei", country=country, notes__contains="2019년 안에 유치 예정"
    )
    assert [agency.target_on.year for agency in planned] == [2019]


@pytest.mark.parametrize("record_type", TYPES, ids=lambda t: t.slug)
def test_every_centre_has_every_type_and_all_is_marked_as_invented(record_type):
    records = record_type.model.objects.all()
    owners = set(records.values_list("centre__code", flat=True))
    assert owners == {"b2g", "gccei", "gbsa"}
    assert not records.exclude(notes__startswith=marks.INVENTED).exists()


@pytest.mark.parametrize("record_type", TYPES, ids=lambda t: t.slug)
def test_every_record_has_its_history_with_the_command(record_type):
    entered = record_type.model.pgh_event_model.objects.filter(pgh_label="insert")
    of_demo = entered.filter(pgh_context__metadata__command="demo")
    count = record_type.model.with_deleted.count()
    assert (entered.count(), of_demo.count()) == (count, count)


@pytest.mark.parametrize(
    ("model", "name"),
    [(ConsultingCase, "officers"), (InvestmentLink, "partners"), (Visit, "startups")],
)
def test_every_link_has_its_history(model, name):
    through = getattr(model, name).through
    labels = Counter(
        through.pgh_event_model.objects.values_list("pgh_label", flat=True)
    )
    assert labels["insert"] - labels["delete"] == through.objects.count() > 0


@pytest.mark.parametrize("record_type", TYPES, ids=lambda t: t.slug)
def test_records_pass_their_own_validation(record_type):
    records = record_type.model.objects.order_by("pk")
    step = max(1, records.count() // 25)
    for record in records[::step]:
        record.full_clean()


def test_all_centres_are_marked_as_demonstration():
    assert list(Centre.objects.values_list("is_demonstration", flat=True)) == [True] * 3


@pytest.mark.parametrize(("username", "name", "role", "centre"), ACCOUNTS)
def test_the_accounts(client, username, name, role, centre):
    user = User.objects.get(username=username)
    assert client.login(username=username, password=PASSWORD)
    assert (user.role, getattr(user.centre, "code", None)) == (role, centre)
    assert user.all_centres == (username == "national")
    assert user.is_staff == (username != "viewer")
    assert not user.is_superuser


def test_nobody_else_can_sign_in():
    accounts = [username for username, *_rest in ACCOUNTS]
    others = User.objects.exclude(username__in=accounts)
    assert not any(user.has_usable_password() for user in others)


@pytest.mark.parametrize("username", ["officer", "officer.gccei"])
def test_officers_find_work_to_do(username):
    user = User.objects.get(username=username)
    assert 5 <= user.cases.open().count() <= 20
    assert 3 <= FollowUp.objects.open().filter(owner=user).count() <= 15


def test_no_case_lies_still_for_a_year():
    year_ago = timezone.localdate() - timedelta(days=365)
    assert not ConsultingCase.objects.open().filter(opened_on__lt=year_ago).exists()


def test_nothing_promised_has_been_overdue_for_long():
    season_ago = timezone.localdate() - timedelta(days=92)
    assert not FollowUp.objects.open().filter(due_on__lt=season_ago).exists()
    assert not Agency.objects.to_open().filter(target_on__lt=season_ago).exists()


@pytest.mark.parametrize("status", ConsultingCase.Status.values)
def test_there_are_cases_of_today_in_every_state(status):
    year = timezone.localdate() - timedelta(days=60)
    cases = ConsultingCase.objects.filter(opened_on__gte=year, status=status)
    assert {case.centre.code for case in cases} == {"b2g", "gccei", "gbsa"}


def test_verbs_are_in_history_with_who_and_why():
    events = ConsultingCase.pgh_event_model.objects.filter(pgh_label="update")
    waits = events.filter(status="waiting")
    assert {event.pgh_context.metadata["reason"] for event in waits} == {
        "기업의 자료 회신을 기다림"
    }
    assert all(event.pgh_context.metadata["user"] for event in events)


@pytest.mark.parametrize("username", ["officer", "officer.gccei"])
def test_officers_find_stale_cases_and_deadlines_of_every_kind(username):
    user, today = User.objects.get(username=username), timezone.localdate()
    ahead = due(user, None, today + timedelta(days=120), today=today, is_mine=True)
    assert ConsultingCase.objects.stale(today).filter(officers=user).exists()
    assert {one.source for one in ahead} == set(all_sources())
    assert any(one.due_on < today for one in ahead)


def test_business_numbers_are_synthetic_and_right():
    numbers = Startup.objects.exclude(biz_reg_no="").values_list(
        "biz_reg_no", flat=True
    )
    assert all(number.startswith("999-") for number in numbers)
    assert all(business_number(number) == number for number in numbers)


def test_there_are_pre_founders_and_two_companies_of_one_name():
    keys = Counter(Startup.objects.values_list("name_key", flat=True))
    namesakes = Startup.objects.filter(name_key=keys.most_common(1)[0][0])
    assert Startup.objects.filter(biz_reg_no="", founded_on=None).count() >= 10
    assert len({startup.biz_reg_no for startup in namesakes}) == 2


def test_contacts_are_nobody():
    for contact in Contact.objects.all():
        assert contact.email.endswith(("@example.com", "@example.kr"))
        assert contact.phone == "" or contact.phone.startswith("010-0000-")


def test_a_company_makes_one_tenant_return_a_year():
    returns = Counter(TenantReturn.objects.values_list("startup", "year"))
    assert set(returns.values()) == {1}


def test_the_records_are_the_same_on_every_run():
    """In another process, where Python orders sets and hashes otherwise."""
    code = "import django; django.setup(); from tests.pangyo import test_demo;"
    code += "print(test_demo.digest())"
    other = subprocess.run(
        [sys.executable, "-c", code],
        cwd=settings.BASE_DIR,
        env=os.environ
        | {"PYTHONHASHSEED": "7", "DJANGO_SETTINGS_MODULE": "pangyo.settings"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert other.stdout.strip() == digest()


def digest() -> str:
    """Of all values of all records and links, in their order."""
    world = make_world(date(2026, 7, 15))
    records = [record for model in SAVED for record in world.records[model]]
    place = {id(record): number for number, record in enumerate(records)}
    sums = hashlib.sha256()
    for record in records:
        for field in record._meta.local_concrete_fields:
            if field.many_to_one:
                value = field.get_cached_value(record, default=None)
                value = place.get(id(value), str(value))
            elif field.generated:
                continue
            else:
                value = str(getattr(record, field.attname))
            sums.update(f"{field.name}={value}\n".encode())
    for record, name, other in world.links:
        linked = place.get(id(other), str(other))
        sums.update(f"{place[id(record)]} {name} {linked}\n".encode())
    return sums.hexdigest()


def test_evidence_of_the_demonstration_is_marked_as_invented():
    descriptions = Attachment.objects.values_list("description", flat=True)

    assert set(descriptions) == {marks.INVENTED}


def test_some_outcomes_are_claimed_by_two_centres():
    across = Claim.objects.exclude(one_centre=F("other_centre"))

    assert {claim.state for claim in across} == {Claim.State.OPEN}
    assert {"incorporations", "visits"} <= {claim.record_type for claim in across}
