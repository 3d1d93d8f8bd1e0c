"""How a consultation was held, and the words for it that stand in centres' logs."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Channel(models.TextChoices):
    VISIT = "visit", pgettext_lazy("channel", "Visit")
    VIDEO = "video", _("Video")
    PHONE = "phone", _("Telephone")
    EMAIL = "email", _("E-mail")
    EVENT = "event", _("Event")


# Words for a channel that stand in centres' logs.
CHANNEL_WORDS = {
    "방문": Channel.VISIT,
    "내방": Channel.VISIT,
    "방문상담": Channel.VISIT,
    "대면": Channel.VISIT,
    "화상": Channel.VIDEO,
    "화상회의": Channel.VIDEO,
    "화상상담": Channel.VIDEO,
    "온라인": Channel.VIDEO,
    "skype": Channel.VIDEO,
    "zoom": Channel.VIDEO,
    "전화": Channel.PHONE,
    "유선": Channel.PHONE,
    "전화상담": Channel.PHONE,
    "tel": Channel.PHONE,
    "메일": Channel.EMAIL,
    "이메일": Channel.EMAIL,
    "서면": Channel.EMAIL,
    "행사": Channel.EVENT,
}
