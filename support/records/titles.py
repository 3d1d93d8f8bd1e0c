"""Column titles met in files for the same thing in several types."""

BUSINESS_NUMBER = ("사업자등록번호", "사업자번호", "business number")
STARTUP = ("기업", "업체명", "회사명", "기업명", "업체", "상호", "상호명")
# The columns of a file that say which start-up a row is of.
OF_STARTUP = {"startup": STARTUP, "startup__biz_reg_no": BUSINESS_NUMBER}
COUNTRY = ("국가", "대상국가", "나라", "진출국가", "대상국")
# The columns of a ledger in which outcomes of several types stand.
DAY_OF_OUTCOME = ("일자", "성과일", "성과일자", "날짜", "발생일")
WHAT_CAME = ("내용", "성과내용", "제목", "성과명", "건명")
OTHER_PARTY = (
    "상대방",
    "상대기관",
    "상대기업",
    "거래처",
    "협력기관",
    "투자자",
    "투자사",
)
