"""Countries (ISO 3166-1 alpha-2) and the regions the figures split by.

ASEAN stands alone because Korea's New Southern Policy counts it. A region is never a
country: "Europe" in a file is not understood as one.
"""

from functools import cache

from babel import Locale
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

REGIONS = {
    "asean": (_("ASEAN"), "BN ID KH LA MM MY PH SG TH TL VN"),
    "east-asia": (_("East Asia"), "CN HK JP KP KR MN MO TW"),
    "south-asia": (_("South Asia"), "AF BD BT IN IO LK MV NP PK"),
    "central-asia": (
        _("Russia and Central Asia"),
        "AM AZ BY GE KG KZ MD RU TJ TM UA UZ",
    ),
    "middle-east": (_("Middle East"), "AE BH IL IQ IR JO KW LB OM PS QA SA SY TR YE"),
    "europe": (
        _("Europe"),
        """
        AD AL AT AX BA BE BG CH CY CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM
        IS IT JE LI LT LU LV MC ME MK MT NL NO PL PT RO RS SE SI SJ SK SM VA XK EP
        EU
        """,
    ),
    "north-america": (_("North America"), "BM CA GL PM US"),
    "latin-america": (
        _("Latin America and the Caribbean"),
        """
        AG AI AR AW BB BL BO BQ BR BS BV BZ CL CO CR CU CW DM DO EC FK GD GF GP GS
        GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PR PY SR SV SX TC TT UY VC VE
        VG VI
        """,
    ),
    "africa": (
        _("Africa"),
        """
        AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM
        LR LS LY MA MG ML MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD
        TF TG TN TZ UG YT ZA ZM ZW
        """,
    ),
    "oceania": (
        _("Oceania"),
        """
        AQ AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO
        TV UM VU WF WS
        """,
    ),
    "international": (_("International offices"), "WO EM"),
}

# Offices that receive filings for many countries (WIPO standard ST.3).
OFFICES = {
    "EP": _("European Patent Office"),
    "EM": _("European Union Intellectual Property Office"),
    "WO": _("World Intellectual Property Organization"),
}
# What they are called in files.
OFFICE_NAMES = {
    "EP": "EPO | 유럽특허청 | 유럽",
    "EM": "EUIPO | 유럽연합지식재산청",
    "WO": "WIPO | PCT | 국제 | 국제출원 | 마드리드",
}
NOT_COUNTRIES = frozenset({"EP", "EU", "EM", "WO"})

# Other names that stand in files: short and common ones, former names of a country that
# goes on under another. A state that ended (Yugoslavia, the USSR) is no country here,
# nor is a name that two can bear ("China, Republic of").
OTHER_NAMES = {
    "MX": "멕시코합중국",
    "BR": "브라질연방",
    "EG": "에집트 | 埃及",
    "MY": "말레이지아 | 말련",
    "CA": "加 | 캐나다연방",
    "AE": "UAE | U.A.E. | 아랍에미리트연합 | 아랍에미리트 | 아랍에미레이트 | 에미리트",
    "AU": "호주 | 濠洲 | 濠 | 호",
    "AT": "오지리",
    "BA": "Bosnia-Herzegovina | Bosnia | 보스니아",
    "BF": "Upper Volta",
    "BJ": "Dahomey | 베넹",
    "BN": "Brunei Darussalam",
    "BO": "Bolivia, Plurinational State of",
    "BS": "Bahamas | The Bahamas | Bahamas, The",
    "CD": "Zaire | Congo, Democratic Republic of | Congo, Democratic Republic of the"
    " | DR Congo | DRC | Congo (Kinshasa) | 자이르 | DR콩고",
    "CG": "Congo, Republic of | Congo, Republic of the | Republic of the Congo"
    " | Congo (Brazzaville) | 콩고공화국",
    "CH": "스위스연방",
    "CI": "Ivory Coast | Cote d’Ivoire | 코트디브아르",
    "CN": "China, People’s Republic of | People’s Republic of China | PRC | P.R.China"
    " | 中国 | 中國 | 중화인민공화국"
    " | 中 | 중 | 中华人民共和国",
    "CV": "Cabo Verde",
    "CZ": "Czech Republic | Czech | 체코공화국",
    "DE": "Germany, Federal Republic of | Federal Republic of Germany | 獨逸 | 德国"
    " | 獨 | 독",
    "DO": "도미니카공화국",
    "ES": "에스파냐 | 西班牙",
    "FM": "Micronesia, Federated States of",
    "FR": "佛蘭西 | 法国 | 佛 | 불 | 불란서",
    "GB": "UK | U.K. | Great Britain | Britain | England | 英国 | 英國 | 잉글랜드"
    " | 英 | 영",
    "GM": "The Gambia | Gambia, The",
    "GR": "희랍",
    "HK": "Hongkong | Hong Kong SAR | 香港 | 港",
    "HU": "항가리",
    "ID": "인니 | 인도네시아공화국 | 印尼",
    "IN": "印度 | 인디아 | 印",
    "IR": "Iran, Islamic Republic of | 페르시아 | Persia",
    "IT": "이태리 | 伊太利 | 이태리공화국",
    "JP": "日本 | 日本国 | 日 | 일 | 일본국",
    "KH": "Khmer Republic | Kampuchea | 캄푸치아 | 캄보디아왕국",
    "KN": "St. Kitts and Nevis | St. Christopher and Nevis",
    "KP": "북한 | DPRK | Korea, North | Korea, Democratic People’s Republic of",
    "KR": "한국 | 남한 | Korea | Korea, South | Korea, Republic of | Republic of Korea"
    " | ROK | 韓国 | 韓國"
    " | 韓 | 한 | 대한민국",
    "KY": "케이맨제도",
    "LA": "Lao PDR | Lao People’s Democratic Republic",
    "LC": "St. Lucia",
    "LK": "Ceylon | 실론",
    "MK": "Macedonia | Macedonia, Former Yugoslav Republic of | FYROM | 마케도니아",
    "MM": "Burma | 버마",
    "MN": "몽골 | 몽고 | 蒙古",
    "MO": "Macau | 마카오특별행정구",
    "NL": "Holland | The Netherlands | 화란 | 네델란드 | 네덜란드왕국",
    "NR": "Nauru",
    "NZ": "뉴질랜드공화국",
    "OM": "Muscat and Oman | Muscat & Oman",
    "PH": "필립핀 | 比律賓 | 비율빈",
    "PT": "포르투칼",
    "RO": "루마니아",
    "RU": "Russian Federation | 러시아연방 | 露西亞 | 露 | 러 | 노서아",
    "SA": "사우디 | Saudi | KSA",
    "SC": "세이셸",
    "SG": "싱가폴 | 싱가포르공화국 | 新加坡 | 싱가포르 | 星港",
    "SK": "Slovak Republic | 슬로바키아공화국",
    "SO": "Somali Republic",
    "SY": "Syrian Arab Republic",
    "SZ": "Swaziland | 스와질란드",
    "TH": "Siam | 태국 | 타일랜드 | 泰国 | 泰國 | 泰",
    "TL": "East Timor",
    "TR": "Turkey | 튀르키예 | Turkiye",
    "TW": "타이완 | 台湾 | 臺灣 | Taiwan, Province of China | 臺",
    "TZ": "Tanzania, United Republic of",
    "US": "USA | U.S.A. | U.S. | United States | America | 美國 | 美国 | 미합중국"
    " | 美 | 미",
    "VA": "Holy See | Vatican | 교황청 | 바티칸",
    "VC": "St. Vincent and the Grenadines",
    "VE": "Venezuela, Bolivarian Republic of",
    "VN": "월남 | Viet Nam | 越南 | 비엣남 | 越 | 베",
    "WS": "Western Samoa | 서사모아",
    "ZA": "Union of South Africa | 남아공 | Republic of South Africa",
}
# Places that stand where a country belongs: taken for their country, and flagged.
PLACES = {
    "BR": "상파울루 | 상파울로",
    "AT": "빈시 | 비엔나 | Vienna",
    "BE": "브뤼셀",
    "EE": "탈린",
    "FI": "헬싱키",
    "SE": "스톡홀름",
    "CH": "취리히 | 제네바",
    "NL": "암스테르담",
    "QA": "도하",
    "UZ": "타슈켄트",
    "KZ": "알마티 | 아스타나",
    "TR": "이스탄불 | Istanbul",
    "SA": "리야드 | Riyadh | 제다",
    "RU": "모스크바 | Moscow | 블라디보스톡 | 블라디보스토크",
    "PH": "마닐라 | Manila | 세부",
    "MY": "쿠알라룸푸르 | Kuala Lumpur",
    "MN": "울란바토르 | 울란바타르",
    "MM": "양곤 | Yangon",
    "KH": "프놈펜 | Phnom Penh",
    "IT": "밀라노 | Milan | 로마",
    "IL": "텔아비브 | Tel Aviv",
    "ES": "마드리드 | 바르셀로나 | Barcelona",
    "CA": "토론토 | Toronto | 밴쿠버 | Vancouver | 몬트리올",
    "AU": "시드니 | Sydney | 멜버른 | 멜번 | Melbourne",
    "AE": "두바이 | Dubai | 아부다비 | Abu Dhabi | 샤르자",
    "CN": "북경 | 베이징 | Beijing | 상해 | 상하이 | Shanghai | 심천 | 선전 | Shenzhen"
    " | 광저우 | 청도 | 칭다오"
    " | 홍차오 | Guangzhou | Qingdao | 대련 | 다롄 | Dalian | 천진 | 톈진"
    " | Tianjin | 항주 | 항저우 | Hangzhou | 성도 | 청두 | Chengdu | 우한"
    " | 심양 | 선양 | 연길 | 옌지 | 소주 | 쑤저우 | 남경 | 난징 | 중경 | 충칭 | 시안"
    " | 서안 | 하얼빈",
    "DE": "베를린 | Berlin | 뮌헨 | 프랑크푸르트"
    " | Munich | Frankfurt | 함부르크 | Hamburg | 뒤셀도르프",
    "FR": "파리 | Paris | 리옹",
    "GB": "런던 | London | 에든버러 | 맨체스터 | 케임브리지",
    "ID": "자카르타 | Jakarta | 발리 | 수라바야 | 반둥",
    "IN": "뉴델리 | 뭄바이 | 벵갈루루 | 방갈로르"
    " | New Delhi | 델리 | Mumbai | Bangalore | Bengaluru | 첸나이"
    " | 하이데라바드",
    "JP": "동경 | 도쿄 | Tokyo | 오사카 | Osaka | 후쿠오카"
    " | 나고야 | Nagoya | Fukuoka | 요코하마 | 교토 | 삿포로 | 대판",
    "TH": "방콕 | Bangkok | 치앙마이 | 푸켓",
    "TW": "타이베이 | 타이페이 | Taipei | 타이중 | 가오슝",
    "US": "실리콘밸리 | Silicon Valley | 뉴욕 | New York | 샌프란시스코"
    " | San Francisco | 로스앤젤레스 | 보스턴"
    " | LosAngeles | San Jose | 산호세 | 새너제이 | 시애틀 | Seattle"
    " | 시카고 | Chicago | Boston | 샌디에이고 | 라스베이거스 | 라스베가스"
    " | Las Vegas | 하와이주 | 텍사스 | 캘리포니아 | California | 오스틴"
    " | 애틀랜타 | 댈러스 | 휴스턴 | 워싱턴 | 팔로알토 | 델라웨어",
    "VN": "호치민 | 호찌민 | Ho Chi Minh City | 하노이 | Hanoi | 다낭"
    " | HCMC | Da Nang | 호치민시 | 호찌민시 | 하노이시 | 하이퐁 | 빈증 | 박닌",
}
# Words for several countries at once: none of them is a country.
REGION_WORDS = (
    "아세안 | ASEAN | 동남아 | 동남아시아 | Southeast Asia | 유럽 | Europe | EU"
    " | 유럽연합"
    " | 서유럽 | 동유럽 | 북유럽 | 중동 | Middle East | MENA | GCC | 걸프 | 북미"
    " | North America | 남미 | 중남미 | 중미 | Latin America | 아시아 | Asia | 동북아"
    " | 동아시아 | 서남아 | 중앙아시아 | CIS | 아프리카 | Africa | 오세아니아 | Oceania"
    " | 아시아태평양 | 아태 | APAC | 중화권 | 영미권 | 미주 | 구주 | 유라시아 | BRICS"
    " | 글로벌 | Global | 전세계 | 전 세계 | Worldwide | 해외 | 해외전체 | 다국가"
)
# Words for "no country abroad": understood, and nothing is kept.
NOT_ABROAD = ("국내", "domestic")

REGION_LABELS = {code: label for code, (label, _codes) in REGIONS.items()}
REGION_CODES = {code: tuple(codes.split()) for code, (_l, codes) in REGIONS.items()}
REGION_OF = {
    country: region for region, codes in REGION_CODES.items() for country in codes
}
COUNTRY_CODES = tuple(sorted(set(REGION_OF) - NOT_COUNTRIES))


SHORT_NAMES = {
    "ko": {"AU": "호주", "HK": "홍콩", "MO": "마카오"},
    "en": {"HK": "Hong Kong", "MO": "Macao"},
}


def country_name(code: str) -> str:
    """The country's or office's name in the active language; the code if unknown."""
    if code in OFFICES:
        return str(OFFICES[code])
    return names(get_language() or "ko").get(code, code)


def country_choices() -> list[tuple[str, str]]:
    """(code, name), in the order of the names in the active language."""
    return sorted_names(get_language() or "ko")


def office_choices() -> list[tuple[str, str]]:
    offices = [(code, str(label)) for code, label in OFFICES.items()]
    return offices + country_choices()


@cache
def names(language: str) -> dict[str, str]:
    """Country names by code in one language: those of the Unicode CLDR, but for the
    few that nobody says in full."""
    territories = Locale.parse(language).territories
    return {code: territories[code] for code in COUNTRY_CODES} | SHORT_NAMES[language]


@cache
def sorted_names(language: str) -> list[tuple[str, str]]:
    by_code = names(language)
    choices = [(code, by_code.get(code, code)) for code in COUNTRY_CODES]
    return sorted(choices, key=lambda choice: choice[1])
