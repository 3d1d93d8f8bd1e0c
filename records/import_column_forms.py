"""The form by which sheets and columns of a file are put right."""

from collections.abc import Iterator

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from records.forms import dress
from records.import_forms import types_for
from records.imports import Import
from records.record_types import AUTO
from records.spreadsheets.options import options_of


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
