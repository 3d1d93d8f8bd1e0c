"""Model fields for codes: several in one record, checked against their list.

Arrays stay in the history row, split with `unnest`, and bring no join into a figure.
"""

import pgtrigger
from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from records.countries import (
    COUNTRY_CODES,
    OFFICES,
    country_choices,
    office_choices,
)


class CountryField(models.CharField):
    """One ISO 3166-1 alpha-2 code, or none. The database knows the list by the
    column's check, so a change of the list needs a migration that alters the column.
    """

    known_codes = frozenset(COUNTRY_CODES)

    def __init__(self, *args, **kwargs) -> None:
        kwargs.setdefault("max_length", 2)
        super().__init__(*args, **kwargs)

    def code_choices(self) -> list[tuple[str, str]]:
        return country_choices()

    def db_check(self, connection) -> str:
        codes = ", ".join(f"'{code}'" for code in sorted({"", *self.known_codes}))
        return f"{connection.ops.quote_name(self.column)} IN ({codes})"

    def validate(self, value, model_instance) -> None:
        super().validate(value, model_instance)
        refuse_unknown_codes([value] if value else [], self.known_codes)


class OfficeField(CountryField):
    """A country's patent office, or a regional or international one (WIPO ST.3)."""

    known_codes = CountryField.known_codes | frozenset(OFFICES)

    def code_choices(self) -> list[tuple[str, str]]:
        return office_choices()


class TextsField(ArrayField):
    """Several short texts (tags, organisations), none of them blank."""

    def __init__(self, *args, **kwargs) -> None:
        kwargs.setdefault("base_field", models.CharField(max_length=200))
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        path = f"{type(self).__module__}.{type(self).__qualname__}"
        return name, path, args, kwargs


class CodesField(TextsField):
    """Several codes of one code list, named by its model ("support.ConsultingField").

    Forms check the codes; `known_codes_only` makes the database refuse unknown ones.
    """

    def __init__(self, *args, code_list: str = "", **kwargs) -> None:
        kwargs.setdefault("base_field", models.CharField(max_length=30))
        super().__init__(*args, **kwargs)
        self.code_list = code_list

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        if self.code_list:
            kwargs["code_list"] = self.code_list
        return name, path, args, kwargs

    def code_choices(self) -> list[tuple[str, str]]:
        return apps.get_model(self.code_list).objects.code_choices()


class CountriesField(CodesField):
    """Several ISO 3166-1 alpha-2 codes."""

    def __init__(self, *args, **kwargs) -> None:
        kwargs.setdefault("base_field", models.CharField(max_length=2))
        super().__init__(*args, **kwargs)

    def code_choices(self) -> list[tuple[str, str]]:
        return country_choices()

    def validate(self, value, model_instance) -> None:
        super().validate(value, model_instance)
        refuse_unknown_codes(value, CountryField.known_codes)


def refuse_unknown_codes(values, known: frozenset[str]) -> None:
    unknown = [value for value in values or () if value not in known]
    if unknown:
        raise ValidationError(
            _("“%(value)s” is not in the list."),
            code="invalid_choice",
            params={"value": ", ".join(map(str, unknown))},
        )


def known_codes_only(field: str, code_table: str) -> pgtrigger.Trigger:
    """A trigger by which the database refuses a code that its list does not hold."""
    return pgtrigger.Trigger(
        name=f"known_{field}_only",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf(field),
        func=f"""
            IF EXISTS (
                SELECT FROM unnest(NEW.{field}) AS given
                WHERE given NOT IN (SELECT code FROM {code_table})
            ) THEN
                RAISE EXCEPTION '{field}: % holds a code that is not in the list',
                    NEW.{field} USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


def known_countries_only(field: str = "countries") -> Q:
    """The condition of a constraint: every code in the array is a country's."""
    return Q(**{f"{field}__contained_by": list(COUNTRY_CODES)})
