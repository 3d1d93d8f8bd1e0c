"""The names under which records are known already, asked for once for a whole file."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db import models

from records.likeness import MARGIN, MOST, Names


@dataclass(frozen=True)
class Known:
    """One record: `label` as people call it, `keys` its names as compared (first its
    own), `numbers` those that are of it alone, as they are written."""

    pk: int
    label: str
    keys: tuple[str, ...]
    numbers: tuple[str, ...] = ()


class KnownNames:
    """The names of all candidates, for a query set that tells them (`known_names`)."""

    def __init__(self, candidates: models.QuerySet) -> None:
        self.candidates = candidates
        self.records: dict[int, models.Model] = {}

    @cached_property
    def all(self) -> dict[int, Known]:
        return {known.pk: known for known in self.candidates.known_names()}

    @cached_property
    def by_key(self) -> dict[str, list[int]]:
        by_key = defaultdict(list)
        for known in self.all.values():
            for key in dict.fromkeys(filter(None, known.keys)):
                by_key[key].append(known.pk)
        return by_key

    @cached_property
    def by_number(self) -> dict[str, int]:
        return {n: k.pk for k in self.all.values() for n in k.numbers if n}

    @cached_property
    def likenesses(self) -> Names:
        return Names(self.by_key)

    def fetch(self, keys: Iterable[str]) -> None:
        """Read the records of these names at once."""
        pks = {pk for key in keys for pk in self.by_key.get(key, ())}
        self.records |= self.candidates.in_bulk(pks - self.records.keys())

    def called(self, key: str) -> list[models.Model]:
        """The records of this name as compared."""
        self.fetch((key,))
        return [self.records[pk] for pk in self.by_key.get(key, ())]

    def numbered(self, number: str) -> models.Model | None:
        pk = self.by_number.get(number)
        if pk is not None and pk not in self.records:
            self.records |= self.candidates.in_bulk((pk,))
        return self.records.get(pk)

    def like(self, key: str) -> list[tuple[Known, int]]:
        """The records whose names are like this one, with their score."""
        best: dict[int, int] = {}
        for name, score in self.likenesses.like(key):
            for pk in self.by_key[name]:
                best.setdefault(pk, score)
        return [(self.all[pk], score) for pk, score in likest(best)]


def likest(scores: dict) -> list[tuple]:
    """The few best, and none that is much less alike than the first."""
    ordered = sorted(scores.items(), key=lambda scored: -scored[1])[:MOST]
    return [(one, score) for one, score in ordered if score >= ordered[0][1] - MARGIN]
