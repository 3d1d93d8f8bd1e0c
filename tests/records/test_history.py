"""History: whatever changes a record is in it, with who, where and why, for ever."""

import pytest
from django.db import DatabaseError, connection, transaction

from records import record_types
from tests import makers
from tests.records.samples import (
    RECORD_TYPES,
    as_form,
    change_of,
    client_of,
    each_record_type,
    each_type,
    entry,
    make_one,
    sign_in_to_write,
    slug_of,
)

pytestmark = pytest.mark.django_db

LINKS = [
    pytest.param(kind, field.name, id=f"{kind.slug}-{field.name}")
    for kind in RECORD_TYPES
    for field in kind.model._meta.many_to_many
]
each_link = pytest.mark.parametrize(("kind", "name"), LINKS)


def events_of(kind, record):
    events = kind.model.pgh_event_model.objects.filter(pgh_obj_id=record.pk)
    return list(events.order_by("pgh_id"))


def history_page(client, kind, record) -> list:
    """The changes that the history page shows, newest first."""
    response = client.get(f"/{kind.slug}/{record.pk}/history/")
    assert response.status_code == 200
    return response.context["changes"]


def edit(client, kind, record, **fields):
    address = f"/api/v1/{kind.slug}/{record.pk}/"
    response = client.patch(address, fields, content_type="application/json")
    assert response.status_code == 200, response.json()


# Every way in


@each_type
def test_an_entry_is_in_history(kind):
    record = make_one(kind)

    assert [event.pgh_label for event in events_of(kind, record)] == ["insert"]


@each_type
def test_an_edit_of_many_at_once_is_in_the_history_of_each(kind):
    records = [make_one(kind), make_one(kind)]
    name = "name_en" if kind.is_code_list else "notes"

    kind.model.objects.filter(pk__in=[r.pk for r in records]).update(
        **{name: "한꺼번에"}
    )

    for record in records:
        assert getattr(events_of(kind, record)[-1], name) == "한꺼번에"


@each_type
def test_raw_sql_is_in_history(kind):
    record = make_one(kind)
    column = "name_en" if kind.is_code_list else "notes"
    table = kind.model._meta.db_table

    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET {column} = 'SQL' WHERE id = {record.pk}")

    assert getattr(events_of(kind, record)[-1], column) == "SQL"


@each_type
def test_an_erased_row_is_in_history(kind):
    record = make_one(kind)
    pk = record.pk
    table = kind.model._meta.db_table

    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE id = {pk}")

    record.pk = pk
    assert [event.pgh_label for event in events_of(kind, record)] == [
        "insert",
        "delete",
    ]


@each_record_type
def test_a_deletion_and_a_restoration_are_in_history(kind):
    record = make_one(kind)

    record.remove(reason="실수로 입력")
    record.restore()

    assert [event.deleted_reason for event in events_of(kind, record)] == [
        "",
        "실수로 입력",
        "",
    ]


@each_type
def test_the_history_has_every_column_of_the_record(kind):
    record = make_one(kind)
    [event] = events_of(kind, record)

    derived = {"search_key"}  # says nothing that the others do not
    fields = [f for f in record._meta.local_concrete_fields if f.name not in derived]
    for field in fields:
        assert getattr(event, field.attname) == getattr(record, field.attname)


@each_link
def test_a_link_made_is_in_history(kind, name):
    record, other = linked(kind, name)
    [event] = link_events(kind, name, record)

    assert (event.pgh_label, linked_pk(kind, name, event)) == ("insert", other.pk)


@each_link
def test_a_link_taken_away_is_in_history(kind, name):
    record, _other = linked(kind, name)

    getattr(record, name).clear()

    events = link_events(kind, name, record)
    assert [event.pgh_label for event in events] == ["insert", "delete"]


def linked(kind, name):
    """A record, and what it is linked to by the field."""
    pk = entry(kind)[name][0]
    record = make_one(kind)
    other = kind.field(name).related_model.objects.get(pk=pk)
    getattr(record, name).add(other)
    return record, other


def link_events(kind, name, record):
    field = kind.field(name)
    events = field.remote_field.through.pgh_event_model.objects
    mine = events.filter(**{field.m2m_field_name(): record.pk})
    return list(mine.order_by("pgh_id"))


def linked_pk(kind, name, event):
    return getattr(event, f"{kind.field(name).m2m_reverse_field_name()}_id")


# Who, where and why


@each_type
def test_an_edit_on_the_page_says_who_and_where(kind):
    user = makers.make_user("admin", name="김관리")
    client = client_of(user)
    data = entry(kind)
    client.post(f"/{kind.slug}/new/", as_form(data))
    record = kind.model.objects.order_by("pk").last()

    client.post(f"/{kind.slug}/{record.pk}/edit/", as_form(data | change_of(kind)))

    newest = history_page(client, kind, record)[0]
    assert newest.by == "김관리"
    assert newest.where == f"/{kind.slug}/{record.pk}/edit/"


@each_type
def test_an_edit_through_the_api_says_who_and_where(kind):
    client = client_of(makers.make_user("admin", name="김관리"))
    record = make_one(kind)

    edit(client, kind, record, **change_of(kind))

    newest = history_page(client, kind, record)[0]
    assert newest.by == "김관리"
    assert newest.where == f"/api/v1/{kind.slug}/{record.pk}/"


@each_type
def test_an_edit_says_what_was_there_before_and_after(kind):
    client = sign_in_to_write(kind)
    record = make_one(kind)
    name, value = next(iter(change_of(kind).items()))

    edit(client, kind, record, **{name: value})

    newest = history_page(client, kind, record)[0]
    text = value[0] if isinstance(value, list) else value
    assert [(before, after) for _label, before, after in newest.fields] == [("", text)]


@each_record_type
def test_an_edit_says_why_when_a_reason_was_given(kind):
    client = sign_in_to_write(kind)
    record = make_one(kind)

    edit(client, kind, record, notes="고침", change_reason="오타 정정")

    assert history_page(client, kind, record)[0].reason == "오타 정정"


@each_record_type
def test_a_deletion_says_who_and_why(kind):
    client = client_of(makers.make_user("officer", name="이담당"))
    record = make_one(kind)

    client.post(f"/{kind.slug}/{record.pk}/delete/", {"reason": "중복 입력"})

    newest = history_page(client, kind, record)[0]
    assert (newest.by, newest.reason) == ("이담당", "중복 입력")


def test_what_nobody_did_was_the_system(client):
    kind = record_types.get("contacts")
    record = make_one(kind)

    newest = history_page(sign_in_to_write(kind), kind, record)[0]

    assert newest.by == "시스템" or newest.by == "system"
    assert newest.where == ""


def test_the_history_tells_the_names_of_those_linked():
    kind = record_types.get("cases")
    record = make_one(kind)
    officer = makers.make_user(name="박담당")
    client = sign_in_to_write(kind)

    edit(client, kind, record, officers=[officer.pk])

    told = [
        row for change in history_page(client, kind, record) for row in change.fields
    ]
    assert "박담당" in {after for _label, _before, after in told}


def test_the_history_shows_personal_data_in_part():
    kind = record_types.get("contacts")
    record = make_one(kind, email="hong@example.org")
    client = sign_in_to_write(kind)
    edit(client, kind, record, email="gildong@example.org")

    shown = client.get(f"/contacts/{record.pk}/history/").content.decode()

    assert "gi***@example.org" in shown
    assert "gildong@example.org" not in shown
    assert "hong@example.org" not in shown


def test_the_history_takes_as_many_statements_for_many_changes(statements):
    kind = record_types.get("cases")
    record = make_one(kind)
    client = sign_in_to_write(kind)

    def look():
        history_page(client, kind, record)

    change(record, 2)
    look()
    few = statements(look)
    change(record, 10)

    assert statements(look) == few


def change(record, times):
    """Another title and another start-up, so many times."""
    for _time in range(times):
        record.title = f"제목 {next(makers.numbers)}"
        record.startup = makers.make_startup()
        record.save()


# For ever


@each_type
@pytest.mark.parametrize(
    "statement", ["UPDATE {table} SET pgh_label = 'x'", "DELETE FROM {table}"]
)
def test_nobody_rewrites_history(kind, statement):
    make_one(kind)
    table = kind.model.pgh_event_model._meta.db_table

    with pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute(statement.format(table=table))


@each_link
@pytest.mark.parametrize(
    "statement", ["UPDATE {table} SET pgh_label = 'x'", "DELETE FROM {table}"]
)
def test_nobody_rewrites_the_history_of_links(kind, name, statement):
    linked(kind, name)
    through = kind.field(name).remote_field.through
    table = through.pgh_event_model._meta.db_table

    with pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute(statement.format(table=table))


def test_every_link_between_records_keeps_its_history():
    assert all(
        hasattr(kind.field(name).remote_field.through, "pgh_event_model")
        for kind, name in (link.values for link in LINKS)
    )


def test_every_type_keeps_its_history():
    kept = [kind.slug for kind in RECORD_TYPES if kind.model.pgh_event_models]

    assert kept == [slug_of(kind) for kind in RECORD_TYPES]
