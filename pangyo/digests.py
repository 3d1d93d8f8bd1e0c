"""The morning's e-mail: what is overdue, what is due soon, which cases are stale.

To each active user with an address and something to tell, once a day, as plain text in
both languages; nothing in it reports back.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts.models import User
from pangyo.models import SentDigest
from records.deadlines import Deadline, due
from support.models import ConsultingCase

SOON = 7  # days
LISTED = 20  # of each kind; the rest is counted


@dataclass(frozen=True)
class Digest:
    """What one user is told on a day."""

    user: User
    on: date
    overdue: list[Deadline]
    soon: list[Deadline]
    stale: list[ConsultingCase]
    stale_count: int

    def __bool__(self) -> bool:
        return bool(self.overdue or self.soon or self.stale_count)

    def text(self) -> str:
        parts = []
        for language, _name in settings.LANGUAGES:
            with override(language):
                parts.append(render_to_string("deadlines/digest.txt", self.context()))
        return "\n\n".join(parts)

    def context(self) -> dict:
        sections = (
            (_("Overdue"), self.overdue),
            (_("Due soon"), self.soon),
        )
        return {
            "digest": self,
            "sections": [(label, some[:LISTED], some) for label, some in sections],
            "days": settings.STALE_AFTER_DAYS,
            "site": settings.SITE_URL,
        }

    def subject(self) -> str:
        with override(settings.LANGUAGE_CODE):
            return _(
                "[Pangyo] %(day)s: %(overdue)s overdue, %(soon)s due soon, "
                "%(stale)s stale"
            ) % {
                "day": self.on,
                "overdue": len(self.overdue),
                "soon": len(self.soon),
                "stale": self.stale_count,
            }


@dataclass
class Counts:
    sent: int = 0
    already: int = 0
    nothing: int = 0


def send_digests(on: date, *, is_dry_run: bool = False) -> Counts:
    """Write to everybody who has something due. Raises what the mail server raises; who
    was written to before that is not written to again."""
    counts = Counts()
    people = User.objects.filter(is_active=True).exclude(email="")
    for user in people.select_related("centre"):
        if SentDigest.objects.filter(user=user, sent_for=on).exists():
            counts.already += 1
        elif digest := digest_of(user, on):
            if not is_dry_run:
                send(digest)
            counts.sent += 1
        else:
            counts.nothing += 1
    return counts


def send(digest: Digest) -> None:
    """The record first: two processes at once send one mail."""
    with transaction.atomic():
        SentDigest.objects.create(user=digest.user, sent_for=digest.on)
        EmailMessage(
            subject=digest.subject(), body=digest.text(), to=[digest.user.email]
        ).send()


def digest_of(user: User, on: date) -> Digest:
    overdue = due(user, None, on - timedelta(days=1), today=on, is_mine=True)
    farthest = max(SOON, *settings.DEADLINE_NOTICE_DAYS)
    ahead = due(user, on, on + timedelta(days=farthest), today=on, is_mine=True)
    stale = stale_for(user, on)
    return Digest(
        user=user,
        on=on,
        overdue=list(overdue),
        soon=[one for one in ahead if is_told(one, on)],
        stale=list(stale.select_related("startup").order_by("opened_on")[:LISTED]),
        stale_count=stale.count(),
    )


def is_told(deadline: Deadline, on: date) -> bool:
    """Every day of the last week; of law and agreements also on the days of notice."""
    left = deadline.days_left(on)
    is_notice = deadline.source.is_noticed and left in settings.DEADLINE_NOTICE_DAYS
    return left <= SOON or is_notice


def stale_for(user: User, on: date) -> QuerySet[ConsultingCase]:
    """A manager's: all of the own centre; others': those they are an officer of."""
    if not user.has_perm("support.view_consultingcase"):
        return ConsultingCase.objects.none()
    cases = ConsultingCase.objects.stale(on).visible_to(user)
    if user.role == User.Role.MANAGER and user.centre_id:
        return cases.filter(centre_id=user.centre_id)
    return cases.filter(officers=user)
