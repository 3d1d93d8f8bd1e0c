"""Two people over one record: the second is shown the difference; nothing is lost."""

import pytest

from records import record_types
from tests import makers
from tests.records.samples import (
    TYPES,
    as_form,
    change_of,
    client_of,
    each_type,
    entry,
    make_one,
    sign_in,
    sign_in_to_write,
)

pytestmark = pytest.mark.django_db

CASES = record_types.get("cases")


def opened(client, record) -> dict:
    """What the edit page would send back as it stands: the version it was opened at."""
    page = client.get(f"{record.get_absolute_url()}edit/")
    return {"version": page.context["version"]}


def typed(record, **fields) -> dict:
    startup = f"{record.startup} [{record.startup.reference}]"
    return {"startup": startup, "opened_on": "2018-03-05", "status": "open"} | fields


def save(client, record, data):
    return client.post(f"{record.get_absolute_url()}edit/", data)


@pytest.fixture
def case():
    return makers.make_case(title="처음")


@pytest.fixture
def client():
    return sign_in("officer")


def change(record, **fields) -> None:
    """What somebody else saved meanwhile."""
    colleague = makers.make_user(name="박동료")
    response = save(client_of(colleague), record, typed(record, **fields))
    assert response.status_code == 302


def told(response) -> dict:
    return {one.name: one for one in response.context["differences"]}


def test_saving_over_a_newer_version_saves_nothing_and_shows_both(client, case):
    version = opened(client, case)
    change(case, title="남의 것")

    response = save(client, case, typed(case, title="내 것") | version)

    assert response.status_code == 409
    one = told(response)["title"]
    assert (one.before, one.theirs, one.mine) == ("처음", "남의 것", "내 것")
    assert (one.by, one.is_contested) == ("박동료", True)
    case.refresh_from_db()
    assert case.title == "남의 것"


def test_different_fields_are_proposed_together(client, case):
    version = opened(client, case)
    change(case, title="남의 것")

    response = save(client, case, typed(case, title="처음", result="내 것") | version)

    assert not any(one.is_contested for one in told(response).values())
    assert "둘을 합쳐 제안합니다" in response.content.decode()
    kept = dict(response.context["kept"]) | {"version": response.context["version"]}
    choices = {"keep_title": "theirs", "keep_result": "mine"}
    assert save(client, case, kept | choices).status_code == 302
    case.refresh_from_db()
    assert (case.title, case.result) == ("남의 것", "내 것")


@pytest.mark.parametrize(("side", "title"), [("mine", "내 것"), ("theirs", "남의 것")])
def test_what_is_chosen_is_saved(client, case, side, title):
    version = opened(client, case)
    change(case, title="남의 것")
    response = save(client, case, typed(case, title="내 것", notes="비고") | version)
    kept = dict(response.context["kept"]) | {"version": response.context["version"]}

    save(client, case, kept | {"asks": "title", "keep_title": side})

    case.refresh_from_db()
    assert (case.title, case.notes) == (title, "비고")


def test_a_contested_field_without_a_choice_is_asked_again(client, case):
    version = opened(client, case)
    change(case, title="남의 것")
    response = save(client, case, typed(case, title="내 것") | version)
    again = {"asks": "title", "seen": version["version"]}
    kept = dict(response.context["kept"]) | {"version": response.context["version"]}

    assert save(client, case, kept | again).status_code == 409
    case.refresh_from_db()
    assert case.title == "남의 것"


def test_a_third_change_meanwhile_is_shown_again(client, case):
    version = opened(client, case)
    change(case, title="남의 것")
    response = save(client, case, typed(case, title="내 것") | version)
    kept = dict(response.context["kept"]) | {"version": response.context["version"]}
    change(case, title="또 남의 것")

    response = save(client, case, kept | {"asks": "title", "keep_title": "mine"})

    assert told(response)["title"].theirs == "또 남의 것"


def test_a_link_that_others_changed_is_shown(client, case):
    version = opened(client, case)
    case.officers.add(makers.make_user(name="최담당"))

    response = save(client, case, typed(case, title="처음") | version)

    one = told(response)["officers"]
    assert (one.before, one.theirs, one.mine) == ("", "최담당", "")


def test_the_same_change_twice_is_no_conflict(client, case):
    version = opened(client, case)
    change(case, title="같은 것")

    response = save(client, case, typed(case, title="같은 것") | version)

    assert response.status_code == 302


def test_a_wrong_form_is_put_right_before_the_difference_is_shown(client, case):
    version = opened(client, case)
    change(case, title="남의 것")

    response = save(client, case, typed(case, opened_on="곧") | version)

    assert response.context["form"].errors.keys() == {"opened_on"}
    assert response.context["version"] == version["version"]


def test_a_version_that_is_none_hides_no_difference(client, case):
    response = save(client, case, typed(case, title="내 것") | {"version": "x-1"})

    assert response.status_code == 409
    assert told(response).keys() == {"title"}


@each_type
def test_every_type_is_saved_over_the_version_it_was_opened_with(kind):
    client = sign_in_to_write(kind)
    record = make_one(kind)
    data = entry(kind)
    client.post(f"{record.get_absolute_url()}edit/", as_form(data))
    version = opened(client, record)

    response = client.post(
        f"{record.get_absolute_url()}edit/",
        as_form(data | change_of(kind)) | version,
    )

    assert response.status_code == 302


# Through the API


def patch(client, record, data, version):
    return client.patch(
        f"/api/v1/{record.record_type.slug}/{record.pk}/",
        data,
        content_type="application/json",
        headers={"If-Match": version},
    )


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.slug)
def test_a_change_over_the_newest_version_is_made(kind):
    client = sign_in_to_write(kind)
    record = make_one(kind)
    version = client.get(f"/api/v1/{kind.slug}/{record.pk}/")["ETag"]

    response = patch(client, record, change_of(kind), version)

    assert response.status_code == 200
    assert response["ETag"] != version


def test_a_change_over_an_older_version_is_refused_and_nothing_saved(client, case):
    version = client.get(f"/api/v1/cases/{case.pk}/")["ETag"]
    patch(client, case, {"title": "남의 것"}, version)

    response = patch(client, case, {"title": "내 것"}, version)

    assert response.status_code == 412
    assert version.strip('"') in response.json()["detail"]
    case.refresh_from_db()
    assert case.title == "남의 것"


def test_a_stale_record_is_not_deleted(client, case):
    version = client.get(f"/api/v1/cases/{case.pk}/")["ETag"]
    patch(client, case, {"title": "남의 것"}, version)

    response = client.delete(f"/api/v1/cases/{case.pk}/", headers={"If-Match": version})

    assert response.status_code == 412
    case.refresh_from_db()
    assert not case.is_deleted


@pytest.mark.parametrize("version", ["*", ""])
def test_a_change_need_not_say_its_version(client, case, version):
    assert patch(client, case, {"title": "새 제목"}, version).status_code == 200


def test_the_schema_says_how_a_stale_change_is_refused(client):
    schema = client.get("/api/v1/schema/?format=json").json()

    change = schema["paths"]["/api/v1/cases/{id}/"]["patch"]
    assert "412" in change["responses"]
    assert "If-Match" in {parameter["name"] for parameter in change["parameters"]}
