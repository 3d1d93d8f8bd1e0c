"""What the log asks: the record forms' own fields, and start-ups by any name."""

from copy import deepcopy
from dataclasses import dataclass, field

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from records.form_fields import SEPARATORS, RelatedManyField
from records.forms import candidates, form_field
from support.forms import SessionForm
from support.models import ConsultingCase, Session, Startup

OFFERED = 5


class StartupsField(RelatedManyField):
    """Start-ups as people name them. A name that nobody knows stays a text where it is
    among the `newcomers`: those the user wants registered."""

    newcomers: frozenset[str] = frozenset()

    def one(self, value):
        try:
            return super().one(value)
        except ValidationError as error:
            if error.code == "not_found" and value in self.newcomers:
                return value
            raise

    def meant(self, text: str) -> "Meant":
        """What a text typed so far means, whole or not."""
        meant = Meant()
        for name in filter(None, map(str.strip, SEPARATORS.split(text or ""))):
            try:
                one = self.one(name)
            except ValidationError as error:
                if error.code == "not_found":
                    meant.unknown.append(name)
                else:
                    meant.wrong += error.messages
            else:
                (meant.unknown if isinstance(one, str) else meant.known).append(one)
        return meant


@dataclass
class Meant:
    """Start-ups that are known, names that nobody knows, sentences on the others."""

    known: list[Startup] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        return len(self.known) + len(self.unknown)

    def cases_to_go_on_with(self, user: User) -> list[ConsultingCase]:
        """The latest open cases of the one start-up; several start none."""
        if self.count != 1 or not self.known:
            return []
        cases = open_cases(user).filter(startup=self.known[0])
        return list(cases.order_by("-opened_on", "-pk")[:OFFERED])


def open_cases(user: User):
    return ConsultingCase.objects.open().visible_to(user)


def log_fields(user: User) -> dict[str, forms.Field]:
    fields = {
        "startups": StartupsField(
            candidates=candidates(Startup, user),
            label=capfirst(Startup._meta.verbose_name),
        ),
        "case": forms.ModelChoiceField(
            open_cases(user),
            required=False,
            error_messages={
                "invalid_choice": _("This case is not open, or not your centre's.")
            },
        ),
        **of(ConsultingCase, "fields", "countries", "officers"),
        **of(Session, "held_on", "channel", "expert", "note"),
        "minutes": deepcopy(SessionForm.base_fields["minutes"]),
    }
    if user.sees_all_centres:
        fields |= of(ConsultingCase, "centre")
    fields["officers"].candidates = candidates(User, user)
    fields["channel"].widget = forms.RadioSelect()
    fields["channel"].choices = fields["channel"].words.choices
    fields["note"].help_text = _("The first line becomes the title.")
    return fields


def of(model, *names: str) -> dict[str, forms.Field]:
    return {name: form_field(model._meta.get_field(name)) for name in names}
