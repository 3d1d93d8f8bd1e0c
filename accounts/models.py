"""People and the centres they work for. A user has one role; a role is a group."""

import re

from django.contrib.auth.models import AbstractUser, UserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

TITLES = (
    "매니저|매니져|팀장|센터장|본부장|부장|차장|과장|대리|사원|주임|책임|선임|수석|연구원"
    "|위원|전문위원|실장|단장|국장|이사|소장|변호사|변리사|회계사|세무사|컨설턴트|담당|님|PM|pm"
)
JOB_TITLE = re.compile(rf"\s*[(/]?\s*(?:{TITLES})+\s*\)?$")
TITLE_IN_FRONT = re.compile(rf"^(?:{TITLES})+\s+(?=\S)")
SURNAME = re.compile("[가-힣]|남궁|황보|제갈|사공|선우|서문|독고")
GIVEN_NAME = re.compile("[가-힣]{2}")


class CentreQuerySet(models.QuerySet["Centre"]):
    def visible_to(self, user: "User") -> "CentreQuerySet":
        """The centres whose records this user may see."""
        if user.sees_all_centres:
            return self
        return self.filter(pk=user.centre_id)


class UserQuerySet(models.QuerySet["User"]):
    def colleagues_of(self, user: "User") -> "UserQuerySet":
        """The active people whom this user may name as officer or owner."""
        active = self.filter(is_active=True)
        if user.sees_all_centres:
            return active
        return active.filter(centre_id=user.centre_id)

    def named(self, text: str) -> "UserQuerySet":
        """The people meant by a user name, by "name [user name]", or by a person's
        name, also with blanks in it or a job title beside it (정 민재, 정민재 매니저),
        or by the given name alone, or by the surname with a title (김 팀장)."""
        username = text.rpartition(" [")[2].removesuffix("]")
        by_username = self.filter(username=username)
        if by_username.exists():
            return by_username
        name = TITLE_IN_FRONT.sub("", JOB_TITLE.sub("", text)).replace(" ", "")
        by_name = self.filter(name__in=(text, name))
        if name != text and SURNAME.fullmatch(name) and not by_name.exists():
            return self.filter(name__startswith=name)
        if by_name.exists() or not GIVEN_NAME.fullmatch(name):
            return by_name
        return self.filter(name__regex=f"^[가-힣]{name}$")


class PeopleManager(UserManager.from_queryset(UserQuerySet)):
    use_in_migrations = False


class Centre(models.Model):
    """지원기관: a public support centre, the owner of records."""

    class Kind(models.TextChoices):
        GLOBAL = "global", _("Global expansion centre")
        CREATIVE_ECONOMY = "creative-economy", _("Creative economy centre")
        PROMOTION = "promotion", _("Promotion agency")
        OTHER = "other", pgettext_lazy("kind", "Other")

    code = models.SlugField(_("code"), max_length=20, unique=True)
    name = models.CharField(_("name"), max_length=100, unique=True)
    name_en = models.CharField(_("name in English"), max_length=100, blank=True)
    kind = models.CharField(
        _("kind"), max_length=20, choices=Kind.choices, default=Kind.OTHER
    )

    aliases = ArrayField(
        models.CharField(max_length=100),
        verbose_name=_("aliases"),
        default=list,
        blank=True,
        help_text=_("Other words for it that stand in files."),
    )
    is_demonstration = models.BooleanField(default=False, editable=False)

    objects = CentreQuerySet.as_manager()

    class Meta:
        verbose_name = _("centre")
        verbose_name_plural = _("centres")
        ordering = ("code", "pk")

    def __str__(self) -> str:
        if (get_language() or "ko").startswith("en") and self.name_en:
            return self.name_en
        return self.name


class User(AbstractUser):
    """사용자: one person, one account; deactivated, never deleted or shared."""

    class Role(models.TextChoices):
        VIEWER = "viewer", _("Viewer")
        OFFICER = "officer", _("Officer")
        MANAGER = "manager", _("Manager")
        ADMIN = "admin", _("Administrator")
        AUDITOR = "auditor", _("Auditor")

    first_name = None
    last_name = None
    name = models.CharField(_("name"), max_length=100)
    centre = models.ForeignKey(
        Centre,
        models.PROTECT,
        verbose_name=_("centre"),
        related_name="users",
        null=True,
        blank=True,
    )
    role = models.CharField(
        _("role"), max_length=20, choices=Role.choices, default=Role.VIEWER
    )
    all_centres = models.BooleanField(
        _("all centres"),
        default=False,
        help_text=_("National staff: sees the records of every centre."),
    )

    objects = PeopleManager()

    REQUIRED_FIELDS = ("email", "name")

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ("name", "pk")

    def __str__(self) -> str:
        return self.name or self.username

    @property
    def sees_all_centres(self) -> bool:
        return self.is_superuser or self.all_centres

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name or self.username
