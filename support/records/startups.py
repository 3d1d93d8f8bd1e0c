"""The record types: start-ups and the people and partners around them."""

from records.record_types import RecordType, register
from support import models
from support.records.titles import BUSINESS_NUMBER, COUNTRY, OF_STARTUP, STARTUP

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
        headers={
            "name": STARTUP,
            "biz_reg_no": BUSINESS_NUMBER,
            "ceo_name": ("대표", "대표자", "대표자명"),
            "founded_on": ("설립일", "개업일"),
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
    )
)
