"""The road of an import in a browser: by keyboard, with a file dropped, on a phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings

from records import tasks
from records.imports import Import
from support.models import ConsultingCase
from tests.records.import_road import tried

CASES = (
    "기업명,접수일,상담내용,적바림\n한빛소프트,2018-03-05,검토,급함\n별하우주,3/45,,\n"
)

DROP = """(place) => {
  const brought = new DataTransfer();
  brought.items.add(new File(["기업명\\n한빛소프트\\n"], "놓은 파일.csv"));
  for (const kind of ["dragenter", "dragover", "drop"])
    place.dispatchEvent(new DragEvent(kind, { dataTransfer: brought, bubbles: true }));
}"""


def press(page, name: str) -> None:
    """A button or a link, reached and pressed without a mouse."""
    control = page.locator("main").locator(f":is(button, a.btn):has-text('{name}')")
    control.first.focus()
    page.keyboard.press("Enter")


def test_a_file_is_brought_in_by_keyboard(page, officer):
    page.goto("/imports/")
    file = {"name": "상담.csv", "mimeType": "text/csv", "buffer": CASES.encode()}
    page.set_input_files("input[type=file]", file)
    page.get_by_label("자료 유형").select_option("cases")
    press(page, "올려서 시험하기")
    page.wait_for_url("**/imports/*/")
    one = Import.objects.get()
    tasks.try_import(pk=one.pk)
    page.locator("#rows").wait_for()
    assert "3/45" in page.locator("#rows").inner_text()

    press(page, "열 맞추기")
    page.get_by_label("적바림").select_option("notes")
    press(page, "이대로 미리보기")
    page.wait_for_url(f"**/imports/{one.pk}/")
    tasks.try_import(pk=one.pk)
    page.locator("#rows").wait_for()

    page.locator("#outcome-added").press("Enter")
    page.locator("#rows").get_by_text("급함").wait_for()
    assert "outcome=added" in page.url
    press(page, "문제없는 1행 저장")
    page.get_by_text("행을 저장하고 있습니다").wait_for()
    tasks.save_import(pk=one.pk)
    page.get_by_text("1행을 저장했습니다").wait_for()
    assert ConsultingCase.objects.get().notes == "급함"

    with page.expect_download() as download:
        press(page, "거부된 행 내려받기")
    assert download.value.suggested_filename == "거부된 행 - 상담.xlsx"


def test_a_file_is_dropped_on_its_place(page):
    page.goto("/imports/")
    place = page.locator("[data-drop]")

    place.evaluate(DROP)

    assert "놓은 파일.csv" in place.inner_text()
    press(page, "올려서 시험하기")
    page.wait_for_url("**/imports/*/")
    assert Import.objects.get().file_name == "놓은 파일.csv"


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
@pytest.mark.parametrize("step", ["", "columns/", "list"])
def test_each_step_keeps_the_rules_of_accessibility(
    page, officer, live_server, step, language
):
    one = tried(officer, CASES, type_slug="cases", name="긴" * 60 + ".csv")
    address = "/imports/" if step == "list" else f"/imports/{one.pk}/{step}"
    chosen = {"name": "django_language", "value": language, "url": live_server.url}
    page.context.add_cookies([chosen])
    page.goto(address)

    violations = Axe().run(page).response["violations"]
    page.set_viewport_size({"width": 390, "height": 800})
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")

    assert [(v["id"], [n["html"][:120] for n in v["nodes"]]) for v in violations] == []
    assert not wide
