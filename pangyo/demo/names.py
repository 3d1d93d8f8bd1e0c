"""Invented names of companies and people.

A company's name is two Korean words and what it does. No two share the first two
words, so names stay apart when compared without the legal form.
"""

from random import Random

STEMS = {
    "가온": "Gaon", "나래": "Narae", "너울": "Neoul", "누리": "Nuri",
    "늘품": "Neulpum", "다솜": "Dasom", "도담": "Dodam", "두레": "Dure",
    "라온": "Raon", "마루": "Maru", "모란": "Moran", "물찬": "Mulchan",
    "미르": "Mireu", "바론": "Baron", "별하": "Byeolha", "산들": "Sandeul",
    "새론": "Saeron", "소담": "Sodam", "시원": "Siwon", "아람": "Aram",
    "아라": "Ara", "여울": "Yeoul", "예그린": "Yegrin", "온새": "Onsae",
    "윤슬": "Yunseul", "이든": "Ideun", "자람": "Jaram", "차오름": "Chaoreum",
    "참슬": "Chamseul", "초롱": "Chorong", "큰솔": "Keunsol", "푸른": "Pureun",
    "하랑": "Harang", "한결": "Hangyeol", "해솔": "Haesol", "흐름": "Heureum",
}  # fmt: skip
SECONDS = {
    "결": "gyeol", "길": "gil", "눈": "nun", "들": "deul", "뜰": "tteul",
    "마당": "madang", "무늬": "munui", "물": "mul", "바람": "baram", "별": "byeol",
    "봄": "bom", "빛": "bit", "샘": "saem", "솔": "sol", "숲": "sup",
    "씨앗": "ssiat", "이음": "ieum", "터": "teo", "틀": "teul", "품": "pum",
}  # fmt: skip

SURNAMES = {
    "김": 21, "이": 15, "박": 8, "최": 5, "정": 5, "강": 2.4, "조": 2.1, "윤": 2,
    "장": 2, "임": 1.7, "한": 1.5, "오": 1.5, "서": 1.5, "신": 1.5, "권": 1.4,
    "황": 1.4, "안": 1.4, "송": 1.4, "류": 1.3, "홍": 1.1,
}  # fmt: skip
GIVEN_FIRST = "가나다도라로마모미바보새서소수아여연예온유윤은이재준지찬채초태하해현"
GIVEN_SECOND = "겸결나담람랑린루림민별빈솔슬안언온율은인한해호훈"

TITLES = {
    "대표": 20,
    "이사": 18,
    "해외사업팀장": 16,
    "사업개발팀장": 14,
    "경영지원팀장": 12,
    "연구소장": 8,
    "매니저": 12,
}


def company_stems(lot: Random) -> list[tuple[str, str]]:
    """(Korean, English) pairs of words, all different, in drawn order."""
    pairs = [
        (first + second, first_en + second_en)
        for first, first_en in STEMS.items()
        for second, second_en in SECONDS.items()
    ]
    lot.shuffle(pairs)
    return pairs


def person(lot: Random) -> str:
    surname = lot.choices(list(SURNAMES), list(SURNAMES.values()))[0]
    return surname + lot.choice(GIVEN_FIRST) + lot.choice(GIVEN_SECOND)
