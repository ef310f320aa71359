from django.db import migrations

from ._triggers import append_only, refusing, status_update_rules


class Migration(migrations.Migration):
    """Date changes, decisions, evidence and verifications stay; and SQLite rebuilt the table of updates."""

    dependencies = [("actions", "0004_date_changes_and_completion")]

    operations = [
        *status_update_rules(),
        append_only("actions_datechange"),
        append_only("actions_datedecision"),
        append_only("actions_evidence"),
        append_only("actions_verification"),
        refusing(
            "action_never_changes_plans",
            "actions_action",
            event="UPDATE",
            when="NEW.plan_id <> OLD.plan_id",
            message="an action stays in the plan it was promised in",
        ),
        refusing(
            "action_joins_before_its_first_update",
            "actions_action",
            event="UPDATE",
            when="NEW.added_on > (SELECT MIN(effective_on) FROM actions_statusupdate WHERE action_id = NEW.id)",
            message="an action joins its plan before anything is said of it",
        ),
        refusing(
            "action_of_an_adopted_plan_stays",
            "actions_action",
            event="DELETE",
            when="EXISTS (SELECT 1 FROM actions_plan WHERE id = OLD.plan_id AND adopted_on IS NOT NULL)",
            message="a promise of an adopted plan is closed with a reason, never deleted",
        ),
        refusing(
            "date_decision_comes_after_the_asking",
            "actions_datedecision",
            event="INSERT",
            when="NEW.decided_on < (SELECT asked_on FROM actions_datechange WHERE id = NEW.date_change_id)",
            message="a date change is not decided before it is asked for",
        ),
        refusing(
            "verification_is_of_a_claim",
            "actions_verification",
            event="INSERT",
            when="""EXISTS (
                SELECT 1 FROM actions_statusupdate AS claim
                WHERE claim.id = NEW.claim_id
                AND (claim.status <> 'complete' OR claim.effective_on > NEW.verified_on)
            )""",
            message="only a claim that an action is complete can be verified, from its day on",
        ),
        refusing(
            "verification_is_by_somebody_else",
            "actions_verification",
            event="INSERT",
            when="""EXISTS (
                SELECT 1 FROM actions_statusupdate AS claim
                WHERE claim.id = NEW.claim_id AND claim.recorded_by_id = NEW.verified_by_id
            ) OR EXISTS (
                SELECT 1 FROM actions_statusupdate AS claim
                JOIN actions_action AS action ON action.id = claim.action_id
                JOIN actions_membership AS membership ON membership.organisation_id = action.lead_organisation_id
                WHERE claim.id = NEW.claim_id AND membership.user_id = NEW.verified_by_id
            )""",
            message="a claim is verified by somebody else, who is not of the lead organisation",
        ),
    ]
