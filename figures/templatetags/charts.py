"""Charts drawn on the server: `{% chart shapes %}`, `{% bar bars one %}` and
`{% spark values %}`.

They are part of the page, so they print, and need no script. Text and links are real;
the keyboard goes through the table beside, which has the same links.
"""

from django import template
from django.template.loader import render_to_string

from figures.charts import Columns, Line, Rows, Spark, Stacks

register = template.Library()

DRAWN_BY = {Columns: "columns", Stacks: "columns", Rows: "rows", Line: "line"}


@register.simple_tag
def chart(shapes) -> str:
    name = DRAWN_BY[type(shapes)]
    is_stacked = isinstance(shapes, Stacks)
    context = {"chart": shapes, "is_stacked": is_stacked}
    return render_to_string(f"figures/charts/{name}.svg", context)


@register.simple_tag
def bar(bars, one) -> str:
    """One of several bars, for a table's cell: as long as its share of the largest."""
    largest = max(each.value for each in bars)
    share = max(one.value, 0) / largest * 100 if largest else 0
    return render_to_string("figures/charts/bar.svg", {"bar": one, "share": share})


@register.simple_tag
def spark(values, width: int = 72) -> str:
    """Nothing for a single value: a line needs two."""
    if len(values) < 2 or not any(values):
        return ""
    return render_to_string("figures/charts/spark.svg", {"spark": Spark(values, width)})
