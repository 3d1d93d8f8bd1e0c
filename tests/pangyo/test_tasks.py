"""The worker's housekeeping deletes what has expired and nothing else."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.utils import timezone
from knox.models import get_token_model
from procrastinate.contrib.django import app

from pangyo import tasks

pytestmark = pytest.mark.django_db


def test_expired_sessions_are_deleted():
    now = timezone.now()
    Session.objects.create(session_key="old", expire_date=now - timedelta(minutes=1))
    Session.objects.create(session_key="new", expire_date=now + timedelta(minutes=1))

    tasks.clear_expired(timestamp=0)

    assert [session.pk for session in Session.objects.all()] == ["new"]


def test_expired_tokens_are_deleted():
    token = get_token_model()
    user = get_user_model().objects.create(username="kim")
    token.objects.create(user=user, expiry=-timedelta(minutes=1))
    current, _ = token.objects.create(user=user, expiry=timedelta(minutes=1))
    endless, _ = token.objects.create(user=user, expiry=None)

    tasks.clear_expired(timestamp=0)

    assert set(token.objects.all()) == {current, endless}


def test_the_worker_is_told_to_do_it_daily():
    crons = {
        task.task.name: task.cron
        for task in app.periodic_registry.periodic_tasks.values()
    }

    assert crons["pangyo.tasks.clear_expired"] == "17 18 * * *"
    assert crons["pangyo.tasks.send_digests"] == "3 22 * * *"
