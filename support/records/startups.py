"""The record types: start-ups and the people and partners around them."""

from django.utils.translation import gettext_lazy as _

from records.duplicates import Likeness
from records.record_types import RecordType, register
from support import models
from support.company_names import FoundByName
from support.models.partners import PartnerQuerySet
from support.models.startups import StartupQuerySet
from support.records.titles import BUSINESS_NUMBER, COUNTRY, OF_STARTUP, STARTUP


def called_alike(found: type[FoundByName]) -> tuple[Likeness, ...]:
    """Told by the name in either language; by its beginning, weakly."""
    same, like = found.called, found.called_like
    in_english, beginning = _("the same name in English"), _("a name that begins alike")
    return (
        Likeness(field="name", reason=_("the same name"), find=same),
        Likeness(field="name_en", reason=in_english, find=same),
        Likeness(field="name", reason=beginning, find=like, is_weak=True),
    )


register(
    RecordType(
        model=models.Startup,
        slug="startups",
        fields=(
            "name",
            "name_en",
            "biz_reg_no",
            "corp_reg_no",
            "ceo_name",
            "founded_on",
            "sector",
            "size",
            "zone",
            "address",
            "website",
            "tags",
            "aliases",
        ),
        columns=("name", "name_en", "biz_reg_no", "ceo_name", "sector", "size", "zone"),
        search=("name", "name_en", "biz_reg_no", "aliases"),
        filters=("sector", "size", "zone", "tags"),
        natural_key=("biz_reg_no", "name_key"),
        short=("name", "name_en", "biz_reg_no", "ceo_name"),
        alike=(
            Likeness(
                field="biz_reg_no",
                reason=_("the same business number"),
                find=StartupQuerySet.numbered,
            ),
            *called_alike(StartupQuerySet),
        ),
        headers={
            "name": (*STARTUP, "법인명"),
            "biz_reg_no": BUSINESS_NUMBER,
            "ceo_name": ("대표", "대표자", "대표자명", "대표이사", "대표자성명"),
            "founded_on": ("설립일", "개업일", "설립일자", "창업일", "법인설립일"),
            "address": ("소재지", "본사주소", "간략주소", "사업장소재지"),
            "website": ("홈페이지", "홈페이지주소", "url"),
        },
    )
)

register(
    RecordType(
        model=models.Membership,
        slug="memberships",
        fields=("startup", "kind", "joined_on", "left_on", "graduated"),
        columns=("startup", "kind", "joined_on", "left_on", "graduated"),
        search=("startup__name",),
        filters=("startup", "kind", "graduated", "joined_on"),
        natural_key=("startup", "kind", "joined_on"),
        day="joined_on",
        headers=OF_STARTUP,
    )
)

register(
    RecordType(
        model=models.Contact,
        slug="contacts",
        fields=("startup", "name", "title", "email", "phone"),
        columns=("name", "startup", "title", "email", "phone"),
        search=("name", "startup__name"),
        filters=("startup",),
        natural_key=("startup", "name"),
        headers=OF_STARTUP | {"phone": ("연락처", "전화번호", "휴대폰")},
        masked=("email", "phone"),
    )
)

register(
    RecordType(
        model=models.Partner,
        slug="partners",
        fields=("name", "name_en", "kind", "country"),
        columns=("name", "name_en", "kind", "country"),
        search=("name", "name_en"),
        filters=("kind", "country"),
        natural_key=("name",),
        headers={"country": COUNTRY},
        short=("name", "name_en", "kind", "country"),
        alike=called_alike(PartnerQuerySet),
    )
)
