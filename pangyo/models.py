"""What the deadlines' ways out remember: who may read a feed, who was written to."""

import secrets
from hashlib import sha256
from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import User


def digest_of(token: str) -> str:
    return sha256(token.encode()).hexdigest()


class FeedQuerySet(models.QuerySet["CalendarFeed"]):
    def issue(self, user: User, *, language: str) -> str:
        """A new secret for the user's feed; the one before it opens nothing any more.
        Said once: only its digest is kept."""
        token = secrets.token_urlsafe(32)
        values = {"digest": digest_of(token), "language": language}
        self.update_or_create(user=user, defaults=values)
        return token

    def opened_by(self, token: str) -> Self:
        """The feed of an active user that this secret opens."""
        return self.filter(digest=digest_of(token), user__is_active=True)


class CalendarFeed(models.Model):
    """A user's deadlines as a calendar, for programs that know only an address."""

    user = models.OneToOneField(
        User, models.CASCADE, verbose_name=_("user"), related_name="calendar_feed"
    )
    digest = models.CharField(max_length=64, unique=True)
    language = models.CharField(max_length=10, choices=settings.LANGUAGES)
    issued_at = models.DateTimeField(auto_now=True)

    objects = FeedQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.user} ({self.language})"


class SentDigest(models.Model):
    """That a user was written to about a day: once."""

    user = models.ForeignKey(
        User, models.CASCADE, verbose_name=_("user"), related_name="digests"
    )
    sent_for = models.DateField()
    sent_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("user", "sent_for"), name="pangyo_digest_is_sent_once_a_day"
            ),
        )

    def __str__(self) -> str:
        return f"{self.user} {self.sent_for:%Y-%m-%d}"
