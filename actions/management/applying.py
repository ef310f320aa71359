"""Into which plan the command brings a file, and bringing it in."""

from dataclasses import dataclass

from django.core.management.base import CommandError
from django.db import transaction

from actions import permissions
from actions.choices import PlanKind
from actions.imports.answers import Answers
from actions.imports.columns.mapping import Mapping
from actions.imports.grid import Book
from actions.imports.understanding import Understanding
from actions.models import Partnership, Plan, PlanImport, User
from actions.operations.bring_in import bring_in


@dataclass(frozen=True)
class Target:
    """Nothing at all, for a preview; a plan that is there; or a partnership and the title of a plan to be made."""

    partnership: Partnership | None = None
    plan: Plan | None = None
    title: str = ""

    @property
    def new_plan(self) -> dict | None:
        return {"title": self.title, "kind": PlanKind.IMPROVEMENT_PLAN} if self.title and not self.plan else None

    def refuse_unless_complete(self, by: str | None) -> None:
        if self.partnership is None:
            raise CommandError("Say where it belongs: --plan NUMBER, or --partnership NAME --plan TITLE of a new one.")
        if self.plan is None and not self.title:
            raise CommandError("Name the plan: --plan with the title of one that is there, or of a new one.")
        if not by:
            raise CommandError("Say who brings it in: --by with the e-mail address of a programme manager.")


def find_target(plan: str | None, partnership: str | None) -> Target:
    """CommandError where a partnership or the number of a plan is not there, or a title is there twice."""
    if plan is None and partnership is None:
        return Target()
    found = Partnership.objects.filter(slug=partnership).first() if partnership else None
    if partnership and found is None:
        raise CommandError(f"There is no partnership called “{partnership}”.")
    if plan is None:
        return Target(found)
    plans = Plan.objects.select_related("partnership")
    plans = plans.filter(partnership=found) if found else plans
    there = list(plans.filter(pk=int(plan)) if plan.isdecimal() else plans.filter(title__iexact=plan))
    if len(there) > 1:
        raise CommandError(f"Several partnerships have a plan called “{plan}”: add --partnership.")
    if there:
        return Target(there[0].partnership, there[0], there[0].title)
    if found is None or plan.isdecimal():
        raise CommandError(f"There is no plan “{plan}”. For a new one, add --partnership.")
    return Target(found, title=plan)


def remembered_mapping(target: Target) -> Mapping:
    """What was chosen when the partnership's last file was brought in."""
    if target.partnership is None:
        return Mapping()
    last = PlanImport.objects.applied().filter(partnership=target.partnership).order_by("-pk").first()
    return Mapping.from_data(last.mapping) if last else Mapping()


@transaction.atomic
def apply_import(target: Target, book: Book, answers: Answers, understanding: Understanding, *, by: str) -> dict:
    """All of it, or nothing. A file that says nothing new leaves no record."""
    person = User.objects.filter(email__iexact=by).first()
    if person is None or not permissions.can_edit_plan(person, target.partnership):
        raise CommandError(f"“{by}” is not a programme manager of this partnership.")
    brought = understanding.brought()
    if not brought.actions and target.plan:
        return {"sentence": "Nothing new: the plan says all of it already.", "changed": 0}
    plan_import = PlanImport.objects.create(
        partnership=target.partnership,
        plan=target.plan,
        file_name=book.file_name[:255],
        file_kind=book.kind,
        sha256=book.sha256,
        begun_by=person,
        told_on=understanding.told_on,
        mapping=answers.mapping.as_data(),
        decisions={each.key: each.decision for each in understanding.asked},
    )
    done = bring_in(plan_import=plan_import, brought=brought, by=person, seen=target.plan and target.plan.revision)
    return _told(done)


def _told(plan_import: PlanImport) -> dict:
    outcome = plan_import.outcome
    added, edited = len(outcome["added"]), len(outcome["edited"])
    sentence = (
        f"Brought into “{plan_import.plan}”: {added} new actions, {edited} changed, {outcome['updates']} updates, "
        f"{outcome['dates']} dates asked for. It can be taken back under Imports."
    )
    return {"sentence": sentence, "plan": plan_import.plan_id, "import": plan_import.pk, "changed": added + edited}
