"""PostgreSQL's own programs, run as the owner of the data they work on."""

import os
import re
import signal
import subprocess
import tempfile
from dataclasses import dataclass
from functools import partial

from pangyo import processes
from pangyo.embedded import BIN, EmbeddedServerError, beside, open_beside


@dataclass(frozen=True)
class Owner:
    """Whose the data are and as whom the server runs."""

    uid: int
    gid: int


class Program:
    """One of PostgreSQL's programs, run as the data's owner until the keeper ends."""

    def __init__(self, data_dir, owner, name, *arguments, said=""):
        self.name = name
        self.log = beside(data_dir, "log")
        with open_beside(data_dir, "log") as log, tempfile.TemporaryFile() as stdin:
            stdin.write(said.encode())
            stdin.seek(0)
            self.log_start = log.tell()
            self.process = subprocess.Popen(
                [BIN / name, *arguments],
                cwd="/",
                env={"PATH": os.defpath, "LC_ALL": "C"},
                stdin=stdin,
                stdout=log,
                stderr=log,
                preexec_fn=partial(self._prepare, owner, data_dir.parent, os.getpid()),
            )

    def _prepare(self, owner, folder, keeper):
        if os.geteuid() == 0:
            program = BIN / self.name
            processes.become(owner.uid, owner.gid, program=program, folder=folder)
        processes.end_with_parent(parent=keeper, signal=signal.SIGINT)

    def failure(self) -> EmbeddedServerError:
        """That it failed, with the last reason it gave."""
        with self.log.open("rb") as log:
            log.seek(self.log_start)
            text = log.read().decode(errors="replace")
        reasons = re.findall(r"(?:FATAL|PANIC|error): +(.+)", text) or text.split("\n")
        reason = next(filter(None, reversed(reasons)), "it gave no reason")
        return EmbeddedServerError(
            f"{self.name} failed: {reason}. Its log is {self.log}."
        )
