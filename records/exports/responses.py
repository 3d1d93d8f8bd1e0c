"""A table as the file that an address asks for: `?format=csv` or `xlsx`."""

from typing import IO

from django.http import FileResponse, QueryDict, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from records.exports import delimited, workbooks
from records.exports.tables import Table
from records.refusals import Refusal

CSV, XLSX = "csv", "xlsx"
FORMATS = (XLSX, CSV)
PARAMETERS = ("format", "only")
SHOWN = "shown"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def wanted_format(params: QueryDict) -> str:
    """The format of the file that is asked for; "" for the page. Raises Refusal for
    another one."""
    wanted = params.get("format", "")
    if wanted and wanted not in FORMATS:
        raise Refusal(
            _("“%(wanted)s” is no format to export to; there are: %(known)s.")
            % {"wanted": wanted, "known": ", ".join(FORMATS)}
        )
    return wanted


def wants_shown_only(params: QueryDict) -> bool:
    """Whether the file is to have the columns of the page alone. Raises Refusal."""
    wanted = params.get("only", "")
    if wanted not in ("", SHOWN):
        raise Refusal(
            _("“%(wanted)s” are no columns to export; “shown” or nothing is accepted.")
            % {"wanted": wanted}
        )
    return wanted == SHOWN


def file_response(table: Table, wanted: str) -> HttpResponseBase:
    """CSV leaves line by line; a workbook once it is whole."""
    name = f"{table.name}.{wanted}"
    if wanted == CSV:
        response = StreamingHttpResponse(
            delimited.lines_of(table), content_type="text/csv; charset=utf-8"
        )
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response
    return workbook_response(workbooks.file_of(table), name)


def workbook_response(file: IO[bytes], name: str) -> FileResponse:
    return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX_TYPE)
