"""Drawing lots, the same on every machine: each subject has lots of its own, so one
module can change without moving the records of another."""

from collections.abc import Mapping, Sequence
from random import Random


def lots(subject: str) -> Random:
    return Random(f"pangyo-demo {subject}")


def drawn(lot: Random, weights: Mapping):
    """One key of {value: weight}."""
    return lot.choices(list(weights), list(weights.values()))[0]


def some(lot: Random, among: Sequence, most: int) -> list:
    """One to `most` of them, in their own order, each once."""
    count = lot.randint(1, min(most, len(among)))
    return [among[i] for i in sorted(lot.sample(range(len(among)), count))]


def parts_of(
    lot: Random, total: int, *, count: int, smallest: int, largest: int
) -> list[int]:
    """`count` whole numbers that add up to `total`, each within the bounds.

    Raises ValueError where that cannot be.
    """
    if not count * smallest <= total <= count * largest:
        raise ValueError(f"{count} parts of {smallest}–{largest} cannot make {total}")
    parts = [smallest] * count
    left = total - sum(parts)
    while left:
        place = lot.randrange(count)
        step = min(left, lot.randint(0, 5), largest - parts[place])
        parts[place] += step
        left -= step
    return parts


def with_one_of(count: int, *several: int) -> list[int]:
    """Quantities that add up to `count`: ones, and a few rows of several."""
    return [*several, *[1] * (count - sum(several))]
