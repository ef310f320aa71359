from django.db import migrations

from ._closed_books import closed_books_rules


class Migration(migrations.Migration):
    """From freezing, nothing can be made to count on or before the day that a report told of."""

    dependencies = [("actions", "0013_progress_reports")]

    operations = closed_books_rules()
