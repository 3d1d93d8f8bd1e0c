"""The record types: outcomes abroad."""

from records.money import MONEY_FIELDS
from records.record_types import RecordType, register
from support import models
from support.records.titles import COUNTRY, OF_STARTUP

register(
    RecordType(
        model=models.OverseasFiling,
        slug="filings",
        fields=(
            "startup",
            "kind",
            "title",
            "office",
            "route",
            "application_no",
            "filed_on",
            "priority_no",
            "priority_on",
            "status",
            "published_on",
            "registered_on",
            "agent",
            "quantity",
        ),
        columns=(
            "filed_on",
            "title",
            "startup",
            "kind",
            "office",
            "route",
            "application_no",
            "status",
            "quantity",
        ),
        search=("title", "application_no", "startup__name"),
        filters=("startup", "kind", "office", "route", "status", "filed_on"),
        natural_key=("startup", "office", "application_no", "kind", "filed_on"),
        day="filed_on",
        headers=OF_STARTUP
        | {
            "office": (*COUNTRY, "출원국", "출원국가"),
            "application_no": ("출원번호",),
            "filed_on": ("출원일", "출원일자"),
            "quantity": ("건수",),
        },
    )
)

register(
    RecordType(
        model=models.FilingRule,
        slug="deadline-rules",
        fields=(
            "code",
            "name",
            "name_en",
            "event",
            "kind",
            "office",
            "months",
            "as_of",
            "source",
            "is_verified",
        ),
        columns=("name", "event", "kind", "office", "months", "as_of", "is_verified"),
        search=("code", "name", "name_en"),
        filters=("event", "kind", "office", "is_verified"),
        natural_key=("code",),
        is_code_list=True,
    )
)

register(
    RecordType(
        model=models.Contract,
        slug="contracts",
        fields=(
            "startup",
            "kind",
            "partner",
            "country",
            "title",
            "signed_on",
            "ends_on",
            *MONEY_FIELDS,
            "quantity",
        ),
        columns=(
            "signed_on",
            "title",
            "startup",
            "kind",
            "partner",
            "country",
            "amount_krw",
            "quantity",
        ),
        search=("title", "startup__name", "partner__name"),
        filters=("startup", "kind", "partner", "country", "signed_on"),
        natural_key=("startup", "partner", "signed_on", "title"),
        day="signed_on",
        headers=OF_STARTUP
        | {
            "country": COUNTRY,
            "signed_on": ("체결일", "계약일"),
            "quantity": ("건수",),
        },
    )
)

register(
    RecordType(
        model=models.Incorporation,
        slug="incorporations",
        fields=(
            "startup",
            "kind",
            "name",
            "country",
            "city",
            "established_on",
            "quantity",
        ),
        columns=(
            "established_on",
            "name",
            "startup",
            "kind",
            "country",
            "city",
            "quantity",
        ),
        search=("name", "city", "startup__name"),
        filters=("startup", "kind", "country", "established_on"),
        natural_key=("startup", "country", "established_on", "name"),
        day="established_on",
        headers=OF_STARTUP
        | {
            "country": COUNTRY,
            "established_on": ("설립일", "설립일자"),
            "quantity": ("건수",),
        },
    )
)

register(
    RecordType(
        model=models.InvestmentLink,
        slug="investments",
        fields=(
            "startup",
            "partners",
            "round",
            "introduced_on",
            "paid_on",
            *MONEY_FIELDS,
            "quantity",
        ),
        columns=(
            "paid_on",
            "startup",
            "partners",
            "round",
            "currency",
            "amount",
            "amount_krw",
            "quantity",
        ),
        search=("startup__name",),
        filters=("startup", "partners", "round", "currency", "paid_on"),
        natural_key=("startup", "round", "paid_on"),
        day="paid_on",
        headers=OF_STARTUP
        | {
            "paid_on": ("납입일", "투자일"),
            "amount": ("투자금액", "금액", "투자액"),
            "quantity": ("건수",),
        },
    )
)
