"""The form by which a file is brought in."""

from pathlib import PurePath

from django import forms
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.models import Centre, User
from records import record_types
from records.forms import dress
from records.imports import Import
from records.record_types import AUTO
from records.spreadsheets.reading import LARGEST_FILE, MEGABYTE
from records.text import tidy


class ImportForm(forms.Form):
    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "A workbook (.xlsx, .xls, .ods) or a CSV (UTF-8 or CP949) of at most "
            "%(most)d MB."
        )
        % {"most": LARGEST_FILE // MEGABYTE},
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.xls,.ods,.csv"}),
    )
    type_slug = forms.ChoiceField(label=_("What it holds"), initial=AUTO)
    centre = forms.ModelChoiceField(
        Centre.objects.all(),
        to_field_name="code",
        required=False,
        label=_("Centre"),
        help_text=_("Whose records they are, unless a column says it."),
    )

    def __init__(self, *args, user: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["type_slug"].choices = [
            (AUTO, _("told from the column titles")),
            *((t.slug, capfirst(t.label_plural)) for t in types_for(user)),
        ]
        if not user.sees_all_centres:
            del self.fields["centre"]
        dress(self)

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            raise forms.ValidationError(
                _("“%(file)s” has %(size)d MB; at most %(most)d MB are read."),
                params={
                    "file": file.name,
                    "size": file.size // MEGABYTE,
                    "most": LARGEST_FILE // MEGABYTE,
                },
            )
        return file

    def save(self) -> Import:
        file = self.cleaned_data["file"]
        return Import.objects.create(
            user=self.user,
            centre=self.cleaned_data.get("centre") or self.user.centre,
            type_slug=self.cleaned_data["type_slug"],
            file_name=PurePath(tidy(file.name)).name[-255:],
            content=file.read(),
            language=get_language(),
        )


def types_for(user: User) -> list[record_types.RecordType]:
    """The types of which this user may bring records in."""
    return [
        record_type
        for record_type in record_types.all_types()
        if user.has_perm(record_type.permission("add"))
    ]
