"""The form in which a person says what the names of a file are of."""

from collections.abc import Iterator

from django import forms
from django.utils.translation import gettext as _

from records.imports import Import
from records.spreadsheets.corrections import NEW, SAME_AS

UNDECIDED = ""
MOST = 100  # names asked for at once, those of most rows first


class NamesForm(forms.Form):
    """One choice for each of the import's proposals."""

    def __init__(self, *args, one: Import, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.one = one
        self.proposals = (one.report or {}).get("proposals", [])[:MOST]
        for number, proposal in enumerate(self.proposals):
            self.fields[f"name-{number}"] = forms.ChoiceField(
                label=proposal["name"],
                choices=choices_of(proposal),
                initial=str(self.decision(proposal) or UNDECIDED),
                widget=forms.RadioSelect({"class": "form-check-input"}),
                required=False,
            )

    def decision(self, proposal: dict) -> int | str | None:
        names = self.one.corrections.get("names", {}).get(proposal["field"], {})
        return names.get(proposal["compared"])

    def rows(self) -> Iterator[tuple[dict, forms.BoundField]]:
        """Each proposal with its choice."""
        return zip(self.proposals, self, strict=True)

    def corrected(self) -> dict:
        """The import's corrections with what was decided; what is left open is as if
        nobody had said anything of it."""
        names = {f: dict(n) for f, n in self.one.corrections.get("names", {}).items()}
        for number, proposal in enumerate(self.proposals):
            decided = names.setdefault(proposal["field"], {})
            chosen = self.cleaned_data[f"name-{number}"]
            decided.pop(proposal["compared"], None)
            if chosen != UNDECIDED:
                decided[proposal["compared"]] = as_kept(chosen)
        return {**self.one.corrections, "names": names}


def choices_of(proposal: dict) -> list[tuple[str, str]]:
    alike = [
        (str(candidate["decision"]), label_of(candidate))
        for candidate in proposal["candidates"]
    ]
    return [*alike, (NEW, _("Enter as a new record")), (UNDECIDED, _("Not known yet"))]


def label_of(candidate: dict) -> str:
    told = {"label": candidate["label"], "score": candidate["score"]}
    if candidate["pk"] is None:
        return _("%(label)s, also new in this file (%(score)d%% alike)") % told
    return _("%(label)s (%(score)d%% alike)") % told


def as_kept(chosen: str) -> int | str:
    """A record's key as a number, as `Corrections.names` keeps it."""
    return chosen if chosen == NEW or chosen.startswith(SAME_AS) else int(chosen)
