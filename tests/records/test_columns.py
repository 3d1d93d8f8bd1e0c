"""The columns of a list: declared, chosen by its reader, or named in the address."""

import pytest

from records.columns import possible_columns
from records.saved_views import ChosenColumns
from tests import makers
from tests.records.samples import client_of, each_type, fill_in, sign_in_to_write

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return makers.make_user("officer")


@pytest.fixture
def client(officer):
    return client_of(officer)


def shown(client, address: str = "/cases/") -> tuple[str, ...]:
    return client.get(address).context["table"].columns


def choose(client, *names, address: str = "/cases/columns/", **sent):
    return client.post(address, {"order": names, "columns": names, **sent})


@each_type
def test_every_field_of_a_type_can_be_a_column(kind):
    client = sign_in_to_write(kind)
    fill_in(kind, 1)
    names = possible_columns(kind)

    choose(client, *names, address=f"/{kind.slug}/columns/")

    table = client.get(f"/{kind.slug}/").context["table"]
    assert table.columns == names
    assert {*kind.all_fields, *kind.columns} <= set(names)
    assert len(table.rows[0].cells) == len(names)


@each_type
def test_a_list_of_all_columns_takes_as_many_statements_for_many_records(
    kind, statements
):
    client = sign_in_to_write(kind)
    names = ",".join(possible_columns(kind))

    def look():
        response = client.get(f"/{kind.slug}/", {"columns": names})
        assert response.status_code == 200

    fill_in(kind, 2)
    look()
    few = statements(look)
    fill_in(kind, 6)

    assert statements(look) == few


def test_columns_are_remembered_in_their_order_and_list(client):
    choose(client, "status", "title")

    assert shown(client) == ("status", "title")
    assert shown(client, "/visits/") != ("status", "title")


def test_columns_are_ones_own(client):
    choose(client, "status", "title")

    assert shown(client_of(makers.make_user())) != ("status", "title")


def test_only_ticked_columns_are_shown(client):
    client.post(
        "/cases/columns/", {"order": ["status", "title", "result"], "columns": "title"}
    )

    assert shown(client) == ("title",)


def test_columns_go_back_to_the_declared_ones(client):
    declared = shown(client)
    choose(client, "status")

    choose(client, "status", reset="on")

    assert shown(client) == declared
    assert not ChosenColumns.objects.exists()


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ({"up": "title"}, ["title", "status", "result"]),
        ({"down": "title"}, ["status", "result", "title"]),
        ({"up": "status"}, ["status", "title", "result"]),
        ({"down": "result"}, ["status", "title", "result"]),
    ],
)
def test_a_column_is_moved_before_anything_is_kept(client, step, expected):
    response = choose(client, "status", "title", "result", **step)

    assert [name for name, _label, _chosen in response.context["choices"]] == expected
    assert not ChosenColumns.objects.exists()


def test_a_list_without_columns_is_refused(client):
    response = client.post("/cases/columns/", {"order": ["status", "title"]})

    assert response.status_code == 400
    assert not ChosenColumns.objects.exists()


@pytest.mark.parametrize("name", ["colour", "deleted_at", "startup__name", "-status"])
def test_what_is_no_column_is_refused(client, name):
    assert choose(client, name).status_code == 400
    assert client.get("/cases/", {"columns": name}).status_code == 400


def test_columns_in_the_address_are_the_ones_shown(client):
    choose(client, "status")

    assert shown(client, "/cases/?columns=title,opened_on") == ("title", "opened_on")


def test_columns_chosen_where_the_address_names_some_stay_in_the_address(client):
    address = "/cases/columns/?status=open&columns=title"

    response = choose(client, "status", "title", address=address)

    assert response["Location"] == "/cases/?status=open&columns=status,title"
    assert not ChosenColumns.objects.exists()


def test_choosing_leads_back_to_the_list_as_it_was(client):
    response = choose(client, "title", address="/cases/columns/?status=open&after=x")

    assert response["Location"] == "/cases/?status=open"


def test_a_column_that_is_no_more_is_left_out(officer, client):
    ChosenColumns.remember(officer, "cases", ["colour", "title"])

    assert shown(client) == ("title",)


def test_personal_data_stays_in_part_in_every_column(client):
    makers.make_contact(phone="010-1234-5678")

    response = client.get("/contacts/", {"columns": "phone"})

    assert "010-1234-5678" not in response.content.decode()
    assert "010-1234-****" in response.content.decode()


def test_looking_at_the_columns_keeps_nothing(client):
    assert client.get("/cases/columns/").status_code == 200
    assert not ChosenColumns.objects.exists()
