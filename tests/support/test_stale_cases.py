"""Stale: open, and nothing happened for fourteen days."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from support.models import ConsultingCase
from tests import makers

pytestmark = pytest.mark.django_db

ON = date(2018, 6, 15)
LONG_AGO, JUST_NOW = ON - timedelta(days=14), ON - timedelta(days=13)


def stale(on=ON):
    return list(ConsultingCase.objects.stale(on))


@pytest.mark.parametrize(
    ("status", "is_stale"),
    [("open", True), ("waiting", True), ("closed", False), ("cancelled", False)],
)
def test_only_what_is_open_goes_stale(status, is_stale):
    makers.make_case(opened_on=LONG_AGO, status=status)

    assert bool(stale()) == is_stale


def test_a_case_opened_of_late_is_not_stale():
    makers.make_case(opened_on=JUST_NOW)

    assert stale() == []


@pytest.mark.parametrize(("held", "is_stale"), [(LONG_AGO, True), (JUST_NOW, False)])
def test_a_session_held_is_activity(held, is_stale):
    case = makers.make_case(opened_on=LONG_AGO)
    makers.make_session(case=case, held_on=held)

    assert bool(stale()) == is_stale


def test_a_deleted_session_is_no_activity():
    case = makers.make_case(opened_on=LONG_AGO)
    makers.make_session(case=case, held_on=JUST_NOW).remove(reason="잘못 입력")

    assert stale() == [case]


def change(case, *, days_ago: int, hour: int = 12) -> None:
    """A change of the case in history, made so many days before ON in Seoul."""
    case.notes = "바꿈"
    case.save()
    day = ON - timedelta(days=days_ago)
    zone = timezone.get_default_timezone()
    moment = datetime(day.year, day.month, day.day, hour, tzinfo=zone)
    with connection.cursor() as cursor:
        cursor.execute(
            "ALTER TABLE support_consultingcaseevent DISABLE TRIGGER USER;"
            "UPDATE support_consultingcaseevent SET pgh_created_at = %s"
            " WHERE pgh_label = 'update';"
            "ALTER TABLE support_consultingcaseevent ENABLE TRIGGER USER",
            [moment],
        )


@pytest.mark.parametrize(
    ("days_ago", "hour", "is_stale"), [(14, 23, True), (13, 0, False)]
)
def test_a_change_is_activity_on_its_day_in_seoul(days_ago, hour, is_stale):
    case = makers.make_case(opened_on=LONG_AGO)
    change(case, days_ago=days_ago, hour=hour)

    assert bool(stale()) == is_stale


def test_entering_an_old_case_is_no_activity():
    case = makers.make_case(opened_on=date(2016, 1, 4))

    assert stale(timezone.localdate()) == [case]


def test_how_long_is_a_setting(settings):
    settings.STALE_AFTER_DAYS = 30
    makers.make_case(opened_on=LONG_AGO)

    assert stale() == []


def test_another_centres_stale_case_is_not_seen():
    makers.make_case(opened_on=LONG_AGO, centre=makers.make_centre("gccei"))
    user = makers.make_user()

    assert not ConsultingCase.objects.stale(ON).visible_to(user)
