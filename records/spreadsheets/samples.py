"""What of a sheet a person sees in order to put its columns right: its first rows, and
each title with the values under it."""

from collections.abc import Iterator

from records.spreadsheets.cells import is_nothing, text
from records.spreadsheets.corrected import RECOGNISED, signature
from records.spreadsheets.headers import Header, folded
from records.spreadsheets.planning import Plan
from records.spreadsheets.reading import Row, Sheet
from records.spreadsheets.sorting import not_data

FIRST_ROWS = 20  # among which a person names the header
LONGEST = 80  # characters of a cell
VALUES = 3


def with_samples(plan: Plan) -> dict:
    """What the report says of a sheet (`Plan.as_json`), and its samples."""
    told = plan.as_json() | {"first_rows": first_rows(plan.sheet)}
    if plan.header is None:
        return told | {"likely_header": likely_header(plan.sheet)}
    return told | {
        "told_by": plan.told_by,
        "signature": signature(plan.header.titles.values()),
        "titles": list(titles_of(plan.sheet, plan.header)),
    }


def not_recognised(sheet: Sheet, *, is_likely: bool) -> dict:
    """The same of a sheet of a file in which nothing was recognised; `is_likely` where
    a person will probably want it."""
    return {
        "name": sheet.name,
        "rows": len(sheet.rows),
        "read": False,
        "told_by": RECOGNISED,
        "likely_header": likely_header(sheet),
        "is_likely": is_likely,
        "first_rows": first_rows(sheet),
    }


def likely_header(sheet: Sheet) -> int | None:
    """The first of the rows with most text, where nothing says which row it is."""
    rows = sheet.rows[:FIRST_ROWS]
    most = max(rows, key=lambda row: len(texts_in(row)), default=None)
    return most.number if most else None


def texts_in(row: Row) -> list[str]:
    return [cell for cell in row.cells if isinstance(cell, str) and cell.strip()]


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


def is_sample(header: Header, row: Row) -> bool:
    return row.number > header.number and not not_data(header, row, frozenset())


def shortened(cell) -> str:
    written = text(cell)
    return written if len(written) <= LONGEST else written[: LONGEST - 1] + "…"
