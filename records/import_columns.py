"""The step at which a person puts right what was recognised of sheets and columns."""

from collections.abc import Iterator

from django import forms
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from records.forms import dress
from records.import_forms import types_for
from records.import_profiles import forget
from records.import_steps import COLUMNS, steps_of
from records.import_views import decided, may_import, redirect_wholly
from records.imports import Import
from records.record_types import AUTO
from records.refusals import Refusal, refuse_unknown
from records.spreadsheets.options import options_of
from records.tasks import try_import


@may_import
@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def columns(request, pk):
    """What was recognised, and its correction, after which the file is tried again."""
    refuse_unknown(request.GET, ())
    if request.method != "POST":
        return columns_page(request, pk)
    one = decided(request, pk)
    form = ColumnsForm(request.POST, one=one, user=request.user)
    if not form.is_valid():
        return page_of(request, one, form, status=400)
    if form.is_to_be_tried(one):
        form.correct(one)
        one.begin(Import.State.READING)
        try_import.defer(pk=one.pk)
    # Other titles are looked at before their rows.
    return redirect("import-columns", one.pk) if form.is_anew else redirect(one)


def columns_page(request, pk):
    """While the file is read again, htmx asks until this page can be shown anew."""
    mine = Import.objects.decided_by(request.user).defer("content")
    one = get_object_or_404(mine.select_related("user", "centre"), pk=pk)
    if one.state == Import.State.READING:
        return page_of(request, one, None)
    if one.state != Import.State.READY:
        return redirect_wholly(request, one.get_absolute_url())
    if request.htmx:
        return redirect_wholly(request, request.path)
    return page_of(request, one, ColumnsForm(one=one, user=request.user))


def page_of(request, one: Import, form: "ColumnsForm | None", *, status: int = 200):
    context = {
        "one": one,
        "form": form,
        "steps": steps_of(one, request.user, current=COLUMNS),
        "here": reverse("import-columns", args=(one.pk,)),
        "may_decide": True,
    }
    template = "_waiting" if request.htmx else "columns"
    return render(request, f"imports/{template}.html", context, status=status)


@may_import
@require_POST
@transaction.atomic
def forget_columns(request, pk):
    """What an earlier file taught about these titles is no longer wanted."""
    one = decided(request, pk)
    sheets = [s for s in one.report["sheets"] if s["name"] == request.POST.get("sheet")]
    if not sheets or sheets[0].get("told_by") != "remembered":
        raise Refusal(_("Nothing is remembered for this sheet."))
    forget(one, sheets[0])
    one.begin(Import.State.READING)
    try_import.defer(pk=one.pk)
    return redirect(one)


class ColumnsForm(forms.Form):
    """The type of the file and, sheet by sheet, a `SheetForm`."""

    type_slug = forms.ChoiceField(label=gettext_lazy("What it holds"))

    def __init__(self, data=None, *, one: Import, user) -> None:
        told = one.report["type"]
        super().__init__(data, initial={"type_slug": told})
        choices = [(t.slug, capfirst(t.label_plural)) for t in types_for(user)]
        if told == AUTO:
            of_rows = _("told row by row") if one.is_recognised else _("choose")
            choices.insert(0, (AUTO, of_rows))
        self.fields["type_slug"].choices = choices
        dress(self)
        options = options_of(told)
        self.sheets = [
            SheetForm(data, prefix=f"sheet-{number}", told=sheet, options=options)
            for number, sheet in enumerate(one.report["sheets"])
        ]

    def is_valid(self) -> bool:
        return all([super().is_valid(), *(sheet.is_valid() for sheet in self.sheets)])

    @property
    def is_anew(self) -> bool:
        """Whether other rows are taken for titles, or the titles for another type's."""
        return "type_slug" in self.changed_data or any(
            sheet.is_other_row for sheet in self.sheets
        )

    def is_to_be_tried(self, one: Import) -> bool:
        sheets = any(sheet.is_told for sheet in self.sheets)
        return not one.is_recognised or self.has_changed() or sheets

    def correct(self, one: Import) -> None:
        """Columns are those of a type: with another type they are recognised anew."""
        is_other = "type_slug" in self.changed_data
        one.type_slug = self.cleaned_data["type_slug"]
        kept = {} if is_other else dict(one.corrections.get("sheets", {}))
        for sheet in self.sheets:
            if sheet.is_told and not (is_other and sheet.is_proposed):
                kept[sheet.told["name"]] = sheet.correction(with_columns=not is_other)
        one.corrections = one.corrections | {"sheets": kept}


class SheetForm(forms.Form):
    """Whether a sheet is read, under which header, and each of its columns."""

    is_read = forms.BooleanField(label=gettext_lazy("Bring in"), required=False)
    header = forms.TypedChoiceField(
        label=gettext_lazy("Row with the column titles"),
        coerce=int,
        empty_value=None,
        required=False,
    )

    def __init__(self, data, *, prefix: str, told: dict, options: list) -> None:
        initial = {
            "is_read": told["read"] or told.get("is_likely", False),
            "header": told.get("header") or told.get("likely_header"),
        }
        super().__init__(data, prefix=prefix, initial=initial)
        self.told = told
        self.labels = {name: label for name, label, _is_needed in options}
        self.needed = {name for name, _label, is_needed in options if is_needed}
        self.fields["header"].choices = list(self.rows())
        for column in told.get("titles", []):
            self.fields[f"column-{column['column']}"] = forms.ChoiceField(
                choices=self.choices(options, column["field"]),
                label=column["title"],
                initial=column["field"],
                required=False,
            )
        dress(self)

    def rows(self) -> Iterator[tuple[object, str]]:
        if "header" not in self.told:
            yield "", _("not found")
        numbers = [row["row"] for row in self.told["first_rows"]]
        for row in self.told["first_rows"]:
            start = " · ".join(row["texts"][:4])
            yield row["row"], f"{row['row']}: {start}"
        if self.told.get("header") and self.told["header"] not in numbers:
            yield self.told["header"], str(self.told["header"])

    def choices(self, options: list, field: str) -> list[tuple[str, str]]:
        """What a column can be; also what it is now, where no type names it."""
        unnamed = [(field, field)] if field and field not in self.labels else []
        named = [(n, f"{label} *" if needed else label) for n, label, needed in options]
        return [("", _("not brought in")), *unnamed, *named]

    def columns(self) -> Iterator[tuple[dict, forms.BoundField]]:
        for column in self.told.get("titles", []):
            yield column, self[f"column-{column['column']}"]

    def chosen(self) -> dict[str, str]:
        """The field of each column by its number, as it now stands in the form."""
        return {
            str(column["column"]): str(bound.value() or "")
            for column, bound in self.columns()
        }

    @property
    def missing(self) -> list[str]:
        """What every record needs and no column gives."""
        given = set(self.chosen().values())
        return [
            label
            for name, label in self.labels.items()
            if name in self.needed and name not in given
        ]

    @property
    def is_proposed(self) -> bool:
        """Whether it stands as it was proposed, where nothing was recognised."""
        return not self.told["read"] and not self.has_changed()

    @property
    def is_told(self) -> bool:
        """Whether a person said something about it that was not recognised."""
        if self.is_proposed:
            return self.cleaned_data["is_read"]
        return self.has_changed()

    @property
    def is_other_row(self) -> bool:
        return self.cleaned_data["is_read"] and (
            not self.told["read"] or "header" in self.changed_data
        )

    @property
    def is_remembered(self) -> bool:
        return self.told.get("told_by") == "remembered"

    def clean(self) -> dict:
        cleaned = super().clean()
        if cleaned.get("is_read") and cleaned.get("header") is None:
            self.add_error("header", _("Choose the row that has the column titles."))
        taken: dict[str, str] = {}
        for column, bound in self.columns():
            name = cleaned.get(bound.name)
            if not name:
                continue
            if name in taken:
                self.add_error(
                    bound.name,
                    _("“%(field)s” is already given by the column “%(column)s”.")
                    % {"field": self.labels.get(name, name), "column": taken[name]},
                )
            taken.setdefault(name, column["title"])
        return cleaned

    def correction(self, *, with_columns: bool) -> dict:
        """As `Corrections.from_json` reads it. Another row of titles has columns of its
        own, which are recognised first."""
        told = {
            "is_left_out": not self.cleaned_data["is_read"],
            "header": self.cleaned_data["header"],
        }
        is_same_row = "header" not in self.changed_data
        if with_columns and is_same_row and self.told.get("titles"):
            told["columns"] = self.chosen()
        return told
