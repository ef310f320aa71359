from django.db import migrations

from ._triggers import append_only, refusing


def _unless_the_plans(rule: str) -> str:
    """Where the link has a successor, and its plan and the action's are not as the rule says."""
    return f"""NEW.successor_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM actions_action AS earlier JOIN actions_plan AS earlier_plan ON earlier_plan.id = earlier.plan_id,
            actions_action AS later JOIN actions_plan AS later_plan ON later_plan.id = later.plan_id
        WHERE earlier.id = NEW.action_id AND later.id = NEW.successor_id AND {rule}
    )"""


class Migration(migrations.Migration):
    """What became of an action is said once, of a later plan of the same partnership, and stays."""

    dependencies = [("actions", "0009_action_links")]

    operations = [
        append_only("actions_actionlink"),
        append_only("actions_actionlinkwithdrawal"),
        refusing(
            "action_link_stays_in_its_partnership",
            "actions_actionlink",
            event="INSERT",
            when=_unless_the_plans("later_plan.partnership_id = earlier_plan.partnership_id"),
            message="an action goes on in a plan of the same partnership",
        ),
        refusing(
            "action_link_leads_to_a_later_plan",
            "actions_actionlink",
            event="INSERT",
            when=_unless_the_plans("later_plan.starts_on > earlier_plan.starts_on"),
            message="an action goes on in a later plan",
        ),
        refusing(
            "action_link_counts_when_both_are_promised",
            "actions_actionlink",
            event="INSERT",
            when="""NEW.decided_on < (
                SELECT MAX(added_on) FROM actions_action WHERE id = NEW.action_id OR id = NEW.successor_id
            )""",
            message="nothing becomes of an action before it is promised, nor before what it becomes is",
        ),
        refusing(
            "action_link_is_said_once",
            "actions_actionlink",
            event="INSERT",
            when="""EXISTS (
                SELECT 1 FROM actions_actionlink AS earlier
                LEFT JOIN actions_actionlinkwithdrawal AS withdrawal ON withdrawal.link_id = earlier.id
                WHERE earlier.action_id = NEW.action_id AND earlier.id <> NEW.id
                AND (withdrawal.id IS NULL OR withdrawal.withdrawn_on > NEW.decided_on)
                AND NOT (earlier.kind = 'split' AND NEW.kind = 'split' AND earlier.successor_id <> NEW.successor_id)
            )""",
            message="what became of an action is said once: only a split is said again, of another part",
        ),
        refusing(
            "action_link_withdrawal_comes_after_the_link",
            "actions_actionlinkwithdrawal",
            event="INSERT",
            when="NEW.withdrawn_on < (SELECT decided_on FROM actions_actionlink WHERE id = NEW.link_id)",
            message="nothing is withdrawn before it counts",
        ),
    ]
