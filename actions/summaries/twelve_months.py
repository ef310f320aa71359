"""The status of each of some actions at the last twelve month ends: the strip beside it in a list."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from actions.choices import Status
from actions.models import Action, StatusUpdate
from actions.periods import last_month_ends


@dataclass(frozen=True)
class MonthStatus:
    """`status` is empty before the action was part of its plan."""

    day: date
    status: str


def twelve_months(actions: Collection[Action], *, on: date) -> dict[int, list[MonthStatus]]:
    """Keyed by action, oldest month first. One query for them all."""
    days = last_month_ends(on, 12)
    moves: dict[int, list[StatusUpdate]] = {action.pk: [] for action in actions}
    updates = StatusUpdate.objects.filter(action__in=moves).movements().effective_by(on).oldest_first()
    for update in updates.only("action_id", "status", "effective_on"):
        moves[update.action_id].append(update)
    return {action.pk: [_at(action, moves[action.pk], day) for day in days] for action in actions}


def _at(action: Action, moves: list[StatusUpdate], day: date) -> MonthStatus:
    if action.added_on > day:
        return MonthStatus(day, "")
    reached = [move.status for move in moves if move.effective_on <= day]
    return MonthStatus(day, reached[-1] if reached else Status.NOT_STARTED)
