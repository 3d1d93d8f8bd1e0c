"""Why a parser refuses a workbook; `records.spreadsheets.workbooks` has the words."""

BROKEN = "broken"
LOCKED = "locked"
MACROS = "macros"
BINARY = "binary"
NO_WORKBOOK = "no workbook"
UNPACKS = "unpacks"
TOO_MUCH = "too much"
TOO_LARGE = "too large"


class Refused(Exception):
    """`why` is one of the words above; `told` what its sentence names."""

    def __init__(self, why: str, **told) -> None:
        super().__init__(why)
        self.why = why
        self.told = told
