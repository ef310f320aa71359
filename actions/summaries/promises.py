"""Each action that counts as at a day: what was promised of it, how it stands, and when it was complete and verified.

Several answers are drawn from these rows, so they are fetched once. Actions no longer applicable are left out.
"""

from dataclasses import dataclass
from datetime import date

from actions import rag
from actions.choices import Rag, Status, Verdict
from actions.models import Action, Plan, StatusUpdate


@dataclass(frozen=True)
class Spell:
    """A time during which an action was claimed to be complete. Ended when it was sent back or re-opened."""

    begun_on: date
    ended_on: date | None
    verified_on: date | None

    @property
    def is_verified(self) -> bool:
        """Somebody looked while it stood."""
        return self.verified_on is not None and (self.ended_on is None or self.verified_on < self.ended_on)


@dataclass(frozen=True)
class Promise:
    action_id: int
    priority_id: int
    organisation_id: int
    added_on: date
    original_due_on: date | None
    due_on: date | None
    rag: Rag
    spells: tuple[Spell, ...]

    @property
    def completed_on(self) -> date | None:
        """The day from which it is complete and has stayed so; None while it is open."""
        return self.spells[-1].begun_on if self.spells and self.spells[-1].ended_on is None else None


_FIELDS = [
    "pk",
    "priority_id",
    "lead_organisation_id",
    "added_on",
    "original_due_on",
    "due_on",
    "start_on",
    "status",
]


def promises_of(plan: Plan, *, on: date) -> list[Promise]:
    """Two queries."""
    steps: dict[int, list[tuple]] = {}
    for action_id, *step in _movements(plan, on):
        steps.setdefault(action_id, []).append(step)
    rows = Action.objects.filter(plan=plan).as_at(on).order_by("pk").values_list(*_FIELDS, named=True)
    return [
        Promise(
            action_id=row.pk,
            priority_id=row.priority_id,
            organisation_id=row.lead_organisation_id,
            added_on=row.added_on,
            original_due_on=row.original_due_on,
            due_on=row.due_on,
            rag=rag.rag_of(row, on=on, plan=plan),
            spells=tuple(_spells(steps.get(row.pk, []), on)),
        )
        for row in rows
        if row.status != Status.CLOSED
    ]


def _movements(plan: Plan, on: date):
    movements = StatusUpdate.objects.filter(action__plan=plan).movements().effective_by(on).oldest_first()
    return movements.values_list(
        "action_id", "effective_on", "status", "verification__verdict", "verification__verified_on"
    )


def _spells(steps: list[tuple], on: date):
    """What was verified only after the day is not known yet."""
    for number, (day, status, verdict, looked_on) in enumerate(steps, start=1):
        if status == Status.COMPLETE:
            is_verified = verdict == Verdict.VERIFIED and looked_on <= on
            yield Spell(day, steps[number][0] if number < len(steps) else None, looked_on if is_verified else None)
