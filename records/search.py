"""Search: a key that the database itself keeps for every record, and how it is asked.

The key holds a record's texts as they are compared. Three characters from every place
in it stand in a GIN index, which finds rare words; common ones are met at once by
walking the list in its own order. Each way tests the key itself in the end, so that
what is shown holds every word, and nothing that does is left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_

from django.db import connection, models
from django.db.models import Count, F, Func, Q, Value
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan

from accounts.models import Centre
from records.record_types import RecordType
from records.sorting import own_order
from records.text import tidy

KEY = "search_key"
LONGEST = 50_000  # characters of a record that are searched
MOST_WORDS = 10

# For each record wanted: how many rows a first and a second glance take in, and how
# many that the index finds are listed one by one.
GLANCES = (20, 200)
LISTED = 100
ENOUGH = 50  # wanted of a list that is read to its end

# Legal forms say nothing about which company is meant.
LEGAL_FORMS = re.compile(r"주식회사|유한회사|유한책임회사|\((?:주|유)\)")
REFERENCE = re.compile(r"\d{4}-\d{6,}")

LEADING = "".join(map(chr, range(0x1100, 0x1113)))
VOWELS = "".join(map(chr, range(0x1161, 0x1176)))
TRAILING = "".join(map(chr, range(0x11A8, 0x11C3)))
TENSE, PLAIN = "ᄁᄄᄈᄊᄍ", "ᄀᄃᄇᄉᄌ"


class Compared(Func):
    """Texts as search compares them: composed, small letters, single blanks, a tense
    consonant that stands alone as the plain one."""

    arg_joiner = " || ' ' || "
    template = (
        r"left(translate(regexp_replace(lower(normalize(%(expressions)s, NFKC)), "
        rf"'\s+', ' ', 'g'), '{TENSE}', '{PLAIN}'), {LONGEST})"
    )
    output_field = models.TextField()


class Initials(Func):
    """The first consonant of every syllable: 본투글로벌 → ㅂㅌㄱㄹㅂ."""

    template = f"translate(normalize(%(expressions)s, NFD), '{VOWELS}{TRAILING}', '')"
    output_field = models.TextField()


class Digits(Func):
    template = r"regexp_replace(%(expressions)s, '\D', '', 'g')"
    output_field = models.TextField()


class Several(Func):
    """The texts of an array as one. Through a tsvector, since joining an array is not
    what the database calls immutable."""

    template = "array_to_tsvector(array_remove(%(expressions)s::text[], ''))::text"
    output_field = models.TextField()


class Grams(Func):
    """Three characters, or as many as there are, from every place of the key up to the
    next blank. As a tsvector, since there a shorter word is found as the start of one.
    """

    template = (
        "array_to_tsvector(array_remove("
        + " || ".join(
            f"string_to_array(regexp_replace(substr(%(expressions)s, {start}), "
            r"'(...)', '\1 ', 'g'), ' ')"
            for start in (1, 2, 3)
        )
        + ", ''))"
    )


class HoldsGrams(Func):
    """Whether the key holds every three characters of a word: true wherever it holds
    the word, and in a few more places."""

    template = "%(expressions)s::tsquery"
    arg_joiner = " @@ "
    output_field = models.BooleanField()

    def __init__(self, word: str) -> None:
        super().__init__(Grams(F(KEY)), Value(grams_of(word)))


def grams_of(word: str) -> str:
    if len(word) < 3:
        return f"{quoted(word)}:*"
    grams = {word[start : start + 3] for start in range(len(word) - 2)}
    return " & ".join(map(quoted, sorted(grams)))


def quoted(gram: str) -> str:
    doubled = gram.replace("\\", "\\\\").replace("'", "''")
    return f"'{doubled}'"


def key_over(*texts: str, names=(), numbers=()) -> models.GeneratedField:
    """The column that holds what a record is found by, written by the database.

    `texts` name fields. `names`, fields or expressions, are also found by their initial
    consonants; `numbers` also without their dashes.
    """
    parts = [F(name) for name in texts]
    for name in names:
        name = F(name) if isinstance(name, str) else name
        parts += [name, Initials(name)]
    parts += [part for name in numbers for part in (F(name), Digits(F(name)))]
    return models.GeneratedField(
        expression=Compared(*parts, F("external_id")),
        output_field=models.TextField(),
        db_persist=True,
    )


def has_key(model: type[models.Model]) -> bool:
    return any(field.name == KEY for field in model._meta.fields)


def words_of(text: str) -> list[str]:
    """The words of a query as the key would hold them, without legal forms unless
    there is nothing else."""
    compared = as_compared(text) if text else ""
    words = LEGAL_FORMS.sub(" ", compared).split() or compared.split()
    return list(dict.fromkeys(words))[:MOST_WORDS]


def as_compared(text: str) -> str:
    """By the database: a word and a key cannot differ by a version of Unicode."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {Compared.template % {'expressions': '%s'}}", [text])
        return cursor.fetchone()[0]


class Sought:
    """What somebody typed: its words, and the linked records they were found in."""

    def __init__(self, text: str) -> None:
        self.words = words_of(tidy(text))
        self._linked: dict[tuple, list[int]] = {}

    def linked(self, model: type[models.Model], word: str) -> list[int]:
        """The records, deleted ones too, that others may be found through."""
        if (model, word) not in self._linked:
            found = model._base_manager.filter(HoldsGrams(word), holds(KEY, word))
            self._linked[model, word] = list(found.values_list("pk", flat=True))
        return self._linked[model, word]


def holds(key: str, word: str) -> Q:
    # Not LIKE: the planner takes it for rare or common by guessing from the word, and
    # walks or sorts the whole table on a wrong guess.
    return Q(GreaterThan(StrIndex(F(key), Value(word)), 0))


@dataclass(frozen=True)
class Found:
    """`is_few`: so few records that counting and sorting them costs nothing."""

    records: models.QuerySet
    is_few: bool


class Search:
    """The records of one type that hold every word, themselves or in a link."""

    def __init__(self, record_type: RecordType, sought: Sought) -> None:
        self.record_type = record_type
        self.sought = sought

    @cached_property
    def links(self) -> tuple[str, ...]:
        return tuple(
            name.rpartition("__")[0] for name in self.record_type.search if "__" in name
        )

    @cached_property
    def reference(self) -> str:
        """The reference that the whole text is, if it can be one."""
        words = () if self.record_type.is_code_list else self.sought.words
        return words[0] if len(words) == 1 and REFERENCE.fullmatch(words[0]) else ""

    @cached_property
    def condition(self) -> Q:
        every = Q(*map(self.found_by, self.sought.words))
        return every | Q(reference=self.reference) if self.reference else every

    def found_by(self, word: str) -> Q:
        if not has_key(self.record_type.model):
            texts = (
                Q(**{f"{name}__icontains": word}) for name in self.record_type.search
            )
            return reduce(or_, texts)
        keys = (KEY, *(f"{link}__{KEY}" for link in self.links))
        return reduce(or_, (holds(key, word) for key in keys))

    def first(self, records: models.QuerySet, *, wanted: int) -> list[models.Model]:
        """The newest few found."""
        records = self.within(records.order_by("-pk"), wanted=wanted).records
        return list(records[:wanted])

    def everything(self, records: models.QuerySet) -> models.QuerySet:
        own = own_order(self.record_type.model)
        return self.within(records.order_by(*own.columns), wanted=ENOUGH).records

    def within(self, records: models.QuerySet, *, wanted: int) -> Found:
        """The records found among ordered ones, asked for in such a way that the first
        `wanted` come at once: walked where they lie close together, else listed."""
        if not self.sought.words:
            return Found(records, is_few=False)
        if not has_key(self.record_type.model):
            return Found(records.filter(self.condition), is_few=True)
        glance = Glance(self, records, wanted)
        if glance.is_enough:
            return Found(records.filter(self.condition), is_few=glance.is_all)
        pks = self.few(records.order_by(), glance.rarest, most=wanted * LISTED)
        if pks is not None:
            return Found(records.filter(pk__in=pks), is_few=True)
        return Found(self.by_index(records, glance.rarest), is_few=False)

    def by_index(self, records: models.QuerySet, word: str) -> models.QuerySet:
        """All records found, for when they are neither few nor close together."""
        found = records.filter(self.condition)
        return found if self.links else found.filter(HoldsGrams(word))

    def few(self, records: models.QuerySet, word: str, *, most: int) -> set[int] | None:
        """The pks of all records found, by an index over one of the words; None when
        there are more than `most`."""
        pks = set()
        for source in self.sources(word):
            found = records.filter(source, self.condition).values_list("pk", flat=True)
            pks.update(found[: most + 1])
            if len(pks) > most:
                return None
        return pks

    def sources(self, word: str) -> Iterator:
        """The ways by which an index finds all records that may hold the word."""
        yield HoldsGrams(word)
        for link in self.links:
            model = self.record_type.field(link).related_model
            if pks := self.sought.linked(model, word):
                yield Q(**{f"{link}__in": pks})
        if self.reference:
            # The index over references begins with the centre.
            yield Q(reference=self.reference, centre__in=Centre.objects.all())


class Glance:
    """How often the words stand in the first rows, looked at further only while that
    promises something."""

    PROMISING = 5

    def __init__(self, search: Search, records: models.QuerySet, wanted: int) -> None:
        self.is_enough = self.is_all = False
        for rows in (wanted * factor for factor in GLANCES):
            words = search.sought.words
            held = {
                f"word_{number}": Count("pk", filter=search.found_by(word))
                for number, word in enumerate(words)
            }
            counts = records[:rows].aggregate(
                seen=Count("pk"), found=Count("pk", filter=search.condition), **held
            )
            self.is_all = counts["seen"] < rows
            self.is_enough = self.is_all or counts["found"] >= wanted
            by_word = zip(words, (counts[name] for name in held), strict=True)
            self.rarest, _held = min(by_word, key=lambda of: (of[1], -len(of[0])))
            if self.is_enough or counts["found"] < self.PROMISING:
                return
