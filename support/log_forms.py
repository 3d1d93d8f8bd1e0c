"""The form of the log: a case and its session for each start-up, or a session more.

Its fields are those of the record forms, and the record forms save, so a rule that
holds for a case holds here.
"""

from functools import cached_property
from hashlib import sha256
from urllib.parse import urlencode
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from records import record_types
from records.forms import dress, form_class, tidied
from records.refusals import refused_in
from support.log_defaults import begun, going_on, latest, suggested
from support.log_fields import Meant, log_fields
from support.models import ConsultingCase, Logged, Session, Startup

NOT_CONTENT = ("csrfmiddlewaretoken", "key", "author", "then", "new_startups")

# Where the log asks for what a record form calls otherwise.
ASKED_AS = {
    "startup": "startups",
    "name": "startups",
    "title": "note",
    "request": "note",
    "result": "note",
    "opened_on": "held_on",
    "closed_on": "held_on",
}


class LogForm(forms.Form):
    """One consultation, as it is told in half a minute.

    `author` is whom the form was made for: signing in again as somebody else does not
    make it theirs. `earlier` is what was saved when this form was sent before.
    """

    earlier: Logged | None = None

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    author = forms.CharField(widget=forms.HiddenInput)
    is_closed = forms.BooleanField(
        label=_("That settled it: close the case"), required=False
    )

    def __init__(
        self, data=None, *, user: User, after: Logged | None = None, startups=""
    ) -> None:
        last = latest(user)
        initial = going_on(after) if after else begun(user, last)
        super().__init__(
            None if data is None else tidied(data),
            auto_id="log_%s",
            initial={"author": user.username, **initial},
        )
        self.user = user
        self.fields |= log_fields(user)
        self.initial["startups"] = self.fields["startups"].meant(startups).known
        self.fields["fields"].choices = suggested(self.fields["fields"].choices, last)
        if self.is_bound and user.has_perm("support.add_startup"):
            wanted = self.data.getlist("new_startups")
            self.fields["startups"].newcomers = frozenset(wanted)
        dress(self)
        self.fields["channel"].widget.attrs["class"] = "form-selectgroup-input"

    @property
    def newcomers(self) -> frozenset[str]:
        return self.fields["startups"].newcomers

    @cached_property
    def meant(self) -> Meant:
        return self.fields["startups"].meant(self["startups"].value())

    @cached_property
    def cases(self) -> list[ConsultingCase]:
        return self.meant.cases_to_go_on_with(self.user)

    def clean_key(self) -> UUID:
        key = self.cleaned_data["key"]
        self.earlier = Logged.objects.filter(key=key, by=self.user).first()
        return key

    def clean_author(self) -> str:
        if self.cleaned_data["author"] != self.user.username:
            raise ValidationError(
                _(
                    "Somebody else wrote this. Sign in again as the one who did, or "
                    "discard it."
                )
            )
        return self.cleaned_data["author"]

    def clean(self) -> dict:
        given = super().clean()
        case, startups = given.get("case"), given.get("startups")
        if case and startups and startups != [case.startup]:
            self.add_error("case", _("This case is another start-up's."))
        may_close = self.user.has_perm("support.change_consultingcase")
        if case and given.get("is_closed") and not may_close:
            self.add_error("is_closed", _("Your role does not let you close a case."))
        return given

    @property
    def content(self) -> str:
        """The digest of what was typed."""
        pairs = [
            (name, value)
            for name, values in sorted(self.data.lists())
            if name not in NOT_CONTENT
            for value in values
        ]
        return sha256(urlencode(pairs).encode()).hexdigest()

    def logged(self) -> Logged | None:
        """What this form brought in, now or when it was sent before; None where its
        errors say why nothing was saved."""
        is_valid = self.is_valid()
        try:
            if self.earlier:
                return self.same(self.earlier)
            if is_valid:
                with refused_in(self):
                    return self.save()
        except ValidationError as error:
            self.add_error(None, error)
        return None

    def same(self, earlier: Logged) -> Logged:
        if earlier.by_id == self.user.pk and earlier.content == self.content:
            return earlier
        raise ValidationError(
            _(
                "This was saved before, and you have changed it since. Change it in "
                "the saved record, or discard it here."
            )
        )

    def save(self) -> Logged:
        given = self.cleaned_data
        logged, is_new = Logged.objects.get_or_create(
            key=given["key"], defaults={"by": self.user, "content": self.content}
        )
        if not is_new:
            return self.same(logged)
        for startup in given["startups"]:
            case = given["case"] or self.new_case(startup)
            if case != given["case"]:
                logged.cases.add(case)
            logged.sessions.add(self.new_session(case))
        if given["case"] and given["is_closed"]:
            self.close(given["case"])
        return logged

    def new_case(self, startup: Startup | str) -> ConsultingCase:
        given = self.cleaned_data
        if isinstance(startup, str):
            startup = self.entered("startups", name=startup)
        end = {}
        if given["is_closed"]:
            end = {"status": ConsultingCase.Status.CLOSED, "result": given["note"]}
            end["closed_on"] = given["held_on"]
        return self.entered(
            "cases",
            startup=startup.pk,
            title=given["note"].partition("\n")[0].strip()[:200],
            request=given["note"],
            fields=given["fields"],
            countries=given["countries"],
            channel=given["channel"],
            officers=[officer.pk for officer in given["officers"]],
            opened_on=given["held_on"],
            **end,
        )

    def new_session(self, case: ConsultingCase) -> Session:
        names = ("held_on", "minutes", "channel", "expert", "note")
        given = {name: self.cleaned_data[name] for name in names}
        return self.entered("sessions", centre=case.centre.code, case=case.pk, **given)

    def close(self, case: ConsultingCase) -> None:
        given = self.cleaned_data
        try:
            case.close(on=given["held_on"], result=given["note"])
        except ValidationError as error:
            raise ValidationError({"held_on": error.messages}) from error

    def entered(self, slug: str, **values):
        """A record saved by its own form. Raises ValidationError with that form's
        words beside the fields of this one."""
        if centre := self.cleaned_data.get("centre"):
            values.setdefault("centre", centre.code)
        form = form_class(record_types.get(slug))(values, user=self.user)
        if form.is_valid():
            return form.save()
        wrong: dict[str, list[str]] = {}
        for name, messages in form.errors.items():
            name = ASKED_AS.get(name, name)
            asked = name if name in self.fields else NON_FIELD_ERRORS
            wrong.setdefault(asked, []).extend(messages)
        raise ValidationError(wrong)
