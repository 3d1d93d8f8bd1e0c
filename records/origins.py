"""From which file, sheet and row a record came."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from records import record_types
from records.history import Change
from records.imports import Import, ImportRow
from records.record_types import RecordType
from records.spreadsheets.report import ADDED, CHANGED

MOST = 5  # files that a page names
SAVED = (Import.State.DONE, Import.State.UNDOING, Import.State.UNDONE)


@dataclass(frozen=True)
class Origin:
    """A row that added or changed the record; `url` only for who may see the import."""

    file: str
    sheet: str
    row: int
    is_added: bool
    url: str = ""

    def __str__(self) -> str:
        row = _("row %d") % self.row
        return " · ".join((self.file, self.sheet, row))


def origins_of(
    record_type: RecordType, record: models.Model, user: User
) -> list[Origin]:
    """The rows of files that added or changed the record, the first ones first."""
    rows = ImportRow.objects.filter(
        type_slug=record_type.slug,
        record_pk=record.pk,
        outcome__in=(ADDED, CHANGED),
        one__state__in=SAVED,
    )
    found = rows.order_by("pk").values_list(
        "sheet", "row", "outcome", "one_id", "one__file_name", "one__centre_id"
    )
    may_import = sees_imports(user)
    origins = []
    for sheet, row, outcome, pk, file, centre in found[:MOST]:
        is_near = user.sees_all_centres or centre == user.centre_id
        url = reverse("import", args=(pk,)) if may_import and is_near else ""
        origins.append(Origin(file, sheet, row, outcome == ADDED, url))
    return origins


def visible_imports(changes: Iterable[Change], user: User) -> set[int]:
    """Those of the imports behind the changes whose page the user may see."""
    pks = {change.import_pk for change in changes} - {None}
    if not pks or not sees_imports(user):
        return set()
    found = Import.objects.visible_to(user).filter(pk__in=pks)
    return set(found.values_list("pk", flat=True))


def sees_imports(user: User) -> bool:
    """As on the pages of imports: whoever may enter records of some type."""
    return any(
        user.has_perm(record_type.permission("add"))
        for record_type in record_types.all_types()
    )
