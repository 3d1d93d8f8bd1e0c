"""What the databases that benchmarks measure hold: twenty centres of unequal size, ten
years, a million consulting cases and what goes with them, or a share of it.

Each table is its number of rows at a million cases, and the columns that matter as SQL
over the row's number n; `:rows`, `:startups` and `:visits` are how many there are.
"""

from django.db import models

from accounts.models import Centre, User
from delegations.models import MOU, Agency, FollowUp, Visit
from support.models import (
    ConsultingCase,
    Contact,
    Contract,
    Incorporation,
    InvestmentLink,
    Membership,
    OverseasFiling,
    Participation,
    Partner,
    Programme,
    Startup,
    TenantReturn,
)

CENTRES, PEOPLE, STARTUPS, PARTNERS = 20, 1_000, 5_000, 2_000
FIRST_DAY, DAYS = "date '2015-01-01'", 3653

# The largest centre has a fifth of everything, the smallest a fortieth.
LARGEST_CENTRE = 1
SOME_CENTRE = f"1 + ({CENTRES} * power(random(), 2))::int % {CENTRES}"
SOME_STARTUP = "1 + floor(random() * :startups)"
# Row n's day: records are entered in the order of their days.
DAY = f"{FIRST_DAY} + (n::bigint * {DAYS - 1} / :rows)::int"
SOME_PARTNER = f"1 + floor(random() * {PARTNERS})"


def one_of(*values: str) -> str:
    listed = ", ".join(f"'{value}'" for value in values)
    return f"(ARRAY[{listed}])[1 + floor(random() * {len(values)})]"


COUNTRY = one_of("VN", "TH", "SG", "US", "JP", "CN", "DE", "EE", "ID", "KZ", "")
COUNTRIES = (
    "CASE WHEN random() < 0.2 THEN '{}'::text[] "
    "WHEN random() < 0.8 THEN ARRAY['VN'] ELSE ARRAY['TH', 'US'] END"
)
MONEY = {
    "amount": "(random() * 5000)::int * 1000",
    "currency": one_of("KRW", "KRW", "USD"),
    "fx_rate": "CASE WHEN random() < 0.9 THEN 1113.5 END",
    "fx_on": "date '2018-03-05'",
}

# All other columns are empty.
ROWS: dict[type[models.Model], tuple[int, dict[str, str]]] = {
    Centre: (
        CENTRES,
        {"code": "'centre' || n", "name": "'센터 ' || n", "kind": "'other'"},
    ),
    User: (
        PEOPLE,
        {
            "username": "'person' || n",
            "name": "'사람 ' || n",
            "role": "'officer'",
            "is_active": "true",
            "date_joined": "now()",
            "centre_id": f"1 + n % {CENTRES}",
            "all_centres": f"n = {PEOPLE}",
        },
    ),
    Startup: (
        STARTUPS,
        {
            "name": "CASE n WHEN 17 THEN '본투글로벌' ELSE '기업 ' || n END"
            " || '주식회사'",
            "sector": one_of("IT", "BT", "CT", "NT", "OTHER"),
            "size": one_of("large", "mid", "sme"),
            "zone": one_of("pangyo-1", "pangyo-2", "other"),
        },
    ),
    Partner: (
        PARTNERS,
        {"name": "'Partner ' || n", "kind": "'investor'", "country": COUNTRY},
    ),
    Membership: (
        50_000,
        {
            "startup_id": "1 + n % :startups",
            "kind": "'member'",
            "joined_on": DAY,
        },
    ),
    Contact: (50_000, {"startup_id": SOME_STARTUP, "name": "'홍길동' || n"}),
    ConsultingCase: (
        1_000_000,
        {
            "startup_id": SOME_STARTUP,
            "fields": one_of("{legal}", "{ip}", "{marketing,contract}") + "::text[]",
            # 상담 stands in every title, 특허 in half of them, 가온테크 in very few.
            "title": "'상담 ' || n || CASE n % 2 WHEN 0 THEN ' 특허' ELSE '' END"
            " || CASE n % 5000 WHEN 7 THEN ' 가온테크' ELSE '' END",
            "request": "'문의 내용 ' || n",
            "countries": COUNTRIES,
            "channel": one_of("visit", "video", "phone", "email"),
            "opened_on": DAY,
            "status": one_of(*["closed"] * 17, "open", "waiting", "cancelled"),
        },
    ),
    OverseasFiling: (
        100_000,
        {
            "startup_id": SOME_STARTUP,
            "kind": one_of("patent", "trademark"),
            "title": "'출원 ' || n",
            "office": one_of("US", "EP", "WO", "JP"),
            "filed_on": DAY,
            "status": "'filed'",
            "quantity": "1",
        },
    ),
    Contract: (
        50_000,
        {
            "startup_id": SOME_STARTUP,
            "partner_id": SOME_PARTNER,
            "kind": one_of("contract", "partnership"),
            "country": COUNTRY,
            "signed_on": DAY,
            "quantity": "1",
            **MONEY,
        },
    ),
    Incorporation: (
        50_000,
        {
            "startup_id": SOME_STARTUP,
            "kind": "'subsidiary'",
            "country": COUNTRY,
            "established_on": DAY,
            "quantity": "1",
        },
    ),
    InvestmentLink: (
        50_000,
        {
            "startup_id": SOME_STARTUP,
            "round": one_of("seed", "a", "b"),
            "paid_on": DAY,
            "quantity": "1",
            **MONEY,
        },
    ),
    Programme: (500, {"name": "'사업 ' || n", "year": "2015 + n % 10"}),
    Participation: (
        # Row n is start-up n in one of a hundred programmes of its turn.
        50_000,
        {
            "startup_id": "1 + n % :startups",
            "programme_id": f"1 + (n - 1) / {STARTUPS} * 50 + n % 50",
            "selected_on": DAY,
        },
    ),
    TenantReturn: (
        50_000,
        {
            "startup_id": "1 + n % :startups",
            "year": "2015 + (n - 1) / :startups",
            "zone": one_of("pangyo-1", "pangyo-2"),
            "revenue_krw": "(random() * 1000000)::bigint * 10000",
            "employees": "(random() * 100)::int",
        },
    ),
    Visit: (
        100_000,
        {
            "title": "'견학 ' || n",
            "countries": COUNTRIES,
            "organisations": "ARRAY['기관 ' || n]",
            "visit_class": one_of("state", "official", *["study"] * 8),
            "starts_on": DAY,
            "headcount": "(random() * 40)::int",
            "status": one_of(*["done"] * 8, "cancelled"),
        },
    ),
    MOU: (
        50_000,
        {
            "partner_id": SOME_PARTNER,
            "country": COUNTRY,
            "kind": "'mou'",
            "signed_on": DAY,
            "expires_on": f"{DAY} + 1095",
            "status": "'signed'",
            "quantity": "1",
        },
    ),
    Agency: (
        50_000,
        {
            "partner_id": SOME_PARTNER,
            "country": COUNTRY,
            "stage": "'open'",
            "opened_on": DAY,
        },
    ),
    FollowUp: (
        50_000,
        {
            "title": "'답신 ' || n",
            "visit_id": "1 + floor(random() * :visits)",
            "owner_id": f"1 + floor(random() * {PEOPLE})",
            "due_on": DAY,
        },
    ),
}

# Links and sessions lie with the case they belong to.
SESSIONS = """
    INSERT INTO support_session (id, reference, external_id, notes, deleted_reason,
        held_on, minutes, channel, expert, note, case_id, centre_id)
    SELECT id, reference, '', '', '', opened_on + (id % 20)::int,
        (10 * (1 + id % 12))::int, channel, '', '', id, centre_id
    FROM support_consultingcase WHERE id % 10 < 3
"""
OFFICERS = f"""
    INSERT INTO support_consultingcase_officers (consultingcase_id, user_id)
    SELECT id, {CENTRES} * (id % ({PEOPLE} / {CENTRES}))
        + CASE centre_id WHEN 1 THEN {CENTRES} ELSE centre_id - 1 END
    FROM support_consultingcase
"""
INVESTORS = f"""
    INSERT INTO support_investmentlink_partners (investmentlink_id, partner_id)
    SELECT id, 1 + id % {PARTNERS} FROM support_investmentlink
"""
