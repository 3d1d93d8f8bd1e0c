"""What a column of a file can be read as."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from records import record_types
from records.record_types import RecordType
from records.spreadsheets.desks import Desk, required_of


def options_of(slug: str) -> list[tuple[str, str, bool]]:
    """For a type: name, label, and whether every record needs it; also what a column
    may say about a record that is linked to. Where rows tell their types, what any
    type has, of which nothing is needed by all."""
    if slug != record_types.AUTO:
        return options_of_type(record_types.get(slug))
    found = {
        name: label
        for record_type in record_types.all_types()
        for name, label, _needed in options_of_type(record_type)
    }
    return [(name, label, False) for name, label in found.items()]


def options_of_type(record_type: RecordType) -> list[tuple[str, str, bool]]:
    fields = Desk.of_nobody(record_type).fields
    needed = required_of(fields)
    options = [(n, capfirst(f.label), n in needed) for n, f in fields.items()]
    for name in record_type.headers:
        link, _separator, detail = name.partition("__")
        if detail and (about := record_type.field(name)):
            label = f"{capfirst(fields[link].label)}: {about.verbose_name}"
            options.append((name, label, False))
    if not record_type.is_code_list:
        options.append(("centre", capfirst(_("centre")), False))
    return options
