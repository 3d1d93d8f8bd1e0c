"""Workbooks of Excel 2007 and later (.xlsx).

openpyxl reads what is small: the list of sheets and the styles. Sheets and shared texts
go through a parser that keeps no tree, so that one row or a whole sheet of them takes
no room beyond its values.
"""

import posixpath
from collections.abc import Iterator
from functools import cached_property
from zipfile import ZipFile

from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.stylesheet import apply_stylesheet

from records.spreadsheets.limits import MOST_SHEETS, SHEETS, TooMuch
from records.spreadsheets.parsers.xlsx_sheets import SheetParser
from records.spreadsheets.parsers.xlsx_texts import Texts, texts_of

BATCH = 1000


def messages(archive: ZipFile) -> Iterator[tuple]:
    book = Book(archive)
    for name, member, is_hidden in book.sheets():
        yield "sheet", {"name": name, "is_hidden": is_hidden, "epoch": book.epoch}
        with archive.open(member) as source:
            parser = SheetParser(book, source)
            rows: list[tuple] = []
            for row in parser.rows():
                rows.append(row)
                if len(rows) == BATCH:
                    yield "rows", rows
                    rows = []
            yield "rows", rows
        yield "seen", parser.seen()


class Book:
    """What the sheets of a workbook share."""

    def __init__(self, archive: ZipFile) -> None:
        self.archive = archive
        self.reader = ExcelReader(
            archive.fp, read_only=True, data_only=True, keep_links=False
        )
        self.reader.read_manifest()
        self.reader.read_workbook()
        self.has_styles = self.took_styles()
        self.epoch = self.reader.wb.epoch

    def took_styles(self) -> bool:
        """Other programs write styles that openpyxl refuses; cells stand without."""
        try:
            apply_stylesheet(self.archive, self.reader.wb)
        except (KeyError, TypeError, ValueError, AttributeError):
            return False
        return True

    def sheets(self) -> Iterator[tuple[str, str, bool]]:
        """Name, member of the archive, whether it is hidden."""
        found = list(self.reader.parser.find_sheets())
        if len(found) > MOST_SHEETS:
            raise TooMuch(SHEETS, MOST_SHEETS)
        for sheet, relation in found:
            if posixpath.basename(relation.Type) == "worksheet":
                yield sheet.name, relation.target, sheet.state not in (None, "visible")

    @cached_property
    def texts(self) -> Texts:
        for part in self.reader.package.Override:
            name = part.PartName.lstrip("/")
            is_texts = part.ContentType.endswith("sharedStrings+xml")
            if is_texts and name in self.archive.NameToInfo:
                with self.archive.open(name) as source:
                    return texts_of(source)
        return Texts()

    @cached_property
    def date_styles(self) -> frozenset[str]:
        return styles(self.reader.wb._date_formats) if self.has_styles else frozenset()

    @cached_property
    def duration_styles(self) -> frozenset[str]:
        if not self.has_styles:
            return frozenset()
        return styles(self.reader.wb._timedelta_formats)

    @cached_property
    def struck_styles(self) -> frozenset[str]:
        """The cell styles whose font is struck through."""
        if not self.has_styles:
            return frozenset()
        book = self.reader.wb
        fonts = {number for number, font in enumerate(book._fonts) if font.strike}
        return styles(n for n, s in enumerate(book._cell_styles) if s.fontId in fonts)


def styles(numbers) -> frozenset[str]:
    """Numbers of cell styles as a sheet writes them."""
    return frozenset(map(str, numbers))
