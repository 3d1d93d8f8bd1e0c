"""The countries that start-ups go to and delegations come from."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """`market` weighs how many start-ups go there, `visits` how many delegations are
    invented from there: none from Estonia and Slovakia, whose visits were reported.
    `form` is how a company's name ends there."""

    code: str
    name: str
    city: str
    currency: str
    form: str
    market: float
    visits: float


PLACES = {
    place.code: place
    for place in (
        Place("US", "미국", "San Jose", "USD", "Inc.", 24, 7),
        Place("CN", "중국", "Shenzhen", "CNY", "Co., Ltd.", 15, 9),
        Place("JP", "일본", "Tokyo", "JPY", "K.K.", 14, 6),
        Place("VN", "베트남", "Ho Chi Minh City", "USD", "Vietnam Co., Ltd.", 10, 7),
        Place("SG", "싱가포르", "Singapore", "SGD", "Pte. Ltd.", 7.5, 4),
        Place("ID", "인도네시아", "Jakarta", "USD", "PT", 5.5, 6),
        Place("TH", "태국", "Bangkok", "THB", "(Thailand) Co., Ltd.", 4.2, 7),
        Place("GB", "영국", "London", "GBP", "Ltd.", 3.2, 3),
        Place("DE", "독일", "Berlin", "EUR", "GmbH", 3.1, 4),
        Place("HK", "홍콩", "Hong Kong", "HKD", "Limited", 2.4, 0),
        Place("TW", "대만", "Taipei", "USD", "Co., Ltd.", 2.2, 0),
        Place("IN", "인도", "Bengaluru", "INR", "Private Limited", 2.1, 3),
        Place("MY", "말레이시아", "Kuala Lumpur", "USD", "Sdn. Bhd.", 1.8, 4),
        Place("PH", "필리핀", "Manila", "USD", "Corp.", 1.1, 3),
        Place("FR", "프랑스", "Paris", "EUR", "SAS", 1.5, 4),
        Place("AE", "아랍에미리트", "Dubai", "USD", "FZ-LLC", 1.4, 3),
        Place("CA", "캐나다", "Toronto", "CAD", "Inc.", 1.3, 5),
        Place("AU", "호주", "Sydney", "AUD", "Pty Ltd", 1.1, 2),
        Place("RU", "러시아", "Moscow", "USD", "LLC", 0.8, 2),
        Place("BR", "브라질", "São Paulo", "USD", "Ltda.", 0.7, 2),
        Place("MX", "멕시코", "Mexico City", "USD", "S. de R.L.", 0.5, 2),
        Place("NL", "네덜란드", "Amsterdam", "EUR", "B.V.", 0.6, 3),
        Place("KZ", "카자흐스탄", "Almaty", "USD", "LLP", 0.3, 3),
        Place("UZ", "우즈베키스탄", "Tashkent", "USD", "LLC", 0.2, 3),
        Place("FI", "핀란드", "Helsinki", "EUR", "Oy", 0.4, 3),
        Place("EE", "에스토니아", "Tallinn", "EUR", "OÜ", 0.2, 0),
        Place("SK", "슬로바키아", "Bratislava", "EUR", "s.r.o.", 0.1, 0),
        Place("HU", "헝가리", "Budapest", "EUR", "Kft.", 0.1, 2),
        Place("PL", "폴란드", "Warsaw", "EUR", "Sp. z o.o.", 0.2, 2),
        Place("IL", "이스라엘", "Tel Aviv", "USD", "Ltd.", 0.5, 2),
        Place("SA", "사우디아라비아", "Riyadh", "USD", "LLC", 0.4, 3),
        Place("CL", "칠레", "Santiago", "USD", "SpA", 0.2, 2),
        Place("CO", "콜롬비아", "Bogotá", "USD", "S.A.S.", 0.1, 2),
        Place("KE", "케냐", "Nairobi", "USD", "Limited", 0.1, 2),
        Place("RW", "르완다", "Kigali", "USD", "Ltd", 0.1, 1.5),
        Place("KH", "캄보디아", "Phnom Penh", "USD", "Co., Ltd.", 0.3, 2),
        Place("MM", "미얀마", "Yangon", "USD", "Co., Ltd.", 0.3, 2),
        Place("MN", "몽골", "Ulaanbaatar", "USD", "LLC", 0.3, 2),
    )
}

MARKETS = {code: place.market for code, place in PLACES.items()}
VISITORS = {code: place.visits for code, place in PLACES.items()}


def names_of(codes: list[str]) -> str:
    return "·".join(PLACES[code].name for code in codes)
