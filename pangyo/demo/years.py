"""How much there is of each year: 2015–2019 as a subject's own table says, every later
year as much of 2019 as its pace."""

from collections.abc import Mapping
from datetime import date

FIRST, TABLED = 2015, 2019
TABLE_ENDS = date(TABLED, 12, 31)

# What a year had of 2019: few met in the pandemic, then it grew slowly.
PACE = {2020: 0.62, 2021: 0.66, 2022: 0.78, 2023: 0.85, 2024: 0.90, 2025: 0.95}
GROWTH = 1.04

Amount = int | tuple[int, ...]


def years_to(today: date) -> range:
    return range(FIRST, today.year + 1)


def later_years(today: date) -> range:
    return range(TABLED + 1, today.year + 1)


def pace(year: int) -> float:
    """1 up to 2019; after the last year of PACE it grows on."""
    if year <= TABLED:
        return 1.0
    last = max(PACE)
    return PACE.get(year) or PACE[last] * GROWTH ** (year - last)


def continued(
    table: Mapping[int, Amount], today: date, *, share: float = 1
) -> dict[int, Amount]:
    """The table, and after it a `share` of 2019 at each year's pace."""
    later = {y: part(table[TABLED], share * pace(y)) for y in later_years(today)}
    return {**table, **later}


def part(amount: Amount, of_it: float) -> Amount:
    """What there was any of stays at least one."""
    if isinstance(amount, tuple):
        return tuple(part(one, of_it) for one in amount)
    return max(1, round(amount * of_it)) if amount else 0
