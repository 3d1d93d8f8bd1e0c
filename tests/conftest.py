"""What all tests share."""

from collections.abc import Callable

import hypothesis
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext, override_settings

# The same examples in every run, so that a failure is a change and not the weather;
# a statement on the database takes as long as it takes.
hypothesis.settings.register_profile(
    "house", derandomize=True, deadline=None, max_examples=50
)
hypothesis.settings.load_profile("house")


@pytest.fixture(autouse=True, scope="session")
def _settings_of_tests():
    """Argon2 is slow on purpose, and people are made by the hundred here. Every test
    client would have WhiteNoise read all asset folders before its first request."""
    with override_settings(
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        WHITENOISE_AUTOREFRESH=True,
    ):
        yield


@pytest.fixture
def statements() -> Callable[[Callable], int]:
    """How many SQL statements a call sends."""

    def sent_by(call: Callable) -> int:
        with CaptureQueriesContext(connection) as captured:
            call()
        return len(captured)

    return sent_by
