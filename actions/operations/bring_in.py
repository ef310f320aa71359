"""Applying an import: all of it in one transaction, with a record of what each row became, or nothing."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from actions.choices import DelayReason, PromisedDate, Status
from actions.models import Action, Organisation, Plan, PlanImport, Priority, StatusUpdate, User

from .add_actions import BATCH, add_actions
from .brought import Brought, BroughtAction, BroughtUpdate, NotBroughtIn, PlanChanged

BROKEN_RULE = (
    "This breaks a rule of the tracker, such as one reference for two actions, or an update before the last one. "
    "Nothing was brought in."
)


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
    try:
        writer.write()
    except IntegrityError as error:
        raise NotBroughtIn(BROKEN_RULE) from error
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
        self._add([row for row in self.brought.actions if row.action_id is None])
        for row in self.brought.actions:
            if row.action_id is not None:
                with _naming(row):
                    self._edit(row)

    def _add(self, rows: list[BroughtAction]) -> None:
        last, added, sharing = len(self.actions), {}, {}
        for order, row in enumerate(rows, last + 1):
            with _naming(row):
                added[order] = self._filled(Action(plan=self.plan, order=order, brought_by=self.plan_import), row)
                sharing[order] = [self.organisations[name] for name in row.contributors or ()]
        edits = add_actions([(action, sharing[order]) for order, action in added.items()])
        self.outcome["added"] = {str(action): edit for action, edit in edits.items()}
        self._say_first(zip(added.values(), rows, strict=True))

    def _say_first(self, added: Iterable[tuple[Action, BroughtAction]]) -> None:
        """All first words at once. What else a new action brings is written as it would be of any."""
        chains = []
        for action, row in added:
            with _naming(row):
                chains += self._chain(action, row)
                if row.new_due:
                    self._ask_for_date(action, row)
        StatusUpdate.objects.bulk_create(chains, batch_size=BATCH)
        self.outcome["updates"] += len(chains)

    def _chain(self, action: Action, row: BroughtAction) -> list[StatusUpdate]:
        before, chain = Status.NOT_STARTED, []
        for update in row.updates:
            told = {"status": update.status, "effective_on": update.effective_on, "brought_by": self.plan_import}
            said = action.update_after(before, by=self.by, **told, **update.words)
            said.full_clean(exclude=["action", "recorded_by", "brought_by"], validate_constraints=False)
            chain.append(said)
            before = update.status
        return chain

    def _edit(self, row: BroughtAction) -> None:
        action = self.actions[row.action_id]
        if row.fields or row.priority or row.lead or row.contributors is not None:
            self._change(action, row)
        for update in row.updates:
            self._say(action, update)
        self.outcome["updates"] += len(row.updates)
        if row.new_due:
            self._ask_for_date(action, row)

    def _change(self, action: Action, row: BroughtAction) -> None:
        before = _as_it_was(action, row)
        self._filled(action, row).save()
        if row.contributors is not None:
            action.contributors.set([self.organisations[name] for name in row.contributors])
        self.outcome["edited"][str(action.pk)] = {"before": before, "edit": action.history.latest().pk}

    def _say(self, action: Action, update: BroughtUpdate) -> None:
        said = {"by": self.by, "effective_on": update.effective_on, "brought_by": self.plan_import}
        if update.is_confirmation:
            action.confirm(**said)
        else:
            action.record_update(status=update.status, **said, **update.words)

    def _filled(self, action: Action, row: BroughtAction) -> Action:
        """Held to the rules of one row; the database refuses what no row can know, such as a reference used twice."""
        for name, value in row.fields.items():
            setattr(action, name, value)
        if row.priority:
            action.priority = self.priorities[row.priority]
        if row.lead:
            action.lead_organisation = self.organisations[row.lead]
        relations = ["plan", "priority", "lead_organisation", "accountable_user", "brought_by"]
        action.full_clean(exclude=relations, validate_unique=False, validate_constraints=False)
        return action

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


@contextmanager
def _naming(row: BroughtAction) -> Iterator[None]:
    try:
        yield
    except ValidationError as error:
        raise NotBroughtIn(f"{row.where}: {' '.join(error.messages)} Nothing was brought in.") from error


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
