"""Workbooks (.xlsx, .xls, .ods), read by `parsers` in a process of their own, with what
a person sees: hidden, struck, merged.
"""

import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from signal import SIGKILL, SIGXCPU
from typing import BinaryIO

from django.conf import settings
from django.utils.translation import gettext as _

from records.spreadsheets.limits import MOST_COLUMNS
from records.spreadsheets.parsers import refusals
from records.spreadsheets.sheets import (
    Row,
    Sheet,
    UnusableFile,
    too_large,
    with_merged,
)

PARSERS = "records.spreadsheets.parsers"
TOO_LONG = (-SIGXCPU, -SIGKILL)


def sheets_of(path: Path) -> list[Sheet]:
    """Raises UnusableFile for what is no workbook, is broken or unpacks to too much."""
    command = [sys.executable, "-m", PARSERS, str(path.resolve())]
    with subprocess.Popen(
        command,
        cwd=settings.BASE_DIR,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            return list(received(path.name, process.stdout))
        except EOFError as error:
            raise UnusableFile(says_how_it_ended(path.name, process.wait())) from error
        finally:
            process.kill()


def received(file: str, source: BinaryIO) -> Iterator[Sheet]:
    """The sheets, as their messages come. Raises EOFError where they break off."""
    sheet = None
    while (message := pickle.load(source))[0] != "done":
        kind, told = message[:2]
        if kind == "sheet":
            sheet = Sheet(
                told["name"], is_hidden=told["is_hidden"], epoch=told["epoch"]
            )
        elif kind == "rows":
            sheet.rows += map(row_of, told)
        elif kind == "seen":
            sheet.is_filtered = told.get("is_filtered", False)
            sheet.merged = told.get("merged", [])
            sheet.hidden_columns = columns_of(told.get("hidden_columns", ()))
            sheet.rows = with_merged(sheet.rows, sheet.merged)
            yield sheet
        else:
            raise refused(file, told, message[2])


def row_of(found: tuple) -> Row:
    number, cells, is_hidden, struck = found
    filled = sum(cell is not None for cell in cells)
    is_struck = bool(struck) and len(struck) == filled
    return Row(
        number,
        cells,
        is_hidden,
        is_struck,
        struck=frozenset(() if is_struck else struck),
    )


def columns_of(ranges) -> frozenset[int]:
    """Numbers from ranges, of which the last may reach to the end of the sheet."""
    return frozenset(
        column
        for first, last in ranges
        for column in range(first, min(last, MOST_COLUMNS) + 1)
    )


def refused(file: str, why: str, told: dict) -> UnusableFile:
    if why == refusals.TOO_MUCH:
        return too_large(file, told["what"], told["most"])
    return UnusableFile(sentence(file, why, told))


def sentence(file: str, why: str, told: dict) -> str:
    sentences = {
        refusals.LOCKED: _(
            "“%(file)s” is protected with a password. Save it without one and try "
            "again."
        ),
        refusals.MACROS: _(
            "“%(file)s” holds macros, which are never run here. Save it as .xlsx and "
            "try again."
        ),
        refusals.BINARY: _(
            "“%(file)s” is a binary workbook (.xlsb). Save it as .xlsx and try again."
        ),
        refusals.NO_WORKBOOK: _("“%(file)s” is a %(kind)s file, not a spreadsheet."),
        refusals.UNPACKS: _(
            "“%(file)s” unpacks to %(size)d MB; at most %(most)d MB are read."
        ),
        refusals.TOO_LARGE: _(
            "“%(file)s” takes more memory than a file may. Divide it and bring in the "
            "parts."
        ),
        refusals.BROKEN: _("“%(file)s” is broken and cannot be read as a workbook."),
    }
    return sentences[why] % {"file": file, **told}


def says_how_it_ended(file: str, code: int) -> str:
    """For a parser that ended in the middle of a sheet."""
    if code in TOO_LONG:
        return _(
            "“%(file)s” takes too long to read. Divide it and bring in the parts."
        ) % {"file": file}
    return sentence(file, refusals.TOO_LARGE, {})
