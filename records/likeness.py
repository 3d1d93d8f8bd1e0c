"""How alike two names are: by their letters, and by their sound across two scripts.

Hangul is compared letter by letter (jamo): 가온텍 is near 가온테크. In Latin
letters it is compared with English ones (다솜바이오, Dasom Bio). A score is 0 to 100.
Names that begin with other sounds or whose digits differ (1호, 2호) are not alike.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from string import ascii_lowercase

from rapidfuzz.distance import Indel
from rapidfuzz.process import extract

# Of 28 made-up pairs of spellings of one name this meets 26, and 7 of 23 pairs of two
# names that are like each other; a person decides.
ALIKE = 80
MARGIN = 10  # what is this much less alike than the best is not named
MOST = 3
SHORTEST = 3  # letters and jamo of a name that can be told from others

# Revised Romanisation of Korean (Ministry of Culture, notice 2000-8), letter by letter.
SOUNDS = (
    "g kk n d tt r m b pp s ss  j jj ch k t p h",
    "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i",
    " k k k n n n t l l l l l l l l m p p t t ng t t k t p t",
)
INITIALS, VOWELS, FINALS = (sounds.split(" ") for sounds in SOUNDS)
# The same letter has another code before a vowel and behind it.
JAMO = str.maketrans(
    dict(
        zip(
            "\u11a8\u11a9\u11ab\u11ae\u11af\u11b7\u11b8\u11ba\u11bb\u11bd"
            "\u11be\u11bf\u11c0\u11c1\u11c2",
            "\u1100\u1101\u1102\u1103\u1105\u1106\u1107\u1109\u110a\u110c"
            "\u110e\u110f\u1110\u1111\u1112",
            strict=True,
        )
    )
)
# Words of names that Korean took from English, as they are spelt there.
LOANWORDS = {
    "테크놀로지": "technology",
    "테크": "tech",
    "텍": "tech",
    "소프트웨어": "software",
    "소프트": "soft",
    "바이오": "bio",
    "네트웍스": "networks",
    "네트워크": "network",
    "솔루션": "solution",
    "시스템": "system",
    "헬스케어": "healthcare",
    "로보틱스": "robotics",
    "모빌리티": "mobility",
    "메디칼": "medical",
    "메디컬": "medical",
    "미디어": "media",
    "디자인": "design",
    "게임즈": "games",
    "클라우드": "cloud",
    "스튜디오": "studio",
    "글로벌": "global",
    "코리아": "korea",
    "핀테크": "fintech",
    "스마트": "smart",
    "에듀": "edu",
    "푸드": "food",
    "뷰티": "beauty",
    "랩": "lab",
}
LOANWORD = re.compile("|".join(sorted(LOANWORDS, key=len, reverse=True)))
KOREAN_LETTERS = (
    "에이 비 씨 디 이 에프 지 에이치 아이 제이 케이 엘 엠 엔 오 피 큐 알 에스 티 유"
    " 브이 더블유 엑스 와이 제트"
)
LETTER_NAMES = dict(zip(KOREAN_LETTERS.split(), ascii_lowercase, strict=True))
LETTER_NAME = re.compile("|".join(sorted(LETTER_NAMES, key=len, reverse=True)))
ONLY_LETTER_NAMES = re.compile(rf"(?:{LETTER_NAME.pattern}){{2,}}")
# Sounds by which a name may begin in one spelling and in another.
BEGINNINGS = str.maketrans("kcqtpfvlzeiouwy", "gggdbbbrjaaaaaa")
FIRST, LAST = ord("가"), ord("힣")


def letters(name: str) -> str:
    """A name in jamo, one code for each letter wherever it stands."""
    return unicodedata.normalize("NFD", name).translate(JAMO)


def latin(name: str) -> str:
    """A name in Latin letters: known English words as such, the rest by its sound."""
    if ONLY_LETTER_NAMES.fullmatch(name):
        return LETTER_NAME.sub(lambda match: LETTER_NAMES[match[0]], name)
    spelt = LOANWORD.sub(lambda match: LOANWORDS[match[0]], name)
    return "".join(map(romanised, spelt))


def romanised(letter: str) -> str:
    code = ord(letter)
    if not FIRST <= code <= LAST:
        return letter
    initial, rest = divmod(code - FIRST, 588)
    vowel, final = divmod(rest, 28)
    return INITIALS[initial] + VOWELS[vowel] + FINALS[final]


def digits(name: str) -> str:
    return "".join(letter for letter in name if letter.isdecimal())


def beginning(name: str) -> str:
    return latin(name)[:1].translate(BEGINNINGS)


class Names:
    """Names as they are compared, to which others may be alike."""

    def __init__(self, names: Iterable[str]) -> None:
        self.parts: dict[str, Part] = defaultdict(Part)
        for name in names:
            self.parts[beginning(name)].add(name)

    def like(self, name: str) -> list[tuple[str, int]]:
        """The names like this one, each with its score, the likest first."""
        if len(letters(name)) < SHORTEST or beginning(name) not in self.parts:
            return []
        found = self.parts[beginning(name)].like(name)
        return sorted(found.items(), key=lambda scored: (-scored[1], scored[0]))


@dataclass
class Part:
    """The names that begin with one sound."""

    names: list[str] = field(default_factory=list)
    in_letters: list[str] = field(default_factory=list)
    in_latin: list[str] = field(default_factory=list)

    def add(self, name: str) -> None:
        self.names.append(name)
        self.in_letters.append(letters(name))
        self.in_latin.append(latin(name))

    def like(self, name: str) -> dict[str, int]:
        best: dict[str, int] = {}
        pairs = ((letters(name), self.in_letters), (latin(name), self.in_latin))
        for written, others in pairs:
            for _written, score, place in extract(
                written,
                others,
                scorer=Indel.normalized_similarity,
                score_cutoff=ALIKE / 100,
                limit=None,
            ):
                other = self.names[place]
                if other != name and digits(other) == digits(name):
                    best[other] = max(best.get(other, 0), round(score * 100))
        return best
