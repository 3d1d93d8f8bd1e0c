"""A published value beside what the records say now and what was sealed then."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q
from django.urls import reverse
from django.utils.http import urlencode

from accounts.models import Centre, User
from figures import registry
from figures.measuring import Question, totals
from figures.models import Publication, Seal
from figures.narrowing import condition, words_for
from figures.registry import Figure
from figures.scopes import Scope


@dataclass(frozen=True)
class Beside:
    """A published value beside what the records say. `counted` is in the figure's unit;
    None for a figure that is declared no more. `sealed` is what a closed year's seal
    said when the value was given out; None for any other period. `is_outdated`: a
    restatement has moved the figure since."""

    publication: Publication
    figure: Figure | None
    counted: Decimal | None
    sealed: Decimal | None
    is_outdated: bool

    @property
    def label(self) -> str:
        return str(self.figure.label) if self.figure else self.publication.figure

    @property
    def narrowed(self) -> str:
        if self.figure is None:
            return ""
        return words_for(self.figure, self.publication.narrowed)

    @property
    def address(self) -> str:
        """Of the records that are counted now; "" where none are."""
        if self.figure is None:
            return ""
        one = self.publication
        scope = Scope(one.period, one.centre)
        address = reverse("figure-records", args=(one.figure, one.ends_on.year))
        query = urlencode(scope.parameters | one.narrowed, doseq=True)
        return f"{address}?{query}" if query else address

    @property
    def amount_text(self) -> str:
        return self.text(self.publication.amount)

    @property
    def amount_exact(self) -> str:
        return self.exact(self.publication.amount)

    @property
    def counted_text(self) -> str:
        return self.text(self.counted)

    @property
    def counted_exact(self) -> str:
        return self.exact(self.counted)

    @property
    def sealed_text(self) -> str:
        return self.text(self.sealed)

    @property
    def sealed_exact(self) -> str:
        return self.exact(self.sealed)

    @property
    def is_without_records(self) -> bool:
        """Nothing is counted of a period of which something was given out."""
        return self.counted is not None and not self.counted and self.difference != 0

    @property
    def difference(self) -> Decimal:
        """Counted, less published."""
        return Decimal(0 if self.counted is None else self.counted) - (
            self.publication.amount
        )

    @property
    def difference_text(self) -> str:
        """With its sign; "" where they are equal."""
        if self.counted is None or not self.difference:
            return ""
        sign = "+" if self.difference > 0 else "−"
        return sign + self.text(abs(self.difference))

    @property
    def difference_exact(self) -> str:
        return self.exact(self.difference)

    def text(self, amount: Decimal | None) -> str:
        if amount is None:
            return ""
        return self.figure.unit.text(amount) if self.figure else plain(amount)

    def exact(self, amount: Decimal | None) -> str:
        if amount is None:
            return ""
        return self.figure.unit.exact(amount) if self.figure else plain(amount)


def plain(amount: Decimal) -> str:
    return f"{amount.normalize():,f}"


def beside(publications: Iterable[Publication]) -> list[Beside]:
    """Each published value beside what is counted now and was sealed then: three
    statements whatever their number."""
    publications = list(publications)
    figures = {one.slug: one for one in registry.all_figures()}
    known = [one for one in publications if one.figure in figures]
    questions = [question_of(figures[one.figure], one) for one in known]
    counted = dict(zip((one.pk for one in known), totals(questions), strict=True))
    seals = seals_of(publications)
    return [
        Beside(
            publication=one,
            figure=figures.get(one.figure),
            counted=counted.get(one.pk),
            sealed=sealed_at(seals, one),
            is_outdated=is_moved(seals, one) and counted.get(one.pk) != one.amount,
        )
        for one in publications
    ]


def of_figure(figure: Figure, centre: Centre | None, user: User) -> list[Beside]:
    """What was given out of a figure, of one centre or of all that the reader sees, the
    last period first."""
    given = Publication.objects.standing().visible_to(user).filter(figure=figure.slug)
    if centre is not None:
        given = given.filter(centre=centre)
    found = beside(given.select_related("centre").order_by("-ends_on", "pk"))
    return sorted(found, key=lambda one: len(one.publication.narrowed))


def question_of(figure: Figure, one: Publication) -> Question:
    return Question(figure, one.period, one.centre, condition(figure, one.narrowed))


Seals = dict[tuple[int, int, str], list[Seal]]


def seals_of(publications: Iterable[Publication]) -> Seals:
    """The seals of the values' years, by centre, year and figure, in their order."""
    found: Seals = {}
    asked = Q(pk__in=())
    for year, centre in {(one.ends_on.year, one.centre_id) for one in publications}:
        asked |= Q(close__year=year, close__centre=centre)
    seals = Seal.objects.filter(asked).select_related("close").order_by("revision")
    for seal in seals:
        key = (seal.close.centre_id, seal.close.year, seal.figure)
        found.setdefault(key, []).append(seal)
    return found


def seals_for(seals: Seals, one: Publication) -> list[Seal]:
    return seals.get((one.centre_id, one.ends_on.year, one.figure), [])


def sealed_at(seals: Seals, one: Publication) -> Decimal | None:
    """What the seal in force said when the value was given out."""
    if not one.period.is_whole_year or one.narrowed:
        return None
    said = [s for s in seals_for(seals, one) if s.revision <= one.revision]
    return said[-1].total if said else None


def is_moved(seals: Seals, one: Publication) -> bool:
    """Whether the figure was sealed otherwise after the value was given out."""
    found = seals_for(seals, one)
    said = [seal for seal in found if seal.revision <= one.revision]
    return bool(said) and said[-1].digest != found[-1].digest
