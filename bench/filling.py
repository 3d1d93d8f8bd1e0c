"""Databases of their own with a million consulting cases, and with ten thousand, filled
once and kept.

Twenty centres of unequal size, ten years, all rows by INSERT … SELECT with the history
triggers off. It is filled again when the migrations or this file have changed.
"""

import hashlib
from pathlib import Path

from django.core.management import call_command
from django.db import connection, connections, models

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
    Session,
    Startup,
    TenantReturn,
)

BASE_DIR = Path(__file__).parent.parent
NAMES = {1_000_000: "pangyo_bench", 10_000: "pangyo_bench_small"}

CENTRES, PEOPLE, STARTUPS, PARTNERS = 20, 1_000, 5_000, 2_000
MANY, FEW = NAMES  # cases
FIRST_DAY, DAYS = "date '2015-01-01'", 3653
YEARS = range(2015, 2025)

# The largest centre has a fifth of everything, the smallest a fortieth.
LARGEST_CENTRE = 1
SOME_CENTRE = f"1 + ({CENTRES} * power(random(), 2))::int % {CENTRES}"
SOME_STARTUP = f"1 + floor(random() * {STARTUPS})"
SOME_PARTNER = f"1 + floor(random() * {PARTNERS})"


def day(rows: int) -> str:
    """Row n's day: records are entered in the order of their days."""
    return f"{FIRST_DAY} + (n::bigint * {DAYS - 1} / {rows})::int"


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

# Model → number of rows, and the columns that matter as SQL over the row's number n;
# all others are empty.
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
            "startup_id": f"1 + n % {STARTUPS}",
            "kind": "'member'",
            "joined_on": day(50_000),
        },
    ),
    Contact: (50_000, {"startup_id": SOME_STARTUP, "name": "'홍길동' || n"}),
    ConsultingCase: (
        0,  # given by the size of the database
        {
            "startup_id": SOME_STARTUP,
            "fields": one_of("{legal}", "{ip}", "{marketing,contract}") + "::text[]",
            # 상담 stands in every title, 특허 in half of them, 가온테크 in very few.
            "title": "'상담 ' || n || CASE n % 2 WHEN 0 THEN ' 특허' ELSE '' END"
            " || CASE n % 5000 WHEN 7 THEN ' 가온테크' ELSE '' END",
            "request": "'문의 내용 ' || n",
            "countries": COUNTRIES,
            "channel": one_of("visit", "video", "phone", "email"),
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
            "filed_on": day(100_000),
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
            "signed_on": day(50_000),
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
            "established_on": day(50_000),
            "quantity": "1",
        },
    ),
    InvestmentLink: (
        50_000,
        {
            "startup_id": SOME_STARTUP,
            "round": one_of("seed", "a", "b"),
            "paid_on": day(50_000),
            "quantity": "1",
            **MONEY,
        },
    ),
    Programme: (500, {"name": "'사업 ' || n", "year": "2015 + n % 10"}),
    Participation: (
        # Row n is start-up n in one of a hundred programmes of its turn.
        50_000,
        {
            "startup_id": f"1 + n % {STARTUPS}",
            "programme_id": f"1 + (n - 1) / {STARTUPS} * 50 + n % 50",
            "selected_on": day(50_000),
        },
    ),
    TenantReturn: (
        50_000,
        {
            "startup_id": f"1 + n % {STARTUPS}",
            "year": f"2015 + (n - 1) / {STARTUPS}",
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
            "starts_on": day(100_000),
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
            "signed_on": day(50_000),
            "expires_on": f"{day(50_000)} + 1095",
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
            "opened_on": day(50_000),
        },
    ),
    FollowUp: (
        50_000,
        {
            "title": "'답신 ' || n",
            "visit_id": "1 + floor(random() * 100000)",
            "owner_id": f"1 + floor(random() * {PEOPLE})",
            "due_on": day(50_000),
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


def use_filled_database(cases: int = MANY) -> None:
    """Let the default connection lead to the filled database; fill it if need be."""
    name = NAMES[cases]
    if not is_filled(name):
        print(f"Filling {name} with {cases:,} cases; this takes a few minutes.")
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
            cursor.execute(f"CREATE DATABASE {name}")
        connect_to(name)
        fill(name, cases)
    connect_to(name)


def connect_to(name: str) -> None:
    connection.close()
    connections["default"].settings_dict["NAME"] = name


def fingerprint() -> str:
    """Tells whether what fills the database has changed."""
    paths = [*sorted(BASE_DIR.glob("*/migrations/*.py")), Path(__file__)]
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()


def is_filled(name: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database "
            "WHERE datname = %s",
            [name],
        )
        return cursor.fetchone() == (fingerprint(),)


def fill(name: str, cases: int) -> None:
    call_command("migrate", verbosity=0)
    sized = ROWS | {
        ConsultingCase: (cases, ROWS[ConsultingCase][1] | {"opened_on": day(cases)})
    }
    with connection.cursor() as cursor:
        cursor.execute("SELECT setseed(0.5)")
        for model, (rows, given) in sized.items():
            fill_table(cursor, model, rows, given)
        for statement, model in (
            (SESSIONS, Session),
            (OFFICERS, ConsultingCase.officers.through),
            (INVESTORS, InvestmentLink.partners.through),
        ):
            without_triggers(cursor, model, statement)
        cursor.execute("VACUUM ANALYZE")
        cursor.execute(f"COMMENT ON DATABASE {name} IS '{fingerprint()}'")


def fill_table(cursor, model, rows: int, given: dict[str, str]) -> None:
    table = model._meta.db_table
    columns = {
        field.column: given.get(field.column) or empty(field)
        for field in model._meta.local_concrete_fields
        if not field.generated
    }
    columns["id"] = "n"
    if "reference" in columns:
        columns["reference"] = "'2025-' || lpad(n::text, 7, '0')"
    if "centre_id" in columns and "centre_id" not in given:
        columns["centre_id"] = SOME_CENTRE
    without_triggers(
        cursor,
        model,
        f"INSERT INTO {table} ({', '.join(map(quoted, columns))}) "
        f"SELECT {', '.join(columns.values())} FROM generate_series(1, {rows}) AS n",
    )
    cursor.execute("SELECT setval(pg_get_serial_sequence(%s, 'id'), %s)", [table, rows])


def empty(field: models.Field) -> str:
    if field.null:
        return "NULL"
    if isinstance(field, models.BooleanField):
        return "false"
    return "'{}'" if field.db_type(connection).endswith("[]") else "''"


def quoted(name: str) -> str:
    return connection.ops.quote_name(name)


def without_triggers(cursor, model, statement: str) -> None:
    table = model._meta.db_table
    cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    cursor.execute(statement)
    cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
