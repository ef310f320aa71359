"""All that one screen tells a committee, as at a day against an earlier one. Every face of it draws from here."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from actions.choices import MoveKind
from actions.models import Evidence, Plan

from .attention import Attention, NotStarted, attention
from .early_warning import EarlyWarning, early_warning
from .enquiries import EnquiriesDue, enquiries_due
from .happenings import Happening, happenings
from .movement import Move, MoveGroup, Movement, movement
from .plan_summary import PlanSummary, plan_summary
from .status_ledger import StatusLedger
from .trend import TrendPoint, trend

# So that a dashboard stays one screen and two sheets of paper whatever the plan holds: the rest is a link away.
LATE_SHOWN, NAMES_SHOWN, NAMES_SHARED = 8, 8, 24
MONTHS_SHOWN = 13


@dataclass(frozen=True)
class Shortlist:
    """The first few of a list, and how many more there are."""

    items: list
    limit: int = NAMES_SHOWN

    @property
    def shown(self) -> list:
        return self.items[: self.limit]

    @property
    def more(self) -> int:
        return max(0, len(self.items) - self.limit)


def shortlists(lists: list[list], room: int = NAMES_SHARED) -> list[Shortlist]:
    """Lists that share so much room: what short ones leave over, long ones take."""
    limits = [0] * len(lists)
    for left, place in zip(
        range(len(lists), 0, -1), sorted(range(len(lists)), key=lambda i: len(lists[i])), strict=True
    ):
        limits[place] = min(len(lists[place]), room // left)
        room -= limits[place]
    return [Shortlist(items, limit) for items, limit in zip(lists, limits, strict=True)]


@dataclass(frozen=True)
class Completion:
    """An action that was completed in between, with what shows it."""

    move: Move
    evidence: list[Evidence]
    is_verified: bool


@dataclass(frozen=True)
class CommitteeDashboard:
    plan: Plan
    on: date
    since: date | None
    summary: PlanSummary
    months: list[TrendPoint]
    attention: Attention
    warning: EarlyWarning
    movement: Movement | None
    completions: list[Completion]
    enquiries: EnquiriesDue

    @cached_property
    def happenings(self) -> list[Happening]:
        return happenings(self.movement) if self.movement else []

    @property
    def moved(self) -> list[tuple[MoveGroup, Shortlist]]:
        """What moved, but for what was completed, which is told of with its evidence."""
        groups = [group for group in self.movement.groups if group.kind != MoveKind.COMPLETED] if self.movement else []
        return list(zip(groups, shortlists([group.moves for group in groups]), strict=True))

    @property
    def late(self) -> Shortlist:
        return Shortlist(self.attention.late, LATE_SHOWN)

    @property
    def not_started(self) -> list[tuple[NotStarted, Shortlist]]:
        kinds = self.attention.not_started_in_kinds
        return list(zip(kinds, shortlists([kind.standings for kind in kinds]), strict=True))

    @property
    def silent(self) -> Shortlist:
        return Shortlist(self.attention.silent)

    @property
    def completed(self) -> Shortlist:
        return Shortlist(self.completions)

    @property
    def recent_months(self) -> list[TrendPoint]:
        return self.months[-MONTHS_SHOWN:]

    @property
    def verified_completions(self) -> int:
        return sum(completion.is_verified for completion in self.completions)


def committee_dashboard(plan: Plan, *, on: date, since: date | None) -> CommitteeDashboard:
    """At most a dozen queries, whatever the plan holds."""
    ledger = StatusLedger.of(plan, until=on)
    standings = attention(plan, on=on)
    moved = movement(plan, since=since, until=on) if since else None
    return CommitteeDashboard(
        plan=plan,
        on=on,
        since=since,
        summary=plan_summary(plan, on=on, compared_with=since, ledger=ledger),
        months=trend(plan, until=on, ledger=ledger),
        attention=standings,
        warning=early_warning(plan, standings),
        movement=moved,
        completions=_completions(moved, standings, on) if moved else [],
        enquiries=enquiries_due(plan, on=on),
    )


def _completions(moved: Movement, standings: Attention, on: date) -> list[Completion]:
    completed = [move for move in moved.moves if move.kind == MoveKind.COMPLETED]
    shown: dict[int, list[Evidence]] = {}
    for evidence in Evidence.objects.filter(action__in=[move.action.pk for move in completed]).known_by(on):
        shown.setdefault(evidence.action_id, []).append(evidence)
    verified = standings.verified_ids
    return [Completion(move, shown.get(move.action.pk, []), move.action.pk in verified) for move in completed]
