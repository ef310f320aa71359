from django.db import migrations, models

from ._closed_books import REPORT, published_report_rules
from ._triggers import rebuilding


class Migration(migrations.Migration):
    """What everybody may read is kept beside what was frozen."""

    dependencies = [("actions", "0014_closed_books")]

    operations = [
        *rebuilding(
            REPORT,
            migrations.AddField(
                model_name="progressreport",
                name="public_content",
                field=models.TextField(blank=True, editable=False, verbose_name="all that everybody may read, as text"),
            ),
            migrations.AddField(
                model_name="progressreport",
                name="public_sha256",
                field=models.CharField(blank=True, editable=False, max_length=64, verbose_name="public fingerprint"),
            ),
            migrations.AddConstraint(
                model_name="progressreport",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("public_content", ""), ("public_sha256", "")),
                        models.Q(
                            models.Q(("public_content", ""), _negated=True),
                            models.Q(("public_sha256", ""), _negated=True),
                            ("published_at__isnull", False),
                        ),
                        _connector="OR",
                    ),
                    name="progress_report_public_content_is_published_as_a_whole",
                ),
            ),
        ),
        *published_report_rules(),
    ]
