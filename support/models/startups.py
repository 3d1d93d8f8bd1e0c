"""Start-ups, shared by all centres: one company, one row."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Self

from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q, Value
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from records.fields import TextsField
from records.known_names import Known
from records.models import Record, keep_history
from records.querysets import KeptManager, SharedQuerySet
from records.search import Several, key_over
from records.sorting import sorted_by
from records.written_values import is_unsure
from support.company_names import AliasKeys, FoundByName, name_key
from support.registration import (
    BusinessNumberField,
    CorporateNumberField,
    business_number,
)

DIGITS = re.compile(r"\d{10}")
HANGUL = re.compile("[가-힣]")
LETTER = re.compile(r"[^\W\d_]")


class StartupQuerySet(FoundByName, SharedQuerySet):
    key = F("name_key")

    def named(self, text: str) -> Self:
        """By business number, else by reference, else by name without legal form, its
        present one or another that it is known by."""
        if DIGITS.fullmatch(text):
            text = f"{text[:3]}-{text[3:5]}-{text[5:]}"
            return self.identified_by(biz_reg_no=text)
        by_number = self.filter(Q(biz_reg_no=text) | Q(reference=text))
        if by_number.exists():
            return by_number
        key = name_key(Value(text))
        return self.alias(alias_keys=AliasKeys("aliases")).filter(
            Q(name_key=key)
            | Q(name_en__iexact=text)
            | ~Q(aliases=[]) & Q(alias_keys__contains=[key])
        )

    def identified_by(self, **details: str) -> Self:
        """By the business number, the company's own or one of those merged into it."""
        return self.filter(Q(**details) | Q(aliases__contains=list(details.values())))

    def numbered(self, text: str) -> Self:
        """With this business number, however it is typed."""
        try:
            return self.filter(biz_reg_no=business_number(text))
        except ValidationError:
            return self.none()

    def from_name(self, name: str, details: Mapping[str, str]) -> dict | None:
        """A row may bring in a start-up by its name; a foreign spelling alone
        is flagged, for it may be of one that is there under its Korean name."""
        letters = self.as_compared([name])[name]
        if is_unsure(letters) or not LETTER.search(letters):
            return None
        return {"name": name, **details}

    def is_name_doubtful(self, name: str) -> bool:
        """Whether a name alone does not tell that no other record is meant."""
        return not HANGUL.search(name)

    def known_names(self) -> Iterator[Known]:
        """Names as compared, former ones too; business numbers, of merged ones too."""
        keys = name_key(F("name_en")), AliasKeys("aliases")
        rows = self.order_by("pk").values_list(
            "pk", "name", "name_key", *keys, "aliases", "biz_reg_no"
        )
        for pk, label, own, english, others, aliases, number in rows.iterator():
            yield Known(pk, label, (own, english, *others), (number, *aliases))

    def supported_in(self, period, centre=None) -> Self:
        """지원기업: with a consulting case opened in the period and not cancelled."""
        from support.models.consulting import ConsultingCase

        cases = ConsultingCase.objects.opened_in(period)
        if centre is not None:
            cases = cases.filter(centre=centre)
        # Distinct, or else the planner walks the cases of every start-up of all years.
        return self.filter(pk__in=cases.order_by().values("startup").distinct())


@keep_history
class Startup(Record):
    """기업: one company, one row, whichever centre registered it."""

    class Sector(models.TextChoices):
        IT = "IT", "IT"
        BT = "BT", "BT"
        CT = "CT", "CT"
        NT = "NT", "NT"
        OTHER = "OTHER", pgettext_lazy("sector", "Other")

    class Size(models.TextChoices):
        LARGE = "large", _("Large")
        MID = "mid", _("Mid-sized")
        SME = "sme", _("SME")

    class Zone(models.TextChoices):
        PANGYO_1 = "pangyo-1", _("Pangyo 1")
        PANGYO_2 = "pangyo-2", _("Pangyo 2")
        OTHER = "other", pgettext_lazy("zone", "Other")

    name = models.CharField(pgettext_lazy("start-up", "name"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)
    biz_reg_no = BusinessNumberField(
        _("business number"),
        max_length=20,
        blank=True,
        help_text=_("NNN-NN-NNNNN; empty before the company is founded."),
    )
    corp_reg_no = CorporateNumberField(_("corporate number"), max_length=20, blank=True)
    ceo_name = models.CharField(_("chief executive"), max_length=100, blank=True)
    founded_on = models.DateField(_("founded on"), null=True, blank=True)
    sector = models.CharField(
        _("sector"), max_length=10, choices=Sector.choices, blank=True
    )
    size = models.CharField(
        _("company size"), max_length=10, choices=Size.choices, blank=True
    )
    zone = models.CharField(_("zone"), max_length=10, choices=Zone.choices, blank=True)
    address = models.CharField(_("address"), max_length=300, blank=True)
    website = models.URLField(_("website"), blank=True)
    tags = TextsField(verbose_name=_("tags"))
    aliases = TextsField(
        verbose_name=_("other names"),
        help_text=_("Former names and numbers by which it is found as well."),
    )
    name_key = models.GeneratedField(
        expression=name_key(F("name")),
        output_field=models.TextField(),
        db_persist=True,
        verbose_name=_("name as compared"),
    )
    search_key = key_over(
        "name",
        "name_en",
        names=(name_key.expression, Several(F("aliases"))),
        numbers=("biz_reg_no",),
    )

    objects = KeptManager.from_queryset(StartupQuerySet)()

    class Meta(Record.Meta):
        verbose_name = _("start-up")
        verbose_name_plural = _("start-ups")
        permissions = (("merge_startup", "Can merge start-ups"),)
        constraints = (
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=("biz_reg_no",),
                condition=~Q(biz_reg_no="") & Q(deleted_at__isnull=True),
                name="support_startup_business_number_is_unique",
                violation_error_message=_(
                    "A start-up with this business number is there already."
                ),
            ),
            models.CheckConstraint(
                condition=Q(biz_reg_no="")
                | Q(biz_reg_no__regex=r"^\d{3}-\d{2}-\d{5}$"),
                name="support_startup_business_number_has_its_form",
                violation_error_message=_("A business number is written NNN-NN-NNNNN."),
            ),
        )
        indexes = (
            *Record.Meta.indexes,
            models.Index(fields=("name_key",), name="support_startup_by_name_key"),
            models.Index(
                fields=("name_key",),
                opclasses=("text_pattern_ops",),
                name="support_startup_by_beginning",
            ),
            models.Index(name_key("name_en"), name="support_startup_by_english"),
            *sorted_by("name", name="support_startup_name"),
            GinIndex(fields=("aliases",), name="support_startup_by_alias"),
        )

    def __str__(self) -> str:
        return self.name

    def restore(self) -> None:
        """Undo `remove`. Raises ValidationError also for one that was merged: it comes
        back with all that was its own when the merge is undone."""
        if self.merged_into.in_force().exists():
            raise ValidationError(
                _("This start-up was merged into another one; undo the merge instead.")
            )
        super().restore()

    def age_on(self, day: date) -> int | None:
        """Whole years since it was founded, where that day is known and past."""
        if self.founded_on is None or self.founded_on > day:
            return None
        has_birthday = (day.month, day.day) >= (
            self.founded_on.month,
            self.founded_on.day,
        )
        return day.year - self.founded_on.year - (not has_birthday)

    @property
    def told_apart_by(self) -> str:
        return " · ".join(filter(None, (self.name_en, self.biz_reg_no)))
