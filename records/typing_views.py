"""What helps while one types: type-ahead, what was read, who may be meant already."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.views import generic

from accounts.models import User
from records import form_fields
from records.bound_fields import reading_of
from records.duplicates import Alike, alike_to, same_key
from records.forms import form_class
from records.reading import Reader
from records.search import Search, Sought
from records.text import tidy
from records.views import TypeMixin
from records.written_fields import ReadBack

LOOKUP_SIZE = 20


class RecordsAlike(TypeMixin, generic.View):
    """Who may be meant already by what is being typed."""

    def get(self, request, *args, **kwargs):
        but = request.GET.get("but", "")
        alike = alike_to(
            self.record_type,
            request.user,
            request.GET,
            but=int(but) if but.isdecimal() and len(but) < 19 else None,
        )
        context = alike_context(self.record_type, alike) | {
            "type": self.record_type,
            "chosen": request.GET.get("is_different"),
            "is_in_passing": "short" in request.GET,
        }
        return render(request, "records/_alike.html", context)


class FieldReading(TypeMixin, generic.View):
    """What one field's text is read as: a sentence beneath it while one types; nothing
    for a field that reads no text."""

    def get(self, request, *args, **kwargs):
        fields = form_class(self.record_type).base_fields
        for name, text in request.GET.items():
            if isinstance(fields.get(name), ReadBack):
                reading = reading_of(fields[name], text)
                return render(request, "records/_reading.html", {"reading": reading})
        return HttpResponse()


class RecordLookup(TypeMixin, generic.View):
    """The records a few typed letters can mean, for a form's type-ahead: those of
    exactly this name or number first."""

    def get(self, request, *args, **kwargs):
        visible = self.record_type.visible_to(request.user)
        typed = request.GET.get("q", "")
        meant = list(visible.named(tidy(typed))[:LOOKUP_SIZE]) if tidy(typed) else []
        search = Search(self.record_type, Sought(typed))
        found = search.first(visible, wanted=LOOKUP_SIZE)
        ones = list(dict.fromkeys((*meant, *found)))[:LOOKUP_SIZE]
        return JsonResponse(
            {
                "results": [form_fields.named(one) for one in ones],
                "hints": [one.told_apart_by for one in ones],
            }
        )


class PersonLookup(generic.View):
    def get(self, request):
        people = User.objects.colleagues_of(request.user).filter(
            name__icontains=tidy(request.GET.get("q", ""))
        )
        found = people[:LOOKUP_SIZE]
        return JsonResponse({"results": [form_fields.named(one) for one in found]})


def alike_context(record_type, alike: list[Alike]) -> dict:
    """The records alike as their panel shows them."""
    reader = Reader(record_type)
    names = record_type.short or record_type.columns
    names = [name for name in names if name != record_type.name_field]
    shown = [
        (
            one,
            form_fields.named(one.record),
            [(reader.header(name), reader.text(one.record, name)) for name in names],
        )
        for one in alike
    ]
    return {"alike": shown, "same_key": same_key(alike)}
