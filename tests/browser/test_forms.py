"""Forms that help, in a browser: entering in passing, duplicates, conflicts, drafts."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from support.models import ConsultingCase, Startup
from tests import makers

DRAFTS = "Object.keys(sessionStorage).filter(k => k.startsWith('draft ')).length"


@pytest.fixture
def case(officer):
    return makers.make_case(title="베트남 상담")


def test_a_start_up_that_is_missing_is_entered_by_keyboard_alone(page):
    page.goto("/cases/new/")
    page.get_by_label("제목").fill("먼저 적은 제목")
    page.locator("#id_startup-ts-control").press_sequentially("없는테크")
    page.locator(".ts-dropdown .create").wait_for()
    page.keyboard.press("Enter")
    page.locator("#dialog form").wait_for()
    assert page.input_value("#short_name") == "없는테크"

    page.locator("#short_biz_reg_no").press_sequentially("123-45-67890")
    page.keyboard.press("Enter")
    page.locator("#dialog .alert-danger").wait_for()
    expect(page.locator("#short_biz_reg_no")).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.press("Enter")
    page.locator("#dialog").wait_for(state="hidden")

    startup = Startup.objects.get()
    assert page.input_value("#id_startup") == f"없는테크 [{startup.reference}]"
    assert page.get_by_label("제목").input_value() == "먼저 적은 제목"
    expect(page.locator("#id_startup-ts-control")).to_be_focused()
    page.get_by_label("접수일").fill("어제")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/cases/\d+/$"))
    assert ConsultingCase.objects.get().startup == startup


def test_a_form_that_was_just_refused_is_sent_again_in_its_dialog(page):
    page.goto("/cases/new/")
    page.locator("#id_startup-ts-control").press_sequentially("없는테크")
    page.locator(".ts-dropdown .create").click()
    page.locator("#short_biz_reg_no").fill("123-45-67890")
    page.evaluate(
        """() => new MutationObserver((_changes, observer) => {
          if (!document.querySelector("#dialog .alert-danger")) return;
          observer.disconnect();
          document.querySelector("#dialog form").requestSubmit();
        }).observe(document.body, { childList: true, subtree: true })"""
    )

    posts = []
    page.on("request", lambda one: posts.append(one) if one.method == "POST" else None)
    with page.expect_response(lambda response: response.request in posts[1:]):
        page.keyboard.press("Enter")

    assert all("hx-request" in post.headers for post in posts)
    assert page.url.endswith("/cases/new/")


def test_the_dialog_keeps_the_rules_of_accessibility(page):
    makers.make_startup("없는테크")
    page.goto("/investments/new/")
    page.locator("#id_startup-ts-control").press_sequentially("없는테크 홀딩스")
    page.locator(".ts-dropdown .create").click()
    page.locator("#dialog .alike .alert").wait_for()

    violations = Axe().run(page).response["violations"]

    assert [(v["id"], [n["html"][:120] for n in v["nodes"]]) for v in violations] == []


def test_one_that_is_there_is_used_instead(page):
    startup = makers.make_startup("한빛소프트")
    page.goto("/cases/new/")
    page.locator("#id_startup-ts-control").press_sequentially("한빛소프트웨어")
    page.locator(".ts-dropdown .create").click()

    page.locator("#dialog").get_by_role("button", name="이것으로 하기").click()

    expect(page.locator("#id_startup")).to_have_value(re.compile(startup.reference))
    page.locator("#dialog").wait_for(state="hidden")


def test_a_start_up_of_the_same_name_is_told_while_one_types(page):
    makers.make_startup("주식회사 한빛소프트", ceo_name="김하늘")
    page.goto("/startups/new/")

    page.get_by_label("기업명").press_sequentially("한빛 소프트(주)")

    panel = page.locator(".alike .alert")
    panel.wait_for()
    assert "이름이 같음" in panel.inner_text()
    assert "김하늘" in panel.inner_text()

    page.get_by_role("button", name="저장").click()
    page.locator(".alert-danger").wait_for()
    assert Startup.objects.count() == 1
    page.get_by_label(re.compile("이름이 같은 다른 기업")).check()
    page.get_by_role("button", name="저장").click()
    page.wait_for_url(re.compile(r"/startups/\d+/$"))
    assert Startup.objects.count() == 2


def test_a_wrong_check_digit_is_told_beside_its_field(page):
    page.goto("/startups/new/")
    page.get_by_label("사업자등록번호").press_sequentially("124-81-00999")

    page.locator("#id_biz_reg_no_reading [data-refused]").wait_for()

    assert page.get_attribute("#id_biz_reg_no", "aria-invalid") == "true"
    page.get_by_label("사업자등록번호").fill("1248100998")
    page.get_by_text("→ 124-81-00998").wait_for()
    assert page.get_attribute("#id_biz_reg_no", "aria-invalid") is None


def test_what_was_read_of_an_amount_stands_beneath_it(page):
    page.goto("/investments/new/")

    page.get_by_label("금액").press_sequentially("1,113억원")

    page.get_by_text("111,300,000,000원 (1,113억)").wait_for()


def test_a_day_comes_from_the_calendar_too(page):
    page.goto("/cases/new/")
    native = page.locator("#id_opened_on ~ .calendar-native")

    native.evaluate(
        "(one) => { one.value = '2018-03-05'; one.dispatchEvent(new Event('change')) }"
    )

    assert page.input_value("#id_opened_on") == "2018-03-05"
    page.get_by_text("→ 2018-03-05 (월요일)").wait_for()


def test_the_first_error_has_the_focus(page, case):
    page.goto(f"{case.get_absolute_url()}edit/")
    page.get_by_label("접수일").fill("곧")
    page.get_by_label("제목").press("Enter")

    expect(page.locator("#id_opened_on")).to_be_focused()

    described = page.get_attribute("#id_opened_on", "aria-describedby").split()
    assert "id_opened_on_error" in described
    assert "곧" in page.locator("#id_opened_on_error").inner_text()


def test_who_saves_second_is_shown_the_difference(page, case):
    page.goto(f"{case.get_absolute_url()}edit/")
    ConsultingCase.objects.filter(pk=case.pk).update(title="남이 고친 제목")
    page.get_by_label("제목").fill("내가 고친 제목")
    page.get_by_label("상담 결과").fill("내가 적은 결과")

    page.get_by_role("button", name="저장").click()

    page.get_by_text("다른 사람의 값").wait_for()
    violations = Axe().run(page).response["violations"]
    assert [v["id"] for v in violations] == []
    page.get_by_label("남이 고친 제목").check()
    page.get_by_role("button", name="고른 값으로 저장").click()
    page.wait_for_url(f"**{case.get_absolute_url()}")
    case.refresh_from_db()
    assert (case.title, case.result) == ("남이 고친 제목", "내가 적은 결과")


def test_what_was_typed_outlives_an_expired_sign_in(page, case, live_server, client):
    session = client.cookies["sessionid"].value
    page.goto("/contacts/new/")
    page.locator("#id_startup-ts-control").press_sequentially(case.startup.name)
    page.locator(".ts-dropdown .option").first.wait_for()
    page.keyboard.press("Enter")
    page.get_by_label("이름").fill("홍길동")
    page.get_by_label("전화번호").fill("010-9999-8888")
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="저장").click()
    page.wait_for_url("**/sign-in/**")

    page.context.add_cookies(
        [{"name": "sessionid", "value": session, "url": live_server.url}]
    )
    page.goto("/contacts/new/")

    page.locator("[data-drops-draft]").wait_for()
    assert page.get_by_label("이름").input_value() == "홍길동"
    assert case.startup.reference in page.input_value("#id_startup")
    assert page.get_by_label("전화번호").input_value() == ""
    page.get_by_role("button", name="저장").click()
    page.wait_for_url(re.compile(r"/contacts/\d+/$"))
    page.goto("/contacts/new/")
    assert page.get_by_label("이름").input_value() == ""


def test_a_draft_is_gone_after_signing_out(page):
    page.goto("/partners/new/")
    page.locator("#id_name").fill("DEPA")
    page.on("dialog", lambda dialog: dialog.accept())

    page.locator(".topbar .account summary").click()
    page.get_by_role("button", name="로그아웃").click()
    page.wait_for_url("**/sign-in/**")

    assert page.evaluate(DRAFTS) == 0


def test_typed_text_is_not_left_without_asking(page):
    page.goto("/cases/new/")
    page.get_by_label("제목").press_sequentially("아직")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))

    page.goto("/")

    assert asked == ["beforeunload"]


@pytest.mark.parametrize("address", ["/startups/new/", "/investments/new/"])
def test_no_form_scrolls_sideways_on_a_narrow_screen(page, address):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(address)

    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
