"""Closed years as tests need them."""

from accounts.models import Centre
from figures import closing
from figures.models import Restatement, YearClose
from tests import makers


def close_year(centre: Centre, year: int = 2018) -> YearClose:
    """Proposed by one manager of the centre and closed by another."""
    one, other = (makers.make_user("manager", centre) for _ in range(2))
    close = closing.propose(centre, year, by=one, readiness=[])
    closing.confirm(close, by=other)
    close.refresh_from_db()
    return close


def open_restatement(close: YearClose, reason: str = "중복 접수") -> Restatement:
    by = makers.make_user("manager", close.centre)
    return closing.restate(close, by=by, reason=reason)


def approve(restatement: Restatement) -> None:
    by = makers.make_user("manager", restatement.close.centre)
    closing.approve(restatement, by=by)
