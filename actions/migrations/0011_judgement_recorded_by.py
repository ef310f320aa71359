import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from ._triggers import append_only, refusing

JUDGEMENT = "actions_findingjudgement"


class Migration(migrations.Migration):
    """Who recorded a judgement, and when; of earlier rows neither is known. SQLite rebuilds the table on the way."""

    dependencies = [("actions", "0010_action_links_are_permanent")]

    operations = [
        migrations.AddField(
            model_name="findingjudgement",
            name="recorded_by",
            field=models.ForeignKey(
                blank=True,
                help_text="Empty where it came in with the findings.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="recorded_judgements",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        # Added without its default, so that no earlier row says that it was recorded at the time of this migration.
        migrations.AddField(
            model_name="findingjudgement",
            name="recorded_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AlterField(
            model_name="findingjudgement",
            name="recorded_at",
            field=models.DateTimeField(default=django.utils.timezone.now, editable=False, null=True),
        ),
        append_only(JUDGEMENT),
        refusing(
            "finding_judgement_follows_the_last",
            JUDGEMENT,
            event="INSERT",
            when="""EXISTS (
                SELECT 1 FROM actions_findingjudgement AS earlier
                WHERE earlier.finding_id = NEW.finding_id AND earlier.judged_on > NEW.judged_on
            ) OR NEW.judged_on < (
                SELECT inspection.published_on FROM actions_inspection AS inspection
                JOIN actions_finding AS finding ON finding.inspection_id = inspection.id
                WHERE finding.id = NEW.finding_id
            )""",
            message="a finding is not judged before its report was published, nor before the last judgement",
        ),
    ]
