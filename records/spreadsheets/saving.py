"""A row into a record through the type's form.

The database says whether all rules hold. Only where it refuses are the words looked for
(in words, each rule is a query), and the optional value without which it would not.
"""

from contextlib import nullcontext
from copy import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import CheckConstraint, F, Q
from django.utils.translation import gettext as _

from records.forms import RecordForm
from records.refusals import broken_rule
from records.spreadsheets.mentions import Target
from records.spreadsheets.report import RowReport
from records.spreadsheets.understanding import Understood

if TYPE_CHECKING:
    from records.spreadsheets.desks import Desk


@dataclass(slots=True, eq=False)
class Pending:
    """A row to be saved: `record` is the one to change, or None; `data` is what the
    row does not say; `values` all that the record is made from, once links have their
    records."""

    desk: "Desk"
    row: Understood
    told: RowReport
    data: dict
    record: models.Model | None = None
    values: dict = field(default_factory=dict)


def save(one: Pending) -> models.Model:
    """The record saved, with the new records that the row names. Raises
    ValidationError."""
    new = [target for target in one.row.targets if target.record is None]
    try:
        with transaction.atomic() if new else nullcontext():
            for target in new:
                target.make(one.desk.user)
            saved = saved_or_refused(one)
    except (ValidationError, IntegrityError) as error:
        for target in new:
            target.record = None
        if isinstance(error, ValidationError):
            raise
        raise ValidationError(refused_by(error)) from error
    tell_new(one.row, new)
    return saved


def tell_new(row: Understood, new: list[Target]) -> None:
    for name, value in row.values.items():
        if value in new:
            told = {"label": value.model._meta.verbose_name, "name": value}
            row.flag(name, _("New %(label)s “%(name)s”.") % told)


def saved_or_refused(one: Pending) -> models.Model:
    row = one.row
    form = form_of(one, row.values, is_left_to_database=True)
    refused = ""
    try:
        if form.is_valid():
            return form.save()
    except IntegrityError as error:
        refused = refused_by(error)
        form = form_of(one, row.values)
        form.is_valid()
    for name in breaking(one.desk, form, row):
        values = {n: v for n, v in row.values.items() if n != name}
        lesser = form_of(one, values)
        if lesser.is_valid():
            reasons = map(str, form.errors.get(name) or form.non_field_errors())
            row.flag(name, " ".join(reasons) + " " + _("It is left out."))
            del row.values[name]
            return lesser.save()
    raise ValidationError(sentences(row, form) or [refused])


def refused_by(error: IntegrityError) -> str:
    """The sentence of the rule that the database named, where one is told."""
    return broken_rule(error) or _("the database refuses it.")


def form_of(one: Pending, values: dict, *, is_left_to_database=False) -> RecordForm:
    """The form over a copy of the record, so that a refused one is as it was."""
    desk = one.desk
    instance = copy(one.record) if one.record else desk.record_type.model()
    instance.is_left_to_database = is_left_to_database
    data = {**one.data, **ready(values)}
    form = desk.form_type(data, instance=instance, user=desk.user)
    # What is not said is not asked of the database: for a new record what is linked
    # already, for one that is there whether it could have its other values today.
    for name in desk.many if one.record is None else list(form.fields):
        if name not in values:
            del form.fields[name]
    return form


def breaking(desk: "Desk", form: RecordForm, row: Understood) -> list[str]:
    """The optional values of the row that are refused or that a violated rule is
    about, last first."""
    messages = set(form.non_field_errors())
    about = set(form.errors)
    for rule in desk.record_type.model._meta.constraints:
        if isinstance(rule, CheckConstraint) and (
            rule.get_violation_error_message() in messages
        ):
            about |= fields_in(rule.condition)
    return [
        name
        for name in reversed(desk.record_type.all_fields)
        if name in about and name in row.values and not desk.fields[name].required
    ]


def ready(values: dict) -> dict:
    """Values as a form takes them: the records themselves for what links to them."""
    return {
        name: value.record if isinstance(value, Target) else value
        for name, value in values.items()
    }


def fields_in(condition) -> set[str]:
    """The names of the fields that a condition (Q) compares."""
    found: set[str] = set()
    for child in condition.children:
        if isinstance(child, Q):
            found |= fields_in(child)
        else:
            lookup, value = child
            names = [lookup, *([value.name] if isinstance(value, F) else [])]
            found.update(name.partition("__")[0] for name in names)
    return found


def sentences(row: Understood, form: RecordForm) -> list[str]:
    """What a form refuses, by the titles of the columns."""
    said = [str(error) for error in form.non_field_errors()]
    for name, errors in form.errors.items():
        if name != NON_FIELD_ERRORS:
            said += [f"{row.header.title(name)}: {error}" for error in errors]
    return said
