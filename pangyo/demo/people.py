"""The centres, the accounts to sign in with, and the officers whose work is recorded.

No officer is a real person: the names count or say the role, the e-mail addresses are
at example.org, and only the accounts have a password.
"""

from django.contrib.auth.hashers import make_password

from accounts.models import Centre, User
from pangyo.demo.world import World

PASSWORD = "pangyo-demo"

CENTRES = (
    ("b2g", "본투글로벌센터", "Born2Global Centre", Centre.Kind.GLOBAL),
    (
        "gccei",
        "경기창조경제혁신센터",
        "Gyeonggi Center for Creative Economy & Innovation",
        Centre.Kind.CREATIVE_ECONOMY,
    ),
    (
        "gbsa",
        "경기도경제과학진흥원(경과원)",
        "Gyeonggi Business & Science Accelerator",
        Centre.Kind.PROMOTION,
    ),
)

# User name, name, role, centre; who has none sees all centres.
ACCOUNTS = (
    ("viewer", "나열람", "viewer", "b2g"),
    ("officer", "이담당", "officer", "b2g"),
    ("manager", "박팀장", "manager", "b2g"),
    ("admin", "최관리", "admin", "b2g"),
    ("auditor", "정감사", "auditor", "b2g"),
    ("officer.gccei", "한담당", "officer", "gccei"),
    ("manager.gbsa", "오팀장", "manager", "gbsa"),
    ("national", "전국인", "manager", None),
)

# Officers without a password, and what each is consulted on first.
STAFF = {
    "b2g": (
        ("김하나", "legal contract"),
        ("이두리", "legal hr"),
        ("박세나", "ip"),
        ("최네오", "ip certification"),
        ("정다선", "accounting incorporation"),
        ("강여선", "marketing"),
        ("윤일고", "marketing other"),
        ("임여달", "investment"),
        ("송아홉", "tech certification"),
        ("조열매", "contract incorporation"),
    ),
    "gccei": (
        ("한가온", "investment marketing"),
        ("문나리", "legal ip contract"),
        ("서다래", "tech other certification"),
    ),
    "gbsa": (
        ("오가람", "marketing contract"),
        ("신나루", "ip certification tech"),
        ("권다온", "accounting legal hr"),
        ("황라임", "investment incorporation other"),
    ),
}
ACCOUNT_SPECIALTIES = {
    "officer": "contract legal incorporation",
    "manager": "investment",
    "officer.gccei": "legal marketing",
    "manager.gbsa": "marketing",
}


def make_people(world: World) -> None:
    for code, name, name_en, kind in CENTRES:
        world.centres[code] = Centre(
            code=code, name=name, name_en=name_en, kind=kind, is_demonstration=True
        )
    for username, name, role, centre in ACCOUNTS:
        user = make_user(world, username, name, role=role, centre=centre)
        user.is_staff = role != User.Role.VIEWER
        if centre and username in ACCOUNT_SPECIALTIES:
            hire(world, centre, user, ACCOUNT_SPECIALTIES[username])
    for centre, people in STAFF.items():
        for number, (name, fields) in enumerate(people, 1):
            username = f"{centre}.staff{number:02}"
            user = make_user(world, username, name, centre=centre)
            hire(world, centre, user, fields)


def make_user(world, username: str, name: str, *, centre, role="officer") -> User:
    user = User(
        username=username,
        name=name,
        email=f"{username}@example.org",
        role=role,
        centre=world.centres.get(centre),
        all_centres=centre is None,
    )
    world.users[username] = user
    return user


def hire(world: World, centre: str, user: User, fields: str) -> None:
    world.specialties[user.username] = fields.split()
    world.staff.setdefault(centre, []).append(user)


def give_passwords(world: World) -> None:
    """The accounts' password; the other officers cannot sign in."""
    accounts = {username for username, *_rest in ACCOUNTS}
    for username, user in world.users.items():
        user.password = make_password(PASSWORD if username in accounts else None)
