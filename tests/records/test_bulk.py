"""Bulk change: seen before it is made, made to all or to none, for a reason."""

from datetime import date

import pytest
from django.db import connection, transaction

from records.bulk_records import LARGEST
from tests import makers
from tests.records.samples import (
    READERS,
    as_form,
    change_of,
    each_own_type,
    each_record_type,
    each_type,
    entry,
    make_one,
    sign_in,
    sign_in_national,
    sign_in_to_write,
)

pytestmark = pytest.mark.django_db

DAY = date(2018, 3, 9)


def address(kind, *records, page: str = "bulk") -> str:
    slug = kind if isinstance(kind, str) else kind.slug
    chosen = "&".join(f"pk={record.pk}" for record in records)
    return f"/{slug}/{page}/?{chosen}"


def preview(client, kind, *records, **data):
    """Ask what the change of these fields would change."""
    fields = [name for name in data if not name.startswith("way-")]
    sent = as_form(data) | {"change": fields, "change_reason": "정리"}
    return client.post(address(kind, *records), sent)


def apply(client, previewed):
    """Press the preview's button."""
    assert previewed.status_code == 200
    return client.post(
        previewed.wsgi_request.get_full_path().replace("/bulk/", "/bulk/apply/"),
        sent_by(previewed),
    )


def sent_by(previewed) -> dict:
    sent = {"versions": previewed.context["versions"]}
    for name, value in previewed.context["sent"]:
        sent.setdefault(name, []).append(value)
    return sent


def seen(previewed) -> dict:
    """What the preview says of each record: its changes, or why it has none."""
    context = previewed.context
    return {
        line.record: line.refusal or [change[1:] for change in line.changes]
        for part in ("changed", "unchanged", "refused")
        for line in context[part]
    }


def as_text(value) -> str:
    return "; ".join(value) if isinstance(value, list) else value


def events(record) -> int:
    return type(record).pgh_event_model.objects.filter(pgh_obj_id=record.pk).count()


# Every type


@each_type
def test_a_change_is_previewed_and_then_made(kind):
    records = [make_one(kind), make_one(kind)]
    client = sign_in_to_write(kind)
    [(name, value)] = change_of(kind).items()

    previewed = preview(client, kind, *records, **{name: value})
    between = [getattr(kind.model.objects.get(pk=r.pk), name) for r in records]
    response = apply(client, previewed)

    before = [getattr(record, name) for record in records]
    assert seen(previewed) == {
        record: [(as_text(old), as_text(value))]
        for record, old in zip(records, before, strict=True)
    }
    assert between == before
    assert response.status_code == 302
    for record in records:
        record.refresh_from_db()
        assert getattr(record, name) == value
        latest = kind.model.pgh_event_model.objects.filter(pgh_obj_id=record.pk)
        assert latest.latest("pgh_id").pgh_context.metadata["reason"] == "정리"


@each_type
def test_a_preview_leaves_no_trace(kind):
    record = make_one(kind)

    preview(sign_in_to_write(kind), kind, record, **change_of(kind))

    assert events(record) == 1


@each_type
def test_every_field_that_can_be_alike_is_offered(kind):
    record = make_one(kind)

    form = sign_in_to_write(kind).get(address(kind, record)).context["form"]

    alone = {"external_id", "code", "biz_reg_no", "corp_reg_no", "name"}
    assert set(kind.all_fields) - alone <= set(form.names) <= set(kind.all_fields)
    assert "external_id" not in form.names


@each_type
def test_what_is_not_ticked_stays(kind):
    record = make_one(kind)
    data = as_form(entry(kind) | change_of(kind))
    [name] = change_of(kind)
    before = type(record).objects.filter(pk=record.pk).values().get()
    client = sign_in_to_write(kind)

    sent = data | {"change": name, "change_reason": "정리"}
    apply(client, client.post(address(kind, record), sent))

    after = type(record).objects.filter(pk=record.pk).values().get()
    changed = {field for field in before if before[field] != after[field]}
    # What the database derives goes with it.
    assert changed - {"search_key", "name_key"} == {name}


@each_own_type
def test_a_record_of_another_centre_is_refused(kind):
    ours, theirs = make_one(kind), make_one(kind, makers.make_centre("gccei"))
    client = sign_in("officer", "b2g")

    assert client.get(address(kind, ours, theirs)).status_code == 400
    assert preview(client, kind, ours, theirs, notes="x").status_code == 400
    removal = address(kind, ours, theirs, page="bulk/delete")
    assert client.get(removal).status_code == 400
    for record in (ours, theirs):
        assert events(record) == 1


@each_own_type
def test_nobody_applies_to_another_centre_what_was_previewed_in_it(kind):
    theirs = make_one(kind, makers.make_centre("gccei"))
    previewed = preview(sign_in("officer", "gccei"), kind, theirs, notes="x")

    response = apply(sign_in("officer", "b2g"), previewed)

    assert response.status_code == 400
    assert events(theirs) == 1


@each_type
@pytest.mark.parametrize("role", READERS)
def test_readers_change_nothing(kind, role):
    record = make_one(kind)
    previewed = preview(sign_in_to_write(kind), kind, record, **change_of(kind))
    client = sign_in(role)
    removal = address(kind, record, page="bulk/delete")

    assert client.get(address(kind, record)).status_code == 403
    assert preview(client, kind, record, **change_of(kind)).status_code == 403
    assert apply(client, previewed).status_code == 403
    assert client.get(removal).status_code == 403
    assert client.post(removal, {"reason": "x"}).status_code == 403
    assert 'name="pk"' not in client.get(f"/{kind.slug}/").content.decode()
    assert events(record) == 1


@each_type
def test_looking_changes_nothing(kind):
    record = make_one(kind)
    client = sign_in_to_write(kind)

    client.get(address(kind, record) + "&change=notes&notes=x")
    applied = client.get(f"/{kind.slug}/bulk/apply/")

    assert applied.status_code == 405
    assert events(record) == 1


@each_record_type
def test_records_are_deleted_together_with_one_reason(kind):
    records = [make_one(kind), make_one(kind)]
    client = sign_in()
    page = address(kind, *records, page="bulk/delete")
    versions = client.get(page).context["versions"]

    response = client.post(page, {"reason": "중복", "versions": versions})

    assert response.status_code == 302
    for record in records:
        record = kind.model.with_deleted.get(pk=record.pk)
        assert (record.is_deleted, record.deleted_reason) == (True, "중복")


def test_an_entry_of_a_code_list_is_never_deleted():
    record = makers.make_field("x", "엑스")

    page = address("fields", record, page="bulk/delete")

    assert sign_in("admin").get(page).status_code == 403


# What would change


def test_the_status_is_changed_of_many():
    closed, opened = makers.make_case(status="closed"), makers.make_case()
    client = sign_in()

    previewed = preview(client, "cases", closed, opened, status="closed")
    apply(client, previewed)

    opened.refresh_from_db()
    assert seen(previewed) == {closed: [], opened: [("진행 중", "완료")]}
    assert opened.status == "closed"
    assert events(closed) == 1


def test_the_status_comes_first():
    for slug, make in (("cases", makers.make_case), ("agencies", makers.make_agency)):
        form = sign_in().get(address(slug, make())).context["form"]
        assert form.names[0] in ("status", "stage")


def test_no_field_is_filled_in_before_it_is_meant():
    form = sign_in().get(address("cases", makers.make_case())).context["form"]

    assert [form[name].value() for name in form.names] == [None] * len(form.names)


def test_several_fields_change_together():
    case = makers.make_case()
    client = sign_in()

    previewed = preview(client, "cases", case, status="closed", closed_on=DAY)
    apply(client, previewed)

    case.refresh_from_db()
    assert (case.status, case.closed_on) == ("closed", DAY)
    assert len(seen(previewed)[case]) == 2


def test_what_cannot_be_changed_is_named_with_the_reason_and_left():
    early = makers.make_case(status="closed", opened_on=date(2018, 1, 1))
    late = makers.make_case(status="closed", opened_on=date(2018, 12, 1))
    client = sign_in()

    previewed = preview(client, "cases", early, late, closed_on=DAY)
    apply(client, previewed)

    early.refresh_from_db()
    late.refresh_from_db()
    assert seen(previewed)[late] == "완료일은 접수일보다 빠를 수 없습니다."
    assert (early.closed_on, late.closed_on) == (DAY, None)


def test_a_field_that_is_ticked_and_empty_is_emptied():
    case = makers.make_case(status="closed", closed_on=DAY, channel="video")
    client = sign_in()

    apply(client, preview(client, "cases", case, closed_on="", channel=""))

    case.refresh_from_db()
    assert (case.closed_on, case.channel) == (None, "")


def test_a_field_that_is_needed_is_not_emptied():
    case = makers.make_case()

    response = preview(sign_in(), "cases", case, opened_on="")

    assert "opened_on" in response.context["form"].errors
    assert "versions" not in response.context


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        ("add", ["VN", "TH", "US"]),
        ("remove", ["VN"]),
        ("replace", ["TH", "US"]),
        ("", ["TH", "US"]),
    ],
)
def test_values_are_added_taken_away_or_replaced(way, expected):
    case = makers.make_case(countries=["VN", "TH"])
    client = sign_in()
    data = {"countries": ["TH", "US"], "way-countries": way}

    apply(client, preview(client, "cases", case, **data))

    case.refresh_from_db()
    assert case.countries == expected


def test_tags_are_added_to_each_records_own():
    first, second = makers.make_startup(tags=["ai"]), makers.make_startup(tags=["saas"])
    client = sign_in()
    data = {"tags": "수출; ai", "way-tags": "add"}

    apply(client, preview(client, "startups", first, second, **data))

    first.refresh_from_db()
    second.refresh_from_db()
    assert first.tags == ["ai", "수출"]
    assert second.tags == ["saas", "수출", "ai"]


def test_officers_are_added_taken_away_and_their_change_previewed():
    old, new = makers.make_user(name="김하나"), makers.make_user(name="이두리")
    case = makers.make_case()
    case.officers.add(old)
    client = sign_in()

    added = preview(
        client, "cases", case, officers=new.username, **{"way-officers": "add"}
    )
    apply(client, added)
    both = set(case.officers.all())
    removed = preview(
        client, "cases", case, officers=old.username, **{"way-officers": "remove"}
    )
    apply(client, removed)

    assert seen(added) == {case: [("김하나", "김하나; 이두리")]}
    assert both == {old, new}
    assert set(case.officers.all()) == {new}


def test_who_has_left_stays_the_officer_of_what_is_changed_otherwise():
    case = makers.make_case()
    case.officers.add(makers.make_user(is_active=False))
    client = sign_in()

    apply(client, preview(client, "cases", case, status="waiting"))

    case.refresh_from_db()
    assert case.status == "waiting"
    assert case.officers.count() == 1


def test_a_link_to_another_centre_is_refused():
    partner = makers.make_partner(centre=makers.make_centre("gccei"))

    response = preview(sign_in(), "mous", makers.make_mou(), partner=partner.name)

    assert "partner" in response.context["form"].errors


def test_nothing_to_add_is_refused():
    response = preview(
        sign_in(), "cases", makers.make_case(), countries=[], **{"way-countries": "add"}
    )

    assert "countries" in response.context["form"].errors


def test_a_change_without_a_reason_or_a_field_is_refused():
    case = makers.make_case()
    client = sign_in()

    for sent in (
        {"change": "notes", "notes": "x", "change_reason": " "},
        {"change_reason": "정리", "notes": "x"},
        {"change_reason": "정리", "notes": "x", "change": "reference"},
    ):
        response = client.post(address("cases", case), sent)
        assert response.context["form"].errors
        assert "versions" not in response.context


def test_the_form_can_be_filled_again_after_the_preview():
    case = makers.make_case()
    client = sign_in()
    previewed = preview(client, "cases", case, status="closed")

    again = client.post(address("cases", case), sent_by(previewed) | {"again": "on"})

    assert again.context["form"].ticked == ["status"]
    assert again.context["form"]["status"].value() == "closed"
    assert events(case) == 1


def test_personal_data_is_previewed_in_part():
    contact = makers.make_contact(phone="010-1234-5678")

    previewed = preview(sign_in(), "contacts", contact, phone="010-8765-4321")

    assert "010-1234-5678" not in str(seen(previewed))
    assert seen(previewed) == {contact: [("010-1234-****", "010-8765-****")]}


def test_national_staff_move_records_to_a_centre():
    case = makers.make_case()
    centre = makers.make_centre("gccei")
    client = sign_in_national()

    apply(client, preview(client, "cases", case, centre="gccei"))

    case.refresh_from_db()
    assert case.centre == centre


def test_the_centre_is_not_for_others_to_change():
    case = makers.make_case()
    makers.make_centre("gccei")

    response = preview(sign_in(), "cases", case, centre="gccei")

    assert response.context["form"].errors
    assert "centre" not in response.context["form"].names


# All or none


def test_a_record_changed_since_the_preview_stops_the_whole_change():
    first, second = makers.make_case(), makers.make_case(title="둘째 건")
    client = sign_in()
    previewed = preview(client, "cases", first, second, status="closed")
    second.notes = "그 사이"
    second.save()

    response = apply(client, previewed)

    first.refresh_from_db()
    assert response.status_code == 400
    assert "둘째 건" in response.context["sentence"]
    assert first.status == "open"


def test_a_link_changed_since_the_preview_stops_the_change():
    case = makers.make_case()
    client = sign_in()
    previewed = preview(client, "cases", case, status="closed")
    case.officers.add(makers.make_user())

    assert apply(client, previewed).status_code == 400


def test_a_record_deleted_since_the_preview_stops_the_change():
    case, gone = makers.make_case(), makers.make_case()
    client = sign_in()
    previewed = preview(client, "cases", case, gone, status="closed")
    gone.remove(reason="중복")

    assert apply(client, previewed).status_code == 400
    case.refresh_from_db()
    assert case.status == "open"


def test_a_record_that_the_database_refuses_stops_the_whole_change():
    first, second = makers.make_case(), makers.make_case()
    client = sign_in()
    previewed = preview(client, "cases", first, second, channel="video")
    forbid = (
        "ALTER TABLE support_consultingcase ADD CONSTRAINT none_by_video"
        f" CHECK (id <> {second.pk} OR channel <> 'video')"
    )
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(forbid)

    response = apply(client, previewed)

    first.refresh_from_db()
    assert response.status_code == 400
    assert first.channel == ""


def test_the_same_preview_is_not_applied_twice():
    case = makers.make_case()
    client = sign_in()
    previewed = preview(client, "cases", case, status="closed")
    apply(client, previewed)

    assert apply(client, previewed).status_code == 400
    assert events(case) == 2


def test_a_record_changed_since_it_was_shown_is_not_deleted():
    cases = [makers.make_case(), makers.make_case()]
    client = sign_in()
    page = address("cases", *cases, page="bulk/delete")
    versions = client.get(page).context["versions"]
    cases[1].notes = "그 사이"
    cases[1].save()

    response = client.post(page, {"reason": "중복", "versions": versions})

    assert response.status_code == 400
    assert type(cases[0]).objects.count() == 2


def test_records_are_not_deleted_without_a_reason():
    case = makers.make_case()
    client = sign_in()
    page = address("cases", case, page="bulk/delete")
    versions = client.get(page).context["versions"]

    response = client.post(page, {"reason": " ", "versions": versions})

    assert response.status_code == 400
    assert type(case).objects.exists()


@pytest.mark.parametrize("versions", ["", "x", "1", "1:2:3", "1:x", "-1:2"])
def test_what_no_preview_wrote_is_refused(versions):
    case = makers.make_case()
    sent = {"change": "notes", "notes": "x", "change_reason": "정리"}
    client = sign_in()

    for page in ("bulk/apply", "bulk/delete"):
        response = client.post(
            address("cases", case, page=page),
            sent | {"versions": versions, "reason": "x"},
        )
        assert response.status_code == 400


# Which records


def test_all_that_match_the_filters_are_chosen():
    case = makers.make_case(status="waiting")
    makers.make_case()

    response = sign_in().get("/cases/bulk/?all=on&status=waiting&sort=title&view=all")

    assert response.context["first"] == [case]


def test_all_are_never_those_of_another_centre():
    case = makers.make_case()
    makers.make_case(centre=makers.make_centre("gccei"))

    response = sign_in().get("/cases/bulk/?all=on")

    assert response.context["first"] == [case]


def test_more_than_can_be_looked_at_are_refused_in_a_sentence():
    centre = makers.make_centre()
    model = type(makers.make_partner())
    model.objects.bulk_create(
        model(centre=centre, name=f"P {number}") for number in range(LARGEST)
    )

    response = sign_in().get("/partners/bulk/?all=on")

    assert response.status_code == 400
    assert "1,000" in response.context["sentence"]


@pytest.mark.parametrize("query", ["", "pk=", "pk=x", "pk=0", "pk=1&colour=red"])
def test_a_choice_that_cannot_be_read_is_refused(query):
    client = sign_in()

    assert client.get(f"/cases/bulk/?{query}").status_code == 400
    assert client.get(f"/cases/bulk/delete/?{query}").status_code == 400


def test_the_way_back_is_the_list_as_it_was():
    case = makers.make_case()
    client = sign_in()
    page = address("cases", case) + "&status=open&view=all&after=x"
    sent = {"change": "notes", "notes": "x", "change_reason": "정리"}

    response = apply(client, client.post(page, sent))

    assert response["Location"] == "/cases/?status=open&view=all"


def test_a_change_takes_as_many_statements_a_record_for_many(statements):
    """Each record is saved on its own; what is asked for all is asked once."""
    client = sign_in()
    cases = [makers.make_case() for _time in range(9)]

    def look(number):
        response = preview(client, "cases", *cases[:number], status="closed")
        assert len(response.context["changed"]) == number

    look(1)
    one, three, nine = (statements(lambda n=n: look(n)) for n in (1, 3, 9))

    assert nine - three == 3 * (three - one)
    assert (three - one) / 2 <= 8


def test_no_field_is_offered_that_a_rule_keeps_apart():
    form = sign_in().get(address("startups", makers.make_startup())).context["form"]

    assert not {"biz_reg_no", "external_id"} & set(form.names)


def test_a_preview_takes_back_its_own_work_alone():
    case = makers.make_case()
    with transaction.atomic():
        case.notes = "먼저"
        case.save()
        preview(sign_in(), "cases", case, status="closed")

    case.refresh_from_db()

    assert (case.notes, case.status) == ("먼저", "open")
