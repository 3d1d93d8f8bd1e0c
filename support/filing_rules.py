"""기한 규칙 every installation begins with. The list is edited on its page afterwards:
loading it again adds what is missing and leaves what people changed.

None of these texts was read here again but WIPO's table of time limits, and of that not
all rows: what was not is marked as unverified.
"""

from datetime import date

PARIS = "파리협약 제4조 C(1)"
PCT_LIMITS = "https://www.wipo.int/pct/en/texts/time_limits.html"
PCT_GENERAL = "PCT 제22조(1)"
MADRID_DEPENDENCE = "마드리드 의정서 제6조(3)"
MADRID_TERM = "마드리드 의정서 제6조(1)"
AS_OF = date(2026, 9, 1)

# Offices whose row of WIPO's table was read: months from the priority date.
READ_LIMITS = {
    "KR": 31, "EP": 31, "GB": 31, "DE": 31, "AU": 31, "IN": 31, "ID": 31,
    "JP": 30, "CN": 30, "BR": 30, "IL": 30, "AE": 30, "CA": 30, "KH": 30,
}  # fmt: skip
UNREAD_LIMITS = {"US": 30, "SG": 30, "TH": 30, "MY": 30, "VN": 31}

PARIS_MONTHS = {
    "patent": (12, "특허", "patent"),
    "utility-model": (12, "실용신안", "utility model"),
    "design": (6, "디자인", "design"),
    "trademark": (6, "상표", "trademark"),
}


def load() -> None:
    """Add the rules whose code, name and case are all free."""
    from support.models import FilingRule

    add_missing(FilingRule)


def add_missing(model) -> None:
    """The same for a given state of the model, as a migration has it."""
    rules = [model(as_of=AS_OF, **rule) for rule in (*treaty_rules(), *office_rules())]
    model.objects.bulk_create(rules, ignore_conflicts=True)


def treaty_rules():
    for kind, (months, name, name_en) in PARIS_MONTHS.items():
        yield {
            "code": f"paris-{kind}",
            "name": f"조약우선권 주장 기한({name})",
            "name_en": f"Paris priority, {name_en}",
            "event": "priority",
            "kind": kind,
            "months": months,
            "source": PARIS,
        }
    yield {
        "code": "pct-general",
        "name": "PCT 국내단계 진입 기한",
        "name_en": "PCT national phase",
        "event": "national-phase",
        "months": 30,
        "source": PCT_GENERAL,
    }
    yield {
        "code": "madrid-dependence",
        "name": "마드리드 기초등록 종속기간 만료",
        "name_en": "Madrid: end of dependence on the base mark",
        "event": "dependence",
        "months": 60,
        "source": MADRID_DEPENDENCE,
    }
    yield {
        "code": "madrid-term",
        "name": "마드리드 국제등록 존속기간 만료",
        "name_en": "Madrid: end of the term, renewal",
        "event": "term",
        "months": 120,
        "source": MADRID_TERM,
    }


def office_rules():
    for office, months in (READ_LIMITS | UNREAD_LIMITS).items():
        yield {
            "code": f"pct-{office.lower()}",
            "name": f"PCT 국내단계 진입 기한({office})",
            "name_en": f"PCT national phase ({office})",
            "event": "national-phase",
            "office": office,
            "months": months,
            "source": PCT_LIMITS,
            "is_verified": office in READ_LIMITS,
        }
