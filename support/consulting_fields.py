"""상담분야 every installation begins with. The list is edited on its page afterwards:
loading it again adds what is missing and leaves what people changed."""

FIELDS = (
    # code, name, name in English, words met in centres' logs
    ("legal", "법률", "Legal", ("법률자문", "법무", "해외법률", "법률상담")),
    (
        "ip",
        "특허·상표",
        "Patents and trademarks",
        ("특허", "상표", "지식재산", "지재권", "해외특허", "특허/상표", "IP"),
    ),
    (
        "accounting",
        "회계·세무",
        "Accounting and tax",
        ("회계", "세무", "회계/세무", "세무회계", "해외세무"),
    ),
    (
        "incorporation",
        "법인설립",
        "Incorporation",
        ("현지법인", "해외법인", "해외법인설립", "지사설립"),
    ),
    (
        "contract",
        "계약·무역",
        "Contracts and trade",
        ("계약", "무역", "수출계약", "계약서", "수출", "통관"),
    ),
    (
        "marketing",
        "마케팅",
        "Marketing",
        ("홍보", "해외마케팅", "PR", "판로개척", "시장조사"),
    ),
    (
        "investment",
        "투자유치",
        "Investment",
        ("투자", "IR", "펀딩", "해외투자", "해외투자유치"),
    ),
    (
        "certification",
        "인증·규격",
        "Certification and standards",
        ("인증", "해외인증", "규격", "인허가", "시험인증", "CE/FCC 인증"),
    ),
    ("tech", "기술", "Technology", ("기술자문", "개발", "기술지원", "R&D")),
    ("hr", "인사", "Human resources", ("인사노무", "노무", "채용", "비자")),
    ("other", "기타", "Other", ("일반", "그 외", "기타상담")),
)


def load() -> None:
    """Add the entries whose code and name are both free."""
    from support.models import ConsultingField

    add_missing(ConsultingField)


def add_missing(model) -> None:
    """The same for a given state of the model, as a migration has it."""
    entries = [
        model(code=code, name=name, name_en=name_en, aliases=list(aliases))
        for code, name, name_en, aliases in FIELDS
    ]
    model.objects.bulk_create(entries, ignore_conflicts=True)
