"""The record types: programmes and tenants' returns."""

from records.record_types import RecordType, register
from support import models
from support.records.titles import OF_STARTUP

register(
    RecordType(
        model=models.Programme,
        slug="programmes",
        fields=("name", "year", "starts_on", "ends_on", "budget_krw"),
        columns=("year", "name", "starts_on", "ends_on", "budget_krw"),
        search=("name",),
        filters=("year",),
        natural_key=("name", "year"),
        day="year",
        short=("name", "year"),
    )
)

register(
    RecordType(
        model=models.Participation,
        slug="participations",
        fields=("programme", "startup", "selected_on", "grant_krw"),
        columns=("selected_on", "startup", "programme", "grant_krw"),
        search=("startup__name", "programme__name"),
        filters=("programme", "startup", "selected_on"),
        natural_key=("programme", "startup"),
        day="selected_on",
        headers=OF_STARTUP,
    )
)

register(
    RecordType(
        model=models.TenantReturn,
        slug="tenant-returns",
        fields=(
            "startup",
            "year",
            "zone",
            "sector",
            "size",
            "revenue_krw",
            "employees",
            "female",
            "rnd",
            "hired",
        ),
        columns=(
            "year",
            "startup",
            "zone",
            "sector",
            "size",
            "revenue_krw",
            "employees",
        ),
        search=("startup__name",),
        filters=("startup", "year", "zone", "sector", "size"),
        natural_key=("startup", "year"),
        day="year",
        headers=OF_STARTUP,
    )
)
