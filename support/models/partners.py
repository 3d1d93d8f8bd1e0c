"""Partners abroad: whom start-ups and centres deal with."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from records.fields import CountryField
from records.models import Record, keep_history
from records.querysets import KeptManager, RecordQuerySet
from records.search import key_over
from records.sorting import sorted_by
from support.company_names import FoundByName, name_key


class PartnerQuerySet(FoundByName, RecordQuerySet):
    def named(self, text: str) -> Self:
        by_reference = super().named(text)
        if by_reference.exists():
            return by_reference
        return self.filter(Q(name=text) | Q(name_en__iexact=text))


@keep_history
class Partner(Record):
    """해외 파트너: an organisation abroad that start-ups or the centre deal with."""

    class Kind(models.TextChoices):
        INVESTOR = "investor", _("Investor")
        COMPANY = "company", _("Company")
        AGENCY = "agency", _("Agency")
        GOVERNMENT = "government", _("Government")
        LOCAL_GOVERNMENT = "local-government", _("Local government")
        UNIVERSITY = "university", _("University")
        ACCELERATOR = "accelerator", _("Accelerator")
        INTERNATIONAL = "international", _("International organisation")
        OTHER = "other", pgettext_lazy("kind", "Other")

    name = models.CharField(pgettext_lazy("partner", "name"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)
    kind = models.CharField(
        _("kind"), max_length=20, choices=Kind.choices, default=Kind.COMPANY
    )
    country = CountryField(_("country"), blank=True)
    search_key = key_over("name", "name_en", names=(name_key(F("name")),))

    objects = KeptManager.from_queryset(PartnerQuerySet)()

    class Meta(Record.Meta):
        verbose_name = _("overseas partner")
        verbose_name_plural = _("overseas partners")
        indexes = (
            *Record.Meta.indexes,
            models.Index(name_key("name"), name="support_partner_by_key"),
            models.Index(name_key("name_en"), name="support_partner_by_english"),
            *sorted_by("name", name="support_partner"),
        )

    def __str__(self) -> str:
        return self.name
