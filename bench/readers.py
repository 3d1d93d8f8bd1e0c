"""Who opens the pages: an officer of the largest centre, and national staff."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.test import Client

from accounts.models import Centre, User
from bench.tables import LARGEST_CENTRE
from bench.timing import signed_in


@dataclass(frozen=True)
class Reader:
    whose: str
    centre: Centre | None
    client: Client


def readers() -> Iterator[Reader]:
    centre = Centre.objects.get(pk=LARGEST_CENTRE)
    yield Reader("one centre", centre, signed_in(centre.users.first()))
    national = User.objects.get(all_centres=True)
    yield Reader("all centres", None, signed_in(national))
