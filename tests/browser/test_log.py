"""The log in a browser: few keys, many at once, and nothing typed is lost."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib.sessions.models import Session as SignIn

from support.models import ConsultingCase, Session
from tests import makers
from tests.records.samples import client_of

MOST_KEYS = 25
STARTUPS_IN_FOCUS = "#log_startups-ts-control:focus"


class Keyboard:
    """A person at the keys: text is typed, every other key is counted, also each key
    that is held down with another."""

    def __init__(self, page) -> None:
        self.keys = page.keyboard
        self.pressed = 0

    def press(self, *names: str) -> None:
        for name in names:
            self.pressed += len(name.split("+"))
            self.keys.press(name)

    def type(self, text: str) -> None:
        self.keys.type(text)


@pytest.fixture
def keyboard(page) -> Keyboard:
    return Keyboard(page)


@pytest.fixture
def startups(officer) -> list:
    makers.make_field("ip", "특허·상표")
    names = ("㈜가온테크", "나래소프트", "다솜바이오")
    return [makers.make_startup(name) for name in names]


@pytest.fixture
def dialog(page, startups, keyboard):
    """The open log."""
    page.goto("/")
    open_by_key(page, keyboard)
    return page.locator("#dialog")


def open_by_key(page, keyboard) -> None:
    keyboard.press("n")
    page.locator(STARTUPS_IN_FOCUS).wait_for()


def choose(page, keyboard, typed: str, name: str) -> None:
    keyboard.type(typed)
    keyboard.press("Enter")
    page.locator(f'.log .item[data-value*="{name}"]').wait_for()


def fill_in(page, keyboard, note: str) -> None:
    choose(page, keyboard, "가온", "가온테크")
    page.get_by_label("상담 내용").focus()
    keyboard.type(note)


def wait_until_saved(page) -> None:
    page.locator(".logged").get_by_role("link").first.wait_for()


# By keyboard


def test_a_consultation_is_logged_with_few_keys_beyond_the_text(
    page, startups, keyboard
):
    page.goto("/")

    open_by_key(page, keyboard)
    keyboard.type("가온")
    keyboard.press("Enter", "Tab")
    keyboard.type("특허")
    keyboard.press("Enter", "Tab")
    keyboard.type("베트남")
    keyboard.press("Enter", "Tab", "ArrowRight", "Tab")
    keyboard.type("30")
    keyboard.press("Tab")
    keyboard.type("베트남 상표 출원 절차")
    keyboard.press("Control+Enter")
    wait_until_saved(page)

    session = Session.objects.get()
    assert session.case.startup == startups[0]
    assert (session.case.fields, session.case.countries) == (["ip"], ["VN"])
    assert (session.channel, session.minutes) == ("video", 30)
    assert session.case.title == "베트남 상표 출원 절차"
    assert keyboard.pressed <= 12 < MOST_KEYS
    assert not page.locator("#dialog").is_visible()


def test_the_korean_letter_on_the_same_key_opens_the_log(page, startups):
    page.goto("/")
    page.evaluate(
        "document.body.dispatchEvent(new KeyboardEvent('keydown',"
        " {key: 'ㅜ', code: 'KeyN', bubbles: true}))"
    )

    page.locator("#dialog").get_by_role("heading", name="상담 기록").wait_for()


def test_where_text_is_typed_the_key_is_a_letter(page, startups, keyboard):
    page.goto("/")
    page.get_by_label("전체 검색").focus()

    keyboard.press("n")

    assert page.get_by_label("전체 검색").input_value() == "n"
    assert not page.locator("#dialog").is_visible()


def test_save_and_next_goes_on_with_day_channel_and_field(page, dialog, keyboard):
    for number, (typed, name) in enumerate([("가온", "가온테크"), ("나래", "나래")]):
        choose(page, keyboard, typed, name)
        if number == 0:
            keyboard.press("Tab")
            keyboard.type("특허")
            keyboard.press("Enter", "Tab", "Tab", "ArrowRight")
        keyboard.press("Control+Shift+Enter")
        page.locator(".logged").get_by_role("link", name=name).wait_for()
        page.locator(STARTUPS_IN_FOCUS).wait_for()
        assert page.locator(".log .item[data-value*='[']:visible").count() == 1

    cases = ConsultingCase.objects.all()
    assert {case.startup.name for case in cases} == {"㈜가온테크", "나래소프트"}
    assert [(case.fields, case.channel) for case in cases] == [(["ip"], "video")] * 2


def test_many_start_ups_are_logged_at_once(page, dialog, startups, keyboard):
    for typed in ("가온", "나래", "다솜"):
        choose(page, keyboard, typed, typed)
    page.get_by_text("3개 기업에 각각 기록합니다.").wait_for()
    keyboard.press("Control+Enter")
    wait_until_saved(page)

    cases = ConsultingCase.objects.all()
    assert {case.startup for case in cases} == {*startups}
    assert Session.objects.count() == 3


def test_a_session_is_added_to_an_open_case(page, startups, keyboard):
    case = makers.make_case(startup=startups[0], title="상표 출원")
    page.goto("/")
    open_by_key(page, keyboard)
    choose(page, keyboard, "가온", "가온테크")
    page.get_by_label("상표 출원").wait_for()

    keyboard.press("Tab", "ArrowDown")
    assert not page.get_by_text("국가", exact=True).locator("visible=true").count()
    keyboard.press("Control+Enter")
    wait_until_saved(page)

    assert Session.objects.get().case == case


def test_what_was_logged_is_taken_back_at_once(page, dialog, keyboard):
    fill_in(page, keyboard, "잘못 쓴 기록")
    keyboard.press("Control+Enter")

    page.get_by_role("button", name="저장 취소").click()
    page.get_by_text("방금 기록한 상담을 지웠습니다.").wait_for()

    assert not Session.objects.exists()


def test_saving_waits_for_the_start_up_that_is_still_looked_up(
    page, dialog, startups, keyboard
):
    held = []
    page.route("**/startups/lookup/**", lambda route: held.append(route))
    with page.expect_request("**/startups/lookup/**"):
        keyboard.type("가온")
        keyboard.press("Enter")
    keyboard.press("Control+Enter")
    for route in held:
        route.continue_()
    page.unroute("**/startups/lookup/**")
    wait_until_saved(page)

    assert Session.objects.get().case.startup == startups[0]


# Nothing typed is lost


def test_a_lost_connection_is_told_and_saving_again_saves_once(page, dialog, keyboard):
    fill_in(page, keyboard, "연결이 끊긴 상담")
    page.context.set_offline(True)
    keyboard.press("Control+Enter")
    page.get_by_text("연결이 끊겼습니다.").wait_for()
    assert page.get_by_label("상담 내용").input_value() == "연결이 끊긴 상담"

    page.context.set_offline(False)
    page.get_by_role("button", name="다시 저장").click()
    wait_until_saved(page)

    assert Session.objects.get().note == "연결이 끊긴 상담"


def test_a_lost_answer_does_not_save_twice(page, dialog, keyboard):
    def lose_answer(route):
        # A connection kept open too long is closed without an answer: ask again.
        route.fetch(max_retries=3)
        route.abort()

    fill_in(page, keyboard, "답을 못 받은 상담")
    page.route("**/log/", lose_answer)
    keyboard.press("Control+Enter")
    page.get_by_text("연결이 끊겼습니다.").wait_for()
    page.unroute("**/log/")
    keyboard.press("Control+Enter")
    wait_until_saved(page)

    assert Session.objects.count() == ConsultingCase.objects.count() == 1


def test_an_error_of_the_server_keeps_the_dialog(page, dialog, keyboard):
    fill_in(page, keyboard, "오류가 난 상담")
    page.route("**/log/", lambda route: route.fulfill(status=500))
    keyboard.press("Control+Enter")

    page.get_by_text("서버에서 오류가 났습니다.").wait_for()
    assert page.get_by_label("상담 내용").input_value() == "오류가 난 상담"


def test_an_expired_sign_in_loses_nothing(page, dialog, officer, keyboard, live_server):
    fill_in(page, keyboard, "로그인이 만료된 상담")
    SignIn.objects.all().delete()
    keyboard.press("Control+Enter")

    with page.expect_popup() as opened:
        page.get_by_role("link", name="다시 로그인(새 창)").click()
    window = opened.value
    window.locator("#id_username").fill(officer.username)
    window.locator("#id_password").fill("a-long-secret-1")
    window.keyboard.press("Enter")
    window.wait_for_url(f"{live_server.url}/")
    window.close()
    page.get_by_role("button", name="다시 저장").click()
    wait_until_saved(page)

    assert Session.objects.get().note == "로그인이 만료된 상담"


def test_what_was_typed_is_there_after_closing_and_reloading(page, dialog, keyboard):
    fill_in(page, keyboard, "쓰다 만 상담")
    keyboard.press("Escape")
    dialog.wait_for(state="hidden")

    page.reload()
    open_by_key(page, keyboard)

    page.get_by_text("저장하지 않은 기록을 되살렸습니다.").wait_for()
    assert page.get_by_label("상담 내용").input_value() == "쓰다 만 상담"
    assert page.locator(".log .item[data-value*='가온테크']").is_visible()
    keyboard.press("Control+Enter")
    wait_until_saved(page)
    assert Session.objects.get().case.title == "쓰다 만 상담"


def test_what_is_discarded_or_saved_does_not_come_back(page, dialog, keyboard):
    fill_in(page, keyboard, "버릴 상담")
    page.reload()
    open_by_key(page, keyboard)
    page.get_by_role("button", name="버리기").click()
    page.get_by_role("button", name="버리기").wait_for(state="hidden")
    assert page.get_by_label("상담 내용").input_value() == ""

    fill_in(page, keyboard, "저장할 상담")
    keyboard.press("Control+Enter")
    wait_until_saved(page)
    open_by_key(page, keyboard)

    assert page.get_by_label("상담 내용").input_value() == ""


def test_another_person_at_the_same_computer_sees_nothing_of_it(
    page, dialog, officer, keyboard, live_server
):
    fill_in(page, keyboard, "남이 볼 일 없는 상담")
    other = client_of(makers.make_user("officer", officer.centre))
    session = other.cookies["sessionid"].value
    cookie = {"name": "sessionid", "value": session, "url": live_server.url}
    page.context.add_cookies([cookie])

    page.goto("/")
    open_by_key(page, keyboard)

    assert page.get_by_label("상담 내용").input_value() == ""


# On any screen, for everybody


@pytest.mark.parametrize("height", [844, 420])
def test_on_a_telephone_the_log_fills_the_screen(page, dialog, keyboard, height):
    page.set_viewport_size({"width": 390, "height": height})
    choose(page, keyboard, "가온", "가온테크")

    box = dialog.bounding_box()
    assert (box["x"], box["y"], box["width"]) == (0, 0, 390)
    assert box["height"] == height
    assert not page.evaluate(
        "[document.documentElement, document.getElementById('dialog')]"
        ".some((one) => one.scrollWidth > one.clientWidth)"
    )
    save = page.get_by_role("button", name="저장", exact=True).bounding_box()
    assert save["y"] + save["height"] <= height
    assert save["height"] >= 44
    sizes = page.evaluate(
        "[...document.querySelectorAll('#log-form :is(input, select, textarea)')]"
        ".filter((one) => one.checkVisibility() && !/radio|check/.test(one.type))"
        ".map((one) => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert min(sizes) >= 16


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_the_open_log_keeps_the_rules_of_accessibility(
    page, startups, keyboard, live_server, language
):
    makers.make_case(startup=startups[0], title="상표 출원")
    chosen = {"name": "django_language", "value": language, "url": live_server.url}
    page.context.add_cookies([chosen])
    page.goto("/")
    open_by_key(page, keyboard)
    choose(page, keyboard, "가온", "가온테크")
    page.get_by_label("상표 출원").wait_for()
    assert violations(page) == []

    choose(page, keyboard, "모르는회사", "모르는회사")
    keyboard.press("Control+Enter")
    page.locator(".log .alert-danger:visible").wait_for()

    assert violations(page) == []


def violations(page) -> list:
    found = Axe().run(page).response["violations"]
    return [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found]


def test_without_script_the_page_of_the_log_saves(
    chromium, live_server, page, startups
):
    cookies = page.context.cookies()
    context = chromium.new_context(
        base_url=live_server.url, java_script_enabled=False, locale="ko-KR"
    )
    context.add_cookies(cookies)
    plain = context.new_page()
    plain.goto("/")
    plain.get_by_role("link", name="상담 기록").click()
    plain.locator("#log_startups").fill("가온테크")
    plain.get_by_label("상담 내용").fill("스크립트 없는 상담")
    plain.get_by_role("button", name="저장", exact=True).click()
    plain.wait_for_url(re.compile(r"/cases/\d+/$"))
    context.close()

    assert Session.objects.get().note == "스크립트 없는 상담"
