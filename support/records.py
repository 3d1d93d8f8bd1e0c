"""The record types of start-up support."""

from records.money import MONEY_FIELDS
from records.record_types import RecordType, register
from support import models

BUSINESS_NUMBER = ("사업자등록번호", "사업자번호", "business number")
STARTUP = ("기업", "업체명", "회사명", "기업명", "업체", "상호")
# The columns of a file that say which start-up a row is of.
OF_STARTUP = {"startup": STARTUP, "startup__biz_reg_no": BUSINESS_NUMBER}
COUNTRY = ("국가", "대상국가", "나라", "진출국가", "대상국")

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
        ),
        columns=("name", "name_en", "biz_reg_no", "ceo_name", "sector", "size", "zone"),
        search=("name", "name_en", "biz_reg_no"),
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
        natural_key=("startup", "opened_on", "request"),
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
        filters=("case", "channel", "held_on", "case__fields", "case__countries"),
        natural_key=("case", "held_on", "expert"),
        form="support.forms.SessionForm",
    )
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
        headers=OF_STARTUP
        | {
            "paid_on": ("납입일", "투자일"),
            "amount": ("투자금액", "금액", "투자액"),
            "quantity": ("건수",),
        },
    )
)

register(
    RecordType(
        model=models.Programme,
        slug="programmes",
        fields=("name", "year", "starts_on", "ends_on", "budget_krw"),
        columns=("year", "name", "starts_on", "ends_on", "budget_krw"),
        search=("name",),
        filters=("year",),
        natural_key=("name", "year"),
    )
)

register(
    RecordType(
        model=models.Participation,
        slug="participations",
        fields=("programme", "startup", "selected_on", "grant_krw"),
        columns=("selected_on", "startup", "programme", "grant_krw"),
        search=("startup__name", "programme__name"),
        filters=("programme", "startup", "selected_on"),
        natural_key=("programme", "startup"),
        headers=OF_STARTUP,
    )
)

register(
    RecordType(
        model=models.TenantReturn,
        slug="tenant-returns",
        fields=(
            "startup",
            "year",
            "zone",
            "sector",
            "size",
            "revenue_krw",
            "employees",
            "female",
            "rnd",
            "hired",
        ),
        columns=(
            "year",
            "startup",
            "zone",
            "sector",
            "size",
            "revenue_krw",
            "employees",
        ),
        search=("startup__name",),
        filters=("startup", "year", "zone", "sector", "size"),
        natural_key=("startup", "year"),
        headers=OF_STARTUP,
    )
)
