"""What moved between two days, action by action, so that a net total hides nothing."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Subquery

from actions.choices import MoveKind, Role, Status
from actions.models import Action, Membership, Plan, StatusUpdate

from .status_ledger import StatusCounts


def said_by(step: StatusUpdate) -> str:
    return step.spoke_for or (Role(step.spoke_as).label if step.spoke_as else "Somebody who has left")


@dataclass(frozen=True)
class Move:
    """Where one action stood at the close of the first day and of the second, and every step between."""

    action: Action
    before: Status | None
    after: Status
    steps: tuple[StatusUpdate, ...]

    @property
    def kind(self) -> MoveKind:
        if self.before is None:
            return MoveKind.ADDED
        if self.before == self.after:
            return MoveKind.RETURNED
        if self.after == Status.CLOSED:
            return MoveKind.CLOSED
        if self.after == Status.COMPLETE:
            return MoveKind.COMPLETED
        if self.before in {Status.COMPLETE, Status.CLOSED}:
            return MoveKind.REOPENED
        return MoveKind.WORSENED if self.after.is_worse_than(self.before) else MoveKind.IMPROVED

    def changes(self, status: str) -> bool:
        """It came to this status or left it, and so is behind a difference of two headlines."""
        return self.before != self.after and status in {self.before, self.after}

    @property
    def told(self) -> list[tuple[StatusUpdate, str]]:
        """Each step with whose word it was: an organisation's or, of who acts for none, a role's. Never a person's."""
        return [(step, said_by(step)) for step in self.steps]

    @property
    def is_winding(self) -> bool:
        return len(self.steps) > 1

    @property
    def last_step(self) -> StatusUpdate | None:
        return self.steps[-1] if self.steps else None

    @property
    def day(self) -> date:
        return self.last_step.effective_on if self.last_step else self.action.added_on


@dataclass(frozen=True)
class MoveGroup:
    kind: MoveKind
    moves: list[Move]


@dataclass(frozen=True)
class Flow:
    """How one headline number became another: what came in, what went out."""

    status: Status
    then: int
    came: int
    left: int

    @property
    def now(self) -> int:
        return self.then + self.came - self.left

    @property
    def change(self) -> int:
        return self.came - self.left


@dataclass(frozen=True)
class Movement:
    plan: Plan
    since: date
    until: date
    moves: list[Move]

    @property
    def groups(self) -> list[MoveGroup]:
        """Only kinds that happened, worst first."""
        groups = [MoveGroup(kind, [move for move in self.moves if move.kind == kind]) for kind in MoveKind]
        return [group for group in groups if group.moves]

    def flows(self, then: StatusCounts) -> list[Flow]:
        """For each status, from the headline of the first day to that of the second."""
        came = Counter(move.after for move in self.moves if move.changes(move.after))
        left = Counter(move.before for move in self.moves if move.before and move.changes(move.before))
        return [Flow(status, then[status], came[status], left[status]) for status in [*Status.counted(), Status.CLOSED]]

    def net(self) -> dict[Status, int]:
        """The sum of the moves: by construction, the difference of the two headlines."""
        net: Counter[Status] = Counter()
        for move in self.moves:
            net[move.after] += 1
            if move.before is not None:
                net[move.before] -= 1
        return {status: net[status] for status in Status}


def movement(plan: Plan, *, since: date, until: date) -> Movement:
    """After `since`, up to and including `until`. Two queries."""
    steps: dict[int, list[StatusUpdate]] = {}
    for update in _changes(plan, since, until):
        steps.setdefault(update.action_id, []).append(update)
    added = {action.pk: action for action in _added(plan, since, until)}
    changed = {updates[0].action_id: updates[0].action for updates in steps.values()}
    moves = [_move(action, steps.get(key, []), is_new=key in added) for key, action in (added | changed).items()]
    return Movement(plan, since, until, sorted(moves, key=reading_order))


def _move(action: Action, steps: list[StatusUpdate], *, is_new: bool) -> Move:
    started_as = Status(steps[0].status_before) if steps else Status.NOT_STARTED
    return Move(
        action=action,
        before=None if is_new else started_as,
        after=Status(steps[-1].status) if steps else Status.NOT_STARTED,
        steps=tuple(steps),
    )


def _changes(plan: Plan, since: date, until: date):
    voice = Membership.objects.filter(user=OuterRef("recorded_by"), partnership=plan.partnership_id)
    return (
        StatusUpdate.objects.filter(action__plan=plan)
        .movements()
        .effective_within(since, until)
        .oldest_first()
        .annotate(spoke_for=Subquery(voice.values("organisation__short_name")[:1]))
        .annotate(spoke_as=Subquery(voice.values("role")[:1]))
        .select_related("action__priority", "action__lead_organisation", "recorded_by")
    )


def _added(plan: Plan, since: date, until: date):
    joined = Action.objects.filter(plan=plan, added_on__gt=since, added_on__lte=until)
    return joined.select_related("priority", "lead_organisation")


def reading_order(move: Move):
    """Worst first, then in the order of the plan."""
    return list(MoveKind).index(move.kind), move.action.priority.order, move.action.order, move.action.pk
