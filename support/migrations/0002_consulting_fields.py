"""A fresh database has the list of consulting fields."""

from django.db import migrations

from support.consulting_fields import add_missing


def load(apps, schema_editor) -> None:
    add_missing(apps.get_model("support", "ConsultingField"))


class Migration(migrations.Migration):
    dependencies = [("support", "0001_initial")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
