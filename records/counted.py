"""What records that a figure counts have in common: a quantity and their indexes."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from records.sorting import sorted_by

LARGEST_QUANTITY = 1_000_000


class Quantity(models.Model):
    """`quantity` is 1 unless an old ledger wrote several into one row; count figures
    sum it."""

    quantity = models.PositiveIntegerField(
        _("quantity"),
        default=1,
        validators=(MinValueValidator(1), MaxValueValidator(LARGEST_QUANTITY)),
    )

    class Meta:
        abstract = True
        constraints = (
            models.CheckConstraint(
                condition=Q(quantity__range=(1, LARGEST_QUANTITY)),
                name="%(app_label)s_%(class)s_quantity_is_at_least_one",
                violation_error_message=_("The quantity is at least 1."),
            ),
        )


def counted_by(date: str, *, name: str) -> tuple[models.Index, ...]:
    """The indexes a figure over `date` reads, which keep the list in its order too."""
    return sorted_by(date, name=name)
