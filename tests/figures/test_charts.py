"""Charts: what is drawn is inside its box, in proportion, and leads to its records."""

from decimal import Decimal

import pytest
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from figures.charts import Bar, Columns, Group, Line, Rows, Spark, Stacks

VALUES = st.lists(
    st.decimals(-10, 10**15, allow_nan=False, places=2), min_size=1, max_size=40
)
EDGE = 0.01


def bar(value, label="가") -> Bar:
    return Bar(label, Decimal(value), f"{value}", f"{value}", f"/{label}/")


def groups_of(values, size=2) -> list[Group]:
    bars = [bar(value) for value in values]
    found = [bars[n : n + size] for n in range(0, len(bars), size)]
    return [Group("2018", each, target=each[0].value) for each in found]


def is_inside(chart, shape) -> bool:
    return (
        -EDGE <= shape.x <= shape.x + shape.width <= chart.width + EDGE
        and -EDGE <= shape.y <= shape.y + shape.height <= chart.height + EDGE
        and shape.height >= 0
        and shape.width >= 0
    )


@given(VALUES)
@pytest.mark.parametrize("kind", [Columns, Stacks])
def test_columns_stay_in_their_box(kind, values):
    chart = kind("", "", groups_of(values))

    assert all(is_inside(chart, shape) for shape in chart.shapes)
    assert all(0 <= high <= chart.base for _left, _right, high in chart.targets)
    assert len(chart.shapes) == len(values)


@given(VALUES)
def test_rows_stay_in_their_box(values):
    chart = Rows("", "", [bar(value) for value in values])

    assert all(is_inside(chart, shape) for shape in chart.shapes)


@given(VALUES)
def test_lines_stay_in_their_box(values):
    line = Line("", "", [bar(value) for value in values])
    spark = Spark(values)

    assert all(is_inside(line, dot) for dot in line.dots)
    for x, y in spark.points:
        assert 0 <= x <= spark.width
        assert 0 <= y <= spark.HEIGHT


def test_twice_as_much_is_twice_as_high():
    small, large = Columns("", "", groups_of([5, 10], size=1)).shapes

    assert large.height == pytest.approx(2 * small.height)


def test_what_is_stacked_stands_upon_another():
    chart = Stacks("", "", [Group("", [bar(5), bar(10)], "15")])
    low, high = chart.shapes

    assert high.y + high.height == pytest.approx(low.y)
    assert low.y + low.height == pytest.approx(chart.base)
    assert [text for _x, _y, text in chart.numbers] == ["15"]


def test_every_column_says_its_number_while_there_is_room():
    few = Columns("", "", groups_of([1, 2, 3], size=1))
    many = Columns("", "", groups_of(range(1, 25), size=1))

    assert len(few.numbers) == 3
    assert [text for _x, _y, text in many.numbers] == ["24"]


def drawn(tag: str, **context) -> str:
    template = Template("{% load charts %}" + tag)
    return template.render(Context(context))


@pytest.mark.parametrize("kind", [Columns, Stacks])
def test_a_column_leads_to_its_records_and_says_what_it_is(kind):
    chart = kind("방문", "연도", [Group("2018", [bar(7, "<가>")])])

    svg = drawn("{% chart chart %}", chart=chart)

    assert 'href="/&lt;가&gt;/"' in svg
    assert "<title>&lt;가&gt;: 7</title>" in svg
    assert "<title>방문</title>" in svg
    assert "<desc>연도</desc>" in svg


@pytest.mark.parametrize("kind", [Rows, Line])
def test_other_charts_lead_to_their_records(kind):
    svg = drawn("{% chart chart %}", chart=kind("방문", "월", [bar(7), bar(0, "나")]))

    assert 'href="/가/"' in svg
    assert 'href="/나/"' in svg


@pytest.mark.parametrize("values", [[], [1], [0, 0]])
def test_a_spark_of_nothing_is_not_drawn(values):
    assert drawn("{% spark values %}", values=values) == ""


def test_a_bar_is_as_long_as_its_share_of_the_largest():
    bars = [bar(10), bar(5)]

    assert 'width="50.00"' in drawn("{% bar bars one %}", bars=bars, one=bars[1])
    assert 'width="0.00"' in drawn("{% bar bars one %}", bars=[bar(0)], one=bar(0))
