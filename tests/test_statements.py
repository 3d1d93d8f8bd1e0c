"""No page asks the database more often because there is more to show."""

import pytest

from tests import makers
from tests.records.samples import TYPES, client_of, copy, fill_in, unlike_others
from tests.walking import walk

pytestmark = pytest.mark.django_db

FEW, MANY = 3, 30
# Whose they are: what waits for somebody stands on pages of its own.
THE_PERSON = {"cases": "officers", "follow-ups": "owner"}


def fill_up(kind) -> None:
    """As many more as make many of few, all linked as the last one is."""
    last = kind.model.objects.order_by("pk").last()
    for _time in range(MANY - FEW):
        copy(last, **unlike_others(kind))


def test_no_page_takes_more_statements_for_many_records(statements):
    user = makers.make_user("admin")
    for kind in TYPES:
        person = THE_PERSON.get(kind.slug)
        fill_in(kind, FEW, **({person: str(user.pk)} if person else {}))
    client = client_of(user)
    addresses = [address for address, _text in walk(client).values()]

    def asked() -> dict[str, int]:
        return {
            address: statements(lambda at=address: client.get(at))
            for address in addresses
        }

    few = asked()
    for kind in TYPES:
        fill_up(kind)
    many = asked()

    more = {at: (few[at], many[at]) for at in addresses if many[at] > few[at]}
    assert more == {}
    assert len(addresses) > 4 * len(TYPES)
