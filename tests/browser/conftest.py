"""A real browser, wherever Debian's Chromium is found; skipped with a sentence else."""

import os
import shutil

import pytest
from django.db import connection
from playwright.sync_api import sync_playwright

from tests import makers

CHROMIUM = shutil.which("chromium")


@pytest.fixture(scope="session")
def chromium(django_db_setup, django_db_blocker):
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine: the browser tests did not run")
    # Playwright keeps an event loop in this thread, which Django takes for async code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()
    with django_db_blocker.unblock():
        end_requests_under_way()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def end_requests_under_way() -> None:
    """A page left in the middle leaves its request a connection, and a test database
    in use cannot be dropped."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


@pytest.fixture
def officer(transactional_db):
    centre = makers.make_centre("b2g", name="본투글로벌센터")
    return makers.make_user("officer", centre, username="officer", name="이담당")


@pytest.fixture
def page(chromium, live_server, officer, client):
    """A page of the officer, signed in; a script error or a refused style fails."""
    client.force_login(officer)
    context = chromium.new_context(base_url=live_server.url, locale="ko-KR")
    session = client.cookies["sessionid"].value
    context.add_cookies(
        [{"name": "sessionid", "value": session, "url": live_server.url}]
    )
    page = context.new_page()
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console",
        lambda message: (
            complaints.append(message.text)
            if "Content Security Policy" in message.text
            else None
        ),
    )
    yield page
    context.close()
    assert complaints == []
