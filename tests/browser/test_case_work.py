"""A case worked on in a browser: its verbs in the dialog, its deadlines beside it."""

from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone

from support.models import ConsultingCase
from tests import makers

PAGES = ("/deadlines/", "/deadlines/2026/3/", "/deadline-rules/")


@pytest.fixture
def case(officer):
    today = timezone.localdate()
    case = makers.make_case(
        title="베트남 상담",
        opened_on=today - timedelta(days=30),
        next_step="회신",
        next_on=today,
    )
    case.officers.add(officer)
    makers.make_filing(
        status="preparing",
        filed_on=None,
        route="paris",
        priority_on=today - timedelta(days=300),
    )
    return case


def test_a_case_is_closed_in_the_dialog(page, case):
    page.goto(case.get_absolute_url())
    page.get_by_role("link", name="종결", exact=True).click()
    dialog = page.get_by_role("dialog", name="종결")
    dialog.get_by_label("상담 결과").fill("의견서를 보냄")

    dialog.get_by_role("button", name="종결").click()

    page.get_by_text("처리했습니다: 종결").wait_for()
    assert ConsultingCase.objects.get(pk=case.pk).status == "closed"


def test_a_refusal_stays_in_the_dialog(page, case):
    page.goto(case.get_absolute_url())
    page.get_by_role("link", name="보류").click()
    dialog = page.get_by_role("dialog", name="보류")

    dialog.get_by_role("button", name="보류").click()

    dialog.locator(".text-danger[id$=error]").wait_for()
    assert page.url.endswith(case.get_absolute_url())


def test_a_session_is_added_without_leaving_the_page(page, case):
    page.goto(case.get_absolute_url())
    page.get_by_text("상담 추가").click()
    page.get_by_label("상담 시간(분)").fill("45")

    page.get_by_role("button", name="저장").click()

    page.get_by_text("모두 45분").wait_for()
    assert case.sessions.get().minutes == 45


@pytest.mark.parametrize("address", [*PAGES, "case"])
def test_no_page_scrolls_sideways_on_a_narrow_screen(page, case, address):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(case.get_absolute_url() if address == "case" else address)

    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


@pytest.mark.parametrize("address", [*PAGES, "case", "dialog"])
def test_a_page_keeps_the_rules_of_accessibility(page, case, address):
    page.goto(case.get_absolute_url() if address in ("case", "dialog") else address)
    if address == "dialog":
        page.get_by_role("link", name="인계").click()
        page.get_by_role("dialog", name="인계").wait_for()

    violations = Axe().run(page).response["violations"]

    assert [(v["id"], [n["html"][:120] for n in v["nodes"]]) for v in violations] == []
