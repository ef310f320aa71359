"""The slippage ledger: for each action whose dates were asked to move, what was promised and what is promised now."""

from dataclasses import dataclass
from datetime import date

from actions.choices import PromisedDate, Status
from actions.flags import moved_in_words
from actions.models import Action, DateChange, Plan
from actions.periods import months_between


@dataclass(frozen=True)
class Slip:
    """One action's due date, from the first promise to the one in force, with each change asked for by the day."""

    action: Action
    changes: tuple[DateChange, ...]
    on: date

    @property
    def months(self) -> int:
        original, due = self.action.original_due_on, self.action.due_on
        return months_between(original, due) if original and due else 0

    @property
    def in_words(self) -> str:
        return moved_in_words(self.action) if self.action.due_move_count else "not moved"

    @property
    def waiting(self) -> list[DateChange]:
        return [change for change in self.changes if not _is_decided(change, self.on)]

    @property
    def last_reason(self) -> str:
        last = self.changes[-1]
        return last.reason or last.get_delay_reason_display()

    @property
    def last_effect_on_families(self) -> str:
        return self.changes[-1].effect_on_families


@dataclass(frozen=True)
class Slippage:
    plan: Plan
    on: date
    slips: list[Slip]

    @property
    def moved(self) -> list[Slip]:
        """Those that may be drawn: with an original date and a later, or earlier, one in force."""
        return [slip for slip in self.slips if slip.action.due_move_count and slip.action.original_due_on]

    @property
    def waiting(self) -> list[DateChange]:
        return [change for slip in self.slips for change in slip.waiting]

    @property
    def months_in_all(self) -> int:
        return sum(slip.months for slip in self.slips if slip.action.status != Status.CLOSED)


def slippage(plan: Plan, *, on: date) -> Slippage:
    """Furthest moved first. Two queries."""
    changes: dict[int, list[DateChange]] = {}
    asked = DateChange.objects.filter(action__plan=plan).of(PromisedDate.DUE).asked_by_day(on)
    for change in asked.select_related("decision", "asked_by", "action"):
        changes.setdefault(change.action_id, []).append(change)
    actions = Action.objects.filter(pk__in=changes).as_at(on).select_related("priority", "lead_organisation")
    slips = [Slip(action, tuple(changes[action.pk]), on) for action in actions]
    return Slippage(plan, on, sorted(slips, key=lambda slip: (-slip.months, slip.action.original_due_on or date.max)))


def _is_decided(change: DateChange, on: date) -> bool:
    decision = change.decision_or_none
    return decision is not None and decision.decided_on <= on
