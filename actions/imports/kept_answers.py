"""What somebody answered on the way, in the columns of the import it belongs to; and the mapping of the last time."""

from dataclasses import replace

from actions.imports.answers import Answers
from actions.imports.columns.mapping import Mapping
from actions.models import Partnership, Plan, PlanImport

_IN_CHOICES = ("sheets", "plan", "decided_kinds")


def answers_of(plan_import: PlanImport) -> Answers:
    """Before its columns have been looked at, a file is understood as the partnership's last one was."""
    data = plan_import.choices | {"mapping": plan_import.mapping, "decisions": plan_import.decisions}
    answers = replace(Answers.from_data(data), told_on=plan_import.told_on)
    if plan_import.mapping:
        return answers
    return replace(answers, mapping=remembered_mapping(plan_import.partnership))


def keep_answers(plan_import: PlanImport, answers: Answers, *, plan: Plan | None) -> None:
    data = answers.as_data()
    plan_import.choices |= {name: data[name] for name in _IN_CHOICES}
    plan_import.mapping, plan_import.decisions = data["mapping"], data["decisions"]
    plan_import.told_on, plan_import.plan = answers.told_on, plan
    plan_import.save(update_fields=["choices", "mapping", "decisions", "told_on", "plan"])


def remembered_mapping(partnership: Partnership) -> Mapping:
    """Of the last file that was brought in, and by which somebody chose anything; empty where there is none."""
    applied = PlanImport.objects.applied().filter(partnership=partnership).exclude(mapping={})
    last = applied.order_by("-applied_at").values_list("mapping", flat=True).first()
    return Mapping.from_data(last or {})
