"""A company is found by its other names and numbers: by people and by files."""

import pytest
from django.core.management import call_command

from support.models import ConsultingCase, Startup
from tests import makers
from tests.records.samples import sign_in
from tests.records.spreadsheet_files import make_csv

pytestmark = pytest.mark.django_db

OLD_NUMBER = "220-81-62517"


@pytest.fixture
def startup():
    return makers.make_startup(
        "한빛소프트",
        biz_reg_no="124-81-00998",
        aliases=["(주)큰별시스템", OLD_NUMBER],
    )


@pytest.mark.parametrize(
    "text",
    ["큰별시스템", "㈜큰별 시스템", "주식회사 큰별시스템", OLD_NUMBER, "2208162517"],
)
def test_it_is_found_by_another_name_or_number(startup, text):
    assert list(Startup.objects.named(text)) == [startup]


def test_nothing_is_found_by_a_part_of_another_name(startup):
    assert not Startup.objects.named("큰별")


def test_a_deleted_one_is_not_found_by_another_name(startup):
    startup.remove(reason="시험")

    assert not Startup.objects.named("큰별시스템")


def test_the_list_is_searched_by_another_name(startup):
    assert "한빛소프트" in sign_in().get("/startups/?q=큰별").content.decode()


@pytest.mark.parametrize(
    ("name", "number"),
    [("큰별시스템", ""), ("큰별시스템", OLD_NUMBER), ("아무 이름", OLD_NUMBER)],
)
def test_a_file_finds_it_and_makes_no_second_one(startup, tmp_path, name, number):
    path = make_csv(
        tmp_path / "log.csv",
        [
            ["접수일", "업체명", "사업자등록번호", "상담내용"],
            ["2018-03-05", name, number, "베트남 법인 설립"],
        ],
    )

    call_command("import_records", "cases", path, "--centre", "b2g")

    assert ConsultingCase.objects.get().startup == startup
    assert Startup.objects.count() == 1
