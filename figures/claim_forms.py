"""The forms of double claims: what is sought in the list, and what is proposed."""

from decimal import Decimal

from django import forms
from django.db.models import Q, QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Centre
from figures import claims
from figures.claim_pages import Pair
from figures.claiming import Decision
from figures.models import Claim
from figures.periods import FIRST_YEAR, LAST_YEAR, Period
from records import record_types
from records.forms import dress
from records.text import tidy

SAME_ONE, SAME_OTHER, DIFFERENT = "one", "other", "different"
HALF = Decimal(50)


class ClaimFilter(forms.Form):
    """Which double claims the list shows."""

    state = forms.ChoiceField(label=gettext_lazy("State"), required=False)
    type = forms.ChoiceField(label=gettext_lazy("Record type"), required=False)
    year = forms.IntegerField(
        label=gettext_lazy("Year"),
        required=False,
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
    )
    centre = forms.ModelChoiceField(
        Centre.objects.none(),
        label=gettext_lazy("Centre"),
        required=False,
        to_field_name="code",
        empty_label=gettext_lazy("All centres"),
    )

    def __init__(self, data, *, user) -> None:
        super().__init__(data)
        anything = [("", _("All"))]
        self.fields["state"].choices = anything + Claim.State.choices
        self.fields["type"].choices = anything + [
            (one.record_type, capfirst(record_types.get(one.record_type).label_plural))
            for one in claims.all_claimed()
        ]
        if user.sees_all_centres:
            self.fields["centre"].queryset = Centre.objects.visible_to(user)
        else:
            del self.fields["centre"]
        dress(self)

    def among(self, found: QuerySet[Claim]) -> QuerySet[Claim]:
        chosen = self.cleaned_data
        if chosen["state"]:
            found = found.filter(state=chosen["state"])
        if chosen["type"]:
            found = found.filter(record_type=chosen["type"])
        if centre := chosen.get("centre"):
            found = found.filter(Q(one_centre=centre) | Q(other_centre=centre))
        return found.filter(of_year(chosen["year"])) if chosen["year"] else found


def of_year(year: int) -> Q:
    """Double claims of which one record at least counts in the year."""
    found = Q(pk__in=())
    for one in claims.all_claimed():
        counted = one.records(Period.of_year(year)).values("pk")
        either = Q(one_pk__in=counted) | Q(other_pk__in=counted)
        found |= Q(record_type=one.record_type) & either
    return found


class DecisionForm(forms.Form):
    """What is proposed for a pair; shares only where two centres claim it."""

    decision = forms.ChoiceField(
        label=gettext_lazy("Decision"),
        error_messages={
            "required": gettext_lazy("Choose one: the same outcome, or two.")
        },
    )
    lead_share = forms.DecimalField(
        label=gettext_lazy("Share of the leading centre (%)"),
        required=False,
        min_value=0,
        max_value=100,
        max_digits=5,
        decimal_places=2,
        initial=HALF,
        help_text=gettext_lazy(
            "The other centre has the rest. The share is recorded with the decision; "
            "it divides no figure."
        ),
    )
    notes = forms.CharField(
        label=gettext_lazy("Note"),
        required=False,
        max_length=1000,
        widget=forms.Textarea,
        help_text=gettext_lazy("Needed where they are two outcomes: what tells them."),
    )

    def __init__(self, data=None, *, pair: Pair) -> None:
        super().__init__(data)
        self.pair = pair
        lead = _("One outcome; %(reference)s of %(centre)s leads")
        self.fields["decision"].choices = [
            *(
                (
                    value,
                    lead % {"reference": side.record.reference, "centre": side.centre},
                )
                for value, side in zip((SAME_ONE, SAME_OTHER), pair.sides, strict=True)
            ),
            (DIFFERENT, _("Two different outcomes")),
        ]
        if not pair.claim.is_across:
            del self.fields["lead_share"]
        dress(self)

    def clean(self) -> dict:
        given = super().clean()
        decision = given.get("decision")
        if decision == DIFFERENT and not tidy(given.get("notes", "")):
            self.add_error("notes", _("Say what tells the two outcomes apart."))
        is_shared = "lead_share" in self.fields and decision in (SAME_ONE, SAME_OTHER)
        if is_shared and given.get("lead_share") is None and not self.errors:
            self.add_error("lead_share", _("Say the share, from 0 to 100 percent."))
        return given

    @property
    def proposed(self) -> Decision:
        given = self.cleaned_data
        notes = tidy(given["notes"])
        if given["decision"] == DIFFERENT:
            return Decision(state=Claim.State.DIFFERENT, notes=notes)
        side = self.pair.one if given["decision"] == SAME_ONE else self.pair.other
        return Decision(
            state=Claim.State.SAME,
            lead_pk=side.record.pk,
            lead_share=given.get("lead_share"),
            notes=notes,
        )


class AnewForm(forms.Form):
    """Why a decision is to be taken back."""

    notes = forms.CharField(label=gettext_lazy("Reason"), max_length=1000)

    def __init__(self, data=None) -> None:
        super().__init__(data)
        dress(self)

    def clean_notes(self) -> str:
        return tidy(self.cleaned_data["notes"])
