"""Search: what is found, and that nothing else is."""

import unicodedata

import hypothesis
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import strategies as st

from records import admin, record_types, search
from records.search import Search, Sought, grams_of
from support.models import ConsultingCase, Startup
from tests import makers
from tests.records.samples import client_of, each_record_type, make_one, sign_in

pytestmark = pytest.mark.django_db
CASES = record_types.get("cases")
STARTUPS = record_types.get("startups")


def found(kind, text: str) -> set[int]:
    records = kind.model.objects.order_by("-pk")
    return set(
        Search(kind, Sought(text)).everything(records).values_list("pk", flat=True)
    )


def startups_found(text: str) -> list[str]:
    return sorted(
        Startup.objects.filter(pk__in=found(STARTUPS, text)).values_list(
            "name", flat=True
        )
    )


@pytest.fixture
def at_a_glance(monkeypatch):
    """Let one row be taken for many, so that few records go every way there is."""
    monkeypatch.setattr(search, "GLANCES", (1,))
    monkeypatch.setattr(search, "ENOUGH", 2)


# What is found


@pytest.mark.parametrize(
    "text",
    [
        "본투글로벌",
        "글로벌",
        "로벌",
        "벌",
        "ㅂㅌㄱㄹㅂ",
        "ㅌㄱ",
        "(주)본투글로벌",
        "㈜본투글로벌",
        "주식회사 본투글로벌",
        "본투글로벌 주식회사",
        "본투 글로벌",
        "BORN2GLOBAL",
        "born2",
        "ＢＯＲＮ",
        "124-81-00998",
        "1248100998",
        "81-009",
        "글로벌 born2global 124",
        "\u1107\u1169\u11ab\u1110\u116e",
        " 본투\u200b글로벌 ",
    ],
)
def test_a_startup_is_found_by_what_people_type(text, at_a_glance):
    for name in ("가온", "다온", "라온"):
        makers.make_startup(name)
    makers.make_startup("본투글로벌", name_en="Born2Global", biz_reg_no="124-81-00998")

    assert startups_found(text) == ["본투글로벌"]


@pytest.mark.parametrize(
    "name", ["(주)까치소프트", "까치 소프트㈜", "주식회사 까치소프트"]
)
@pytest.mark.parametrize("text", ["까치소프트", "ㄲㅊㅅㅍㅌ", "ㄱㅊ", "㈜까치소프트"])
def test_legal_forms_and_blanks_in_a_name_do_not_matter(name, text):
    makers.make_startup(name)

    assert startups_found(text) == [name]


@pytest.mark.parametrize(
    "text",
    ["본투구글", "ㅂㅌㄱㄹㅂㅂ", "124-82", "글로벌 부산", "%", "_", "'", "\\", "없"],
)
def test_what_does_not_hold_every_word_is_not_found(text, at_a_glance):
    makers.make_startup("본투글로벌", biz_reg_no="124-81-00998")
    makers.make_startup("부산")

    assert startups_found(text) == []


@pytest.mark.parametrize(
    "sign", ["%", "_", "'", "\\", "!", "&", ":*", "<->", "(", "\U0001f600"]
)
def test_signs_are_found_as_they_stand(sign, at_a_glance):
    case = makers.make_case(title=f"수수료 10{sign}5")
    makers.make_case(title="수수료 1035")
    makers.make_case(title="수수료")

    assert found(CASES, f"10{sign}5") == {case.pk}


def test_a_case_is_found_by_its_startups_name_and_its_own_words_together(at_a_glance):
    startup = makers.make_startup("본투글로벌")
    case = makers.make_case(startup=startup, title="베트남 진출")
    makers.make_case(startup=startup, title="태국 진출")
    makers.make_case(title="베트남 진출")

    assert found(CASES, "베트남 ㅂㅌㄱㄹㅂ") == {case.pk}


def test_a_session_is_found_by_the_startup_of_its_case(at_a_glance):
    startup = makers.make_startup("본투글로벌")
    session = makers.make_session(case=makers.make_case(startup=startup))
    makers.make_session()
    makers.make_session()

    assert found(record_types.get("sessions"), "본투글로벌") == {session.pk}


def test_a_record_of_a_deleted_startup_is_found_still(at_a_glance):
    case = makers.make_case(startup=makers.make_startup("본투글로벌"))
    makers.make_case()
    case.startup.remove(reason="두 번 적음")

    assert found(CASES, "본투글로벌") == {case.pk}


@each_record_type
def test_a_record_is_found_by_its_reference_and_its_original_number(kind, at_a_glance):
    record = make_one(kind, external_id="옛장부-17")
    for _time in range(3):
        make_one(kind)

    assert record.pk in found(kind, record.reference)
    assert found(kind, "옛장부-17") == {record.pk}


@each_record_type
def test_a_record_is_found_by_each_text_that_its_type_names(kind):
    record = make_one(kind)
    for name in kind.search:
        value = record
        for part in name.split("__"):
            value = getattr(value, part, None)
        if value:
            assert record.pk in found(kind, value)


def test_raw_sql_keeps_the_key(at_a_glance):
    case = makers.make_case(title="베트남")
    makers.make_case(), makers.make_case()
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE support_consultingcase SET title = '태국' WHERE id = %s", [case.pk]
        )

    assert found(CASES, "태국") == {case.pk}
    assert found(CASES, "베트남") == set()


# Nothing left out, nothing else shown

LETTERS = st.sampled_from("가각나ab A1ㄱ")
TEXTS = st.text(LETTERS, max_size=7)


def as_python_compares(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).lower().split())


@hypothesis.given(
    st.lists(st.tuples(TEXTS, TEXTS), max_size=8),
    st.text(LETTERS, min_size=1, max_size=5),
)
def test_search_finds_just_what_holds_every_word(rows, text):
    ConsultingCase.objects.all().delete()
    centre, startup = makers.make_centre(), makers.make_startup("다온")
    made = ConsultingCase.objects.bulk_create(
        ConsultingCase(
            centre=centre,
            startup=startup,
            opened_on=makers.DAY,
            title=title,
            request=request,
        )
        for title, request in rows
    )
    words = as_python_compares(text).split()
    expected = {
        case.pk
        for case, row in zip(made, rows, strict=True)
        if all(any(word in as_python_compares(part) for part in row) for word in words)
    }
    hypothesis.assume(words)

    assert found(CASES, text) == expected
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search, "GLANCES", (1,))
        patch.setattr(search, "ENOUGH", 1)
        assert found(CASES, text) == expected
        patch.setattr(search, "LISTED", 0)
        assert found(CASES, text) == expected


@hypothesis.given(st.text(min_size=1, max_size=12))
def test_no_text_breaks_search(text):
    found(CASES, text)


@hypothesis.given(st.text("가나다ab1", min_size=1, max_size=9))
def test_grams_are_three_letters_long_or_the_start_of_some(word):
    grams = grams_of(word)

    assert grams.endswith(":*") == (len(word) < 3)
    assert grams.count("&") <= max(len(word) - 3, 0)


# Who finds what, and how


def test_search_stays_within_the_readers_centre(at_a_glance):
    makers.make_case(centre=makers.make_centre("gccei"), title="베트남 진출")

    makers.make_case(), makers.make_case()

    assert sign_in("viewer").get("/cases/", {"q": "베트남"}).context["table"].rows == []
    assert sign_in("viewer").get("/api/v1/cases/", {"q": "베트남"}).json()["count"] == 0
    found = sign_in("viewer").get("/cases/lookup/", {"q": "베트남"}).json()
    assert found["results"] == []


def test_the_pages_of_a_search_hold_what_was_found(at_a_glance):
    cases = [makers.make_case(title="베트남") for _time in range(5)]
    makers.make_case(title="태국")
    client, pks = sign_in("viewer"), []
    page = client.get("/api/v1/cases/", {"q": "베트남", "page_size": 2}).json()
    assert page["count"] == 5
    while page:
        pks += [record["id"] for record in page["results"]]
        page = client.get(page["next"]).json() if page["next"] else None

    assert pks == [case.pk for case in reversed(cases)]


def test_the_admin_searches_by_the_same_key_and_counts_no_further(monkeypatch):
    monkeypatch.setattr(admin, "COUNTED", 2)
    for name in ("본투글로벌", "본투코리아", "본투재팬", "가온"):
        makers.make_startup(name)
    client = client_of(makers.make_user("admin", is_staff=True, is_superuser=True))

    page = client.get("/admin/support/startup/", {"q": "ㅂㅌㄱ"})
    many = client.get("/admin/support/startup/", {"q": "ㅂㅌ"})

    assert [one.name for one in page.context["cl"].result_list] == ["본투글로벌"]
    assert many.context["cl"].result_count == 2


def test_a_rare_word_is_found_through_the_index(at_a_glance):
    makers.make_case(), makers.make_case()
    with CaptureQueriesContext(connection) as captured:
        found(CASES, "희귀한낱말")

    assert any("@@" in one["sql"] for one in captured)
