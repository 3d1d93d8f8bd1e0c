"""The JSON API of every record type."""

import pytest

from records import record_types
from tests import makers
from tests.records.samples import (
    READERS,
    RECORD_TYPES,
    SAMPLES,
    TYPES,
    change_of,
    each_own_type,
    each_record_type,
    each_type,
    entry,
    fill_in,
    is_needed,
    least_entry,
    make_one,
    sign_in,
    sign_in_national,
    sign_in_to_write,
)

pytestmark = pytest.mark.django_db


def list_url(kind) -> str:
    return f"/api/v1/{kind.slug}/"


def url_of(kind, record) -> str:
    return f"/api/v1/{kind.slug}/{record.pk}/"


def post(client, kind, data):
    return client.post(list_url(kind), data, content_type="application/json")


def put(client, kind, record, data):
    return client.put(url_of(kind, record), data, content_type="application/json")


def patch(client, kind, record, data):
    return client.patch(url_of(kind, record), data, content_type="application/json")


def shown(kind, data: dict) -> dict:
    """The entered data as the API shows it: personal fields aside."""
    return {name: value for name, value in data.items() if name not in kind.masked}


def test_every_type_has_a_sample():
    assert SAMPLES.keys() == {kind.slug for kind in TYPES}


@each_type
def test_a_sample_enters_every_field(kind):
    assert entry(kind).keys() == set(kind.all_fields)


# Create and read


@each_type
def test_what_was_entered_is_read_back(kind):
    client = sign_in_to_write(kind)
    data = entry(kind)

    created = post(client, kind, data)

    assert created.status_code == 201, created.json()
    read = client.get(f"{list_url(kind)}{created.json()['id']}/").json()
    assert shown(kind, data).items() <= read.items()


@each_type
def test_what_a_form_insists_on_is_enough(kind):
    response = post(sign_in_to_write(kind), kind, least_entry(kind))

    assert response.status_code == 201, response.json()


@each_type
def test_an_answer_has_exactly_the_declared_fields(kind):
    expected = {"id", *kind.all_fields, *kind.calculated}
    if not kind.is_code_list:
        expected |= {"reference", "centre"}
    if kind.field("amount_krw"):
        expected |= {"amount_krw"}
    record = make_one(kind)

    read = sign_in("viewer").get(url_of(kind, record)).json()

    assert read.keys() == expected


@each_record_type
def test_a_new_record_belongs_to_its_officers_centre(kind):
    response = post(sign_in("officer", "gccei"), kind, entry(kind, centre("gccei")))

    assert response.json()["centre"] == "gccei"


def centre(code):
    return makers.make_centre(code)


@each_record_type
def test_an_officer_cannot_enter_a_record_for_another_centre(kind):
    centre("gccei")
    data = least_entry(kind) | {"centre": "gccei"}

    response = post(sign_in("officer", "b2g"), kind, data)

    assert not kind.model.objects.filter(centre__code="gccei").exists()
    assert response.status_code == 400


@each_record_type
def test_national_staff_say_for_which_centre_a_record_is(kind):
    data = entry(kind, centre("gccei")) | {"centre": "gccei"}

    response = post(sign_in_national(), kind, data)

    assert response.status_code == 201, response.json()
    assert response.json()["centre"] == "gccei"


@each_record_type
def test_national_staff_must_say_for_which_centre_a_record_is(kind):
    response = post(sign_in_national(), kind, entry(kind))

    assert response.status_code == 400
    assert response.json().keys() == {"centre"}


# Update


@each_type
def test_a_partial_update_changes_what_is_sent_and_keeps_the_rest(kind):
    client = sign_in_to_write(kind)
    pk = post(client, kind, entry(kind)).json()["id"]
    record = kind.model.objects.get(pk=pk)
    before = client.get(url_of(kind, record)).json()

    response = patch(client, kind, record, change_of(kind))

    assert response.status_code == 200, response.json()
    assert response.json() == before | change_of(kind)


@each_type
def test_a_partial_update_keeps_personal_data_whole(kind):
    client = sign_in_to_write(kind)
    data = entry(kind)
    record = kind.model.objects.get(pk=post(client, kind, data).json()["id"])

    patch(client, kind, record, change_of(kind))

    record.refresh_from_db()
    assert {name: getattr(record, name) for name in kind.masked} == {
        name: data[name] for name in kind.masked
    }


@each_type
def test_an_update_empties_what_is_not_sent(kind):
    client = sign_in_to_write(kind)
    data = entry(kind)
    record = kind.model.objects.get(pk=post(client, kind, data).json()["id"])
    least = {name: data[name] for name in least_entry(kind)}

    response = put(client, kind, record, least)

    assert response.status_code in (200, 400)
    if response.status_code == 200 and not kind.is_code_list:
        assert (response.json()["notes"], response.json()["external_id"]) == ("", "")


@each_type
def test_an_update_takes_what_was_read(kind):
    client = sign_in_to_write(kind)
    data = entry(kind)
    record = kind.model.objects.get(pk=post(client, kind, data).json()["id"])
    before = client.get(url_of(kind, record)).json()

    response = put(client, kind, record, data | change_of(kind))

    assert response.status_code == 200, response.json()
    assert response.json() == before | change_of(kind)


@each_record_type
def test_an_officer_cannot_give_a_record_to_another_centre(kind):
    centre("gccei")
    record = make_one(kind)

    response = patch(sign_in("officer", "b2g"), kind, record, {"centre": "gccei"})

    record.refresh_from_db()
    assert response.status_code == 400
    assert record.centre.code == "b2g"


@each_record_type
def test_an_officer_may_name_the_own_centre(kind):
    record = make_one(kind)
    data = change_of(kind) | {"centre": "b2g"}

    assert patch(sign_in("officer", "b2g"), kind, record, data).status_code == 200


@each_record_type
def test_national_staff_change_a_record_where_it_is(kind):
    record = make_one(kind, centre("gccei"))

    response = patch(sign_in_national(), kind, record, change_of(kind))

    assert response.status_code == 200, response.json()
    assert response.json()["centre"] == "gccei"


# Delete


@each_record_type
def test_a_deleted_record_is_gone_from_the_api(kind):
    client = sign_in("officer")
    record = make_one(kind)

    response = client.delete(
        url_of(kind, record), {"reason": "중복"}, "application/json"
    )

    assert response.status_code == 204
    assert client.get(url_of(kind, record)).status_code == 404
    assert client.get(list_url(kind)).json()["count"] == 0


@each_record_type
def test_a_record_is_deleted_with_the_reason_given(kind):
    record = make_one(kind)

    sign_in("officer").delete(
        url_of(kind, record), {"reason": "중복 입력"}, "application/json"
    )

    record.refresh_from_db()
    assert record.deleted_reason == "중복 입력"


@pytest.mark.parametrize("reason", ["  ", 5, "중복\x00", "긴 " * 400])
def test_whatever_the_reason_is_the_record_is_deleted(reason):
    kind = RECORD_TYPES[0]
    record = make_one(kind)

    response = sign_in("officer").delete(
        url_of(kind, record), {"reason": reason}, "application/json"
    )

    record.refresh_from_db()
    assert response.status_code == 204
    assert record.deleted_reason


def test_an_entry_of_a_code_list_is_never_deleted():
    kind = next(kind for kind in TYPES if kind.is_code_list)
    record = make_one(kind)

    response = sign_in("admin").delete(url_of(kind, record))

    assert response.status_code == 403
    assert kind.model.objects.filter(pk=record.pk).exists()


# Who may


@each_type
@pytest.mark.parametrize("role", READERS)
def test_readers_may_read(kind, role):
    record = make_one(kind)
    client = sign_in(role)

    assert client.get(list_url(kind)).status_code == 200
    assert client.get(url_of(kind, record)).status_code == 200


@each_type
@pytest.mark.parametrize("role", READERS)
def test_readers_may_not_write(kind, role):
    record = make_one(kind)
    client = sign_in(role)

    assert post(client, kind, entry(kind)).status_code == 403
    assert put(client, kind, record, entry(kind)).status_code == 403
    assert patch(client, kind, record, change_of(kind)).status_code == 403
    assert client.delete(url_of(kind, record)).status_code == 403


@each_type
def test_a_refused_change_leaves_the_record_as_it_was(kind):
    record = make_one(kind)
    history = kind.model.pgh_event_model.objects.filter(pgh_obj_id=record.pk)
    before = history.count()
    client = sign_in("auditor")

    patch(client, kind, record, change_of(kind))
    put(client, kind, record, entry(kind))
    client.delete(url_of(kind, record))

    assert history.count() == before


@each_type
def test_nobody_is_let_in_without_signing_in(client, kind):
    record = make_one(kind)

    assert client.get(list_url(kind)).status_code == 401
    assert client.get(url_of(kind, record)).status_code == 401
    assert post(client, kind, {}).status_code == 401
    assert put(client, kind, record, {}).status_code == 401
    assert patch(client, kind, record, {}).status_code == 401
    assert client.delete(url_of(kind, record)).status_code == 401


@each_own_type
@pytest.mark.parametrize("role", ["officer", "auditor"])
def test_another_centres_record_is_not_found(kind, role):
    record = make_one(kind, centre("gccei"))
    client = sign_in(role, "b2g")

    assert client.get(url_of(kind, record)).status_code == 404


@each_own_type
def test_another_centres_record_cannot_be_changed(kind):
    record = make_one(kind, centre("gccei"))
    client = sign_in("officer", "b2g")

    assert patch(client, kind, record, change_of(kind)).status_code == 404
    assert put(client, kind, record, entry(kind)).status_code == 404
    assert client.delete(url_of(kind, record)).status_code == 404
    record.refresh_from_db()
    assert (record.notes, record.deleted_at) == ("", None)


@each_own_type
def test_a_list_holds_only_the_own_centres_records(kind):
    make_one(kind, centre("gccei"))
    ours = make_one(kind, centre("b2g"))

    results = sign_in("officer", "b2g").get(list_url(kind)).json()["results"]

    assert [record["id"] for record in results] == [ours.pk]


@each_own_type
def test_national_staff_see_all_centres_records(kind):
    ours, theirs = make_one(kind, centre("b2g")), make_one(kind, centre("gccei"))
    client = sign_in_national()

    results = client.get(list_url(kind)).json()["results"]

    assert {record["id"] for record in results} == {ours.pk, theirs.pk}
    assert client.get(url_of(kind, theirs)).status_code == 200


def test_a_start_up_is_shared_by_all_centres():
    kind = next(kind for kind in TYPES if kind.slug == "startups")
    record = make_one(kind, centre("gccei"))
    client = sign_in("officer", "b2g")

    assert client.get(url_of(kind, record)).status_code == 200
    assert patch(client, kind, record, {"ceo_name": "이바다"}).status_code == 200
    record.refresh_from_db()
    assert (record.ceo_name, record.centre.code) == ("이바다", "gccei")


# What is refused


@each_type
def test_a_wrong_method_is_refused(kind):
    client = sign_in_to_write(kind)
    deleting = 403 if kind.is_code_list else 405

    assert client.put(list_url(kind)).status_code == 405
    assert client.patch(list_url(kind)).status_code == 405
    assert client.delete(list_url(kind)).status_code == deleting
    assert client.post(url_of(kind, make_one(kind))).status_code == 405


@each_type
def test_an_unknown_parameter_is_refused_in_a_sentence(kind):
    response = sign_in("viewer").get(list_url(kind), {"colour": "red"})

    assert response.status_code == 400
    assert "colour" in response.json()["detail"]


@each_type
def test_an_unknown_field_is_refused_and_nothing_saved(kind):
    before = kind.model.objects.count()

    response = post(sign_in_to_write(kind), kind, entry(kind) | {"colour": "red"})

    assert response.status_code == 400
    assert response.json().keys() == {"colour"}
    assert kind.model.objects.count() == before


@each_type
@pytest.mark.parametrize("data", [[], "text", 5])
def test_what_is_no_object_is_refused(kind, data):
    response = post(sign_in_to_write(kind), kind, data)

    assert response.status_code == 400


@each_type
def test_an_empty_object_is_refused_with_a_sentence_a_field(kind):
    response = post(sign_in_to_write(kind), kind, {})

    assert response.status_code == 400
    needed = {name for name in kind.all_fields if is_needed(kind.field(name))}
    assert response.json().keys() >= needed


def test_a_rule_over_several_fields_is_told_beside_them():
    kind = record_types.get("filings")
    data = entry(kind) | {"filed_on": None}

    response = post(sign_in("officer"), kind, data)

    assert response.status_code == 400
    assert response.json().keys() == {"detail"}


@each_type
def test_a_record_that_is_not_there_is_not_found(kind):
    assert sign_in("viewer").get(f"{list_url(kind)}999999/").status_code == 404


@each_type
@pytest.mark.parametrize("address", ["0/", "-1/", "abc/", "99999999999999999999999/"])
def test_an_address_of_no_record_is_not_found(kind, address):
    assert sign_in("viewer").get(f"{list_url(kind)}{address}").status_code == 404


# Pages


@each_type
def test_pages_leave_no_record_out_and_show_none_twice(kind):
    pks = {make_one(kind).pk for _time in range(5)}
    client, found = sign_in("viewer"), []
    page = client.get(list_url(kind), {"page_size": 2}).json()
    while page:
        found += [record["id"] for record in page["results"]]
        page = client.get(page["next"]).json() if page["next"] else None

    assert pks <= set(found)
    assert len(found) == len(set(found))


@each_type
@pytest.mark.parametrize(
    "params",
    [
        {"after": "nowhere"},
        {"after": "WzFd"},
        {"after": "MQ", "before": "MQ"},
        {"page": 2},
        {"page_size": 0},
        {"page_size": 1001},
        {"page_size": "many"},
        {"sort": "colour"},
    ],
)
def test_a_page_that_cannot_be_meant_is_refused(kind, params):
    assert sign_in("viewer").get(list_url(kind), params).status_code == 400


@each_type
def test_the_number_of_records_is_told(kind):
    client = sign_in("viewer")
    before = client.get(list_url(kind)).json()["count"]
    make_one(kind)

    assert client.get(list_url(kind), {"page_size": 1}).json()["count"] == before + 1


@each_type
def test_a_list_takes_as_many_statements_for_many_records(kind, statements):
    client = sign_in("viewer")

    def ask():
        assert client.get(list_url(kind)).status_code == 200

    fill_in(kind, 2)
    ask()
    few = statements(ask)
    fill_in(kind, 10)

    assert statements(ask) == few
