"""A record type that cannot work is a system-check error, not a surprise."""

from django.core.checks import Error, register
from django.db.models import DateField, IntegerField

from records import record_types
from records.querysets import CodeListQuerySet, RecordQuerySet

# Parameters that pages and API give a meaning of their own.
RESERVED = frozenset(
    [
        "q",
        "sort",
        "after",
        "before",
        "format",
        "view",
        "columns",
        "pk",
        "all",
        "from",
        "to",
        "until",
        "quarter",
        "month",
        "by",
        "as_known",
    ]
)


@register("records")
def check_record_types(app_configs=None, **kwargs) -> list[Error]:
    return [
        error
        for record_type in record_types.all_types()
        for error in (
            *unknown_fields(record_type),
            *bad_declarations(record_type),
            *bad_days(record_type),
        )
    ]


def unknown_fields(record_type):
    for part in ("fields", "natural_key", "expected", "masked"):
        for name in getattr(record_type, part):
            if record_type.field(name) is None:
                yield Error(
                    f"{record_type.slug}: {part} names {name!r}, which is no field.",
                    hint=f"There are {field_names(record_type)}.",
                    id="records.E001",
                )
    annotated = set(record_type.model.objects.for_display().query.annotations)
    for name in record_type.columns:
        known = record_type.field(name) or hasattr(record_type.model, name)
        if not known and name not in annotated:
            yield Error(
                f"{record_type.slug}: columns names {name!r}, which is neither a "
                "field, a property nor an annotation of for_display().",
                id="records.E002",
            )
    for name in record_type.filters:
        if record_type.field(name) is None:
            yield Error(
                f"{record_type.slug}: filters names {name!r}, which is no field.",
                id="records.E003",
            )
        if name in RESERVED:
            yield Error(
                f"{record_type.slug}: the filter {name!r} means something else in the "
                "address of a page.",
                id="records.E006",
            )


def bad_declarations(record_type):
    if not record_type.is_code_list:
        yield from unsearched_fields(record_type)
    if not isinstance(
        record_type.model.objects.all(), RecordQuerySet | CodeListQuerySet
    ):
        yield Error(
            f"{record_type.slug}: its query set must be a RecordQuerySet, so that "
            "visible_to(user) and deleted records hold for it.",
            id="records.E004",
        )
    if not getattr(record_type.model, "pgh_event_models", None):
        yield Error(
            f"{record_type.slug}: no history; decorate the model with @keep_history.",
            id="records.E005",
        )


def unsearched_fields(record_type):
    key = record_type.model._meta.get_field("search_key")
    held = {part.name for part in key.expression.flatten() if hasattr(part, "name")}
    for name in record_type.search:
        if "__" not in name and name not in held:
            yield Error(
                f"{record_type.slug}: search names {name!r}, which the model's "
                "search_key does not hold.",
                hint=f'Declare search_key = key_over("{name}", …) on the model.',
                id="records.E007",
            )


def bad_days(record_type):
    """A year is a whole number; see `records.timelines`."""
    day = record_type.field(record_type.day) if record_type.day else None
    if record_type.day and not isinstance(day, DateField | IntegerField):
        yield Error(
            f"{record_type.slug}: day names {record_type.day!r}, which is neither a "
            "day nor a year.",
            id="records.E008",
        )


def field_names(record_type) -> str:
    return ", ".join(f.name for f in record_type.model._meta.get_fields())
