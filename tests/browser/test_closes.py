"""A year closed by two people, restated, and both numbers opened: in a browser."""

from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests import makers
from tests.browser.test_every_page import signed_in

YEAR = "/closes/2018/b2g/"
FIGURE = "/figures/consulting-cases/2018/?centre=b2g"
PAGES = ("/closes/", YEAR, "/restatements/{pk}/", f"{FIGURE}&as=sealed")
PAGES += (f"{FIGURE}&as=moved", "/points/cases-open/2018/?centre=b2g")


@pytest.fixture
def officer(transactional_db):
    """Somebody who may close a year."""
    centre = makers.make_centre("b2g", name="본투글로벌센터")
    return makers.make_user("manager", centre, username="manager", name="박팀장")


@pytest.fixture
def second(chromium, live_server, officer):
    """A page of a second person who may."""
    other = makers.make_user("admin", officer.centre, name="최관리")
    context, _client = signed_in(chromium, live_server, other, locale="ko-KR")
    yield context.new_page()
    context.close()


@pytest.fixture
def case(officer):
    startup = makers.make_startup()
    for title in ("베트남 상담", "베트남 상담 (중복)"):
        case = makers.make_case(
            title=title, opened_on=date(2018, 5, 4), startup=startup
        )
    return case


def press(page, name: str) -> None:
    page.get_by_role("button", name=name).press("Enter")
    page.wait_for_load_state()


def delete(page, case) -> str:
    """What is said to somebody who deletes the case."""
    page.goto(f"/cases/{case.pk}/delete/")
    page.get_by_label("사유").fill("중복 접수")
    press(page, "삭제")
    return page.locator("main .alert").inner_text()


def test_a_closed_year_is_restated_and_both_numbers_are_opened(page, second, case):
    page.goto(YEAR)
    press(page, "연도 마감 제안")
    assert page.get_by_role("button", name="마감하고 수치 봉인").count() == 0
    second.goto(YEAR)
    press(second, "마감하고 수치 봉인")

    assert "정정을 여십시오" in delete(page, case)
    page.goto(YEAR)
    page.get_by_label("정정 사유").fill("같은 상담이 두 번 접수됨")
    page.keyboard.press("Enter")
    page.wait_for_url("**/restatements/*/")
    restatement = page.url
    assert "삭제했습니다" in delete(page, case)
    second.goto(restatement)
    press(second, "승인하고 다시 봉인")

    page.goto(YEAR)
    line = page.locator("tbody tr", has_text="컨설팅").first
    assert line.locator(".number a").all_inner_texts() == ["2", "1"]
    line.locator(".number a").first.click()
    assert page.locator(".total").inner_text() == "2"
    assert page.locator("tbody tr").count() == 2
    page.get_by_role("link", name="정정 1차 1").click()
    assert page.locator("tbody tr").count() == 1
    page.get_by_role("link", name="마감 이후 변동").click()
    assert "베트남 상담 (중복)" in page.locator("tbody tr").inner_text()
    for address in PAGES:
        page.goto(address.format(pk=restatement.rstrip("/").rpartition("/")[2]))
        found = Axe().run(page, options={"resultTypes": ["violations"]})
        assert found.response["violations"] == [], address
