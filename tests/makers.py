"""Plain functions that make records with defaults; a test names what it cares about."""

from datetime import date, timedelta
from itertools import count

from accounts.models import Centre, User
from delegations.models import MOU, Agency, FollowUp, Visit
from support.models import (
    ConsultingCase,
    ConsultingField,
    Contact,
    Contract,
    FilingRule,
    Incorporation,
    InvestmentLink,
    Membership,
    OverseasFiling,
    Participation,
    Partner,
    Programme,
    Session,
    Startup,
    TenantReturn,
)

DAY = date(2018, 3, 5)
numbers = count(1)


def make_centre(code: str = "b2g", **fields) -> Centre:
    defaults = {"name": f"센터 {code}", "name_en": f"Centre {code}"}
    centre, _created = Centre.objects.get_or_create(
        code=code, defaults=defaults | fields
    )
    return centre


def make_user(role: str = "officer", centre: Centre | None = None, **fields) -> User:
    number = next(numbers)
    fields.setdefault("username", f"{role}{number}")
    fields.setdefault("name", f"사람{number}")
    fields.setdefault("email", f"person{number}@example.org")
    if centre is None and not fields.get("all_centres"):
        centre = make_centre()
    return User.objects.create_user(
        role=role, centre=centre, password="a-long-secret-1", **fields
    )


def make_field(code: str = "legal", name: str = "법률", **fields) -> ConsultingField:
    entry, _created = ConsultingField.objects.get_or_create(
        code=code, defaults={"name": name, "name_en": code} | fields
    )
    return entry


def make_startup(name: str | None = None, **fields) -> Startup:
    return make(Startup, name=name or f"기업{next(numbers)}", **fields)


def make_partner(name: str | None = None, **fields) -> Partner:
    return make(Partner, name=name or f"Partner {next(numbers)}", **fields)


def make_membership(**fields) -> Membership:
    defaults = {"kind": "member", "joined_on": DAY}
    return make_with_startup(Membership, **defaults | fields)


def make_contact(**fields) -> Contact:
    defaults = {"name": "홍길동", "email": "hong@example.org", "phone": "010-1234-5678"}
    return make_with_startup(Contact, **defaults | fields)


def make_case(**fields) -> ConsultingCase:
    return make_with_startup(ConsultingCase, **{"opened_on": DAY} | fields)


def make_session(**fields) -> Session:
    if "case" not in fields:
        fields["case"] = make_case(centre=fields.get("centre") or make_centre())
    return make(Session, **{"held_on": DAY, "minutes": 50} | fields)


def make_filing(**fields) -> OverseasFiling:
    defaults = {"kind": "patent", "office": "US", "filed_on": DAY}
    return make_with_startup(OverseasFiling, **defaults | fields)


def make_filing_rule(**fields) -> FilingRule:
    number = next(numbers)
    defaults = {
        "code": f"rule-{number}",
        "name": f"규칙{number}",
        "event": "national-phase",
        "office": "TW",
        "months": 30,
        "as_of": DAY + timedelta(days=number),
        "source": "조약",
    }
    return FilingRule.objects.create(**defaults | fields)


def make_contract(**fields) -> Contract:
    return make_with_startup(Contract, **{"signed_on": DAY, "country": "VN"} | fields)


def make_incorporation(**fields) -> Incorporation:
    defaults = {"established_on": DAY, "country": "SG"}
    return make_with_startup(Incorporation, **defaults | fields)


def make_investment(**fields) -> InvestmentLink:
    defaults = {"paid_on": DAY, "amount": 100_000_000, "currency": "KRW"}
    return make_with_startup(InvestmentLink, **defaults | fields)


def make_programme(**fields) -> Programme:
    defaults = {"name": f"사업{next(numbers)}", "year": 2018}
    return make(Programme, **defaults | fields)


def make_participation(**fields) -> Participation:
    if "programme" not in fields:
        fields["programme"] = make_programme(centre=fields.get("centre"))
    return make_with_startup(Participation, **{"selected_on": DAY} | fields)


def make_tenant_return(**fields) -> TenantReturn:
    defaults = {"year": 2018, "revenue_krw": 1_000_000_000, "employees": 12}
    return make_with_startup(TenantReturn, **defaults | fields)


def make_visit(**fields) -> Visit:
    defaults = {
        "title": "견학",
        "starts_on": DAY,
        "status": "done",
        "headcount": 7,
        "organisations": ["기관"],
        "countries": ["EE"],
    }
    return make(Visit, **defaults | fields)


def make_mou(**fields) -> MOU:
    if "partner" not in fields:
        fields["partner"] = make_partner(centre=fields.get("centre"))
    return make(MOU, **{"signed_on": DAY, "country": "TH"} | fields)


def make_agency(**fields) -> Agency:
    if "partner" not in fields:
        fields["partner"] = make_partner(centre=fields.get("centre"))
    return make(Agency, **{"stage": "open", "opened_on": DAY} | fields)


def make_follow_up(**fields) -> FollowUp:
    if "visit" not in fields:
        fields["visit"] = make_visit(centre=fields.get("centre"))
    return make(FollowUp, **{"title": "답신"} | fields)


def make(model, *, centre: Centre | None = None, **fields):
    return model.objects.create(centre=centre or make_centre(), **fields)


def make_with_startup(model, **fields):
    if "startup" not in fields:
        fields["startup"] = make_startup(centre=fields.get("centre"))
    return make(model, **fields)
