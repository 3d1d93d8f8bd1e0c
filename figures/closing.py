"""Closing a year, proposed by one person and sealed by a second; and restating it."""

from django.db import connection, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Centre, User
from figures import registry
from figures.compiling import function_name, tables_read
from figures.models import Restatement, Seal, YearClose
from figures.registry import Figure
from records.refusals import Refusal

# Every record counted, then what is said of them all.
SEAL = """
INSERT INTO figures_sealedrecord (seal_id, record_pk, measured)
SELECT %s, pk, measured FROM {function}(%s, %s)
"""
COUNTED = """
SELECT count(*), coalesce(sum(measured), 0), encode(sha256(convert_to(coalesce(
  string_agg(pk || ':' || coalesce(trim_scale(measured)::text, ''), chr(10)
    ORDER BY pk), ''), 'UTF8')), 'hex')
FROM {function}(%s, %s)
"""


def propose(centre: Centre, year: int, *, by: User, readiness: list) -> YearClose:
    """Propose a year that is over. Raises Refusal."""
    if year >= timezone.localdate().year:
        raise Refusal(_("%(year)s is not over yet.") % {"year": year})
    if YearClose.objects.exclude(state=YearClose.State.WITHDRAWN).filter(
        centre=centre, year=year
    ):
        raise Refusal(_("This year is proposed or closed already."))
    return YearClose.objects.create(
        centre=centre, year=year, proposed_by=by, readiness=readiness
    )


@transaction.atomic
def confirm(close: YearClose, *, by: User) -> None:
    """Close the year and seal its figures. Raises Refusal."""
    close = locked(close, YearClose.State.PROPOSED)
    if close.proposed_by_id == by.pk:
        raise Refusal(
            _("A year is closed by somebody other than who proposed it: %(name)s.")
            % {"name": close.proposed_by}
        )
    seal(close)
    close.state = YearClose.State.CLOSED
    close.closed_by, close.closed_at = by, timezone.now()
    close.save(update_fields=("state", "closed_by", "closed_at"))


@transaction.atomic
def withdraw(close: YearClose) -> None:
    """Take a proposal back. Raises Refusal for a year that is closed."""
    close = locked(close, YearClose.State.PROPOSED)
    close.state = YearClose.State.WITHDRAWN
    close.save(update_fields=("state",))


@transaction.atomic
def restate(close: YearClose, *, by: User, reason: str) -> Restatement:
    """Open a restatement: from now on the year's figures may move, and what moves is
    written down. Raises Refusal."""
    close = locked(close, YearClose.State.CLOSED)
    if not reason.strip():
        raise Refusal(_("A restatement needs a reason."))
    if close.restatements.filter(state=Restatement.State.OPEN):
        raise Refusal(_("A restatement of this year is open."))
    last = close.restatements.aggregate(last=Max("number"))["last"] or 0
    return close.restatements.create(
        number=last + 1, reason=reason.strip(), opened_by=by
    )


@transaction.atomic
def approve(restatement: Restatement, *, by: User) -> None:
    """Seal the year anew. Raises Refusal."""
    close = locked(restatement.close, YearClose.State.CLOSED)
    restatement = locked_open(restatement)
    if restatement.opened_by_id == by.pk:
        raise Refusal(
            _("A restatement is approved by somebody other than who opened it: %s.")
            % restatement.opened_by
        )
    close.revision = restatement.number
    seal(close)
    close.save(update_fields=("revision",))
    restatement.state = Restatement.State.APPROVED
    restatement.approved_by, restatement.approved_at = by, timezone.now()
    restatement.save(update_fields=("state", "approved_by", "approved_at"))


@transaction.atomic
def withdraw_restatement(restatement: Restatement) -> None:
    """Give a restatement up, once every record is counted as sealed again. Raises
    Refusal while one is not."""
    close = locked(restatement.close, YearClose.State.CLOSED)
    restatement = locked_open(restatement)
    lock_tables()
    moved = [figure for figure in registry.all_figures() if is_moved(close, figure)]
    if moved:
        raise Refusal(
            _(
                "These figures are not as they were sealed: %(figures)s. Undo the "
                "changes first, or have the restatement approved."
            )
            % {"figures": ", ".join(str(figure.label) for figure in moved)}
        )
    restatement.state = Restatement.State.WITHDRAWN
    restatement.save(update_fields=("state",))


def locked(close: YearClose, state: str) -> YearClose:
    """The close, locked, in this state. Raises Refusal."""
    close = YearClose.objects.select_for_update().get(pk=close.pk)
    if close.state != state:
        raise Refusal(
            _("%(close)s is %(state)s.")
            % {"close": close, "state": close.get_state_display()}
        )
    return close


def locked_open(restatement: Restatement) -> Restatement:
    restatement = Restatement.objects.select_for_update().get(pk=restatement.pk)
    if restatement.state != Restatement.State.OPEN:
        raise Refusal(
            _("The restatement is %(state)s.")
            % {"state": restatement.get_state_display()}
        )
    return restatement


def seal(close: YearClose) -> None:
    """Seal every figure at the close's revision. Writers wait meanwhile, so that none
    slips in between what was counted and what is held."""
    lock_tables()
    for figure in registry.all_figures():
        count, total, digest = counted(close, figure)
        made = Seal.objects.create(
            close=close,
            revision=close.revision,
            figure=figure.slug,
            definition=figure.definition_of(close.period).version,
            total=total,
            count=count,
            digest=digest,
        )
        with connection.cursor() as cursor:
            cursor.execute(
                SEAL.format(function=function_name(figure)),
                (made.pk, close.year, close.centre_id),
            )


def lock_tables() -> None:
    tables = ", ".join(f'"{table}"' for table in tables_read())
    with connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {tables} IN SHARE ROW EXCLUSIVE MODE")


def counted(close: YearClose, figure: Figure) -> tuple:
    """How many records the figure counts now, its total and their digest."""
    with connection.cursor() as cursor:
        cursor.execute(
            COUNTED.format(function=function_name(figure)),
            (close.year, close.centre_id),
        )
        return cursor.fetchone()


def is_moved(close: YearClose, figure: Figure) -> bool:
    """Whether a recount says anything else than the seal."""
    sealed = close.seals.filter(revision=close.revision, figure=figure.slug).first()
    if sealed is None:
        return False
    return counted(close, figure) != (sealed.count, sealed.total, sealed.digest)
