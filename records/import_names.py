"""`/imports/<pk>/names/`: what the names of a file are of, said by a person."""

from django.db import transaction
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from records.import_name_forms import NamesForm
from records.import_views import decided, may_import
from records.imports import Import
from records.refusals import Refusal
from records.tasks import try_import


@may_import
@require_POST
@transaction.atomic
def decide_names(request, pk):
    """Keep what was decided, and read the file again with it."""
    one = decided(request, pk)
    form = NamesForm(request.POST, one=one)
    if not form.is_valid():
        raise Refusal(_("Choose for each name one of what is proposed."))
    one.corrections = form.corrected()
    one.save(update_fields=("corrections",))
    one.begin(Import.State.READING)
    try_import.defer(pk=one.pk)
    return redirect(one)
