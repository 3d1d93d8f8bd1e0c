"""The figures as somebody would write them by hand: the measure to be held to.

One plain statement a figure; `{centre}` narrows it to a centre or to nothing.
"""

KEPT = "deleted_at IS NULL {centre}"
SESSIONS = """
    FROM support_session s JOIN support_consultingcase c ON c.id = s.case_id
    WHERE s.held_on BETWEEN %(start)s AND %(end)s AND s.deleted_at IS NULL
    AND c.deleted_at IS NULL AND c.status <> 'cancelled' {centre_of_session}
"""
VISITS = f"""
    FROM delegations_visit
    WHERE starts_on BETWEEN %(start)s AND %(end)s AND status = 'done' AND {KEPT}
"""
INVESTMENTS = f"""
    FROM support_investmentlink WHERE paid_on BETWEEN %(start)s AND %(end)s AND {KEPT}
"""
TENANTS = f"""
    FROM support_tenantreturn WHERE year = EXTRACT(year FROM %(end)s::date) AND {KEPT}
"""

STATEMENTS = {
    "consulting-cases": f"""
        SELECT count(*) FROM support_consultingcase
        WHERE opened_on BETWEEN %(start)s AND %(end)s AND status <> 'cancelled'
        AND {KEPT}
    """,
    "consulting-sessions": f"SELECT count(*) {SESSIONS}",
    "consulting-hours": f"SELECT sum(s.minutes) / 60.0 {SESSIONS}",
    "startups-supported": f"""
        SELECT count(DISTINCT startup_id) FROM support_consultingcase
        WHERE opened_on BETWEEN %(start)s AND %(end)s AND status <> 'cancelled'
        AND {KEPT}
    """,
    "overseas-filings": f"""
        SELECT sum(quantity) FROM support_overseasfiling
        WHERE filed_on BETWEEN %(start)s AND %(end)s AND {KEPT}
    """,
    "overseas-contracts": f"""
        SELECT sum(quantity) FROM support_contract
        WHERE signed_on BETWEEN %(start)s AND %(end)s AND {KEPT}
    """,
    "overseas-incorporations": f"""
        SELECT sum(quantity) FROM support_incorporation
        WHERE established_on BETWEEN %(start)s AND %(end)s AND {KEPT}
    """,
    "investment-linked": f"SELECT sum(amount_krw) {INVESTMENTS}",
    "investments-made": f"SELECT sum(quantity) {INVESTMENTS}",
    "tenants": f"SELECT count(*) {TENANTS}",
    "tenant-revenue": f"SELECT sum(revenue_krw) {TENANTS}",
    "tenant-employees": f"SELECT sum(employees) {TENANTS}",
    "visits": f"SELECT count(*) {VISITS}",
    "state-visits": f"SELECT count(*) {VISITS} AND visit_class = 'state'",
    "overseas-visitors": f"SELECT sum(headcount) {VISITS}",
    "visiting-organisations": f"""
        SELECT count(DISTINCT lower(regexp_replace(name, '[^[:alnum:]]', '', 'g')))
        FROM (SELECT unnest(organisations) AS name {VISITS}) AS named
    """,
    "visiting-leads": f"""
        SELECT count(DISTINCT (lower(lead_name), countries)) {VISITS}
        AND lead_name <> ''
    """,
    "mous-signed": f"""
        SELECT sum(quantity) FROM delegations_mou
        WHERE signed_on BETWEEN %(start)s AND %(end)s AND {KEPT}
    """,
    "mous-in-force": f"""
        SELECT sum(quantity) FROM delegations_mou
        WHERE signed_on <= %(end)s AND (expires_on IS NULL OR expires_on >= %(end)s)
        AND (terminated_on IS NULL OR terminated_on > %(end)s) AND {KEPT}
    """,
    "agencies-opened": f"""
        SELECT count(*) FROM delegations_agency
        WHERE opened_on BETWEEN %(start)s AND %(end)s AND {KEPT}
    """,
    "agencies-open": f"""
        SELECT count(*) FROM delegations_agency
        WHERE opened_on <= %(end)s AND (closed_on IS NULL OR closed_on > %(end)s)
        AND {KEPT}
    """,
}


def statement(slug: str, *, of_centre: bool) -> str:
    """The figure's SQL, for parameters start and end, and centre where `of_centre`."""
    return STATEMENTS[slug].format(
        centre="AND centre_id = %(centre)s" if of_centre else "",
        centre_of_session="AND s.centre_id = %(centre)s" if of_centre else "",
    )
