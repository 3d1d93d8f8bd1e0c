"""What of a sheet a person sees in order to put its columns right: its first rows, and
each title with the values under it."""

from collections.abc import Iterator

from records.spreadsheets.cells import is_nothing, text
from records.spreadsheets.corrected import RECOGNISED, signature
from records.spreadsheets.headers import Header, folded
from records.spreadsheets.planning import Plan
from records.spreadsheets.reading import Sheet
from records.spreadsheets.sorting import not_data

FIRST_ROWS = 20  # among which a person names the header
LONGEST = 80  # characters of a cell
VALUES = 3


def with_samples(plan: Plan) -> dict:
    """What the report says of a sheet (`Plan.as_json`), and its samples."""
    told = plan.as_json() | {"first_rows": first_rows(plan.sheet)}
    if plan.header is None:
        return told
    return told | {
        "told_by": plan.told_by,
        "signature": signature(plan.header.titles.values()),
        "titles": list(titles_of(plan.sheet, plan.header)),
    }


def not_recognised(sheet: Sheet) -> dict:
    """The same of a sheet of a file whose type could not be told."""
    return {
        "name": sheet.name,
        "rows": len(sheet.rows),
        "read": False,
        "told_by": RECOGNISED,
        "is_hidden": sheet.is_hidden,
        "first_rows": first_rows(sheet),
    }


def first_rows(sheet: Sheet) -> list[dict]:
    return [
        {
            "row": row.number,
            "texts": [shortened(cell) for cell in row.cells if not is_nothing(cell)],
        }
        for row in sheet.rows[:FIRST_ROWS]
    ]


def titles_of(sheet: Sheet, header: Header) -> Iterator[dict]:
    data = [row for row in sheet.rows if is_sample(header, row)][:VALUES]
    for column, title in header.titles.items():
        yield {
            "column": column,
            "title": title,
            "folded": folded(title),
            "field": header.columns.get(column, ""),
            "values": [shortened(row.cell(column)) for row in data],
        }


def is_sample(header: Header, row) -> bool:
    return row.number > header.number and not not_data(header, row, frozenset())


def shortened(cell) -> str:
    written = text(cell)
    return written if len(written) <= LONGEST else written[: LONGEST - 1] + "…"
