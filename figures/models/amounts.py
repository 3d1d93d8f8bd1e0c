"""The columns that figures are written into: what centre, which figure, how much."""

from django.db import models
from django.utils.translation import gettext_lazy as _

DIGITS = {"max_digits": 40, "decimal_places": 20}


def figure_column(**options) -> models.CharField:
    """The slug of a declared figure."""
    return models.CharField(_("figure"), max_length=50, **options)


class CentreQuerySet(models.QuerySet):
    """Rows of centres, and of all centres together (null)."""

    def visible_to(self, user) -> "CentreQuerySet":
        """The own centre's, or all for national staff; none without a centre."""
        if user.sees_all_centres:
            return self
        return self.filter(centre_id=user.centre_id, centre__isnull=False)
