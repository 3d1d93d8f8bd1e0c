"""What a new entry of the log begins with: today, oneself, and what was logged last."""

from itertools import chain

from django.utils import timezone

from accounts.models import User
from support.models import Logged, Session

REMEMBERED = 10


def latest(user: User) -> list[Session]:
    """The sessions this user logged last, the newest first, with their cases."""
    entries = Logged.objects.by_latest(user)[:REMEMBERED]
    return list(chain.from_iterable(entry.sessions.all() for entry in entries))


def begun(user: User, last: list[Session]) -> dict:
    """The start of a new entry of this user, who logged the `last`."""
    initial = {
        "held_on": timezone.localdate(),
        "officers": [user],
        "centre": user.centre.code if user.centre else None,
    }
    if last:
        initial["channel"] = last[0].channel
        initial["is_closed"] = was_settled(last[0])
    return initial


def going_on(logged: Logged) -> dict:
    """The start of the next of several entries: as the one before, but for who came
    and what was said."""
    session = logged.sessions.select_related("case", "centre").first()
    if session is None:
        return begun(logged.by, [])
    return {
        "held_on": session.held_on,
        "channel": session.channel,
        "fields": session.case.fields,
        "officers": list(session.case.officers.all()),
        "is_closed": was_settled(session),
        "centre": session.centre.code,
    }


def was_settled(session: Session) -> bool:
    return session.case.closed_on == session.held_on


def suggested(choices, last: list[Session]) -> list[tuple[str, str]]:
    """The choices, those logged last before the others."""
    used = dict.fromkeys(chain.from_iterable(one.case.fields for one in last))
    order = {code: place for place, code in enumerate(used)}
    return sorted(choices, key=lambda choice: order.get(choice[0], len(order)))
