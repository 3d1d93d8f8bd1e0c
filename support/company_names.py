"""Names of companies and organisations as compared: no legal form, blanks or case."""

from collections.abc import Iterable, Iterator
from typing import Self

from django.db import connection, models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Cast, Lower

from records.fields import TextsField
from records.known_names import Known

# Legal forms and all that is not a letter or digit, left out when names are compared.
LEGAL_FORMS = (
    r"주식회사|유한회사|유한책임회사|㈜|㈐|\(주\)|\(유\)|（주）"
    r"|,?\s*(co\.?,?\s*ltd\.?|inc\.?|corp\.?|corporation|ltd\.?|llc)\s*$"
    r"|[^[:alnum:]]"
)
SHORTEST = 2  # letters of a name by whose beginning others are found


def name_key(name) -> Func:
    """The name as compared: composed, small letters, without legal form and blanks."""
    composed = Func(
        Cast(name, models.TextField()),
        template="normalize(%(expressions)s, NFKC)",
        output_field=models.TextField(),
    )
    return Func(
        Lower(composed),
        Value(LEGAL_FORMS),
        Value(""),
        Value("g"),
        function="regexp_replace",
        output_field=models.TextField(),
    )


class AliasKeys(Func):
    """Several other names, each as names are compared."""

    template = (
        "ARRAY(SELECT regexp_replace(lower(normalize(alias, NFKC)), "
        f"'{LEGAL_FORMS}', '', 'g') FROM unnest(%(expressions)s) AS alias)"
    )
    output_field = TextsField(base_field=models.TextField())


class FoundByName(models.QuerySet):
    """Of a model with `name` and `name_en`. `key` is its name as compared."""

    key = name_key(F("name"))

    def as_compared(self, names: Iterable[str]) -> dict[str, str]:
        """Each name without legal form and blanks, as the database compares it."""
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT name, regexp_replace(lower(normalize(name, NFKC)), %s, '', 'g')"
                " FROM unnest(%s::text[]) AS name",
                (LEGAL_FORMS, list(names)),
            )
            return dict(cursor.fetchall())

    def called(self, text: str) -> Self:
        """Of this name, in Korean or in English."""
        key = self.as_compared([text])[text]
        if not key:
            return self.none()
        return self.with_keys().filter(Q(own_key=key) | Q(english_key=key))

    def called_like(self, text: str) -> Self:
        """Whose name begins with this one, or this one with theirs."""
        key = self.as_compared([text])[text]
        if len(key) < SHORTEST:
            return self.none()
        shortest = max(SHORTEST, len(key) // 2)
        beginnings = [key[:length] for length in range(shortest, len(key))]
        begins = Q(own_key__startswith=key) | Q(own_key__in=beginnings)
        return self.with_keys().filter(begins).exclude(own_key=key)

    def known_names(self) -> Iterator[Known]:
        """Every record's names as compared, in one query."""
        english = name_key(F("name_en"))
        rows = self.order_by("pk").values_list("pk", "name", self.key, english)
        for pk, label, *keys in rows.iterator():
            yield Known(pk, label, tuple(keys))

    def with_keys(self) -> Self:
        return self.alias(own_key=self.key, english_key=name_key(F("name_en")))
