from django.db import migrations

from ._imports import import_rules


class Migration(migrations.Migration):
    """What was brought in can be taken back as a whole, until a report has told of it; the record of it stays."""

    dependencies = [("actions", "0016_plan_imports")]

    operations = import_rules()
