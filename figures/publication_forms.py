"""The forms of the published register: an entry, its correction, and what is listed."""

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Centre, User
from figures.amount_fields import UnitField
from figures.models import Publication
from figures.narrowing import parts_of
from figures.publishing import fill_in, read_printed
from figures.registry import all_figures, get
from figures.scopes import read_centre
from records.forms import dress
from records.refusals import Refusal
from records.text import tidy
from records.widgets import SelectMultiple
from records.words import Words
from records.written_fields import DayField

REASON = gettext_lazy("Reason for the change")


def figure_choices() -> list[tuple[str, str]]:
    return [(figure.slug, str(figure.label)) for figure in all_figures()]


class PublicationForm(forms.ModelForm):
    """An entry of a figure, which the instance names. The value may be left to what is
    printed; where both are given they agree. A correction says why."""

    starts_on = DayField(label=gettext_lazy("First day"))
    ends_on = DayField(label=gettext_lazy("Last day"))
    published_on = DayField(label=gettext_lazy("Given out on"), required=False)
    reason = forms.CharField(label=REASON, max_length=300)

    class Meta:
        model = Publication
        fields = (
            "centre",
            "starts_on",
            "ends_on",
            "printed",
            "amount",
            "basis",
            "audience",
            "outlet",
            "published_on",
            "source",
            "notes",
        )

    def __init__(self, data=None, *, instance: Publication, user: User) -> None:
        super().__init__(data, instance=instance)
        self.user, self.figure = user, get(instance.figure)
        self.prepare_centre()
        self.fields["amount"] = UnitField(
            unit=self.figure.unit,
            label=capfirst(_("value")),
            help_text=_("In %(unit)s; left empty, it is read from what is printed.")
            % {"unit": self.figure.unit.label},
        )
        self.fields["printed"].widget.attrs |= {
            "hx-get": f"{reverse('publication-reading')}?figure={self.figure.slug}",
            "hx-trigger": "input changed delay:400ms",
            "hx-target": "#publication-reading",
            "hx-sync": "this:replace",
        }
        self.add_parts()
        if instance.pk is None:
            del self.fields["reason"]
        else:
            self.fields["reason"] = self.fields.pop("reason")
        dress(self)

    def prepare_centre(self) -> None:
        if not self.user.sees_all_centres:
            del self.fields["centre"]
            self.instance.centre = self.instance.centre or read_centre("", self.user)
            return
        self.fields["centre"].empty_label = _("All centres")

    def add_parts(self) -> None:
        """What the value is narrowed to: a field for each split with codes."""
        for name, column in parts_of(self.figure).items():
            self.fields[f"part-{name}"] = forms.MultipleChoiceField(
                label=capfirst(column.verbose_name),
                choices=Words(column).choices(),
                initial=self.instance.narrowed.get(name, []),
                required=False,
                widget=SelectMultiple,
            )

    @property
    def parts(self) -> list[forms.BoundField]:
        return [field for field in self if field.name.startswith("part-")]

    @property
    def plain(self) -> list[forms.BoundField]:
        return [
            field
            for field in self
            if not field.name.startswith("part-") and field.name != "reason"
        ]

    def clean(self) -> dict:
        cleaned = super().clean()
        printed, amount = cleaned.get("printed", ""), cleaned.get("amount")
        read = read_printed(self.figure.unit, printed)
        if "amount" in self.errors or not printed:
            return cleaned
        if amount is None and read is None:
            self.add_error("amount", self.unreadable(printed))
        elif amount is not None and read is not None and amount != read:
            self.add_error("amount", self.contradiction(printed, read))
        else:
            cleaned["amount"] = read if amount is None else amount
        return cleaned

    def unreadable(self, printed: str) -> ValidationError:
        return ValidationError(
            _("“%(printed)s” does not name one number of %(unit)s; enter the value.")
            % {"printed": printed, "unit": self.figure.unit.label}
        )

    def contradiction(self, printed: str, read) -> ValidationError:
        return ValidationError(
            _(
                "“%(printed)s” says %(read)s, which is another value; put one of them "
                "right."
            )
            % {"printed": printed, "read": self.figure.unit.exact(read)}
        )

    def save(self, commit: bool = True) -> Publication:
        one = self.instance
        one.narrowed = {
            name: codes
            for name in parts_of(self.figure)
            if (codes := self.cleaned_data[f"part-{name}"])
        }
        if one.pk is None:
            one.entered_by = self.user
        fill_in(one)
        return super().save(commit)


class WithdrawalForm(forms.Form):
    reason = forms.CharField(label=REASON, max_length=300)

    def __init__(self, data=None) -> None:
        super().__init__(data)
        dress(self)


class ListForm(forms.Form):
    """What is listed: each choice left empty asks for all."""

    figure = forms.ChoiceField(label=gettext_lazy("Figure"), required=False)
    year = forms.TypedChoiceField(
        label=gettext_lazy("Year"), coerce=int, empty_value=None, required=False
    )
    centre = forms.ModelChoiceField(
        Centre.objects.none(),
        label=gettext_lazy("Centre"),
        to_field_name="code",
        required=False,
    )
    audience = forms.ChoiceField(label=gettext_lazy("Given to"), required=False)

    def __init__(self, data, *, user: User) -> None:
        super().__init__({name: tidy(value) for name, value in data.items()})
        self.visible = Publication.objects.visible_to(user)
        every = ("", _("all"))
        self.fields["figure"].choices = [every, *figure_choices()]
        self.fields["year"].choices = [every, *((y, str(y)) for y in self.years())]
        self.fields["audience"].choices = [every, *Publication.Audience.choices]
        self.fields["centre"].queryset = Centre.objects.visible_to(user)
        self.fields["centre"].empty_label = _("all")
        if not user.sees_all_centres:
            self.fields["centre"].widget = forms.HiddenInput()
        dress(self)

    def years(self) -> list[int]:
        days = self.visible.dates("ends_on", "year", order="DESC")
        return [day.year for day in days]

    def chosen(self):
        """The values asked for. Raises Refusal."""
        if not self.is_valid():
            name, errors = next(iter(self.errors.items()))
            raise Refusal(f"{self.fields[name].label}: {errors[0]}")
        asked = {name: value for name, value in self.cleaned_data.items() if value}
        if "year" in asked:
            asked["ends_on__year"] = asked.pop("year")
        return self.visible.filter(**asked)
