"""What a test needs of every record type: how one is made, and what a clerk enters.

A new type needs its line in SAMPLES, and all that is common is tested for it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.db import models
from django.test import Client

from accounts.models import Centre, User
from records import record_types
from records.forms import form_class
from records.record_types import RecordType
from tests import makers

TYPES = tuple(record_types.all_types())
RECORD_TYPES = tuple(kind for kind in TYPES if not kind.is_code_list)
SHARED = frozenset({"startups"})
OWN_TYPES = tuple(kind for kind in RECORD_TYPES if kind.slug not in SHARED)


def slug_of(record_type: RecordType) -> str:
    return record_type.slug


each_type = pytest.mark.parametrize("kind", TYPES, ids=slug_of)
each_record_type = pytest.mark.parametrize("kind", RECORD_TYPES, ids=slug_of)
each_own_type = pytest.mark.parametrize("kind", OWN_TYPES, ids=slug_of)


@dataclass(frozen=True)
class Sample:
    """`make` makes a record; `entry` says what is entered for one of a centre: every
    declared field, as the API writes it. `needed` are the fields that a rule asks for
    and the form does not."""

    make: Callable[..., models.Model]
    entry: Callable[[Centre], dict]
    needed: tuple[str, ...] = ()


MONEY = {
    "amount": "1500000.50",
    "currency": "USD",
    "fx_rate": "1113.500000",
    "fx_on": "2018-03-05",
    "fx_source": "서울외국환중개",
}

SAMPLES = {
    "startups": Sample(
        makers.make_startup,
        lambda centre: {
            "name": "한빛소프트",
            "name_en": "Hanbit Soft",
            "biz_reg_no": "124-81-00998",
            "corp_reg_no": "130111-0006246",
            "ceo_name": "김하늘",
            "founded_on": "2015-04-01",
            "sector": "IT",
            "size": "sme",
            "zone": "pangyo-1",
            "address": "경기도 성남시 분당구 대왕판교로 660",
            "website": "https://example.org/",
            "tags": ["ai", "saas"],
            "aliases": ["한빛시스템", "124-81-00999"],
        },
    ),
    "memberships": Sample(
        makers.make_membership,
        lambda centre: {
            "startup": makers.make_startup(centre=centre).pk,
            "kind": "resident",
            "joined_on": "2017-01-01",
            "left_on": "2018-12-31",
            "graduated": True,
        },
    ),
    "contacts": Sample(
        makers.make_contact,
        lambda centre: {
            "startup": makers.make_startup(centre=centre).pk,
            "name": "홍길동",
            "title": "대표",
            "email": "hong@example.org",
            "phone": "010-1234-5678",
        },
    ),
    "partners": Sample(
        makers.make_partner,
        lambda centre: {
            "name": "DEPA",
            "name_en": "Digital Economy Promotion Agency",
            "kind": "agency",
            "country": "TH",
        },
    ),
    "fields": Sample(
        lambda **fields: makers.make_field(f"field-{next(makers.numbers)}", **fields),
        lambda centre: {
            "code": "tax",
            "name": "세무 상담",
            "name_en": "Tax",
            "aliases": ["세금", "부가세"],
        },
    ),
    "cases": Sample(
        makers.make_case,
        lambda centre: {
            "startup": makers.make_startup(centre=centre).pk,
            "fields": [makers.make_field().code],
            "title": "베트남 법인 설립",
            "request": "현지 법인 설립 절차 문의",
            "countries": ["VN", "TH"],
            "channel": "video",
            "officers": [makers.make_user(centre=centre).pk],
            "opened_on": "2018-03-05",
            "status": "closed",
            "next_step": "계약서 초안 송부",
            "next_on": "2018-03-12",
            "closed_on": "2018-03-20",
            "result": "안내 완료",
            "satisfaction": 5,
        },
    ),
    "sessions": Sample(
        makers.make_session,
        lambda centre: {
            "case": makers.make_case(centre=centre).pk,
            "held_on": "2018-03-06",
            "minutes": 50,
            "channel": "phone",
            "expert": "이변호사",
            "note": "후속 자료 송부",
        },
    ),
    "filings": Sample(
        makers.make_filing,
        lambda centre: {
            "startup": makers.make_startup(centre=centre).pk,
            "kind": "patent",
            "title": "영상 처리 장치",
            "office": "EP",
            "route": "pct",
            "application_no": "EP18000001",
            "filed_on": "2018-03-05",
            "priority_no": "10-2017-0030001",
            "priority_on": "2017-03-09",
            "status": "registered",
            "published_on": "2018-09-10",
            "registered_on": "2020-01-15",
            "agent": "특허법인 가나",
            "quantity": 2,
        },
        needed=("filed_on",),
    ),
    "deadline-rules": Sample(
        makers.make_filing_rule,
        lambda centre: {
            "code": "pct-tw",
            "name": "PCT 국내단계 진입(TW)",
            "name_en": "PCT national phase (TW)",
            "event": "national-phase",
            "kind": "patent",
            "office": "TW",
            "months": 30,
            "as_of": "2026-01-01",
            "source": "관청의 안내",
            "is_verified": True,
        },
    ),
    "contracts": Sample(
        makers.make_contract,
        lambda centre: {
            "startup": makers.make_startup(centre=centre).pk,
            "kind": "partnership",
            "partner": makers.make_partner(centre=centre).pk,
            "country": "VN",
            "title": "판매 제휴",
            "signed_on": "2018-03-05",
            "ends_on": "2020-03-04",
            **MONEY,
            "quantity": 1,
        },
    ),
    "incorporations": Sample(
        makers.make_incorporation,
        lambda centre: {
            "startup": makers.make_startup(centre=centre).pk,
            "kind": "joint-venture",
            "name": "Hanbit Singapore Pte. Ltd.",
            "country": "SG",
            "city": "Singapore",
            "established_on": "2018-03-05",
            "quantity": 1,
        },
    ),
    "investments": Sample(
        makers.make_investment,
        lambda centre: {
            "startup": makers.make_startup(centre=centre).pk,
            "partners": [makers.make_partner(centre=centre).pk],
            "round": "pre-a",
            "introduced_on": "2017-11-01",
            "paid_on": "2018-03-05",
            **MONEY,
            "quantity": 1,
        },
    ),
    "programmes": Sample(
        makers.make_programme,
        lambda centre: {
            "name": "글로벌 액셀러레이팅",
            "year": 2018,
            "starts_on": "2018-02-01",
            "ends_on": "2018-11-30",
            "budget_krw": 1_200_000_000,
        },
    ),
    "participations": Sample(
        makers.make_participation,
        lambda centre: {
            "programme": makers.make_programme(centre=centre).pk,
            "startup": makers.make_startup(centre=centre).pk,
            "selected_on": "2018-02-15",
            "grant_krw": 30_000_000,
        },
    ),
    "tenant-returns": Sample(
        makers.make_tenant_return,
        lambda centre: {
            "startup": makers.make_startup(centre=centre).pk,
            "year": 2018,
            "zone": "pangyo-2",
            "sector": "BT",
            "size": "mid",
            "revenue_krw": 54_001_600_000,
            "employees": 120,
            "female": 50,
            "rnd": 70,
            "hired": 12,
        },
    ),
    "visits": Sample(
        makers.make_visit,
        lambda centre: {
            "title": "에스토니아 대통령 방문",
            "countries": ["EE"],
            "organisations": ["대통령실", "e-Estonia"],
            "kind": "government",
            "visit_class": "state",
            "lead_name": "Kersti Kaljulaid",
            "lead_title": "대통령",
            "starts_on": "2018-02-08",
            "ends_on": "2018-02-09",
            "planned": 30,
            "headcount": 42,
            "status": "done",
            "purpose": "창업 정책 교류",
            "startups": [makers.make_startup(centre=centre).pk],
        },
    ),
    "mous": Sample(
        makers.make_mou,
        lambda centre: {
            "partner": makers.make_partner(centre=centre).pk,
            "country": "TH",
            "kind": "loi",
            "title": "연착륙 센터 협력",
            "signed_on": "2017-04-27",
            "expires_on": "2020-04-26",
            "terminated_on": "2019-01-31",
            "visit": makers.make_visit(centre=centre).pk,
            "status": "terminated",
            "quantity": 1,
        },
        needed=("signed_on",),
    ),
    "agencies": Sample(
        makers.make_agency,
        lambda centre: {
            "partner": makers.make_partner(centre=centre).pk,
            "country": "TH",
            "stage": "withdrawn",
            "target_on": "2018-01-31",
            "opened_on": "2018-03-05",
            "closed_on": "2019-12-31",
        },
    ),
    "follow-ups": Sample(
        makers.make_follow_up,
        lambda centre: {
            "title": "자료 송부",
            "visit": makers.make_visit(centre=centre).pk,
            "mou": makers.make_mou(centre=centre).pk,
            "owner": makers.make_user(centre=centre).pk,
            "due_on": "2018-04-01",
            "done_on": "2018-03-20",
        },
        needed=("visit",),
    ),
}


def make_one(kind: RecordType, centre: Centre | None = None, **fields) -> models.Model:
    """A record of the type, of a centre (b2g), as the database has it."""
    if not kind.is_code_list:
        fields["centre"] = centre or makers.make_centre()
    elif "name" not in fields:
        fields["name"] = f"분야 {next(makers.numbers)}"
    record = SAMPLES[kind.slug].make(**fields)
    record.refresh_from_db()
    return record


def entry(kind: RecordType, centre: Centre | None = None) -> dict:
    """What a clerk enters, every field of it."""
    common = {} if kind.is_code_list else {"external_id": "옛-17", "notes": "비고"}
    return SAMPLES[kind.slug].entry(centre or makers.make_centre()) | common


def least_entry(kind: RecordType, centre: Centre | None = None) -> dict:
    """Only the fields that a new record cannot do without."""
    return {
        name: value
        for name, value in entry(kind, centre).items()
        if name in SAMPLES[kind.slug].needed or is_needed(kind.field(name))
    }


def is_needed(field: models.Field) -> bool:
    return not field.blank and not field.has_default()


def as_form(data: dict) -> dict:
    """The entry as a page's form sends it."""
    sent = {}
    for name, value in data.items():
        if value is True:
            sent[name] = "on"
        elif name in ("countries", "fields"):
            sent[name] = value
        elif isinstance(value, list):
            sent[name] = "; ".join(map(str, value))
        elif value not in (None, False):
            sent[name] = str(value)
    return sent


def change_of(kind: RecordType) -> dict:
    """A small change that every record of the type can stand."""
    if "aliases" in kind.all_fields:
        return {"aliases": ["다른 말"]}
    return {"name_en": "Another"} if kind.is_code_list else {"notes": "고쳐 적음"}


def fill_in(kind: RecordType, number: int, **fields) -> None:
    """Enter a record with every field filled and every link made, and copies of it."""
    user = makers.make_user("admin", makers.make_centre())
    data = as_form(entry(kind) | unlike_others(kind) | fields)
    form = form_class(kind)(data, user=user)
    assert form.is_valid(), form.errors
    record = form.save()
    for _time in range(number - 1):
        copy(record, **unlike_others(kind))


def copy(record: models.Model, **changed) -> None:
    links = {
        field.name: list(getattr(record, field.name).all())
        for field in record._meta.many_to_many
    }
    record = type(record).objects.get(pk=record.pk)
    record.pk, record.reference, record._state.adding = None, "", True
    for name, value in changed.items():
        setattr(record, name, value)
    record.save()
    for name, others in links.items():
        getattr(record, name).set(others)


def unlike_others(kind: RecordType) -> dict:
    """Values for what may stand in one record only."""
    number = next(makers.numbers)
    changed = {
        "external_id": "",
        "biz_reg_no": "",
        "application_no": f"no-{number}",
        "code": f"code-{number}",
        "joined_on": date(1990, 1, 1) + timedelta(days=number),
        "left_on": None,
        "graduated": False,
    }
    if kind.slug == "deadline-rules":
        changed["as_of"] = date(1990, 1, 1) + timedelta(days=number)
    if kind.slug in ("fields", "programmes", "deadline-rules"):
        changed["name"] = f"이름 {number}"
    if kind.slug == "tenant-returns":
        # From the first year that the annual page shows beside the samples' own.
        changed["year"] = 2014 + kind.model.objects.count()
    if kind.slug == "participations":
        changed["programme_id"] = makers.make_programme().pk
    names = {field.attname for field in kind.model._meta.fields} | {*kind.all_fields}
    return {name: changed[name] for name in changed if name in names}


READERS = ("viewer", "auditor")


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def sign_in(role: str = "officer", centre: str = "b2g") -> Client:
    """A client signed in as a new person of that role and centre."""
    return client_of(makers.make_user(role, makers.make_centre(centre)))


def sign_in_to_write(kind: RecordType) -> Client:
    """Somebody of b2g who may write records of the type."""
    return sign_in("admin" if kind.is_code_list else "officer")


def sign_in_national(role: str = "manager") -> Client:
    return client_of(makers.make_user(role, all_centres=True))
