"""What the tracker knows already of a plan and its partnership, as plain data: read once, then only compared with."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db.models import F

from actions.choices import PromisedDate, Status
from actions.imports.leads.names import KnownOrganisation
from actions.models import Action, DateChange, Organisation, Partnership, Plan, StatusUpdate
from actions.periods import as_promised


@dataclass(frozen=True, slots=True)
class Said:
    """One update on record."""

    day: date
    status: str
    progress: str = ""
    next_steps: str = ""


@dataclass(frozen=True)
class KnownAction:
    key: int
    ref: str
    title: str
    description: str = ""
    success_criteria: str = ""
    localities: str = ""
    priority: str = ""
    """Its reference."""
    lead: str = ""
    contributors: tuple[str, ...] = ()
    accountable_post: str = ""
    accountable_name: str = ""
    starts_on: date | None = None
    due_on: date | None = None
    """As promised originally."""
    due_precision: str = "none"
    due_as_typed: str = ""
    due_in_force: date | None = None
    asked_for: frozenset[date] = frozenset()
    """Days asked for instead, and not decided yet."""
    said: tuple[Said, ...] = ()
    """Oldest first."""

    def status_on(self, day: date) -> str:
        return next((said.status for said in reversed(self.said) if said.day <= day), Status.NOT_STARTED)

    @property
    def status(self) -> str:
        return self.said[-1].status if self.said else Status.NOT_STARTED

    @property
    def said_on(self) -> date | None:
        return self.said[-1].day if self.said else None

    @property
    def due_in_words(self) -> str:
        return as_promised(self.due_on, self.due_precision)


@dataclass(frozen=True, slots=True)
class KnownPriority:
    ref: str
    title: str


@dataclass(frozen=True)
class KnownPlan:
    """Empty where there is no plan yet, and no partnership either: a preview needs none."""

    title: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    is_there: bool = False
    is_adopted: bool = False
    closed_through: date | None = None
    organisations: tuple[KnownOrganisation, ...] = ()
    priorities: tuple[KnownPriority, ...] = ()
    actions: tuple[KnownAction, ...] = ()
    by_ref: dict[str, KnownAction] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_ref", {action.ref.casefold(): action for action in self.actions})

    def is_closed_on(self, day: date) -> bool:
        return self.closed_through is not None and day <= self.closed_through


NOTHING_KNOWN = KnownPlan()


def known_plan(partnership: Partnership, plan: Plan | None = None) -> KnownPlan:
    """Seven queries, whatever the size; two where there is no plan yet."""
    organisations = tuple(_organisation(each) for each in partnership.organisations.all())
    if plan is None:
        return KnownPlan(organisations=organisations)
    return KnownPlan(
        title=plan.title,
        starts_on=plan.starts_on,
        ends_on=plan.ends_on,
        is_there=True,
        is_adopted=plan.adopted_on is not None,
        closed_through=plan.closed_through(),
        organisations=organisations,
        priorities=tuple(KnownPriority(each.ref, each.title) for each in plan.priorities.all()),
        actions=tuple(_actions(plan)),
    )


def _organisation(row: Organisation) -> KnownOrganisation:
    return KnownOrganisation(row.pk, row.name, row.short_name, row.kind, row.succeeded_by_id)


def _actions(plan: Plan) -> list[KnownAction]:
    said, asked, agreed = _said(plan), _asked(plan), _agreed(plan)
    rows = plan.actions.select_related("priority", "lead_organisation").prefetch_related("contributors")
    return [_action(row, tuple(said[row.pk]), frozenset(asked[row.pk]), agreed) for row in rows]


def _action(row: Action, said: tuple[Said, ...], asked: frozenset[date], agreed: dict[int, date]) -> KnownAction:
    return KnownAction(
        key=row.pk,
        ref=row.ref,
        title=row.title,
        description=row.description,
        success_criteria=row.success_criteria,
        localities=row.localities,
        priority=row.priority.ref,
        lead=row.lead_organisation.name,
        contributors=tuple(each.name for each in row.contributors.all()),
        accountable_post=row.accountable_post,
        accountable_name=row.accountable_name,
        starts_on=row.planned_start_on,
        due_on=row.original_due_on,
        due_precision=row.due_precision,
        due_as_typed=row.due_as_typed,
        due_in_force=agreed.get(row.pk, row.original_due_on),
        asked_for=asked,
        said=said,
    )


def _said(plan: Plan) -> dict[int, list[Said]]:
    found: dict[int, list[Said]] = defaultdict(list)
    updates = StatusUpdate.objects.filter(action__plan=plan).oldest_first()
    for action, *words in updates.values_list("action", "effective_on", "status", "progress", "next_steps"):
        found[action].append(Said(*words))
    return found


def _asked(plan: Plan) -> dict[int, list[date]]:
    found: dict[int, list[date]] = defaultdict(list)
    changes = DateChange.objects.filter(action__plan=plan, decision=None).of(PromisedDate.DUE)
    for action, to_on in changes.values_list("action", "to_on"):
        found[action].append(to_on)
    return found


def _agreed(plan: Plan) -> dict[int, date]:
    """The latest one stands."""
    changes = DateChange.objects.filter(action__plan=plan, decision__is_agreed=True).of(PromisedDate.DUE)
    changes = changes.order_by(F("decision__decided_on"), F("decision__pk"))
    return dict(changes.values_list("action", "to_on"))
