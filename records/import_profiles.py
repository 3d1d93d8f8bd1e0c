"""What a centre put right about the columns of its files, known by their titles."""

from collections.abc import Iterable

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Centre
from records.imports import Import
from records.record_types import AUTO
from records.spreadsheets.corrections import Remembered


class ImportProfile(models.Model):
    """The fields of the columns under certain titles, whatever their order; `columns`
    are pairs of a folded title and its field, "" for one that stays out. `signature` is
    `corrected.signature` of the titles."""

    centre = models.ForeignKey(
        Centre,
        models.CASCADE,
        verbose_name=_("centre"),
        related_name="import_profiles",
        null=True,
    )
    type_slug = models.CharField(_("record type"), max_length=40)
    signature = models.CharField(max_length=64)
    columns = models.JSONField()
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("user"),
        related_name="import_profiles",
        null=True,
    )
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("remembered columns")
        verbose_name_plural = _("remembered columns")
        constraints = (
            models.UniqueConstraint(
                fields=("centre", "type_slug", "signature"),
                name="records_importprofile_once",
                nulls_distinct=False,
            ),
        )

    def __str__(self) -> str:
        return f"{self.centre} {self.type_slug}"


def profiles_of(one: Import) -> models.QuerySet[ImportProfile]:
    """What its centre remembers for a file's type; of every type while that is to be
    told."""
    profiles = ImportProfile.objects.filter(centre=one.centre).order_by("updated_at")
    return (
        profiles if one.type_slug == AUTO else profiles.filter(type_slug=one.type_slug)
    )


def remembered_for(one: Import) -> Remembered:
    return {
        (profile.type_slug, profile.signature): [
            tuple(pair) for pair in profile.columns
        ]
        for profile in profiles_of(one)
    }


def remember(one: Import, sheets: Iterable[dict]) -> None:
    """Keep what a person put right about the columns of these sheets of a report."""
    for sheet in sheets:
        if sheet.get("told_by") != "corrected":
            continue
        ImportProfile.objects.update_or_create(
            centre=one.centre,
            type_slug=one.report["type"],
            signature=sheet["signature"],
            defaults={
                "user": one.user,
                "columns": [[c["folded"], c["field"]] for c in sheet["titles"]],
            },
        )


def forget(one: Import, sheet: dict) -> None:
    profiles_of(one).filter(signature=sheet["signature"]).delete()
