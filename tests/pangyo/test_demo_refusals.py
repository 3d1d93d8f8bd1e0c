"""`manage.py demo` refuses a database that is in use, and leaves it as it was."""

import pytest
from django.core.management import CommandError, call_command

from accounts.models import Centre, User
from support.models import ConsultingField, Startup
from tests.makers import make_centre, make_startup, make_user


@pytest.fixture(autouse=True)
def _database(db):
    """Every test here has one."""


def test_refuses_a_database_that_holds_records():
    make_startup("있던 회사")
    with pytest.raises(CommandError, match="empty database only"):
        call_command("demo")
    assert [startup.name for startup in Startup.objects.all()] == ["있던 회사"]


def test_refuses_a_database_whose_records_are_deleted():
    make_startup().remove(reason="시험")
    with pytest.raises(CommandError, match="records"):
        call_command("demo")


def test_refuses_a_database_with_a_centre():
    make_centre("seoul")
    with pytest.raises(CommandError, match="센터 seoul"):
        call_command("demo")
    assert Centre.objects.count() == 1


def test_refuses_a_database_whose_accounts_it_would_take():
    make_user("manager", all_centres=True, username="admin")
    with pytest.raises(CommandError, match="the account “admin”"):
        call_command("demo")
    assert User.objects.count() == 1


def test_a_fresh_database_has_the_consulting_fields():
    assert ConsultingField.objects.get(code="ip").name == "특허·상표"
    assert "회계/세무" in ConsultingField.objects.get(code="accounting").aliases
