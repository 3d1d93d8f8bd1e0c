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
NOT_COUNTRIES = frozenset({"EP", "EU", "EM", "WO"})

REGION_LABELS = {code: label for code, (label, _codes) in REGIONS.items()}
REGION_CODES = {code: tuple(codes.split()) for code, (_l, codes) in REGIONS.items()}
REGION_OF = {
    country: region for region, codes in REGION_CODES.items() for country in codes
}
COUNTRY_CODES = tuple(sorted(set(REGION_OF) - NOT_COUNTRIES))


SHORT_NAMES = {
    "ko": {"HK": "홍콩", "MO": "마카오"},
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
