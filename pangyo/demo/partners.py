"""Invented companies, investors and institutions abroad, and the named agency DEPA."""

from itertools import product

from pangyo.demo.chance import drawn, lots
from pangyo.demo.marks import INVENTED, reported
from pangyo.demo.places import MARKETS, PLACES
from pangyo.demo.world import World
from support.models import Partner

WORDS = {
    "라크필드": "Larkfield", "노스퀘이": "Northquay", "타이드웰": "Tidewell",
    "앰버레인": "Amberlane", "시더홀트": "Cedarholt", "브라이트무어": "Brightmoor",
    "퀼스톤": "Quillstone", "하버린": "Harbourlyn", "오렐로": "Orelo",
    "밀브릿지": "Millbridge", "세런빌": "Serenvale", "윈드켈": "Windkell",
    "코럴베이스": "Coralbase", "핀리프": "Pineleaf", "루미나르": "Luminar Bay",
    "그레이헤이븐": "Greyhaven",
}  # fmt: skip
BUSINESSES = {
    "investor": {"벤처스": "Ventures", "캐피털": "Capital", "파트너스": "Partners"},
    "company": {"시스템즈": "Systems", "트레이딩": "Trading", "디지털": "Digital"},
    "accelerator": {"액셀러레이터": "Accelerator", "런치패드": "Launchpad"},
}
INSTITUTIONS = {
    "agency": ("{} 혁신진흥기관", "Innovation Promotion Agency, {}"),
    "government": ("{} 디지털경제 담당 부처", "Ministry for the Digital Economy, {}"),
    "local-government": ("{} 지방정부 산업국", "Regional Industry Department, {}"),
    "university": (
        "{} 기술대학 창업지원단",
        "Technical University Start-up Office, {}",
    ),
}
KINDS = {
    "investor": 32, "company": 34, "accelerator": 9, "agency": 9,
    "government": 5, "local-government": 4, "university": 7,
}  # fmt: skip
COUNTS = {"b2g": 62, "gccei": 34, "gbsa": 26}

KOREAN_INVESTORS = (
    "가람벤처투자",
    "누리결인베스트먼트",
    "한울림캐피탈",
    "새솔파트너스",
)

DEPA = "태국 디지털경제진흥원(DEPA)"
PLANNED = {"VN": "베트남 스타트업 지원기관", "ID": "인도네시아 스타트업 지원기관"}


def make_partners(world: World) -> None:
    lot = lots("partners")
    free = {kind: business_names(kind) for kind in BUSINESSES}
    for names in free.values():
        lot.shuffle(names)
    for centre, count in COUNTS.items():
        seen = set()
        while len(seen) < count:
            kind, country = drawn(lot, KINDS), drawn(lot, MARKETS)
            if kind in INSTITUTIONS:
                name, name_en = institution(kind, country)
            else:
                name, name_en = free[kind].pop()
            if name not in seen:
                seen.add(name)
                add_partner(world, centre, name, name_en, kind=kind, country=country)
        for name in KOREAN_INVESTORS:
            name = f"{name}(가상)"
            add_partner(world, centre, name, kind="investor", country="KR")
    add_named(world)


def add_named(world: World) -> None:
    add_partner(
        world,
        "gccei",
        DEPA,
        "Digital Economy Promotion Agency (DEPA)",
        kind="agency",
        country="TH",
        notes=reported("기관 이름과 나라"),
    )
    for country, name in PLANNED.items():
        note = reported("나라와 2019년 안에 유치 예정")
        add_partner(world, "gccei", name, kind="agency", country=country, notes=note)


def add_partner(world, centre, name, name_en="", *, kind, country, notes=INVENTED):
    world.add(
        Partner,
        centre=centre,
        name=name,
        name_en=name_en,
        kind=kind,
        country=country,
        notes=notes,
    )


def business_names(kind: str) -> list[tuple[str, str]]:
    endings = BUSINESSES[kind].items()
    return [
        (f"{word} {ending}", f"{word_en} {ending_en}")
        for (word, word_en), (ending, ending_en) in product(WORDS.items(), endings)
    ]


def institution(kind: str, country: str) -> tuple[str, str]:
    name, name_en = INSTITUTIONS[kind]
    place = PLACES[country]
    return name.format(place.name), name_en.format(place.city)
