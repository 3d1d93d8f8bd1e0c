"""Records out, as CSV that Excel opens: UTF-8 with BOM, streamed, formulas defused."""

import csv
from collections.abc import Iterable, Iterator

from django.http import StreamingHttpResponse
from django.utils.translation import gettext as _

from records.reading import Reader
from records.record_types import RecordType

BOM = "\ufeff"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class Echo:
    def write(self, line: str) -> str:
        return line


def csv_response(lines: Iterable[list], *, filename: str) -> StreamingHttpResponse:
    """Stream the lines; a last line says so when the export breaks off."""
    response = StreamingHttpResponse(
        csv_text(lines), content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = f'attachment; filename="{filename}.csv"'
    return response


def csv_text(lines: Iterable[list]) -> Iterator[str]:
    writer = csv.writer(Echo())
    yield BOM
    try:
        for line in lines:
            yield writer.writerow([defused(value) for value in line])
    except Exception:
        yield writer.writerow([_("The export broke off here: it is not complete.")])
        raise


def defused(value):
    """Text that a spreadsheet would run as a formula, made plain text."""
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return value


def record_lines(record_type: RecordType, records, extra=()) -> Iterator[list]:
    """A header and a line a record: reference, the declared fields, extra columns."""
    reader = Reader(record_type)
    columns = record_type.all_fields
    if not record_type.is_code_list:
        columns = ("reference", "centre", *columns)
    columns = (*columns, *extra)
    yield [reader.header(name) for name in columns]
    for record in record_type.rows(records).iterator(chunk_size=1000):
        yield [reader.text(record, name) for name in columns]
