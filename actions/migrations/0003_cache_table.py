from django.core.management import call_command
from django.db import migrations


def make_table(apps, schema_editor):
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


def drop_table(apps, schema_editor):
    schema_editor.execute("DROP TABLE IF EXISTS cache")


class Migration(migrations.Migration):
    """The shared cache holds sign-in rate limits, so that all web processes count together."""

    dependencies = [("actions", "0002_history_is_permanent")]

    operations = [migrations.RunPython(make_table, drop_table)]
