"""The form by which a year's targets are set, all figures together."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from figures.amount_fields import TargetField
from figures.registry import Figure, all_figures
from records.forms import dress


class TargetsForm(forms.Form):
    """A field for each figure, named by its slug. What is there already changes only
    with a reason."""

    reason = forms.CharField(
        label=gettext_lazy("Reason for the change"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Stands in the history of every target that changes."),
    )

    def __init__(self, data=None, *, held: dict) -> None:
        super().__init__(data, initial=held)
        self.held = held
        for figure in all_figures():
            self.fields[figure.slug] = TargetField(
                unit=figure.unit, label=figure.label, initial=held.get(figure.slug)
            )
        dress(self)

    def amounts(self) -> dict[Figure, object]:
        return {
            figure: self.cleaned_data.get(figure.slug)
            for figure in all_figures()
            if figure.slug in self.cleaned_data
        }

    def clean(self) -> dict:
        cleaned = super().clean()
        moved = [
            figure
            for figure, amount in self.amounts().items()
            if figure.slug in self.held and self.held[figure.slug] != amount
        ]
        if moved and not cleaned.get("reason"):
            self.add_error(
                "reason",
                _("Say why these targets change: %s.")
                % ", ".join(str(figure.label) for figure in moved),
            )
        return cleaned
