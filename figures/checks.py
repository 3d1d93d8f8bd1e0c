"""A figure that cannot work is a system-check error, not a surprise."""

from django.core.checks import Error, register
from django.core.exceptions import FieldError

from figures import registry
from figures.registry import EMPTY
from records.record_types import UnknownType


@register("figures")
def check_figures(app_configs=None, **kwargs) -> list[Error]:
    return [
        error for figure in registry.all_figures() for error in check_figure(figure)
    ]


def check_figure(figure):
    try:
        filters = figure.record_type.filters
    except UnknownType as error:
        yield Error(f"{figure.slug}: {error}.", id="figures.E001")
        return
    for split in figure.splits:
        if split not in filters:
            yield Error(
                f"{figure.slug}: splits by {split!r}, which is no filter of "
                f"{figure.record_type.slug}.",
                hint="A split's rows lead to the drill-down, narrowed by that filter.",
                id="figures.E002",
            )
    try:
        str(figure.with_measured(figure.counted(EMPTY)).query)
    except FieldError as error:
        yield Error(f"{figure.slug}: {error}", id="figures.E003")
