"""How alike two names are, in one script or in two."""

import pytest

from records.likeness import Names


def score(name: str, other: str) -> int:
    return dict(Names([other]).like(name)).get(other, 0)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("가온텍", "가온테크"),
        ("씨앗팜", "시앗팜"),
        ("다솜바이오", "dasombio"),
        ("에이비씨", "abc"),
        ("이든푸드", "edenfood"),
    ],
)
def test_two_spellings_of_one_name_are_alike_from_both_sides(name, other):
    assert score(name, other) == score(other, name) >= 80


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("가온", "나온"),
        ("가온1호", "가온2호"),
        ("미르소프트", "누리소프트"),
        ("a", "b"),
        ("", "가온"),
    ],
)
def test_names_of_two_companies_are_not_alike(name, other):
    assert score(name, other) == 0


def test_a_name_is_not_proposed_for_itself():
    assert Names(["가온테크"]).like("가온테크") == []


def test_the_likest_comes_first():
    found = Names(["가온테크놀", "가온테크"]).like("가온텍")

    assert [name for name, _score in found] == ["가온테크", "가온테크놀"]
