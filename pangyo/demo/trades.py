"""What the invented start-ups do: the last part of their names, sector and products."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Trade:
    name: str
    name_en: str
    sector: str
    weight: float
    tags: tuple[str, ...]
    products: tuple[str, ...]


TRADES = (
    Trade(
        "소프트",
        "Soft",
        "IT",
        10,
        ("saas",),
        ("업무협업 소프트웨어", "전자문서 솔루션", "회의록 작성 서비스"),
    ),
    Trade(
        "랩스",
        "Labs",
        "IT",
        9,
        ("ai",),
        ("음성인식 엔진", "기계번역 엔진", "이미지 검색 엔진"),
    ),
    Trade(
        "네트웍스",
        "Networks",
        "IT",
        7,
        ("network",),
        ("실내 위치측정 장치", "사물인터넷 게이트웨이", "통신망 관제 솔루션"),
    ),
    Trade(
        "데이터",
        "Data",
        "IT",
        7,
        ("ai", "bigdata"),
        ("수요예측 플랫폼", "광고성과 분석 도구", "신용평가 모형"),
    ),
    Trade(
        "클라우드",
        "Cloud",
        "IT",
        5,
        ("cloud", "saas"),
        ("영상 전송 플랫폼", "백업 서비스", "서버 관제 서비스"),
    ),
    Trade(
        "비전",
        "Vision",
        "IT",
        6,
        ("ai",),
        ("불량검사 카메라", "안면인식 단말기", "주차관제 카메라"),
    ),
    Trade(
        "로보틱스",
        "Robotics",
        "IT",
        5,
        ("robot", "ai"),
        ("배송로봇", "협동로봇 제어기", "교육용 로봇"),
    ),
    Trade(
        "시큐리티",
        "Security",
        "IT",
        5,
        ("security",),
        ("생체인증 솔루션", "악성코드 탐지 솔루션", "문서보안 솔루션"),
    ),
    Trade(
        "페이",
        "Pay",
        "IT",
        4,
        ("fintech",),
        ("간편결제 서비스", "해외송금 서비스", "정산 자동화 서비스"),
    ),
    Trade(
        "모빌리티",
        "Mobility",
        "IT",
        4,
        ("mobility",),
        ("전기자전거 공유 서비스", "차량 진단 단말기", "배차 플랫폼"),
    ),
    Trade(
        "시스템",
        "Systems",
        "IT",
        6,
        ("iot",),
        ("스마트팩토리 관제 시스템", "에너지 관리 시스템", "건물 출입관리 시스템"),
    ),
    Trade(
        "바이오",
        "Bio",
        "BT",
        7,
        ("bio",),
        ("체외진단 키트", "유전자 분석 서비스", "미생물 배양 장비"),
    ),
    Trade(
        "헬스케어",
        "Healthcare",
        "BT",
        6,
        ("medical", "iot"),
        ("혈당관리 앱", "수면측정 기기", "재활운동 기기"),
    ),
    Trade(
        "메디",
        "Medi",
        "BT",
        5,
        ("medical", "ai"),
        ("의료영상 판독보조 소프트웨어", "휴대용 초음파 기기", "치과용 스캐너"),
    ),
    Trade(
        "게임즈",
        "Games",
        "CT",
        5,
        ("game",),
        ("모바일 역할수행 게임", "퍼즐 게임", "가상현실 게임"),
    ),
    Trade(
        "스튜디오",
        "Studio",
        "CT",
        4,
        ("content",),
        ("유아용 애니메이션", "웹툰", "캐릭터 상품"),
    ),
    Trade(
        "미디어",
        "Media",
        "CT",
        4,
        ("content", "platform"),
        ("짧은 영상 플랫폼", "오디오북 서비스", "한국어 학습 서비스"),
    ),
    Trade(
        "소재",
        "Materials",
        "NT",
        2,
        ("material",),
        ("전도성 필름", "방열 소재", "차단 코팅제"),
    ),
    Trade(
        "나노",
        "Nano",
        "NT",
        2,
        ("material",),
        ("나노 필터", "은나노 잉크", "가스 센서"),
    ),
    Trade(
        "커머스",
        "Commerce",
        "OTHER",
        3,
        ("platform",),
        ("역직구 플랫폼", "화장품 구독 서비스", "공동구매 앱"),
    ),
    Trade(
        "에듀",
        "Edu",
        "OTHER",
        3,
        ("edutech",),
        ("코딩교육 교구", "수학학습 앱", "온라인 시험 플랫폼"),
    ),
    Trade(
        "푸드",
        "Food",
        "OTHER",
        2,
        ("food",),
        ("식물성 단백 식품", "건강기능 식품", "즉석 조리 식품"),
    ),
    Trade(
        "에너지",
        "Energy",
        "OTHER",
        2,
        ("energy",),
        ("태양광 관제 장치", "소형 연료전지", "전력 저장장치"),
    ),
)
