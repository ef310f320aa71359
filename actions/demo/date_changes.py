"""New dates that were asked for, and what became of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from actions.models import Body, DateChange, DateDecision, Meeting, User
from actions.periods import in_full, last_day

from .asides import DateAsked, DateDecided
from .histories import Said
from .rhythm import recorded_at


@dataclass(frozen=True)
class Deciding:
    """The chair decides at the plan's own board; what other bodies decide, the programme office records."""

    board: str
    chair: User
    office: User
    bodies: dict[str, Body]  # by name

    def decision(self, change: DateChange, decided: DateDecided, number: int) -> DateDecision:
        body = self.bodies[decided.body]
        if not Meeting.objects.filter(body=body, held_on=decided.decided_on).exists():
            raise ValueError(f"{body.name} did not meet on {in_full(decided.decided_on)}.")
        return DateDecision(
            date_change=change,
            is_agreed=decided.is_agreed,
            decided_on=decided.decided_on,
            decided_by=self.chair if decided.body == self.board else self.office,
            body=body,
            words=decided.words,
            recorded_at=recorded_at(decided.decided_on, number),
        )


def record_date_changes(histories: list[list[Said]], deciding: Deciding | None) -> int:
    """Every date asked for and every decision, oldest first. How many were asked for."""
    pairs = [pair for history in histories for pair in _changes_of(history, deciding)]
    changes = sorted((change for change, _ in pairs), key=lambda change: (change.asked_on, change.recorded_at))
    decisions = sorted(
        (decision for _, decision in pairs if decision),
        key=lambda decision: (decision.decided_on, decision.recorded_at),
    )
    DateChange.objects.bulk_create(changes)
    DateDecision.objects.bulk_create(decisions)
    return len(changes)


def _changes_of(history: list[Said], deciding: Deciding | None) -> Iterator[tuple[DateChange, DateDecision | None]]:
    agreed: list[DateDecision] = []
    for said in history:
        if said.telling is None or said.telling.new_date is None:
            continue
        asked = said.telling.new_date
        change = _change(said, asked, agreed)
        decision = deciding.decision(change, asked.decided, said.number) if asked.decided else None
        if decision and decision.is_agreed:
            agreed.append(decision)
        yield change, decision


def _change(said: Said, asked: DateAsked, agreed: list[DateDecision]) -> DateChange:
    update = said.update
    return DateChange(
        action=update.action,
        status_update=update,
        from_on=_in_force(update.action.original_due_on, agreed, update.effective_on),
        to_on=last_day(asked.to_on, asked.to_precision),
        to_precision=asked.to_precision,
        delay_reason=asked.delay_reason,
        reason=asked.reason,
        effect_on_families=asked.effect_on_families,
        asked_on=update.effective_on,
        asked_by=update.recorded_by,
        recorded_at=update.recorded_at,
    )


def _in_force(original: date | None, agreed: list[DateDecision], on: date) -> date | None:
    """The last agreed by that day, else the original."""
    by_then = [decision.date_change.to_on for decision in agreed if decision.decided_on <= on]
    return by_then[-1] if by_then else original
