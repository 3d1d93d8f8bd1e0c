"""Charts as shapes: what stands where, in the units of the drawing's own box.

Every chart stands beside the table of its numbers; its bars lead to the same records.
Templates draw them (`figures/templatetags/charts.py`), style sheets colour them.
"""

from figures.charts.columns import Columns, Stacks, single
from figures.charts.lines import Line, Spark
from figures.charts.rows import Rows
from figures.charts.shapes import Bar, Group, Shape

__all__ = (
    "Bar",
    "Columns",
    "Group",
    "Line",
    "Rows",
    "Shape",
    "Spark",
    "Stacks",
    "single",
)
