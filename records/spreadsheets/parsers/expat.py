"""XML without a tree: a part of an archive goes through handlers, piece by piece."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from functools import lru_cache
from typing import BinaryIO
from xml.parsers import expat

from records.spreadsheets.limits import LONGEST_TEXT, MEGABYTE
from records.spreadsheets.parsers.refusals import BROKEN, Refused

PIECE = 256 * 1024
LONGEST_TAG = 2 * MEGABYTE  # or text without one


class Handler(ABC):
    """`start` and `end` of elements by their names without prefix; the text between
    them is in `text` while `is_collecting`."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.is_collecting = False

    @abstractmethod
    def start(self, name: str, attributes: dict[str, str]) -> None: ...

    @abstractmethod
    def end(self, name: str) -> None: ...

    def characters(self, text: str) -> None:
        if self.is_collecting:
            self.length += len(text)
            if self.length > LONGEST_TEXT:
                raise Refused(BROKEN)
            self.pieces.append(text)

    def collect(self) -> None:
        self.is_collecting = True

    def collected(self) -> str:
        self.is_collecting = False
        text = "".join(self.pieces)
        self.pieces.clear()
        self.length = 0
        return text


@lru_cache(maxsize=1000)
def local(name: str) -> str:
    return name.rpartition(":")[2]


def parse(source: BinaryIO, handler: Handler) -> Iterator[None]:
    """Feed the source to the handler; a turn after each piece. A document that
    declares entities is refused."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, found: handler.start(local(name), found)
    parser.EndElementHandler = lambda name: handler.end(local(name))
    parser.CharacterDataHandler = handler.characters
    parser.StartDoctypeDeclHandler = refuse
    unended = 0
    while piece := source.read(PIECE):
        unended = unended + PIECE if b">" not in piece else 0
        if unended > LONGEST_TAG:
            raise Refused(BROKEN)
        parser.Parse(piece, False)
        yield
    parser.Parse(b"", True)
    yield


def refuse(*_declared) -> None:
    raise Refused(BROKEN)
