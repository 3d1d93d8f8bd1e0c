"""Names of a file that are like others: proposed, decided by a person, remembered."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from records import tasks
from records.imports import Import
from support.models import ConsultingCase, Startup
from tests import makers
from tests.records.samples import client_of
from tests.records.test_imports import saved, tried

pytestmark = pytest.mark.django_db

NUMBER, OTHER_NUMBER = "124-81-00998", "220-81-62517"


@pytest.fixture
def officer():
    return makers.make_user()


@pytest.fixture
def gaon():
    return makers.make_startup("가온테크", biz_reg_no=NUMBER)


def log(*names: str) -> str:
    rows = [f"2018-03-0{day},{name},,{day}" for day, name in enumerate(names, 1)]
    return "\n".join(["접수일,기업명,사업자등록번호,상담내용", *rows])


def decide(user, one: Import, *choices) -> Import:
    data = {f"name-{place}": str(choice) for place, choice in enumerate(choices)}
    response = client_of(user).post(f"/imports/{one.pk}/names/", data)
    assert response.status_code == 302
    tasks.try_import(pk=one.pk)
    one.refresh_from_db()
    return one


def said_of_rows(one) -> str:
    return str(list(one.rows.values_list("flags", "reason")))


def test_a_name_like_another_is_proposed_with_its_score(officer, gaon):
    one = tried(officer, log("가온텍", "(주) 가온텍"), type_slug="cases")

    (proposal,) = one.report["proposals"]
    (candidate,) = proposal["candidates"]
    assert (proposal["field"], proposal["name"]) == ("startup", "가온텍")
    assert (proposal["compared"], proposal["rows"]) == ("가온텍", 2)
    assert candidate["pk"] == gaon.pk
    assert 80 <= candidate["score"] <= 100


def test_without_a_decision_nothing_is_one_by_likeness(officer, gaon):
    one = saved(officer, tried(officer, log("가온텍"), type_slug="cases"))

    assert ConsultingCase.objects.get().startup.name == "가온텍"
    assert "비슷한 이름이 있습니다: 가온테크" in said_of_rows(one)


def test_a_decided_name_is_of_its_record_and_remembered(officer, gaon):
    one = tried(officer, log("가온텍", "㈜가온텍"), type_slug="cases")

    saved(officer, decide(officer, one, gaon.pk))

    gaon.refresh_from_db()
    assert set(ConsultingCase.objects.values_list("startup", flat=True)) == {gaon.pk}
    assert gaon.aliases == ["가온텍"]
    assert gaon.events.filter(aliases=["가온텍"]).exists()
    assert tried(officer, log("가온텍"), type_slug="cases").report["proposals"] == []


def test_a_trial_remembers_nothing(officer, gaon):
    decide(officer, tried(officer, log("가온텍"), type_slug="cases"), gaon.pk)

    gaon.refresh_from_db()
    assert gaon.aliases == []


def test_what_was_decided_stays_to_be_changed(officer, gaon):
    one = tried(officer, log("가온텍"), type_slug="cases")

    assert decide(officer, one, gaon.pk).report["proposals"]
    page = client_of(officer).get(f"/imports/{one.pk}/").content.decode()
    assert f'value="{gaon.pk}"' in page
    one = decide(officer, one, "")
    assert one.corrections["names"]["startup"] == {}


def test_a_name_may_be_said_to_be_new(officer, gaon):
    one = decide(officer, tried(officer, log("가온텍"), type_slug="cases"), "new")

    assert "비슷한 이름" not in said_of_rows(one)
    saved(officer, one)
    assert Startup.objects.count() == 2


def test_two_new_names_of_one_file_may_be_one(officer):
    one = tried(officer, log("나래드론", "나레드론"), type_slug="cases")
    (proposal,) = one.report["proposals"]
    assert proposal["candidates"][0]["pk"] is None

    saved(officer, decide(officer, one, "=나래드론"))

    startup = Startup.objects.get()
    assert (startup.name, startup.aliases) == ("나래드론", ["나레드론"])
    assert ConsultingCase.objects.filter(startup=startup).count() == 2


def test_a_number_is_stronger_than_what_was_decided(officer, gaon):
    other = makers.make_startup("별하", biz_reg_no=OTHER_NUMBER)
    text = log("가온텍") + f"\n2018-03-09,가온텍,{OTHER_NUMBER},9"
    one = tried(officer, text, type_slug="cases")

    assert one.report["proposals"] == []
    saved(officer, one)
    assert set(ConsultingCase.objects.values_list("startup", flat=True)) == {other.pk}


def test_two_of_different_numbers_are_not_proposed(officer, gaon):
    text = f"기업명,사업자등록번호,접수일\n가온텍,{OTHER_NUMBER},2018-03-05"

    one = tried(officer, text, type_slug="cases")

    assert one.report["proposals"] == []


def test_a_foreign_name_alone_comes_in_and_is_flagged(officer):
    makers.make_startup("다솜바이오")

    one = tried(officer, log("DASOM BIO CO. LTD"), type_slug="cases")

    assert one.counts["added"] == 1
    assert "다솜바이오" in said_of_rows(one)


def test_what_is_not_proposed_is_refused(officer, gaon):
    one = tried(officer, log("가온텍"), type_slug="cases")
    other = makers.make_startup("별하")

    response = client_of(officer).post(
        f"/imports/{one.pk}/names/", {"name-0": str(other.pk)}
    )

    assert response.status_code == 400
    one.refresh_from_db()
    assert (one.state, one.corrections) == ("ready", {})


def test_only_who_brought_it_in_decides(officer, gaon):
    one = tried(officer, log("가온텍"), type_slug="cases")
    client = client_of(makers.make_user())

    assert client.post(f"/imports/{one.pk}/names/", {}).status_code == 404
    assert client_of(officer).get(f"/imports/{one.pk}/names/").status_code == 405


def test_an_unknown_partner_is_rejected_with_what_is_like_it(officer):
    makers.make_partner("Vietnam Start-up Hub")
    text = "협력기관,체결일\nVietnam Startup Hubs,2018-03-05"

    one = tried(officer, text, type_slug="mous")

    assert one.counts["rejected"] == 1
    assert "Vietnam Start-up Hub (" in one.rows.last().reason
    assert one.report["proposals"][0]["field"] == "partner"


def test_all_names_are_asked_for_at_once(officer):
    pairs = [a + b for a in "가나다라마" for b in "바사아자차"]
    startups = [makers.make_startup(f"{pair}상사") for pair in pairs]
    text = log() + "".join(f"\n2018-03-05,{s.name},,x{s.pk}" for s in startups)

    with CaptureQueriesContext(connection) as asked:
        one = tried(officer, text, type_slug="cases")

    assert one.counts["added"] == len(startups)
    asks = [q for q in asked if q["sql"].startswith('SELECT "support_startup"')]
    assert 0 < len(asks) <= 3
