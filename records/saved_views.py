"""Lists as people want them back: a view is a name for an address, and columns are
what one person likes to read.

Neither is a record: no figure reads them, so they have no history; a view that is gone
can be saved again from any link to it.
"""

from collections.abc import Iterable
from typing import Self

from django.db import models
from django.db.models import Q
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import Centre, User
from records.fields import TextsField

# Parameters that say where in a list one is and how to read it, not which records.
POSITION = ("after", "before", "format", "only")
LOOK = ("view", "columns")
# The value of `view` that means: no view, all records.
ALL = "all"


def stored(params: QueryDict) -> str:
    """Which records an address lists and in which order: what a view keeps of it."""
    kept = QueryDict(mutable=True)
    for name, values in params.lists():
        if name not in (*POSITION, *LOOK) and any(values):
            kept.setlist(name, [value for value in values if value])
    return kept.urlencode()


def read_columns(params: QueryDict) -> tuple[str, ...]:
    """The columns an address asks for; none where it leaves them to the reader."""
    return tuple(name for name in params.get("columns", "").split(",") if name)


class SavedViewQuerySet(models.QuerySet["SavedView"]):
    def visible_to(self, user: User) -> Self:
        """One's own views, and those shared in a centre that one sees."""
        shared = Q(is_shared=True)
        if not user.sees_all_centres:
            shared &= Q(centre_id=user.centre_id)
        return self.filter(Q(owner=user) | shared)

    def deletable_by(self, user: User) -> Self:
        """One's own; shared ones too for those who keep order in the centre."""
        if user.has_perm("records.delete_savedview"):
            return self.visible_to(user)
        return self.filter(owner=user)


class SavedView(models.Model):
    """A list under a name: which records (`query`, as in its address) and, when given,
    which columns."""

    owner = models.ForeignKey(
        User, models.CASCADE, verbose_name=_("owner"), related_name="saved_views"
    )
    centre = models.ForeignKey(
        Centre,
        models.PROTECT,
        verbose_name=_("centre"),
        related_name="saved_views",
        null=True,
        blank=True,
    )
    record_type = models.SlugField(_("record type"), max_length=50)
    name = models.CharField(_("name"), max_length=60)
    query = models.CharField(_("filters"), max_length=2000, blank=True)
    columns = TextsField(verbose_name=_("columns"))
    is_shared = models.BooleanField(_("shared in the centre"), default=False)
    is_default = models.BooleanField(_("opened first"), default=False)

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        verbose_name = _("saved view")
        verbose_name_plural = _("saved views")
        ordering = ("name", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("owner", "record_type", "name"),
                name="records_savedview_name_is_unique",
                violation_error_message=_(
                    "You already have a view of this name here; choose another name."
                ),
            ),
            models.UniqueConstraint(
                fields=("owner", "record_type"),
                condition=Q(is_default=True),
                name="records_savedview_one_is_opened_first",
                violation_error_message=_("Another view is opened first already."),
            ),
            models.CheckConstraint(
                condition=~Q(name=""),
                name="records_savedview_has_a_name",
                violation_error_message=_("A view needs a name."),
            ),
            models.CheckConstraint(
                condition=Q(is_shared=False) | Q(centre__isnull=False),
                name="records_savedview_is_shared_in_a_centre",
                violation_error_message=_(
                    "Only somebody of a centre shares a view in it."
                ),
            ),
        )
        indexes = (
            models.Index(
                fields=("centre", "record_type"),
                condition=Q(is_shared=True),
                name="records_savedview_shared",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Where the view always is, whatever it is changed to."""
        return reverse("view-open", args=(self.record_type, self.pk))

    @property
    def parameters(self) -> str:
        """The exact address of the view, after the "?": what it shows now."""
        address = QueryDict(f"view={self.pk}", mutable=True)
        address.update(QueryDict(self.query))
        if self.columns:
            address["columns"] = ",".join(self.columns)
        return address.urlencode(safe=",")

    def is_shown_by(self, params: QueryDict) -> bool:
        """Whether an address shows exactly what the view keeps."""
        shown = QueryDict(stored(params))
        return (
            sorted(shown.lists()) == sorted(QueryDict(self.query).lists())
            and list(read_columns(params)) == self.columns
        )

    def replace(self, params: QueryDict) -> None:
        """Keep from now on what this address shows."""
        self.query = stored(params)
        self.columns = list(read_columns(params))
        self.full_clean()
        self.save(update_fields=("query", "columns"))

    def open_first(self) -> None:
        """Make it the view its owner's list opens with, instead of any other."""
        others = SavedView.objects.filter(
            owner=self.owner_id, record_type=self.record_type, is_default=True
        )
        others.exclude(pk=self.pk).update(is_default=False)
        self.is_default = True


class ChosenColumns(models.Model):
    """The columns one person wants to see in the lists of a type, in this order."""

    owner = models.ForeignKey(
        User, models.CASCADE, verbose_name=_("owner"), related_name="chosen_columns"
    )
    record_type = models.SlugField(_("record type"), max_length=50)
    columns = TextsField(verbose_name=_("columns"))

    class Meta:
        verbose_name = _("chosen columns")
        verbose_name_plural = _("chosen columns")
        constraints = (
            models.UniqueConstraint(
                fields=("owner", "record_type"),
                name="records_chosencolumns_once_a_type",
            ),
            models.CheckConstraint(
                condition=~Q(columns=[]),
                name="records_chosencolumns_are_some",
                violation_error_message=_("Choose at least one column."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.record_type}: {', '.join(self.columns)}"

    @classmethod
    def remember(cls, user: User, record_type: str, columns: Iterable[str]) -> None:
        cls.objects.update_or_create(
            owner=user, record_type=record_type, defaults={"columns": list(columns)}
        )
