"""Where the bytes are: below FILES_ROOT, each content once, under its digest.

No name given by a person is ever part of a path. A file is written beside its place
and moved into it whole, so that a path that exists holds all of its file.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

BLOCK = 1024 * 1024
ARRIVING = "arriving-"


def path_of(sha256: str) -> Path:
    return Path(settings.FILES_ROOT, sha256[:2], sha256[2:4], sha256)


def digest(blocks: Iterable[bytes]) -> str:
    made = hashlib.sha256()
    for block in blocks:
        made.update(block)
    return made.hexdigest()


def keep(blocks: Iterable[bytes], sha256: str) -> None:
    """Write a content, unless it is there. Raises OSError where there is no room."""
    path = path_of(sha256)
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o750)
    with tempfile.NamedTemporaryFile(
        dir=path.parent, prefix=ARRIVING, delete=False
    ) as file:
        try:
            file.writelines(blocks)
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).rename(path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise


def opened(sha256: str) -> BinaryIO:
    return path_of(sha256).open("rb")


def is_right(sha256: str) -> bool:
    """Whether a kept content still has its digest. Raises OSError."""
    with opened(sha256) as file:
        return digest(iter(lambda: file.read(BLOCK), b"")) == sha256


def kept() -> Iterator[Path]:
    """Every file below FILES_ROOT, whatever it is."""
    for folder, _folders, names in os.walk(settings.FILES_ROOT):
        yield from (Path(folder, name) for name in names)
