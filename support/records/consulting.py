"""The record types: consulting cases, their sessions and fields."""

from django.utils.translation import gettext_lazy as _

from records.record_types import RecordType, register
from support import models
from support.records.titles import COUNTRY, OF_STARTUP

register(
    RecordType(
        model=models.ConsultingField,
        slug="fields",
        fields=("code", "name", "name_en", "aliases"),
        columns=("name", "name_en", "code", "aliases"),
        search=("code", "name", "name_en"),
        natural_key=("code",),
        is_code_list=True,
    )
)

register(
    RecordType(
        model=models.ConsultingCase,
        slug="cases",
        fields=(
            "startup",
            "fields",
            "title",
            "request",
            "countries",
            "channel",
            "officers",
            "opened_on",
            "status",
            "next_step",
            "next_on",
            "closed_on",
            "result",
            "satisfaction",
        ),
        columns=(
            "opened_on",
            "title",
            "startup",
            "fields",
            "countries",
            "channel",
            "officers",
            "minutes",
            "status",
        ),
        search=("title", "request", "startup__name"),
        filters=(
            "startup",
            "fields",
            "countries",
            "channel",
            "officers",
            "status",
            "opened_on",
        ),
        questions={"stale": _("Long without activity")},
        natural_key=("startup", "opened_on", "request"),
        day="opened_on",
        short=("startup", "title", "fields", "opened_on"),
        expected=("fields", "request", "officers"),
        headers=OF_STARTUP
        | {
            "fields": ("상담분야", "분야"),
            "request": ("상담내용", "주요 상담 내용", "내용", "문의내용"),
            "countries": COUNTRY,
            "channel": ("상담방법", "방법"),
            "officers": ("담당자", "담당", "상담자"),
            "opened_on": ("접수일", "상담일자", "상담일", "일자"),
            "status": ("처리결과", "결과", "진행상태"),
            "closed_on": ("완료일", "완료일자", "종료일"),
            "minutes": ("상담시간(분)", "상담시간", "소요시간"),
        },
        form="support.forms.ConsultingCaseForm",
    )
)

register(
    RecordType(
        model=models.Session,
        slug="sessions",
        fields=("case", "held_on", "minutes", "channel", "expert", "note"),
        columns=("held_on", "case", "minutes", "channel", "expert"),
        search=("expert", "note", "case__startup__name"),
        filters=(
            "case",
            "channel",
            "held_on",
            "case__startup",
            "case__fields",
            "case__countries",
        ),
        natural_key=("case", "held_on", "expert"),
        day="held_on",
        form="support.forms.SessionForm",
    )
)
