"""A figure that cannot work is a system-check error, not a surprise."""

from django.core.checks import Error, register
from django.core.exceptions import FieldError

from figures import registry
from figures.registry import EMPTY
from records.record_types import UnknownType

# What every definition says.
TEXTS = ("counts", "evidence", "once")


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
    for one in (figure, *figure.former):
        yield from check_records(figure.of_version(one.version))
    yield from check_texts(figure)
    yield from check_versions(figure)


def check_records(figure):
    try:
        str(figure.with_measured(figure.counted(EMPTY)).query)
    except FieldError as error:
        yield Error(
            f"{figure.slug}, version {figure.version}: {error}", id="figures.E003"
        )


def check_texts(figure):
    missing = [name for name in TEXTS if not getattr(figure, name)]
    if missing:
        yield Error(
            f"{figure.slug}: says nothing of {', '.join(missing)}.",
            hint="Each is a sentence that stands wherever the figure does.",
            id="figures.E004",
        )


def check_versions(figure):
    """From the last former one down to the first, each until an earlier year."""
    versions = [one.version for one in figure.former]
    untils = [one.until for one in figure.former]
    if versions != list(range(figure.version - 1, 0, -1)):
        yield Error(
            f"{figure.slug}: is version {figure.version} with the former versions "
            f"{versions}.",
            hint="Every version before is kept in `former`, the last one first.",
            id="figures.E005",
        )
    if untils != sorted(set(untils), reverse=True):
        yield Error(
            f"{figure.slug}: the former versions end in {untils}.",
            hint="Each ends in a year before the next one does; the last stands first.",
            id="figures.E006",
        )
