"""What a case's verbs ask of a person: a small form each, and the rule it follows."""

from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.models import User
from records import form_fields
from records.forms import dress, form_field, tidied
from records.refusals import refused_in
from records.written_fields import DayField
from support.forms import SessionForm
from support.models import ConsultingCase, Session


class VerbForm(forms.Form):
    """Its fields are the verb's arguments; what the verb refuses stands in the form."""

    def __init__(self, data=None, *, case: ConsultingCase, user: User) -> None:
        super().__init__(None if data is None else tidied(data))
        self.case = case
        self.user = user
        for field in self.fields.values():
            field.label = capfirst(field.label)
        dress(self)

    def do(self, verb: str) -> bool:
        """Do it to the case. False where the form or the case refuses."""
        if not self.is_valid():
            return False
        try:
            with refused_in(self):
                getattr(self.case, verb)(**self.cleaned_data)
        except ValidationError as refusal:
            self.tell(refusal)
        return not self.errors

    def tell(self, refusal: ValidationError) -> None:
        if not hasattr(refusal, "error_dict"):
            self.add_error(None, refusal)
            return
        for name, errors in refusal.error_dict.items():
            name = {"closed_on": "on"}.get(name, name)
            self.add_error(name if name in self.fields else None, errors)


class CloseForm(VerbForm):
    on = DayField(label=_("closed on"), initial=timezone.localdate)
    result = forms.CharField(
        label=_("result"), widget=forms.Textarea, help_text=_("What came of it.")
    )
    satisfaction = forms.TypedChoiceField(
        label=_("satisfaction"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", "---------"), *((n, str(n)) for n in range(5, 0, -1))],
        help_text=_("5 is best; leave it empty if nobody was asked."),
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.initial["result"] = self.case.result
        self.initial["satisfaction"] = self.case.satisfaction


class ReasonForm(VerbForm):
    reason = forms.CharField(label=_("Reason"), max_length=300)


class HandOverForm(ReasonForm):
    def __init__(self, *args, user: User, **kwargs) -> None:
        super().__init__(*args, user=user, **kwargs)
        colleagues = User.objects.colleagues_of(user)
        self.fields["to"] = form_fields.RelatedField(
            label=_("To whom"), candidates=colleagues
        )
        self.order_fields(("to", "reason"))
        dress(self)


@dataclass(frozen=True)
class Verb:
    """`name` is the model's method, `slug` its address."""

    name: str
    slug: str
    label: str
    rule: str
    form: type[VerbForm]


VERBS = (
    Verb(
        "close",
        "close",
        pgettext_lazy("verb", "Close"),
        _("A closed case has its day and its result. It can be opened again."),
        CloseForm,
    ),
    Verb(
        "wait",
        "wait",
        pgettext_lazy("verb", "Wait"),
        _("The case stays open and waits for somebody: say for whom or what."),
        ReasonForm,
    ),
    Verb(
        "reopen",
        "reopen",
        pgettext_lazy("verb", "Open again"),
        _("The case is worked on again; a closing day is lifted and stays in history."),
        ReasonForm,
    ),
    Verb(
        "hand_over",
        "hand-over",
        pgettext_lazy("verb", "Hand over"),
        _("An active colleague of the centre becomes the case's one officer."),
        HandOverForm,
    ),
    Verb(
        "cancel",
        "cancel",
        pgettext_lazy("verb", "Cancel the case"),
        _("A cancelled case counts in no figure. It can be opened again."),
        ReasonForm,
    ),
)


def verb_of(slug: str) -> Verb | None:
    return next((verb for verb in VERBS if verb.slug == slug), None)


QuickSessionForm = forms.modelform_factory(
    Session,
    form=SessionForm,
    fields=("held_on", "minutes", "channel", "expert", "note"),
    formfield_callback=form_field,
)
