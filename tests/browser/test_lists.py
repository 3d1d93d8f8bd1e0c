"""Lists as a workplace, by keyboard: filters, saved views, bulk change."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings

from records.saved_views import SavedView
from support.models import ConsultingCase
from tests import makers


@pytest.fixture
def cases(officer):
    startups = [makers.make_startup("가온테크"), makers.make_startup("나래바이오")]
    return [makers.make_case(startup=one, title=f"{one} 상담") for one in startups]


def titles(page) -> list[str]:
    return page.locator("tbody td:nth-child(3)").all_inner_texts()


def test_a_filter_chosen_by_keyboard_is_saved_and_opened_again(page, cases):
    page.goto("/cases/")
    page.keyboard.press("f")
    page.keyboard.type("나래")
    page.locator(".ts-dropdown .option").first.wait_for()
    page.keyboard.press("Enter")
    page.keyboard.press("Control+Enter")
    page.wait_for_url(f"**/cases/?startup={cases[1].startup_id}")
    assert titles(page) == ["나래바이오 상담"]

    page.get_by_role("link", name="보기로 저장").press("Enter")
    page.locator("dialog #id_name").press_sequentially("나래바이오만")
    page.keyboard.press("Enter")
    page.wait_for_url("**view=*")
    page.goto("/cases/")
    page.keyboard.press("2")

    page.wait_for_url("**view=*")
    assert titles(page) == ["나래바이오 상담"]
    assert SavedView.objects.get().name == "나래바이오만"


def test_a_single_key_is_a_letter_where_one_types(page, cases):
    page.goto("/cases/")
    page.get_by_label("이 목록에서 검색").press_sequentially("f2")

    assert page.get_by_label("이 목록에서 검색").input_value() == "f2"
    assert not page.locator(".filter-fields").is_visible()


def test_the_filters_close_on_escape_and_give_the_focus_back(page, cases):
    page.goto("/cases/")
    page.keyboard.press("f")
    page.get_by_role("group", name="접수일").get_by_label("이후").focus()

    page.keyboard.press("Escape")

    assert not page.locator(".filter-fields").is_visible()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_two_cases_are_changed_together_by_keyboard(page, cases):
    page.goto("/cases/")
    page.locator('input[name="pk"]').first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    assert page.locator(".bulk-count").inner_text() == "2건 선택됨"
    page.get_by_role("button", name="일괄 수정").press("Enter")

    page.locator("#id_status").select_option("closed")
    page.locator("#id_change_reason").fill("연말 정리")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="2건이 바뀝니다").wait_for()
    assert not ConsultingCase.objects.filter(status="closed").exists()
    page.keyboard.press("Enter")

    page.wait_for_url(re.compile("/cases/.view=all$"))
    page.get_by_text("2건을 수정했습니다.").wait_for()
    assert ConsultingCase.objects.filter(status="closed").count() == 2


def test_the_box_in_the_head_ticks_the_page(page, cases):
    page.goto("/cases/")
    assert page.get_by_role("button", name="일괄 수정").is_disabled()

    page.get_by_label("이 쪽 모두").check()

    assert page.locator('input[name="pk"]:checked').count() == 2
    assert page.get_by_role("button", name="일괄 수정").is_enabled()


def test_columns_are_moved_and_chosen_by_keyboard(page, cases):
    page.goto("/cases/")
    page.get_by_role("link", name="열 선택").press("Enter")
    page.locator("#up-startup").press("Enter")
    page.locator(".column-list li:nth-child(2) #up-startup:focus").wait_for()
    page.locator("#up-startup").press("Enter")
    page.locator(".column-list li:first-child #up-startup").wait_for()
    page.get_by_role("button", name="이 열로 보기").press("Enter")

    page.wait_for_url("**/cases/?view=all")
    assert page.locator("thead th:nth-child(2)").inner_text() == "기업"


@pytest.mark.parametrize("is_narrow", [False, True])
@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_the_workplace_keeps_the_rules_of_accessibility(
    page, cases, live_server, language, is_narrow
):
    chosen = {"name": "django_language", "value": language, "url": live_server.url}
    page.context.add_cookies([chosen])
    if is_narrow:
        page.set_viewport_size({"width": 390, "height": 800})
    ticked = "&".join(f"pk={case.pk}" for case in cases)
    for address in (
        "/cases/?status=open&channel=-",
        "/cases/columns/",
        "/cases/views/new/?status=open",
        f"/cases/bulk/?{ticked}",
        f"/cases/bulk/delete/?{ticked}",
    ):
        page.goto(address)
        page.evaluate(
            "document.querySelectorAll('details').forEach(d => d.open = true)"
        )
        violations = Axe().run(page).response["violations"]
        found = [(v["id"], [n["html"][:120] for n in v["nodes"]]) for v in violations]
        assert (address, found) == (address, [])
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_lists_work_without_scripts(chromium, live_server, officer, client, cases):
    client.force_login(officer)
    session = client.cookies["sessionid"].value
    context = chromium.new_context(
        base_url=live_server.url, locale="ko-KR", java_script_enabled=False
    )
    context.add_cookies(
        [{"name": "sessionid", "value": session, "url": live_server.url}]
    )
    page = context.new_page()
    page.goto("/cases/")
    page.locator(".filter-box summary").click()
    page.locator("#id_startup").fill("나래바이오")
    page.get_by_role("button", name="적용").click()
    assert titles(page) == ["나래바이오 상담"]

    page.locator('input[name="pk"]').check()
    page.get_by_role("button", name="일괄 수정").click()
    page.locator('input[name="change"][value="status"]').check()
    page.locator("#id_status").select_option("closed")
    page.locator("#id_change_reason").fill("정리")
    page.get_by_role("button", name="미리보기").click()
    page.get_by_role("button", name="1건 수정").click()
    page.wait_for_url(f"**/cases/?startup={cases[1].startup_id}")
    context.close()
    assert ConsultingCase.objects.get(status="closed") == cases[1]
