"""What all tests share."""

from collections.abc import Callable

import hypothesis
import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext, override_settings
from django.utils.translation import override

from support import consulting_fields, filing_rules

# The same examples in every run, so that a failure is a change and not the weather;
# a statement on the database takes as long as it takes.
hypothesis.settings.register_profile(
    "house", derandomize=True, deadline=None, max_examples=50
)
hypothesis.settings.load_profile("house")


@pytest.fixture(autouse=True, scope="session")
def _settings_of_tests(tmp_path_factory):
    """Argon2 is slow on purpose, and people are made by the hundred here. Every test
    client would have WhiteNoise read all asset folders before its first request. A
    connection kept by a live server's thread would hold the test database. Evidence
    made here lies among nobody's."""
    connection.settings_dict["CONN_MAX_AGE"] = 0
    with override_settings(
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        WHITENOISE_AUTOREFRESH=True,
        FILES_ROOT=tmp_path_factory.mktemp("files"),
    ):
        yield


@pytest.fixture(autouse=True)
def _in_korean():
    """A page asked for in English leaves its language to whatever comes next."""
    with override(settings.LANGUAGE_CODE):
        yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    """A test with real transactions leaves empty tables behind, also those that
    migrations filled; the next test, in whatever order, finds them filled. After the
    last one the database is gone."""
    if nextitem is None or not is_transactional(item):
        return (yield)
    blocker = item._request.getfixturevalue("django_db_blocker")
    result = yield
    with blocker.unblock():
        consulting_fields.load()
        filing_rules.load()
    return result


def is_transactional(item) -> bool:
    marker = item.get_closest_marker("django_db")
    by_marker = bool(marker and marker.kwargs.get("transaction"))
    return by_marker or "transactional_db" in item.fixturenames


@pytest.fixture
def statements() -> Callable[[Callable], int]:
    """How many SQL statements a call sends."""

    def sent_by(call: Callable) -> int:
        with CaptureQueriesContext(connection) as captured:
            call()
        return len(captured)

    return sent_by
