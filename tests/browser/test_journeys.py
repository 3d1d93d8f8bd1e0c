"""The main road, walked in a browser: a record in, a figure out, opened again."""

import re
from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.utils import timezone

from support.models import ConsultingCase
from tests import makers

PAGES = (
    "/",
    "/figures/?year=2018",
    "/figures/consulting-cases/?by=country&from=2018&to=2018",
    "/figures/consulting-cases/2018/",
    "/cases/",
    "/cases/new/",
    "/search/?q=상담",
)


@pytest.fixture
def case(officer):
    makers.make_field("legal", "법률")
    case = makers.make_case(
        title="베트남 상담", opened_on=date(2018, 5, 4), countries=["VN"]
    )
    case.officers.add(officer)
    return case


def test_a_case_entered_by_keyboard_moves_the_figure_by_one(page, case):
    year = timezone.localdate().year
    page.goto("/cases/new/")
    page.locator("#id_startup-ts-control").press_sequentially(case.startup.name)
    page.locator(".ts-dropdown .option").first.wait_for()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.get_by_label("제목").fill("키보드로 등록")
    page.get_by_label("접수일").fill(f"{year}-01-02")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/cases/\d+/$"))
    assert ConsultingCase.objects.get(title="키보드로 등록").startup == case.startup

    page.goto("/figures/")
    cell = page.locator("tbody td.now a").first
    assert cell.inner_text() == "1"
    cell.click()
    assert "키보드로 등록" in page.locator("table").inner_text()


def test_the_menu_folds_and_opens_on_a_narrow_screen(page):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto("/")
    link = page.locator("nav.menu").get_by_text("컨설팅", exact=True)
    assert not link.is_visible()

    page.get_by_role("button", name="메뉴").press("Enter")
    link.click()

    page.wait_for_url("**/cases/")


@pytest.mark.parametrize("address", PAGES)
def test_no_page_scrolls_sideways_on_a_narrow_screen(page, case, address):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(address)
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not wide


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
@pytest.mark.parametrize("address", [*PAGES, "case", "history"])
def test_a_page_keeps_the_rules_of_accessibility(
    page, case, live_server, address, language
):
    if address in ("case", "history"):
        last = "history/" if address == "history" else ""
        address = f"{case.get_absolute_url()}{last}"
    chosen = {"name": "django_language", "value": language, "url": live_server.url}
    page.context.add_cookies([chosen])
    page.goto(address)
    violations = Axe().run(page).response["violations"]
    assert [(v["id"], [n["html"][:120] for n in v["nodes"]]) for v in violations] == []
