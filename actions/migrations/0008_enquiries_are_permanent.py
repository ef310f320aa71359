from django.db import migrations

from ._triggers import append_only, refusing


class Migration(migrations.Migration):
    """What was asked and answered stays, and an answer follows what was asked."""

    dependencies = [("actions", "0007_enquiries")]

    operations = [
        append_only("actions_enquiry"),
        append_only("actions_enquiryaction"),
        append_only("actions_enquiryanswer"),
        refusing(
            "enquiry_action_is_of_its_partnership",
            "actions_enquiryaction",
            event="INSERT",
            when="""(
                SELECT plan.partnership_id FROM actions_action AS action
                JOIN actions_plan AS plan ON plan.id = action.plan_id WHERE action.id = NEW.action_id
            ) <> (SELECT partnership_id FROM actions_enquiry WHERE id = NEW.enquiry_id)""",
            message="a question is about actions of its own partnership",
        ),
        refusing(
            "enquiry_answer_follows_the_last",
            "actions_enquiryanswer",
            event="INSERT",
            when="""EXISTS (
                SELECT 1 FROM actions_enquiryanswer AS earlier
                WHERE earlier.enquiry_id = NEW.enquiry_id AND earlier.answered_on > NEW.answered_on
            ) OR NEW.answered_on < (SELECT asked_on FROM actions_enquiry WHERE id = NEW.enquiry_id)""",
            message="an answer is never of a day before the question or the last answer",
        ),
        refusing(
            "enquiry_answer_fits_what_was_asked",
            "actions_enquiryanswer",
            event="INSERT",
            when="""(NEW.outcome = 'answered') <> (
                (SELECT kind FROM actions_enquiry WHERE id = NEW.enquiry_id) = 'question'
            )""",
            message="a recommendation is accepted or not, and a question is answered",
        ),
    ]
