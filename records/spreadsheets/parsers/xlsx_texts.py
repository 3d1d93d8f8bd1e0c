"""The shared texts of an .xlsx, with what of them is struck through."""

import re
from dataclasses import dataclass, field
from typing import BinaryIO

from records.spreadsheets.limits import (
    CELLS,
    CHARACTERS,
    MOST_CELLS,
    MOST_CHARACTERS,
    TooMuch,
)
from records.spreadsheets.parsers import expat

ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass
class Texts:
    """Texts by their number; `struck` are those with a run that is struck through."""

    texts: list[str] = field(default_factory=list)
    struck: set[int] = field(default_factory=set)


def texts_of(source: BinaryIO) -> Texts:
    parser = TextParser()
    for _turn in expat.parse(source, parser):
        pass
    return parser.found


class TextParser(expat.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.found = Texts()
        self.characters_held = 0
        self.runs: list[str] = []
        self.is_phonetic = False
        self.is_struck = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "t" and not self.is_phonetic:
            self.collect()
        elif name == "rPh":
            self.is_phonetic = True
        elif name == "strike" and is_on(attributes):
            self.is_struck = True

    def end(self, name: str) -> None:
        if name == "t" and not self.is_phonetic:
            self.runs.append(self.collected())
        elif name == "rPh":
            self.is_phonetic = False
        elif name == "si":
            self.keep(plain("".join(self.runs)))

    def keep(self, text: str) -> None:
        texts = self.found.texts
        self.characters_held += len(text)
        if self.characters_held > MOST_CHARACTERS:
            raise TooMuch(CHARACTERS, MOST_CHARACTERS)
        if len(texts) == MOST_CELLS:
            raise TooMuch(CELLS, MOST_CELLS)
        if self.is_struck:
            self.found.struck.add(len(texts))
        texts.append(text)
        self.runs.clear()
        self.is_struck = False


def is_on(attributes: dict[str, str]) -> bool:
    return attributes.get("val", "1") not in ("0", "false")


def plain(text: str) -> str:
    """Without the escapes that Excel writes for characters XML does not hold."""
    if "_x" in text:
        text = ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return text.replace("\r\n", "\n") if "\r" in text else text
