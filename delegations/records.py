"""The record types of visits and agreements."""

from delegations import models
from records.record_types import RecordType, register
from support.records.titles import (
    COUNTRY,
    DAY_OF_OUTCOME,
    OTHER_PARTY,
    WHAT_CAME,
)

register(
    RecordType(
        model=models.Visit,
        slug="visits",
        fields=(
            "title",
            "countries",
            "organisations",
            "kind",
            "visit_class",
            "lead_name",
            "lead_title",
            "starts_on",
            "ends_on",
            "planned",
            "headcount",
            "status",
            "purpose",
            "startups",
        ),
        columns=(
            "starts_on",
            "title",
            "countries",
            "organisations",
            "visit_class",
            "lead_name",
            "headcount",
            "status",
        ),
        search=("title", "lead_name", "purpose"),
        filters=("countries", "kind", "visit_class", "status", "starts_on", "startups"),
        natural_key=("starts_on", "title", "lead_name", "organisations"),
        day="starts_on",
        short=("title", "countries", "organisations", "starts_on"),
        headers={
            "countries": COUNTRY,
            "organisations": ("기관", "기관명", "방문기관", "소속"),
            "visit_class": ("의전격", "구분"),
            "lead_name": ("방문자", "단장", "수석대표"),
            "starts_on": ("방문시작일", "방문일", "방문일자", "일자"),
            "ends_on": ("방문종료일",),
            "headcount": ("인원", "방문인원", "실제인원"),
            "purpose": ("방문목적", "방문내용", "목적"),
            "external_id": ("원본ID",),
        },
    )
)

register(
    RecordType(
        model=models.MOU,
        slug="mous",
        fields=(
            "partner",
            "country",
            "kind",
            "title",
            "signed_on",
            "expires_on",
            "terminated_on",
            "visit",
            "status",
            "quantity",
        ),
        columns=(
            "signed_on",
            "title",
            "partner",
            "country",
            "kind",
            "expires_on",
            "status",
            "quantity",
        ),
        search=("title", "partner__name", "partner__name_en"),
        filters=("partner", "country", "kind", "status", "signed_on", "visit"),
        natural_key=("partner", "signed_on", "title"),
        day="signed_on",
        short=("partner", "title", "kind", "signed_on"),
        headers={
            "country": COUNTRY,
            "partner": ("협력기관", "상대기관"),
            "signed_on": ("체결일",),
            "quantity": ("건수",),
        },
        ledger_words={
            "MOU": {"kind": "mou"},
            "업무협약": {"kind": "mou"},
            "LOI": {"kind": "loi"},
            "MOA": {"kind": "moa"},
        },
        ledger_headers={
            "signed_on": DAY_OF_OUTCOME,
            "title": WHAT_CAME,
            "partner": OTHER_PARTY,
        },
    )
)

register(
    RecordType(
        model=models.Agency,
        slug="agencies",
        fields=("partner", "country", "stage", "target_on", "opened_on", "closed_on"),
        columns=("partner", "country", "stage", "target_on", "opened_on", "closed_on"),
        search=("partner__name", "partner__name_en"),
        filters=("partner", "country", "stage", "opened_on"),
        natural_key=("partner", "country"),
        day="opened_on",
        headers={"country": COUNTRY, "partner": ("기관", "기관명")},
    )
)

register(
    RecordType(
        model=models.FollowUp,
        slug="follow-ups",
        fields=("title", "visit", "mou", "owner", "due_on", "done_on"),
        columns=("title", "visit", "mou", "owner", "due_on", "done_on"),
        search=("title",),
        filters=("visit", "mou", "owner", "due_on", "done_on"),
        natural_key=("title", "visit", "mou", "due_on"),
        day="due_on",
    )
)
