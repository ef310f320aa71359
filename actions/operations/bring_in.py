"""Applying an import: all of it in one transaction, with a record of what each row became, or nothing."""

from collections.abc import Callable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from actions.choices import DelayReason, PromisedDate
from actions.models import Action, Organisation, Plan, PlanImport, Priority, User

from .brought import Brought, BroughtAction, BroughtUpdate, NotBroughtIn, PlanChanged


@transaction.atomic
def bring_in(
    *,
    plan_import: PlanImport,
    brought: Brought,
    by: User,
    seen: int | None = None,
    clock: Callable[[], datetime] = timezone.now,
) -> PlanImport:
    """`seen` is the plan's revision as the preview had it: PlanChanged where something was recorded since.

    A second press finds what the first one applied. NotBroughtIn where a row breaks a rule of the record.
    """
    plan_import = (
        PlanImport.objects.select_for_update(of=("self",)).select_related("partnership").get(pk=plan_import.pk)
    )
    if plan_import.is_applied:
        return plan_import
    writer = _Writer(plan_import, brought, by)
    writer.refuse_another_than(seen)
    writer.write()
    plan_import.plan, plan_import.cells, plan_import.outcome = writer.plan, None, writer.outcome
    plan_import.applied_by, plan_import.applied_at = by, clock()
    plan_import.save()
    return plan_import


class _Writer:
    """Keeps what has been made so far, by the names that rows know it by."""

    def __init__(self, plan_import: PlanImport, brought: Brought, by: User):
        self.plan_import, self.brought, self.by = plan_import, brought, by
        self.plan = plan_import.plan or _made(Plan, plan_import.partnership, **brought.plan)
        self.plan.bump_revision()
        self.outcome = {
            "made_plan": plan_import.plan is None,
            "organisations": [],
            "priorities": [],
            "added": {},
            "edited": {},
            "updates": 0,
            "dates": 0,
        }

    def refuse_another_than(self, seen: int | None) -> None:
        """Call with the plan locked, which raised its revision by one."""
        if seen is not None and not self.outcome["made_plan"]:
            self.plan.refresh_from_db(fields=["revision"])
            if self.plan.revision != seen + 1:
                raise PlanChanged

    def write(self) -> None:
        partnership = self.plan_import.partnership
        for fields in self.brought.organisations:
            self.outcome["organisations"].append(_made(Organisation, partnership, **fields).pk)
        last = self.plan.priorities.count()
        for order, fields in enumerate(self.brought.priorities, last + 1):
            self.outcome["priorities"].append(_made(Priority, plan=self.plan, order=order, **fields).pk)
        self.organisations = {each.name: each for each in partnership.organisations.all()}
        self.priorities = {each.ref: each for each in self.plan.priorities.all()}
        self.actions = {each.pk: each for each in self.plan.actions.all()}
        for order, row in enumerate(self.brought.actions, len(self.actions) + 1):
            try:
                self._write_row(row, order)
            except ValidationError as error:
                raise NotBroughtIn(f"{row.where}: {' '.join(error.messages)} Nothing was brought in.") from error

    def _write_row(self, row: BroughtAction, order: int) -> None:
        action = self._added(row, order) if row.action_id is None else self._edited(row)
        for update in row.updates:
            self._say(action, update)
        self.outcome["updates"] += len(row.updates)
        if row.new_due:
            self._ask_for_date(action, row)

    def _say(self, action: Action, update: BroughtUpdate) -> None:
        said = {"by": self.by, "effective_on": update.effective_on, "brought_by": self.plan_import}
        if update.is_confirmation:
            action.confirm(**said)
        else:
            action.record_update(status=update.status, **said, **update.words)

    def _added(self, row: BroughtAction, order: int) -> Action:
        action = Action(plan=self.plan, order=order, brought_by=self.plan_import)
        self._fill(action, row)
        self.outcome["added"][str(action.pk)] = action.history.latest().pk
        return action

    def _edited(self, row: BroughtAction) -> Action:
        action = self.actions[row.action_id]
        if not (row.fields or row.priority or row.lead or row.contributors is not None):
            return action
        before = _as_it_was(action, row)
        self._fill(action, row)
        self.outcome["edited"][str(action.pk)] = {"before": before, "edit": action.history.latest().pk}
        return action

    def _fill(self, action: Action, row: BroughtAction) -> None:
        for name, value in row.fields.items():
            setattr(action, name, value)
        if row.priority:
            action.priority = self.priorities[row.priority]
        if row.lead:
            action.lead_organisation = self.organisations[row.lead]
        action.full_clean(exclude=["plan", "priority", "lead_organisation", "brought_by"])
        action.save()
        if row.contributors is not None:
            action.contributors.set([self.organisations[name] for name in row.contributors])

    def _ask_for_date(self, action: Action, row: BroughtAction) -> None:
        action.ask_for_date(
            by=self.by,
            which=PromisedDate.DUE,
            to_on=row.new_due.to_on,
            to_precision=row.new_due.to_precision,
            asked_on=row.new_due.asked_on,
            reason=row.new_due.reason,
            delay_reason=DelayReason.OTHER,
            brought_by=self.plan_import,
        )
        self.outcome["dates"] += 1


def _made(model: type, partnership=None, **fields):
    """A plan, an organisation or a priority, held to the rules that a form would hold it to."""
    row = model(**({"partnership": partnership} if partnership else {}), **fields)
    try:
        row.full_clean(exclude=["partnership", "plan"])
    except ValidationError as error:
        raise NotBroughtIn(f"{row}: {' '.join(error.messages)} Nothing was brought in.") from error
    row.save()
    return row


def _as_it_was(action: Action, row: BroughtAction) -> dict:
    before = {name: getattr(action, name) for name in row.fields}
    if row.priority:
        before["priority_id"] = action.priority_id
    if row.lead:
        before["lead_organisation_id"] = action.lead_organisation_id
    if row.contributors is not None:
        before["contributors"] = list(action.contributors.order_by("pk").values_list("pk", flat=True))
    return before
