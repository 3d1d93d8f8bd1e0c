"""A fresh database has the rules by which filings have something due."""

from django.db import migrations

from support.filing_rules import add_missing


def load(apps, schema_editor) -> None:
    add_missing(apps.get_model("support", "FilingRule"))


class Migration(migrations.Migration):
    dependencies = [("support", "0002_consulting_fields")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
