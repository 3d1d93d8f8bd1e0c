"""The files brought in so far, the latest first, page by page."""

from functools import cached_property

from django.db import models
from django.db.models import F
from django.http import QueryDict

from records.import_row_pages import Page, place, turned
from records.imports import Import

PAGE_SIZE = 20


class ImportList:
    """Raises Refusal for a place that cannot be read."""

    def __init__(self, imports: models.QuerySet[Import], params: QueryDict) -> None:
        listed = imports.defer("content", "effects", "corrections", "report")
        self.imports = listed.annotate(counted=F("report__counts"))
        self.after = place(params.get("after"))
        self.before = place(params.get("before"))

    @cached_property
    def page(self) -> Page:
        shown = self.imports.select_related("user", "centre", "undone_by")
        return turned(shown, self.after, self.before, size=PAGE_SIZE, is_falling=True)
