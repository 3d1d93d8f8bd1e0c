"""A start-up's page and a merge, in a browser."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings

from support.models import ConsultingCase, Startup
from tests import makers


@pytest.fixture
def officer(transactional_db):
    """Somebody who may merge."""
    centre = makers.make_centre("b2g", name="본투글로벌센터")
    return makers.make_user("manager", centre, username="manager", name="박팀장")


@pytest.fixture
def kept(officer):
    kept = makers.make_startup("한빛소프트", ceo_name="김하늘", tags=["ai"])
    makers.make_case(startup=kept, title="베트남 상담")
    makers.make_membership(startup=kept)
    makers.make_contact(startup=kept)
    return kept


@pytest.fixture
def merged(officer):
    merged = makers.make_startup("큰별시스템", ceo_name="이바다", tags=["saas"])
    makers.make_case(startup=merged, title="태국 상담")
    makers.make_membership(startup=merged)
    return merged


@pytest.fixture
def partner(officer):
    partner = makers.make_partner("DEPA")
    makers.make_mou(partner=partner, visit=makers.make_visit(), title="협약")
    return partner


def test_two_start_ups_are_merged_and_parted_again_by_keyboard(page, kept, merged):
    page.goto(f"/startups/{kept.pk}/")
    page.locator("summary", has_text="더 보기").press("Enter")
    page.get_by_role("link", name="다른 기업과 합치기").press("Enter")
    page.wait_for_url("**/merge/")
    page.locator("#id_other-ts-control").press_sequentially("큰별")
    page.locator(".ts-dropdown .option").first.wait_for()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="무엇이 바뀌는지 보기").press("Enter")
    page.wait_for_url(re.compile("other="))
    page.get_by_role("radio", name="이바다").press("Space")
    page.get_by_label("사유").fill("같은 회사")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/startups/{kept.pk}/")

    kept.refresh_from_db()
    assert kept.ceo_name == "이바다"
    assert ConsultingCase.objects.filter(startup=kept).count() == 2
    assert "태국 상담" in page.locator("#timeline").inner_text()

    page.get_by_role("link", name="큰별시스템").press("Enter")
    page.get_by_label("사유").fill("다른 회사였음")
    page.get_by_role("button", name="합병 되돌리기").press("Enter")
    page.wait_for_url(f"**/startups/{merged.pk}/")

    assert Startup.objects.filter(pk=merged.pk).exists()
    assert ConsultingCase.objects.filter(startup=kept).count() == 1


def addresses(kept, merged, partner) -> list[str]:
    return [
        f"/startups/{kept.pk}/",
        f"/partners/{partner.pk}/",
        f"/startups/{kept.pk}/merge/",
        f"/startups/{kept.pk}/merge/?other={merged.name}",
    ]


def test_no_page_scrolls_sideways_on_a_narrow_screen(page, kept, merged, partner):
    makers.make_case(startup=kept, title="아주 긴 제목 " * 12)
    page.set_viewport_size({"width": 390, "height": 800})

    for address in addresses(kept, merged, partner):
        page.goto(address)
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        assert not wide, address


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_the_pages_keep_the_rules_of_accessibility(
    page, kept, merged, partner, live_server, language
):
    chosen = {"name": "django_language", "value": language, "url": live_server.url}
    page.context.add_cookies([chosen])
    for address in addresses(kept, merged, partner):
        page.goto(address)
        violations = Axe().run(page).response["violations"]
        found = [(v["id"], [n["html"][:120] for n in v["nodes"]]) for v in violations]
        assert found == [], address
