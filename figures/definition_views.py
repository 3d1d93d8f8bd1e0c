"""The definitions of all figures, every version of them, in both languages."""

from dataclasses import dataclass

from django.conf import settings
from django.shortcuts import render
from django.utils.translation import get_language, override
from django.views.decorators.http import require_safe

from figures.registry import Definition, Figure, all_figures
from records.refusals import refuse_unknown


@dataclass(frozen=True)
class Wording:
    """A figure's texts in one language."""

    language: str
    label: str
    definitions: list[Definition]


@require_safe
def definitions(request):
    """The reader's own language first."""
    refuse_unknown(request.GET, ())
    own = get_language()
    others = [code for code, _name in settings.LANGUAGES if code != own]
    listed = [
        (figure, [wording(figure, code) for code in (own, *others)])
        for figure in all_figures()
    ]
    return render(request, "figures/definitions.html", {"listed": listed})


def wording(figure: Figure, language: str) -> Wording:
    with override(language):
        return Wording(
            language=language,
            label=str(figure.label),
            definitions=[one.in_words() for one in figure.definitions],
        )
