"""The words of visits: who comes, led by whom, and what for. Titles, no
real persons."""

# Protocol class → kind of delegation.
KINDS = {
    "state": {"government": 78, "parliament": 14, "international": 8},
    "official": {"government": 60, "parliament": 25, "embassy": 15},
    "working": {
        "government": 24,
        "agency": 24,
        "embassy": 12,
        "investor": 16,
        "company": 14,
        "international": 10,
    },
    "private": {"company": 50, "investor": 50},
    "study": {
        "government": 22,
        "local-government": 26,
        "agency": 12,
        "university": 16,
        "company": 14,
        "press": 6,
        "international": 4,
    },
}

ORGANISATIONS = {
    "government": (
        "{} 과학기술 담당 부처",
        "{} 경제 담당 부처",
        "{} 디지털 담당 부처",
        "주한 {} 대사관",
    ),
    "parliament": ("{} 의회", "{} 의회 과학기술위원회"),
    "local-government": (
        "{} 지방정부",
        "{} 지방정부 투자유치국",
        "{} 산업단지 관리기관",
    ),
    "international": ("{} 소재 국제기구", "{} 소재 개발은행"),
    "agency": ("{} 혁신진흥기관", "{} 창업지원기관", "{} 투자청"),
    "investor": ("{} 벤처투자사", "{} 창업기획사"),
    "company": ("{} 상공회의소", "{} 정보통신기업", "{} 제조기업"),
    "university": ("{} 공과대학", "{} 경영대학원"),
    "press": ("{} 경제매체", "{} 방송사"),
    "embassy": ("주한 {} 대사관",),
}

LEADERS = {
    ("state", "government"): (
        "부총리",
        "경제 담당 장관",
        "과학기술 담당 장관",
        "외교 담당 장관",
        "특사단장",
    ),
    ("state", "parliament"): ("의회 의장", "의회 부의장"),
    ("state", "international"): ("소재 국제기구 사무총장",),
    ("official", "government"): ("장관", "차관"),
    "government": ("차관보", "국장", "과장"),
    "parliament": ("의회 위원장", "의원"),
    "local-government": ("지방정부 부지사", "지방정부 부시장", "지방정부 국장"),
    "international": ("소재 국제기구 국장",),
    "agency": ("혁신진흥기관 원장", "창업지원기관 본부장"),
    "investor": ("벤처투자사 파트너",),
    "company": ("상공회의소 회장", "기업 임원"),
    "university": ("대학 학장", "대학 교수"),
    "press": ("기자단 단장",),
    "embassy": ("대사", "공사", "참사관"),
}

TITLES = {
    "state": (
        "{who} 대표단 국빈 방문",
        "{country} 국빈 방문 경제사절단",
        "{country} 국빈 방문단 창업 생태계 시찰",
    ),
    "official": ("{who} 대표단 공식 방문", "{country} 공식 대표단 방문"),
    "working": ("{who} 실무 협의", "{country} 협력사업 실무 방문"),
    "private": ("{who} 사적 방문",),
    "study": ("{who} 견학", "{country} 시찰단 견학", "{country} 연수단 견학"),
}

PURPOSES = {
    "state": (
        "판교 창업 생태계 소개, 스타트업 간담회",
        "창업 지원 정책 소개, 협력 의향 교환",
    ),
    "official": ("스타트업 교류 협력 논의", "정책 소개와 시설 안내"),
    "working": (
        "공동 보육 프로그램 협의",
        "양국 스타트업 교류 일정 협의",
        "협약 이행 점검",
    ),
    "private": ("시설 둘러보기와 스타트업 소개",),
    "study": (
        "판교테크노밸리 조성 과정 견학",
        "보육공간과 지원사업 견학",
        "스타트업 현장 견학",
    ),
}
