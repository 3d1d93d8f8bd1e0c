"""Reads one workbook within bounds and writes its sheets to standard output."""

import pickle
import resource
import sys
import warnings
import zipfile

from records.spreadsheets.limits import MEGABYTE, TooMuch
from records.spreadsheets.parsers import archives, refusals

MEMORY = 450 * MEGABYTE
SECONDS = 60  # of processor time


def main(path: str) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    warnings.simplefilter("ignore")  # on styles and extensions that nobody reads here
    try:
        for message in messages(path):
            send(message)
        send(("done",))
    except refusals.Refused as refused:
        send(("refused", refused.why, refused.told))
    except TooMuch as error:
        send(("refused", refusals.TOO_MUCH, {"what": error.what, "most": error.most}))
    except MemoryError:
        send(("refused", refusals.TOO_LARGE, {}))
    except Exception:  # a broken file breaks a parser in many ways
        send(("refused", refusals.BROKEN, {}))


def messages(path: str):
    if zipfile.is_zipfile(path):
        return archives.messages(path)
    from records.spreadsheets.parsers import xls

    return xls.messages(path)


def send(message: tuple) -> None:
    pickle.dump(message, sys.stdout.buffer, protocol=5)


main(sys.argv[1])
