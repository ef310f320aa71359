from django.db import migrations

from ._triggers import append_only, refusing, status_update_rules


def _differs(column: str) -> str:
    return f"(NEW.{column} <> OLD.{column} OR (NEW.{column} IS NULL) <> (OLD.{column} IS NULL))"


class Migration(migrations.Migration):
    """The rules that hold against plain SQL too."""

    dependencies = [("actions", "0001_core_records")]

    operations = [
        *status_update_rules(),
        append_only("actions_findingjudgement"),
        *(
            refusing(
                f"action_stays_in_its_plan_on_{event.lower()}",
                "actions_action",
                event=event,
                when="NEW.plan_id <> (SELECT plan_id FROM actions_priority WHERE id = NEW.priority_id)",
                message="an action belongs to the plan of its priority",
            )
            for event in ("INSERT", "UPDATE")
        ),
        refusing(
            "priority_stays_in_its_plan",
            "actions_priority",
            event="UPDATE",
            when="NEW.plan_id <> OLD.plan_id",
            message="a priority stays in its plan",
        ),
        refusing(
            "action_keeps_its_promise",
            "actions_action",
            event="UPDATE",
            when=f"""(
                {_differs("original_due_on")} OR {_differs("planned_start_on")} OR NEW.added_on <> OLD.added_on
                OR NEW.due_precision <> OLD.due_precision OR NEW.due_as_typed <> OLD.due_as_typed
            ) AND EXISTS (SELECT 1 FROM actions_plan WHERE id = OLD.plan_id AND adopted_on IS NOT NULL)""",
            message="original dates never change once the plan is adopted",
        ),
        refusing(
            "plan_stays_adopted",
            "actions_plan",
            event="UPDATE",
            when=f"OLD.adopted_on IS NOT NULL AND {_differs('adopted_on')}",
            message="an adopted plan stays adopted",
        ),
    ]
