"""The pages of every record type: list, record, form, deletion, history and file."""

import csv
from io import StringIO

import pytest

from records import record_types
from records.exports.delimited import BOM
from tests import makers
from tests.records.samples import (
    OWN_TYPES,
    READERS,
    RECORD_TYPES,
    TYPES,
    as_form,
    change_of,
    each_own_type,
    each_record_type,
    each_type,
    entry,
    fill_in,
    is_needed,
    make_one,
    sign_in,
    sign_in_national,
    sign_in_to_write,
)

pytestmark = pytest.mark.django_db


def list_page(kind) -> str:
    return f"/{kind.slug}/"


def page(kind, record, name: str = "") -> str:
    return f"/{kind.slug}/{record.pk}/{name and name + '/'}"


def centre(code):
    return makers.make_centre(code)


def text_of(response) -> str:
    if response.streaming:
        return b"".join(response).decode()
    return response.content.decode()


def lines_of(response) -> list[dict]:
    return list(csv.DictReader(StringIO(text_of(response).removeprefix(BOM))))


def new(client, kind, data):
    """Fill the form in and send it."""
    return client.post(f"/{kind.slug}/new/", as_form(data))


def errors_in(response) -> dict[str, list[str]]:
    return response.context["form"].errors


# Looking


@each_type
@pytest.mark.parametrize("role", READERS)
def test_readers_may_look_at_everything(kind, role):
    record = make_one(kind)
    client = sign_in(role)

    assert client.get(list_page(kind)).status_code == 200
    assert client.get(page(kind, record)).status_code == 200
    assert client.get(page(kind, record, "history")).status_code == 200
    assert client.get(list_page(kind), {"format": "csv"}).status_code == 200
    assert client.get(f"{list_page(kind)}lookup/", {"q": "x"}).status_code == 200


@each_type
@pytest.mark.parametrize("role", READERS)
def test_readers_may_not_write(kind, role):
    record = make_one(kind)
    client = sign_in(role)

    assert client.get(f"{list_page(kind)}new/").status_code == 403
    assert new(client, kind, entry(kind)).status_code == 403
    assert client.get(page(kind, record, "edit")).status_code == 403
    assert client.post(page(kind, record, "edit"), {}).status_code == 403
    assert client.get(page(kind, record, "delete")).status_code == 403
    assert client.post(page(kind, record, "delete"), {"reason": "x"}).status_code == 403
    assert client.post(page(kind, record, "restore")).status_code == 403


@each_type
def test_readers_are_offered_nothing_they_may_not_do(kind):
    record = make_one(kind)
    client = sign_in("auditor")

    shown = text_of(client.get(list_page(kind))) + text_of(
        client.get(page(kind, record))
    )

    assert f'href="/{kind.slug}/new/"' not in shown
    assert f'href="{page(kind, record, "edit")}"' not in shown
    assert f'href="{page(kind, record, "delete")}"' not in shown


@each_type
def test_who_is_not_signed_in_is_sent_to_sign_in(client, kind):
    record = make_one(kind)
    addresses = [
        list_page(kind),
        f"{list_page(kind)}new/",
        f"{list_page(kind)}lookup/",
        page(kind, record),
        page(kind, record, "edit"),
        page(kind, record, "delete"),
        page(kind, record, "restore"),
        page(kind, record, "history"),
    ]

    for address in addresses:
        for method in (client.get, client.post):
            response = method(address)
            assert response.status_code == 302
            assert response["Location"] == f"/sign-in/?next={address}"


@each_type
def test_a_list_shows_the_record_and_leads_to_it(kind):
    record = make_one(kind)

    assert f'href="{page(kind, record)}"' in text_of(sign_in().get(list_page(kind)))


@each_type
def test_a_page_leads_to_the_records_of_others_that_it_names(kind):
    client = sign_in_to_write(kind)
    new(client, kind, entry(kind))
    record = kind.model.objects.order_by("pk").last()
    links = [
        getattr(record, field.name)
        for field in record._meta.fields
        if field.many_to_one and record_types.has_type(field.related_model)
    ]

    shown = text_of(client.get(page(kind, record)))

    assert all(f'href="{other.get_absolute_url()}"' in shown for other in links)


@each_own_type
def test_another_centres_record_is_not_found_on_any_page(kind):
    record = make_one(kind, centre("gccei"))
    client = sign_in("officer", "b2g")

    assert client.get(page(kind, record)).status_code == 404
    assert client.get(page(kind, record, "edit")).status_code == 404
    assert client.post(page(kind, record, "edit"), {"notes": "x"}).status_code == 404
    assert client.get(page(kind, record, "delete")).status_code == 404
    assert client.post(page(kind, record, "delete"), {"reason": "x"}).status_code == 404
    assert client.post(page(kind, record, "restore")).status_code == 404
    assert client.get(page(kind, record, "history")).status_code == 404


@each_own_type
def test_another_centres_record_is_in_no_list_file_or_lookup(kind):
    record = make_one(kind, centre("gccei"))
    client = sign_in("officer", "b2g")

    assert page(kind, record) not in text_of(client.get(list_page(kind)))
    assert lines_of(client.get(list_page(kind), {"format": "csv"})) == []
    assert client.get(f"{list_page(kind)}lookup/").json()["results"] == []


@each_own_type
def test_another_centre_is_no_filter(kind):
    centre("gccei")

    response = sign_in("officer", "b2g").get(list_page(kind), {"centre": "gccei"})

    assert response.status_code == 400


@each_own_type
def test_national_staff_see_all_centres_records(kind):
    record = make_one(kind, centre("gccei"))
    client = sign_in_national()

    assert page(kind, record) in text_of(client.get(list_page(kind)))
    assert client.get(page(kind, record)).status_code == 200
    assert client.get(list_page(kind), {"centre": "gccei"}).status_code == 200


def test_a_start_up_is_shared_by_all_centres():
    kind = record_types.get("startups")
    record = make_one(kind, centre("gccei"))
    client = sign_in("officer", "b2g")

    assert page(kind, record) in text_of(client.get(list_page(kind)))
    assert client.get(page(kind, record)).status_code == 200
    data = {"name": "한빛소프트", "ceo_name": "이바다"}
    assert client.post(page(kind, record, "edit"), data).status_code == 302


def test_a_shared_start_ups_page_shows_the_own_centres_records_alone():
    startup = makers.make_startup()
    ours = makers.make_contact(startup=startup, centre=centre("b2g"))
    theirs = makers.make_contact(startup=startup, centre=centre("gccei"))

    shown = text_of(sign_in("officer", "b2g").get(startup.get_absolute_url()))

    assert ours.get_absolute_url() in shown
    assert theirs.get_absolute_url() not in shown


# Entering


@each_type
def test_the_form_opens(kind):
    assert sign_in_to_write(kind).get(f"{list_page(kind)}new/").status_code == 200


@each_type
def test_what_was_entered_stands_on_the_records_page(kind):
    client = sign_in_to_write(kind)
    data = entry(kind)

    response = new(client, kind, data)

    record = kind.model.objects.order_by("pk").last()
    assert response.status_code == 302, errors_in(response)
    assert response["Location"] == page(kind, record)
    shown = client.get(f"/api/v1/{kind.slug}/{record.pk}/").json()
    entered = {name: data[name] for name in data if name not in kind.masked}
    assert entered.items() <= shown.items()


@each_record_type
def test_a_new_record_belongs_to_its_officers_centre(kind):
    data = entry(kind, centre("gccei")) | {"centre": "b2g"}
    centre("b2g")

    response = new(sign_in("officer", "gccei"), kind, data)

    assert response.status_code == 302, errors_in(response)
    assert kind.model.objects.order_by("pk").last().centre.code == "gccei"


@each_type
def test_an_empty_form_is_refused_with_a_sentence_a_field(kind):
    before = kind.model.objects.count()

    response = new(sign_in_to_write(kind), kind, {})

    needed = {name for name in kind.all_fields if is_needed(kind.field(name))}
    assert response.status_code == 200
    assert errors_in(response).keys() >= needed
    assert kind.model.objects.count() == before


@each_type
def test_a_form_can_be_filled_in_from_its_address(kind):
    data = entry(kind)
    name = next(name for name in kind.all_fields if isinstance(data[name], str | int))

    response = sign_in_to_write(kind).get(f"{list_page(kind)}new/", {name: data[name]})

    assert response.context["form"].initial == {name: data[name]}


# Changing


@each_type
def test_an_edit_changes_what_was_changed_and_keeps_the_rest(kind):
    client = sign_in_to_write(kind)
    data = entry(kind)
    new(client, kind, data)
    record = kind.model.objects.order_by("pk").last()
    before = client.get(f"/api/v1/{kind.slug}/{record.pk}/").json()

    response = client.post(page(kind, record, "edit"), as_form(data | change_of(kind)))

    assert response.status_code == 302, errors_in(response)
    after = client.get(f"/api/v1/{kind.slug}/{record.pk}/").json()
    assert after == before | change_of(kind)


@each_type
def test_a_form_sent_back_as_it_was_changes_nothing(kind):
    client = sign_in_to_write(kind)
    new(client, kind, entry(kind))
    record = kind.model.objects.order_by("pk").last()
    history = kind.model.pgh_event_model.objects.filter(pgh_obj_id=record.pk)
    before = client.get(f"/api/v1/{kind.slug}/{record.pk}/").json()

    response = client.post(
        page(kind, record, "edit"), sent_back(client.get(page(kind, record, "edit")))
    )

    assert response.status_code == 302, errors_in(response)
    assert client.get(f"/api/v1/{kind.slug}/{record.pk}/").json() == before
    assert history.count() == 1


def sent_back(response) -> dict:
    """What a browser would send of the form as it stands on the page."""
    sent = {}
    for field in response.context["form"]:
        value = field.value()
        if field.widget_type == "checkbox":
            value = "on" if value else None
        shown = field.field.widget.format_value(value)
        if shown not in (None, "", []):
            sent[field.html_name] = shown
    return sent


@each_type
def test_a_wrong_edit_is_refused_and_nothing_saved(kind):
    client = sign_in_to_write(kind)
    record = make_one(kind)
    name = next(name for name in kind.all_fields if is_needed(kind.field(name)))
    before = getattr(record, kind.field(name).attname)

    response = client.post(page(kind, record, "edit"), {name: ""})

    record.refresh_from_db()
    assert name in errors_in(response)
    assert getattr(record, kind.field(name).attname) == before


# Deleting and restoring


@each_record_type
def test_a_deleted_record_is_gone_from_every_page_but_its_history(kind):
    client = sign_in()
    record = make_one(kind)

    response = client.post(page(kind, record, "delete"), {"reason": "중복"})

    assert (response.status_code, response["Location"]) == (302, list_page(kind))
    assert page(kind, record) not in text_of(client.get(f"/{kind.slug}/lookup/"))
    assert client.get(page(kind, record)).status_code == 404
    assert client.get(page(kind, record, "edit")).status_code == 404
    assert client.get(page(kind, record, "history")).status_code == 200


@each_record_type
def test_a_record_is_not_deleted_without_a_reason(kind):
    record = make_one(kind)

    response = sign_in().post(page(kind, record, "delete"), {"reason": "  "})

    record.refresh_from_db()
    assert response.status_code == 400
    assert not record.is_deleted


@each_record_type
def test_a_deleted_record_is_restored(kind):
    client = sign_in()
    record = make_one(kind)
    record.remove(reason="실수")

    response = client.post(page(kind, record, "restore"))

    assert (response.status_code, response["Location"]) == (302, page(kind, record))
    assert client.get(page(kind, record)).status_code == 200


@each_type
def test_looking_never_deletes_or_restores(kind):
    record = make_one(kind)
    client = sign_in_to_write(kind)

    client.get(page(kind, record, "delete"))
    restore = client.get(page(kind, record, "restore"))

    assert restore.status_code == (403 if kind.is_code_list else 405)
    assert kind.model.objects.filter(pk=record.pk).exists()


def test_an_entry_of_a_code_list_is_never_deleted():
    kind = next(kind for kind in TYPES if kind.is_code_list)
    record = make_one(kind)
    client = sign_in("admin")

    assert client.get(page(kind, record, "delete")).status_code == 403
    assert client.post(page(kind, record, "delete"), {"reason": "x"}).status_code == 403
    assert kind.model.objects.filter(pk=record.pk).exists()


def test_a_record_is_not_restored_where_another_took_its_place():
    kind = record_types.get("contacts")
    record = make_one(kind, external_id="7")
    record.remove(reason="실수")
    make_one(kind, external_id="7")

    response = sign_in().post(page(kind, record, "restore"))

    record.refresh_from_db()
    assert response.status_code == 400
    assert record.is_deleted


# Files


@each_type
def test_a_file_has_a_line_for_every_record_and_a_column_for_every_field(kind):
    client = sign_in_to_write(kind)
    new(client, kind, entry(kind))
    make_one(kind)

    lines = lines_of(client.get(list_page(kind), {"format": "csv"}))

    extra = 0 if kind.is_code_list else 2
    assert len(lines) == kind.model.objects.count()
    assert len(lines[0]) == len(kind.all_fields) + extra


def test_a_file_opens_in_excel_as_utf_8():
    response = sign_in().get("/startups/", {"format": "csv"})

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert 'attachment; filename="startups.csv"' in response["Content-Disposition"]
    assert text_of(response).startswith(BOM)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_text_in_a_file_is_run_as_a_formula(start):
    makers.make_startup(name=f"{start}1+1")

    [line] = lines_of(sign_in().get("/startups/", {"format": "csv"}))

    assert f"'{start}1+1" in line.values()


def test_a_file_holds_what_the_filter_chose():
    makers.make_startup(name="가", sector="IT")
    makers.make_startup(name="나", sector="BT")

    lines = lines_of(sign_in().get("/startups/", {"format": "csv", "sector": "BT"}))

    assert [line for line in lines if "나" in line.values()] == lines
    assert len(lines) == 1


def test_another_format_is_refused():
    assert sign_in().get("/startups/", {"format": "xml"}).status_code == 400


# What is refused


@each_type
def test_an_unknown_parameter_is_refused_in_a_sentence(kind):
    response = sign_in("viewer").get(list_page(kind), {"colour": "red"})

    assert response.status_code == 400
    assert "colour" in response.context["sentence"]


@pytest.mark.parametrize("number", ["0", "-1", "201", "two", "9" * 30, "\x00"])
def test_a_page_that_cannot_be_is_refused(number):
    assert sign_in().get("/startups/", {"page": number}).status_code == 400


@each_type
def test_a_wrong_method_is_refused(kind):
    client = sign_in_to_write(kind)
    record = make_one(kind)

    assert client.post(list_page(kind)).status_code == 405
    assert client.post(page(kind, record)).status_code == 405
    assert client.post(page(kind, record, "history")).status_code == 405
    assert client.post(f"{list_page(kind)}lookup/").status_code == 405
    assert client.delete(page(kind, record)).status_code == 405


@pytest.mark.parametrize(
    "address",
    ["/shoes/", "/shoes/1/", "/startups/999999/", "/startups/99999999999999999/"],
)
def test_what_is_not_there_is_not_found(address):
    assert sign_in().get(address).status_code == 404


@each_type
def test_a_filter_value_that_cannot_be_read_is_refused(kind):
    client = sign_in("viewer")

    for name in kind.filters:
        field = kind.field(name)
        if field.get_internal_type() == "DateField":
            name = f"{name}_after"
        response = client.get(list_page(kind), {name: "\x00없는 값"})
        assert response.status_code in (200, 400)
        if field.choices or field.is_relation:
            assert response.status_code == 400


# What it costs


@each_type
def test_a_page_takes_as_many_statements_for_many_records(kind, statements):
    client = sign_in_to_write(kind)

    def look():
        assert client.get(list_page(kind)).status_code == 200
        text_of(client.get(list_page(kind), {"format": "csv"}))

    fill_in(kind, 2)
    look()
    few = statements(look)
    fill_in(kind, 10)

    assert statements(look) == few


@each_type
def test_a_record_takes_no_more_statements_with_much_around_it(kind, statements):
    client = sign_in_to_write(kind)
    record = make_one(kind)

    def look():
        assert client.get(page(kind, record)).status_code == 200

    surround(kind, record, 2)
    look()
    few = statements(look)
    surround(kind, record, 10)

    assert statements(look) <= few


def surround(kind, record, number: int) -> None:
    """Records of every type that can point to this one, and do."""
    for other in RECORD_TYPES:
        for field in other.model._meta.fields:
            if field.many_to_one and field.related_model is kind.model:
                fill_in(other, number, **{field.name: record.pk})


def test_own_types_leave_out_only_what_is_shared():
    assert {kind.slug for kind in RECORD_TYPES} - {kind.slug for kind in OWN_TYPES} == {
        "startups"
    }
