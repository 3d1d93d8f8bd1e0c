"""The record types: outcomes abroad."""

from records.money import MONEY_FIELDS
from records.record_types import RecordType, register
from support import models
from support.records.titles import (
    COUNTRY,
    DAY_OF_OUTCOME,
    OF_STARTUP,
    OTHER_PARTY,
    WHAT_CAME,
)

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
        ledger_words={
            "특허": {"kind": "patent"},
            "특허출원": {"kind": "patent"},
            "해외특허": {"kind": "patent"},
            "PCT": {"kind": "patent", "route": "pct"},
            "PCT출원": {"kind": "patent", "route": "pct"},
            "실용신안": {"kind": "utility-model"},
            "상표": {"kind": "trademark"},
            "상표출원": {"kind": "trademark"},
            "해외상표": {"kind": "trademark"},
            "디자인": {"kind": "design"},
            "디자인출원": {"kind": "design"},
        },
        ledger_headers={"filed_on": DAY_OF_OUTCOME, "title": WHAT_CAME},
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
        ledger_words={
            "계약": {"kind": "contract"},
            "계약체결": {"kind": "contract"},
            "해외계약": {"kind": "contract"},
            "수출계약": {"kind": "contract"},
            "제휴": {"kind": "partnership"},
            "해외제휴": {"kind": "partnership"},
            "업무제휴": {"kind": "partnership"},
            "MOU": {"kind": "partnership"},
            "업무협약": {"kind": "partnership"},
        },
        ledger_headers={
            "signed_on": DAY_OF_OUTCOME,
            "title": WHAT_CAME,
            "partner": OTHER_PARTY,
            "amount": ("금액", "계약금액"),
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
        ledger_words={
            "법인": {"kind": "subsidiary"},
            "법인설립": {"kind": "subsidiary"},
            "해외법인": {"kind": "subsidiary"},
            "해외법인설립": {"kind": "subsidiary"},
            "지사": {"kind": "branch"},
            "지사설립": {"kind": "branch"},
            "지점": {"kind": "branch"},
            "연락사무소": {"kind": "liaison"},
            "합작법인": {"kind": "joint-venture"},
        },
        ledger_headers={"established_on": DAY_OF_OUTCOME, "name": WHAT_CAME},
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
        ledger_words={"투자": {}, "투자유치": {}, "투자유치연계": {}, "투자연계": {}},
        ledger_headers={
            "paid_on": DAY_OF_OUTCOME,
            "notes": WHAT_CAME,
            "partners": OTHER_PARTY,
        },
    )
)
