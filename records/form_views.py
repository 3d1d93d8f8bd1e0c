"""The pages on which records of every type are entered and changed."""

from functools import cached_property
from urllib.parse import quote

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import generic
from django_htmx.http import trigger_client_event

from records import form_fields, record_types
from records.bound_fields import reading_of
from records.duplicates import Alike, alike_to, same_key
from records.forms import as_posted, form_class, keep_only
from records.layouts import rows_of
from records.refusals import broken_rule
from records.text import tidy
from records.typing_views import alike_context
from records.versions import Comparison, version_of
from records.views import TypeMixin
from records.written_fields import ReadBack

SAVED_COOKIE = "saved_form"  # tells the script which draft is no longer needed
SAVED_SECONDS = 60


class RecordFormView(TypeMixin):
    template_name = "records/form.html"

    @property
    def told_by(self) -> list[str]:
        """The fields by which a record may be known for another."""
        fields = (likeness.field for likeness in self.record_type.alike)
        return list(dict.fromkeys(fields))

    def get_form_class(self):
        return form_class(self.record_type)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"user": self.request.user}

    def form_valid(self, form):
        """Saved, unless a person should first say that this is another record than
        those like it."""
        self.alike = self.alike_records(form)
        key = same_key(self.alike)
        if key and self.request.POST.get("is_different") != key:
            form.add_error(
                None,
                _("It may be there already: see below, and tick if it is another one."),
            )
            return self.form_invalid(form)
        try:
            with transaction.atomic():
                response = super().form_valid(form)
        except IntegrityError as error:
            if not (sentence := broken_rule(error)):
                raise
            form.add_error(None, sentence)
            return self.form_invalid(form)
        self.tell_what_was_saved(form)
        address = quote(self.request.get_full_path(), safe="")
        response.set_cookie(
            SAVED_COOKIE, address, max_age=SAVED_SECONDS, samesite="Lax"
        )
        return response

    def alike_records(self, form) -> list[Alike]:
        """Asked only where what they are told by was typed."""
        if not set(self.told_by).intersection(form.changed_data):
            return []
        values = {name: form.cleaned_data.get(name) for name in self.told_by}
        but = self.object.pk if self.object else None
        return alike_to(self.record_type, self.request.user, values, but=but)

    def tell_what_was_saved(self, form) -> None:
        """With what was read of values that were typed another way."""
        messages.success(self.request, _("Saved: %s") % self.object)
        for name, field in form.fields.items():
            typed = tidy(str(form.data.get(name) or ""))
            value = form.cleaned_data.get(name)
            shown = field.widget.format_value(field.prepare_value(value))
            if isinstance(field, ReadBack) and typed not in ("", shown):
                understood = reading_of(field, typed).understood
                told = {"field": field.label, "typed": typed, "understood": understood}
                sentence = _("%(field)s: “%(typed)s” is read as %(understood)s.")
                messages.info(self.request, sentence % told)

    def get_context_data(self, **kwargs):
        form = kwargs.get("form") or self.get_form()
        offer_to_register(form)
        return super().get_context_data(
            **kwargs
            | {
                "form": form,
                "rows": list(rows_of(form)),
                "told_by": [form[name] for name in self.told_by if name in form.fields],
                **alike_context(self.record_type, getattr(self, "alike", [])),
            }
        )


class RecordCreate(RecordFormView, generic.CreateView):
    action = "add"

    def get_initial(self):
        """Fields given in the address are filled in: /cases/new/?startup=12."""
        given = {
            name: self.request.GET[name]
            for name in self.record_type.all_fields
            if name in self.request.GET
        }
        return {name: self.initial_of(name, value) for name, value in given.items()}

    def initial_of(self, name: str, value: str):
        field = self.record_type.field(name)
        if not value.isdecimal() or not field.is_relation:
            return value
        return [int(value)] if field.many_to_many else int(value)


class RecordCreateInPassing(RecordCreate):
    """The short form in the dialog of another record's form; what is saved goes into
    the field from which it was opened."""

    template_name = "records/_short_form.html"

    def get(self, request, *args, **kwargs):
        if not request.htmx:
            return redirect("record-new", self.record_type.slug)
        return super().get(request, *args, **kwargs)

    def get_initial(self):
        typed = tidy(self.request.GET.get("called", ""))
        name = self.record_type.name_field
        return {name: typed} if name and typed else {}

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        keep_only(form, self.record_type.short)
        form.auto_id = "short_%s"
        return form

    def form_valid(self, form):
        response = super().form_valid(form)
        if self.object is None:
            return response
        made = {"text": form_fields.named(self.object)}
        return trigger_client_event(HttpResponse(), "record-made", made)

    def tell_what_was_saved(self, form) -> None:
        """The field it goes into shows it."""

    def get_context_data(self, **kwargs):
        return super().get_context_data(is_in_passing=True, **kwargs)


class RecordUpdate(RecordFormView, generic.UpdateView):
    """Saves over the version the form was opened with; over a newer one, a person
    sees both and chooses."""

    action = "change"

    def post(self, request, *args, **kwargs):
        with transaction.atomic():
            pk = self.get_object().pk
            self.model.objects.select_for_update(of=("self",)).get(pk=pk)
            return super().post(request, *args, **kwargs)

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        if self.request.method == "POST":
            kwargs["data"] = self.chosen_data
        return kwargs

    @cached_property
    def chosen_data(self):
        """What was typed, with others' values where they were chosen."""
        data = self.request.POST.copy()
        chosen = [name for name, side in data.items() if side == "theirs"]
        own = self.get_form_class()(instance=self.get_object(), user=self.request.user)
        for name in own.fields:
            if f"keep_{name}" in chosen:
                data.setlist(name, as_posted(own, name))
        return data

    def form_valid(self, form):
        version = self.version_to_compare()
        if version and version != version_of(self.object):
            record = self.get_object()
            compared = Comparison(self.record_type, record, version, form)
            if compared.is_in_conflict:
                return self.ask_which(compared, version)
        return super().form_valid(form)

    def version_to_compare(self) -> str | None:
        """The one the form was opened with; after a choice, the one chosen over."""
        data = self.request.POST
        asked = data.getlist("asks")
        is_answered = all(f"keep_{name}" in data for name in asked)
        return data.get("version" if is_answered else "seen")

    def ask_which(self, compared: Comparison, seen: str):
        """The page of differences, which sends all that was typed again."""
        kept = [
            (name, value)
            for name, values in self.chosen_data.lists()
            if name in compared.form.fields or name == "is_different"
            for value in values
        ]
        context = {
            "type": self.record_type,
            "object": compared.record,
            "differences": compared.differences,
            "is_contested": any(one.is_contested for one in compared.differences),
            "kept": kept,
            "seen": seen,
            "version": version_of(compared.record),
        }
        return render(self.request, "records/conflict.html", context, status=409)

    def get_context_data(self, **kwargs):
        version = self.request.POST.get("version") or version_of(self.object)
        return super().get_context_data(version=version, **kwargs)


def offer_to_register(form) -> None:
    """Let the fields that link to records offer to enter one that is not there yet,
    where the user may."""
    for field in form.fields.values():
        model = getattr(getattr(field, "candidates", None), "model", None)
        if model is None or not record_types.has_type(model):
            continue
        record_type = record_types.of_model(model)
        if form.user.has_perm(record_type.permission("add")):
            address = reverse("record-new-short", args=(record_type.slug,))
            offer = _("＋ register “%(name)s” as new %(type)s …")
            told = {"name": "{name}", "type": record_type.label}
            field.widget.attrs |= {
                "data-registers": address,
                "data-offer": offer % told,
            }
