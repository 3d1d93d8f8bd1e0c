"""The numbers that the press printed about the centres, as it printed them.

They are no invention: the records beside them are. What the sources contradict is kept
as it stands and noted.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from figures.models import Publication
from figures.periods import Period
from figures.publishing import fill_in, read_printed
from figures.registry import get
from pangyo.demo.tenants import SURVEYOR
from pangyo.demo.world import World

REGISTRAR = "national"
PRINTED = "보도된 실제 수치 (시연용 가상 자료의 집계와 다를 수 있음)"
ZONE_1 = ("pangyo-1",)
BOTH_ZONES = ("pangyo-1", "pangyo-2")
YEAR_2018 = Period.of_year(2018)
TO_AUGUST_2019 = Period(date(2019, 1, 1), date(2019, 8, 31))


@dataclass(frozen=True)
class Source:
    outlet: str
    address: str
    day: date | None = None


ETNEWS = Source("전자신문", "전자신문 2019년 가을 판교테크노밸리 기사 (김정희 기자)")
SEDAILY = Source("서울경제", "https://www.sedaily.com/NewsView/1HKP90KWIP")
SEDAILY_LATER = Source("서울경제", "https://www.sedaily.com/NewsView/1KWFRJ92WF")
HANKYUNG = Source(
    "한국경제", "https://www.hankyung.com/article/201708085799Y", date(2017, 8, 8)
)
MBN = Source("매일경제TV", "mbnmoney.mbn.co.kr, news_no=MM1004095754")
LAWISSUE = Source(
    "로이슈", "lawissue.co.kr 202110041552198613d94aa4ada6_12", date(2021, 10, 4)
)
DAUM = Source("다음 뉴스", "https://v.daum.net/v/20221229180904460", date(2022, 12, 29))
KYEONGIN = Source("경인일보", "https://www.kyeongin.com/article/1671312")

# What one article of 2019 said of the three centres.
OF_CENTRES = (
    ("b2g", "consulting-cases", YEAR_2018, "해외진출 컨설팅 서비스 1708건"),
    ("b2g", "overseas-filings", YEAR_2018, "해외 특허·상표출원 88건"),
    ("b2g", "overseas-contracts", YEAR_2018, "해외 사업계약·제휴 20건"),
    ("b2g", "overseas-incorporations", YEAR_2018, "해외 법인설립 11건"),
    ("b2g", "investment-linked", YEAR_2018, "투자유치 연계 1113억원"),
    ("gccei", "state-visits", YEAR_2018, "지난해 42건 국빈방문"),
    ("gccei", "state-visits", TO_AUGUST_2019, "올해는 8월까지 22건 국빈방문"),
    ("gbsa", "overseas-visitors", YEAR_2018, "지난해 견학 온 해외인사 684명"),
    ("gbsa", "overseas-visitors", TO_AUGUST_2019, "올해는 8월 현재 484명"),
)


@dataclass(frozen=True)
class Survey:
    """The survey of a year: figure → what was printed of the whole, sectors and sizes
    of the tenants; notes by figure."""

    year: int
    source: Source
    whole: dict[str, str]
    zones: tuple[str, ...] = ZONE_1
    sectors: dict[str, str] = field(default_factory=dict)
    sizes: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    estimated: tuple[str, ...] = ()


SAME_STAFF = "2014년과 2015년 보도가 같은 임직원 수(70,577명)를 싣고 있음"
SERIES_BREAK = "2020년 실태조사부터 제2판교를 포함하여 이전 연도와 범위가 다름"

SURVEYS = (
    Survey(
        2011,
        SEDAILY,
        {"tenants": "83개사", "tenant-revenue": "약 5조원"},
        estimated=("tenant-revenue",),
    ),
    Survey(
        2013,
        SEDAILY,
        {"tenants": "870개사", "tenant-revenue": "54조16억원"},
        notes={"tenants": "기사에 실린 증가율에서 계산한 값"},
        estimated=("tenants",),
    ),
    Survey(
        2014,
        SEDAILY,
        {
            "tenants": "1,002개사",
            "tenant-revenue": "69조3,822억원",
            "tenant-employees": "70,577명",
        },
        sectors={"IT": "643개사", "BT": "103개사", "CT": "87개사"},
        sizes={"sme": "857개사", "mid": "99개사", "large": "37개사"},
        notes={"tenant-employees": SAME_STAFF},
    ),
    Survey(
        2015,
        SEDAILY_LATER,
        {
            "tenants": "1,121개사",
            "tenant-revenue": "70조2,778억원",
            "tenant-employees": "70,577명",
        },
        sectors={"IT": "862개사", "BT": "137개사", "CT": "69개사", "NT": "11개사"},
        notes={"tenant-employees": SAME_STAFF},
    ),
    Survey(
        2016,
        HANKYUNG,
        {
            "tenants": "1,306개사",
            "tenant-revenue": "77조4,833억원",
            "tenant-employees": "74,738명",
        },
    ),
    Survey(2018, MBN, {"tenant-revenue": "87.5조원"}),
    Survey(
        2019,
        MBN,
        {"tenants": "1,259개사", "tenant-revenue": "107.2조원"},
        sectors={"IT": "830개사", "CT": "165개사", "BT": "164개사", "NT": "17개사"},
    ),
    Survey(
        2020,
        LAWISSUE,
        {
            "tenants": "1,697개사",
            "tenant-revenue": "109.9조원",
            "tenant-employees": "71,967명",
        },
        zones=BOTH_ZONES,
        sectors={"IT": "1,096개사", "BT": "228개사", "CT": "220개사", "NT": "19개사"},
        sizes={"sme": "1,487개사", "mid": "97개사", "large": "64개사"},
        notes=dict.fromkeys(
            ("tenants", "tenant-revenue", "tenant-employees"), SERIES_BREAK
        ),
    ),
    Survey(
        2021,
        DAUM,
        {
            "tenants": "1,642개사",
            "tenant-revenue": "120.8조원",
            "tenant-employees": "73,443명",
        },
        zones=BOTH_ZONES,
    ),
    Survey(
        2022,
        KYEONGIN,
        {
            "tenants": "1,622개사",
            "tenant-revenue": "167.7조원",
            "tenant-employees": "78,751명",
        },
        zones=BOTH_ZONES,
    ),
)


def enter_published(world: World) -> None:
    """Enter them into the register, once centres and accounts are saved."""
    for one in (*of_centres(world), *of_surveys(world)):
        one.amount = read_printed(get(one.figure).unit, one.printed)
        fill_in(one)
        one.save()


def of_centres(world: World) -> Iterator[Publication]:
    for code, figure, period, printed in OF_CENTRES:
        yield given_out(world, code, figure, period, printed, ETNEWS)


def of_surveys(world: World) -> Iterator[Publication]:
    for survey in SURVEYS:
        zones = {"zone": list(survey.zones)}
        for figure, printed in survey.whole.items():
            yield of_survey(world, survey, figure, printed, zones)
        for sector, printed in survey.sectors.items():
            part = zones | {"sector": [sector]}
            yield of_survey(world, survey, "tenants", printed, part)
        for size, printed in survey.sizes.items():
            part = zones | {"size": [size]}
            yield of_survey(world, survey, "tenants", printed, part)


def of_survey(world: World, survey: Survey, figure, printed, narrowed) -> Publication:
    period = Period.of_year(survey.year)
    one = given_out(world, SURVEYOR, figure, period, printed, survey.source)
    one.narrowed = narrowed
    if figure in survey.estimated:
        one.basis = Publication.Basis.ESTIMATE
    if note := survey.notes.get(figure):
        one.notes = f"{note}\n{PRINTED}"
    return one


def given_out(
    world: World, code: str, figure: str, period: Period, printed: str, source: Source
) -> Publication:
    return Publication(
        centre=world.centres[code],
        figure=figure,
        starts_on=period.start,
        ends_on=period.end,
        printed=printed,
        outlet=source.outlet,
        source=source.address,
        published_on=source.day,
        notes=PRINTED,
        entered_by=world.users[REGISTRAR],
    )
