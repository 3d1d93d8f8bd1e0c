"""The log: a case and its session in one form, for one start-up or for many at once."""

from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from support.models import ConsultingCase, Logged, Session, Startup
from tests import makers

pytestmark = pytest.mark.django_db

DAY = "2018-03-05"
NOBODYS = "00000000-0000-4000-8000-000000000000"
IN_DIALOG = {"HX-Request": "true", "HX-Current-URL": "http://testserver/cases/"}
ON_PAGE = {"HX-Request": "true", "HX-Current-URL": "http://testserver/log/"}


@pytest.fixture
def officer():
    return makers.make_user(username="officer", name="이담당")


@pytest.fixture
def client(officer) -> Client:
    return client_of(officer)


def client_of(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def entry(*startups: Startup, **fields) -> dict:
    """What is sent when these start-ups are logged."""
    named = "; ".join(f"{one} [{one.reference}]" for one in reloaded(startups))
    defaults = {
        "key": str(uuid4()),
        "author": "officer",
        "startups": named,
        "held_on": DAY,
        "officers": "이담당 [officer]",
        "note": "상표 문의\n대리인 안내",
        "then": "close",
    }
    return defaults | fields


def reloaded(startups) -> list[Startup]:
    """With the reference that the database gave."""
    return [Startup.objects.get(pk=one.pk) for one in startups]


def refused(response) -> dict:
    """What the clerk is told; nothing was saved."""
    assert not Session.objects.exists()
    assert not Logged.objects.exists()
    return response.context["form"].errors


# What one entry becomes


def test_an_entry_makes_a_case_with_its_session(client, officer):
    startup = makers.make_startup()
    makers.make_field("ip", "특허·상표")

    client.post(
        "/log/",
        entry(
            startup,
            fields=["ip"],
            countries=["VN"],
            channel="phone",
            minutes="30",
            expert="이변호사",
        ),
    )

    session = Session.objects.get()
    case = session.case
    assert (case.startup, case.opened_on) == (startup, date(2018, 3, 5))
    assert (case.fields, case.countries) == (["ip"], ["VN"])
    assert (case.channel, session.channel) == ("phone", "phone")
    assert list(case.officers.all()) == [officer]
    assert (session.minutes, session.expert) == (30, "이변호사")
    assert session.held_on == case.opened_on
    assert case.centre == session.centre == officer.centre


def test_the_first_line_of_the_note_is_the_title(client):
    client.post("/log/", entry(makers.make_startup(), note="상표 문의\n대리인 안내"))

    case = ConsultingCase.objects.get()
    assert case.title == "상표 문의"
    assert case.request == Session.objects.get().note == "상표 문의\n대리인 안내"


def test_a_long_first_line_is_cut_in_the_title_alone(client):
    client.post("/log/", entry(makers.make_startup(), note="가" * 300))

    case = ConsultingCase.objects.get()
    assert (len(case.title), len(case.request)) == (200, 300)


def test_a_new_case_stays_open(client):
    client.post("/log/", entry(makers.make_startup()))

    assert ConsultingCase.objects.get().status == "open"


def test_what_was_settled_is_closed_on_its_day_with_the_note_as_result(client):
    client.post("/log/", entry(makers.make_startup(), is_closed="on"))

    case = ConsultingCase.objects.get()
    assert (case.status, case.closed_on) == ("closed", case.opened_on)
    assert case.result == case.request


def test_several_start_ups_get_a_case_each(client):
    startups = [makers.make_startup() for _number in range(3)]

    client.post("/log/", entry(*startups))

    assert {case.startup for case in ConsultingCase.objects.all()} == {*startups}
    assert Session.objects.count() == 3


def test_a_session_can_be_added_to_an_open_case(client):
    case = makers.make_case()

    client.post("/log/", entry(case.startup, case=case.pk))

    assert Session.objects.get().case == case
    assert ConsultingCase.objects.count() == 1


def test_a_session_can_settle_the_case_it_is_added_to(client):
    case = makers.make_case()

    client.post("/log/", entry(case.startup, case=case.pk, is_closed="on"))

    case.refresh_from_db()
    assert (case.status, case.closed_on) == ("closed", date(2018, 3, 5))


@pytest.mark.parametrize("written", ["한빛소프트", "Hanbit Soft", "1248100998"])
def test_a_start_up_is_meant_by_name_english_name_or_number(client, written):
    startup = makers.make_startup(
        "㈜한빛소프트", name_en="Hanbit Soft", biz_reg_no="124-81-00998"
    )

    client.post("/log/", entry(startups=written))

    assert ConsultingCase.objects.get().startup == startup


def test_a_start_up_nobody_knows_is_registered_where_that_is_wanted(client):
    client.post("/log/", entry(startups="새회사", new_startups="새회사"))

    assert ConsultingCase.objects.get().startup == Startup.objects.get(name="새회사")


def test_a_start_up_that_is_known_is_not_registered_again(client):
    startup = makers.make_startup("㈜새회사")

    client.post("/log/", entry(startups="새회사", new_startups="새회사"))

    assert Startup.objects.get() == startup


def test_who_entered_it_stands_in_the_history(client, officer):
    client.post("/log/", entry(makers.make_startup()))

    event = ConsultingCase.objects.get().events.get()
    assert event.pgh_context.metadata["user"] == officer.pk


def test_national_staff_say_for_which_centre(officer):
    national = makers.make_user("manager", all_centres=True, username="national")
    gccei = makers.make_centre("gccei")

    client_of(national).post(
        "/log/",
        entry(makers.make_startup(), author="national", centre="gccei", officers=""),
    )

    assert ConsultingCase.objects.get().centre == gccei
    assert Session.objects.get().centre == gccei


# Nothing half-saved


def test_wrong_minutes_are_one_sentence_beside_them(client):
    told = refused(client.post("/log/", entry(makers.make_startup(), minutes="many")))

    assert list(told) == ["minutes"]
    assert len(told["minutes"]) == 1
    assert not ConsultingCase.objects.exists()


def test_every_wrong_field_is_told_at_once(client):
    told = refused(client.post("/log/", entry(held_on="soon", countries=["XX"])))

    assert told.keys() == {"startups", "held_on", "countries"}


def test_of_several_start_ups_one_wrong_saves_none(client):
    startup = makers.make_startup()

    told = refused(client.post("/log/", entry(startups=f"{startup.name}; 없는회사")))

    assert "없는회사" in told["startups"][0]
    assert not ConsultingCase.objects.exists()


def test_a_new_start_up_is_not_registered_when_the_rest_is_wrong(client):
    data = entry(startups="새회사", new_startups="새회사", minutes="2000")

    refused(client.post("/log/", data))

    assert not Startup.objects.exists()


def test_a_case_cannot_be_closed_before_it_opens(client):
    case = makers.make_case(opened_on=date(2018, 6, 1))
    data = entry(case.startup, case=case.pk, is_closed="on")

    told = refused(client.post("/log/", data))

    assert "held_on" in told


def test_the_case_of_another_centre_is_refused(client):
    theirs = makers.make_case(centre=makers.make_centre("gccei"))

    told = refused(client.post("/log/", entry(theirs.startup, case=theirs.pk)))

    assert list(told) == ["case"]


def test_a_case_of_another_start_up_is_refused(client):
    case = makers.make_case()

    told = refused(client.post("/log/", entry(makers.make_startup(), case=case.pk)))

    assert list(told) == ["case"]


def test_a_closed_case_takes_no_more_sessions_here(client):
    case = makers.make_case(status="closed", closed_on=date(2018, 3, 5))

    told = refused(client.post("/log/", entry(case.startup, case=case.pk)))

    assert list(told) == ["case"]


def test_what_somebody_else_wrote_is_not_saved_as_mine(client):
    told = refused(client.post("/log/", entry(makers.make_startup(), author="other")))

    assert list(told) == ["author"]


# Sent again


def test_the_same_form_sent_twice_is_saved_once(client):
    data = entry(makers.make_startup())

    first, again = client.post("/log/", data), client.post("/log/", data)

    assert Session.objects.count() == ConsultingCase.objects.count() == 1
    assert again["Location"] == first["Location"]


def test_a_case_closed_by_the_form_that_is_sent_again_is_no_error(client):
    case = makers.make_case()
    data = entry(case.startup, case=case.pk, is_closed="on")

    client.post("/log/", data)
    again = client.post("/log/", data)

    assert again.status_code == 302
    assert Session.objects.count() == 1


def test_a_form_changed_after_it_was_saved_is_told_so(client):
    data = entry(makers.make_startup())
    client.post("/log/", data)

    response = client.post("/log/", data | {"note": "다른 내용"})

    assert response.context["form"].non_field_errors()
    assert response.context["told"] == list(ConsultingCase.objects.all())
    assert Session.objects.get().note == data["note"]


def test_a_key_that_somebody_else_used_shows_nothing_of_theirs(client):
    data = entry(makers.make_startup())
    client.post("/log/", data)
    other = client_of(makers.make_user(username="another"))

    response = other.post("/log/", data | {"author": "another", "officers": ""})

    assert response.context["form"].non_field_errors()
    assert "told" not in response.context
    assert Session.objects.count() == 1


# What a new entry begins with


def test_a_first_entry_begins_with_today_and_me(client, officer):
    form = client.get("/log/").context["form"]

    assert form["held_on"].value() == timezone.localdate()
    assert form["officers"].value() == "이담당 [officer]"
    assert form["channel"].value() is None


def test_a_new_entry_begins_with_the_channel_and_tick_of_the_last(client):
    data = entry(makers.make_startup(), channel="video", is_closed="on")
    client.post("/log/", data)

    form = client.get("/log/").context["form"]

    assert form["channel"].value() == "video"
    assert form["is_closed"].value() is True


def test_what_others_logged_is_not_my_last_channel(client):
    client.post("/log/", entry(makers.make_startup(), channel="video"))

    form = client_of(makers.make_user()).get("/log/").context["form"]

    assert form["channel"].value() is None


def test_the_fields_i_logged_last_are_offered_first(client):
    makers.make_field("hr", "인사")
    client.post("/log/", entry(makers.make_startup(), fields=["hr"]))

    form = client.get("/log/").context["form"]

    assert form.fields["fields"].choices[0] == ("hr", "인사")
    assert form["fields"].value() is None


def test_the_next_entry_keeps_all_but_who_and_what(client):
    makers.make_field("hr", "인사")
    data = entry(makers.make_startup(), channel="video", fields=["hr"], then="next")

    form = client.post("/log/", data, headers=IN_DIALOG).context["form"]

    assert f"{form['held_on'].value()}" == DAY
    assert form["channel"].value() == "video"
    assert form["fields"].value() == ["hr"]
    assert form["officers"].value() == "이담당 [officer]"
    assert not form["startups"].value()
    assert not form["note"].value()
    assert f"{form['key'].value()}" != data["key"]


def test_the_log_can_be_opened_about_a_start_up(client):
    [startup] = reloaded([makers.make_startup("한빛")])

    form = client.get("/log/", {"startup": startup.reference}).context["form"]

    assert form["startups"].value() == f"한빛 [{startup.reference}]"


# What the start-ups typed so far mean


def told_of(client, text: str) -> str:
    return client.get("/log/startups/", {"startups": text}).content.decode()


def test_the_open_cases_of_a_start_up_are_offered(client):
    case = makers.make_case(title="상표 출원")
    makers.make_case(startup=case.startup, title="지난 일", status="closed")
    gccei = makers.make_centre("gccei")
    makers.make_case(startup=case.startup, title="남의 일", centre=gccei)

    told = told_of(client, case.startup.name)

    assert "상표 출원" in told
    assert "지난 일" not in told
    assert "남의 일" not in told


def test_no_case_is_offered_to_several_start_ups(client):
    case = makers.make_case(title="상표 출원")
    other = makers.make_startup()

    told = told_of(client, f"{case.startup.name}; {other.name}")

    assert "상표 출원" not in told
    assert "2개 기업에 각각 기록합니다." in told


def test_registering_is_offered_for_a_name_nobody_knows(client):
    assert "“새회사” 기업은 아직 없습니다" in told_of(client, "새회사")


def test_two_start_ups_of_one_name_are_told(client):
    makers.make_startup("한빛")
    makers.make_startup("한빛")

    assert "한빛" in told_of(client, "한빛")


@pytest.mark.parametrize("typed", ["한빛", "Hanb", "124-81"])
def test_type_ahead_tells_start_ups_apart(client, typed):
    numbers = {"biz_reg_no": "124-81-00998"}
    makers.make_startup("한빛", name_en="Hanbit", **numbers)

    found = client.get("/startups/lookup/", {"q": typed}).json()

    assert found["hints"] == ["Hanbit · 124-81-00998"]


def test_type_ahead_asks_as_much_for_twenty_as_for_two(client, statements):
    def typed():
        client.get("/startups/lookup/", {"q": "한빛"})

    makers.make_startup("한빛 1")
    makers.make_startup("한빛 2")
    typed()
    few = statements(typed)
    for number in range(18):
        makers.make_startup(f"한빛 더 {number}")

    assert statements(typed) == few


def test_opening_asks_as_much_after_many_entries_as_after_two(client, statements):
    def open_log():
        client.get("/log/")

    def log(entries: int):
        for _number in range(entries):
            client.post("/log/", entry(makers.make_startup()))
        open_log()

    log(2)
    few = statements(open_log)
    log(5)

    assert statements(open_log) == few


# Answers


def test_saving_in_the_dialog_leaves_nothing_but_a_word_on_the_page(client):
    response = client.post("/log/", entry(makers.make_startup()), headers=IN_DIALOG)

    assert response["HX-Retarget"] == "#said"
    assert ConsultingCase.objects.get().get_absolute_url() in response.content.decode()


def test_saving_on_the_page_shows_a_new_form(client):
    response = client.post("/log/", entry(makers.make_startup()), headers=ON_PAGE)

    assert "HX-Retarget" not in response
    assert response.context["form"].is_bound is False


def test_saving_without_script_leads_to_the_case(client):
    response = client.post("/log/", entry(makers.make_startup()))

    assert response["Location"] == ConsultingCase.objects.get().get_absolute_url()


def test_save_and_next_without_script_leads_to_the_next_entry(client):
    data = entry(makers.make_startup(), channel="video", then="next")

    response = client.post("/log/", data, follow=True)

    assert response.context["form"]["channel"].value() == "video"
    assert ConsultingCase.objects.get().get_absolute_url() in response.content.decode()


# Taking it back


def logged(client, *startups, **fields) -> Logged:
    client.post("/log/", entry(*startups, **fields))
    return Logged.objects.get()


def undo(client, one: Logged):
    return client.post(f"/log/{one.key}/undo/")


def test_what_was_logged_can_be_taken_back_whole(client):
    one = logged(client, makers.make_startup(), makers.make_startup())

    undo(client, one)

    assert not Session.objects.exists()
    assert not ConsultingCase.objects.exists()
    assert ConsultingCase.with_deleted.first().deleted_reason == "기록 직후 저장 취소"


def test_taking_a_session_back_leaves_the_case_it_was_added_to(client):
    case = makers.make_case()
    one = logged(client, case.startup, case=case.pk)

    undo(client, one)

    assert not Session.objects.exists()
    assert ConsultingCase.objects.get() == case


def test_what_closed_an_earlier_case_is_not_taken_back(client):
    case = makers.make_case()
    one = logged(client, case.startup, case=case.pk, is_closed="on")

    assert undo(client, one).status_code == 400
    assert Session.objects.exists()


def test_a_case_that_others_went_on_with_is_not_taken_back(client):
    one = logged(client, makers.make_startup())
    makers.make_session(case=ConsultingCase.objects.get())

    assert undo(client, one).status_code == 400
    assert Session.objects.count() == 2


def test_in_the_dialog_it_is_said_why_it_is_not_taken_back(client):
    one = logged(client, makers.make_startup())
    makers.make_session(case=ConsultingCase.objects.get())

    response = client.post(f"/log/{one.key}/undo/", headers=IN_DIALOG)

    assert "그 뒤에 이어진 기록이 있습니다." in response.content.decode()
    assert Session.objects.count() == 2


def test_what_was_taken_back_is_not_saved_by_sending_it_again(client):
    data = entry(makers.make_startup())
    client.post("/log/", data)
    undo(client, Logged.objects.get())

    client.post("/log/", data)

    assert not Session.objects.exists()


def test_what_somebody_else_logged_is_not_mine_to_take_back(client):
    one = logged(client, makers.make_startup())
    colleague = client_of(makers.make_user())

    assert undo(colleague, one).status_code == 404
    assert colleague.get(f"/log/after/{one.key}/").status_code == 404
    assert Session.objects.exists()


# Who may, and how


@pytest.mark.parametrize("role", ["viewer", "auditor"])
def test_whoever_may_not_enter_records_has_no_log(role):
    client = client_of(makers.make_user(role, username="officer"))
    data = entry(makers.make_startup())

    assert client.get("/log/").status_code == 403
    assert client.get("/log/startups/").status_code == 403
    assert client.post("/log/", data).status_code == 403
    assert "log-opener" not in client.get("/").content.decode()
    assert not Session.objects.exists()


def test_whoever_is_not_signed_in_is_sent_to_sign_in():
    response = Client().post("/log/", {})

    assert response["Location"] == "/sign-in/?next=/log/"


@pytest.mark.parametrize(
    ("method", "address"),
    [
        ("put", "/log/"),
        ("delete", "/log/"),
        ("post", "/log/startups/"),
        ("post", f"/log/after/{NOBODYS}/"),
        ("get", f"/log/{NOBODYS}/undo/"),
    ],
)
def test_the_wrong_method_is_refused(client, method, address):
    assert getattr(client, method)(address).status_code == 405


def test_an_unknown_parameter_is_refused(client):
    assert client.get("/log/", {"x": "1"}).status_code == 400


def test_a_form_without_its_key_is_refused(client):
    assert "key" in refused(client.post("/log/", entry(makers.make_startup(), key="x")))
