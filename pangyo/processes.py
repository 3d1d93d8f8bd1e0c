"""What a child process does between fork and exec: whom it runs as, when it ends."""

import ctypes
import os
from collections.abc import Sequence
from pathlib import Path

_libc = ctypes.CDLL(None, use_errno=True)

# <linux/prctl.h>, <linux/securebits.h>, <linux/capability.h>
PR_SET_PDEATHSIG = 1
PR_SET_SECUREBITS = 28
PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE = 47, 2
SECBIT_NO_SETUID_FIXUP = 1 << 2
CAPABILITY_VERSION_3 = 0x20080522
CAP_DAC_OVERRIDE = 1
CAP_DAC_READ_SEARCH = 2


def end_with_parent(*, parent: int, signal: int) -> None:
    """Have the kernel send this child `signal` when `parent` dies, however it dies.

    A change of user takes the wish away again, so this comes after `become`.
    """
    _libc.prctl(PR_SET_PDEATHSIG, signal, 0, 0, 0)
    if os.getppid() != parent:  # it died before the wish was made
        os._exit(1)


def become(uid: int, gid: int, *, program: Path, folder: Path) -> None:
    """Turn this root process into user `uid`, who can run `program` in `folder`.

    Where the folders above them are closed to that user, the one capability that opens
    them is kept over exec: reading, or, if the program's own file is closed as well,
    all of root's access to files. No mode and no owner is changed for it.
    """
    # With this bit the change of user leaves capabilities alone, and access(2), which
    # PostgreSQL asks about its own program, counts them. exec drops all but ambient.
    _libc.prctl(PR_SET_SECUREBITS, SECBIT_NO_SETUID_FIXUP, 0, 0, 0)
    os.setgroups([])
    os.setresgid(gid, gid, gid)
    os.setresuid(uid, uid, uid)
    for capabilities in (), (CAP_DAC_READ_SEARCH,), (CAP_DAC_OVERRIDE,):
        _set_effective(capabilities)
        if os.access(program, os.R_OK | os.X_OK) and os.access(folder, os.X_OK):
            for capability in capabilities:
                _libc.prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, capability, 0, 0)
            return
    raise PermissionError


def _set_effective(capabilities: Sequence[int]) -> None:
    """Make these capabilities, all below 32, effective and inheritable, no others."""
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION_3, 0)
    sets = (ctypes.c_uint32 * 6)()  # effective, permitted, inheritable: low, then high
    _libc.capget(header, sets)
    wanted = sum(1 << capability for capability in capabilities)
    sets[0] = sets[2] = wanted & sets[1]
    sets[3] = sets[5] = 0
    _libc.capset(header, sets)
