"""Numbers of people as lists write them: 단장 외 8명, 대표 등 12인, 남 3 여 2."""

import re
from collections.abc import Iterator

from records.written_values import plain

PEOPLE = r"(?:명|인|분|사람|people|persons?|pax)"
BESIDES = re.compile(rf"[^\d~]*[^\d\s~]\s*외\s*(\d+)\s*{PEOPLE}?")
AMONG = re.compile(rf"[^\d~]*[^\d\s~]\s*등\s*(?:총\s*)?(\d+)\s*{PEOPLE}")
IN_ALL = re.compile(rf"(?:총|전체|모두|total)\s*:?\s*(\d+)\s*{PEOPLE}?")
INCLUDED = re.compile(rf"(\d+)\s*{PEOPLE}?\s*\([^()]*포함\)")
OTHERS = re.compile(rf"외\s*\d+\s*{PEOPLE}?")
GROUP = re.compile(
    r"(남|여|남자|여자|남성|여성|내국인|외국인|국내|해외|성인|학생|교사|male|female)"
    rf"\s*:?\s*(\d+)\s*{PEOPLE}?"
)
BETWEEN_GROUPS = re.compile(r"\s*[,/+·]\s*|\s+(?=\D)")


def read(text: str) -> tuple[int, bool] | None:
    """How many people a text says there are, and whether that is a sum of groups. None
    for a text that says it in none of these ways."""
    written = plain(text)
    if OTHERS.fullmatch(written):
        return None  # beside whom is not said
    if match := BESIDES.fullmatch(written):
        return int(match[1]) + 1, False
    for form in (AMONG, IN_ALL, INCLUDED):
        if match := form.fullmatch(written):
            return int(match[1]), False
    groups = list(groups_in(written))
    is_each_once = len({name for name, _number in groups}) == len(groups)
    if len(groups) > 1 and is_each_once:
        return sum(number for _name, number in groups), True
    return None


def groups_in(written: str) -> Iterator[tuple[str, int]]:
    parts = BETWEEN_GROUPS.split(written)
    matches = [GROUP.fullmatch(part) for part in parts]
    if all(matches):
        for match in filter(None, matches):
            yield match[1], int(match[2])
